"""Rows of the orders list for known ids."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection

from claimdesk.core.records.cases import EventKind
from claimdesk.core.records.moments import parse_moment
from claimdesk.core.records.orders import OrderRow, OrderStatus
from claimdesk.core.storage import unanswered

_IDS = "(SELECT value FROM json_each(?))"
_ROWS = f"""
    SELECT o.id, o.platform, o.marketplace, o.order_no, o.purchased_at, o.buyer_name, o.currency, o.total_minor,
           o.status, o.deliver_by, o.delivered_at, l.title, l.sku, l.quantity,
           (SELECT count(*) FROM order_lines n WHERE n.order_id = o.id), o.shop_id
    FROM orders o LEFT JOIN order_lines l
      ON l.id = (SELECT f.id FROM order_lines f WHERE f.order_id = o.id ORDER BY f.line_no, f.id LIMIT 1)
    WHERE o.id IN {_IDS}
"""
_CLOSING = (EventKind.CLOSED, EventKind.OUTCOME_RECORDED)
_KINDS = (*_CLOSING, EventKind.REOPENED, EventKind.UNDONE, EventKind.REDONE)


def rows(conn: Connection, ids: Collection[int]) -> list[OrderRow]:
    """What the list shows of these orders, in the order of the ids; unknown ids are left out.

    The item is the title of the first line, or its SKU; the quantity is that line's.
    """
    wanted = json.dumps(list(ids))
    cases, waiting = open_cases(conn, ids), unanswered.among(conn, ids)
    found = {
        row[0]: OrderRow(
            id=row[0],
            platform=row[1],
            marketplace=row[2],
            order_no=row[3],
            purchased_at=parse_moment(row[4]),
            buyer_name=row[5],
            item=row[11] or row[12] or "",
            quantity=row[13],
            line_count=row[14],
            currency=row[6],
            total_minor=row[7],
            status=OrderStatus(row[8] or OrderStatus.UNKNOWN),
            deliver_by=parse_moment(row[9]),
            delivered_at=parse_moment(row[10]),
            open_cases=cases[row[0]],
            shop_id=row[15],
            unanswered=row[0] in waiting,
        )
        for row in conn.exec_driver_sql(_ROWS, (wanted,))
    }
    return [found[order_id] for order_id in ids if order_id in found]


def open_cases(conn: Connection, ids: Collection[int]) -> Counter[int]:
    """How many cases of each order are not closed, read from their timelines."""
    wanted = json.dumps(list(ids))
    cases = conn.exec_driver_sql(f"SELECT id, order_id FROM cases WHERE order_id IN {_IDS}", (wanted,))
    order_of: dict[int, int] = {row[0]: row[1] for row in cases}
    if not order_of:
        return Counter()
    undone: set[int] = set()
    turns: list[tuple[int, int, bool]] = []
    for event_id, case_id, kind, data in conn.exec_driver_sql(
        f"SELECT id, case_id, kind, data FROM events WHERE case_id IN {_IDS} "
        f"AND kind IN ({', '.join('?' * len(_KINDS))}) ORDER BY id",
        (json.dumps(list(order_of)), *(kind.value for kind in _KINDS)),
    ):
        if kind == EventKind.UNDONE:
            undone.add(json.loads(data)["event"])
        elif kind == EventKind.REDONE:
            undone.discard(json.loads(data)["event"])
        else:
            turns.append((event_id, case_id, kind in _CLOSING))
    closed = {case_id: is_closed for event_id, case_id, is_closed in turns if event_id not in undone}
    return Counter(order_id for case_id, order_id in order_of.items() if not closed.get(case_id, False))
