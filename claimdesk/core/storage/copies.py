"""Verified copies of the database; one is made before its schema is changed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from claimdesk.core.records.problems import Problem

BACKUPS = "backups"


def copy_before_upgrade(file: Path, version: int) -> Path | None:
    """Copy a database as it stands to `backups/before-schema-<n>.db`, once for each new version.

    A second attempt keeps the first copy: it is the one from before anything was tried. None for an empty database.
    Raises Problem `data_damaged` when the copy does not stand a full check, `data_unwritable` when it cannot be made.
    """
    if not file.exists() or file.stat().st_size == 0:
        return None
    try:
        return _copy(file, version)
    except (OSError, sqlite3.Error) as error:
        raise Problem("data_unwritable", detail=str(error), folder=str(file.parent)) from error


def _copy(file: Path, version: int) -> Path:
    final = file.parent / BACKUPS / f"before-schema-{version}.db"
    if final.exists():
        return final
    final.parent.mkdir(exist_ok=True)
    temporary = final.with_suffix(".tmp")
    temporary.unlink(missing_ok=True)
    copy_database(file, temporary)
    temporary.replace(final)
    return final


def copy_database(file: Path, target: Path) -> None:
    """Copy a database that may be in use to a new file, check the copy in full and make it safe on the disk.

    Raises Problem `data_damaged` when the copy does not stand the check (it is then gone), OSError or sqlite3.Error when
    it cannot be made.
    """
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        # A copy in WAL mode could not be opened in a folder that is only readable.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        target.unlink()
        raise Problem("data_damaged", detail=str(found))
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())
