"""A data folder looked through: whether the database is whole and every piece of evidence is what was stored."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.evidence_files import EVIDENCE, is_sound
from claimdesk.core.storage.file_state import file_state
from claimdesk.core.storage.folding import fold

_MOST = 20  # of the faults of one kind that are told


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be: `code` has words, `name` says which file or table."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a data folder holds, and what is wrong with it; nothing is counted in a database that cannot be read."""

    schema: int = 0
    orders: int = 0
    cases: int = 0
    evidence: int = 0
    faults: tuple[Fault, ...] = ()


def inspect(folder: Path, database: str, task: Task | None = None) -> Inspection:
    """Look through a data folder without changing it. Raises Problem `data_missing` when there is none, and Cancelled."""
    file = folder / database
    if not file.is_file() or not file.stat().st_size:
        raise Problem("data_missing", folder=str(folder))
    try:
        schema = file_state(file).version
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as conn:
            return _inspected(conn, folder, schema, task or Task())
    except Problem as problem:
        return Inspection(faults=(Fault(problem.code),))
    except sqlite3.DatabaseError:
        return Inspection(faults=(Fault("data_damaged"),))


def _inspected(conn: sqlite3.Connection, folder: Path, schema: int, task: Task) -> Inspection:
    conn.create_function("fold", 1, fold, deterministic=True)
    faults = list(_of_database(conn))
    orders, cases = (conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("orders", "cases"))
    stored = [sha256 for (sha256,) in conn.execute("SELECT sha256 FROM evidence ORDER BY sha256")]
    lacking: list[Fault] = []
    for done, sha256 in enumerate(stored):
        task.step(done, len(stored))
        if not is_sound(folder, sha256):
            there = (folder / EVIDENCE / sha256[:2] / sha256).exists()
            lacking.append(Fault("evidence_changed" if there else "evidence_missing", sha256))
    return Inspection(schema, orders, cases, len(stored), (*faults, *lacking))


def _of_database(conn: sqlite3.Connection) -> Iterator[Fault]:
    for (found,) in conn.execute(f"PRAGMA integrity_check({_MOST})"):
        if found != "ok":
            yield Fault("database_damaged", str(found)[:200])
    for table, _row, parent, _key in conn.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
        yield Fault("database_unlinked", f"{table} → {parent}")
