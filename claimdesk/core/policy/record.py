"""Checks a message against what is known of its order and case, and against itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from rapidfuzz import fuzz

from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.records.money import Money

_AMAZON_ORDER = re.compile(r"\b\d{3}-\d{7}-\d{7}\b")
_GREETING = re.compile(
    r"(?m)\A\s{0,20}(?:[Hh]ello|[Hh]i|[Dd]ear|[Gg]uten Tag|[Hh]allo|[Bb]onjour|[Hh]ola|[Bb]uongiorno)[ ,]{1,2}"
    r"(?:Mr\.? |Mrs\.? |Ms\.? |Herr |Frau )?([A-Z][a-z\u00c0-\u024f'-]{1,30})(?=[ ,:!.\n])"
)
_ANYBODY = frozenset(
    ["customer", "buyer", "friend", "sir", "madam", "there", "all", "team", "everyone", "valued", "and"]
)
_AMOUNT = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|GBP) ?) ?(\d{1,6}(?:[.,]\d{1,2})?)(?![\d%])|\b(\d{1,6}(?:[.,]\d{2})) ?(?:€|EUR\b|USD\b|GBP\b)"
)
_EXHIBIT = re.compile(
    r"\b(?:[Ee]xhibit|[Aa]ttachment|[Aa]nnex|[Ee]nclosure|EXHIBIT) (?:[Nn]o\.? ?)?(\d{1,2})\b|(?:附件|证据) ?(\d{1,2})"
)
_MONTHS = {
    m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_DAY = re.compile(
    r"\b(?:(?P<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<m>[a-z]{3,9})|(?P<m2>[a-z]{3,9}) (?P<d2>\d{1,2})(?:st|nd|rd|th)?|"
    r"\d{4}-(?P<m3>\d{2})-(?P<d3>\d{2}))\b|(?P<m4>\d{1,2}) ?月 ?(?P<d4>\d{1,2}) ?日"
)
_PAIRS = (("s_delivered", "s_not_delivered"), ("s_refunded", "s_not_refunded"), ("s_shipped", "s_not_shipped"))
_SECOND = re.compile(
    r"\b(?:replacement|second|other|another|new|first|return(?:ed)?|two|if|once|until|when|original)\b|补发|另|第二|如果"
)


def other_order_number(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """An order number of the platform's form that is not the order's own."""
    number = message.known.get("order_id") or message.known.get("order_no")
    for match in _AMAZON_ORDER.finditer(message.text):
        if number and match.group() != number and _AMAZON_ORDER.fullmatch(number):
            yield match.span()


def other_name(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The name in the greeting when it is no part of the buyer's known name."""
    known = f"{message.known.get('buyer_first_name', '')} {message.known.get('buyer_name', '')}".casefold()
    match = _GREETING.search(message.text)
    if match and known.strip() and match[1].casefold() not in known and match[1].lower() not in _ANYBODY:
        yield match.span(1)


def other_amount(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Amounts above what the buyer paid."""
    currency, total = message.known.get("currency", ""), message.known.get("total_minor", "")
    if not currency or not total.isdecimal():
        return
    paid = Money(int(total), currency).decimal()
    for match in _AMOUNT.finditer(message.text):
        try:
            amount = Decimal((match[1] or match[2]).replace(",", "."))
        except InvalidOperation:
            continue
        if amount > paid:
            yield match.span()


def unknown_exhibit(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Exhibit numbers above the number of files kept with the case."""
    kept = message.known.get("attachments", "")
    for match in _EXHIBIT.finditer(message.text):
        if kept.isdecimal() and int(match[1] or match[2]) > int(kept):
            yield match.span()


def other_day(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """A day named straight after `delivered` or `shipped` that is not the day on record."""
    text = message.folded.text
    for statement, fact in (("s_delivered", "delivered_at"), ("s_shipped", "shipped_at")):
        known = _known_day(message.known.get(fact, ""))
        for match in compiled(f"<{statement}>").finditer(text) if known else ():
            said = _DAY.search(text, match.end(), match.end() + 24)
            if said and _said(said) and known and _said(said) != (known.month, known.day):
                yield message.folded.span(*said.span())


def _known_day(value: str) -> date | None:
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


def _said(match: re.Match[str]) -> tuple[int, int] | None:
    month = match["m"] or match["m2"] or ""
    number = _MONTHS.get(month[:3]) if month else int(match["m3"] or match["m4"] or 0)
    day = int(match["d"] or match["d2"] or match["d3"] or match["d4"] or 0)
    return (number, day) if number and day else None


def at_odds(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The second of two statements in one text that cannot both be true, where only one parcel is spoken of."""
    text = message.folded.text
    if _SECOND.search(text):
        return
    for one, other in _PAIRS:
        first, second = compiled(f"<{one}>").search(text), compiled(f"<{other}>").search(text)
        if first and second:
            later = max(first, second, key=lambda match: match.start())
            yield message.folded.span(*later.span())


def repeated(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is nearly the letter sent before (`known["earlier_text"]`)."""
    earlier = message.known.get("earlier_text", "")
    if earlier and fuzz.ratio(earlier, message.text, score_cutoff=numbers["percent"]) >= numbers["percent"]:
        yield message.whole
