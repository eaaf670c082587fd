"""Backups that nobody asks for: made when something changed, and taken away when they have had their time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

from claimdesk.core.records.backups import BackupKind
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.backup_files import backups_in, thin_out
from claimdesk.core.storage.backups import LIST, Backup, make_backup
from claimdesk.core.storage.copies import copy_database
from claimdesk.core.storage.store import DATABASE


def back_up_changes(folder: Path, now: datetime, task: Task | None = None) -> Backup | None:
    """An automatic backup, if the database is not what the newest backup holds; older ones that had their time go then.

    Raises as `make_backup`; nothing is then taken away.
    """
    newest = next((backup for backup in backups_in(folder) if backup.file.suffix == ".zip"), None)
    if newest is not None and _same_database(folder, newest.file):
        return None
    made = make_backup(folder, None, now, task, BackupKind.AUTOMATIC)
    thin_out(folder, now)
    return made


def _same_database(folder: Path, backup: Path) -> bool:
    """Whether a backup holds the database as it is now; not, where either cannot be read: the next step then says why."""
    try:
        with zipfile.ZipFile(backup) as packed:
            about = json.loads(packed.read(LIST))
        with tempfile.TemporaryDirectory() as place:
            copied = Path(place) / DATABASE
            copy_database(folder / DATABASE, copied)
            with copied.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return any(told["file"] == DATABASE and told["sha256"] == digest for told in about["files"])
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, sqlite3.DatabaseError, Problem):
        return False
