"""Orders written as an import writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.storage import import_writes
from claimdesk.core.storage.store import Store

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
_EMPTY_NUMBERS = {"quantity", "quantity_shipped"}
_MOMENTS = {"ship_by", "deliver_from", "deliver_by"}


def _empty(name: str) -> Any:
    if name.endswith(("_at", "_minor")) or name in _MOMENTS | _EMPTY_NUMBERS:
        return None
    return 0 if name in {"is_business", "cancel_requested", "line_no"} else ""


def row_of(columns: Sequence[str], values: dict[str, Any]) -> tuple[Any, ...]:
    """A row in the order of the columns, with what is not given empty."""
    return tuple(values.get(name, _empty(name)) for name in columns)


def write_batch(conn: Connection, orders: Sequence[dict[str, Any]], *, file: str = "orders.txt") -> int:
    """One import of new orders; `lines` and `shipments` of an order are lists of dictionaries."""
    batch = import_writes.new_batch(conn, file=file, format_title="Amazon", platform="amazon", at=NOW)
    first = import_writes.next_order_id(conn)
    keyed = [(first + at, {"shop_id": 1, "platform": "amazon", **order}) for at, order in enumerate(orders)]
    import_writes.insert_orders(
        conn,
        [
            (key, batch, order.get("row_hash", f"h{key}"), *row_of(import_writes.ORDER_COLUMNS, order))
            for key, order in keyed
        ],
    )
    lines = [
        (batch, *row_of(import_writes.LINE_COLUMNS, {"order_id": key, "line_key": str(at), "line_no": at, **line}))
        for key, order in keyed
        for at, line in enumerate(order.get("lines", ()), 1)
    ]
    import_writes.insert_lines(conn, lines)
    shipments = [
        (batch, *row_of(import_writes.SHIPMENT_COLUMNS, {"order_id": key, "shipment_key": str(at), **shipment}))
        for key, order in keyed
        for at, shipment in enumerate(order.get("shipments", ()), 1)
    ]
    import_writes.insert_shipments(conn, shipments)
    import_writes.index_new(conn, first)
    number = len(keyed)
    import_writes.finish_batch(conn, batch, rows=number, new=number, updated=0, unchanged=0, rejected=0)
    return batch


def add_orders(store: Store, *orders: dict[str, Any]) -> int:
    """One import of new orders in its own transaction; gives the batch."""
    with store.writing() as conn:
        return write_batch(conn, orders)


def dump(store: Store, *, without: Sequence[str] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, to compare two states."""
    with store.reading() as conn:
        names = conn.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'order_search\\_%' ESCAPE '\\' "
            "AND name NOT LIKE 'order_search' ORDER BY name"
        ).scalars()
        kept = [name for name in [*names, "order_search_text"] if name not in without]
        return {name: [tuple(row) for row in conn.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1")] for name in kept}
