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
    ("s_no_tracking", "s_tracking_shows"),
    ("s_out_for_good", "s_goes_out"),
    ("s_no_return", "s_do_return"),
    ("s_all_refunded", "s_no_refund_at_all"),
    ("s_label_free", "s_label_paid"),
    ("s_not_here_yet", "s_handed_over"),
    ("s_never_wrote", "s_their_messages"),
    ("s_return_not_seen", "s_return_seen"),
    ("s_return_accepted", "s_return_declined"),
    ("s_handed_over", "s_not_handed_over"),
    ("s_in_delivery", "s_not_made"),
    ("s_works", "s_did_not_work"),
    ("s_cancelled", "s_comes_all_the_same"),
    ("s_no_stock", "s_from_stock"),
)
_IN_ORDER = (
    ("s_left_on", "s_signed_on"), ("zx_sent_back_on", "zx_came_back_on"), ("zx_ordered_on", "zx_after_order_on"),
)  # fmt: skip
_REST = re.compile(
    r"(?:共|合计)(?:有|计)?(\d{1,5})(?:件|个|箱|套|台)[^。\d]{0,6}已(?:发|寄|退|补)[^。\d]{0,3}(\d{1,5})(?:件|个|箱|套|台)"
    r"[^。\d]{0,4}(?:剩|余|还有)[^。\d]{0,3}(\d{1,5})(?:件|个|箱|套|台)"
)
_REACH = 60  # characters after a statement in which its day stands
_HALF_A_YEAR = 183
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SUM = r"(?:[$€£] ?)?(?P<{}>\d{{1,5}}(?:\.\d\d)?)(?: ?(?:dollars?|euros?|pounds?|usd|eur|gbp|[$€£]))?"
_ALL = re.compile(
    r"\b(?:all|in full|full amount)\b[^.!?\n]{0,24}?\bwhich is "
    + _SUM.format("part")
    + " of (?:the|your) "
    + _SUM.format("whole")
)
_HALF = re.compile(_SUM.format("part") + ",? which is (?:exactly )?half (?:of )?(?:the|your) " + _SUM.format("whole"))


def at_odds(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The second of two statements in one text that cannot both be true."""
    text = message.folded.text
    pairs = _PLAIN_PAIRS if _SECOND.search(text) else _PAIRS + _PLAIN_PAIRS
    for one, other in pairs:
        first, second = compiled(f"<{one}>").search(text), compiled(f"<{other}>").search(text)
        if first and second:
            later = max(first, second, key=lambda match: match.start())
            yield message.folded.span(*later.span())
    for before, after in _IN_ORDER:
        yield from _too_early(message, before, after)
    yield from _wrong_rest(message)
    yield from _no_such_day(message)
    yield from _wrong_share(message)


def _no_such_day(message: Message) -> Iterator[Span]:
    """A day that no year has, such as 31 June."""
    for match in DAY.finditer(message.folded.text):
        said = said_day(match)
        word = match["m"] or match["m2"]
        if word and not compiled("<m_month>").fullmatch(word):
            continue  # 31 aprons
        if said and 1 <= said[0] <= 12 and _LENGTHS[said[0] - 1] < said[1] <= 31:
            yield message.folded.span(*match.span())


def _wrong_share(message: Message) -> Iterator[Span]:
    """A part of a sum that is not what it is called: all of it, or half of it."""
    for expression, share in ((_ALL, 1.0), (_HALF, 0.5)):
        for match in expression.finditer(message.folded.text):
            part, whole = float(match["part"]), float(match["whole"])
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
    for match in _REST.finditer(message.folded.text):
        total, gone, rest = (int(number) for number in match.groups())
        if gone + rest != total:
            yield message.folded.span(*match.span())


def _days(text: str, statement: str) -> Iterator[tuple[int, Span]]:
    """Days of the year, counted roughly, that stand straight after a statement."""
    for match in compiled(f"<{statement}>").finditer(text):
        said = DAY.search(text, match.end(), match.end() + _REACH)
        day = said_day(said) if said and "." not in text[match.end() : said.start()] else None
        if said and day:
            yield day[0] * 31 + day[1], said.span()
