"""What a failure of SQLite means for the person before the screen."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, IntegrityError

from claimdesk.core.records.problems import Problem

_CODES = {
    sqlite3.SQLITE_BUSY: "data_locked",
    sqlite3.SQLITE_LOCKED: "data_locked",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CORRUPT: "data_damaged",
    sqlite3.SQLITE_NOTADB: "data_damaged",
    sqlite3.SQLITE_READONLY: "data_unwritable",
    sqlite3.SQLITE_CANTOPEN: "data_unwritable",
    sqlite3.SQLITE_PERM: "data_unwritable",
    sqlite3.SQLITE_IOERR: "data_io",
}


def problem_of(error: DBAPIError, otherwise: str) -> Exception:
    """The Problem for a driver's error; a broken rule of the schema stays what it is, because it is our own fault."""
    if isinstance(error, IntegrityError):
        return error
    # Extended result codes carry the primary one in their low byte.
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE):
        return error
    name = getattr(error.orig, "sqlite_errorname", "")
    return Problem(_CODES.get(code, otherwise), detail=str(name))
