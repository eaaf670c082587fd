"""The figures of the Reports screen: claims of some days, how they ended, rates by month, products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from claimdesk.core.cases.outcomes import Outcomes
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import CaseRow, CaseStatus

Amounts = tuple[tuple[str, int], ...]  # currency, minor units; the currency of most cases first
MONTHS = 12  # the most that a chart shows


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims: both days inclusive and open where None, platforms and scenarios empty for all."""

    first: date | None = None
    last: date | None = None
    platforms: tuple[str, ...] = ()
    scenarios: tuple[str, ...] = ()

    @property
    def before(self) -> Asked | None:
        """As many days before; None where an end is open."""
        if self.first is None or self.last is None:
            return None
        days = self.last - self.first + timedelta(days=1)
        return Asked(self.first - days, self.first - timedelta(days=1), self.platforms, self.scenarios)


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims that were opened in some days.

    `ended` have an outcome, `free` of them cost nothing. `cost` is what was said of `priced` of them, `paid` what their
    orders came to where platform, carrier or insurer paid (`recovered` cases).
    """

    claims: int = 0
    ended: int = 0
    free: int = 0
    priced: int = 0
    cost: Amounts = ()
    recovered: int = 0
    paid: Amounts = ()
    running: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class MonthEnds:
    """Claims that ended in a month (its first day), by what that cost: won, withdrawn, platform, refunded, lost, goods."""

    month: date
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class RateLine:
    """The defect rate of a marketplace at the end of months, as shares; None where it had no orders in its window."""

    platform: str
    marketplace: str
    limit: float
    days: tuple[date, ...]
    shares: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """An item with its claims: in how many orders it was, what was claimed most, what that cost."""

    item: str
    orders: int
    claims: int
    reason: Bilingual
    cost: Amounts

    @property
    def rate(self) -> float | None:
        """Claims per order; None where no order of these days has it."""
        return self.claims / self.orders if self.orders else None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the overview shows; `orders` were bought in these days."""

    orders: int
    now: Claims
    before: Claims | None
    months: tuple[MonthEnds, ...]
    rates: tuple[RateLine, ...]
    products: tuple[Product, ...]


def claims_of(rows: Collection[CaseRow], outcomes: Outcomes, overdue: Collection[int]) -> Claims:
    """Count these claims; `overdue` are the ids of those whose time is up."""
    ended = [(row, found) for row in rows if row.outcome and (found := outcomes.find(row.outcome)) is not None]
    paid = [row for row, outcome in ended if outcome.end == "platform"]
    priced = [row for row, _ in ended if row.cost_minor is not None]
    return Claims(
        claims=len(rows),
        ended=len(ended),
        free=sum(outcome.good for _, outcome in ended),
        priced=len(priced),
        cost=_summed((row.currency, row.cost_minor) for row in priced),
        recovered=len(paid),
        paid=_summed((row.currency, row.amount_minor) for row in paid),
        running=sum(row.status is not CaseStatus.CLOSED for row in rows),
        overdue=sum(row.id in overdue and row.status is not CaseStatus.CLOSED for row in rows),
    )


def months_of(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months from one day to another, the last twelve at most."""
    months: list[date] = []
    month = last.replace(day=1)
    while month >= first.replace(day=1) and len(months) < MONTHS:
        months.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return tuple(reversed(months))


def month_end(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def ends_by_month(
    ended: Iterable[tuple[date, CaseRow]], months: tuple[date, ...], outcomes: Outcomes
) -> tuple[MonthEnds, ...]:
    """Claims by the month and kind of their end; `ended` gives the day of it."""
    counts: dict[date, Counter[str]] = {month: Counter() for month in months}
    for day, row in ended:
        outcome = outcomes.find(row.outcome) if row.outcome else None
        if outcome is not None and day.replace(day=1) in counts:
            counts[day.replace(day=1)][outcome.end] += 1
    return tuple(MonthEnds(month, counts[month]) for month in months)


def products_of(rows: Iterable[CaseRow], ordered: Mapping[str, int]) -> tuple[Product, ...]:
    """Each item with claims, most claims first; `ordered` says in how many orders it was."""
    by_item: dict[str, list[CaseRow]] = {}
    for row in rows:
        if row.item:
            by_item.setdefault(row.item, []).append(row)
    found = [_product(item, mine, ordered.get(item, 0)) for item, mine in by_item.items()]
    return tuple(sorted(found, key=lambda product: (-product.claims, product.item)))


def _product(item: str, rows: list[CaseRow], orders: int) -> Product:
    titles = {row.scenario: row.title for row in rows}
    most = max(sorted(titles), key=lambda scenario: sum(row.scenario == scenario for row in rows))
    return Product(item, orders, len(rows), titles[most], _summed((row.currency, row.cost_minor) for row in rows))


def _summed(amounts: Iterable[tuple[str, int | None]]) -> Amounts:
    sums: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for currency, minor in amounts:
        if currency and minor is not None:
            sums[currency] += minor
            number[currency] += 1
    return tuple((currency, sums[currency]) for currency in sorted(sums, key=lambda one: (-number[one], one)))
