"""A request is no claim yet: what its notice says is not asked again, and the question is in the platform's words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claimdesk.core.desk import Desk
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
REQUESTS = [
    ("ebay", "ebay.com", "24-14934-00001", "eBay <ebay@ebay.com>", "eBay"),
    ("dhgate", "dhgate", "1880000001", "DHgate <noreply@dhgate.com>", "DHgate"),
]


@pytest.mark.parametrize("platform, place, number, sender, title", REQUESTS)
def test_a_request_says_that_nothing_was_escalated(
    desk: Desk, platform: str, place: str, number: str, sender: str, title: str
) -> None:
    add_orders(desk.store, {**ORDERS[1], "order_no": number, "platform": platform, "marketplace": place})
    mail = (f"From: {sender}\nSubject: Item not received. Order {number}\n\nThe buyer opened a request because they "
            f"haven't received their item. Order number: {number}.\n")  # fmt: skip
    view = desk.cases.view(desk.notices.take(desk.notices.read(mail, NOW), NOW, scenario="S05").case_id, NOW)
    step = view.walk.at("claim_filed")
    assert step is not None
    assert step.prefill == "no"
    assert title in step.step.title.en + step.step.ask.en
    assert step.because is not None
    assert title in step.because.en


@pytest.mark.parametrize("scenario", ["S02", "S03", "S04", "S05", "S09", "S10"])
def test_a_buyers_mail_without_a_claim_says_that_none_is_filed(desk: Desk, scenario: str) -> None:
    silent = desk.cases.view(desk.cases.open(desk.orders.find(ORDERS[1]["order_no"])[0].id, scenario, NOW), NOW)
    step = silent.walk.at("claim_filed")
    assert step is not None and step.prefill == "", "nothing was read, so nothing is known"
    mail = (f"From: Ada <a1b2@marketplace.amazon.com>\nDate: Mon, 16 Nov 2026 10:00:00 +0000\nSubject: Inquiry about order {ORDERS[2]['order_no']}\n\n"
            "Hello, where is my parcel? I have not received it. Ada\n")  # fmt: skip
    notice = desk.notices.read(mail, NOW)
    view = desk.cases.view(desk.notices.take(notice, NOW, scenario=scenario).case_id, NOW)
    step = view.walk.at("claim_filed")
    assert step is not None and step.prefill == "no"
    assert step.because is not None and "wrote on" in step.because.en and "{" not in step.because.en + step.because.zh
