"""Checks a message against itself: statements that exclude each other, days that cannot follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.policy.expressions import compiled, shipped_words
from claimdesk.core.policy.forms import form, said
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.policy.record import said_day
from claimdesk.core.policy.sentences import sentences
from claimdesk.core.records.problems import Problem

_REACH = 60  # characters after a statement in which its day stands
_HALF_A_YEAR = 183
_CLOSE = 30  # characters after a statement in which a condition is still its own
_MOST = 12  # statements of one kind that are looked at in a text
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class OfOneThing(Knowledge):
    """Two statements that cannot both be true of one thing, by the names of their word lists without the language."""

    one: str
    other: str
    unless: str = ""  # a list whose words, anywhere in the text, show that two things are spoken of


class ContradictionFile(Knowledge):
    """Names of word lists whose statements exclude each other, and of such whose days come in order."""

    unless_another: tuple[tuple[str, str], ...]  # not where a second parcel, payment or condition is spoken of
    always: tuple[tuple[str, str], ...]
    in_order: tuple[tuple[str, str], ...]
    of_one_thing: tuple[OfOneThing, ...]
    on_condition: frozenset[str]  # statements that count with an if or a when as well
    quoted: str  # a list of words by which a sentence tells what somebody else says
    conditional: str  # a list of words by which a sentence tells what might be


@cache
def known_contradictions() -> ContradictionFile:
    """Which statements exclude each other. Raises Problem `knowledge_faulty` for one that no word list has."""
    path = shipped("resources") / "policy" / "contradictions.toml"
    known = read_knowledge(path, ContradictionFile)
    stems = {name.rpartition("_")[0] for name in shipped_words()}
    whole = {name for pair in (*known.unless_another, *known.always, *known.in_order) for name in pair}
    spoken = {name for pair in known.of_one_thing for name in (pair.one, pair.other, pair.unless)} - {""}
    wrong = (whole - shipped_words().keys()) | ({known.quoted, known.conditional} | spoken) - stems
    for name in sorted(wrong | (known.on_condition - stems - shipped_words().keys())):
        raise Problem("knowledge_faulty", file=path.name, key=name, reason="there is no such word list")
    return known


def at_odds(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The second of two statements in one text that cannot both be true."""
    text = message.folded.text
    known = known_contradictions()
    lines = sentences(text)
    for one, other in known.always if form("another_matter").search(text) else known.unless_another + known.always:
        first, second = (_told(text, lines, name, ("en", "zh")) for name in (one, other))
        if first and second:
            yield message.folded.span(*max(first[0], second[0]))
    yield from _of_one_thing(message, lines)
    for before, after in known.in_order:
        yield from _too_early(message, before, after)
    yield from _wrong_rest(message)
    yield from _no_such_day(message)
    yield from _wrong_share(message)


def _of_one_thing(message: Message, lines: list[Span]) -> Iterator[Span]:
    """The later of two statements about one thing, in English, Chinese or the language of the message."""
    text = message.folded.text
    for language in dict.fromkeys(("en", "zh", message.language[:2])):
        told: dict[str, list[Span]] = {}
        for pair in known_contradictions().of_one_thing:
            for name in (pair.one, pair.other):
                if name not in told:
                    is_said = _list(name, language) is not None
                    told[name] = _told(text, lines, f"{name}_{language}", (language,)) if is_said else []
                if not told[name]:
                    break  # the other need not be looked up
            else:
                another = _list(pair.unless, language)
                first = min(told[pair.one])
                second = min((span for span in told[pair.other] if span != first), default=None)
                if second and not (another and another.search(text)):
                    yield message.folded.span(*max(first, second))


def _told(text: str, lines: list[Span], name: str, languages: Iterable[str]) -> list[Span]:
    """Where a statement stands that its own sentence neither quotes nor, up to it, makes depend on something."""
    known = known_contradictions()
    quoted = [words for words in (_list(known.quoted, language) for language in languages) if words]
    conditional = [words for words in (_list(known.conditional, language) for language in languages) if words]
    if name in known.on_condition or name.rpartition("_")[0] in known.on_condition:
        conditional = []
    found: list[Span] = []
    for match in islice(compiled(f"<{name}>").finditer(text), _MOST):
        start, end = next(line for line in lines if match.start() < line[1])
        if any(_stands(words, text, start, max(end, match.end())) for words in quoted):
            continue
        if not any(_stands(words, text, start, match.end() + _CLOSE) for words in conditional):
            found.append(match.span())
    return found


def _stands(words: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether one of the words begins in a stretch; what follows it may lie behind the end."""
    first = words.search(text, start)
    return first is not None and first.start() < end


def _list(name: str, language: str) -> re.Pattern[str] | None:
    """The word list of this name in a language, None where there is none."""
    return compiled(f"<{name}_{language}>") if f"{name}_{language}" in shipped_words() else None


def _no_such_day(message: Message) -> Iterator[Span]:
    """A day that no year has, such as 31 June."""
    text, position = message.folded.text, 0
    while match := form("day").search(text, position):
        month = said(match, "month")
        if not month.isdecimal() and not compiled("<m_month>").fullmatch(month):
            position = match.start() + 1  # 31 aprons, or the Sunday of “Sunday 30 February”
            continue
        position = match.end()
        day = said_day(match)
        longest = 99 if "月" in match.group() else 31  # “41.5.” and “may 50” are no days
        if day and 1 <= day[0] <= 12 and _LENGTHS[day[0] - 1] < day[1] <= longest:
            yield message.folded.span(*match.span())


def _wrong_share(message: Message) -> Iterator[Span]:
    """A part of a sum that is not what it is called: all of it, or half of it."""
    for name, share in (("all_of_a_sum", 1.0), ("half_of_a_sum", 0.5)):
        for match in form(name).finditer(message.folded.text):
            part, whole = float(said(match, "part")), float(said(match, "whole"))
            if abs(part - share * whole) > 0.02 * whole:
                yield message.folded.span(*match.span())


def _too_early(message: Message, before: str, after: str) -> Iterator[Span]:
    """The day of what can only come after, such as a signature, that lies before the day on which the parcel left."""
    left = list(_days(message.folded.text, before))
    signed = list(_days(message.folded.text, after))
    if len(left) == 1 and len(signed) == 1:
        early = left[0][0] - signed[0][0]
        if 0 < early < _HALF_A_YEAR:  # a longer time means that a year has ended in between
            yield message.folded.span(*signed[0][1])


def _wrong_rest(message: Message) -> Iterator[Span]:
    """What is said to be left of a number of pieces, when it does not add up."""
    for match in form("rest_of_pieces").finditer(message.folded.text):
        total, gone, rest = (int(said(match, name)) for name in ("total", "gone", "rest"))
        if gone + rest != total:
            yield message.folded.span(*match.span())


def _days(text: str, statement: str) -> Iterator[tuple[int, Span]]:
    """Days of the year, counted roughly, that stand straight after a statement."""
    for match in compiled(f"<{statement}>").finditer(text):
        found = form("day").search(text, match.end(), match.end() + _REACH)
        day = said_day(found) if found and "." not in text[match.end() : found.start()] else None
        if found and day:
            yield day[0] * 31 + day[1], found.span()
