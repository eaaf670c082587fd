"""What Today reads, in one job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimdesk.ui.cases.reading import CaseBook, read_cases

if TYPE_CHECKING:
    from claimdesk.core.cases.reading import Today
    from claimdesk.core.desk import Desk
    from claimdesk.core.health.defect_rates import DefectLimit, DefectRate


@dataclass(frozen=True, slots=True)
class TodayBook:
    """What is due, all cases for the charts, every outcome by its id, the files that are recognised, the defect rates and their limits."""

    today: Today
    book: CaseBook
    outcomes: Mapping[str, Any]
    formats: tuple[Any, ...]
    rates: tuple[DefectRate, ...]
    limits: tuple[DefectLimit, ...]


def read_today(desk: Desk, now: datetime) -> TodayBook:
    """For a lane, never for the main thread."""
    from claimdesk.core.cases.outcomes import Outcomes  # read with the first list, not with the frame

    book = read_cases(desk, now)
    return TodayBook(
        today=desk.cases.today(now),
        book=book,
        outcomes={outcome.id: outcome for outcome in Outcomes.load().all()},
        formats=tuple(desk.imports.formats()),
        rates=desk.defect_rates.now(book.rows, now),
        limits=desk.defect_rates.limits,
    )
