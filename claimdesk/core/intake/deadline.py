"""By when a mail wants an answer: a printed date, or a printed number of hours or days after the mail."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final, Literal

from claimdesk.core.deadlines.marketplaces import Marketplace
from claimdesk.core.deadlines.schema import Span
from claimdesk.core.deadlines.spans import strict_end
from claimdesk.core.intake.clock import days_file, parts_of_day
from claimdesk.core.intake.dates import dates_in
from claimdesk.core.intake.folding import fold_pattern
from claimdesk.core.intake.lexicon import Lexicon, lexicons
from claimdesk.core.intake.meaning import Meaning
from claimdesk.core.records.moments import Moment, day_of

_ENOUGH: Final = 5
_AROUND: Final = 44
_LONGEST: Final = {"hours": 240, "cal_days": 120, "biz_days": 60}
Unit = Literal["hours", "cal_days", "biz_days"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """When, and the folded characters that say so."""

    moment: Moment
    start: int
    end: int
    weight: int


def deadline_in(
    meanings: Sequence[Meaning], *, sent_at: Moment | None, today: date | None, place: Marketplace, marketplace: str
) -> Deadline | None:
    """The end of the time that a mail gives; None when it gives none, or none that can be counted from."""
    reference = day_of(sent_at) if sent_at else today
    found: list[Deadline] = []
    for meaning in meanings:
        found += _dates(meaning, reference, marketplace)
        if sent_at is not None:
            found += _spans(meaning, sent_at, place)
    good = [one for one in found if one.weight >= _ENOUGH]
    return max(good, key=lambda one: (one.weight, -one.start), default=None)


def _base(meaning: Meaning, start: int, end: int) -> int:
    """How much the sentence asks for an answer, less when the words around a date speak of something else."""
    lists, text = meaning.lexicon.lists, meaning.sentence.text
    weight = 2 if lists["respond_cue"].search(text) else 0
    before = re.split(r"[,;] ", text[max(0, start - _AROUND) : start + 1])[-1]
    after = re.split(r"[,;]", text[end : end + _AROUND // 2])[0]
    elsewhere = lists["not_deadline"].search(before) or lists["not_deadline"].search(after)
    elsewhere = elsewhere or lists["others_turn"].search(before)
    return weight - (3 if elsewhere else 0)


def _dates(meaning: Meaning, reference: date | None, marketplace: str) -> list[Deadline]:
    text, lexicon = meaning.sentence.text, meaning.lexicon
    found = []
    for one in dates_in(text, language=lexicon.language, marketplace=marketplace, today=reference):
        before = text[max(0, one.start - 60) : one.start]
        # What lies before the mail, or more than a year after it, is no deadline.
        if reference and not -1 <= (day_of(one.moment) - reference).days <= 400:
            continue
        weight = _base(meaning, one.start, one.end)
        if _until(lexicon).search(before):
            weight += 4
        if lexicon.lists["until_after"].match(text[one.end : one.end + 12].lstrip(" (的)")):
            weight += 4
        start = meaning.sentence.start
        cue = _until(lexicon).search(before)
        begin = one.start - len(before) + cue.start() if cue else one.start
        found.append(Deadline(one.moment, start + begin, start + one.end, weight))
    return found


@cache
def _until_of(language: str) -> re.Pattern[str]:
    cue = lexicons()[language].lists["until_cue"].pattern
    file = days_file()
    words, weekdays = "|".join(file.fillers), "|".join(file.weekdays)
    hour, zones = r"\d{1,2}[:h.]\d{2}", "|".join(map(fold_pattern, file.filler_zones))
    parts, behind = parts_of_day(), "|".join(one for one in file.behind_hour if len(one) > 1)
    filler = rf"(?:[ :]|(?:{words}) |{weekdays}|,|{hour}(?: ?(?:{parts}))?|{parts}|{behind}|{zones}|\()"
    return re.compile(rf"{cue}(?:{filler}){{0,8}}$")


def _until(lexicon: Lexicon) -> re.Pattern[str]:
    return _until_of(lexicon.language)


@cache
def _span_of(language: str) -> re.Pattern[str]:
    lexicon = lexicons()[language]
    words = "|".join(sorted(map(re.escape, lexicon.numbers), key=len, reverse=True))
    number = rf"(?P<n>\d{{1,3}}|{words})" if words else r"(?P<n>\d{1,3})"
    inner = {
        name: lexicon.lists[name].pattern.removeprefix(r"(?<![a-z])")
        for name in ("hours", "days", "business_days", "weeks")
    }
    gap = "" if lexicon.unspaced else r"(?: ?\(\w{1,12}\))?[ \n-]"
    edge = "" if lexicon.unspaced else r"(?![a-z])"
    return re.compile(
        rf"(?<![\w.,-]){number}(?:{gap}|[ \n]?)(?:(?P<b>{inner['business_days']})|(?P<h>{inner['hours']})|(?P<d>{inner['days']})|(?P<w>{inner['weeks']})){edge}"
        if not lexicon.unspaced
        else rf"(?<![\d.])(?<!\d,){number} ?(?:(?P<b>{inner['business_days']})|(?P<h>{inner['hours']})|(?P<d>{inner['days']})|(?P<w>{inner['weeks']}))"
    )


def _spans(meaning: Meaning, sent_at: Moment, place: Marketplace) -> list[Deadline]:
    text, lexicon = meaning.sentence.text, meaning.lexicon
    found = []
    for match in _span_of(lexicon.language).finditer(text):
        moment = _after(match, lexicon, sent_at, place)
        if moment is None:
            continue
        weight = _base(meaning, match.start(), match.end())
        around = text[max(0, match.start() - 34) : match.start()]
        cue = lexicon.lists["within_cue"].search(around)
        if cue or lexicon.lists["within_after"].match(text[match.end() : match.end() + 12].lstrip(" ")):
            weight += 3
        begin = match.start() - len(around) + cue.start() if cue and not lexicon.unspaced else match.start()
        found.append(Deadline(moment, meaning.sentence.start + begin, meaning.sentence.start + match.end(), weight))
    return found


def _after(match: re.Match[str], lexicon: Lexicon, sent_at: Moment, place: Marketplace) -> Moment | None:
    printed = match.group("n")
    count = int(printed) if printed.isdecimal() else lexicon.numbers.get(printed, 0)
    unit: Unit = "hours" if match.group("h") else "biz_days" if match.group("b") else "cal_days"
    if match.group("w"):
        count *= 7
    if not 0 < count <= _LONGEST[unit]:
        return None
    if isinstance(sent_at, datetime):
        return strict_end(sent_at, Span(amount=count, unit=unit), place.zone, place.country)
    if unit == "biz_days":
        return strict_end(sent_at, Span(amount=count, unit=unit), place.zone, place.country).astimezone(UTC).date()
    # Only the day of the mail is known: the strict end is counted from its first hour.
    return sent_at + timedelta(days=count // 24 if unit == "hours" else count)
