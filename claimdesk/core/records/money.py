"""Money as whole minor units of one currency; never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

# ISO 4217: currencies whose minor unit is not a hundredth.
_DIGITS = {
    "JPY": 0,
    "KRW": 0,
    "VND": 0,
    "CLP": 0,
    "ISK": 0,
    "PYG": 0,
    "UGX": 0,
    "XAF": 0,
    "XOF": 0,
    "KWD": 3,
    "BHD": 3,
    "JOD": 3,
    "OMR": 3,
    "TND": 3,
}


def minor_digits(currency: str) -> int:
    """How many decimals a currency has by ISO 4217 (USD 2, JPY 0, KWD 3)."""
    return _DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents, yen) with its ISO 4217 currency."""

    minor: int
    currency: str

    def decimal(self) -> Decimal:
        """The amount in major units: `Money(5860, "USD")` is `Decimal("58.60")`."""
        digits = minor_digits(self.currency)
        return Decimal(self.minor).scaleb(-digits)
