"""Dates by explicit patterns: nothing is guessed from one value, and a day stays a day.

A pattern is compiled once to a regular expression; a column is decided from all its values, because
`05/03/2026` alone does not say which of its numbers is the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from claimdesk.core.knowledge.months import months
from claimdesk.core.records.moments import moment_text

_TOKENS: Final = {
    "YYYY": r"(?P<Y>\d{4})",
    "YY": r"(?P<y>\d{2})",
    "MMM": r"(?P<N>[^\W\d_]{3,12}\.?|[\u0e00-\u0e4e.]{4,12}|[Tt]h(?:áng|g)?\.? ?\d{1,2})",
    "MM": r"(?P<M>\d{1,2})",
    "M": r"(?P<M>\d{1,2})",
    "DD": r"(?P<D>\d{1,2})",
    "D": r"(?P<D>\d{1,2})",
    "HH": r"(?P<H>\d{1,2})",
    "H": r"(?P<H>\d{1,2})",
    "hh": r"(?P<h>\d{1,2})",
    "h": r"(?P<h>\d{1,2})",
    "mm": r"(?P<m>\d{2})",
    "ss": r"(?P<s>\d{2})(?:\.\d{1,9})?",
    "A": r"(?P<A>[AaPp]\.?\s?[Mm]\.?|[上下]午|午[前後]|오[전후]|SA|CH)",
    "ZZ": r"(?P<Z>Z|(?:GMT|UTC)?[+-]\d{1,2}(?:[:.]?\d{2})?)",
    "zzz": r"(?P<z>[A-Z]{2,5})(?:\s?\((?P<Z>(?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?)\))?",  # PST(UTC-8)
}
_TOKEN = re.compile("|".join(_TOKENS))
_ISO: Final = ("YYYY-MM-DD", "YYYY-MM-DDTHH:mm:ss", "YYYY-MM-DD HH:mm:ss", "YYYY-MM-DDTHH:mm:ssZZ",
               "YYYY-MM-DD HH:mm:ss ZZ", "YYYY-MM-DD HH:mm:ssZZ", "YYYY-MM-DD HH:mm", "YYYY-MM-DDTHH:mm")  # fmt: skip
# Letters that stand for an hour of a region: the day decides between summer and winter, files say PST in July.
_LETTERS: Final = {
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "EST": "America/New_York", "EDT": "America/New_York",
    "GMT": "UTC", "UTC": "UTC", "Z": "UTC", "BST": "Europe/London", "CET": "Europe/Berlin", "CEST": "Europe/Berlin",
    "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin", "JST": "Asia/Tokyo", "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney", "IST": "Asia/Kolkata",
}  # fmt: skip
_NARROW: Final = str.maketrans({"\u202f": " ", "\xa0": " ", "：": ":", "／": "/", "－": "-"})
_EXCEL_EPOCH: Final = datetime(1899, 12, 30, tzinfo=UTC)
_DIGITS: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?")
_WEEKDAY: Final = re.compile(r"([^\W\d_]{2,10})\.?,\s+")
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONTHS: Final = 12
_YEARS: Final = (1990, 2100)
_BUDDHIST: Final = 543  # years of the Thai calendar are that much ahead
_MIDNIGHT: Final = 24  # some exporters write the end of a day as 24:00
_UTC_ISO: Final = re.compile(r"(?:199\d|20\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00|Z)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date: `day_first` is None unless day and month are both numbers in an order that could turn."""

    text: str
    expression: re.Pattern[str]
    day_first: bool | None

    def read(self, text: str, zone: str) -> datetime | date | None:
        """The moment a text says in this pattern, None when it does not fit or no such day exists."""
        match = self.expression.fullmatch(text)
        return _moment(match.groupdict(), zone) if match else None


@lru_cache(maxsize=500)
def pattern(text: str) -> Pattern:
    """The compiled form of a pattern such as `MM/DD/YYYY h:mm:ss A`."""
    parts: list[str] = []
    order: list[str] = []
    position = 0
    for token in _TOKEN.finditer(text):
        parts.append(_literal(text[position : token.start()]) + _TOKENS[token.group()])
        order.append(token.group()[0] if token.group() != "MMM" else "N")
        position = token.end()
    parts.append(_literal(text[position:]))
    turnable = "D" in order and "M" in order and order[0] != "Y"
    return Pattern(text, re.compile("".join(parts)), order.index("D") < order.index("M") if turnable else None)


def _literal(text: str) -> str:
    return re.sub(r"(?:\\ |\s)+", r"\\s+", re.escape(text))


def turned(one: Pattern) -> Pattern:
    """The same pattern with day and month exchanged."""
    swap = {"DD": "MM", "D": "M", "MM": "DD", "M": "D"}
    return pattern(_TOKEN.sub(lambda token: swap.get(token.group(), token.group()), one.text))


def _moment(found: dict[str, str | None], zone: str) -> datetime | date | None:
    try:
        year = int(found.get("Y") or 2000 + int(found.get("y") or ""))
        month = _month(found.get("N")) if found.get("N") else int(found["M"] or "")
        if _YEARS[0] <= year - _BUDDHIST <= _YEARS[1]:
            year -= _BUDDHIST
        day = date(year, month, int(found["D"] or ""))
        if not _YEARS[0] <= day.year <= _YEARS[1]:
            return None
        hour = _hour(found)
        if hour is None:
            return day
        clock = time(hour % 24, int(found["m"] or 0), int(found.get("s") or 0), tzinfo=_zone(found, zone))
        midnight = timedelta(days=1) if hour == _MIDNIGHT else timedelta()
        return (datetime.combine(day, clock) + midnight).astimezone(UTC)
    except (ValueError, KeyError, OverflowError):
        return None


def _month(name: str | None) -> int:
    text = (name or "").casefold().rstrip(".")
    number = re.search(r"\d+$", text)  # Vietnamese months are numbered: `tháng 6`
    return int(number.group()) if number else months()[text]


def _hour(found: dict[str, str | None]) -> int | None:
    if found.get("H"):
        hour = int(found["H"] or 0)
        if hour > _MIDNIGHT or (hour == _MIDNIGHT and int(found["m"] or 0)):
            raise ValueError(hour)
        return hour
    if not found.get("h"):
        return None
    hour = int(found["h"] or 0)
    if not 1 <= hour <= 12:
        raise ValueError("12-hour clock")
    afternoon = any(letter in "PpC下後후" for letter in found.get("A") or "")
    return hour % 12 + (12 if afternoon else 0)


def _zone(found: dict[str, str | None], zone: str) -> timezone | ZoneInfo:
    offset = found.get("Z")
    if offset:
        if offset == "Z":
            return UTC
        sign = -1 if "-" in offset else 1
        digits = re.sub(r"\D", "", offset)
        hours, minutes = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
        return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
    letters = found.get("z")
    return ZoneInfo(_LETTERS[letters] if letters else zone or "UTC")


# What spreadsheets and ERPs make of any date: tried after the format's own patterns.
_ANYWHERE: Final = tuple(
    f"{day}{clock}"
    for day in ("YYYY/M/D", "YYYY.M.D", "YYYY年M月D日", "DD-MMM-YYYY", "DD-MMM-YY", "D MMM YYYY", "D. MMM YYYY",
                "MMM D, YYYY", "MMM-DD-YYYY", "MMM D YYYY", "D MMM, YYYY")
    for clock in ("", " H:mm", " H:mm:ss", " h:mm A", " h:mm:ss A", " A h:mm", " A h:mm:ss", " Ah:mm", " Ah:mm:ss",
                  " H:mm:ss ZZ")
) + tuple(
    f"YYYY年M月D日{blank}{clock}"
    for blank in ("", " ")
    for clock in ("H:mm", "H:mm:ss", "H时mm分", "H时mm分ss秒", "H時mm分", "H時mm分ss秒")
) + ("YYYY-M-D", "YYYY-M-D H:mm:ss")  # fmt: skip
_NUMBERS: Final = tuple(
    f"{first}{clock}"
    for first in ("M/D/YYYY", "M/D/YY", "M-D-YYYY", "M.D.YYYY", "M.D.YY")
    for clock in ("", " H:mm", " H:mm:ss", " h:mm A", " h:mm:ss A", ", H:mm", ", H:mm:ss", ", h:mm:ss A")
)


@dataclass(frozen=True, slots=True)
class DateColumn:
    """How one column is read: its values as moments' texts, those nothing could read, and what was assumed."""

    texts: dict[str, str]
    unreadable: frozenset[str]
    undecided: frozenset[str]
    serials: frozenset[str]
    turned: bool  # day and month stand the other way round than the format says
    exchanged: frozenset[str] = frozenset()  # days in which a spreadsheet had exchanged day and month
    order: str = ""  # `day` or `month` first, where the values themselves say so
    is_open: bool = False  # holds days that either order would read, and none that decides


def read_dates(
    values: Iterable[str], patterns: tuple[str, ...], zone: str, *, order: str = "", lean: str = ""
) -> DateColumn:
    """Decide a column from its distinct values: the format's own order first, the other one when only that fits.

    `order` is what the operator said (`day`, `month`), or `ask` where no order is known beforehand; `lean` is what
    the file's other columns decided, for a column that does not decide itself.
    """
    texts: dict[str, str] = {}
    rest: list[str] = []
    own = [pattern(text) for text in patterns]
    fixed = [*_iso(), *(one for one in own if one.day_first is None)]
    declared = [one for one in own if one.day_first is not None]
    for value in values:
        moment = None if _UTC_ISO.fullmatch(value) is None else _utc_iso(value)
        if moment is None:
            moment = _first(fixed, value.translate(_NARROW), zone)
        if moment is None:
            rest.append(value)
        else:
            texts[value] = moment
    if rest:
        rest = _elsewhere(texts, rest, declared, zone)
    if not declared:
        order = order or "ask"
    first = order if order in ("day", "month") else "day" if declared and declared[0].day_first else "month"
    return _decided(texts, rest, _both_ways(tuple(declared), first), zone, _Order(first, order, lean))


@lru_cache(maxsize=1)
def _iso() -> tuple[Pattern, ...]:
    return tuple(map(pattern, _ISO))


@lru_cache(maxsize=1)
def _anywhere() -> list[Pattern]:
    return list(map(pattern, _ANYWHERE))


@lru_cache(maxsize=100)
def _both_ways(declared: tuple[Pattern, ...], first: str) -> tuple[list[Pattern], list[Pattern]]:
    """The patterns with day and month as numbers in the order believed, and the same the other way round."""
    ways = [*declared, *map(pattern, _NUMBERS)]
    right = [one if one.day_first == (first == "day") else turned(one) for one in ways]
    return right, [turned(one) for one in right]


def _elsewhere(texts: dict[str, str], rest: list[str], declared: list[Pattern], zone: str) -> list[str]:
    """Read what the format's patterns do not know in ways that leave no doubt; what is left comes back."""
    left: list[str] = []
    for value in rest:
        plain = value.translate(_NARROW)
        moment = None if _first(declared, plain, zone) else _first(_anywhere(), _plainer(plain), zone)
        if moment is None:
            left.append(value)
        else:
            texts[value] = moment
    return left


def _plainer(text: str) -> str:
    """A date without the name of its weekday, and one of digits alone with signs between them."""
    digits = _DIGITS.fullmatch(text)
    if digits:
        day = "-".join(digits.group(1, 2, 3))
        return f"{day} {':'.join(digits.group(4, 5, 6))}" if digits.group(4) else day
    weekday = _WEEKDAY.match(text)
    return text[weekday.end() :] if weekday and weekday.group(1).casefold() not in months() else text


def _utc_iso(value: str) -> str | None:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value[:19] + "Z"


def _first(patterns: Iterable[Pattern], value: str, zone: str) -> str | None:
    for one in patterns:
        moment = one.read(value, zone)
        if moment is not None:
            return moment_text(moment)
    return None


@dataclass(frozen=True, slots=True)
class _Order:
    """The order that is tried first, what was said about it, and what the file's other columns say."""

    first: str
    said: str
    lean: str

    @property
    def other(self) -> str:
        return "month" if self.first == "day" else "day"


def _decided(
    texts: dict[str, str], rest: list[str], ways: tuple[list[Pattern], list[Pattern]], zone: str, order: _Order
) -> DateColumn:
    right = {value: _first(ways[0], value.translate(_NARROW), zone) for value in rest}
    other = {value: _first(ways[1], value.translate(_NARROW), zone) for value in rest}
    dates = [value for value in rest if right[value] or other[value]]
    serials = frozenset(value for value in rest if value not in dates and _serial(value, zone) is not None)
    unreadable = frozenset(value for value in rest if value not in serials and not (right[value] or other[value]))
    texts.update({value: _serial(value, zone) or "" for value in serials})
    doubtful = frozenset(value for value in dates if right[value] and other[value] and right[value] != other[value])
    seen = {order.first for value in dates if not other[value]} | {order.other for value in dates if not right[value]}
    undecided: frozenset[str] = frozenset()
    lean = order.lean or ("day" if doubtful and order.said == "ask" and all(map(_dotted, doubtful)) else "")
    takes_other = seen == {order.other} or (not seen and lean == order.other)
    if order.said in ("day", "month"):
        takes_other = False
    elif len(seen) == 2 or (not seen and not lean and order.said == "ask"):
        undecided = doubtful
    for value in dates:
        if value not in undecided:
            texts[value] = (other[value] or right[value] if takes_other else right[value] or other[value]) or ""
    exchanged = _exchanged_by_spreadsheet(texts, right, other) if order.said == "" else frozenset()
    texts.update({value: f"{value[:4]}-{value[8:]}-{value[5:7]}" for value in exchanged})
    return DateColumn(
        texts=texts,
        unreadable=unreadable,
        undecided=undecided,
        serials=serials,
        turned=takes_other and order.said == "" and bool(dates),
        exchanged=exchanged,
        order=seen.pop() if len(seen) == 1 else "",
        is_open=not seen and bool(doubtful),
    )


def _dotted(value: str) -> bool:
    """Whether day, month and year stand between points, which only those do who put the day first."""
    return value[:6].count(".") == 2


def _exchanged_by_spreadsheet(
    texts: dict[str, str], as_declared: dict[str, str | None], as_turned: dict[str, str | None]
) -> frozenset[str]:
    """Days that a spreadsheet set to the other order made of `05-01-22`, leaving `04-30-22` beside them as text.

    It turned every text it could read as a date. Where only texts are left that it could not read in its order, and
    all its dates have a day that could be a month, it read them in that order too: day and month are exchanged back.
    """
    left = [value for value in as_declared if as_declared[value] or as_turned[value]]
    made = frozenset(value for value in texts if _ISO_DAY.fullmatch(value))
    if not left or not made or any(as_turned[value] for value in left):
        return frozenset()
    return made if all(int(value[8:]) <= _MONTHS for value in made) else frozenset()


def _serial(value: str, zone: str) -> str | None:
    """The day, or the second, that a spreadsheet's serial number stands for (1900 system, 2000 to 2100)."""
    if not re.fullmatch(r"\d{5}(?:\.\d+)?", value):
        return None
    number = float(value)
    if not 36526 <= number <= 73050:
        return None
    moment = _EXCEL_EPOCH + timedelta(seconds=round(number * 86_400))
    if number == int(number):
        return moment.date().isoformat()
    return moment_text(moment.replace(tzinfo=ZoneInfo(zone or "UTC")).astimezone(UTC))
