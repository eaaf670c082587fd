"""A verified copy of the database, made before its schema is changed."""

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
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(temporary)) as target:
        source.backup(target)
        # A copy in WAL mode could not be opened in a folder that is only readable.
        target.execute("PRAGMA journal_mode = DELETE")
        found = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        temporary.unlink()
        raise Problem("data_damaged", detail=str(found))
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    temporary.replace(final)
    return final
