"""Backups as they are listed and told of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from claimdesk.core.records.problems import Problem


class BackupKind(StrEnum):
    """What made a backup; the value begins its file name."""

    BY_HAND = "claimdesk"
    AUTOMATIC = "auto"  # database and scenarios only: the evidence lies beside it, and files of it never change
    BEFORE_RESTORE = "before-restore"
    BEFORE_SCHEMA = "before-schema"  # a bare copy of the database, from before a newer program changed its form


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup in the data folder; `size` in bytes, `made_at` in UTC."""

    file: Path
    kind: BackupKind
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Restoration:
    """What was put back.

    `made_at` is when the backup was made (empty for a bare database), `lacking` how many files of evidence are not there;
    `before` is a backup of what stood there, None when nothing did.
    """

    made_at: str
    orders: int
    cases: int
    lacking: int
    before: Path | None


@dataclass(frozen=True, slots=True)
class Checkup:
    """What a data folder holds, and what is not as it should be; nothing is counted in a database that cannot be read."""

    orders: int
    cases: int
    evidence: int
    problems: tuple[Problem, ...]
