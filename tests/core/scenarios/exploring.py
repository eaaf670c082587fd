"""Walks a scenario through every decision that makes a difference, with the walk itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import product

from claimdesk.core.cases.facts import case_facts
from claimdesk.core.knowledge.conditions import constants_in, names_in
from claimdesk.core.records.cases import Answer, Case
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.orders import Order
from claimdesk.core.scenarios.checks import conditions
from claimdesk.core.scenarios.schema import Scenario
from claimdesk.core.scenarios.walk import Walk, walk

AT = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
Facts = dict[str, FactValue]

# Every fact there is: those of an order, and those that a case adds.
FACTS = frozenset(case_facts(Case(0, 1, AT, "S03"), Order(1, "amazon", "1"), AT, "UTC").items)

# What facts may be; a name that is not here is a moment, an amount or free text.
VALUES: Mapping[str, tuple[FactValue, ...]] = {
    "region": ("US", "UK", "EU", "JP", "IN", "CA", "AU", "other", None),
    "fulfilment": ("seller", "platform", "unknown"),
    "status": ("unknown", "pending", "unshipped", "shipped", "delivered", "returned", "refunded", "cancelled"),
    "tracking": ("none", "label", "transit", "customs", "exception", "delivered", "returning"),
    "window": ("in_time", "late", "unknown"),
    "has_tracking": (True, False),
    "shipped_on_time": (True, False, None),
    "delivered_on_time": (True, False, None),
    "cancel_requested": (True, False),
    "refunded": (True, False),
    "cancelled": (True, False),
    "chargeback": (True, False, None),
    "return_state": ("requested", "authorised", "received", None),
    "days_late": (-20, -1, 0, 1, 3, 40, None),
    "days_since_shipped": (0, 4, 20, 60, None),
    "days_since_scan": (0, 5, 6, 10, 11, 30, None),
    "days_since_decision": (0, 1, 2, 29, 30, None),
    "issue": ("inr", "snad", "return", "cancel", "partial", "refund_status", None),
    "claim": ("request", "open", "info_request", "granted", "denied", "withdrawn", None),
    "messages_sent": (0, 1, 5),
    "evidence_files": (0, 2),
}


def known_values(scenario: Scenario, name: str) -> tuple[FactValue, ...]:
    """What a fact may be for the orders of a scenario."""
    if name == "platform":
        return scenario.platforms
    return VALUES.get(name, (None, "2026-11-10", "2026-11-25"))


def deciding_facts(scenario: Scenario) -> tuple[str, ...]:
    """The facts that decide which steps and options there are; what is only preselected decides nothing."""
    asked: set[str] = set()
    for where, condition in conditions(scenario):
        if condition and where.startswith("steps.") and not where.endswith(".prefill"):
            asked |= names_in(condition)
    return tuple(sorted(asked & FACTS))


def situations(scenario: Scenario) -> Iterator[Facts]:
    """Every combination of the facts that decide; platforms that no condition tells apart are tried as one."""
    names = deciding_facts(scenario)
    platforms = tuple({platforms_like(scenario, one)[0]: None for one in scenario.platforms})
    values = (platforms if name == "platform" else known_values(scenario, name) for name in names)
    for row in product(*values):
        yield dict(zip(names, row, strict=True))


def platforms_like(scenario: Scenario, platform: str) -> tuple[str, ...]:
    """The platforms that conditions cannot tell from this one, itself included."""
    named = {value for _, text in conditions(scenario) if text for value in constants_in(text).get("platform", ())}
    if platform in named:
        return (platform,)
    return tuple(one for one in scenario.platforms if one not in named)


def answered(*chosen: tuple[str, str]) -> dict[str, Answer]:
    """Answers by step, as a case holds them."""
    return {step: Answer(step, option, AT) for step, option in chosen}


def explore(scenario: Scenario, facts: Mapping[str, FactValue]) -> Iterator[tuple[Walk, tuple[tuple[str, str], ...]]]:
    """Every state that choosing can lead to, once for all the ways that no later condition can tell apart."""
    later = _asked_from(scenario)
    seen: set[object] = set()
    waiting: list[tuple[tuple[str, str], ...]] = [()]
    while waiting:
        chosen = waiting.pop()
        found = walk(scenario, facts, answered(*chosen))
        looked = later.get(found.current or "", frozenset())
        key = (found.current, found.goes, tuple(pair for pair in chosen if pair[0] in looked))
        if key in seen:
            continue
        seen.add(key)
        yield found, chosen
        place = found.at(found.current) if found.current else None
        if place is not None:
            waiting += [
                (*chosen, (place.step.id, option.id)) for option in place.options if option.id not in place.disabled
            ]


def _asked_from(scenario: Scenario) -> dict[str, frozenset[str]]:
    """The names that conditions of a step and of those after it look at, by step."""
    found: dict[str, frozenset[str]] = {}
    asked: set[str] = set()
    for step in reversed(scenario.steps):
        for where, condition in conditions(scenario):
            if condition and where.startswith(f"steps.{step.id}."):
                asked |= names_in(condition)
        # What a step proves stands for the answers it was proved from.
        asked |= {
            name for earlier in scenario.steps for when in earlier.proves.values() if when for name in names_in(when)
        }
        found[step.id] = frozenset(asked)
    return found
