"""The importer as the house uses it: look at a file, import files in one step, take a step back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.keeping import KeptFiles
from claimdesk.core.importing.parsing import ParsedFile, parse_file
from claimdesk.core.importing.planning import Plan, plan
from claimdesk.core.importing.writing import write
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.imports import BatchRow, FilePreview, FormatInfo, ImportResult, UndoResult
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage import import_batches, import_undo, import_writes
from claimdesk.core.storage.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection


class _DryRun(Exception):
    """Ends the transaction of a run that only asked what would happen."""


class Imports:
    """Imports of one data folder."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue.load()

    def formats(self) -> tuple[FormatInfo, ...]:
        """Every known format, by platform and title."""
        known = (one.definition for one in self._catalogue.formats.values())
        infos = (FormatInfo(one.id, one.platform, Bilingual(one.title.en, one.title.zh)) for one in known)
        return tuple(sorted(infos, key=lambda info: (info.platform, info.title.en)))

    def preview(self, path: Path, *, format_id: str = "", encoding: str = "", task: Task | None = None) -> FilePreview:
        """What importing a file would do; nothing is written.

        Raises Problem when the file cannot be read or is in no known format, Cancelled when the task was stopped.
        """
        parsed = parse_file(Path(path), self._catalogue, format_id=format_id, encoding=encoding, task=task or Task())
        with self._store.reading() as conn:
            return _preview(parsed, plan(conn, parsed.orders))

    def run(
        self,
        paths: Sequence[Path],
        *,
        format_id: str = "",
        encoding: str = "",
        dry_run: bool = False,
        task: Task | None = None,
        at: datetime,
    ) -> ImportResult:
        """Import files in one transaction, as one batch that can be undone; nothing is kept when any file fails.

        `at` is the instant (UTC) that the batch is dated with. A later file sees what the earlier ones brought.
        Raises Problem as `preview` does, and Cancelled; the data are then as they were.
        """
        task = task or Task()
        files = [Path(path) for path in paths]
        if not files:
            raise Problem("no_files")
        previews: list[FilePreview] = []
        try:
            with KeptFiles(self._store.folder, [] if dry_run else files) as kept:
                with self._store.writing() as conn:
                    batch_id = self._write_all(conn, files, format_id, encoding, previews, task, at)
                    if dry_run or batch_id is None:
                        raise _DryRun
                    kept.ready()
                kept.commit()
        except _DryRun:
            return ImportResult(None, tuple(previews))
        except OSError as error:
            raise Problem("copy_failed", detail=type(error).__name__, file=error.filename or "") from error
        return ImportResult(batch_id, tuple(previews))

    def _write_all(
        self,
        conn: Connection,
        files: list[Path],
        format_id: str,
        encoding: str,
        previews: list[FilePreview],
        task: Task,
        at: datetime,
    ) -> int | None:
        batch_id: int | None = None
        for path in files:
            parsed = parse_file(path, self._catalogue, format_id=format_id, encoding=encoding, task=task)
            found = plan(conn, parsed.orders)
            previews.append(_preview(parsed, found))
            if not found.new and not found.updates:
                continue
            if batch_id is None:
                definition = parsed.recognised.format.definition
                batch_id = import_writes.new_batch(
                    conn,
                    file=_names(files),
                    format_id=definition.id,
                    format_title=definition.title.en,
                    platform=definition.platform,
                    at=at,
                )
            write(conn, parsed.orders, found, batch_id, task)
        if batch_id is not None:
            import_writes.finish_batch(conn, batch_id, **_totals(previews))
        return batch_id

    def undo(self, batch_id: int) -> UndoResult:
        """Take an import back: values as they were before it, its orders removed unless something uses them since.

        Raises Problem `batch_unknown` or `batch_undone`.
        """
        with self._store.writing() as conn:
            return import_undo.undo_batch(conn, batch_id)

    def batches(self) -> tuple[BatchRow, ...]:
        """Earlier imports, the newest first."""
        with self._store.reading() as conn:
            return tuple(import_batches.batches(conn))


def _names(files: list[Path]) -> str:
    return files[0].name if len(files) == 1 else f"{files[0].name} +{len(files) - 1}"


def _totals(previews: list[FilePreview]) -> dict[str, int]:
    return {
        "rows": sum(one.rows for one in previews),
        "new": sum(one.new for one in previews),
        "updated": sum(one.updated for one in previews),
        "unchanged": sum(one.unchanged for one in previews),
        "rejected": sum(len(one.rejected) for one in previews),
    }


def _preview(parsed: ParsedFile, found: Plan) -> FilePreview:
    definition = parsed.recognised.format.definition
    return FilePreview(
        file=parsed.path.name,
        format=definition.id,
        format_title=definition.title.en,
        platform=definition.platform,
        encoding=parsed.encoding,
        sheet=parsed.recognised.table.name,
        header_row=parsed.recognised.number,
        rows=parsed.rows,
        new=len(found.new),
        updated=len(found.updates),
        unchanged=found.unchanged,
        rejected=parsed.rejected,
        warnings=parsed.warnings,
        columns=parsed.columns,
        changes=tuple(found.changes),
        change_counts=tuple(found.counts.most_common()),
    )
