"""A file is replaced as a whole or stays as it was, whatever happens while it is written."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from claimdesk.core.records.problems import Problem

# Windows: access denied, sharing violation, lock violation. Another program (Excel, a virus scanner) holds the file.
_HELD = {5, 32, 33}
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
_NAMES_TRIED = 100


def replace_file(
    target: Path, write: Callable[[BinaryIO], None], *, pause: Callable[[float], None] = time.sleep
) -> Path:
    """Write a file by `write` and put it in the place of `target`; the path it has in the end.

    That path is another one (`report (2).xlsx`) when a program holds the old file open for more than 2.5 seconds.
    Raises Problem `report_folder_missing`, `report_disk_full` or `report_unwritable`; the old file is then untouched
    and nothing is left beside it.
    """
    if not target.parent.is_dir():
        raise Problem("report_folder_missing", folder=str(target.parent))
    if target.is_dir():
        raise Problem("report_unwritable", file=target.name, reason="folder")
    try:
        draft = _written(target, write)
        try:
            return _put(draft, target, pause)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise _problem(error, target) from error


def _written(target: Path, write: Callable[[BinaryIO], None]) -> Path:
    """The whole content in a draft beside the target, safe on the disk; no draft when it fails."""
    handle, name = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".part", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            draft.chmod(_permissions(target))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _permissions(target: Path) -> int:
    """What the old file had, else what a new file gets here: a draft is born readable by its owner alone."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put(draft: Path, target: Path, pause: Callable[[float], None]) -> Path:
    for wait in (*_PAUSES, None):
        try:
            draft.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            if wait is not None:
                pause(wait)
        else:
            _sync_folder(target.parent)
            return target
    return _put_beside(draft, target)


def _put_beside(draft: Path, target: Path) -> Path:
    """The draft under the first free name like `report (2).xlsx`; no file of that name is replaced."""
    for number in range(2, _NAMES_TRIED):
        beside = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not beside.exists():
            draft.replace(beside)
            _sync_folder(target.parent)
            return beside
    raise Problem("report_unwritable", file=target.name, reason="held")


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too, where a folder can be synchronised at all."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _problem(error: OSError, target: Path) -> Problem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem("report_disk_full", folder=str(target.parent), file=target.name)
    return Problem("report_unwritable", file=target.name, reason=error.strerror or type(error).__name__)
