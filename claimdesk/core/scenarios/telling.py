"""Reasons in words: a text of a scenario file with the facts it quotes, written as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from string import Formatter
from zoneinfo import ZoneInfo

from babel.dates import format_date

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.moments import day_of, parse_moment

_UNKNOWN = Bilingual("an unknown date", "未知日期")


@cache
def quoted(text: Bilingual) -> frozenset[str]:
    """The facts that a text quotes in braces. Raises ValueError when the braces do not pair or hold more than a name."""
    names = {part[1] for said in (text.en, text.zh) for part in Formatter().parse(said) if part[1] is not None}
    for name in names:
        if not name.isidentifier():
            raise ValueError(f"{{{name}}} is not the name of a fact")
    return frozenset(names)


def told(text: Bilingual, facts: Mapping[str, FactValue]) -> Bilingual:
    """Both texts with facts filled in: moments as days (`10 Nov`, `11 月 10 日`), numbers as they are.

    An instant is told as its day in the zone that the fact `zone` names, in UTC when there is none.
    """
    if "{" not in text.en and "{" not in text.zh:
        return text
    names, zone = quoted(text), str(facts.get("zone") or "UTC")
    return Bilingual(
        text.filled(**{name: _said(facts.get(name), "en", zone) for name in names}).en,
        text.filled(**{name: _said(facts.get(name), "zh", zone) for name in names}).zh,
    )


def _said(value: FactValue, language: str, zone: str) -> str:
    if value is None:
        return _UNKNOWN.get(language)
    if not isinstance(value, str) or len(value) < 10 or not value[:4].isdigit() or value[4] != "-":
        return str(value)
    try:
        moment = parse_moment(value)
    except ValueError:
        return value
    if moment is None:
        return value
    day = day_of(moment.astimezone(ZoneInfo(zone)) if isinstance(moment, datetime) else moment)
    return format_date(day, "d MMM", locale="en") if language == "en" else f"{day.month} 月 {day.day} 日"
