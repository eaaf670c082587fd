"""The backups of a data folder: which there are, and which of those made by themselves have had their time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from claimdesk.core.records.backups import BackupFile, BackupKind
from claimdesk.core.storage.copies import BACKUPS

_NAME = re.compile(r"(claimdesk|auto|before-restore)-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.zip")
_COPY = re.compile(r"before-schema-\d+\.db")
_TIME = "%Y-%m-%dT%H-%M-%SZ"
_ALL = timedelta(days=2)  # of which every one is kept
_DAYS, _WEEKS, _MONTHS = 12, 10, 9  # of which the last one is kept
_MOST = 2 << 30  # bytes of those made by themselves
_NEVER_LESS = 2


def backup_name(kind: BackupKind, now: datetime) -> str:
    """The name of a backup made now."""
    return f"{kind}-{now.astimezone(UTC):{_TIME}}.zip"


def backups_in(folder: Path) -> tuple[BackupFile, ...]:
    """The backups of a data folder, newest first. What has another name is none of them; none when there is no folder."""
    return tuple(sorted(_found(folder / BACKUPS), key=lambda backup: backup.made_at, reverse=True))


def _found(folder: Path) -> Iterator[BackupFile]:
    for path in folder.glob("*") if folder.is_dir() else ():
        try:
            told = path.stat()
            if (named := _NAME.fullmatch(path.name)) is not None:
                made_at = datetime.strptime(named[2], _TIME).replace(tzinfo=UTC)
                yield BackupFile(path, BackupKind(named[1]), made_at, told.st_size)
            elif _COPY.fullmatch(path.name):
                yield BackupFile(
                    path, BackupKind.BEFORE_SCHEMA, datetime.fromtimestamp(told.st_mtime, UTC), told.st_size
                )
        except (OSError, ValueError):  # taken away meanwhile, or no such day
            continue


def thin_out(folder: Path, now: datetime, most: int = _MOST) -> int:
    """Take away the automatic backups that `outlived` names; how many. One that cannot be taken away stays."""
    removed = 0
    for backup in outlived(backups_in(folder), now, most):
        try:
            backup.file.unlink()
        except OSError:
            continue
        removed += 1
    return removed


def outlived(backups: Iterable[BackupFile], now: datetime, most: int = _MOST) -> list[BackupFile]:
    """Those made by themselves that may go.

    All of the last two days with one stay, then the last one of twelve days, ten weeks and nine months, together no more
    than `most` bytes, but never fewer than two.

    Counted in days that have a backup, not from today: a clock that runs ahead, or a program not opened for a year, takes
    nothing away. Those from after `now` were made by a wrong clock, or this one is wrong: they stay.
    """
    own = sorted(
        (backup for backup in backups if backup.kind is BackupKind.AUTOMATIC and backup.made_at <= now),
        key=lambda backup: backup.made_at, reverse=True,
    )  # fmt: skip
    if not own:
        return []
    recent = [backup for backup in own if backup.made_at > own[0].made_at - _ALL]
    kept, left = [*recent], own[len(recent) :]
    for many, bucket in ((_DAYS, _day), (_WEEKS, _week), (_MONTHS, _month)):
        chosen = _last_of(left, many, bucket)
        kept += chosen
        if chosen:
            oldest = bucket(chosen[-1].made_at)
            left = [backup for backup in left if bucket(backup.made_at) < oldest]
    room, stay = most, set()
    for number, backup in enumerate(kept):
        room -= backup.size
        if room >= 0 or number < _NEVER_LESS:
            stay.add(backup.file)
    return [backup for backup in own if backup.file not in stay]


def _last_of(backups: Iterable[BackupFile], many: int, bucket: Callable[[datetime], object]) -> list[BackupFile]:
    """The newest of each bucket, of as many buckets; `backups` come newest first."""
    found: dict[object, BackupFile] = {}
    for backup in backups:
        found.setdefault(bucket(backup.made_at), backup)
    return list(found.values())[:many]


def _day(at: datetime) -> date:
    return at.date()


def _week(at: datetime) -> date:
    return at.date() - timedelta(days=at.weekday())


def _month(at: datetime) -> date:
    return at.date().replace(day=1)
