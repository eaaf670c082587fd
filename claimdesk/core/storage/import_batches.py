"""Imports as a whole: opened, closed with their counts, listed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.imports import BatchRow
from claimdesk.core.records.moments import moment_text
from claimdesk.core.storage.texts import storable

_LIST = """
    SELECT b.id, b.format, b.file, b.format_title, b.imported_at, b.rows, b.new, b.updated, b.undone_at,
           (SELECT count(*) FROM cases c JOIN orders o ON o.id = c.order_id
            WHERE c.opened_at >= b.imported_at
              AND (o.batch_id = b.id
                   OR EXISTS (SELECT 1 FROM import_changes i WHERE i.order_id = o.id AND i.batch_id = b.id)))
    FROM import_batches b ORDER BY b.id DESC
"""


def new_batch(
    conn: Connection, *, file: str, format_id: str = "", format_title: str = "", platform: str = "", at: datetime
) -> int:
    """Open an import; its id goes into every row it writes."""
    found = conn.exec_driver_sql(
        "INSERT INTO import_batches (file, format, format_title, platform, imported_at) VALUES (?, ?, ?, ?, ?)",
        (storable(file), format_id, format_title, platform, moment_text(at)),
    )
    return int(found.lastrowid)


def finish_batch(
    conn: Connection, batch_id: int, *, rows: int, new: int, updated: int, unchanged: int, rejected: int
) -> None:
    """Write down what the import did."""
    conn.exec_driver_sql(
        "UPDATE import_batches SET rows = ?, new = ?, updated = ?, unchanged = ?, rejected = ? WHERE id = ?",
        (rows, new, updated, unchanged, rejected, batch_id),
    )


def batches(conn: Connection) -> list[BatchRow]:
    """Every import, newest first, with the format's title of its day.

    `cases_since` counts cases opened afterwards on orders it made or changed.
    """
    return [
        BatchRow(
            id=row[0],
            format=row[1],
            file=row[2],
            format_title=Bilingual(row[3], row[3]),
            imported_at=datetime.fromisoformat(row[4]),
            rows=row[5],
            new=row[6],
            updated=row[7],
            undone_at=datetime.fromisoformat(row[8]) if row[8] else None,
            cases_since=row[9],
        )
        for row in conn.exec_driver_sql(_LIST)
    ]
