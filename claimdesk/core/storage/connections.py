"""Engines over one SQLite file: one writing connection, and reading ones beside it.

WAL lets the window read while an import writes. That is why `locking_mode=EXCLUSIVE` is not set: it would shut the
reading connections out; a second program is kept away by the lock file of the start-up. Pragmas are all explicit,
because their defaults differ between builds of SQLite.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from claimdesk.core.storage.folding import fold

BUSY_MILLISECONDS = 5000
_CACHE_KIB = 16_000
_READERS = 4
_TURN_SECONDS = 120  # how long a thread waits for another one's import

_PRAGMAS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "mmap_size = 0",
    f"cache_size = -{_CACHE_KIB}",
)
_WRITER_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # only macOS heeds these two
    "checkpoint_fullfsync = ON",
    "secure_delete = ON",
    f"journal_size_limit = {64 << 20}",  # what a large import leaves of the log
)


def writer(file: Path) -> Engine:
    """The engine of the one writing connection; its transactions begin with `BEGIN IMMEDIATE`."""
    return _engine(file, (*_PRAGMAS, *_WRITER_PRAGMAS), "BEGIN IMMEDIATE", connections=1)


def readers(file: Path) -> Engine:
    """An engine whose connections cannot write."""
    return _engine(file, (*_PRAGMAS, "query_only = ON"), "BEGIN", connections=_READERS)


def _engine(file: Path, pragmas: tuple[str, ...], begin: str, *, connections: int) -> Engine:
    engine = create_engine(
        f"sqlite:///{file.as_posix()}",
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        pool_timeout=_TURN_SECONDS,
        connect_args={"check_same_thread": False, "timeout": BUSY_MILLISECONDS / 1000},
    )

    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver must not open transactions of its own: it would leave DDL outside of them.
        connection.isolation_level = None
        connection.create_function("fold", 1, fold, deterministic=True)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", lambda conn: conn.exec_driver_sql(begin))
    return engine
