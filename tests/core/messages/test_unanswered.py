"""Orders whose buyer had the last word are found and marked, until she is answered or the case is decided."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from claimdesk.core.desk import Desk
from claimdesk.core.records.messages import Channel, NewMessage, Speaker
from claimdesk.core.records.orders import OrderFilter

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
ONE = "111-0000001-0000001"


def said(desk: Desk, speaker: Speaker, hours: int, *, order: str = ONE, channel: Channel = Channel.MAIL) -> int:
    at = NOW + timedelta(hours=hours)
    message = NewMessage(speaker, channel, f"Words of {hours}", at, order_no=order)
    return desk.messages.keep((message,), desk.orders.find(order)[0].id, at)[0][0].id


def waiting(desk: Desk) -> list[str]:
    page = desk.orders.page(OrderFilter(unanswered=True), now=NOW)
    everything = desk.orders.page(OrderFilter(), now=NOW).rows
    assert page.total == len(page.rows)
    assert {row.id for row in page.rows} == {row.id for row in everything if row.unanswered}
    return [row.order_no for row in page.rows]


def test_an_answer_ends_it_and_another_message_starts_it_again(desk: Desk) -> None:
    assert waiting(desk) == []
    said(desk, Speaker.BUYER, 0)
    assert waiting(desk) == [ONE]
    said(desk, Speaker.SHOP, 1, channel=Channel.PHONE)
    assert waiting(desk) == []
    said(desk, Speaker.BUYER, 2)
    assert waiting(desk) == [ONE]
    said(desk, Speaker.PLATFORM, 3)
    assert waiting(desk) == [ONE], "what the platform writes answers nobody"


def test_a_message_that_is_known_by_its_number_alone_counts(desk: Desk) -> None:
    desk.messages.keep((NewMessage(Speaker.BUYER, Channel.MAIL, "Where is it?", NOW, order_no=ONE),), None, NOW)
    assert waiting(desk) == [ONE]


def test_a_decided_case_ends_it_until_that_is_taken_back(desk: Desk) -> None:
    said(desk, Speaker.BUYER, 0)
    case = desk.cases.open(desk.orders.find(ONE)[0].id, "S02", NOW)
    assert waiting(desk) == [ONE]
    desk.cases.record_outcome(case, "denied", "not_counted", None, NOW + timedelta(hours=1))
    assert waiting(desk) == []
    while desk.cases.view(case, NOW + timedelta(hours=2)).case.outcome:
        desk.cases.undo(case, NOW + timedelta(hours=2))
    assert waiting(desk) == [ONE]
