"""How dates, money and people are written in the language of a reply (Babel's data, the shop's manners)."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency

from claimdesk.core.records.moments import Moment
from claimdesk.core.records.money import Money

_LOCALES = {
    "en": "en_GB", "zh": "zh_Hans_CN", "de": "de_DE", "fr": "fr_FR", "es": "es_ES", "it": "it_IT", "ja": "ja_JP",
}  # fmt: skip
_NOT_A_NAME = re.compile(
    r"[\d@*#_/\\<>{}\[\]]|\b(guest|customer|buyer|unknown|amazon|ebay|inc|llc|ltd|gmbh|co)\b", re.I
)
_TITLE = re.compile(r"^(mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|m|mme|sr|sra|sig)\.?$", re.I)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def locale_of(language: str, region: str = "") -> Locale:
    """Babel's locale for a reply language; English follows the region (US and CA write month first)."""
    if language == "en" and region in ("US", "CA"):
        return Locale.parse("en_US")
    return Locale.parse(_LOCALES.get(language, "en_GB"))


def day_text(moment: Moment | None, language: str, *, region: str = "", zone: str = "UTC", today: date) -> str | None:
    """A day as people write it there: `11 November`, `11 月 11 日`; with its year when that is not this year."""
    if moment is None:
        return None
    day = moment.astimezone(ZoneInfo(zone)).date() if isinstance(moment, datetime) else moment
    other_year = day.year != today.year
    if language == "zh":
        return (f"{day.year} 年 " if other_year else "") + f"{day.month} 月 {day.day} 日"
    locale = locale_of(language, region)
    return format_date(day, "long", locale=locale) if other_year else format_skeleton("MMMMd", day, locale=locale)


def money_text(money: Money | None, language: str, *, region: str = "") -> str | None:
    """An amount with its currency as people write it there: `$58.60`, `58,60 €`."""
    if money is None or not money.currency:
        return None
    return format_currency(money.decimal(), money.currency, locale=locale_of(language, region))


def typed_money(text: str, currency: str) -> Money | None:
    """The amount somebody typed (`12.50`), or None when it is anything but a plain number or no currency is known."""
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not currency or not amount.is_finite() or abs(amount) > 10**9:
        return None
    unit = Money(1, currency).decimal()
    return Money(int((amount / unit).to_integral_value()), currency)


def first_name(name: str) -> str | None:
    """The name to greet a person by, or None when the text is masked, a company, or no name at all.

    `WHITFIELD, DANA` gives `Dana`; a short Chinese or Japanese name is kept whole.
    """
    text = " ".join(name.split())
    if not text or len(text) > 60 or _NOT_A_NAME.search(text):
        return None
    if _HAN.search(text):
        return text if len(text) <= 6 else None
    if "," in text:
        text = text.split(",", 1)[1].strip()
    words = [word for word in text.split(" ") if not _TITLE.match(word)]
    if not words or len(words[0].strip(".")) < 2 or not words[0].replace("-", "").replace("'", "").isalpha():
        return None
    first = words[0]
    return first.capitalize() if first.isupper() or first.islower() else first
