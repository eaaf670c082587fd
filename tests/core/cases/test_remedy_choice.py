"""The chosen remedy is an answer: later steps follow it, and what the rules forbid cannot be chosen."""

from __future__ import annotations

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.loader import Scenarios
from tests.core.cases.test_cases import DELIVERED, LATE, minutes, walk_to
from tests.core.storage.filling import NOW, add_orders

# Where the domain compares remedies by what they cost.
COMPARING = {"S02", "S03", "S05", "S06", "S08", "S09", "S10", "S11", "S12", "S14"}
UNCLAIMED = {"claim_filed": "no", "protected": "no", "buyer_wants": "unknown", "decide": "refund"}
# What leads to the remedy step of a scenario, and an order that it is for.
WAYS = {
    "S02": (DELIVERED, {"claim_filed": "no"}),
    "S03": (DELIVERED, {"claim_filed": "no", "protected": "not_protected", "decide": "refund"}),
    "S05": (LATE, UNCLAIMED),
    "S06": (LATE, {"cover": "none", "stock": "yes", "carrier_says": "confirmed"}),
    "S08": (DELIVERED, {"asked_before": "cancel"}),
    "S09": (DELIVERED, {"claim_filed": "no", "part_helps": "no", "differs": "damaged"}),
    "S10": (DELIVERED, {"claim_filed": "no", "parcels": "single"}),
    "S11": (DELIVERED, {"return_route": "returnless"}),
    "S12": (DELIVERED, {"answer_with": "goodwill"}),
    "S14": (DELIVERED, {"platform_refunded": "no", "return_reason": "seller_fault"}),
}


def at_remedy(desk: Desk, scenario: str) -> int:
    order, answers = WAYS[scenario]
    case_id = desk.cases.open(order, scenario, NOW)
    walk_to(desk, case_id, "remedy", **answers)
    return case_id


def ahead(desk: Desk, case_id: int) -> list[str]:
    """The steps that follow the remedy, as far as defaults tell."""
    path = desk.cases.view(case_id, minutes(50)).walk.path
    at = next(place.number for place in path if place.step.id == "remedy")
    return [place.step.id for place in path if place.number > at]


def test_remedies_are_compared_where_the_domain_does() -> None:
    found = {s.id for s in Scenarios.load().all() if any(step.kind == "remedy" for step in s.steps)}
    assert found == COMPARING == set(WAYS)


@pytest.mark.parametrize(
    "scenario, remedy, steps, gone",
    [
        ("S02", "keep", {"refund", "tell_refund"}, {"return_first", "wait_buyer"}),
        ("S02", "partial", {"return_first", "offer_partial", "pay_part", "tell_part"}, {"refund", "offer_replacement"}),
        ("S02", "resend", {"return_first", "offer_replacement", "send_again"}, {"refund", "offer_partial"}),
        ("S02", "return", {"return_first", "wait_buyer"}, {"offer_partial", "offer_replacement", "refund"}),
        ("S03", "keep", {"refund", "tell_refund"}, {"offer_replacement", "send_again"}),
        ("S03", "resend", {"offer_replacement", "wait_buyer", "send_again"}, {"refund", "tell_refund"}),
        ("S05", "keep", {"refund", "tell_refund"}, {"offer_replacement", "send_again"}),
        ("S05", "resend", {"offer_replacement", "wait_buyer", "send_again"}, {"refund", "reply_buyer"}),
        ("S06", "keep", {"reply_lost", "tell_refund"}, set()),
        ("S06", "resend", {"reply_lost", "remedy_done"}, {"tell_refund"}),
        ("S08", "contest", {"reply_platform", "wait_platform"}, {"refund", "tell_refund"}),
        ("S08", "keep", {"refund", "tell_refund"}, {"reply_platform", "wait_platform"}),
        ("S09", "partial", {"return_first", "offer_partial", "pay_part"}, {"refund", "offer_replacement"}),
        ("S09", "resend", {"return_first", "offer_replacement", "send_again"}, {"refund", "offer_partial"}),
        ("S10", "resend", {"reply_buyer", "send_again"}, {"partial_done", "refund"}),
        ("S10", "partial", {"reply_buyer", "partial_done"}, {"send_again", "refund"}),
        ("S10", "keep", {"refund", "tell_refund"}, {"reply_buyer", "wait_buyer"}),
        ("S11", "keep", {"refund", "tell_refund"}, {"reply_buyer", "wait_return"}),
        ("S11", "return", {"reply_buyer", "wait_return"}, {"refund", "tell_refund"}),
        ("S12", "resend", {"reply_buyer", "send_again"}, {"refund", "pay_part"}),
        ("S12", "partial", {"reply_buyer", "pay_part"}, {"refund", "send_again"}),
        ("S14", "resend", {"send_again"}, {"refund", "tell_refund"}),
        ("S14", "return", {"refund", "tell_refund"}, {"send_again"}),
    ],
)
def test_what_comes_next_follows_the_choice(
    desk: Desk, scenario: str, remedy: str, steps: set[str], gone: set[str]
) -> None:
    case_id = at_remedy(desk, scenario)
    desk.cases.answer(case_id, "remedy", remedy, minutes(45))
    found = set(ahead(desk, case_id))
    assert steps <= found
    assert not gone & found


@pytest.mark.parametrize("remedy", ["resend", "keep"])
def test_a_replacement_and_a_refund_end_as_such(desk: Desk, remedy: str) -> None:
    case_id = at_remedy(desk, "S05")
    desk.cases.answer(case_id, "remedy", remedy, minutes(45))
    for count in range(46, 70):
        current = desk.cases.view(case_id, minutes(count)).walk
        place = current.at(current.current or "")
        assert place is not None
        if place.step.kind == "outcome":
            break
        desk.cases.answer(case_id, place.step.id, place.prefill or place.options[0].id, minutes(count))
    offered = {option.id for option in place.options}
    assert ("replaced" in offered) == (remedy == "resend")
    ending = "replaced" if remedy == "resend" else "refunded_before"
    desk.cases.answer(case_id, "outcome", ending, minutes(80))
    assert desk.cases.case(case_id).odr == "not_counted"


def test_what_a_rule_forbids_cannot_be_chosen(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S02", NOW)
    walk_to(desk, case_id, "fix_route", claim_filed="no", return_route="overseas")
    desk.cases.answer(case_id, "fix_route", "skipped", minutes(41))
    walk_to(desk, case_id, "remedy")
    with pytest.raises(Problem, match="option_forbidden"):
        desk.cases.answer(case_id, "remedy", "return", minutes(45))
    desk.cases.answer(case_id, "remedy", "resend", minutes(45))


def test_a_refunded_order_is_not_refunded_again(desk: Desk) -> None:
    add_orders(
        desk.store,
        {
            "order_no": "111-0000009-0000009", "marketplace": "amazon.com", "status": "refunded", "currency": "USD",
            "total_minor": 2000, "refund_minor": 2000, "delivered_at": "2026-11-10",
            "purchased_at": "2026-11-01T10:00:00Z", "lines": [{"title": "Lamp", "sku": "L", "quantity": 1}],
        },
    )  # fmt: skip
    order = desk.orders.find("111-0000009-0000009")[0].id
    case_id = desk.cases.open(order, "S02", NOW)
    walk_to(desk, case_id, "remedy", claim_filed="no")
    with pytest.raises(Problem, match="option_forbidden"):
        desk.cases.answer(case_id, "remedy", "keep", minutes(45))


def test_a_choice_from_before_it_was_an_answer_still_counts_as_done(desk: Desk) -> None:
    case_id = at_remedy(desk, "S02")
    desk.cases.answer(case_id, "remedy", "done", minutes(45))
    view = desk.cases.view(case_id, minutes(46))
    assert view.walk.current == "return_first"
    with pytest.raises(Problem, match="option_unknown"):
        desk.cases.answer(case_id, "remedy", "lottery", minutes(47))


def test_changing_the_choice_marks_what_followed(desk: Desk) -> None:
    case_id = at_remedy(desk, "S02")
    desk.cases.answer(case_id, "remedy", "partial", minutes(45))
    desk.cases.answer(case_id, "return_first", "done", minutes(46))
    desk.cases.answer(case_id, "remedy", "resend", minutes(47))
    answers = desk.cases.case(case_id).answers
    assert answers["return_first"].check_again
    assert "offer_replacement" in ahead(desk, case_id)
