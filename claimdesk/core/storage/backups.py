"""Backups: one ZIP with the database, the evidence, the owner's scenarios, and a list of them with their hashes.

The database is copied by SQLite itself, so that a backup may be made while somebody works; the ZIP gets its name only when
it is whole and safe on the disk.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from claimdesk import __version__
from claimdesk.core.records.backups import BackupKind
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.atomic import replace_file
from claimdesk.core.storage.backup_files import backup_name
from claimdesk.core.storage.copies import BACKUPS, copy_database
from claimdesk.core.storage.evidence_files import EVIDENCE
from claimdesk.core.storage.inspecting import Inspection, inspect
from claimdesk.core.storage.store import DATABASE

LIST = "manifest.json"
SCENARIOS = "scenarios"
_BLOCK = 1 << 20
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a ZIP knows no day before
_UNDER_WAY = 3600  # seconds that a backup never takes


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it lies on the disk; `held.faults` names the evidence that was damaged before and is not in it."""

    file: Path
    size: int
    held: Inspection


def make_backup(
    folder: Path, target: Path | None, now: datetime, task: Task | None = None, kind: BackupKind = BackupKind.BY_HAND
) -> Backup:
    """Back a data folder up to `target`, or to its own `backups/` under a name with the day and time in UTC.

    An automatic one leaves the evidence where it is: beside it, in files that never change. Raises Problem `data_missing` when there is no database, `data_damaged` when it does not stand a full check,
    `data_unreadable`, `report_folder_missing`, `report_disk_full` or `report_unwritable`, and Cancelled; a file of that
    name is then still the old one.
    """
    task = task or Task()
    if target is None:
        target = folder / BACKUPS / backup_name(kind, now)
        if (folder / DATABASE).is_file():
            target.parent.mkdir(exist_ok=True)
            _clear(target.parent, now)
    with tempfile.TemporaryDirectory() as place:
        copied = Path(place) / DATABASE
        held = _copied(folder, copied, task)
        left = None if kind is BackupKind.AUTOMATIC else {fault.name for fault in held.faults}

        def write(file: BinaryIO) -> None:
            with zipfile.ZipFile(file, "w") as packed:
                told = [_put(packed, name, path, now) for name, path in _files(folder, copied, left)]
                about = {
                    "made_by": f"ClaimDesk {__version__}", "made_at": moment_text(now), "schema": held.schema,
                    "evidence": left is not None, "files": told,
                }  # fmt: skip
                packed.writestr(_entry(LIST, now), json.dumps(about, indent=1), zipfile.ZIP_DEFLATED)

        written = replace_file(target, write)
    return Backup(written, written.stat().st_size, held)


def _copied(folder: Path, target: Path, task: Task) -> Inspection:
    """The database in a file of its own, and what it and the evidence hold."""
    source = folder / DATABASE
    if not source.is_file():
        raise Problem("data_missing", folder=str(folder))
    try:
        copy_database(source, target)
    except sqlite3.DatabaseError as error:
        raise Problem("data_damaged", detail=str(error)) from error
    except OSError as error:
        raise Problem("data_unreadable", detail=error.strerror or "") from error
    return inspect(folder, DATABASE, task)


def _files(folder: Path, copied: Path, lacking: set[str] | None) -> Iterator[tuple[str, Path]]:
    """The name of every file in the backup, and where it lies now; the rest of the data folder can be done without.

    Evidence that is `lacking` is not in it, no evidence at all where that is None.
    """
    yield DATABASE, copied
    if lacking is not None:
        for path in sorted((folder / EVIDENCE).glob("??/*")):
            if path.is_file() and path.name not in lacking:
                yield f"{EVIDENCE}/{path.parent.name}/{path.name}", path
    for path in sorted((folder / SCENARIOS).glob("*.toml")):
        yield f"{SCENARIOS}/{path.name}", path


def _put(packed: zipfile.ZipFile, name: str, path: Path, now: datetime) -> dict[str, Any]:
    entry, digest, size = _entry(name, now), hashlib.sha256(), 0
    entry.file_size = path.stat().st_size  # more than 2 GB needs another form, and it is chosen by this
    if not name.startswith(EVIDENCE):  # pictures are packed already
        entry.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as source, packed.open(entry, "w") as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            target.write(block)
            size += len(block)
    return {"file": name, "sha256": digest.hexdigest(), "size": size}


def _entry(name: str, now: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, max(time.gmtime(now.timestamp())[:6], _EARLIEST))
    entry.external_attr = 0o100600 << 16
    return entry


def _clear(folder: Path, now: datetime) -> None:
    """Take away what a backup that was killed left behind; a young one may be under way in another program."""
    for path in folder.glob(".*.part"):
        with suppress(OSError):
            if abs(now.timestamp() - path.stat().st_mtime) > _UNDER_WAY:
                path.unlink()
