"""Questions about orders. Lists read narrow columns and a page at a time; whole orders are read one by one or few."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.records.messages import StoredMessage
from claimdesk.core.records.moments import parse_moment
from claimdesk.core.records.order_events import OrderEvent
from claimdesk.core.records.orders import Fulfilment, Order, OrderFilter, OrderLine, OrderPage, OrderStatus, Shipment
from claimdesk.core.storage import event_rows, message_rows, order_filter
from claimdesk.core.storage.order_list import rows
from claimdesk.core.storage.texts import storable

_MOMENTS = (
    "purchased_at", "paid_at", "ship_by", "deliver_from", "deliver_by", "shipped_at", "delivered_at", "cancelled_at",
    "source_updated_at",
)  # fmt: skip
_FLAGS = ("is_business", "cancel_requested")
_ORDER_FIELDS = tuple(
    name for name in Order.__dataclass_fields__ if name not in {"lines", "shipments", "events", "messages"}
)
_SHOP = (
    "(SELECT CASE WHEN s.id > 1 OR EXISTS (SELECT 1 FROM shops o WHERE o.id > 1) THEN s.name ELSE '' END "
    "FROM shops s WHERE s.id = shop_id)"
)
_ORDER_SELECTED = ", ".join(_SHOP if name == "shop" else name for name in _ORDER_FIELDS)
_LINE_FIELDS = tuple(OrderLine.__dataclass_fields__)
_SHIPMENT_FIELDS = tuple(Shipment.__dataclass_fields__)
_SHIPMENT_MOMENTS = ("shipped_at", "first_scan_at", "last_scan_at", "delivered_at")
_IDS = "(SELECT value FROM json_each(?))"


def page(
    conn: Connection,
    wanted: OrderFilter,
    *,
    sort: str = "purchased_at",
    descending: bool = True,
    offset: int = 0,
    limit: int = 200,
    now: datetime,
    total: int | None = None,
) -> OrderPage:
    """A window of the list; `total` from an earlier page of the same filter saves counting again."""
    selected = order_filter.selection(conn, wanted, now)
    found = conn.exec_driver_sql(
        f"SELECT orders.id FROM orders WHERE {selected.sql} "
        f"ORDER BY {order_filter.order_by(sort, descending=descending)} LIMIT ? OFFSET ?",
        (*selected.values, max(limit, 0), max(offset, 0)),
    )
    ids = [row[0] for row in found]
    if total is None:
        total = _count(conn, selected)
    return OrderPage(total, tuple(rows(conn, ids)))


def ids(
    conn: Connection, wanted: OrderFilter, *, sort: str = "purchased_at", descending: bool = True, now: datetime
) -> list[int]:
    """The ids of every order that fits, in the order of the list."""
    selected = order_filter.selection(conn, wanted, now)
    found = conn.exec_driver_sql(
        f"SELECT orders.id FROM orders WHERE {selected.sql} "
        f"ORDER BY {order_filter.order_by(sort, descending=descending)}",
        selected.values,
    )
    return [row[0] for row in found]


def count(conn: Connection) -> int:
    """How many orders there are."""
    return int(conn.exec_driver_sql("SELECT count(*) FROM orders").scalar_one())


def facets(conn: Connection) -> list[tuple[str, str, int]]:
    """Platform, marketplace and number of orders of every pair there is, most orders first."""
    found = conn.exec_driver_sql(
        "SELECT platform, marketplace, count(*) FROM orders GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
    )
    return [(row[0], row[1], row[2]) for row in found]


def order(conn: Connection, order_id: int) -> Order | None:
    """One order with its lines and parcels; None when there is none with this id."""
    found = orders(conn, [order_id])
    return found[0] if found else None


def orders(conn: Connection, order_ids: Collection[int]) -> list[Order]:
    """Whole orders in the order of the ids; unknown ids are left out."""
    wanted = json.dumps(list(order_ids))
    lines: defaultdict[int, list[OrderLine]] = defaultdict(list)
    for row in conn.exec_driver_sql(
        f"SELECT order_id, {', '.join(_LINE_FIELDS)} FROM order_lines WHERE order_id IN {_IDS} "
        "ORDER BY order_id, line_no, id",
        (wanted,),
    ):
        lines[row[0]].append(OrderLine(*row[1:]))
    shipments: defaultdict[int, list[Shipment]] = defaultdict(list)
    for row in conn.exec_driver_sql(
        f"SELECT order_id, {', '.join(_SHIPMENT_FIELDS)} FROM shipments WHERE order_id IN {_IDS} ORDER BY order_id, id",
        (wanted,),
    ):
        shipments[row[0]].append(_shipment(row[1:]))
    found = conn.exec_driver_sql(f"SELECT {_ORDER_SELECTED} FROM orders WHERE id IN {_IDS}", (wanted,))
    events = event_rows.of_orders(conn, order_ids)
    messages = message_rows.of_orders(conn, order_ids)
    by_id = {
        row[0]: _order(row, lines[row[0]], shipments[row[0]], events.get(row[0], ()), messages.get(row[0], ()))
        for row in found
    }
    return [by_id[order_id] for order_id in order_ids if order_id in by_id]


def by_number(conn: Connection, order_no: str, platform: str = "") -> list[Order]:
    """The orders with a number, of one platform or of all; blanks around the number are ignored."""
    found = conn.exec_driver_sql(
        "SELECT id FROM orders WHERE order_no = ? AND (? = '' OR platform = ?) ORDER BY id",
        (storable(order_no.strip()), storable(platform), storable(platform)),
    )
    return orders(conn, [row[0] for row in found])


def _count(conn: Connection, selected: order_filter.Selection) -> int:
    return int(conn.exec_driver_sql(selected.count_sql, selected.values).scalar_one())


def _order(
    row: Sequence[Any],
    lines: list[OrderLine],
    shipments: list[Shipment],
    events: Sequence[OrderEvent],
    messages: Sequence[StoredMessage],
) -> Order:
    values = dict(zip(_ORDER_FIELDS, row, strict=True))
    for name in _MOMENTS:
        values[name] = parse_moment(values[name])
    for name in _FLAGS:
        values[name] = bool(values[name])
    values["status"] = OrderStatus(values["status"] or OrderStatus.UNKNOWN)
    values["fulfilment"] = Fulfilment(values["fulfilment"] or Fulfilment.UNKNOWN)
    return Order(
        **values, lines=tuple(lines), shipments=tuple(shipments), events=tuple(events), messages=tuple(messages)
    )


def _shipment(row: Sequence[Any]) -> Shipment:
    values = dict(zip(_SHIPMENT_FIELDS, row, strict=True))
    for name in _SHIPMENT_MOMENTS:
        values[name] = parse_moment(values[name])
    return Shipment(**values)
