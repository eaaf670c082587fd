"""The orders service: what lists, details and the command line ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from claimdesk.core.records.orders import Order, OrderFilter, OrderPage, OrderRow
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import buyers, order_list, order_reads, sku_titles
from claimdesk.core.storage.store import Store

NEWEST_FIRST = "purchased_at"


class Orders:
    """Reads orders; nothing here changes one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(
        self,
        wanted: OrderFilter,
        *,
        sort: str = NEWEST_FIRST,
        descending: bool = True,
        offset: int = 0,
        limit: int = 200,
        now: datetime,
    ) -> OrderPage:
        """A window of the list with the number of all orders that fit.

        `sort` is purchased_at, deliver_by, order_no, total, buyer or status; orders without that value come last.
        """
        with self._store.reading() as conn:
            return order_reads.page(
                conn, wanted, sort=sort, descending=descending, offset=offset, limit=limit, now=now
            )  # fmt: skip

    def ids(
        self, wanted: OrderFilter, *, sort: str = NEWEST_FIRST, descending: bool = True, now: datetime
    ) -> list[int]:
        """The ids of all orders that fit, in the order of the list; with `rows` they make every page of it."""
        with self._store.reading() as conn:
            return order_reads.ids(conn, wanted, sort=sort, descending=descending, now=now)

    def rows(self, ids: Collection[int]) -> tuple[OrderRow, ...]:
        """What the list shows of these orders, in their order; an id whose order is gone is left out."""
        with self._store.reading() as conn:
            return tuple(order_list.rows(conn, ids))

    def order(self, order_id: int) -> Order:
        """One whole order. Raises Problem `order_unknown`."""
        with self._store.reading() as conn:
            found = order_reads.order(conn, order_id)
        if found is None:
            raise Problem("order_unknown", order=order_id)
        return found

    def orders(self, ids: Collection[int]) -> tuple[Order, ...]:
        """Whole orders in the order of the ids; unknown ids are left out."""
        with self._store.reading() as conn:
            return tuple(order_reads.orders(conn, ids))

    def find(self, order_no: str, platform: str = "") -> tuple[Order, ...]:
        """The orders with exactly this number, of one platform or of all."""
        with self._store.reading() as conn:
            return tuple(order_reads.by_number(conn, order_no, platform))

    def facets(self) -> tuple[tuple[str, str, int], ...]:
        """Platform, marketplace and number of orders of every pair there is, most orders first."""
        with self._store.reading() as conn:
            return tuple(order_reads.facets(conn))

    def sku_titles(self) -> dict[str, str]:
        """The title of each SKU as its newest order line has it."""
        with self._store.reading() as conn:
            return sku_titles.titles(conn)

    def ordered_items(self, first: str = "", last: str = "", platforms: Collection[str] = ()) -> dict[str, int]:
        """In how many orders each item is, by its title or else its SKU; ISO days, both inclusive, empty for no end."""
        with self._store.reading() as conn:
            return sku_titles.ordered(conn, first, last, platforms)

    def count(self) -> int:
        """How many orders there are."""
        with self._store.reading() as conn:
            return order_reads.count(conn)

    def buyer_history(self, order: Order) -> tuple[OrderRow, ...]:
        """Other orders of the same buyer, newest first, a hundred at most."""
        with self._store.reading() as conn:
            return tuple(buyers.of_buyer(conn, order))
