"""When a span ends, computed another way: seconds since 1970 and day numbers instead of calendar arithmetic."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from claimdesk.core.deadlines.schema import Span
from claimdesk.core.records.moments import Moment

_SECONDS = {"minutes": 60, "hours": 3_600, "cal_days": 86_400}


def both_ends(moment: Moment, span: Span, zone: str, country: str) -> tuple[datetime, datetime]:
    """The strict and the loose end of a span."""
    begun = moment.timestamp() if isinstance(moment, datetime) else _first_second(moment, zone)
    local = datetime.fromtimestamp(begun, ZoneInfo(zone))
    match span.unit:
        case "minutes" | "hours":
            latest = begun if isinstance(moment, datetime) else _first_second(moment + timedelta(1), zone) - 1
            seconds = span.amount * _SECONDS[span.unit]
            return _instant(begun + seconds), _instant(latest + seconds)
        case "cal_days":
            strict = begun + span.amount * _SECONDS[span.unit]
            led_to = datetime.fromtimestamp(strict, ZoneInfo(zone)).date()
            # A day is counted on from as a day, whatever the clocks do to its hours.
            last = led_to if isinstance(moment, datetime) else date.fromordinal(moment.toordinal() + span.amount)
            return _instant(strict), _instant(_first_second(last + timedelta(1), zone) - 1)
        case "date":
            end = begun if isinstance(moment, datetime) else _first_second(moment + timedelta(1), zone) - 1
            return _instant(end), _instant(end)
        case "biz_days":
            days = (date.fromordinal(local.toordinal() + n) for n in range(1, span.amount * 2 + 20))
            worked = [
                day for day in days if day.strftime("%a") not in ("Sat", "Sun") and day not in _free(country, day.year)
            ]
            last = worked[span.amount - 1] if span.amount else local.date()
            same = datetime(
                last.year, last.month, last.day, local.hour, local.minute, local.second, tzinfo=ZoneInfo(zone)
            )
            same = same.replace(fold=local.fold)
            return _instant(same.timestamp()), _instant(_first_second(last + timedelta(1), zone) - 1)


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


@cache
def _first_second(day: date, zone: str) -> float:
    """Found by search, not by asking for midnight: the first second whose local day is this one."""
    around = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    low, high = around - 86_400, around + 86_400
    while low < high:
        middle = (low + high) // 2
        if datetime.fromtimestamp(middle, ZoneInfo(zone)).date() < day:
            low = middle + 1
        else:
            high = middle
    return float(low)


@cache
def _free(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, years=[year]).keys())
    except NotImplementedError:
        return frozenset()
