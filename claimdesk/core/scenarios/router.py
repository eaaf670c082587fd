"""Which scenarios fit an order, best first, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import FactValue
from claimdesk.core.scenarios.schema import Scenario
from claimdesk.core.scenarios.telling import told


@dataclass(frozen=True, slots=True)
class Suggested:
    """A scenario that fits, how well (0 to 100), and why."""

    scenario: Scenario
    score: int
    because: tuple[Bilingual, ...]


def suggest(scenarios: Iterable[Scenario], facts: Mapping[str, FactValue], platform: str) -> tuple[Suggested, ...]:
    """The fitting scenarios for these facts on this platform, best first; equal scores keep the order given."""
    found: list[Suggested] = []
    for scenario in scenarios:
        if platform not in scenario.platforms:
            continue
        fitting = [s for s in scenario.suggest if holds(s.when, facts)]
        if fitting:
            fitting.sort(key=lambda s: -s.score)
            because = tuple(told(s.because, facts) for s in fitting)
            found.append(Suggested(scenario, fitting[0].score, because))
    return tuple(sorted(found, key=lambda s: -s.score))
