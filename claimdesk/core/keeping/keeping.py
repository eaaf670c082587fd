"""The backups of one data folder, also where its database cannot be opened any more."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from claimdesk.core.records.backups import BackupFile, BackupKind, Checkup, Restoration
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.automatic import back_up_changes
from claimdesk.core.storage.backup_files import backups_in
from claimdesk.core.storage.backups import make_backup
from claimdesk.core.storage.inspecting import inspect
from claimdesk.core.storage.restoring import restore_backup
from claimdesk.core.storage.store import DATABASE


class Keeping:
    """Makes, lists and puts back. Needs no open desk; putting back needs that none is open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def backups(self) -> tuple[BackupFile, ...]:
        """Every backup in the data folder, newest first."""
        return backups_in(self.folder)

    def back_up(self, now: datetime, task: Task | None = None) -> BackupFile:
        """A whole backup, evidence and all, in the data folder. Raises Problem as `storage.backups.make_backup`."""
        made = make_backup(self.folder, None, now, task)
        return BackupFile(made.file, BackupKind.BY_HAND, now, made.size)

    def back_up_changes(self, now: datetime, task: Task | None = None) -> BackupFile | None:
        """A backup of the database if it changed since the newest one, None if not; older ones that had their time go.

        Raises Problem as `storage.backups.make_backup`, `data_damaged` before all: nothing is then taken away.
        """
        made = back_up_changes(self.folder, now, task)
        return None if made is None else BackupFile(made.file, BackupKind.AUTOMATIC, now, made.size)

    def restore(self, file: Path, now: datetime, task: Task | None = None) -> Restoration:
        """Put a backup in the place of the data. Raises Problem as `storage.restoring.restore_backup`; all is then as it was."""
        done = restore_backup(self.folder, file, now, task)
        return Restoration(done.made_at, done.held.orders, done.held.cases, len(done.held.faults), done.before)

    def check(self, task: Task | None = None) -> Checkup:
        """Look through the database and every file of evidence. Changes nothing. Raises Problem `data_missing`, Cancelled."""
        held = inspect(self.folder, DATABASE, task)
        problems = tuple(Problem(fault.code, name=fault.name) for fault in held.faults)
        return Checkup(held.orders, held.cases, held.evidence, problems)
