"""Days in a letter and days on record are days of the same zone: what a template writes itself is never flagged."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.replies import Audience
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
NUMBER = "576461413038785752"
# Every instant is the evening of the day before in California.
EVENINGS = {"purchased_at": "2026-11-02T02:00:00Z", "shipped_at": "2026-11-05T01:00:00Z"}
PARCEL = {
    "carrier": "UPS", "tracking_no": "1Z999", "shipped_at": "2026-11-06T01:00:00Z", "first_scan_at": "2026-11-07T02:00:00Z",
    "last_scan_at": "2026-11-12T02:00:00Z", "delivered_at": "2026-11-12T02:00:00Z",
}  # fmt: skip


@pytest.fixture(params=["tiktok", "ebay", "amazon"])
def case_id(request: pytest.FixtureRequest, desk: Desk) -> int:
    place = {"tiktok": "tiktok", "ebay": "ebay.com", "amazon": "amazon.com"}[request.param]
    order = {**ORDERS[0], **EVENINGS, "order_no": NUMBER, "platform": request.param, "marketplace": place,
             "status": "delivered", "delivered_at": None, "shipments": [PARCEL]}  # fmt: skip
    add_orders(desk.store, order)
    return desk.cases.open(desk.orders.find(NUMBER)[0].id, "S03", NOW)


def found(desk: Desk, case_id: int, text: str, language: str = "en") -> list[str]:
    findings = desk.cases.check(case_id, text, Audience.BUYER, language, NOW)
    return [finding.excerpt for finding in findings if finding.rule == "AP-13T"]


def test_the_evening_before_midnight_counts_as_that_day(desk: Desk, case_id: int) -> None:
    assert not found(desk, case_id, "Your order was delivered on November 11.")
    assert found(desk, case_id, "Your order was delivered on November 12.") == ["November 12"]
    assert not found(desk, case_id, "Your order was shipped on November 4."), "by the order"
    assert not found(desk, case_id, "Your order was shipped on November 5."), "by its parcel"
    assert found(desk, case_id, "Your order was shipped on November 7.")


def test_no_template_contradicts_the_days_it_writes_itself(desk: Desk, case_id: int) -> None:
    platform = desk.cases.view(case_id, NOW).order.platform
    written = 0
    for template in desk.replies.all():
        if not template.fits(platform):
            continue
        draft = desk.cases.draft(case_id, NOW, template=template.id, language="en")
        written += "November" in draft.text
        assert not found(desk, case_id, draft.text), (template.id, draft.text)
    assert written > 10
