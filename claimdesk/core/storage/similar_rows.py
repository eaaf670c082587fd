"""Cases that have something in common with an order, and orders of people who may be the same buyer. All bounded."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.records.orders import Order
from claimdesk.core.storage.folding import fold
from claimdesk.core.storage.search_index import PAD

NEWEST: Final = 3_000  # cases that are looked at
_WORDS: Final = 6  # of a title, the longest ones
_IDS: Final = "(SELECT value FROM json_each(?))"
_LOOKED: Final = 3_000  # orders with a claim that are compared with a buyer
_CLAIMS: Final = ("claim", "chargeback", "return_requested", "refunded")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case on another order, with what the orders have in common."""

    case_id: int
    order_id: int
    sku: bool
    carrier: bool
    country: bool
    words: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Who bought an order, as its file writes it, and whether there was trouble with it."""

    order_id: int
    platform: str
    order_no: str
    buyer_name: str
    ship_name: str
    address: str
    city: str
    postal_code: str
    country: str
    email: str
    username: str
    phone: str


def candidates(conn: Connection, order: Order, limit: int) -> list[Candidate]:
    """The newest cases on other orders, those first that share most with an order."""
    skus = json.dumps([line.sku for line in order.lines if line.sku])
    carriers = json.dumps([parcel.carrier for parcel in order.shipments if parcel.carrier])
    match = _title_match(order)
    words = "o.id IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)" if match else "0"
    rows = conn.exec_driver_sql(
        f"""
        SELECT case_id, order_id, sku, carrier, country, words FROM (
          SELECT c.id AS case_id, o.id AS order_id,
            EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.sku IN {_IDS}) AS sku,
            EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.id AND s.carrier IN {_IDS}) AS carrier,
            (? <> '' AND o.ship_country = ?) AS country,
            {words} AS words
          FROM (SELECT id, order_id FROM cases ORDER BY id DESC LIMIT {NEWEST}) c JOIN orders o ON o.id = c.order_id
          WHERE o.id <> ?)
        ORDER BY 4 * sku + 2 * words + carrier + country DESC, case_id DESC LIMIT ?
        """,
        (skus, carriers, order.ship_country, order.ship_country, *((match,) if match else ()), order.id, limit),
    )
    return [Candidate(row[0], row[1], *map(bool, row[2:])) for row in rows]


def events_of(conn: Connection, case_ids: Collection[int]) -> dict[int, tuple[int, datetime, list[Event]]]:
    """Order, opening and events of some cases, by case."""
    found: dict[int, tuple[int, datetime, list[Event]]] = {}
    rows = conn.exec_driver_sql(
        "SELECT c.id, c.order_id, c.opened_at, e.id, e.at, e.kind, e.data FROM cases c "
        f"JOIN events e ON e.case_id = c.id WHERE c.id IN {_IDS} ORDER BY e.id",
        (json.dumps(list(case_ids)),),
    )
    for row in rows:
        _, _, events = found.setdefault(row[0], (row[1], datetime.fromisoformat(row[2]), []))
        events.append(Event(row[3], row[0], datetime.fromisoformat(row[4]), EventKind(row[5]), json.loads(row[6])))
    return found


def newest_cases(conn: Connection) -> list[int]:
    """The ids of the newest cases."""
    return [row[0] for row in conn.exec_driver_sql(f"SELECT id FROM cases ORDER BY id DESC LIMIT {NEWEST}")]


def near(conn: Connection, order: Order) -> list[Person]:
    """Buyers of the newest orders that went to the same place, or whose name shares letters with the buyer's."""
    names = [name for name in (order.buyer_name, order.ship_name) if len(fold(name).replace(" ", "")) > 1]
    match = " OR ".join(dict.fromkeys(_quoted(part) for name in names for part in _parts(name)))
    named = "OR o.id IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)" if match else ""
    rows = conn.exec_driver_sql(
        "SELECT o.id, o.platform, o.order_no, o.buyer_name, o.ship_name, o.ship_address, o.ship_city, "
        "o.ship_postal_code, o.ship_country, o.buyer_email, o.buyer_username, o.buyer_phone FROM orders o "
        "WHERE o.id <> ? AND ((? <> '' AND o.ship_postal_code = ? AND o.ship_country = ?) "
        "OR (? <> '' AND o.buyer_email = ?) OR (? <> '' AND o.buyer_username = ? AND o.platform = ?) "
        f"{named}) ORDER BY o.purchased_at DESC, o.id DESC LIMIT {_LOOKED}",
        (
            order.id, order.ship_postal_code, order.ship_postal_code, order.ship_country, order.buyer_email,
            order.buyer_email, order.buyer_username, order.buyer_username, order.platform, *((match,) if match else ()),
        ),
    )  # fmt: skip
    return [Person(*row) for row in rows]


def trouble(conn: Connection, order_ids: Collection[int]) -> dict[int, tuple[list[int], list[tuple[str, str]]]]:
    """Cases, and events of imported files (kind, reason) that speak of a claim, a return or a refund, by order."""
    wanted = json.dumps(list(order_ids))
    found: dict[int, tuple[list[int], list[tuple[str, str]]]] = {}
    for row in conn.exec_driver_sql(f"SELECT order_id, id FROM cases WHERE order_id IN {_IDS} ORDER BY id", (wanted,)):
        found.setdefault(row[0], ([], []))[0].append(row[1])
    for row in conn.exec_driver_sql(
        "SELECT order_id, kind, reason FROM order_events "
        f"WHERE order_id IN {_IDS} AND kind IN ({', '.join('?' * len(_CLAIMS))}) ORDER BY id",
        (wanted, *_CLAIMS),
    ):
        found.setdefault(row[0], ([], []))[1].append((row[1], row[2]))
    return found


def _title_match(order: Order) -> str:
    words = {word for line in order.lines for word in fold(line.title).split() if len(word) >= 4}
    longest = sorted(words, key=lambda word: (-len(word), word))[:_WORDS]
    return " OR ".join(_quoted(word) for word in longest)


def _parts(name: str) -> Sequence[str]:
    """The words of a name that the index can look up; a short Chinese name with the blanks that end its field."""
    words: list[str] = [word for word in fold(name).split() if len(word) >= 3]
    return words or [fold(name) + PAD]


def _quoted(word: Any) -> str:
    return '"' + str(word).replace('"', '""') + '"'
