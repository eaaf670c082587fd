"""Days and hours as mails print them, in seven languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from claimdesk.core.intake.folding import fold_pattern
from claimdesk.core.intake.schema import DaysFile
from claimdesk.core.knowledge.months import months_in_text
from claimdesk.core.knowledge.shipped import read_knowledge, shipped
from claimdesk.core.records.moments import Moment


@dataclass(frozen=True, slots=True)
class DateFound:
    """A moment at `start` up to `end` of a folded text."""

    moment: Moment
    start: int
    end: int


@cache
def _expression() -> re.Pattern[str]:
    names = "|".join(sorted({fold_pattern(name) for name in months_in_text()}, key=len, reverse=True))
    year = r"(?:20)\d\d"
    return re.compile(
        rf"(?P<iso>(?P<iy>{year})[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})(?!\d))"
        rf"|(?P<cjk>(?:(?P<cy>{year})年)?(?P<cm>\d{{1,2}})月(?P<cd>\d{{1,2}})[日号])"
        rf"|(?P<md>(?<![a-z])(?P<mn>{names})\.? (?P<mday>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.]\d|\d)(?:,? (?:of )?(?P<my>{year})(?!\d))?)"
        rf"|(?P<dm>(?<!\d)(?P<dday>\d{{1,2}})(?:st|nd|rd|th|er|\.|°|º|o)?[ -]?(?:of |de |di )?(?P<dn>{names})(?![a-z])\.?,?(?:[ -](?:de |del )?(?P<dy>{year})(?!\d))?)"
        rf"|(?P<num>(?<![\d/.\-])(?P<n1>\d{{1,2}})(?P<sep>[./-])(?P<n2>\d{{1,2}})(?:(?P=sep)(?P<ny>{year}|\d\d)?)?(?![\d/]|[.-]\d))"
    )


@cache
def _data() -> DaysFile:
    return read_knowledge(shipped("resources") / "intake" / "days.toml", DaysFile)


@cache
def _zones() -> Mapping[str, ZoneInfo]:
    return {word: ZoneInfo(name) for zones in (_data().zones, _data().zones_before) for word, name in zones.items()}


@cache
def _clock_after() -> re.Pattern[str]:
    """An hour straight behind a day."""
    words, halves = "|".join(_data().before_hour), "|".join(_data().halves)
    zones, before = "|".join(map(re.escape, _data().zones)), "|".join(_data().zones_before)
    return re.compile(
        rf"[ ,]*(?:\([^)]{{1,12}}\))?[ ,]*(?:{words})?(?:{halves}|(?P<zone0>{before}) ?)?"
        r"(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2})|时(?P<m2>\d{2})?分?|(?= ?[ap]\.?m))(?::\d{2})?(?: ?(?P<ap>[ap])\.?m\.?)?"
        rf"(?: ?(?:uhr|h))? ?\(?(?P<zone>{zones})?\)?"
    )


@cache
def _clock_before() -> re.Pattern[str]:
    """An hour that a day follows; its zone is one word."""
    zones = "|".join(zone for zone in _data().zones if " " not in zone)
    return re.compile(
        r"(?P<h>\d{1,2})(?:[:h](?P<m>\d{2})|(?= ?[ap]\.?m))(?::\d{2})? ?(?:(?P<ap>[ap])\.?m\.?)? ?(?:uhr)? ?"
        rf"\(?(?P<zone>{zones})\)?,? (?:on |am |le |el |il |del |of )?(?:the )?(?:[a-z]+day,? )?$"
    )


def dates_in(text: str, *, language: str, marketplace: str, today: date | None) -> Iterator[DateFound]:
    """Every date of a folded text. One without a year is taken in the year that puts it nearest after `today`."""
    day_first = language not in {"en", "zh", "ja", ""} or marketplace.endswith(_data().day_first)
    for match in _expression().finditer(text):
        day = _day(match, day_first=day_first, today=today)
        if day is None:
            continue
        moment, end = _with_clock(text, match, day)
        yield DateFound(moment, match.start(), end)


def _day(match: re.Match[str], *, day_first: bool, today: date | None) -> date | None:
    part = match.groupdict()
    if part["iso"]:
        return _made(int(part["iy"]), int(part["im"]), int(part["id"]))
    if part["cjk"]:
        return _in_year(part["cy"], int(part["cm"]), int(part["cd"]), today)
    if part["md"]:
        return _in_year(part["my"], _month(part["mn"]), int(part["mday"]), today)
    if part["dm"]:
        return _in_year(part["dy"], _month(part["dn"]), int(part["dday"]), today)
    first, second = int(part["n1"]), int(part["n2"])
    if part["ny"] is None and part["sep"] == "-":
        return None  # "2-3" is a range
    day, month = (
        (first, second) if (day_first or part["sep"] == "." or first > 12) and second <= 12 else (second, first)
    )
    if part["ny"] is None and part["sep"] == "." and not match.group().endswith("."):
        return None  # "2.5" is a number
    year = part["ny"]
    return _in_year(f"20{year}" if year and len(year) == 2 else year, month, day, today)


@cache
def _months() -> dict[str, int]:
    return {fold_pattern(name): number for name, number in months_in_text().items()}


def _month(name: str) -> int:
    return _months()[name]


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_year(year: str | None, month: int, day: int, today: date | None) -> date | None:
    if year:
        return _made(int(year), month, day)
    if today is None:
        return None
    options = [d for d in (_made(today.year + n, month, day) for n in (-1, 0, 1)) if d is not None]
    # A deadline lies ahead of the mail, or a little behind when an old mail is pasted.
    ahead = [d for d in options if (d - today).days >= -60]
    return min(ahead, default=None)


def _with_clock(text: str, match: re.Match[str], day: date) -> tuple[Moment, int]:
    after = _clock_after().match(text, match.end())
    if after:
        moment = _instant(day, after.groupdict())
        if moment is not None:
            return moment, after.end()
    before = _clock_before().search(text[max(0, match.start() - 50) : match.start()])
    if before:
        moment = _instant(day, before.groupdict())
        if moment is not None:
            return moment, match.end()
    return day, match.end()


def _instant(day: date, part: dict[str, str | None]) -> datetime | None:
    """The instant of a printed hour; None when it names no zone, because then nobody knows when it is."""
    zone = part.get("zone") or part.get("zone0")
    if not zone:
        return None
    hour = int(part["h"] or 0)
    if part.get("ap"):
        hour = hour % 12 + (12 if part["ap"] == "p" else 0)
    try:
        clock = time(hour, int(part.get("m") or part.get("m2") or 0))
    except ValueError:
        return None
    return datetime.combine(day, clock, _zones()[zone]).astimezone(UTC)
