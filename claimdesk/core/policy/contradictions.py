"""Checks a message against itself: statements that exclude each other, days that cannot follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.policy.record import DAY, said_day

_PAIRS = (
    ("s_delivered", "s_not_delivered"),
    ("s_delivered", "s_not_left"),
    ("s_refunded", "s_not_refunded"),
    ("s_shipped", "s_not_shipped"),
    ("s_delivered", "s_not_shipped"),
)
_SECOND = re.compile(
    r"\b(?:replacement|second|other|another|new|first|return(?:ed)?|two|if|once|until|when|original)\b|补发|另|第二|如果"
)
# These exclude each other even where a condition or a second parcel is spoken of.
_PLAIN_PAIRS = (
    ("s_not_written", "s_written"),
    ("s_paid_back", "s_not_paid_back"),
    ("s_single", "s_both_pieces"),
    ("s_posted", "s_unmade"),
    ("s_never_delivered", "s_has_it"),
    ("s_delivered", "s_still_on_the_way"),
    ("s_never_shipped", "s_was_signed"),
    ("s_keep_it", "s_must_come_back"),
    ("s_refunded_on", "s_refunds_later"),
)
_REACH = 60  # characters after a statement in which its day stands
_HALF_A_YEAR = 183


def at_odds(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The second of two statements in one text that cannot both be true."""
    text = message.folded.text
    pairs = _PLAIN_PAIRS if _SECOND.search(text) else _PAIRS + _PLAIN_PAIRS
    for one, other in pairs:
        first, second = compiled(f"<{one}>").search(text), compiled(f"<{other}>").search(text)
        if first and second:
            later = max(first, second, key=lambda match: match.start())
            yield message.folded.span(*later.span())
    yield from _signed_too_early(message)


def _signed_too_early(message: Message) -> Iterator[Span]:
    """The day of a signature that lies before the day on which the parcel left."""
    left = list(_days(message.folded.text, "s_left_on"))
    signed = list(_days(message.folded.text, "s_signed_on"))
    if len(left) == 1 and len(signed) == 1:
        early = left[0][0] - signed[0][0]
        if 0 < early < _HALF_A_YEAR:  # a longer time means that a year has ended in between
            yield message.folded.span(*signed[0][1])


def _days(text: str, statement: str) -> Iterator[tuple[int, Span]]:
    """Days of the year, counted roughly, that stand straight after a statement."""
    for match in compiled(f"<{statement}>").finditer(text):
        said = DAY.search(text, match.end(), match.end() + _REACH)
        day = said_day(said) if said and "." not in text[match.end() : said.start()] else None
        if said and day:
            yield day[0] * 31 + day[1], said.span()
