"""Every shipped scenario, walked through every decision: it ends, it offers a way, and what it names exists."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.core.cases.notices import effects
from claimdesk.core.cases.outcomes import Outcomes
from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.knowledge.conditions import constants_in, names_in
from claimdesk.core.replies.replies import Replies
from claimdesk.core.scenarios.checks import References, check_scenario, conditions
from claimdesk.core.scenarios.loader import Scenarios
from claimdesk.core.scenarios.schema import Scenario
from claimdesk.core.scenarios.walk import walk
from tests.core.scenarios.exploring import FACTS, answered, explore, known_values, platforms_like, situations

SHIPPED = Scenarios.load()
IDS = [scenario.id for scenario in SHIPPED.all()]


@cache
def replies() -> Replies:
    return Replies.load()


@cache
def references() -> References:
    templates = {template.id for template in replies().all()}
    rules = {rule.id for rule in Deadlines.load().all()}
    return References(rules, {outcome.id for outcome in Outcomes.load().all()}, templates)


def test_the_four_not_received_scenarios_are_there() -> None:
    assert {"S03", "S04", "S05", "S06"} <= set(IDS)


@pytest.fixture(scope="module", params=IDS)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return SHIPPED.get(request.param)


def test_every_decision_leads_to_an_outcome_and_nothing_is_dead(scenario: Scenario) -> None:
    options: set[tuple[str, str]] = set()
    for facts in situations(scenario):
        for found, chosen in explore(scenario, facts):
            if found.current is None:
                last = found.path[-1]
                assert last.step.kind == "outcome" or found.goes, (facts, chosen)
                continue
            place = found.at(found.current)
            assert place is not None
            ways = {option.id for option in place.options} - set(place.disabled)
            assert ways, (place.step.id, facts, chosen)
            assert place.prefill in {"", *ways}, (place.step.id, facts, chosen)
            for platform in platforms_like(scenario, str(facts.get("platform", scenario.platforms[0]))):
                fitting = replies().for_step(place.step.templates, platform)
                assert fitting or place.step.kind != "message", (place.step.id, platform)
            options |= {(place.step.id, way) for way in ways}
    every = {(step.id, option.id) for step in scenario.steps for option in step.options}
    every |= {(step.id, "done") for step in scenario.steps if not step.options}
    assert every - options == set()


@settings(max_examples=15)
@given(data=st.data())
def test_any_order_walks_to_an_end(scenario: Scenario, data: st.DataObject) -> None:
    facts = {name: data.draw(st.sampled_from(known_values(scenario, name)), label=name) for name in sorted(FACTS)}
    chosen: list[tuple[str, str]] = []
    for _ in range(len(scenario.steps) + 1):
        found = walk(scenario, facts, answered(*chosen))
        if found.current is None:
            break
        place = found.at(found.current)
        assert place is not None
        ways = [option.id for option in place.options if option.id not in place.disabled]
        chosen.append((place.step.id, data.draw(st.sampled_from(ways), label=place.step.id)))
    assert found.current is None
    assert [step.state for step in found.path] == ["done"] * len(found.path)
    assert [(step.step.id, step.answer) for step in found.path] == chosen
    assert found == walk(scenario, MappingProxyType(facts), MappingProxyType(answered(*chosen))), "the walk is pure"


def test_what_it_names_exists_and_both_languages_speak(scenario: Scenario) -> None:
    check_scenario(scenario, scenario.id, references())
    for step in scenario.steps:
        for option in step.options:
            assert not option.go or SHIPPED.find(option.go), (step.id, option.id)
        for item in step.items:
            assert set(item.platforms) <= set(scenario.platforms), (step.id, item.id)


def test_conditions_ask_only_what_can_be_known(scenario: Scenario) -> None:
    places = {step.id: at for at, step in enumerate(scenario.steps)}
    asked = {name for _, condition in conditions(scenario) if condition for name in names_in(condition)}
    assert not asked & places.keys() & FACTS, "a step hides a fact that is asked for"
    for where, condition in conditions(scenario):
        own = places.get(where.split(".")[1]) if where.startswith("steps.") else len(places)
        for name in names_in(condition) if condition else ():
            known = name in FACTS or (name in places and places[name] <= (-1 if own is None else own))
            assert known, (where, name)


def test_conditions_compare_a_claim_only_with_what_something_tells(scenario: Scenario) -> None:
    """A claim of which nothing was read is none, not a word: `claim == 'none'` never holds."""
    told = {effect.facts["claim"] for effect in effects().effects if "claim" in effect.facts} | {"open"}
    for where, condition in conditions(scenario):
        asked = constants_in(condition).get("claim", frozenset()) if condition else frozenset()
        assert asked <= told, (where, condition)


def test_clocks_can_start_and_be_met(scenario: Scenario) -> None:
    for clock in scenario.clocks:
        assert clock.starts, clock.id
        for start in clock.starts:
            kind, _, what = start.partition(":")
            assert kind != "fact" or what in FACTS, start
        for platform in clock.rule:
            assert platform == "default" or platform in scenario.platforms, (clock.id, platform)


def test_what_a_step_proves_is_a_fact(scenario: Scenario) -> None:
    assert {fact for step in scenario.steps for fact in step.proves} <= FACTS
