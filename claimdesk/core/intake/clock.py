"""The hour printed beside a day: its number, the part of the day it stands in, its zone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from claimdesk.core.intake.folding import fold_pattern
from claimdesk.core.intake.schema import DaysFile, Words
from claimdesk.core.knowledge.shipped import read_knowledge, shipped
from claimdesk.core.records.moments import Moment

_NOON: Final = 12 * 60
_BEFORE: Final = 50  # characters before a day in which its hour may stand
_DISTANCE: Final = re.compile(r"(?:utc|gmt)[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?")
_PARTS: Final = ("part0", "part1", "part2", "part3")


@cache
def days_file() -> DaysFile:
    """How days and hours are printed. Raises Problem `knowledge_faulty`."""
    return read_knowledge(shipped("resources") / "intake" / "days.toml", DaysFile)


def any_of(patterns: Words) -> str:
    """One expression for some words; those in letters end where a word ends."""
    folded = sorted((fold_pattern(pattern) for pattern in patterns), key=len, reverse=True)
    return "|".join(rf"(?<![a-z]){one}(?![a-z])" if one[0].isascii() else one for one in folded)


def parts_of_day() -> str:
    """Every word for a part of the day, as one expression."""
    return any_of(tuple(word for part in days_file().parts for word in part.words))


@cache
def _windows() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    """What names a part of the day, with its first and last minute."""
    return tuple(
        (re.compile(any_of((*part.words, *part.of_day))), _minutes(part.first), _minutes(part.last))
        for part in days_file().parts
    )


def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


@cache
def _zones() -> Mapping[str, ZoneInfo]:
    named = (*days_file().zones.items(), *days_file().zones_before.items())
    return {word: ZoneInfo(name) for word, name in named}


def _zone_words(language: str, *, one_word: bool = False) -> str:
    """The zones that may stand behind an hour in a mail of a language."""
    not_zones = days_file().not_zones.get(language, ())
    names = [word for word in _zones() if word not in not_zones and not (one_word and " " in word)]
    named = "|".join(f"{re.escape(word)}(?![a-z]|[+-]\\d)" for word in sorted(names, key=len, reverse=True))
    return rf"{_DISTANCE.pattern}(?![\d:])|{named}"


def _zone(word: str) -> tzinfo:
    """A zone by its name, or by its distance from UTC (`utc+8`, `gmt-05:30`)."""
    named = _zones().get(word)
    if named is not None:
        return named
    sign = -1 if "-" in word else 1
    hours, _, minutes = re.sub(r"(\d\d)(\d\d)$", r"\1:\2", word[4:]).partition(":")
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes or 0)))


@cache
def _after(language: str) -> re.Pattern[str]:
    """An hour straight behind a day."""
    file, parts = days_file(), parts_of_day()
    words, behind = "|".join(file.before_hour), any_of(file.behind_hour)
    zones, before = _zone_words(language), "|".join(file.zones_before)
    return re.compile(
        rf"[ ,]*(?:\((?:(?P<zone1>{before})|[^)]{{1,12}})\))?[ ,]*(?:{words}|(?P<part0>{parts})[ ,]?|(?P<zone0>{before})[ ,]?){{0,4}}"
        r"(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2})|[时点]钟?(?:(?P<m2>\d{1,2})分|(?P<m3>\d{2})(?!\d)|(?P<m4>半))?整?"
        rf"|(?= ?(?:{parts}|{any_of(file.behind_hour)})))(?::\d{{2}})?"
        rf"(?: ?(?P<part1>{parts}))?(?: ?(?:{behind}))?(?: ?(?P<part2>{parts}))?"
        rf" ?\(?(?P<zone>{zones})?\)?(?: ?\(?(?P<part3>{parts})\)?)?"
    )


@cache
def _ahead(language: str) -> re.Pattern[str]:
    """An hour that a day follows; its zone is one word."""
    file, parts = days_file(), parts_of_day()
    return re.compile(
        rf"(?:(?P<part0>{parts}) ?)?(?<!\d)(?P<h>\d{{1,2}})(?:[:h](?P<m>\d{{2}})|[时点](?P<m4>半)?|(?= ?(?:{parts})))(?::\d{{2}})?"
        rf" ?(?P<part1>{parts})? ?(?:{any_of(file.behind_hour)})? ?(?P<part2>{parts})? ?"
        rf"\(?(?P<zone>{_zone_words(language, one_word=True)})\)?(?: ?(?P<part3>{parts}))?,? ?"
        rf"(?<![a-z])(?:{'|'.join(file.before_day)})?(?:the )?(?:[a-z]+day,? )?$"
    )


@cache
def _of_day() -> re.Pattern[str]:
    """A part of the day, or the zone, just before the day."""
    words = any_of(tuple(word for part in days_file().parts for word in part.of_day))
    joints = "|".join(word.strip() for word in (*days_file().before_day, "the ", "des ", "du "))
    return re.compile(
        rf"(?:(?P<part>{words})|(?P<zone>{'|'.join(days_file().zones_before)}))(?: (?:{joints})|,)*[ ,(]*$"
    )


def with_clock(text: str, start: int, end: int, day: date, language: str) -> tuple[Moment, int]:
    """The instant of a day at `start` up to `end` of a folded text, and where it ends.

    The day alone when no hour stands beside it, when the hour names no zone, or when nobody can tell which half of the
    day it means.
    """
    ahead = text[max(0, start - _BEFORE) : start]
    after = _after(language).match(text, end)
    if after:
        led = _of_day().search(ahead)
        moment = _instant(day, after.groupdict(), led.groupdict() if led else {})
        if moment is not None:
            return moment, after.end()
    before = _ahead(language).search(ahead)
    if before:
        moment = _instant(day, before.groupdict(), {})
        if moment is not None:
            return moment, end
    return day, end


def _instant(day: date, printed: Mapping[str, str | None], led: Mapping[str, str | None]) -> datetime | None:
    """The instant of a printed hour; None when it names no zone or may be either half, because then nobody knows."""
    zone = printed.get("zone") or printed.get("zone0") or printed.get("zone1") or led.get("zone")
    if not zone:
        return None
    minutes = 30 if printed.get("m4") else int(printed.get("m") or printed.get("m2") or printed.get("m3") or 0)
    parts = [word for word in (*(printed.get(name) for name in _PARTS), led.get("part")) if word]
    clock = _minute_of_day(int(printed["h"] or 0), minutes, parts)
    if clock is None:
        return None
    # Midnight that ends a day is the first minute of the next.
    midnight = datetime.combine(day + timedelta(days=clock // (24 * 60)), datetime.min.time(), _zone(zone))
    return midnight.replace(hour=clock % (24 * 60) // 60, minute=clock % 60).astimezone(UTC)


def _minute_of_day(hour: int, minutes: int, parts: list[str]) -> int | None:
    """Minutes from midnight that an hour and the words for its part of the day mean; None for several or none."""
    if hour > 24 or minutes > 59:
        return None
    printed = hour * 60 + minutes
    if not parts:
        return printed if printed <= 24 * 60 else None
    readings = {printed}
    if hour <= 12:
        readings |= {printed % _NOON, printed % _NOON + _NOON}
    if hour == 12:
        readings.add(printed + _NOON)
    for word in parts:
        first, last = next((first, last) for pattern, first, last in _windows() if pattern.fullmatch(word))
        readings = {one for one in readings if first <= one <= last}
    if hour == 0 and printed in readings:
        return printed  # nobody calls noon 0 in the first half
    return readings.pop() if len(readings) == 1 else None
