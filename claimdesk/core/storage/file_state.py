"""What a database file is, found out without opening it where that could change it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from claimdesk.core.records.problems import Problem

SCHEMA = 3  # number of the newest migration step; a test compares it with the steps

_MAGIC = b"SQLite format 3\x00"
_USER_VERSION = slice(60, 64)  # in the header, big-endian: sqlite.org/fileformat2.html §1.3


@dataclass(frozen=True, slots=True)
class FileState:
    """`version` is the schema's (0 for none); `unclean` when the last session left its log behind."""

    version: int
    unclean: bool


def file_state(file: Path) -> FileState:
    """The state of a database file; a missing or empty one has version 0.

    Raises Problem `data_newer`, `data_damaged` or `data_unwritable`. The file is only read.
    """
    try:
        head = _head(file)
        log = file.with_name(file.name + "-wal")
        unclean = log.exists() and log.stat().st_size > 0
    except OSError as error:
        raise Problem("data_unwritable", detail=error.strerror or "", folder=str(file.parent)) from error
    if not head:
        return FileState(0, unclean=False)
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise Problem("data_damaged", detail="not a database")
    version = int.from_bytes(head[_USER_VERSION], "big")
    if unclean:
        version = max(version, _version_with_log(file))
    if version > SCHEMA:
        raise Problem("data_newer", found=version, known=SCHEMA)
    return FileState(version, unclean)


def _head(file: Path) -> bytes:
    if not file.exists():
        return b""
    with file.open("rb") as stream:
        return stream.read(100)


def _version_with_log(file: Path) -> int:
    """The version that the log may hold already; a connection that cannot write leaves file and log as they are."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as conn:
            return int(conn.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0  # damage is judged by the full check that follows
