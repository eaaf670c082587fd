"""What holds of the arithmetic whatever the figures are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.remedies import arithmetic
from claimdesk.core.remedies.arithmetic import Chances, Fees, Inputs
from claimdesk.core.remedies.comparison import _rounded, costs_of, whole

D = Decimal
IDS = ("keep", "partial", "resend", "return", "contest")
amounts = st.integers(0, 10_000_000).map(Decimal)
shares = st.integers(0, 1000).map(lambda n: Decimal(n) / 1000)
fees = st.builds(
    Fees, referral=shares.filter(lambda f: f < 1), kept_share=shares, kept_cap=st.none() | amounts,
    keeps_on_full=st.booleans(),
)  # fmt: skip
chances = st.builds(
    Chances, keep=shares, returned=shares, resend=shares, partial=shares, lose=shares, accept=shares
)  # fmt: skip
inputs = st.builds(
    Inputs, revenue=amounts, unit_cost=amounts, reship=amounts, return_label=amounts, handling=amounts, resale=shares,
    partial=shares, insurance=st.just(D(0)), labour=amounts, defect=amounts, fees=fees, chances=chances,
)  # fmt: skip


@given(inputs)
def test_a_refund_never_costs_more_than_what_was_paid(given_: Inputs) -> None:
    base = arithmetic.refund_base(given_)
    assert 0 <= base <= given_.revenue
    assert arithmetic.accepted_part(given_).refund <= given_.partial * given_.revenue


@given(inputs)
def test_rounded_parts_add_up_to_the_rounded_total(given_: Inputs) -> None:
    costs, _ = costs_of(given_, IDS, IDS)
    for parts in costs.values():
        rounded, total = _rounded(parts)
        assert rounded.refund + rounded.goods + rounded.freight + rounded.time + rounded.risk == total
        assert total == whole(parts.total)
        for name in ("refund", "goods", "freight", "time", "risk"):
            assert abs(getattr(rounded, name) - getattr(parts, name)) <= 1


@given(inputs)
def test_the_offer_of_a_part_lies_between_accepted_and_declined(given_: Inputs) -> None:
    costs, otherwise = costs_of(given_, IDS, IDS)
    ends = sorted((arithmetic.accepted_part(given_).total, costs[otherwise].total))
    assert ends[0] - 1 <= costs["partial"].total <= ends[1] + 1
    assert costs[otherwise].total == min(parts.total for id_, parts in costs.items() if id_ != "partial")


@given(inputs, amounts)
def test_a_dearer_defect_never_makes_a_remedy_cheaper(given_: Inputs, more: Decimal) -> None:
    before, _ = costs_of(given_, IDS, IDS)
    after, _ = costs_of(replace(given_, defect=given_.defect + more), IDS, IDS)
    assert all(after[id_].total >= before[id_].total for id_ in IDS)


@given(inputs, shares)
def test_a_higher_chance_of_losing_never_makes_a_contest_cheaper(given_: Inputs, chance: Decimal) -> None:
    low, high = sorted((given_.chances.lose, chance))
    costs = [arithmetic.contest(given_.losing(c)).total for c in (low, high)]
    assert costs[0] <= costs[1]


@given(inputs)
def test_break_even_is_where_sending_again_and_refunding_cost_the_same(given_: Inputs) -> None:
    """At a revenue of R* with the kept fee of the order, both cost the same without risk."""
    even = arithmetic.break_even(given_)
    assert even is not None
    kept = arithmetic.kept_fee(given_.revenue, given_.fees) if given_.fees.keeps_on_full else D(0)
    refund = even - (given_.fees.referral * even - kept)
    assert abs(refund - (given_.unit_cost + given_.reship)) < D("0.0001")
    at_risk = arithmetic.break_even_at_risk(given_)
    assert at_risk is not None
    assert at_risk >= even


def test_a_fee_of_everything_has_no_break_even() -> None:
    assert arithmetic.break_even(Inputs(revenue=D(1000), fees=Fees(referral=D(1)))) is None
    assert arithmetic.break_even_at_risk(Inputs(revenue=D(1000), fees=Fees(referral=D(1)))) is None


def test_the_kept_fee_is_capped() -> None:
    fees = Fees(D("0.15"), D("0.20"), D(500))
    assert arithmetic.kept_fee(D(10_000), fees) == D(300)
    assert arithmetic.kept_fee(D(100_000), fees) == D(500)
    assert arithmetic.kept_fee(D(100_000), replace(fees, kept_cap=None)) == D(3000)


def test_a_full_refund_of_media_returns_the_whole_fee() -> None:
    fees = Fees(D("0.15"), D("0.20"), D(500), keeps_on_full=False)
    assert arithmetic.refund_base(Inputs(revenue=D(1000), fees=fees)) == D(850)


def test_insurance_comes_off_a_replacement() -> None:
    parts = arithmetic.resend(Inputs(revenue=D(1000), unit_cost=D(300), reship=D(200), insurance=D(450)))
    assert (parts.goods, parts.freight, parts.total) == (D(300), D(-250), D(50))
