"""How many orders with a defect each marketplace counts, and how many more there may be; limits in `resources/health/`.

The platform's own report of account health goes before what this program counts, as long as it is not too old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.moments import day_of
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.storage import health_rows
from claimdesk.core.storage.store import Store

COUNTS = "counts"
METRIC = "order_defect"


class DefectLimit(Knowledge):
    """What one platform allows."""

    platform: str
    window_days: int
    report_days: int  # days after its last day that an imported report of the platform counts
    limit: Decimal
    may_reach: bool  # whether exactly the limit is still in order
    source: str
    confidence: str
    checked: date


class _Limits(Knowledge):
    limits: tuple[DefectLimit, ...]


@dataclass(frozen=True, slots=True)
class DefectRate:
    """A marketplace's rate: by the platform's own report up to the ISO day `reported`, or as far as this program knows.

    The latter counts the orders here, and those whose case ended so that it counts; `reported` is then empty.
    """

    platform: str
    marketplace: str
    orders: int
    defects: int
    rule: DefectLimit
    reported: str = ""

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
    """Asks the orders for their number and the imported reports; the cases are handed in."""

    def __init__(self, store: Store, orders: Orders, limits: tuple[DefectLimit, ...]) -> None:
        self._store, self._orders, self.limits = store, orders, limits
        self._limits = {limit.platform: limit for limit in limits}

    @classmethod
    def load(cls, store: Store, orders: Orders) -> DefectRates:
        """With the shipped limits. Raises Problem `knowledge_faulty`."""
        limits = read_knowledge(shipped("resources") / "health" / "defect_limits.toml", _Limits).limits
        return cls(store, orders, limits)

    def now(self, rows: Iterable[CaseRow], now: datetime) -> tuple[DefectRate, ...]:
        """The rate of each marketplace that has a limit and a report or orders in its window, those with most orders first.

        An order counts once, by the day it was bought; `rows` are all cases.
        """
        found = {(rate.platform, rate.marketplace): rate for rate in self.counted(rows, now.date(), now)}
        found.update({(rate.platform, rate.marketplace): rate for rate in self._reported(now)})
        return tuple(sorted(found.values(), key=lambda rate: (-rate.orders, rate.platform, rate.marketplace)))

    def counted(self, rows: Iterable[CaseRow], last: date, now: datetime) -> Iterator[DefectRate]:
        """The rate of each marketplace as its orders and cases give it for the window that ends with a day."""
        counted = [row for row in rows if row.odr == COUNTS and row.purchased_at is not None]
        for platform, marketplace, _ in self._orders.facets():
            rule = self._limits.get(platform)
            if rule is None:
                continue
            since = last - timedelta(days=rule.window_days)
            wanted = OrderFilter(
                platforms=(platform,), marketplaces=(marketplace,),
                purchased_from=since.isoformat(), purchased_to=last.isoformat(),
            )  # fmt: skip
            orders = self._orders.page(wanted, limit=1, now=now).total
            if orders:
                mine = {
                    row.order_id for row in counted
                    if (row.platform, row.marketplace) == (platform, marketplace)
                    and row.purchased_at is not None and since <= day_of(row.purchased_at) <= last
                }  # fmt: skip
                yield DefectRate(platform, marketplace, orders, len(mine), rule)

    def _reported(self, now: datetime) -> Iterator[DefectRate]:
        """By the newest report of each marketplace; orders that the seller and the platform sent count together."""
        with self._store.reading() as conn:
            figures = [one for one in health_rows.figures(conn) if one.metric == METRIC and one.orders]
        newest: dict[tuple[str, str], str] = {}
        for one in figures:
            newest.setdefault((one.platform, one.marketplace), one.last_day)
        for (platform, marketplace), last in newest.items():
            rule = self._limits.get(platform)
            if rule is None or (now.date() - date.fromisoformat(last)).days > rule.report_days:
                continue
            mine = [
                one for one in figures if (one.platform, one.marketplace, one.last_day) == (platform, marketplace, last)
            ]
            orders, defects = (sum(getattr(one, name) or 0 for one in mine) for name in ("orders", "defects"))
            yield DefectRate(platform, marketplace, orders, defects, rule, last)
