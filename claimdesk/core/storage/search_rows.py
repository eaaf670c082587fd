"""Rows that a search over everything looks through: buyers, what cases are about, and what is written in them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from claimdesk.core.storage import order_search
from claimdesk.core.storage.folding import fold

_NEWEST: Final = 20_000  # orders of a question that are looked at for their buyers
_LONGEST: Final = 20_000  # characters of one event
_EVENTS: Final = 200_000  # events that are looked through
_TEXTS: Final = ("text", "subject", "sender", "name", "reason", "excerpt")


@dataclass(frozen=True, slots=True)
class BuyerRow:
    """A buyer as orders name him, how many orders that is, and the last day of one."""

    name: str
    username: str
    email: str
    orders: int
    last: str


@dataclass(frozen=True, slots=True)
class EventText:
    """What an event says in a person's words, folded for comparing.

    `step` and `option` are an answer's; `scenario` is the one that a case begins with or goes over to.
    """

    id: int
    case_id: int
    kind: str
    folded: str
    step: str
    option: str
    scenario: str
    meant: int  # the event that it takes back or puts back, or that caused it; 0 for none


def buyers(conn: Connection, text: str, words: Collection[str], limit: int) -> list[BuyerRow]:
    """Buyers whose name, user name or e-mail address holds every word, those with most orders first.

    Looks at the newest orders that match; addresses are not in the index, so they are compared one by one.
    """
    if any("@" in word for word in words):
        where, values = _by_address(words)
    else:
        found = order_search.condition(conn, text)
        if found is None:
            return []
        where, values = found.sql, found.values
    held = " AND ".join("instr(fold(b.buyer_name || ' ' || b.buyer_username || ' ' || b.buyer_email), ?) > 0" for _ in words)  # fmt: skip
    rows = conn.exec_driver_sql(
        "SELECT b.buyer_name, b.buyer_username, max(b.buyer_email), count(*), max(coalesce(b.purchased_at, '')) FROM "
        "(SELECT buyer_name, buyer_username, buyer_email, purchased_at FROM orders "
        f"WHERE {where} ORDER BY orders.id DESC LIMIT {_NEWEST}) b "
        f"WHERE {held} AND (b.buyer_name <> '' OR b.buyer_username <> '') "
        "GROUP BY b.buyer_name, b.buyer_username ORDER BY count(*) DESC, max(b.purchased_at) DESC LIMIT ?",
        (*values, *words, limit),
    )
    return [BuyerRow(*row) for row in rows]


def _by_address(words: Collection[str]) -> tuple[str, tuple[str | int, ...]]:
    held = " AND ".join("instr(lower(orders.buyer_email || ' ' || orders.buyer_name), ?) > 0" for _ in words)
    return f"orders.buyer_email <> '' AND {held}", tuple(words)


def case_heads(conn: Connection) -> list[tuple[int, str]]:
    """Every case's id with what it is about, folded: order number, buyer, items, tracking numbers. Newest first."""
    rows = conn.exec_driver_sql(
        "SELECT c.id, o.order_no || ' ' || o.buyer_name || ' ' || o.ship_name || ' ' || o.buyer_username || ' ' "
        "|| coalesce((SELECT group_concat(l.title || ' ' || l.sku, ' ') FROM order_lines l WHERE l.order_id = o.id), '')"
        " || ' ' || coalesce((SELECT group_concat(s.tracking_no, ' ') FROM shipments s WHERE s.order_id = o.id), '') "
        "FROM cases c JOIN orders o ON o.id = c.order_id ORDER BY c.id DESC"
    )
    return [(row[0], fold(f"C-{row[0]:04d} {row[1]}")) for row in rows]


def event_state(conn: Connection, last: int) -> tuple[int, int]:
    """How many events there are up to an id, and what tells them from others with the same ids."""
    row = conn.exec_driver_sql(
        "SELECT count(*), coalesce(sum(case_id * id + length(data)), 0) FROM events WHERE id <= ?", (last,)
    ).one()
    return row[0], row[1]


def event_texts(conn: Connection, after: int) -> list[EventText]:
    """What the events after one say, in the order they were added."""
    rows = conn.exec_driver_sql(
        f"SELECT id, case_id, kind, data FROM events WHERE id > ? ORDER BY id LIMIT {_EVENTS}", (after,)
    )
    return [_event_text(row[0], row[1], row[2], json.loads(row[3])) for row in rows]


def _event_text(event_id: int, case_id: int, kind: str, data: dict[str, Any]) -> EventText:
    said = "\n".join(str(data[name])[:_LONGEST] for name in _TEXTS if data.get(name))
    answered = kind == "answered"
    return EventText(
        event_id,
        case_id,
        kind,
        fold(said),
        str(data.get("step", "")) if answered else "",
        str(data.get("option", "")) if answered else "",
        str(data.get("scenario", "")),
        int(data.get("event") or data.get("cause") or 0),
    )
