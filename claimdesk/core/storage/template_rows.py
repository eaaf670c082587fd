"""Templates as the operator changed them: every editing session is a revision, the newest one counts."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.records.moments import moment_text
from claimdesk.core.storage.texts import json_text

_REVISIONS = "SELECT id, template, at, data FROM template_revisions"


@dataclass(frozen=True, slots=True)
class Revision:
    """One saving of a template; empty `data` means that the shipped text counts again."""

    id: int
    template: str
    at: datetime
    data: Mapping[str, Any]


def add_revision(conn: Connection, template: str, data: Mapping[str, Any], at: datetime) -> int:
    """Save a template; gives the revision's id."""
    found = conn.exec_driver_sql(
        "INSERT INTO template_revisions (template, at, data) VALUES (?, ?, ?)",
        (template, moment_text(at), json_text(data)),
    )
    return int(found.lastrowid)


def rewrite_revision(conn: Connection, revision: int, data: Mapping[str, Any], at: datetime) -> None:
    """Put another text into a revision: the session that made it goes on."""
    conn.exec_driver_sql(
        "UPDATE template_revisions SET data = ?, at = ? WHERE id = ?", (json_text(data), moment_text(at), revision)
    )


def remove_revisions(conn: Connection, revisions: Collection[int]) -> None:
    """Take revisions out of the history."""
    for revision in revisions:
        conn.exec_driver_sql("DELETE FROM template_revisions WHERE id = ?", (revision,))


def revisions(conn: Connection, template: str) -> list[Revision]:
    """Every saving of a template, newest first."""
    rows = conn.exec_driver_sql(f"{_REVISIONS} WHERE template = ? ORDER BY id DESC", (template,))
    return [_revision(row) for row in rows]


def changed_templates(conn: Connection) -> list[str]:
    """The ids of all templates that were ever changed."""
    return [
        row[0] for row in conn.exec_driver_sql("SELECT DISTINCT template FROM template_revisions ORDER BY template")
    ]


def newest(conn: Connection) -> dict[str, Revision]:
    """The newest saving of each template that was ever changed."""
    rows = conn.exec_driver_sql(f"{_REVISIONS} WHERE id IN (SELECT max(id) FROM template_revisions GROUP BY template)")
    return {row[1]: _revision(row) for row in rows}


def _revision(row: Sequence[Any]) -> Revision:
    return Revision(row[0], row[1], datetime.fromisoformat(row[2]), json.loads(row[3]))
