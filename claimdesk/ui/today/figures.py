"""The figures of the right column, counted from the cases themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.ui.widgets.ends import ENDS
from claimdesk.ui.widgets.times import local_day

WEEKS = 12
CLOSED_DAYS = 90
FAMILIES = ("not_received", "not_as_described", "returns", "claims", "chargebacks", "feedback", "service")
# What the colours mean everywhere (DESIGN, Charts).
FAMILY_COLOURS = {
    "not_received": "c1", "not_as_described": "c2", "returns": "c3", "claims": "c5", "chargebacks": "c6",
    "feedback": "c4", "service": "c7",
}  # fmt: skip


class Ending(Protocol):
    """What an outcome says of itself."""

    good: bool

    @property
    def end(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Week:
    """Cases opened in one week, by family."""

    monday: date
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Ends:
    """How closed cases ended, and how many at no cost."""

    counts: Mapping[str, int]
    free: int

    @property
    def total(self) -> int:
        """All with an outcome."""
        return sum(self.counts.values())


def weeks(rows: Iterable[CaseRow], families: Mapping[str, str], now: datetime, zone: str) -> tuple[Week, ...]:
    """The last twelve weeks, the present one last, by the calendar of a zone."""
    today = local_day(now, zone)
    last = today - timedelta(days=today.weekday())
    mondays = [last - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)]
    counted: dict[date, dict[str, int]] = {monday: {} for monday in mondays}
    for row in rows:
        day = local_day(row.opened_at, zone)
        monday = day - timedelta(days=day.weekday())
        if monday in counted:
            family = families.get(row.scenario, "service")
            counted[monday][family] = counted[monday].get(family, 0) + 1
    return tuple(Week(monday, counted[monday]) for monday in mondays)


def ends(rows: Iterable[CaseRow], outcomes: Mapping[str, Ending], now: datetime) -> Ends:
    """Outcomes of the cases closed in the last ninety days; cases closed without one are not counted."""
    since = now - timedelta(days=CLOSED_DAYS)
    counted: dict[str, int] = {}
    free = 0
    for row in rows:
        outcome = outcomes.get(row.outcome)
        if row.status is not CaseStatus.CLOSED or outcome is None or row.closed_at is None or row.closed_at < since:
            continue
        kind = outcome.end
        counted[kind] = counted.get(kind, 0) + 1
        free += outcome.good
    return Ends({kind: counted[kind] for kind in ENDS if kind in counted}, free)
