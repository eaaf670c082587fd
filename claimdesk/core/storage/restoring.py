"""Putting a backup in the place of the data, in a way that can itself be undone."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from claimdesk.core.records.backups import BackupKind
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.backups import LIST, SCENARIOS, make_backup
from claimdesk.core.storage.copies import copy_database
from claimdesk.core.storage.evidence_files import EVIDENCE, is_sound
from claimdesk.core.storage.file_state import SCHEMA
from claimdesk.core.storage.inspecting import Inspection, inspect
from claimdesk.core.storage.store import DATABASE

_KNOWN = re.compile(
    rf"{re.escape(DATABASE)}|{EVIDENCE}/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}|"
    rf"{SCENARIOS}/[^./\\:*?\"<>|\x00-\x1f][^/\\:*?\"<>|\x00-\x1f]{{0,119}}\.toml"
)
_LONGEST_LIST = 64 << 20
_BLOCK = 1 << 20
_LOGS = ("-wal", "-shm", "-journal")  # of the old database: beside the new one they would damage it
_BROKEN = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    KeyError,
    TypeError,
)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A backup that was looked through: when it was made (empty for a bare database), and what it holds.

    `alone`: it holds no evidence by intention, and what lacks of it is no fault.
    """

    made_at: str
    held: Inspection
    alone: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands in the data folder now; `before` is a backup of what stood there, None when nothing did."""

    made_at: str
    held: Inspection
    before: Path | None


def verify_backup(file: Path, task: Task | None = None) -> Unpacked:
    """Look a backup through, a ZIP or a bare database, every byte of it. Raises as `restore_backup`, but for the folder's."""
    with tempfile.TemporaryDirectory() as place:
        return _unpacked(file, Path(place), task or Task())


def restore_backup(folder: Path, file: Path, now: datetime, task: Task | None = None) -> Restored:
    """Put a backup in the place of the data in `folder`, which may be new, empty or damaged.

    First everything is unpacked and checked, then what stands there is backed up (`backups/before-restore-…zip`; a
    damaged database is kept beside as it is), then the database is exchanged in one step. Evidence is only added to.
    Raises Problem `backup_unreadable` (no backup), `backup_damaged`, `data_newer`, `data_locked` (ClaimDesk is open),
    `data_unwritable` or `disk_full`, and Cancelled; the data is then as it was.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".restore-", dir=folder) as place:
            found = _unpacked(file, Path(place), task or Task())
            before = _kept(folder, now)
            _exchange(folder, Path(place))
        held = inspect(folder, DATABASE) if found.alone else found.held
    except OSError as error:
        raise Problem("data_unwritable", detail=error.strerror or "", folder=str(folder)) from error
    return Restored(found.made_at, held, before)


def _unpacked(file: Path, place: Path, task: Task) -> Unpacked:
    """Everything of a backup in a folder of its own, after each byte was compared with what the list says."""
    try:
        with file.open("rb") as stream:
            bare = stream.read(16) == b"SQLite format 3\x00"
    except OSError as error:
        raise Problem("backup_unreadable", file=file.name, detail=error.strerror or "") from error
    made_at, alone = "", bare
    if bare:
        try:
            copy_database(file, place / DATABASE)
        except (Problem, sqlite3.DatabaseError) as error:
            raise Problem("backup_damaged", file=file.name, name=DATABASE) from error
    else:
        about = _unzipped(file, place, task)
        made_at, alone = str(about["made_at"]), about.get("evidence") is False
    held = _checked(file, place, task)
    return Unpacked(made_at, _without_evidence(held) if alone else held, alone)


def _checked(file: Path, place: Path, task: Task) -> Inspection:
    found = inspect(place, DATABASE, task)
    for fault in found.faults:
        if fault.code == "data_newer":
            raise Problem("data_newer", found=_version(place / DATABASE), known=SCHEMA)
        if not fault.code.startswith("evidence_"):  # what was damaged before the backup is no fault of the backup
            raise Problem("backup_damaged", file=file.name, name=fault.name or DATABASE)
    return found


def _without_evidence(held: Inspection) -> Inspection:
    return replace(held, faults=tuple(fault for fault in held.faults if not fault.code.startswith("evidence_")))


def _version(file: Path) -> int:
    return int.from_bytes(file.read_bytes()[60:64], "big")  # sqlite.org/fileformat2.html §1.3


def _unzipped(file: Path, place: Path, task: Task) -> dict[str, Any]:
    """Unpack a ZIP; what it says of itself."""
    try:
        with zipfile.ZipFile(file) as packed:
            about = _list(packed)
            total = sum(int(told["size"]) for told in about["files"])
            if total > shutil.disk_usage(place).free:
                raise Problem("disk_full", detail=f"{total} bytes")
            for done, told in enumerate(about["files"]):
                task.step(done, len(about["files"]))
                _unpack(packed, told, place, file.name)
            return {**about, "made_at": str(about["made_at"])}
    except _BROKEN as error:
        raise Problem("backup_unreadable", file=file.name, detail=str(error)[:200]) from error


def _list(packed: zipfile.ZipFile) -> dict[str, Any]:
    entry = packed.getinfo(LIST)
    if entry.file_size > _LONGEST_LIST:
        raise ValueError("list too long")
    about: dict[str, Any] = json.loads(packed.read(entry))
    names = [str(told["file"]) for told in about["files"]]
    if DATABASE not in names or len(set(names)) != len(names) or not all(map(_KNOWN.fullmatch, names)):
        raise ValueError("files that no backup has")
    return about


def _unpack(packed: zipfile.ZipFile, told: dict[str, Any], place: Path, shown: str) -> None:
    name, size = str(told["file"]), int(told["size"])
    target = place / name
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), size
    with packed.open(name) as source, target.open("wb") as stream:
        while left >= 0 and (block := source.read(_BLOCK)):
            digest.update(block)
            left -= len(block)
            stream.write(block)
    if left or digest.hexdigest() != told["sha256"]:
        raise Problem("backup_damaged", file=shown, name=name)


def _kept(folder: Path, now: datetime) -> Path | None:
    """A backup of what stands there; None when nothing does. Raises Problem `data_locked` when somebody has it open."""
    file = folder / DATABASE
    if not file.is_file() or not file.stat().st_size:
        return None
    # First only read: SQLite would fold a log into a damaged database, or take it away.
    if not _can_be_read(file) or any(fault.code.endswith("_damaged") for fault in inspect(folder, DATABASE).faults):
        return _set_aside(file, now)
    try:
        _let_go(file)
    except sqlite3.DatabaseError as error:
        raise Problem("data_locked", detail=str(error)) from error
    return make_backup(folder, None, now, kind=BackupKind.BEFORE_RESTORE).file


def _can_be_read(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return False
    return True


def _let_go(file: Path) -> None:
    """Fold the log into the database, which succeeds only for the last one who has it open."""
    with closing(sqlite3.connect(file, timeout=1)) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")
        conn.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _set_aside(file: Path, now: datetime) -> Path:
    """A damaged database, its logs too, under another name beside it; nothing is taken away before the exchange."""
    kept = file.with_name(f"{file.name}.damaged-{now:%Y-%m-%dT%H-%M-%SZ}")
    for ending in ("", *_LOGS):
        source = file.with_name(file.name + ending)
        if source.exists():
            shutil.copy2(source, kept.with_name(kept.name + ending))
    return kept


def _exchange(folder: Path, place: Path) -> None:
    """Evidence and scenarios first: a database must not speak of what is not there yet."""
    for path in sorted(place.glob(f"{EVIDENCE}/??/*")):
        if not is_sound(folder, path.name):
            _move(path, folder / EVIDENCE / path.parent.name / path.name)
    for path in sorted(place.glob(f"{SCENARIOS}/*.toml")):
        _move(path, folder / SCENARIOS / path.name)
    file = folder / DATABASE
    for ending in _LOGS:
        file.with_name(file.name + ending).unlink(missing_ok=True)
    (place / DATABASE).replace(file)


def _move(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)
