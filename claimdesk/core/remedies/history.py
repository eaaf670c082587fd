"""How often similar cases were lost, with the range that so few cases leave open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """`lost` of `decided` cases were lost: the share, and the ends of its 95 % range (Wilson)."""

    lost: int
    decided: int
    value: Decimal
    low: Decimal
    high: Decimal


def lost_share(lost: int, decided: int) -> Share | None:
    """The share of cases lost, to a thousandth; None when none was decided."""
    if decided <= 0:
        return None
    share = lost / decided
    spread = 1 + _Z * _Z / decided
    centre = share + _Z * _Z / (2 * decided)
    reach = _Z * sqrt(share * (1 - share) / decided + _Z * _Z / (4 * decided * decided))
    return Share(lost, decided, _share(share), _share((centre - reach) / spread), _share((centre + reach) / spread))


def _share(value: float) -> Decimal:
    return Decimal(str(round(min(1.0, max(0.0, value)), 3)))
