"""The date that a notice prints is the date that counts, on platforms with a rule of their own and on those without."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claimdesk.core.cases.view import CaseView
from claimdesk.core.desk import Desk
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders

SENT = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)  # a Monday morning in California
NOW = SENT + timedelta(hours=8)
EBAY, TIKTOK = "24-14934-00001", "576461413038785752"


@pytest.fixture
def shop(desk: Desk) -> Desk:
    """The desk with an order on eBay and one on TikTok Shop, both in transit and in time."""
    for number, platform, place in ((EBAY, "ebay", "ebay.com"), (TIKTOK, "tiktok", "tiktok")):
        add_orders(desk.store, {**ORDERS[2], "order_no": number, "platform": platform, "marketplace": place})
    return desk


def taken(desk: Desk, sender: str, subject: str, text: str, sent: datetime = SENT) -> CaseView:
    """The case of a mail that was read."""
    mail = f"From: {sender}\nSubject: {subject}\nDate: {sent:%a, %d %b %Y %H:%M:%S +0000}\n\n{text}\n"
    reading = desk.notices.read(mail, max(NOW, sent))
    return desk.cases.view(desk.notices.take(reading, max(NOW, sent)).case_id, max(NOW, sent))


def tiktok(desk: Desk, until: str) -> CaseView:
    return taken(desk, "TikTok Shop <no-reply@shop.tiktok.com>", f"Action required: refund request for order {TIKTOK}",
                 f"A customer has submitted a refund request.\nOrder ID: {TIKTOK}\nReason: Package not received\n"
                 f"Refund amount: $22.50\nPlease respond to this request {until}.")  # fmt: skip


def ebay(desk: Desk, until: str) -> CaseView:
    return taken(desk, "eBay <ebay@ebay.com>", f"The buyer didn't receive the item. Order {EBAY}",
                 f"Your buyer opened a request because they haven't received their item. Order number: {EBAY}. "
                 f"Please respond to the buyer {until}.")  # fmt: skip


def test_a_notice_gives_a_clock_where_no_rule_of_the_platform_is_known(shop: Desk) -> None:
    clock = tiktok(shop, "within 48 hours").deadlines[0]
    assert (clock.clock, clock.rule) == ("contact", "OWN-NOTICE")
    assert clock.started_at == SENT
    assert clock.safe == clock.outer == SENT + timedelta(hours=48)


def test_without_a_date_and_a_rule_there_is_no_clock_to_answer(shop: Desk) -> None:
    assert "contact" not in {clock.clock for clock in tiktok(shop, "soon").deadlines}


def test_an_earlier_date_of_the_notice_comes_before_the_rule(shop: Desk) -> None:
    clock = ebay(shop, "by Nov 17, 2026").deadlines[0]
    assert (clock.clock, clock.rule) == ("contact", "EBAY-RESP-3")
    assert clock.safe == clock.outer == datetime(2026, 11, 18, 7, 59, 59, tzinfo=UTC)  # that day ends in California


def test_a_later_date_of_the_notice_is_the_latest_and_the_rule_keeps_the_alarm(shop: Desk) -> None:
    plain, dated = ebay(shop, "soon").deadlines[0], ebay(shop, "by Nov 24, 2026").deadlines[0]
    assert dated.safe == plain.safe == datetime(2026, 11, 19, 17, 0, tzinfo=UTC)
    assert dated.outer == datetime(2026, 11, 25, 7, 59, 59, tzinfo=UTC)
