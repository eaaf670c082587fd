"""An `OrderFilter` and a sort key as pieces of SQL over `orders`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.orders import OrderFilter, OrderStatus
from claimdesk.core.storage import order_search, unanswered
from claimdesk.core.storage.texts import storable

_STATUS_ORDER = (
    "CASE orders.status " + " ".join(f"WHEN '{status}' THEN {at}" for at, status in enumerate(OrderStatus)) + " END"
)
_DONE = (OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED, OrderStatus.REFUNDED)

SORTS = {
    "purchased_at": "orders.purchased_at",
    "deliver_by": "orders.deliver_by",
    "order_no": "orders.order_no",
    "total": "orders.total_minor",
    "buyer": "orders.buyer_name COLLATE NOCASE",
    "status": _STATUS_ORDER,
}
"""Sort keys of the list and what they compare."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What follows WHERE, with its values, and the query that counts the orders, with the same values."""

    sql: str
    values: tuple[str | int, ...]
    count_sql: str


def selection(conn: Connection, wanted: OrderFilter, now: datetime) -> Selection:
    """The orders that fit a filter at an instant. A day that is no day narrows nothing."""
    parts: list[str] = []
    values: list[str | int] = []
    found = order_search.condition(conn, wanted.text)
    if found is not None:
        parts.append(found.sql)
        values.extend(found.values)
    for column, options in (
        ("platform", wanted.platforms), ("marketplace", wanted.marketplaces), ("status", wanted.statuses)
    ):  # fmt: skip
        if options:
            parts.append(f"orders.{column} IN ({', '.join('?' * len(options))})")
            values.extend(storable(option) for option in options)
    if wanted.shops:
        parts.append(f"orders.shop_id IN ({', '.join('?' * len(wanted.shops))})")
        values.extend(wanted.shops)
    if first := _day(wanted.purchased_from):
        parts.append("orders.purchased_at >= ?")
        values.append(first.isoformat())
    if (last := _day(wanted.purchased_to)) and last < date.max:
        # Days and instants alike sort before the day that follows.
        parts.append("orders.purchased_at < ?")
        values.append((last + timedelta(days=1)).isoformat())
    _conditions(wanted, now, parts, values)
    sql = " AND ".join(parts) or "1"
    count_sql = found.count_sql if found and len(parts) == 1 else f"SELECT count(*) FROM orders WHERE {sql}"
    return Selection(sql, tuple(values), count_sql)


def order_by(sort: str, *, descending: bool) -> str:
    """What follows ORDER BY; orders without a value come last either way. An unknown key sorts by purchase."""
    direction = "DESC" if descending else "ASC"
    return f"{SORTS.get(sort, SORTS['purchased_at'])} {direction} NULLS LAST, orders.id {direction}"


def _conditions(wanted: OrderFilter, now: datetime, parts: list[str], values: list[str | int]) -> None:
    if wanted.late:
        # A day has passed when the next one begins: today's day is not late, an instant of today may be.
        parts.append(
            "orders.deliver_by < ? AND orders.deliver_by <> ? AND orders.delivered_at IS NULL "
            f"AND orders.status NOT IN ({', '.join(repr(str(status)) for status in _DONE)})"
        )
        values.extend((moment_text(now) or "", now.astimezone(UTC).date().isoformat()))
    if wanted.has_case:
        parts.append("orders.id IN (SELECT order_id FROM cases)")
    if wanted.unanswered:
        parts.append(f"orders.id IN ({unanswered.IDS})")
    if wanted.batch_id is not None:
        parts.append(
            "orders.id IN (SELECT id FROM orders WHERE batch_id = ? UNION SELECT order_id FROM order_lines "
            "WHERE batch_id = ? UNION SELECT order_id FROM import_changes WHERE batch_id = ?)"
        )
        values.extend((wanted.batch_id,) * 3)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
