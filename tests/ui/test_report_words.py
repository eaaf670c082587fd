"""The workbook and the window call a status and a platform the same."""

from __future__ import annotations

import pytest

from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.cases import CaseStatus
from claimdesk.core.records.orders import OrderStatus
from claimdesk.ui.case.status_words import status_words
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.orders.words import OrderWords
from tests.ui.desks import case_row

PLATFORMS = (
    "amazon", "ebay", "dhgate", "walmart", "shopify", "etsy", "aliexpress", "taobao", "tiktok", "shopee", "lazada", "temu",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_workbook_says_what_the_window_says(ctx, now, language) -> None:
    ctx.interface.choose(language)
    wording, orders, cases = Wording.load(), OrderWords(), CaseWords(ctx)

    def told(code: str) -> str:
        return wording.text(code).get(language)

    for status in CaseStatus:
        assert told(f"report_case_{status}") == status_words(case_row(1, status), now).text
    for order in OrderStatus:
        assert told(f"report_order_{order}") == orders.status(order)
    for platform in PLATFORMS:
        assert told(f"report_platform_{platform}") == cases.platform(platform)
