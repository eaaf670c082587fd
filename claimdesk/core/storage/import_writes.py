"""What an import writes: tuples handed to the driver, inside the one transaction that the import opened.

Values are as the tables hold them: moments as text or None, flags 0 or 1, absent text '', absent numbers None.
Rows are tuples in the order of the `…_COLUMNS` below, each behind a short head:

- orders: `(id, batch_id, row_hash, *ORDER_COLUMNS)`; ids count up from `next_order_id`
- lines: `(batch_id, *LINE_COLUMNS)`
- shipments: `(batch_id, *SHIPMENT_COLUMNS)`
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import TypeVar

from sqlalchemy import Connection

from claimdesk.core.storage.event_rows import EVENT_COLUMNS
from claimdesk.core.storage.import_batches import batches, finish_batch, new_batch
from claimdesk.core.storage.import_undo import undo_batch
from claimdesk.core.storage.search_index import index_new, reindex
from claimdesk.core.storage.tables import OrderLineTable, OrderTable, ShipmentTable, columns
from claimdesk.core.storage.texts import json_text

__all__ = [
    "LINE_COLUMNS",
    "ORDER_COLUMNS",
    "SHIPMENT_COLUMNS",
    "Value",
    "batches",
    "existing_lines",
    "existing_orders",
    "existing_shipments",
    "finish_batch",
    "index_new",
    "insert_lines",
    "insert_orders",
    "insert_shipments",
    "new_batch",
    "next_order_id",
    "order_hashes",
    "reindex",
    "told_columns",
    "undo_batch",
    "update_events",
    "update_lines",
    "update_orders",
    "update_shipments",
]

T = TypeVar("T")

Value = str | int | None
Row = tuple[Value, ...]
Update = tuple[int, Mapping[str, Value]]

ORDER_COLUMNS = tuple(name for name in columns(OrderTable) if name not in {"id", "batch_id", "row_hash"})
"""Natural key first: `shop_id`, `platform`, `order_no`."""
LINE_COLUMNS = tuple(name for name in columns(OrderLineTable) if name not in {"id", "batch_id"})
"""Natural key first: `order_id`, `line_key`."""
SHIPMENT_COLUMNS = tuple(name for name in columns(ShipmentTable) if name not in {"id", "batch_id"})
"""Natural key first: `order_id`, `shipment_key`."""

_KEY_LENGTHS = {"orders": 3, "order_lines": 2, "shipments": 2, "order_events": 2}
_COLUMNS = {
    "orders": (*ORDER_COLUMNS, "row_hash"),
    "order_lines": LINE_COLUMNS,
    "shipments": SHIPMENT_COLUMNS,
    "order_events": EVENT_COLUMNS,
}
_CHUNK = 2_000
_HEAD = 3  # columns in front of a row that are never left out


def existing_orders(conn: Connection, shop_id: int, platform: str, order_nos: Collection[str]) -> dict[str, Row]:
    """The orders that are there, by number: `(id, row_hash, *ORDER_COLUMNS)`."""
    sql = (
        f"SELECT id, row_hash, {', '.join(ORDER_COLUMNS)} FROM orders "
        "WHERE platform = ? AND shop_id = ? AND order_no IN (SELECT value FROM json_each(?))"
    )
    at = 2 + ORDER_COLUMNS.index("order_no")
    found: dict[str, Row] = {}
    for chunk in _chunks(order_nos):
        rows = conn.exec_driver_sql(sql, (platform, shop_id, json.dumps(chunk))).all()
        found.update({row[at]: tuple(row) for row in rows})
    return found


def order_hashes(
    conn: Connection, shop_id: int, platform: str, order_nos: Collection[str]
) -> dict[str, tuple[int, str]]:
    """Id and `row_hash` of the orders that are there, by number: enough to pass over what has not changed."""
    sql = (
        "SELECT order_no, id, row_hash FROM orders "
        "WHERE platform = ? AND shop_id = ? AND order_no IN (SELECT value FROM json_each(?))"
    )
    found: dict[str, tuple[int, str]] = {}
    for chunk in _chunks(order_nos):
        rows = conn.exec_driver_sql(sql, (platform, shop_id, json.dumps(chunk))).all()
        found.update({row[0]: (row[1], row[2]) for row in rows})
    return found


def told_columns(
    conn: Connection, table: str, names: Sequence[str], order_ids: Collection[int]
) -> list[tuple[Value, ...]]:
    """`(order id, *names)` of these orders, or of the rows of a table of their parts: a few columns of many."""
    if unknown := set(names) - set(_COLUMNS[table]):
        raise KeyError(", ".join(sorted(unknown)))
    owner = "id" if table == "orders" else "order_id"
    sql = f"SELECT {', '.join((owner, *names))} FROM {table} WHERE {owner} IN (SELECT value FROM json_each(?))"
    return [tuple(row) for chunk in _chunks(order_ids) for row in conn.exec_driver_sql(sql, (json.dumps(chunk),)).all()]


def existing_lines(conn: Connection, order_ids: Collection[int]) -> dict[tuple[int, str], Row]:
    """The lines of these orders, by `(order_id, line_key)`: `(id, *LINE_COLUMNS)`."""
    return _existing_parts(conn, "order_lines", LINE_COLUMNS, order_ids)


def existing_shipments(conn: Connection, order_ids: Collection[int]) -> dict[tuple[int, str], Row]:
    """The parcels of these orders, by `(order_id, shipment_key)`: `(id, *SHIPMENT_COLUMNS)`."""
    return _existing_parts(conn, "shipments", SHIPMENT_COLUMNS, order_ids)


def next_order_id(conn: Connection) -> int:
    """The id that the first new order gets."""
    return int(conn.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM orders").scalar_one())


def insert_orders(conn: Connection, rows: Iterable[Row]) -> None:
    """Add orders: `(id, batch_id, row_hash, *ORDER_COLUMNS)` each."""
    _insert(conn, "orders", ("id", "batch_id", "row_hash", *ORDER_COLUMNS), rows)


def insert_lines(conn: Connection, rows: Iterable[Row]) -> None:
    """Add lines: `(batch_id, *LINE_COLUMNS)` each."""
    _insert(conn, "order_lines", ("batch_id", *LINE_COLUMNS), rows)


def insert_shipments(conn: Connection, rows: Iterable[Row]) -> None:
    """Add parcels: `(batch_id, *SHIPMENT_COLUMNS)` each."""
    _insert(conn, "shipments", ("batch_id", *SHIPMENT_COLUMNS), rows)


def update_orders(conn: Connection, updates: Iterable[Update], batch_id: int) -> None:
    """Set columns of orders, `(id, {column: value})` each, and keep what stood there for an undo.

    The columns are those of ORDER_COLUMNS without the natural key, and `row_hash`. Raises KeyError for another one.
    """
    _update(conn, "orders", updates, batch_id)


def update_lines(conn: Connection, updates: Iterable[Update], batch_id: int) -> None:
    """Set columns of lines as `update_orders` does of orders; the id is the line's."""
    _update(conn, "order_lines", updates, batch_id)


def update_shipments(conn: Connection, updates: Iterable[Update], batch_id: int) -> None:
    """Set columns of parcels as `update_orders` does of orders; the id is the parcel's."""
    _update(conn, "shipments", updates, batch_id)


def update_events(conn: Connection, updates: Iterable[Update], batch_id: int) -> None:
    """Set columns of events as `update_orders` does of orders; the id is the event's."""
    _update(conn, "order_events", updates, batch_id)


def _existing_parts(
    conn: Connection, name: str, names: Sequence[str], order_ids: Collection[int]
) -> dict[tuple[int, str], Row]:
    sql = f"SELECT id, {', '.join(names)} FROM {name} WHERE order_id IN (SELECT value FROM json_each(?))"
    found: dict[tuple[int, str], Row] = {}
    for chunk in _chunks(order_ids):
        rows = conn.exec_driver_sql(sql, (json.dumps(chunk),)).all()
        found.update({(row[1], row[2]): tuple(row) for row in rows})
    return found


def _insert(conn: Connection, name: str, names: Sequence[str], rows: Iterable[Row]) -> None:
    for chunk in _chunks(rows):
        kept = _used(names, chunk)
        narrow = itemgetter(*kept)
        placeholders = ", ".join("?" * len(kept))
        conn.exec_driver_sql(
            f"INSERT INTO {name} ({', '.join(narrow(names))}) VALUES ({placeholders})", list(map(narrow, chunk))
        )


def _used(names: Sequence[str], chunk: list[Row]) -> list[int]:
    """The columns in which some row says something; binding the empty rest would double the time.

    What is left out gets the schema's default, which is the same emptiness. The head of a row always stays.
    """
    idle = [at for at, value in enumerate(chunk[0]) if at >= _HEAD and value in ("", None)]
    if len(idle) > 1:
        seen = zip(*set(map(itemgetter(*idle), chunk)), strict=True)
        idle = [at for at, values in zip(idle, seen, strict=True) if len(set(values)) == 1]
    dropped = set(idle) if len(idle) > 1 else set()
    return [at for at in range(len(names)) if at not in dropped]


def _update(conn: Connection, name: str, updates: Iterable[Update], batch_id: int) -> None:
    for chunk in _chunks(updates):
        # One prepared statement serves all rows that change the same columns.
        by_columns: defaultdict[tuple[str, ...], list[Update]] = defaultdict(list)
        for row_id, values in chunk:
            if values:
                by_columns[tuple(values)].append((row_id, values))
        for names, alike in by_columns.items():
            _update_alike(conn, name, names, alike, batch_id)


def _update_alike(conn: Connection, name: str, names: tuple[str, ...], alike: list[Update], batch_id: int) -> None:
    for column in names:
        if column not in _COLUMNS[name][_KEY_LENGTHS[name] :]:
            raise KeyError(column)
    owner = "id" if name == "orders" else "order_id"
    quoted = ", ".join(names)
    before = {
        row[0]: row
        for row in conn.exec_driver_sql(
            f"SELECT id, {owner}, {quoted} FROM {name} WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([row_id for row_id, _ in alike]),),
        )
    }
    journal: list[Row] = []
    for row_id, values in alike:
        was = before[row_id]
        changes = {column: [old, values[column]] for column, old in zip(names, was[2:], strict=True)}
        journal.append((batch_id, was[1], name, row_id, json_text(changes)))
    conn.exec_driver_sql(
        "INSERT INTO import_changes (batch_id, order_id, row_table, row_id, changes) VALUES (?, ?, ?, ?, ?)", journal
    )
    conn.exec_driver_sql(
        f"UPDATE {name} SET {', '.join(f'{column} = ?' for column in names)} WHERE id = ?",
        [(*values.values(), row_id) for row_id, values in alike],
    )


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    stream = iter(items)
    while chunk := list(islice(stream, _CHUNK)):
        yield chunk
