"""A letter says of the parcel, the claim and the decision what the record holds: no more, and no less."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimdesk.core.desk import Desk
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
NUMBER = "24-14934-00001"
SENT_ONLY = {"carrier": "UPS", "tracking_no": "1Z999", "shipped_at": "2026-10-21T10:00:00Z"}


def late(desk: Desk, parcel: dict[str, str]) -> int:
    """A case on an eBay order that is late."""
    add_orders(desk.store, {**ORDERS[1], "order_no": NUMBER, "platform": "ebay", "marketplace": "ebay.com",
                            "shipments": [parcel]})  # fmt: skip
    return desk.cases.open(desk.orders.find(NUMBER)[0].id, "S05", NOW)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "ja"])
def test_tracking_is_said_to_show_something_only_where_a_scan_tells_it(desk: Desk, language: str) -> None:
    case = late(desk, SENT_ONLY)
    draft = desk.cases.draft(case, NOW, template="B_INR_LATE_OFFER", language=language)
    assert "sorry_unscanned" in {paragraph.id for paragraph in draft.paragraphs}
    assert "1Z999" in draft.text
    assert "in transit" not in draft.text and "运输中" not in draft.gloss
    assert "tracking_status" not in draft.missing


def test_a_scan_is_told_as_before(desk: Desk) -> None:
    case = late(desk, {**SENT_ONLY, "last_scan_at": "2026-10-28T10:00:00Z"})
    draft = desk.cases.draft(case, NOW, template="B_INR_LATE_OFFER")
    assert "tracking 1Z999 still shows it as in transit" in draft.text


@pytest.mark.parametrize("status", ["shipped", "unshipped"])
def test_a_letter_that_needs_the_state_of_the_parcel_asks_for_it(desk: Desk, status: str) -> None:
    parcel = SENT_ONLY if status == "shipped" else {**SENT_ONLY, "shipped_at": None}
    add_orders(desk.store, {**ORDERS[1], "order_no": NUMBER, "status": status, "shipments": [parcel]})
    case = desk.cases.open(desk.orders.find(NUMBER)[0].id, "S05", NOW)
    assert "tracking_status" in desk.cases.draft(case, NOW, template="P_CARRIER_DELAY").missing
