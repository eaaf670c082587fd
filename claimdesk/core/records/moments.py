"""Points in time as files give them: an instant in UTC, or only a day.

Stored and printed as text (`2026-11-17T06:20:00Z` or `2026-11-17`): both sort in time order, and a
day is never shown with an hour that nobody knows.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

Moment = datetime | date


def moment_text(moment: Moment | None) -> str | None:
    """ISO 8601 text of a moment; None stays None. Raises ValueError for an instant without a zone."""
    if moment is None:
        return None
    if isinstance(moment, datetime):
        if moment.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def parse_moment(text: str | None) -> Moment | None:
    """The moment that `moment_text` wrote; None or empty gives None. Raises ValueError for anything else."""
    if not text:
        return None
    if len(text) == 10:
        return date.fromisoformat(text)
    instant = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(UTC)


def day_of(moment: Moment) -> date:
    """The calendar day of a moment, in the zone that an instant is in (UTC as stored)."""
    return moment.date() if isinstance(moment, datetime) else moment
