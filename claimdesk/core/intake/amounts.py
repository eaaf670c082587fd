"""The amount a notice is about: the one that stands with the words for a claim or a refund."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from claimdesk.core.intake.folding import fold_pattern
from claimdesk.core.intake.meaning import Meaning
from claimdesk.core.intake.platforms import currencies
from claimdesk.core.records.money import minor_digits

_NUMBER: Final = r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,9}(?:[.,]\d{1,2})?(?![.,]?\d)"
_LABEL_REACH: Final = 46
_MOST: Final = 100  # a list of prices is no notice


@dataclass(frozen=True, slots=True)
class Amount:
    """Minor units of a currency, and the folded characters that print it."""

    minor: int
    currency: str
    start: int
    end: int
    weight: int


@cache
def _expression() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    tokens = [(fold_pattern(token).lower(), code) for code, words in currencies().tokens.items() for token in words]
    tokens += [(sign, "?" + sign) for sign in currencies().open]
    tokens.sort(key=lambda pair: -len(pair[0]))
    forms = [(_escaped(token), code) for token, code in tokens]
    before = "|".join(form for form, _ in forms)
    joined = rf"(?P<pre>(?<![a-z])(?:{before}))[ \n]?(?P<a>{_NUMBER})(?:[ \n]?(?P<both>usd|eur|gbp|cad|aud|jpy|cny)\b)?|(?<![\d.-])(?<!\d,)(?P<b>{_NUMBER})[ \n]?(?P<post>(?:{before})(?![a-z]))"
    return re.compile(joined), tuple((re.compile(form), code) for form, code in forms)


def _escaped(token: str) -> str:
    return token if re.search(r"[?\\]", token) else re.escape(token)


def amounts(meanings: Sequence[Meaning], marketplace_currency: str, language: str) -> list[Amount]:
    """Every amount of a mail, the likeliest to be claimed or refunded first."""
    found: list[Amount] = []
    pattern, _ = _expression()
    for meaning in meanings:
        if len(found) > _MOST:
            break
        for match in pattern.finditer(meaning.sentence.text):
            currency = _currency(match, marketplace_currency, language)
            minor = _minor(match.group("a") or match.group("b") or "", currency)
            if not currency or minor is None:
                continue
            start = meaning.sentence.start
            found.append(
                Amount(
                    minor,
                    currency,
                    start + match.start(),
                    start + match.end(),
                    _weight(meaning, match.start(), match.end()),
                )
            )
    return sorted(found, key=lambda one: (-one.weight, one.start))


def _currency(match: re.Match[str], marketplace_currency: str, language: str) -> str:
    if match.group("both"):
        return match.group("both").upper()
    printed = match.group("pre") or match.group("post") or ""
    code = next((code for form, code in _expression()[1] if form.fullmatch(printed)), "")
    if not code.startswith("?"):
        return code
    allowed = [name.upper() for name in currencies().open[code[1:]]]
    if marketplace_currency in allowed:
        return marketplace_currency
    if code == "?¥":
        return "JPY" if language == "ja" else "CNY" if language == "zh" else ""
    return allowed[0]


def _minor(number: str, currency: str) -> int | None:
    plain = re.sub(r"[' ]", "", number)
    last = max(plain.rfind("."), plain.rfind(","))
    decimals = len(plain) - last - 1 if last >= 0 else 0
    if last >= 0 and decimals in {1, 2}:
        whole, part = re.sub(r"[.,]", "", plain[:last]), plain[last + 1 :]
    else:
        whole, part = re.sub(r"[.,]", "", plain), ""
    if not whole.isdigit() or len(whole) > 9:
        return None
    value = Decimal(f"{whole}.{part or 0}")
    return int(value.scaleb(minor_digits(currency)).quantize(Decimal(1), ROUND_HALF_UP))


def _weight(meaning: Meaning, start: int, end: int) -> int:
    """How sure it is that an amount is the one in question."""
    text, lists = meaning.sentence.text, meaning.lexicon.lists
    before = text[max(0, start - _LABEL_REACH) : start]
    label = _last(lists["amount_label"], before)
    other = _last(lists["amount_not"], before)
    weight = 0
    if label >= 0:
        weight += 3
    if other >= 0 and other > label - 3:
        weight -= 6
    if other < 0 and lists["amount_not"].match(text[end : end + 24].lstrip(" (")):
        weight -= 4
    if lists["amount_label"].search(text):
        weight += 1
    if any(name in meaning.hits for name in ("claim", "strong_dispute", "chargeback", "appeal_made")):
        weight += 2
    if any(
        meaning.said(name)
        for name in ("grant", "debit", "cover", "favour_buyer", "refund_by_you", "refund_done", "reverse")
    ):
        weight += 2
    return weight


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
