"""The key figures of a period, counted once over its cases and orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.core.reporting.entries import OrderEntry


@dataclass(slots=True)
class OrderFigures:
    """Orders counted while they pass: how many, and what they came to by currency (minor units)."""

    count: int = 0
    totals: Counter[str] = field(default_factory=Counter)

    def counting(self, entries: Iterable[OrderEntry]) -> Iterator[OrderEntry]:
        """The same entries; each is counted when it is taken. Amounts are what was paid, refunds not taken off."""
        for entry in entries:
            self.count += 1
            if entry.order.total_minor is not None:
                self.totals[entry.order.currency] += entry.order.total_minor
            yield entry


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """What a period's cases come to; `disputed` is minor units by currency."""

    count: int
    by_status: Counter[CaseStatus]
    overdue: int
    disputed: Counter[str]
    by_scenario: tuple[tuple[CaseRow, int, int], ...]  # one row of the scenario, cases, of them closed
    by_outcome: tuple[tuple[str, int], ...]


def case_figures(rows: Iterable[CaseRow], now: datetime) -> CaseFigures:
    """Count cases: scenarios and outcomes the most frequent first, equal ones by id."""
    cases = tuple(rows)
    samples = {case.scenario: case for case in cases}
    scenarios = Counter(case.scenario for case in cases)
    closed = Counter(case.scenario for case in cases if case.status is CaseStatus.CLOSED)
    outcomes = Counter(case.outcome for case in cases if case.outcome)
    disputed: Counter[str] = Counter()
    for case in cases:
        if case.amount_minor is not None:
            disputed[case.currency] += case.amount_minor
    return CaseFigures(
        count=len(cases),
        by_status=Counter(case.status for case in cases),
        overdue=sum(_is_overdue(case, now) for case in cases),
        disputed=disputed,
        by_scenario=tuple((samples[name], n, closed[name]) for name, n in _frequent(scenarios)),
        by_outcome=tuple(_frequent(outcomes)),
    )


def _is_overdue(case: CaseRow, now: datetime) -> bool:
    due = case.next_deadline
    return case.status is not CaseStatus.CLOSED and due is not None and due.safe < now


def _frequent(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
