"""Amounts and shares as they are typed into fields."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from claimdesk.core.records.money import Money, minor_digits

_MOST = 10**12


def minor_of(text: str, currency: str) -> int | None:
    """Minor units of what was typed; None for nothing. Raises ValueError for anything but a plain amount."""
    text = text.strip().replace(",", "")
    if not text:
        return None
    try:
        amount = Decimal(text).scaleb(minor_digits(currency))
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not amount.is_finite() or not 0 <= amount <= _MOST or amount != amount.to_integral_value():
        raise ValueError(text)
    return int(amount)


def share_of(text: str) -> Decimal | None:
    """A share of 0 to 1 from a percentage such as `15` or `15 %`; None for nothing. Raises ValueError."""
    text = text.strip().rstrip("%％").strip()
    if not text:
        return None
    try:
        share = Decimal(text) / 100
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not share.is_finite() or not 0 <= share <= 1:
        raise ValueError(text)
    return share


def rate_of(text: str) -> Decimal:
    """A rate above nothing. Raises ValueError."""
    try:
        rate = Decimal(text.strip())
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not rate.is_finite() or not 0 < rate <= _MOST:
        raise ValueError(text)
    return rate


def plain_amount(minor: int | None, currency: str) -> str:
    """`12.50`, as a field takes it; empty for None."""
    return "" if minor is None else str(Money(minor, currency).decimal())


def percent_words(share: Decimal | None) -> str:
    """`15 %`; empty for None."""
    return "" if share is None else f"{(share * 100).normalize():f} %"
