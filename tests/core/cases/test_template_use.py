"""How often templates were sent and what became of those cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.cases.template_use import TemplateUse, wilson


@pytest.mark.parametrize(
    "well, of, low, high",
    [(8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (26, 38, 0.5253, 0.8093)],
)
def test_the_interval_is_wilsons(well, of, low, high) -> None:
    assert wilson(well, of) == pytest.approx((low, high), abs=5e-4)


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_interval_holds_the_share(well, badly) -> None:
    low, high = wilson(well, well + badly)
    assert 0 <= low <= high <= 1
    if well + badly:
        assert low - 1e-9 <= well / (well + badly) <= high + 1e-9


def test_few_cases_make_no_rate() -> None:
    assert not TemplateUse(ended=7, well=7).enough
    assert TemplateUse(ended=8, well=2).enough and TemplateUse(ended=8, well=2).rate == 0.25
