"""Reasons in words: a text of a scenario file with the facts it quotes, written as people write them."""

from __future__ import annotations

from collections.abc import Mapping

from babel.dates import format_date

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.moments import day_of, parse_moment

_UNKNOWN = Bilingual("an unknown date", "未知日期")


def told(text: Bilingual, facts: Mapping[str, FactValue]) -> Bilingual:
    """Both texts with facts filled in: moments as days (`10 Nov`, `11月10日`), numbers as they are."""
    return Bilingual(
        text.filled(**{name: _said(value, "en") for name, value in facts.items()}).en,
        text.filled(**{name: _said(value, "zh") for name, value in facts.items()}).zh,
    )


def _said(value: FactValue, language: str) -> str:
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
    day = day_of(moment)
    return format_date(day, "d MMM", locale="en") if language == "en" else f"{day.month} 月 {day.day} 日"
