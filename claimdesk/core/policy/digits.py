"""Runs of digits in a message: which may be telephones, which may be payment cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.folding import MASK
from claimdesk.core.policy.forms import form
from claimdesk.core.policy.message import Message, Span

_DIGITS = re.compile(r"(?<![a-z0-9_.,#/-])[+(]{0,2}\d(?:[ .\-/()*_]{0,3}\d){5,24}(?![a-z0-9_/-])")
_CARD = re.compile(r"(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])")
_DATE = re.compile(r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d")
_CURRENCY = ("$", "€", "£", "¥")
_BEFORE = 40  # characters in which a word says what a number is


def telephone(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Runs of digits that people would dial: long enough, not an order, tracking or card number, date or amount.

    Digits written as words count when at least `spoken` of them follow each other.
    """
    text = message.folded.text
    for match in _DIGITS.finditer(text):
        if _dialled(text, match, numbers):
            yield message.folded.span(*match.span())
    spoken = "<m_digit_word>(?:[ ,.-]{1,3}<m_digit_word>){" + f"{numbers['spoken'] - 1},20" + "}"
    for match in compiled(spoken).finditer(text):
        yield message.folded.span(*match.span())


def _dialled(text: str, match: re.Match[str], numbers: Mapping[str, int]) -> bool:
    run = match.group()
    digits = sum(c.isdigit() for c in run)
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    named = bool(compiled("<m_dial>").search(before))
    if not numbers["named" if named else "fewest"] <= digits <= numbers["most"]:
        return False
    if MASK in before[-2:] or _DATE.search(run) or before.rstrip().endswith(_CURRENCY):
        return False
    if _referred(before) or form("order_digits").search(run):
        return False
    if not named and compiled("<m_reference_after>").match(text, match.end()):
        return False
    grouped = bool(re.search(r"[ .\-/()+*_]", run.strip("+"))) or run.startswith("+")
    return grouped or named or digits in (numbers["bare"], numbers["bare"] + 1)


def _referred(before: str) -> bool:
    """Whether the words before a number make it a reference, and no later one makes it a telephone."""
    reference = compiled("<m_reference>").search(before)
    if reference is None:
        return False
    last = max((match.start() for match in compiled("<m_dial>").finditer(before)), default=-1)
    return last < reference.start()


def card_number(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Runs of 13 to 19 digits that begin as payment cards of their length do and pass their check digit."""
    text = message.folded.text
    for match in _CARD.finditer(text):
        bare = re.sub(r"\D", "", match.group())
        digits = [int(c) for c in bare]
        doubled = [d * 2 - 9 * (d > 4) for d in digits[-2::-2]]
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        valid = (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0 and form("card").fullmatch(bare)
        if valid and not compiled("<m_reference>").search(before):
            yield message.folded.span(*match.span())
