"""A reply may be written before the questions are answered: it must not claim a deed that nobody has done yet."""

from __future__ import annotations

import pytest

from claimdesk.core.scenarios.loader import Scenarios
from claimdesk.core.scenarios.schema import Scenario
from claimdesk.core.scenarios.walk import walk


@pytest.mark.parametrize("claim", [None, "none", "request", "open"])
@pytest.mark.parametrize("scenario", Scenarios.load().all(), ids=lambda scenario: scenario.id)
def test_no_refund_lies_on_the_guessed_way_to_the_first_message(scenario: Scenario, claim: str | None) -> None:
    for platform in scenario.platforms:
        path = walk(scenario, {"platform": platform, "claim": claim}, {}).path
        ahead = [place for place in path if place.step.kind == "message"][:1]
        before = [place for place in path if ahead and place.number < ahead[0].number]
        assert not [place.step.id for place in before if "refunded" in place.proven], platform


def test_nothing_is_claimed_from_a_carrier_that_never_had_the_parcel() -> None:
    late = next(scenario for scenario in Scenarios.load().all() if scenario.id == "S05")
    for tracking, asked in (("none", False), ("transit", True)):
        path = walk(late, {"platform": "dhgate", "claim": "request", "tracking": tracking}, {}).path
        assert ("carrier_claim" in [place.step.id for place in path]) == asked, tracking
