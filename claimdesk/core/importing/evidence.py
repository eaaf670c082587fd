"""What the values of a column look like: whether they can be what the heading says, and what they are without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from claimdesk.core.importing.amounts import amount
from claimdesk.core.importing.cells import folded, is_damaged_id
from claimdesk.core.importing.fields import FIELDS, Kind
from claimdesk.core.importing.value_words import order_numbers
from claimdesk.core.knowledge.months import months

_NUMBER: Final = re.compile(r"[#A-Za-z]{0,12}[-#]?[A-Za-z0-9]*\d[\w\-/.#]{2,38}")
_ORDER: Final = re.compile(r"(?=.*\d)[^\s,;]{1,60}")
_TRACKING: Final = re.compile(
    r"1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2}|9[2-5]\d{20,24}|(?:YT|LP|SF|JT|ZTO|UUS|4PX|CNG|YUN)[A-Z]{0,4}\d{10,20}"
    r"|[A-Z]{2,5}\d{10,22}(?:[A-Z]{2})?|\d{12,14}"
)
_DATE: Final = re.compile(
    r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?:[ T].*)?|20\d{6}(?:\d{6})?"
)
_NAMED_DATE: Final = re.compile(r"(?:\d{1,2}[-. ]+)?([^\W\d_]{3,12})\.?[-. ,]+\d{1,4}[-., ]*(?:\d{2,4})?.*")
_EMAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE: Final = re.compile(r"\+?[\d\s().\-/]{6,20}(?:(?:ext|x)\.?\s*\d+)?", re.IGNORECASE)
_POSTAL: Final = re.compile(r"[A-Z0-9][A-Z0-9 \-]{2,9}", re.IGNORECASE)
_TRUST: Final = 2
_COUNT: Final = re.compile(r"\d{1,5}(?:[.,]0+)?")
_CURRENCY: Final = re.compile(r"[A-Z]{3}|人民币|美元|欧元|英镑|日元")
_COUNTRY: Final = re.compile(r"[A-Za-z]{2,3}|[^\d@]{2,40}")
_ID: Final = re.compile(r"[^\s].{0,80}")


def is_date(text: str) -> bool:
    """Whether a text has the shape of a date; what it says is not read here."""
    if _DATE.fullmatch(text):
        return True
    named = _NAMED_DATE.fullmatch(text)
    return bool(named and named.group(1).casefold() in months())


def is_amount(text: str) -> bool:
    """Whether a text has the shape of money."""
    return not is_date(text) and (amount(text, ".") is not None or amount(text, ",") is not None)


def is_number(text: str) -> bool:
    """Whether a text has the shape of an order number; one that a spreadsheet damaged still does."""
    return bool(_NUMBER.fullmatch(text) and not is_date(text)) or is_damaged_id(text)


def _by_pattern(expression: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda text: expression.fullmatch(text) is not None


_TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "order_no": lambda text: bool(_ORDER.fullmatch(text) and not is_date(text)) or is_damaged_id(text),
    "tracking_no": lambda text: bool(_TRACKING.fullmatch(text) or is_number(text)),
    "buyer_email": _by_pattern(_EMAIL),
    "ship_phone": _by_pattern(_PHONE),
    "buyer_phone": _by_pattern(_PHONE),
    "ship_postal_code": _by_pattern(_POSTAL),
    "currency": _by_pattern(_CURRENCY),
    "ship_country": lambda text: bool(_COUNTRY.fullmatch(text)) and not is_date(text),
}


def fit(name: str, values: Sequence[str]) -> float | None:
    """The share of values that can be what the field holds, 0 to 1; None when there are no values to judge by.

    One or two values that do not fit speak less against it than many do: they may be what is wrong with those rows.
    """
    shown = [value for value in values if value]
    if not shown:
        return None
    kind = FIELDS[name].kind
    if name in _TESTS:
        test = _TESTS[name]
    elif kind is Kind.MOMENT:
        test = _moment
    elif kind is Kind.MONEY:
        test = is_amount
    elif kind is Kind.COUNT:
        test = _by_pattern(_COUNT)
    elif kind in (Kind.TEXT, Kind.NOTE):
        test = _wordy
    else:
        test = _by_pattern(_ID)
    return (sum(map(test, shown)) + _TRUST) / (len(shown) + _TRUST)


def _moment(text: str) -> bool:
    return is_date(text) or bool(re.fullmatch(r"[34]\d{4}(?:\.\d+)?|1[5-9]\d{8}", text))


def _wordy(text: str) -> bool:
    return not is_date(text) or len(text) > 30


def guess(values: Sequence[str], statuses: Mapping[str, str], platforms: Mapping[str, str]) -> tuple[str, int]:
    """A field by the values alone, and how sure that is; never sure enough to be taken without asking."""
    shown = [value for value in values if value]
    if not shown:
        return "", 0

    def share(test: Callable[[str], bool]) -> float:
        return sum(map(test, shown)) / len(shown)

    ways: tuple[tuple[str, Callable[[str], bool], int], ...] = (
        ("order_no", lambda text: any(one.fullmatch(text) for one in order_numbers().values()), 59),
        ("buyer_email", _by_pattern(_EMAIL), 58),
        ("platform", lambda text: folded(text) in platforms, 55),
        ("status", lambda text: folded(text) in statuses, 55),
        ("currency", lambda text: text in _CURRENCIES, 55),
        ("ship_country", lambda text: text in _COUNTRIES, 50),
        ("tracking_no", lambda text: bool(_TRACKING.fullmatch(text)) and not text.isdigit(), 52),
        ("purchased_at", is_date, 45),
    )
    for name, test, sure in ways:
        if share(test) >= 0.8:
            return name, sure
    if share(lambda text: bool(re.search(r"\d[.,]\d\d\b", text)) and is_amount(text)) >= 0.8:
        return "total", 40
    return ("seller_note", 41) if share(lambda text: bool(re.search(r"[^\W\d_]", text))) >= 0.8 else ("", 0)


_CURRENCIES: Final = frozenset({
    "USD", "EUR", "GBP", "CAD", "AUD", "JPY", "CNY", "INR", "MXN", "BRL", "PLN", "SEK", "CHF", "SGD", "MYR", "IDR",
    "THB", "VND", "PHP", "TWD", "HKD", "KRW", "TRY", "AED", "SAR", "NZD",
})  # fmt: skip
_COUNTRIES: Final = frozenset({
    "US", "UK", "GB", "DE", "FR", "IT", "ES", "CA", "AU", "JP", "IN", "MX", "BR", "NL", "BE", "PL", "SE", "CH", "AT",
    "IE", "PT", "DK", "FI", "NO", "NZ", "SG", "MY", "TH", "VN", "ID", "PH", "TW", "HK", "KR", "TR", "AE", "SA",
})  # fmt: skip


def platform_of(numbers: Sequence[str]) -> str:
    """The platform whose order numbers these are; empty where they are mixed or could be anyone's."""
    shown = [number for number in numbers if number]
    for name, shape in order_numbers().items():
        if shown and sum(bool(shape.fullmatch(number)) for number in shown) >= 0.9 * len(shown):
            return name
    return ""
