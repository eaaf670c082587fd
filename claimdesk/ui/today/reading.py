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


@dataclass(frozen=True, slots=True)
class TodayBook:
    """What is due, all cases for the charts, every outcome by its id, and the files that are recognised."""

    today: Today
    book: CaseBook
    outcomes: Mapping[str, Any]
    formats: tuple[Any, ...]


def read_today(desk: Desk, now: datetime) -> TodayBook:
    """For a lane, never for the main thread."""
    from claimdesk.core.cases.outcomes import Outcomes  # read with the first list, not with the frame

    return TodayBook(
        today=desk.cases.today(now),
        book=read_cases(desk, now),
        outcomes={outcome.id: outcome for outcome in Outcomes.load().all()},
        formats=tuple(desk.imports.formats()),
    )
