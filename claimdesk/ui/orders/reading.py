"""What the Orders screen asks of the desk, always in the reading lane."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.facts import Facts
from claimdesk.core.records.orders import Order, OrderFilter, OrderRow
from claimdesk.core.records.shops import ShopRow
from claimdesk.ui.models.paged import Window

if TYPE_CHECKING:
    from claimdesk.core.cases.view import TimelineEntry
    from claimdesk.core.desk import Desk
    from claimdesk.core.records.tasks import Task
    from claimdesk.core.scenarios.router import Suggested
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.jobs import Job


@dataclass(frozen=True, slots=True)
class OrderQuery:
    """Which orders, in which order."""

    filter: OrderFilter = field(default_factory=OrderFilter)
    sort: str = "purchased_at"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class OrderDetails:
    """Everything the pane shows of one order."""

    order: Order
    facts: Facts
    suggested: tuple[Suggested, ...]  # best first, only those that fit
    scenarios: int  # how many there are in all
    cases: tuple[CaseRow, ...]
    buyer_orders: tuple[OrderRow, ...]
    buyer_cases: int
    told: tuple[TimelineEntry, ...] = ()  # by other files than order exports, oldest first


@dataclass(frozen=True, slots=True)
class Totals:
    """What the whole list is made of."""

    count: int
    facets: tuple[tuple[str, str, int], ...]
    shops: tuple[ShopRow, ...]


class OrderReader:
    """Asks in the name of one screen, whose end also ends its questions."""

    def __init__(self, ctx: WindowContext, owner: QObject) -> None:
        self._ctx = ctx
        self._owner = owner

    def window(
        self,
        query: OrderQuery,
        offset: int,
        limit: int,
        done: Callable[[Window], None],
        failed: Callable[[Exception], None],
    ) -> Job | None:
        """Some rows of a query and how many there are."""
        desk, now = self._ctx.desk, self._ctx.now()
        if desk is None:
            return None

        def work(task: Task) -> Window:
            started = time.perf_counter()
            page = desk.orders.page(
                query.filter, sort=query.sort, descending=query.descending, offset=offset, limit=limit, now=now
            )
            return Window(page.total, page.rows, (time.perf_counter() - started) * 1000)

        return self._run(work, done, failed)

    def details(
        self, order_id: int, done: Callable[[OrderDetails], None], failed: Callable[[Exception], None]
    ) -> Job | None:
        """What is known about one order and which scenarios fit it."""
        desk, now = self._ctx.desk, self._ctx.now()
        if desk is None:
            return None
        return self._run(lambda task: order_details(desk, order_id, now), done, failed)

    def totals(self, done: Callable[[Totals], None]) -> Job | None:
        """How many orders there are, how many per platform and marketplace, and the shops."""
        desk = self._ctx.desk
        if desk is None:
            return None

        def work(task: Task) -> Totals:
            return Totals(desk.orders.count(), desk.orders.facets(), desk.shops.all())

        return self._run(work, done, None)

    def _run(
        self, work: Callable[[Task], Any], done: Callable[[Any], None], failed: Callable[[Exception], None] | None
    ) -> Job:
        return self._ctx.jobs.run(work, owner=self._owner, done=done, failed=failed, lane="reading")


def order_details(desk: Desk, order_id: int, now: datetime) -> OrderDetails:
    """Gather what the pane shows. Raises Problem `order_unknown`."""
    from claimdesk.core.cases.order_history import event_entries
    from claimdesk.core.orders.facts import order_facts  # at first use: the frame paints without it

    order = desk.orders.order(order_id)
    history = desk.orders.buyer_history(order)
    return OrderDetails(
        order=order,
        facts=order_facts(order, now, desk.deadlines.marketplaces.get(order.marketplace, order.platform).zone),
        suggested=desk.cases.suggest(order_id, now),
        scenarios=len(desk.scenarios.all()),
        cases=desk.cases.of_order(order_id, now),
        buyer_orders=history,
        buyer_cases=sum(row.open_cases for row in history),
        told=tuple(event_entries(order, desk.wording)),
    )
