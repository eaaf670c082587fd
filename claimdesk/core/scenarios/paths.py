"""How many ways lead through a scenario, counted as the walk goes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any

from claimdesk.core.knowledge.conditions import constants_in, holds, names_in
from claimdesk.core.records.facts import FactValue
from claimdesk.core.scenarios.schema import Scenario
from claimdesk.core.scenarios.walk import enter, following, forbidden, offered

MOST_PATHS = 1_000_000
MOST_SITUATIONS = 2_000

_Situations = tuple[Mapping[str, FactValue], ...]


def count_paths(scenario: Scenario) -> int:
    """The number of different sequences of steps and answers from the first step to an outcome or another scenario.

    A sequence counts when some order allows it: for every fact that decides about steps or options, each value that a
    condition names, one that none names, and unknown are tried together (the first 2,000 combinations of a scenario
    that asks for more). An option that is forbidden is no way. Steps that have only `done` add nothing. At most a
    million is counted.
    """
    return min(MOST_PATHS, _Count(scenario).ways(0, {}, situations(scenario)))


def situations(scenario: Scenario) -> _Situations:
    """Combinations of facts that make a difference to which steps and options there are."""
    steps = {step.id for step in scenario.steps}
    values: dict[str, dict[FactValue, None]] = {}
    for condition in _deciding(scenario):
        for name, constants in constants_in(condition).items():
            if name not in steps:
                known = values.setdefault(name, {None: None})
                known.update(
                    dict.fromkeys(other for constant in sorted(constants, key=str) for other in _near(constant))
                )
                if not constants:
                    known.update({True: None, False: None})
    names = sorted(values)
    rows = islice(product(*(values[name] for name in names)), MOST_SITUATIONS)
    return tuple(dict(zip(names, row, strict=True)) for row in rows)


def _near(constant: FactValue) -> tuple[FactValue, ...]:
    """A value and what lies beside it, so that a comparison comes out both ways."""
    if isinstance(constant, bool):
        return (True, False)
    if isinstance(constant, int):
        return (constant - 1, constant, constant + 1)
    return (constant, "other")


def _deciding(scenario: Scenario) -> Iterator[str]:
    """The conditions that decide about steps and options; what is preselected makes no way."""
    for step in scenario.steps:
        yield from (condition for condition in (step.when, *step.proves.values()) if condition)
        for option in step.options:
            yield from (condition for condition in (option.when, *option.forbidden) if condition)


class _Count:
    """Counts from a position on, once for all the ways that see the same answers and the same facts there."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._known: dict[tuple[object, ...], int] = {}
        # Which answers a condition at or after a position still looks at.
        self._later: list[frozenset[str]] = [frozenset()]
        for step in reversed(scenario.steps):
            looked: set[str] = set(self._later[0])
            conditions = [step.when, *step.proves.values()]
            for option in step.options:
                conditions += [option.when, *option.forbidden]
            for condition in filter(None, conditions):
                looked |= names_in(condition)
            self._later.insert(0, frozenset(looked))

    def ways(self, position: int, given: dict[str, Any], facts: _Situations) -> int:
        """The ways from a position on, with the answers given, in the situations that led here."""
        if not facts:
            return 0
        if position >= len(self._scenario.steps):
            return 1
        looked = self._later[position]
        kept = {name: value for name, value in given.items() if name in looked}
        key = (position, tuple(sorted(kept.items(), key=lambda item: item[0])), tuple(map(id, facts)))
        if key not in self._known:
            self._known[key] = min(MOST_PATHS, self._step(position, kept, facts))
        return self._known[key]

    def _step(self, position: int, given: dict[str, Any], facts: _Situations) -> int:
        step = self._scenario.steps[position]
        seen = [(one, {**one, **given}) for one in facts]
        here = [(one, values) for one, values in seen if holds(step.when, values)]
        aside = {id(one) for one, _ in here}
        total = self.ways(position + 1, given, tuple(one for one in facts if id(one) not in aside))
        taken: dict[str, list[Mapping[str, FactValue]]] = {}
        ways: dict[str, tuple[int | None, dict[str, Any]]] = {}
        for one, values in here:
            options = offered(step, values)
            refused = forbidden(options, values)
            for option in options:
                if option.id in refused:
                    continue
                taken.setdefault(option.id, []).append(one)
                if option.id not in ways:
                    after = dict(given)
                    enter(after, step, option.id)
                    leaves = bool(option.go) or step.kind == "outcome"
                    ways[option.id] = (None if leaves else following(self._scenario, position, option), after)
        for option_id, (target, after) in ways.items():
            total += 1 if target is None else self.ways(target, after, tuple(taken[option_id]))
        return total
