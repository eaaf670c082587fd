"""What the sheet of orders shows of one order, streamed so that a hundred thousand of them fit in little memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.orders import Order, Shipment

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One order and how many of its cases are open."""

    order: Order
    open_cases: int

    @property
    def item(self) -> str:
        """Title of the first line, or its SKU where no file gave a title."""
        first = next(iter(self.order.lines), None)
        return (first.title or first.sku) if first else ""

    @property
    def skus(self) -> str:
        """Every SKU once, in the order of the lines."""
        return ", ".join(dict.fromkeys(line.sku for line in self.order.lines if line.sku))

    @property
    def quantity(self) -> int | None:
        """Pieces on all lines; None where no file said."""
        known = [line.quantity for line in self.order.lines if line.quantity is not None]
        return sum(known) if known else None

    @property
    def parcel(self) -> Shipment:
        """The first parcel, or one without anything known."""
        return next(iter(self.order.shipments), Shipment())


def order_entries(orders: Orders, ids: Sequence[int]) -> Iterator[OrderEntry]:
    """The orders with these ids, in their order; one that has gone meanwhile is left out."""
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        open_cases = {row.id: row.open_cases for row in orders.rows(chunk)}
        for order in orders.orders(chunk):
            yield OrderEntry(order, open_cases.get(order.id, 0))
