"""Money as exports write it, to whole minor units: the decimal sign is decided per column, never per value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from claimdesk.core.importing.currency_words import currency_code, currency_signs
from claimdesk.core.records.money import minor_digits

_NUMBER: Final = re.compile(r"[+-]?\d[\d.,' ]*\d|[+-]?\d|(?<![A-Za-z\d])[.,]\d+")
_WHOLE: Final = re.compile(r"\d*|\d{1,3}(?:[.,' ]\d{2,3})*[.,' ]\d{3}")
_PLAIN: Final = re.compile(r"-?\d+(?:\.\d{1,2})?")
_CLEAR: Final = 0.9
_STRIP: Final = str.maketrans({"\xa0": " ", "\u202f": " ", "’": "'", "−": "-", "，": ",", "．": "."})


def symbol_of(text: str) -> str:
    """The currency that a printed amount names by a symbol or a code; empty when it names none for certain (`$`, `¥`)."""
    code = currency_code().search(text)
    if code:
        return code.group(1)
    return next((currency for symbol, currency in currency_signs() if symbol in text), "")


@dataclass(frozen=True, slots=True)
class Sign:
    """The decimal sign of a column: `odd` values say for certain that theirs is the other one, `doubtful` ones nothing.

    `votes` is whether any value decided; without it the sign is what was known before, or empty.
    """

    sign: str
    votes: bool = False
    odd: dict[str, str] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()


def decimal_sign(values: Iterable[str], known: str = "") -> Sign:
    """The decimal sign of a column, from all its values; `known` (may be empty) settles what they leave open.

    Where values contradict each other, nine in ten decide; each odd value is read by what it says itself. Without
    such a majority the values that could be read both ways are doubtful.
    """
    votes = {value: vote for value in values if (vote := _vote(value))}
    counts = Counter(votes.values())
    if len(counts) <= 1:
        return Sign(next(iter(counts), known), bool(counts))
    (sign, most), (other, least) = counts.most_common()
    if most == least and known in votes.values():
        sign, other = known, other if known == sign else sign
    odd = {value: vote for value, vote in votes.items() if vote == other}
    clear = most >= _CLEAR * (most + least)
    doubtful = frozenset() if clear else frozenset(value for value in values if not _vote(value) and _grouped(value))
    return Sign(sign, True, odd, doubtful)


def grouping_only(values: Iterable[str]) -> str:
    """The decimal sign of amounts in a currency without cents: the one that does not group their thousands."""
    seen = {sign for value in values if _grouped(value) for sign in ".," if sign in value}
    return {frozenset("."): ",", frozenset(","): "."}.get(frozenset(seen), "" if seen else ".")


def _grouped(text: str) -> bool:
    """Whether an amount holds a sign that could group thousands or begin decimals."""
    number = "".join(_NUMBER.findall(text.translate(_STRIP))[:1])
    return "." in number or "," in number


def _vote(text: str) -> str:
    number = "".join(_NUMBER.findall(text.translate(_STRIP))[:1])
    signs = [sign for sign in number if sign in ".,"]
    if not signs:
        return ""
    last = max(number.rfind("."), number.rfind(","))
    if len(set(signs)) == 2:
        return number[last]
    if len(signs) > 1:  # the same sign twice groups thousands
        return "," if signs[0] == "." else "."
    decimals = len(number) - last - 1
    # Three digits after the only sign may group thousands; a leading zero or more digits before it cannot.
    grouped = decimals == 3 and 1 <= len(number[:last].lstrip("+-")) <= 3 and not number.lstrip("+-").startswith("0")
    return "" if grouped else number[last]


def amount(text: str, sign: str) -> Decimal | None:
    """The number in a printed amount with decimal sign `sign`; `(12.00)` and `12.00-` are negative. None: no amount."""
    if sign == "." and _PLAIN.fullmatch(text):
        return Decimal(text)
    plain = text.translate(_STRIP).strip()
    found = _NUMBER.findall(plain)
    if len(found) != 1 or re.search(r"\d[eE][+-]?\d", plain):
        return None
    number = found[0].strip()
    negative = (
        number.startswith("-") or bool(re.search(r"-\D*\d", plain)) or bool(re.search(r"\d-\s*[A-Za-z€£]{0,3}$", plain))
    )
    negative = negative or (plain.startswith("(") and plain.endswith(")"))
    digits = number.lstrip("+-")
    whole, _, decimals = digits.rpartition(sign) if sign and sign in digits else (digits, "", "")
    if not sign and ("." in digits or "," in digits):
        return None
    if re.search(r"\D", decimals) or not _WHOLE.fullmatch(whole) or (sign and sign in whole):
        return None
    whole = re.sub(r"[.,' ]", "", whole)
    value = Decimal(f"{whole or 0}.{decimals or 0}")
    return -value if negative else value


def to_minor(value: Decimal, currency: str) -> int:
    """An amount in minor units of its currency, a half rounded away from zero (a spreadsheet's 4.285 is 4.29)."""
    return int(value.scaleb(minor_digits(currency)).quantize(Decimal(1), ROUND_HALF_UP))


class Minor(dict[str, int | None]):
    """Amounts of one column in one currency, each text read once; an unreadable one is kept in `unreadable`."""

    def __init__(self, sign: Sign, currency: str) -> None:
        super().__init__({"": None})
        self.sign = sign
        self.currency = currency
        self.unreadable: set[str] = set()

    def __missing__(self, text: str) -> int | None:
        doubtful = text in self.sign.doubtful
        value = None if doubtful else amount(text, self.sign.odd.get(text, self.sign.sign))
        if value is None:
            self.unreadable.add(text)
        self[text] = None if value is None else to_minor(value, self.currency)
        return self[text]
