"""Checks a message against what is known of its order and case, and against itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from decimal import Decimal, InvalidOperation
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapidfuzz import fuzz

from claimdesk.core.knowledge.months import months
from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.forms import form, place, said
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.records.money import Money

_RUN = re.compile(r"\d+|[A-Za-z]+|[^\dA-Za-z]+")
_SUM = r"\d{1,3}(?:[.,]\d{3}){1,2}(?:[.,]\d{2})?|\d{1,6}(?:[.,]\d{1,2})?"
_AMOUNT = re.compile(
    rf"(?:[$€£¥]|\b(?:USD|EUR|GBP|JPY|CNY) ?) ?({_SUM})(?![\d%]|[.,]\d)"
    rf"|(?<![\d.,])({_SUM}) ?(?:€|(?:EUR|USD|GBP|JPY|CNY)\b|美元|欧元|英镑|円)"
)
_NO_LATIN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_THOUSANDS = re.compile(r"[.,](?=\d{3})")
_FILE = re.compile(r"(?<![\w./@-])[\w()-]{1,60}\.(?:pdf|png|jpe?g|docx?|xlsx?|mp4|mov|zip|eml)(?![\w-])", re.IGNORECASE)

_WORDED = ("es", "it", "fr", "de", "en")  # whose names of months mean the same month where they agree

# What a statement names the day of: the fact that tells it, and the value that letters write.
_DATED = (("r_delivered", "delivered_at", "delivered_date"), ("r_shipped", "shipped_at", "ship_date"))


def other_order_number(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """A number of the form of the order's own that is not it.

    A number of digits or letters alone has the form of many things: it counts after a word for an order only.
    """
    number = message.known.get("order_id") or message.known.get("order_no") or ""
    form = _form(number)
    if form is None:
        return
    plain = number.isalnum()
    for match in form.finditer(message.text):
        before = message.text[max(0, match.start() - 40) : match.start()]
        if match.group() != number and (not plain or _order_word().search(before)):
            yield match.span()


@cache
def _order_word() -> re.Pattern[str]:
    return re.compile(rf"(?:{form('order_word').pattern})[^.!?\n。]{{0,16}}$", re.IGNORECASE)


def _form(number: str) -> re.Pattern[str] | None:
    """The pattern of numbers built like this one; None for one too short to have a form."""
    if sum(c.isdigit() for c in number) < 6:
        return None
    parts = (
        rf"\d{{{len(run)}}}" if run[0].isdecimal() else rf"[A-Za-z]{{{len(run)}}}" if run.isalpha() else re.escape(run)
        for run in _RUN.findall(number)
    )
    return re.compile(r"(?<![\w-])" + "".join(parts) + r"(?![\w-])")


@cache
def _greeting() -> re.Pattern[str]:
    """A greeting at the beginning of a text; its group is the name."""
    return re.compile(
        rf"(?m)\A\s{{0,20}}(?:{form('greeting').pattern})[ ,]{{1,2}}(?:(?:{form('title').pattern}) )?"
        r"([A-Z][a-z\u00c0-\u024f'-]{1,30})(?=[ ,:!.\n])"
    )


def other_name(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """The name in the greeting when it is no part of the buyer's known name in the same writing."""
    known = fold(f"{message.known.get('buyer_first_name', '')} {message.known.get('buyer_name', '')}").text
    for start, end in _addressed(message.text):
        name = fold(message.text[start:end]).text
        written_alike = bool(_NO_LATIN.search(name)) is bool(_NO_LATIN.search(known))
        if written_alike and known.strip() and name not in known and not form("anybody").fullmatch(name):
            yield start, end


def _addressed(text: str) -> Iterable[Span]:
    """Where the name of whoever is greeted stands."""
    if match := _greeting().search(text):
        yield match.span(1)
    elif match := form("addressed").search(text):
        yield place(match, "name")


def other_amount(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Amounts above what the buyer paid."""
    currency, total = message.known.get("currency", ""), message.known.get("total_minor", "")
    if not currency or not total.isdecimal():
        return
    paid = Money(int(total), currency).decimal()
    for match in _AMOUNT.finditer(message.text):
        amount = _amount(match)
        if amount is not None and amount > paid:
            yield match.span()


def other_refund(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """An amount said to have been refunded that is not the refund on record."""
    currency, refund = message.known.get("currency", ""), message.known.get("refund_minor", "")
    if not currency or not refund.isdecimal() or message.known.get("refunded") != "True":
        return
    made = Money(int(refund), currency).decimal()
    for match in _AMOUNT.finditer(message.text):
        words = fold(message.text[max(0, match.start() - 40) : match.end() + 40]).text
        said = _amount(match)
        refunded = compiled("<s_refunded>").search(words) or compiled("<r_said_refunded>").search(words)
        if said is not None and said != made and refunded:
            yield match.span()


def _amount(match: re.Match[str]) -> Decimal | None:
    try:
        return Decimal(_THOUSANDS.sub("", match[1] or match[2]).replace(",", "."))
    except InvalidOperation:
        return None


def unknown_exhibit(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """Exhibit numbers above the number of files kept with the case, and names of files that are not among them."""
    kept = message.known.get("attachments", "")
    if not kept.isdecimal():
        return
    for match in form("exhibit").finditer(message.text):
        if int(said(match, "number")) > int(kept):
            yield match.span()
    names = message.known.get("evidence_names", "").casefold()
    for match in _FILE.finditer(message.text):
        if match.group().casefold() not in names:
            yield match.span()


def other_day(message: Message, _numbers: Mapping[str, int]) -> Iterable[Span]:
    """A day named straight after `delivered` or `shipped` that is not the day on record."""
    text = message.folded.text
    for statement, fact, value in _DATED:
        known = _days_on_record(message.known, fact, value)
        for match in compiled(f"<{statement}>").finditer(text) if known else ():
            found = form("day").search(text, match.end(), match.end() + 24)
            if found and said_day(found) and said_day(found) not in known:
                yield message.folded.span(*found.span())


def _days_on_record(known: Mapping[str, str], fact: str, value: str) -> frozenset[tuple[int, int]]:
    """Month and day of a fact, and of the value a letter writes for it: the order and its parcel may name two days.

    An instant is a day of the marketplace's zone (`known["zone"]`), as in letters.
    """
    try:
        moment = datetime.fromisoformat(known.get(fact, ""))
    except ValueError:
        return frozenset()
    if moment.tzinfo is not None:
        moment = moment.astimezone(_zone(known.get("zone", "")))
    written = form("day").search(known.get(value, "").lower())
    days = {(moment.month, moment.day), said_day(written) if written else None}
    return frozenset(day for day in days if day is not None)


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def said_day(match: re.Match[str]) -> tuple[int, int] | None:
    """Month and day that a match of the form `day` names, None for a word that is no month."""
    month = said(match, "month")
    number = int(month) if month.isdecimal() else _month_names().get(month) or months("en").get(month[:3])
    day = int(said(match, "day"))
    return (number, day) if number and day else None


@cache
def _month_names() -> Mapping[str, int]:
    """Names of months as they stand in a folded text, in the languages that write them as words."""
    return {fold(name).text: number for code in _WORDED for name, number in months(code).items()}


def repeated(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """The whole text when it is nearly the letter sent before (`known["earlier_text"]`)."""
    earlier = message.known.get("earlier_text", "")
    if earlier and fuzz.ratio(earlier, message.text, score_cutoff=numbers["percent"]) >= numbers["percent"]:
        yield message.whole
