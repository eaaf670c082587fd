"""Days as mails print them, in seven languages, with the hour beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimdesk.core.intake.clock import days_file, with_clock
from claimdesk.core.intake.folding import fold_pattern
from claimdesk.core.knowledge.months import months_in_text
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
    file, year = days_file(), r"(?:20)\d\d"
    ordinals, day_ends = "|".join(file.ordinals), "|".join(file.ordinals_before_month)
    month_joints, year_joints = "|".join(file.before_month), "|".join(file.before_year)
    return re.compile(
        rf"(?P<iso>(?P<iy>{year})[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})(?!\d))"
        rf"|(?P<cjk>(?:(?P<cy>{year})年)?(?P<cm>\d{{1,2}})月(?P<cd>\d{{1,2}})[日号])"
        rf"|(?P<md>(?<![a-z])(?P<mn>{names})\.? (?P<mday>\d{{1,2}})(?:{ordinals})?(?![\d.]\d|\d)(?:,? (?:of )?(?P<my>{year})(?!\d))?)"
        rf"|(?P<dm>(?<!\d)(?P<dday>\d{{1,2}})(?:{day_ends})?[ -]?(?:{month_joints})?(?P<dn>{names})(?![a-z])\.?,?(?:[ -](?:{year_joints})?(?P<dy>{year})(?!\d))?)"
        rf"|(?P<num>(?<![\d/.\-])(?P<n1>\d{{1,2}})(?P<sep>[./-])(?P<n2>\d{{1,2}})(?:(?P=sep)(?P<ny>{year}|\d\d)?)?(?![\d/]|[.-]\d))"
    )


def dates_in(text: str, *, language: str, marketplace: str, today: date | None) -> Iterator[DateFound]:
    """Every date of a folded text. One without a year is taken in the year that puts it nearest after `today`."""
    file = days_file()
    day_first = language not in {*file.month_first, ""} or marketplace.endswith(file.day_first)
    for match in _expression().finditer(text):
        day = _day(match, day_first=day_first, today=today)
        if day is None:
            continue
        moment, end = with_clock(text, match.start(), match.end(), day, language)
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
