"""The shops of one data folder, and which of them a file is of."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_SHOP = 1
"""The shop that a new data folder starts with."""

CHOSEN, SAID, ORDERS, OTHERS, REMEMBERED, USUAL = "chosen", "said", "orders", "others", "remembered", "usual"
"""Why a file is of a shop: chosen, the file says so, its orders are there, the number is another order's elsewhere,
the last choice for such files, or nothing speaks for another than the first."""


@dataclass(frozen=True, slots=True)
class ShopRow:
    """One shop and how many orders it has; the name is empty while nobody gave the first shop one."""

    id: int
    name: str
    orders: int = 0


@dataclass(frozen=True, slots=True)
class ShopShare:
    """The shop that orders of a file go to: how many, and why. An `id` below 1: the import makes it."""

    id: int
    name: str
    because: str
    orders: int = 0
    against: int = 0  # orders whose number is another order's in the shop they would usually go to
    said: str = ""  # what the file calls it

    @property
    def is_new(self) -> bool:
        """Whether the import makes the shop."""
        return self.id < 1
