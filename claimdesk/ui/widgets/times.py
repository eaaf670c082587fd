"""Times, money and counts as DESIGN §5 writes them, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from claimdesk.core.records.moments import Moment
from claimdesk.core.records.money import Money, minor_digits
from claimdesk.ui.wording import window_text

ZONES = (
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Tokyo",
    "Asia/Kolkata",
    "Australia/Sydney",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Rome",
    "America/New_York",
    "America/Toronto",
    "America/Los_Angeles",
    "America/Vancouver",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "UTC",
)
_SOON = timedelta(days=3)
_SECONDS_FROM = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Countdown:
    """Time left in words, and how it is drawn: `level` is overdue, today, soon, later or none."""

    text: str
    level: str

    @property
    def role(self) -> str:
        """Colour role of the text."""
        return {"overdue": "danger", "today": "warn", "soon": "text", "later": "text2", "none": "text3"}[self.level]

    @property
    def icon(self) -> str:
        return {
            "overdue": "warning-octagon-fill",
            "today": "hourglass-medium",
            "soon": "clock",
            "later": "calendar-blank",
            "none": "hourglass",
        }[self.level]


def countdown(due: datetime | None, now: datetime, language: str, zone: str = "Asia/Shanghai") -> Countdown:
    """How long until `due`, or how late. `today` means the same day in the operator's zone."""
    if due is None:
        return Countdown(window_text("no_deadline").get(language), "none")
    left = due - now
    if left < timedelta(0):
        late = window_text("late", {"span": "{span}"}).get(language)
        return Countdown(late.replace("{span}", span_text(-left, language)), "overdue")
    home = zone_of(zone)
    if due.astimezone(home).date() == now.astimezone(home).date():
        level = "today"
    else:
        level = "soon" if left <= _SOON else "later"
    return Countdown(span_text(left, language), level)


def span_text(span: timedelta, language: str) -> str:
    """`9 m 05 s`, `5 h 05 m`, `1 d 17 h`, `9 d`; Chinese `5 小时 05 分`."""
    seconds = max(0, int(span.total_seconds()))
    minutes, rest = divmod(seconds, 60)
    hours, only_minutes = divmod(minutes, 60)
    days, only_hours = divmod(hours, 24)
    if span < _SECONDS_FROM:
        return window_text("span_seconds", {"m": minutes, "s": rest}).get(language)
    if hours < 1:
        return window_text("span_minutes", {"m": minutes}).get(language)
    if days < 1:
        return window_text("span_hours", {"h": hours, "m": only_minutes}).get(language)
    if span <= _SOON:
        return window_text("span_days_hours", {"d": days, "h": only_hours}).get(language)
    return window_text("span_days", {"d": days}).get(language)


def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name; UTC for a name that does not exist."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def zone_title(name: str, language: str) -> str:
    """What a zone is called in the status bar (`Beijing`); the city of its name when it has no other."""
    try:
        return window_text("zone_" + name.replace("/", "_")).get(language)
    except KeyError:
        return name.rpartition("/")[2].replace("_", " ")


def clock_text(instant: datetime, zone: str = "Asia/Shanghai") -> str:
    """`14:20` in a zone."""
    return instant.astimezone(zone_of(zone)).strftime("%H:%M")


def day_text(moment: Moment | None, language: str, *, zone: str = "Asia/Shanghai", year: bool = False) -> str:
    """`26 Oct`, with the year `26 Oct 2026`; Chinese `10-26` and `2026-10-26`. Empty for None.

    An instant is shown in the zone, a day as it is.
    """
    if moment is None:
        return ""
    day = local_day(moment, zone)
    if language.startswith("zh"):
        return day.isoformat() if year else f"{day:%m-%d}"
    month = _english().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def month_text(day: date, language: str) -> str:
    """`Nov 2026`; Chinese `2026-11`."""
    if language.startswith("zh"):
        return f"{day:%Y-%m}"
    return f"{_english().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)} {day.year}"


def moment_text(moment: Moment | None, language: str, *, zone: str = "Asia/Shanghai", year: bool = False) -> str:
    """As `day_text`, with the clock time where the hour is known: `26 Oct 14:20`."""
    day = day_text(moment, language, zone=zone, year=year)
    return f"{day} {clock_text(moment, zone)}" if isinstance(moment, datetime) else day


def due_text(due: datetime, now: datetime, language: str, *, zone: str = "Asia/Shanghai") -> str:
    """The clock time of a deadline as a list shows it: `today 19:25`, `tomorrow 09:00`, `Thu 08:00`, `4 Dec 08:00`."""
    home = zone_of(zone)
    day = due.astimezone(home).date()
    apart = (day - now.astimezone(home).date()).days
    if apart in (-1, 0, 1):
        name = window_text({-1: "yesterday", 0: "today", 1: "tomorrow"}[apart]).get(language)
    elif 1 < apart < 7:
        name = weekday_text(day, language)
    else:
        name = day_text(day, language)
    return f"{name} {clock_text(due, zone)}"


def two_clocks(due: datetime, now: datetime, language: str, home: str, there: str) -> str:
    """A deadline in the shop's zone, then in the marketplace's: `Beijing today 19:25 · Pacific 03:25`.

    The day there is named only where it is another one.
    """
    here = f"{zone_title(home, language)} {due_text(due, now, language, zone=home)}"
    if same_clock(due, home, there):
        return here
    same = local_day(due, home) == local_day(due, there)
    day = "" if same else f"{weekday_text(local_day(due, there), language)} "
    return f"{here} · {zone_title(there, language)} {day}{clock_text(due, there)}"


def same_clock(instant: datetime, one: str, other: str) -> bool:
    """Whether two zones show the same time at an instant."""
    return instant.astimezone(zone_of(one)).utcoffset() == instant.astimezone(zone_of(other)).utcoffset()


def weekday_text(day: date, language: str, *, long: bool = False) -> str:
    """`Tue` or `Tuesday`; Chinese `周二` or `星期二`."""
    form = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return _locale(language).standaloneDayName(day.isoweekday(), form)


def long_day_text(day: date, language: str) -> str:
    """`Tuesday, 17 November`; Chinese `11 月 17 日 星期二`."""
    if language.startswith("zh"):
        return f"{day.month} 月 {day.day} 日 {weekday_text(day, language, long=True)}"
    return _english().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM")


def money_text(minor: int | None, currency: str) -> str:
    """`$58.60`, `€34.90`, `CHF 12.00`, `¥1,200`; empty for None."""
    if minor is None:
        return ""
    amount = Money(abs(minor), currency).decimal()
    sign = "−" if minor < 0 else ""
    return f"{sign}{_symbol(currency)}{amount:,.{minor_digits(currency)}f}"


def count_text(number: int) -> str:
    """`128,462`."""
    return f"{number:,}"


def percent_text(share: float) -> str:
    """`0.62 %`."""
    return f"{share * 100:.2f} %"


def local_day(moment: Moment, zone: str = "Asia/Shanghai") -> date:
    """The calendar day of an instant in a zone, or the day itself."""
    if isinstance(moment, datetime):
        return moment.astimezone(zone_of(zone)).date()
    return moment


def utc(moment: Moment) -> datetime:
    """A day as its first instant in UTC, an instant as it is; for sorting only."""
    return moment if isinstance(moment, datetime) else datetime(moment.year, moment.month, moment.day, tzinfo=UTC)


@cache
def _symbol(currency: str) -> str:
    if not currency:
        return ""
    from babel.numbers import get_currency_symbol  # at the first amount: it is not needed to paint the frame

    symbol: str = get_currency_symbol(currency, "en_US")
    return f"{symbol} " if symbol.isalpha() else symbol


@cache
def _english() -> QLocale:
    return QLocale.c()  # English with months of three letters; the British one says "Sept"


@cache
def _chinese() -> QLocale:
    return QLocale(QLocale.Language.Chinese, QLocale.Country.China)


def _locale(language: str) -> QLocale:
    return _chinese() if language.startswith("zh") else _english()
