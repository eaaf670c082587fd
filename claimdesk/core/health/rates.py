"""A share of cases with its count and Wilson's interval; below a few cases it is no rate."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Final

FEWEST: Final = 8  # cases below which no rate is shown
_Z: Final = 1.959964  # of a two-sided interval that holds 95 in 100


@dataclass(frozen=True, slots=True)
class Rate:
    """`well` of `ended` cases."""

    well: int = 0
    ended: int = 0

    @property
    def enough(self) -> bool:
        """Whether enough cases have ended to speak of a rate."""
        return self.ended >= FEWEST

    @property
    def share(self) -> float:
        """The share that ended well; 0 when none has ended."""
        return self.well / self.ended if self.ended else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, 95 times in 100."""
        return wilson(self.well, self.ended)


def wilson(well: int, of: int) -> tuple[float, float]:
    """Wilson's score interval of a share; (0, 1) when there is nothing to count."""
    if not of:
        return 0.0, 1.0
    share, square = well / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)
