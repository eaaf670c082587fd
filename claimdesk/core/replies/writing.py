"""How dates, money and people are written in the language of a reply (Babel's data, the shop's manners)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, get_currency_symbol, is_currency

from claimdesk.core.importing.amounts import amount, decimal_sign
from claimdesk.core.importing.dates import read_dates
from claimdesk.core.knowledge.people import not_names, titles
from claimdesk.core.records.moments import Moment
from claimdesk.core.records.money import Money

_LOCALES = {
    "en": "en_GB", "zh": "zh_Hans_CN", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "ja": "ja_JP",
}  # fmt: skip
_NOT_OF_A_NAME = re.compile(r"[\d@*#_/\\<>{}\[\]]")
_WORD = re.compile(r"\w+")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_AROUND_HAN = re.compile(r"\s*([年月日])\s*")
_TYPED_AMOUNT = re.compile(r"(?P<before>[^\d.,\s]{0,3})\s?(?P<number>\d[\d.,' ]*)(?<! )\s?(?P<after>[^\d.,\s]{0,3})")
_MOST = 10**11  # minor units
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def locale_of(language: str, region: str = "") -> Locale:
    """Babel's locale for a reply language; English follows the region (US and CA write month first)."""
    if language == "en" and region in ("US", "CA"):
        return Locale.parse("en_US")
    return Locale.parse(_LOCALES.get(language, "en_GB"))


def day_text(moment: Moment | None, language: str, *, region: str = "", zone: str = "UTC", year: int) -> str | None:
    """A day as people write it there: `11 November`, `11 月 11 日`; with its year when that is not `year`."""
    if moment is None:
        return None
    day = moment.astimezone(ZoneInfo(zone)).date() if isinstance(moment, datetime) else moment
    other_year = day.year != year
    if language == "zh":
        return (f"{day.year} 年 " if other_year else "") + f"{day.month} 月 {day.day} 日"
    locale = locale_of(language, region)
    return format_date(day, "long", locale=locale) if other_year else format_skeleton("MMMMd", day, locale=locale)


def money_text(money: Money | None, language: str, *, region: str = "") -> str | None:
    """An amount with its currency as people write it there: `$58.60`, `58,60 €`."""
    if money is None or not money.currency:
        return None
    return format_currency(money.decimal(), money.currency, locale=locale_of(language, region))


def typed_day(text: str) -> date | None:
    """The day somebody typed, year and all: `2026-12-01`, `2026/12/1`, `1 Dec 2026`, `2026 年 12 月 1 日`.

    None for anything else, and for `01/12/2026`, which is two days to two readers.
    """
    plain = _AROUND_HAN.sub(r"\1", unicodedata.normalize("NFKC", text).strip())
    column = read_dates([plain], (), "UTC", order="ask")
    read = column.texts.get(plain, "") if plain not in column.serials else ""
    return date.fromisoformat(read) if _ISO_DAY.fullmatch(read) else None


def typed_money(text: str, currency: str) -> Money | None:
    """The amount somebody typed, alone or with its currency: `12.50`, `12,50`, `$12.50`, `12.50 USD`.

    None when it is anything else, below zero, finer than the currency, in another currency, or in none that is known.
    """
    found = _TYPED_AMOUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or (found["before"] and found["after"]):
        return None
    named = (found["before"] or found["after"]).upper()
    currency = currency or (named if is_currency(named) else "")
    signs = {get_currency_symbol(currency, locale) for locale in ("en", "zh_Hans_CN")} if currency else set()
    if not currency or named not in {"", currency, *signs}:
        return None
    value = amount(found["number"], decimal_sign([found["number"]]).sign)
    minor = None if value is None else value / Money(1, currency).decimal()
    if minor is None or minor != minor.to_integral_value() or not 0 <= minor <= _MOST:
        return None
    return Money(int(minor), currency)


def first_name(name: str) -> str | None:
    """The name to greet a person by, or None when the text is masked, a company, or no name at all.

    `WHITFIELD, DANA` gives `Dana`; a short Chinese or Japanese name is kept whole.
    """
    text = " ".join(name.split())
    if not text or len(text) > 60 or _NOT_OF_A_NAME.search(text):
        return None
    if not not_names().isdisjoint(_WORD.findall(text.casefold())):
        return None
    if _HAN.search(text):
        return text if len(text) <= 6 else None
    if "," in text:
        text = text.split(",", 1)[1].strip()
    words = [word for word in text.split(" ") if word.lower().removesuffix(".") not in titles()]
    if not words or len(words[0].strip(".")) < 2 or not words[0].replace("-", "").replace("'", "").isalpha():
        return None
    first = words[0]
    return first.capitalize() if first.isupper() or first.islower() else first
