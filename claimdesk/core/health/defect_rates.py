"""How many orders with a defect each marketplace counts, and how many more there may be; limits in `resources/health/`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.moments import day_of
from claimdesk.core.records.orders import OrderFilter

COUNTS = "counts"


class DefectLimit(Knowledge):
    """What one platform allows."""

    platform: str
    window_days: int
    limit: Decimal
    may_reach: bool  # whether exactly the limit is still in order
    source: str
    confidence: str
    checked: date


class _Limits(Knowledge):
    limits: tuple[DefectLimit, ...]


@dataclass(frozen=True, slots=True)
class DefectRate:
    """A marketplace's rate as far as this program knows: its orders, and cases that ended so that they count."""

    platform: str
    marketplace: str
    orders: int
    defects: int
    rule: DefectLimit

    @property
    def share(self) -> float:
        """Defects per order now."""
        return self.defects / self.orders

    @property
    def with_one_more(self) -> float:
        """Defects per order after one more."""
        return (self.defects + 1) / self.orders

    @property
    def more(self) -> int:
        """How many more keep the rate in order; negative when it is not."""
        allowed = self.orders * self.rule.limit
        if self.rule.may_reach:
            return int(allowed.to_integral_value(ROUND_FLOOR)) - self.defects
        return int(allowed.to_integral_value(ROUND_CEILING)) - 1 - self.defects


class DefectRates:
    """Asks the orders for their number; the cases are handed in."""

    def __init__(self, orders: Orders, limits: tuple[DefectLimit, ...]) -> None:
        self._orders, self._limits = orders, {limit.platform: limit for limit in limits}

    @classmethod
    def load(cls, orders: Orders) -> DefectRates:
        """With the shipped limits. Raises Problem `knowledge_faulty`."""
        return cls(orders, read_knowledge(shipped("resources") / "health" / "defect_limits.toml", _Limits).limits)

    def now(self, rows: Iterable[CaseRow], now: datetime) -> tuple[DefectRate, ...]:
        """The rate of each marketplace that has a limit and orders in its window, those with most orders first.

        An order counts once, by the day it was bought; `rows` are all cases.
        """
        counted = [row for row in rows if row.odr == COUNTS and row.purchased_at is not None]
        rates = []
        for platform, marketplace, _ in self._orders.facets():
            rule = self._limits.get(platform)
            if rule is None:
                continue
            since = (now - timedelta(days=rule.window_days)).date()
            wanted = OrderFilter(platforms=(platform,), marketplaces=(marketplace,), purchased_from=since.isoformat())
            orders = self._orders.page(wanted, limit=1, now=now).total
            if orders:
                mine = {
                    row.order_id for row in counted
                    if (row.platform, row.marketplace) == (platform, marketplace)
                    and row.purchased_at is not None and day_of(row.purchased_at) >= since
                }  # fmt: skip
                rates.append(DefectRate(platform, marketplace, orders, len(mine), rule))
        return tuple(sorted(rates, key=lambda rate: -rate.orders))
