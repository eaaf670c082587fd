"""One data folder: `claimdesk.db` and, beside it, `evidence/`."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import connections, copies
from claimdesk.core.storage.faults import problem_of
from claimdesk.core.storage.file_state import SCHEMA, FileState, file_state

__all__ = ["DATABASE", "Connection", "Store"]

DATABASE = "claimdesk.db"


class Store:
    """The open data folder. Threads may share it: one of them writes at a time, others read meanwhile."""

    def __init__(self, folder: Path, writer: Engine, readers: Engine) -> None:
        self.folder = folder
        self._writer = writer
        self._readers = readers

    @staticmethod
    def open(folder: Path) -> Store:
        """The store in a folder, made when absent and brought to today's schema when older.

        Raises Problem `data_gone` (no database, but backups or evidence of one), `data_newer` (made by a newer program),
        `data_damaged`, `data_unwritable` or `data_locked`; the files are then as they were.
        """
        file = folder / DATABASE
        _refuse_remains(folder)
        _prepare_folder(folder)
        state = file_state(file)
        writer = connections.writer(file)
        try:
            _check_after_crash(writer, state)
            if state.version < SCHEMA:
                if state.version:
                    copies.copy_before_upgrade(file, SCHEMA)
                _upgrade(writer)
        except DBAPIError as error:
            writer.dispose()
            raise problem_of(error, "data_damaged") from error
        except BaseException:
            writer.dispose()
            raise
        return Store(folder, writer, connections.readers(file))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state until the block ends, and cannot write."""
        try:
            with self._readers.begin() as conn:
                yield conn
        except DBAPIError as error:
            raise problem_of(error, "data_unreadable") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection inside one transaction: kept when the block ends, taken back on any exception.

        Raises Problem `disk_full`, `data_locked`, `data_unwritable` or `data_damaged`; nothing is then changed.
        """
        try:
            with self._writer.begin() as conn:
                yield conn
        except DBAPIError as error:
            raise problem_of(error, "data_unwritable") from error
        except PoolTimeout as error:
            # Another thread of this program has been writing all the while.
            raise Problem("data_locked", detail="pool") from error

    def close(self) -> None:
        """Close every connection; the write-ahead log is folded into the file."""
        self._readers.dispose()
        self._writer.dispose()


def _refuse_remains(folder: Path) -> None:
    """A new database beside what is left of another one would look as if everything had been lost."""
    if not (folder / DATABASE).exists() and any(any(folder.glob(f"{name}/*")) for name in (copies.BACKUPS, "evidence")):
        raise Problem("data_gone", folder=str(folder))


def _prepare_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".write-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise Problem("data_unwritable", detail=error.strerror or "", folder=str(folder)) from error


def _check_after_crash(writer: Engine, state: FileState) -> None:
    """After an unclean end the whole file is checked: a stale log of a restored file does subtle damage."""
    if not state.unclean:
        return
    with writer.connect() as conn:
        found = conn.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        conn.rollback()
    if found != "ok":
        raise Problem("data_damaged", detail=str(found))


def _upgrade(writer: Engine) -> None:
    # Alembic costs a third of a second to import and is needed only here.
    from claimdesk.core.storage import migrations

    with writer.connect() as conn:
        driver = cast(sqlite3.Connection, conn.connection.driver_connection)
        # A step that rebuilds a table drops its parent for a moment; only outside a transaction can this be set.
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with conn.begin():
                # Read again under the lock: another program may have upgraded meanwhile.
                version = int(conn.exec_driver_sql("PRAGMA user_version").scalar_one())
                migrations.upgrade(conn, version)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
