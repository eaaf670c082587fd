"""Other orders of the buyer of an order."""

from __future__ import annotations

from sqlalchemy import Connection

from claimdesk.core.records.orders import Order, OrderRow
from claimdesk.core.storage.order_list import rows
from claimdesk.core.storage.order_search import whole_field

_MOST = 100
_SAME = """
    ((? <> '' AND o.buyer_email = ?)
     OR (? <> '' AND o.buyer_username = ? AND o.platform = ?)
     OR (? <> '' AND o.buyer_name = ? AND o.ship_postal_code = ?))
    AND o.id <> ?
"""


def of_buyer(conn: Connection, order: Order) -> list[OrderRow]:
    """The other orders of the same buyer, newest first, a hundred at most.

    The same buyer is one with the same e-mail, the same user name on the same platform, or the same name at the
    same postal code; a name alone proves nothing.
    """
    named = order.buyer_name if order.ship_postal_code else ""
    values: tuple[str | int, ...] = (
        order.buyer_email, order.buyer_email,
        order.buyer_username, order.buyer_username, order.platform,
        named, named, order.ship_postal_code,
        order.id,
    )  # fmt: skip
    if not (order.buyer_email or order.buyer_username or named):
        return []
    narrowed, match = "", tuple[str, ...]()
    if not order.buyer_email:
        # The search index knows names but no addresses: with it, not every order need be looked at.
        narrowed = "AND o.id IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)"
        match = (" OR ".join(whole_field(name) for name in (order.buyer_username, named) if name),)
    found = conn.exec_driver_sql(
        f"SELECT o.id FROM orders o WHERE {_SAME} {narrowed} ORDER BY o.purchased_at DESC, o.id DESC LIMIT ?",
        (*values, *match, _MOST),
    )
    return rows(conn, [row[0] for row in found])
