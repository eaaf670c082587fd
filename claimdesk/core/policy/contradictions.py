"""Checks a message against itself: statements that exclude each other, days that cannot follow each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.policy.expressions import compiled, shipped_words
from claimdesk.core.policy.forms import form, said
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.policy.record import said_day
from claimdesk.core.records.problems import Problem

_REACH = 60  # characters after a statement in which its day stands
_HALF_A_YEAR = 183
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ContradictionFile(Knowledge):
    """Names of word lists whose statements exclude each other, and of such whose days come in order."""

    unless_another: tuple[tuple[str, str], ...]  # not where a second parcel, payment or condition is spoken of
    always: tuple[tuple[str, str], ...]
    in_order: tuple[tuple[str, str], ...]


@cache
def known_contradictions() -> ContradictionFile:
    """Which statements exclude each other. Raises Problem `knowledge_faulty` for one that no word list has."""
    path = shipped("resources") / "policy" / "contradictions.toml"
    known = read_knowledge(path, ContradictionFile)
    for pair in (*known.unless_another, *known.always, *known.in_order):
        for name in pair:
            if name not in shipped_words():
                raise Problem("knowledge_faulty", file=path.name, key=name, reason="there is no such word list")
    return known


def at_odds(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The second of two statements in one text that cannot both be true."""
    text = message.folded.text
    known = known_contradictions()
    pairs = known.always if form("another_matter").search(text) else known.unless_another + known.always
    for one, other in pairs:
        first, second = compiled(f"<{one}>").search(text), compiled(f"<{other}>").search(text)
        if first and second:
            later = max(first, second, key=lambda match: match.start())
            yield message.folded.span(*later.span())
    for before, after in known.in_order:
        yield from _too_early(message, before, after)
    yield from _wrong_rest(message)
    yield from _no_such_day(message)
    yield from _wrong_share(message)


def _no_such_day(message: Message) -> Iterator[Span]:
    """A day that no year has, such as 31 June."""
    for match in form("day").finditer(message.folded.text):
        month = said(match, "month")
        if not month.isdecimal() and not compiled("<m_month>").fullmatch(month):
            continue  # 31 aprons
        day = said_day(match)
        if day and 1 <= day[0] <= 12 and _LENGTHS[day[0] - 1] < day[1] <= 31:
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
