"""Comparing moments of which some are instants and some only days."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

from claimdesk.core.records.moments import Moment, day_of


def is_after(moment: Moment, limit: Moment) -> bool:
    """Whether a moment lies past a limit; where one of them is only a day, the next day must have begun."""
    if isinstance(moment, datetime) and isinstance(limit, datetime):
        return moment > limit
    return day_of(moment) > day_of(limit)


def days_past(now: datetime, limit: Moment) -> int:
    """Days begun since a limit: 1 from the moment it passed, 0 during the day before it, negative earlier."""
    if isinstance(limit, datetime):
        return math.ceil(_elapsed(limit, now) / timedelta(days=1))
    return (day_of(now) - limit).days


def days_since(now: datetime, moment: Moment) -> int:
    """Whole days that have gone by since a moment."""
    if isinstance(moment, datetime):
        return _elapsed(moment, now).days
    return (day_of(now) - moment).days


def _elapsed(start: datetime, end: datetime) -> timedelta:
    """The time between two instants; by way of UTC, because Python ignores the clock change inside one zone."""
    return end.astimezone(UTC) - start.astimezone(UTC)
