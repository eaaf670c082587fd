"""What the past tells: earlier contacts, similar cases with rates, and returning claimants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from claimdesk.core.cases.claimants import same_buyer
from claimdesk.core.desk import Desk
from claimdesk.core.health.rates import Rate, wilson
from claimdesk.core.records.messages import Channel, Speaker
from claimdesk.core.records.orders import Order
from claimdesk.core.storage.similar_rows import Person
from tests.core.cases.conftest import ORDERS
from tests.core.messages.test_keeping import NOW, REFUSAL, keep, mail
from tests.core.storage.filling import add_orders

SAME = {"buyer_email": "ada@example.com"}


def test_an_earlier_contact_says_what_was_asked_and_how_soon_it_was_answered(desk: Desk) -> None:
    keep(desk, mail("Please cancel my order."))
    desk.messages.note_contact(1, Speaker.SHOP, Channel.CHAT, "cancel_declined", REFUSAL, datetime(2026, 11, 4, 23, 24, tzinfo=UTC), NOW)  # fmt: skip
    found = desk.contacts.of_order(1)
    asked = found.this_order[0]
    assert (asked.kind, asked.title.zh, asked.answered_in) == ("cancel_request", "要求取消订单", 3 * 3600 + 12 * 60)
    assert asked.answer is not None and asked.answer.en == "Declined the cancellation"
    assert [m.speaker for m in found.thread] == [Speaker.BUYER, Speaker.SHOP]


def test_contacts_about_other_orders_of_the_buyer_are_told_apart(desk: Desk) -> None:
    add_orders(desk.store, {**ORDERS[0], **SAME, "order_no": "A-1"}, {**ORDERS[0], **SAME, "order_no": "A-2"})
    here, there = desk.orders.find("A-1")[0], desk.orders.find("A-2")[0]
    desk.messages.note_contact(there.id, Speaker.BUYER, Channel.PHONE, "damaged", "Broken again", NOW, NOW)
    found = desk.contacts.of_order(here.id)
    assert found.this_order == () and [c.order_no for c in found.others] == ["A-2"]
    assert found.complaints == 1 and not found.others[0].same_order


def test_a_cancellation_that_the_import_marks_is_a_contact_without_a_day(desk: Desk) -> None:
    add_orders(desk.store, {**ORDERS[0], "order_no": "C-1", "cancel_requested": 1})
    found = desk.contacts.of_order(desk.orders.find("C-1")[0].id)
    assert [(c.kind, c.at) for c in found.this_order] == [("cancel_request", None)]


def test_similar_cases_tell_what_they_share_and_how_they_ended(desk: Desk) -> None:
    first = desk.cases.open(2, "S03", NOW - timedelta(days=9))
    desk.cases.record_outcome(first, "denied", "not_counted", None, NOW - timedelta(days=7))
    undone = desk.cases.open(3, "S03", NOW - timedelta(days=8))
    desk.cases.record_outcome(undone, "granted_seller", "counts", None, NOW - timedelta(days=7))
    desk.cases.undo(undone, NOW)
    found = desk.similar.of_case(desk.cases.open(1, "S03", NOW))
    assert [case.case_id for case in found.cases] == [first, undone]
    assert {"scenario", "sku", "carrier"} <= set(found.cases[0].shared)
    assert found.cases[0].outcome is not None and found.cases[0].good and found.cases[0].lasted == timedelta(days=2)
    assert found.cases[1].outcome is None and not found.cases[1].ended
    assert (found.rate, found.rate.enough) == (Rate(1, 1), False)


def test_a_rate_needs_eight_cases_and_keeps_its_interval() -> None:
    assert not Rate(7, 7).enough and Rate(8, 8).enough
    low, high = wilson(10, 14)
    assert low == pytest.approx(0.4535, abs=1e-3) and high == pytest.approx(0.8828, abs=1e-3)
    assert wilson(0, 0) == (0.0, 1.0)


def order(**fields: str) -> Order:
    return Order(id=1, platform="amazon", order_no="1", **fields)


def person(**fields: str) -> Person:
    empty = dict.fromkeys(Person.__dataclass_fields__, "")
    return Person(**{**empty, "order_id": 2, "platform": "amazon", "order_no": "2", **fields})


@pytest.mark.parametrize(
    "one, other, by",
    [
        ({"buyer_name": "王記燈具"}, {"buyer_name": "王记灯具"}, ""),  # a name alone proves nothing
        ({"buyer_name": "王記燈具", "ship_city": "香港"}, {"buyer_name": "王记灯具", "city": "香港"}, "name_place"),
        (
            {"buyer_name": "Dana Whitfield", "ship_city": "Columbus"},
            {"buyer_name": "Whitfeld, Dana", "city": "columbus"},
            "name_variant",
        ),
        (
            {"buyer_name": "Dana Whitfield", "ship_city": "Columbus"},
            {"buyer_name": "Dan White", "city": "Columbus"},
            "",
        ),
        (
            {"buyer_name": "Dana Whitfield", "ship_city": "Columbus"},
            {"buyer_name": "Dana Whitfield", "city": "Salem"},
            "",
        ),
        (
            {"ship_address": "12 Elm St. Apt 4", "ship_postal_code": "43004", "ship_country": "US"},
            {"address": "12 ELM ST APT 4", "postal_code": "43004", "country": "US"},
            "address",
        ),
        ({"buyer_email": "a@x.com"}, {"email": "A@x.com"}, "email"),
        ({"buyer_name": "李", "ship_city": "北京"}, {"buyer_name": "李", "city": "北京"}, ""),
    ],
)
def test_who_may_be_the_same_buyer(one: dict[str, str], other: dict[str, str], by: str) -> None:
    assert same_buyer(order(**one), person(**other)) == by


def test_a_returning_claimant_is_told_from_the_shops_own_orders(desk: Desk) -> None:
    here = {**ORDERS[0], "order_no": "B-1", "buyer_name": "Dana Whitfield", "ship_city": "Columbus"}
    there = {**here, "order_no": "B-2", "buyer_name": "Dana Whitfeld"}
    add_orders(desk.store, here, there, {**here, "order_no": "B-3"})
    case_id = desk.cases.open(desk.orders.find("B-2")[0].id, "S03", NOW)
    found = desk.claimants.of_order(desk.orders.find("B-1")[0].id)
    assert (found.orders, found.claimed, found.returning) == (3, 1, True)
    assert [(m.order_no, m.by, m.cases) for m in found.matches] == [
        ("B-2", "name_variant", (case_id,)),
        ("B-3", "name_place", ()),
    ]
    assert found.reasons[0][1] == 1 and "accuse nobody" in found.note.en
