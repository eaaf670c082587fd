"""The evidence folder: every file once, under its own hash (`evidence/ab/<sha256>`), never changed afterwards.

A file is durable before any row or event speaks of it; its name lives in the events, not on the disk.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import tempfile
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem

EVIDENCE = "evidence"
_BLOCK = 1 << 20


def store(folder: Path, path: Path) -> tuple[str, int]:
    """Copy a file into the evidence of a data folder; gives its SHA-256 in hex and its size in bytes.

    A file that is there already is not written again. Raises Problem `evidence_unreadable` when the file cannot be
    read, `evidence_unwritable` when the folder cannot take it; nothing is then left behind.
    """
    if not path.is_file():  # a folder, a pipe that never ends, or a name that no file can have
        raise Problem("evidence_unreadable", name=path.name)
    try:
        source = path.open("rb")
    except OSError as error:
        raise Problem("evidence_unreadable", detail=error.strerror or "", name=path.name) from error
    with source:
        return _store(folder, source, path.name)


def store_bytes(folder: Path, content: bytes, name: str) -> tuple[str, int]:
    """As `store`, for what came inside a mail; `name` is for the Problem only."""
    return _store(folder, io.BytesIO(content), name)


def _store(folder: Path, source: BinaryIO, shown: str) -> tuple[str, int]:
    evidence = folder / EVIDENCE
    try:
        evidence.mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=evidence, prefix=".new-")
    except OSError as error:
        raise Problem("evidence_unwritable", detail=error.strerror or "", name=shown) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            sha256, size = _copy(source, target, shown)
        _keep(temporary, evidence / sha256[:2] / sha256)
    except OSError as error:
        raise Problem("evidence_unwritable", detail=error.strerror or "", name=shown) from error
    finally:
        temporary.unlink(missing_ok=True)
    return sha256, size


def located(folder: Path, sha256: str) -> Path:
    """Where a stored file lies. Raises Problem `evidence_damaged` when it is not there."""
    path = folder / EVIDENCE / sha256[:2] / sha256
    if not path.is_file():
        raise Problem("evidence_damaged", sha256=sha256)
    return path


def is_sound(folder: Path, sha256: str) -> bool:
    """Whether a stored file is there and still what was stored."""
    path = folder / EVIDENCE / sha256[:2] / sha256
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return False


def record(conn: Connection, sha256: str, size: int, at: datetime) -> None:
    """Write down that a file lies in the evidence folder; once is enough."""
    conn.exec_driver_sql(
        "INSERT INTO evidence (sha256, size, stored_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (sha256, size, moment_text(at)),
    )


def recorded(conn: Connection) -> list[tuple[str, int]]:
    """Hash and size of every file that should lie in the evidence folder."""
    return [(row[0], row[1]) for row in conn.exec_driver_sql("SELECT sha256, size FROM evidence ORDER BY sha256")]


def _copy(source: BinaryIO, target: BinaryIO, name: str) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    while True:
        try:
            block = source.read(_BLOCK)
        except OSError as error:
            raise Problem("evidence_unreadable", detail=error.strerror or "", name=name) from error
        if not block:
            break
        digest.update(block)
        target.write(block)
        size += len(block)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), size


def _keep(temporary: Path, final: Path) -> None:
    if final.exists():
        return
    final.parent.mkdir(exist_ok=True)
    temporary.chmod(stat.S_IREAD | stat.S_IRGRP)
    temporary.replace(final)
    _sync_folder(final.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no handle for a folder and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
