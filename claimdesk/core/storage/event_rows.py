"""Events of orders as rows: read with their orders, written in bulk by an import, and summed to what was refunded."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.records.moments import parse_moment
from claimdesk.core.records.order_events import OrderEvent, OrderEventKind
from claimdesk.core.storage.tables import OrderEventTable, columns

Row = tuple[Any, ...]

EVENT_COLUMNS = tuple(name for name in columns(OrderEventTable) if name not in {"id", "batch_id"})
"""Natural key first: `order_id`, `event_key`."""

_READ = tuple(name for name in OrderEvent.__dataclass_fields__ if name != "noted_at")
_IDS = "(SELECT value FROM json_each(?))"
_CHUNK = 2_000
_REFUND = OrderEventKind.REFUNDED.value


def of_orders(conn: Connection, order_ids: Collection[int]) -> dict[int, list[OrderEvent]]:
    """The events of these orders, oldest first; undated ones count as of the import that brought them."""
    found: defaultdict[int, list[OrderEvent]] = defaultdict(list)
    for row in conn.exec_driver_sql(
        f"SELECT e.order_id, b.imported_at, {', '.join(f'e.{name}' for name in _READ)} FROM order_events e "
        f"LEFT JOIN import_batches b ON b.id = e.batch_id WHERE e.order_id IN {_IDS} "
        "ORDER BY e.order_id, coalesce(e.at, b.imported_at), e.id",
        (json.dumps(list(order_ids)),),
    ):
        values = dict(zip(_READ, row[2:], strict=True))
        values["kind"] = OrderEventKind(values["kind"])
        values["at"] = parse_moment(values["at"])
        found[row[0]].append(OrderEvent(**values, noted_at=datetime.fromisoformat(row[1]) if row[1] else None))
    return dict(found)


def existing_events(conn: Connection, order_ids: Collection[int]) -> dict[tuple[int, str], Row]:
    """The events that are there, by `(order_id, event_key)`: `(id, *EVENT_COLUMNS)`."""
    found: dict[tuple[int, str], Row] = {}
    for chunk in _chunks(sorted(order_ids)):
        rows = conn.exec_driver_sql(
            f"SELECT id, {', '.join(EVENT_COLUMNS)} FROM order_events WHERE order_id IN {_IDS}", (json.dumps(chunk),)
        ).all()
        found.update({(row[1], row[2]): tuple(row) for row in rows})
    return found


def insert_events(conn: Connection, rows: Iterable[Row]) -> None:
    """Add events: `(batch_id, *EVENT_COLUMNS)` each."""
    names = ("batch_id", *EVENT_COLUMNS)
    for chunk in _chunks(list(rows)):
        conn.exec_driver_sql(
            f"INSERT INTO order_events ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", chunk
        )


def refunds(conn: Connection, order_ids: Collection[int]) -> dict[int, int | None]:
    """What the events of each order say was refunded, in minor units; orders without such an event are left out."""
    rows: list[tuple[int, str, int]] = []
    for chunk in _chunks(sorted(order_ids)):
        rows.extend(
            (row[0], row[1], row[2])
            for row in conn.exec_driver_sql(
                "SELECT order_id, format, amount_minor FROM order_events "
                f"WHERE kind = '{_REFUND}' AND amount_minor IS NOT NULL AND order_id IN {_IDS}",
                (json.dumps(chunk),),
            )
        )
    by_order: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for order_id, export, amount in rows:
        by_order[order_id].append((export, amount))
    return {order_id: refunded(found) for order_id, found in by_order.items()}


def refunded(amounts: Iterable[tuple[str, int]]) -> int | None:
    """The refund that events `(format, minor units)` tell of; None when there are none.

    Two kinds of reports tell of the same refund: amounts add up within one, and the larger sum counts. Reports of
    one kind in several languages (`amazon.transactions.us`, `….de`) are one kind.
    """
    sums: defaultdict[str, int] = defaultdict(int)
    for export, amount in amounts:
        sums[".".join(export.split(".")[:2])] += amount
    return max(sums.values()) if sums else None


def refund_state(conn: Connection, order_ids: Collection[int]) -> dict[int, tuple[int | None, str]]:
    """What the orders themselves say: id -> (refund_minor, currency)."""
    found: dict[int, tuple[int | None, str]] = {}
    for chunk in _chunks(sorted(order_ids)):
        for row in conn.exec_driver_sql(
            f"SELECT id, refund_minor, currency FROM orders WHERE id IN {_IDS}", (json.dumps(chunk),)
        ):
            found[row[0]] = (row[1], row[2])
    return found


def follow_removal(conn: Connection, before: Mapping[int, int | None]) -> None:
    """After events were taken out: refunds that were their sum become the sum of what is left."""
    after = refunds(conn, before)
    now = refund_state(conn, before)
    changed = [
        (after.get(order_id), order_id)
        for order_id, was in before.items()
        if order_id in now and now[order_id][0] == was and after.get(order_id) != was
    ]
    if changed:
        conn.exec_driver_sql("UPDATE orders SET refund_minor = ? WHERE id = ?", changed)


def _chunks(items: Sequence[Any]) -> Iterable[list[Any]]:
    return (list(items[start : start + _CHUNK]) for start in range(0, len(items), _CHUNK))
