"""How long a span is from a moment, in a zone and a country's calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import holidays

if TYPE_CHECKING:
    from claimdesk.core.deadlines.schema import Span
    from claimdesk.core.records.moments import Moment


def started(moment: Moment, zone: str) -> datetime:
    """The instant a clock starts: a day without an hour starts at its first moment in the zone."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment, time.min, ZoneInfo(zone)).astimezone(UTC)


def strict_end(moment: Moment, span: Span, zone: str, country: str) -> datetime:
    """The earliest reading of when a span is over, in UTC: to the second for hours, N times 24 hours for days."""
    start = started(moment, zone)
    match span.unit:
        case "minutes":
            return start + timedelta(minutes=span.amount)
        case "hours":
            return start + timedelta(hours=span.amount)
        case "cal_days":
            return start + timedelta(hours=24 * span.amount)
        case "date":
            return moment.astimezone(UTC) if isinstance(moment, datetime) else _end_of(moment, zone)
        case "biz_days":
            local = start.astimezone(ZoneInfo(zone))
            day = _business_day(local.date(), span.amount, country)
            return datetime.combine(day, local.time(), ZoneInfo(zone)).astimezone(UTC)


def loose_end(moment: Moment, span: Span, zone: str, country: str) -> datetime:
    """The latest reading of when a span is over, in UTC: days last until the end of the local day they lead to.

    A day without an hour is taken to start the clock with its last second.
    """
    match span.unit:
        case "minutes" | "hours":
            latest = moment if isinstance(moment, datetime) else _end_of(moment, zone)
            return strict_end(latest, span, zone, country)
        case "cal_days" if isinstance(moment, datetime):
            return _end_of(_day_in(strict_end(moment, span, zone, country), zone), zone)
        case "cal_days":
            return _end_of(moment + timedelta(days=span.amount), zone)
        case "biz_days":
            return _end_of(_business_day(_day_in(started(moment, zone), zone), span.amount, country), zone)
        case "date":
            return strict_end(moment, span, zone, country)


def _day_in(instant: datetime, zone: str) -> date:
    return instant.astimezone(ZoneInfo(zone)).date()


def _end_of(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(23, 59, 59), ZoneInfo(zone)).astimezone(UTC)


def _business_day(day: date, count: int, country: str) -> date:
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in _public_holidays(country, day.year):
            count -= 1
    return day


@cache
def _public_holidays(country: str, year: int) -> frozenset[date]:
    # A set per year: the library's own calendar fills itself while it is asked, which two threads must not share.
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
