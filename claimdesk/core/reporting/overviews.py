"""Reads what the overview counts: cases by the day they were opened or ended, orders by the day they were bought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from claimdesk.core.cases.cases import Cases
from claimdesk.core.cases.outcomes import Outcomes
from claimdesk.core.health.defect_rates import DefectRate, DefectRates
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.reporting.overview import (
    Asked,
    Overview,
    RateLine,
    claims_of,
    ends_by_month,
    month_end,
    months_of,
    products_of,
)
from claimdesk.core.shop.shop import Shop

_LINES = 4  # marketplaces in the chart of rates, those with most orders


class Overviews:
    """Counts; changes nothing."""

    def __init__(self, orders: Orders, cases: Cases, shop: Shop, rates: DefectRates, outcomes: Outcomes) -> None:
        self._orders, self._cases, self._shop, self._rates, self._outcomes = orders, cases, shop, rates, outcomes

    def of(self, asked: Asked, now: datetime) -> Overview:
        """The overview of these claims; days are the shop's, those of orders UTC."""
        zone = ZoneInfo(self._shop.profile().zone)
        every = self._cases.rows(now)
        rows = [row for row in every if _fits(row, asked)]
        overdue = {row.id for row in rows if row.next_deadline is not None and row.next_deadline.safe < now}
        mine = [row for row in rows if _within(row.opened_at, asked, zone)]
        before = asked.before
        months = self._months(asked, rows, now.astimezone(zone).date(), zone)
        ended = [(row.closed_at.astimezone(zone).date(), row) for row in rows if row.closed_at is not None]
        first, last = (day.isoformat() if day is not None else "" for day in (asked.first, asked.last))
        wanted = OrderFilter(platforms=asked.platforms, purchased_from=first, purchased_to=last)
        return Overview(
            orders=self._orders.page(wanted, limit=1, now=now).total,
            now=claims_of(mine, self._outcomes, overdue),
            before=claims_of([row for row in rows if _within(row.opened_at, before, zone)], self._outcomes, ())
            if before is not None
            else None,
            months=ends_by_month(ended, months, self._outcomes),
            rates=self._lines(every, asked, months, now.astimezone(zone).date(), now),
            products=products_of(mine, self._orders.ordered_items(first, last, asked.platforms)),
        )

    @staticmethod
    def _months(asked: Asked, rows: Iterable[CaseRow], today: date, zone: ZoneInfo) -> tuple[date, ...]:
        opened = min((row.opened_at.astimezone(zone).date() for row in rows), default=today)
        return months_of(asked.first or opened, min(asked.last or today, today))

    def _lines(
        self, rows: Iterable[CaseRow], asked: Asked, months: tuple[date, ...], today: date, now: datetime
    ) -> tuple[RateLine, ...]:
        days = tuple(min(month_end(month), today) for month in months)
        cases = tuple(rows)
        found: dict[tuple[str, str], dict[date, DefectRate]] = {}
        for day in days:
            for rate in self._rates.counted(cases, day, now):
                if not asked.platforms or rate.platform in asked.platforms:
                    found.setdefault((rate.platform, rate.marketplace), {})[day] = rate
        busiest = sorted(found.items(), key=lambda one: (-max(rate.orders for rate in one[1].values()), one[0]))[
            :_LINES
        ]
        return tuple(
            RateLine(
                platform, marketplace, float(next(iter(by_day.values())).rule.limit), days,
                tuple(by_day[day].share if day in by_day else None for day in days),
            )
            for (platform, marketplace), by_day in busiest
        )  # fmt: skip


def _fits(row: CaseRow, asked: Asked) -> bool:
    return (not asked.platforms or row.platform in asked.platforms) and (
        not asked.scenarios or row.scenario in asked.scenarios
    )


def _within(moment: datetime, asked: Asked, zone: ZoneInfo) -> bool:
    day = moment.astimezone(zone).date()
    return (asked.first is None or day >= asked.first) and (asked.last is None or day <= asked.last)
