"""What events add to the facts of an order."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from claimdesk.core.orders.facts import order_facts
from claimdesk.core.records.order_events import OrderEvent, OrderEventKind
from claimdesk.core.records.orders import Order, OrderStatus

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
K = OrderEventKind


def event(kind: OrderEventKind, **fields: Any) -> OrderEvent:
    return OrderEvent(kind, file="returns.txt", row=3, **fields)


def facts(*events: OrderEvent, **fields: Any) -> dict[str, Any]:
    return order_facts(Order(id=1, platform="amazon", order_no="1", events=events, **fields), NOW).values()


def test_without_events_nothing_is_claimed() -> None:
    found = facts()
    assert {name: found[name] for name in ("return_state", "safe_t", "rating")} == dict.fromkeys(
        ("return_state", "safe_t", "rating")
    )
    assert not {"issue", "claim", "chargeback"} & found.keys()


def test_a_return_is_the_issue_and_goes_its_way() -> None:
    asked = event(K.RETURN_REQUESTED, at=date(2026, 11, 1), status="Approved")
    agreed = event(K.RETURN_AUTHORISED, tracking_no="9202")
    back = event(K.RETURN_RECEIVED, at=date(2026, 11, 9))
    delivered = {"status": OrderStatus.DELIVERED, "delivered_at": date(2026, 10, 20)}
    first = facts(asked, **delivered)
    assert (first["issue"], first["return_state"], first["tracking"]) == ("return", "requested", "delivered")
    second = facts(asked, agreed, **delivered)
    assert (second["return_state"], second["tracking"], second["status"]) == ("authorised", "returning", "delivered")
    third = facts(asked, agreed, back, **delivered)
    assert (third["return_state"], third["status"], third["tracking"]) == ("received", "returned", "delivered")


def test_an_order_said_to_be_cancelled_stays_so() -> None:
    found = facts(event(K.RETURN_RECEIVED, at=date(2026, 11, 9)), status=OrderStatus.CANCELLED)
    assert found["status"] == "cancelled"


def test_a_refused_request_is_no_issue() -> None:
    found = facts(event(K.RETURN_REQUESTED, at=date(2026, 11, 1), status="Denied"))
    assert "issue" not in found
    assert found["return_state"] is None


@pytest.mark.parametrize(
    "rating, day, expected",
    [(1, 5, "feedback"), (2, 5, "feedback"), (3, 5, "return"), (1, 2, "return"), (5, 9, "return")],
)
def test_what_came_last_of_a_return_and_a_bad_rating_is_the_issue(rating: int, day: int, expected: str) -> None:
    found = facts(
        event(K.RETURN_REQUESTED, at=date(2026, 11, 4)), event(K.FEEDBACK, at=date(2026, 11, day), rating=rating)
    )
    assert (found["issue"], found["rating"]) == (expected, rating)


@pytest.mark.parametrize(
    "amounts, expected",
    [((None,), "open"), ((-1250,), "granted"), ((None, -1250), "granted"), ((-1250, 1250), "denied")],
)
def test_a_claim_is_open_until_money_moved_for_it(amounts: tuple[int | None, ...], expected: str) -> None:
    assert facts(*(event(K.CLAIM, amount_minor=amount) for amount in amounts))["claim"] == expected


def test_the_day_of_the_money_is_not_the_day_of_the_claim() -> None:
    money = event(K.CLAIM, amount_minor=-1250, at=date(2026, 11, 9))
    assert "claim_at" not in facts(money)
    assert facts(event(K.CLAIM, at=date(2026, 11, 3)), money)["claim_at"] == "2026-11-03"


def test_refunds_chargebacks_and_safe_t() -> None:
    found = facts(
        event(K.REFUNDED, amount_minor=500, at=date(2026, 11, 9)),
        event(K.CHARGEBACK),
        event(K.SAFE_T, status="Granted"),
    )
    assert (found["refunded"], found["refunded_at"], found["chargeback"], found["safe_t"]) == (
        True, "2026-11-09", True, "granted",
    )  # fmt: skip
    assert facts(event(K.REFUNDED, amount_minor=-500))["refunded"] is False


def test_a_fact_names_the_row_that_tells_it() -> None:
    order = Order(id=1, platform="amazon", order_no="1", events=(event(K.FEEDBACK, at=date(2026, 11, 9), rating=1),))
    because = order_facts(order, NOW).items["issue"].because
    assert because.en == "9 Nov 2026, by row 3 of returns.txt"
    assert because.zh == "2026 年 11 月 9 日，见 returns.txt 第 3 行"
    undated = Order(id=1, platform="amazon", order_no="1", events=(event(K.CLAIM),))
    assert order_facts(undated, NOW).items["claim"].because.en == "Row 3 of returns.txt"
