"""Cases and their timelines. Events are only ever added."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.records.moments import moment_text
from claimdesk.core.storage.texts import json_text, storable

_EVENTS = "SELECT id, case_id, at, kind, data FROM events"


def new_case(conn: Connection, order_id: int, at: datetime) -> int:
    """Make an empty case on an order; gives its id."""
    found = conn.exec_driver_sql(
        "INSERT INTO cases (order_id, opened_at) VALUES (?, ?)", (order_id, moment_text(at))
    )  # fmt: skip
    return int(found.lastrowid)


def append(conn: Connection, case_id: int, at: datetime, kind: EventKind, data: Mapping[str, Any]) -> int:
    """Add an event; `data` must be what JSON can hold. Gives the event's id."""
    found = conn.exec_driver_sql(
        "INSERT INTO events (case_id, at, kind, data) VALUES (?, ?, ?, ?)",
        (case_id, moment_text(at), kind.value, json_text(data)),
    )
    return int(found.lastrowid)


def events(conn: Connection, case_id: int) -> list[Event]:
    """The events of a case in the order they were added."""
    rows = conn.exec_driver_sql(f"{_EVENTS} WHERE case_id = ? ORDER BY id", (case_id,))
    return [_event(row) for row in rows]


def all_events(conn: Connection) -> dict[int, list[Event]]:
    """The events of every case, by case, in the order they were added."""
    found: dict[int, list[Event]] = {}
    for row in conn.exec_driver_sql(f"{_EVENTS} ORDER BY id"):
        found.setdefault(row[1], []).append(_event(row))
    return found


def cases(conn: Connection) -> list[tuple[int, int, datetime]]:
    """Every case as `(id, order_id, opened_at)`, oldest first."""
    rows = conn.exec_driver_sql("SELECT id, order_id, opened_at FROM cases ORDER BY id")
    return [(row[0], row[1], _instant(row[2])) for row in rows]


def case(conn: Connection, case_id: int) -> tuple[int, int, datetime] | None:
    """One case as `(id, order_id, opened_at)`; None when there is none with this id."""
    row = conn.exec_driver_sql("SELECT id, order_id, opened_at FROM cases WHERE id = ?", (case_id,)).first()
    return None if row is None else (row[0], row[1], _instant(row[2]))


def cases_of_order(conn: Connection, order_id: int) -> list[int]:
    """The ids of the cases on an order, oldest first."""
    rows = conn.exec_driver_sql("SELECT id FROM cases WHERE order_id = ? ORDER BY id", (order_id,))
    return [row[0] for row in rows]


def remove(conn: Connection, case_id: int) -> None:
    """Take a case out with all that belongs to it; files in the evidence store stay."""
    for table, column in (("drafts", "case_id"), ("events", "case_id"), ("cases", "id")):
        conn.exec_driver_sql(f"DELETE FROM {table} WHERE {column} = ?", (case_id,))


def save_draft(conn: Connection, case_id: int, step: str, data: Mapping[str, Any]) -> None:
    """Keep what stands in a message step, in place of what was kept before."""
    conn.exec_driver_sql(
        "INSERT INTO drafts (case_id, step, data) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET data = excluded.data",
        (case_id, storable(step), json_text(data)),
    )


def draft(conn: Connection, case_id: int, step: str) -> dict[str, Any] | None:
    """What was kept of a message step; None when nothing was."""
    row = conn.exec_driver_sql(
        "SELECT data FROM drafts WHERE case_id = ? AND step = ?", (case_id, storable(step))
    ).first()
    return None if row is None else json.loads(row[0])


def _event(row: Sequence[Any]) -> Event:
    return Event(row[0], row[1], _instant(row[2]), EventKind(row[3]), json.loads(row[4]))


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text)
