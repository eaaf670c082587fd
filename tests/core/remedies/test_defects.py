"""What a defect costs, how many a shop may have, how much a handful of cases tells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.remedies.defects import Standing, allowed_defects, defect_value
from claimdesk.core.remedies.history import lost_share

D = Decimal


@pytest.mark.parametrize(
    "orders,allowed", [(0, 0), (1, 0), (100, 0), (101, 1), (200, 1), (201, 2), (300, 2), (500, 4), (501, 5)]
)
def test_how_many_defects_a_shop_may_have(knowledge, orders: int, allowed: int) -> None:
    assert allowed_defects(orders, knowledge.defects.target) == allowed


@given(st.integers(1, 1_000_000))
def test_the_allowed_number_is_the_largest_below_the_target(orders: int) -> None:
    allowed = allowed_defects(orders, D("0.01"))
    assert allowed * 100 < orders
    assert (allowed + 1) * 100 >= orders


@pytest.mark.parametrize(
    "orders,defects,chance",
    [
        (1000, 0, "0.02"),
        (201, 0, "0.02"),
        (200, 0, "0.10"),
        (101, 0, "0.10"),
        (100, 0, "0.60"),
        (1000, 9, "0.60"),
        (0, 0, "0.60"),
    ],
)
def test_a_defect_costs_more_the_nearer_the_limit(knowledge, orders: int, defects: int, chance: str) -> None:
    value = defect_value(Standing(orders, defects, D(2_000_000)), knowledge.defects)
    assert value == D(chance) * 2_000_000 * D("0.10")


def test_few_cases_leave_a_wide_range() -> None:
    """The design's example: 4 of 14 lost is 29 %, range 12 to 55 %."""
    share = lost_share(4, 14)
    assert (share.value, share.low, share.high) == (D("0.286"), D("0.117"), D("0.546"))
    assert lost_share(0, 0) is None


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_range_holds_the_share(case: tuple[int, int]) -> None:
    share = lost_share(*case)
    assert 0 <= share.low <= share.value <= share.high <= 1
