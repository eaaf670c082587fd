"""Files that only fill gaps of known orders: which orders have none that the file could fill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.fields import FLAGS, LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.ordering import ParsedOrders
from claimdesk.core.storage import import_writes

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Any, ...]
_BLANK = (None, "")
_PLACED = frozenset({"line_no"})
_NEVER = frozenset({"status", "substatus", "source_updated_at"})  # a file about something else says nothing of these


def without_gaps(conn: Connection, orders: ParsedOrders, positions: dict[int, int]) -> set[int]:
    """Of positions with the ids of their orders those whose order, lines and parcels the file adds nothing to.

    Only the columns that the file fills are read. A position that is not given back may still have nothing to add.
    """
    full = _full_orders(conn, orders, positions)
    for table, told, names in (
        ("order_lines", orders.lines, LINE_VALUES),
        ("shipments", orders.shipments, SHIPMENT_VALUES),
    ):
        full &= _full_parts(conn, table, told, names, {at: positions[at] for at in full})
    return full


def _full_orders(conn: Connection, orders: ParsedOrders, positions: dict[int, int]) -> set[int]:
    places = _told(ORDER_VALUES, (orders.values[at] for at in positions), _NEVER)
    names = [ORDER_VALUES[place] for place in places]
    stored = {row[0]: row[1:] for row in import_writes.told_columns(conn, "orders", names, positions.values())}
    full: set[int] = set()
    for at, order_id in positions.items():
        values, have = orders.values[at], stored[order_id]
        if all(
            values[place] in _BLANK
            or have[column] == values[place]
            or (have[column] not in _BLANK and name not in FLAGS)
            for column, (place, name) in enumerate(zip(places, names, strict=True))
        ):
            full.add(at)
    return full


def _full_parts(
    conn: Connection, table: str, told: Sequence[tuple[Row, ...]], names: Sequence[str], positions: dict[int, int]
) -> set[int]:
    """Those whose told lines or parcels are stored with the very same words."""
    places = _told(names, (row[1:] for at in positions for row in told[at]), _PLACED)
    if not places:
        return set(positions)
    columns = [names[place] for place in places]
    stored: defaultdict[Any, set[Row]] = defaultdict(set)
    for order_id, *values in import_writes.told_columns(conn, table, columns, positions.values()):
        stored[order_id].add(tuple(values))
    return {
        at
        for at, order_id in positions.items()
        if all(tuple(row[1 + place] for place in places) in stored[order_id] for row in told[at])
    }


def _told(names: Sequence[str], rows: Iterable[Row], never: frozenset[str]) -> list[int]:
    """The places of the columns in which some row says something."""
    found: set[int] = set()
    wanted = [place for place, name in enumerate(names) if name not in never]
    for row in rows:
        found.update(place for place in wanted if row[place] not in _BLANK)
        if len(found) == len(wanted):
            break
    return sorted(found)
