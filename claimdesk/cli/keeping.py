"""The commands that keep the data: they work on the data folder itself, so also where it cannot be opened any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimdesk.cli.commands import DONE, FINDINGS, Result, now, progress
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.moments import moment_text
from claimdesk.core.storage.backups import make_backup
from claimdesk.core.storage.inspecting import Inspection, inspect
from claimdesk.core.storage.restoring import restore_backup, verify_backup
from claimdesk.core.storage.store import DATABASE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from claimdesk.cli.records import Json


def backup(folder: Path, given: argparse.Namespace, language: str) -> Result:
    """`backup`: findings when evidence was damaged before, and so is not in it."""
    at = now()
    made = make_backup(folder, given.file, at, progress())
    json: Json = {
        "written": str(made.file),
        "size": made.size,
        "made_at": moment_text(at),
        **_held(made.held, language),
    }
    return Result(json, FINDINGS if made.held.faults else DONE)


def restore(folder: Path, given: argparse.Namespace, language: str) -> Result:
    """`restore`: findings when the backup was made of data whose evidence was damaged."""
    done = restore_backup(folder, given.file, now(), progress())
    before = str(done.before) if done.before is not None else None
    json: Json = {
        "restored": str(given.file), "before": before, "made_at": done.made_at or None, **_held(done.held, language)
    }  # fmt: skip
    return Result(json, FINDINGS if done.held.faults else DONE)


def verify(folder: Path, given: argparse.Namespace, language: str) -> Result:
    """`verify`: a backup, or the data folder itself; findings when something is not as it should be."""
    if given.file is None:
        held, made_at = inspect(folder, DATABASE, progress()), ""
    else:
        unpacked = verify_backup(given.file, progress())
        held, made_at = unpacked.held, unpacked.made_at
    json: Json = {
        "file": str(given.file or folder), "ok": not held.faults, "made_at": made_at or None, **_held(held, language)
    }  # fmt: skip
    return Result(json, FINDINGS if held.faults else DONE)


def _held(held: Inspection, language: str) -> Json:
    wording = Wording.load()
    problems = [
        {
            "code": fault.code,
            "name": fault.name,
            "message": wording.text(fault.code, {"name": fault.name}).get(language),
        }
        for fault in held.faults
    ]
    counts = {"schema": held.schema, "orders": held.orders, "cases": held.cases, "evidence": held.evidence}
    return {**counts, "problems": problems}


FOLDER_COMMANDS: dict[str, Callable[[Path, argparse.Namespace, str], Result]] = {
    "backup": backup,
    "restore": restore,
    "verify": verify,
}
