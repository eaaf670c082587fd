"""The rules above the arithmetic: what is forbidden and what has to be said, by facts and earlier answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.remedies.schema import RuleFile


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says of one remedy: the words, their tone (plain, ok, danger) and where it is written."""

    reason: Bilingual
    tone: str
    source: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """By remedy: why it is forbidden, and what has to be known about it; and what holds for all of them."""

    forbidden: Mapping[str, Ruling]
    notes: Mapping[str, Ruling]
    reminders: tuple[Ruling, ...]


def with_signals(rules: RuleFile, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with every signal, true or false."""
    known = dict(values)
    for signal in rules.signals:
        known[signal.id] = holds(signal.when, known)
    return known


def rulings(rules: RuleFile, values: Mapping[str, Any]) -> Rulings:
    """What the rules say about each remedy; of several, the first. `values` hold the signals already."""
    forbidden: dict[str, Ruling] = {}
    notes: dict[str, Ruling] = {}
    for rule in rules.rules:
        if not holds(rule.when, values):
            continue
        ruling = Ruling(rule.reason, rule.tone, rule.source)
        for option in rule.forbids:
            forbidden.setdefault(option, ruling)
        for option in rule.notes:
            notes.setdefault(option, ruling)
    reminders = (r for r in rules.reminders if holds(r.when, values))
    return Rulings(forbidden, notes, tuple(Ruling(r.reason, r.tone, r.source) for r in reminders))
