"""Carries a plan out, inside the transaction that the run opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.event_planning import EventPlan, order_ids
from claimdesk.core.importing.events import ParsedEvents
from claimdesk.core.importing.ordering import ParsedOrders
from claimdesk.core.importing.planning import Plan
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage import event_rows, import_writes

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Any, ...]
_REPORTED = 5000


def write(conn: Connection, orders: ParsedOrders, shops: Sequence[int], plan: Plan, batch_id: int, task: Task) -> None:
    """Add the new orders to their shops (by position), change the known ones, and bring the index up to date once."""
    first_id = import_writes.next_order_id(conn)
    total = len(plan.new) + len(plan.updates)
    import_writes.insert_orders(conn, _orders(orders, shops, plan, batch_id, first_id, task, total))
    import_writes.insert_lines(conn, _parts(orders.lines, plan, batch_id, first_id, task))
    import_writes.insert_shipments(conn, _parts(orders.shipments, plan, batch_id, first_id, task))
    task.step(len(plan.new), total)
    _update(conn, orders, plan, batch_id)
    task.step(total, total)
    if plan.new:
        import_writes.index_new(conn, first_id)
    if plan.updates:
        import_writes.reindex(conn, [update.order_id for update in plan.updates])
    task.step(total, total)


def write_events(conn: Connection, events: ParsedEvents, shop: int, plan: EventPlan, batch_id: int) -> None:
    """Add and change the events of orders that are all there by now, and what was refunded by them."""
    if not plan:
        return
    ids = order_ids(conn, events, shop)
    event_rows.insert_events(
        conn,
        (
            (batch_id, ids[events.platforms[at], events.numbers[at]], events.keys[at], *events.values[at])
            for at in plan.new
        ),
    )
    import_writes.update_events(conn, [(event_id, changes) for event_id, _, changes in plan.updates], batch_id)
    refunds = [(ids[pair], {"refund_minor": amount}) for pair, amount in plan.refunds.items()]
    import_writes.update_orders(conn, refunds, batch_id)


def _orders(
    orders: ParsedOrders, shops: Sequence[int], plan: Plan, batch_id: int, first_id: int, task: Task, total: int
) -> Iterator[Row]:
    platforms, numbers, values, hashes = orders.platforms, orders.numbers, orders.values, orders.hashes
    for start in range(0, len(plan.new), _REPORTED):
        task.step(start, total)
        yield from [
            (order_id, batch_id, hashes[at], shops[at], platforms[at], numbers[at], *values[at])
            for order_id, at in enumerate(plan.new[start : start + _REPORTED], first_id + start)
        ]


def _parts(parts: list[tuple[Row, ...]], plan: Plan, batch_id: int, first_id: int, task: Task) -> Iterator[Row]:
    for start in range(0, len(plan.new), _REPORTED):
        task.step(start, len(plan.new))
        yield from [
            (batch_id, order_id, *part)
            for order_id, at in enumerate(plan.new[start : start + _REPORTED], first_id + start)
            for part in parts[at]
        ]


def _update(conn: Connection, orders: ParsedOrders, plan: Plan, batch_id: int) -> None:
    updates = plan.updates
    changed = [
        (u.order_id, u.merge.order if keeps else {**u.merge.order, "row_hash": orders.hashes[u.position]})
        for u in updates
        for keeps in (orders.fills_only or u.partly,)
    ]
    import_writes.update_orders(conn, changed, batch_id)
    import_writes.update_lines(conn, [item for u in updates for item in u.merge.lines.items()], batch_id)
    import_writes.update_shipments(conn, [item for u in updates for item in u.merge.shipments.items()], batch_id)
    lines = [(batch_id, u.order_id, *row) for u in updates for row in u.merge.new_lines]
    shipments = [(batch_id, u.order_id, *row) for u in updates for row in u.merge.new_shipments]
    import_writes.insert_lines(conn, lines)
    import_writes.insert_shipments(conn, shipments)
