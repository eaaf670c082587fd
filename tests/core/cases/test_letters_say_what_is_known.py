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


def decided(desk: Desk) -> int:
    """A case on an order that was claimed, answered late and decided, all told by mails; it stands in the appeal."""
    number = ORDERS[0]["order_no"]
    case = desk.cases.open(desk.orders.find(number)[0].id, "S17", NOW)
    for sent, subject, text in (
        ("Thu, 12 Nov 2026 18:00:00", "A-to-z Guarantee claim filed on order",
         "A buyer has filed an A-to-z Guarantee claim on order {0}. Reason: item not received."),
        ("Tue, 17 Nov 2026 02:00:00", "Your A-to-z Guarantee claim decision for order",
         "We have granted the buyer's A-to-z Guarantee claim on order {0}. We have debited your account."),
    ):  # fmt: skip
        mail = f"From: Amazon <atoz-guarantee-no-reply@amazon.com>\nSubject: {subject} {number}\nDate: {sent} +0000\n\n"
        reading = desk.notices.read(mail + text.format(number), NOW)
        desk.notices.take(reading, NOW, scenario="S17")
    if desk.cases.case(case).closed_at is not None:
        desk.cases.reopen(case, NOW)
    return case


def test_an_appeal_asks_for_nothing_that_the_case_knows(desk: Desk) -> None:
    case = decided(desk)
    for step, option in (
        ("days", "yes"),
        ("new_info", "pod"),
        ("goal", "money"),
        ("upload", "yes"),
        ("evidence", "done"),
    ):
        desk.cases.answer(case, step, option, NOW)
    draft = desk.cases.draft(case, NOW, step="appeal")
    asked = {ask.name: ask.value for ask in draft.fill_ins}
    assert asked["decided_at"] == "November 16", "the day in California"
    assert asked["claim_type"] == "item not received"
    assert asked["requested_reversal"] == "the debit"
    assert draft.missing == ("new_facts", "evidence_list")
    assert asked["timeline"] == (
        "October 20: order placed; October 21: handed to the carrier; November 10: delivery in the carrier's record; "
        "November 12: claim filed; November 16: decision on the claim"
    )
    assert "11 月 12 日: 提出索赔；11 月 16 日: 索赔裁决" in draft.gloss.replace("：", ": ")
    assert "扣款" in draft.gloss
    known = [f for f in desk.cases.check(case, draft.text, draft.audience, "en", NOW) if f.rule.startswith("AP-13")]
    assert not known


def test_what_nobody_told_is_asked(desk: Desk) -> None:
    case = desk.cases.open(desk.orders.find(ORDERS[1]["order_no"])[0].id, "S17", NOW)
    missing = desk.cases.draft(case, NOW, template="P_APPEAL").missing
    assert {"decided_at", "claim_type", "new_facts", "requested_reversal"} <= set(missing)
    assert {"case_no"} <= set(desk.cases.draft(case, NOW, template="P_CB_INR").missing)


def test_a_typed_day_of_another_year_has_its_year(desk: Desk) -> None:
    case = desk.cases.open(desk.orders.find(ORDERS[0]["order_no"])[0].id, "S17", NOW)

    def subject(typed: str) -> tuple[str, str]:
        paragraph = desk.cases.draft(case, NOW, template="P_APPEAL", fills={"decided_at": typed}).paragraphs[0]
        return paragraph.text, paragraph.gloss

    text, gloss = subject("2025-12-30")
    assert "decision of December 30, 2025" in text and "2025 年 12 月 30 日" in gloss
    text, gloss = subject("2026-11-02")
    assert "decision of November 2 on" in text and "2026" not in gloss
