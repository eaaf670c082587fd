"""Taking an import back: what it changed becomes what it was, what it made goes, unless later work stands on it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.records.imports import KeptOrder, UndoResult
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import event_rows, search_index

USED_BY_CASE = "used_by_case"
CHANGED_LATER = "changed_later"

_PARTS = ("order_lines", "shipments", "order_events")
_IDS = "(SELECT value FROM json_each(?))"
_CHUNK = 5_000

# Orders that the import made and that later work stands on, with the reason; a case weighs more than an import.
_NEEDED = f"""
    SELECT o.id, o.order_no,
           CASE WHEN EXISTS (SELECT 1 FROM cases c WHERE c.order_id = o.id)
                THEN '{USED_BY_CASE}' ELSE '{CHANGED_LATER}' END
    FROM orders o
    WHERE o.batch_id = :batch
      AND (EXISTS (SELECT 1 FROM cases c WHERE c.order_id = o.id)
           OR EXISTS (SELECT 1 FROM import_changes i JOIN import_batches b ON b.id = i.batch_id
                      WHERE i.order_id = o.id AND i.batch_id <> :batch AND b.undone_at IS NULL)
           OR EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.batch_id <> :batch)
           OR EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.id AND s.batch_id <> :batch)
           OR EXISTS (SELECT 1 FROM order_events e WHERE e.order_id = o.id AND e.batch_id <> :batch))
    ORDER BY o.id
"""


def undo_batch(conn: Connection, batch_id: int, at: datetime | None = None) -> UndoResult:
    """Take an import back inside the caller's transaction.

    Orders it made are removed, unless a case or a later import uses them; values it changed are put back where they
    are still what it wrote. What stays is listed with a reason: `used_by_case` or `changed_later`.
    Raises Problem `batch_unknown` or `batch_undone`.
    """
    row = conn.exec_driver_sql("SELECT undone_at FROM import_batches WHERE id = ?", (batch_id,)).first()
    if row is None:
        raise Problem("batch_unknown", batch=batch_id)
    if row[0] is not None:
        raise Problem("batch_undone", batch=batch_id)
    needed = {row[0]: (row[1], row[2]) for row in conn.exec_driver_sql(_NEEDED, {"batch": batch_id})}
    made = _ids(conn, "SELECT id FROM orders WHERE batch_id = ?", batch_id)
    removed = [order_id for order_id in made if order_id not in needed]
    _remove_orders(conn, removed)
    changed = _Changes(conn, batch_id, set(made))
    refunds = event_rows.refunds(conn, changed.with_events)
    changed.put_back()
    event_rows.follow_removal(conn, refunds)
    conn.exec_driver_sql("DELETE FROM health_figures WHERE batch_id = ?", (batch_id,))
    search_index.reindex(conn, changed.restored)
    conn.exec_driver_sql(
        "UPDATE import_batches SET undone_at = ? WHERE id = ?", (moment_text(at or datetime.now(UTC)), batch_id)
    )
    kept = [KeptOrder(order_no, reason) for order_no, reason in needed.values()]
    kept += [KeptOrder(order_no, CHANGED_LATER) for order_no in _numbers(conn, changed.overwritten)]
    return UndoResult(restored=len(changed.restored), removed=len(removed), kept=tuple(kept))


class _Changes:
    """What an import did to orders that were there before it."""

    def __init__(self, conn: Connection, batch_id: int, made: set[int]) -> None:
        self._conn = conn
        self._batch_id = batch_id
        self._made = made
        self.restored: set[int] = set()
        self.overwritten: set[int] = set()
        self.with_events = frozenset(
            _ids(conn, "SELECT DISTINCT order_id FROM order_events WHERE batch_id = ?", batch_id)
        )

    def put_back(self) -> None:
        """Restore values and take added parts out; fills `restored` and `overwritten` with ids of orders."""
        journal = self._conn.exec_driver_sql(
            "SELECT row_table, row_id, order_id, changes FROM import_changes WHERE batch_id = ? ORDER BY id DESC",
            (self._batch_id,),
        ).all()
        by_table: defaultdict[str, list[tuple[int, int, dict[str, list[Any]]]]] = defaultdict(list)
        for table, row_id, order_id, changes in journal:
            # An order that the import both made and changed is as the import left it, or gone.
            if order_id not in self._made:
                by_table[table].append((row_id, order_id, json.loads(changes)))
        for table in sorted(by_table):
            for start in range(0, len(by_table[table]), _CHUNK):
                self._restore(table, by_table[table][start : start + _CHUNK])
        for table in _PARTS:
            self._take_out(table)
        self._forget_hashes()

    def _restore(self, table: str, entries: list[tuple[int, int, dict[str, list[Any]]]]) -> None:
        names = sorted({name for _, _, changes in entries for name in changes})
        found = self._conn.exec_driver_sql(
            f"SELECT id, {', '.join(names)} FROM {table} WHERE id IN {_IDS}",
            (json.dumps([row_id for row_id, _, _ in entries]),),
        )
        now = {row[0]: dict(zip(names, row[1:], strict=True)) for row in found}
        touched: set[int] = set()
        for row_id, order_id, changes in entries:
            if row_id not in now:
                continue
            for name, (before, after) in changes.items():
                if now[row_id][name] == after:
                    now[row_id][name] = before
                    touched.add(row_id)
                    self.restored.add(order_id)
                elif name != "row_hash" and not (name == "refund_minor" and order_id in self.with_events):
                    self.overwritten.add(order_id)
        if touched:
            self._conn.exec_driver_sql(
                f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
                [(*(now[row_id][name] for name in names), row_id) for row_id in sorted(touched)],
            )

    def _take_out(self, table: str) -> None:
        """Parts that the import added to earlier orders go, unless a later import has changed them."""
        found = self._conn.exec_driver_sql(
            f"SELECT p.id, p.order_id, EXISTS (SELECT 1 FROM import_changes i JOIN import_batches b "
            f"ON b.id = i.batch_id WHERE i.row_table = '{table}' AND i.row_id = p.id AND i.order_id = p.order_id "
            f"AND i.batch_id <> ? AND b.undone_at IS NULL) FROM {table} p JOIN orders o ON o.id = p.order_id "
            "WHERE p.batch_id = ? AND o.batch_id IS NOT ?",
            (self._batch_id, self._batch_id, self._batch_id),
        ).all()
        self.overwritten.update(row[1] for row in found if row[2])
        self.restored.update(row[1] for row in found if not row[2])
        for chunk in _chunks(row[0] for row in found if not row[2]):
            self._conn.exec_driver_sql(f"DELETE FROM {table} WHERE id IN {_IDS}", (chunk,))

    def _forget_hashes(self) -> None:
        """An order that is now a mixture must not pass as the unchanged copy of any file's row."""
        for chunk in _chunks(self.restored & self.overwritten):
            self._conn.exec_driver_sql(f"UPDATE orders SET row_hash = '' WHERE id IN {_IDS}", (chunk,))
        self._conn.exec_driver_sql(
            "UPDATE orders SET row_hash = '' WHERE id IN (SELECT i.order_id FROM import_changes i "
            "WHERE i.batch_id = ? AND i.order_id IN (SELECT later.order_id FROM import_changes later "
            "JOIN import_batches b ON b.id = later.batch_id WHERE later.batch_id > ? AND b.undone_at IS NULL))",
            (self._batch_id, self._batch_id),
        )


def _remove_orders(conn: Connection, order_ids: Collection[int]) -> None:
    search_index.drop(conn, order_ids)
    for chunk in _chunks(order_ids):
        for table in (*_PARTS, "import_changes"):
            conn.exec_driver_sql(f"DELETE FROM {table} WHERE order_id IN {_IDS}", (chunk,))
        # What a buyer wrote stays: it waits for its order under the number.
        conn.exec_driver_sql(
            "UPDATE messages SET order_id = NULL, order_no = (SELECT o.order_no FROM orders o WHERE o.id = order_id) "
            f"WHERE order_id IN {_IDS}",
            (chunk,),
        )
        conn.exec_driver_sql(f"DELETE FROM orders WHERE id IN {_IDS}", (chunk,))


def _numbers(conn: Connection, order_ids: Collection[int]) -> list[str]:
    numbers: list[str] = []
    for chunk in _chunks(order_ids):
        found = conn.exec_driver_sql(f"SELECT order_no FROM orders WHERE id IN {_IDS} ORDER BY id", (chunk,))
        numbers.extend(row[0] for row in found)
    return numbers


def _ids(conn: Connection, sql: str, *values: int) -> list[int]:
    return [row[0] for row in conn.exec_driver_sql(sql, values)]


def _chunks(ids: Iterable[int]) -> list[str]:
    ordered = sorted(ids)
    return [json.dumps(ordered[start : start + _CHUNK]) for start in range(0, len(ordered), _CHUNK)]
