"""The importer as the house uses it: look at a file, import files in one step, take a step back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk.core.importing import profiles
from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.collector import paused_collector
from claimdesk.core.importing.event_planning import EventPlan, plan_events
from claimdesk.core.importing.health import FORMAT_ID as HEALTH_FORMAT
from claimdesk.core.importing.health import health_report
from claimdesk.core.importing.keeping import KeptFiles
from claimdesk.core.importing.leaving import Left
from claimdesk.core.importing.parsing import ParsedFile, parse_file
from claimdesk.core.importing.planning import Plan, plan
from claimdesk.core.importing.previews import HEALTH_TITLE, health_preview, preview_of
from claimdesk.core.importing.rejected_rows import rejected_rows, write_workbook
from claimdesk.core.importing.shop_choice import Placed, make_shops, place_orders, remember
from claimdesk.core.importing.unknown import TITLE as UNKNOWN_TITLE
from claimdesk.core.importing.unknown import UNKNOWN
from claimdesk.core.importing.writing import write, write_events
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.imports import (
    BatchRow,
    FileChoices,
    FilePreview,
    FormatInfo,
    ImportResult,
    MappingProfile,
    UndoResult,
)
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.shop.shops import shop_name
from claimdesk.core.storage import import_batches, import_undo, import_writes, shop_rows
from claimdesk.core.storage.health_rows import insert_figures, new_figures
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

    def preview(
        self,
        path: Path,
        *,
        format_id: str = "",
        encoding: str = "",
        choices: FileChoices | None = None,
        task: Task | None = None,
    ) -> FilePreview:
        """What importing a file would do; nothing is written. `choices` stand before `format_id` and `encoding`.

        A file of no known format comes with a proposal for its columns, and `columns` among its questions where they
        must be chosen first. Raises Problem when the file cannot be read, Cancelled when the task was stopped.
        """
        if (health := health_report(Path(path))) is not None:
            with self._store.reading() as conn:
                return health_preview(Path(path), health, len(new_figures(conn, health.figures)))
        wanted = choices or FileChoices(format_id=format_id, encoding=encoding)
        kept = _by_signature(self.profiles())
        task = task or Task()
        parsed = parse_file(Path(path), self._catalogue, choices=wanted, profiles=kept, ask=True, task=task)
        with self._store.reading() as conn:
            return self._planned(conn, parsed, task)[0]

    def _planned(self, conn: Connection, parsed: ParsedFile, task: Task) -> tuple[FilePreview, Placed, Plan, EventPlan]:
        """What a file would change, and where; nothing is written."""
        placed = place_orders(conn, parsed)
        left = Left(parsed.recognition.choices.leave)
        found = plan(conn, parsed.orders, placed.ids, left, task)
        events = plan_events(conn, parsed.events, placed.first, left)
        return preview_of(parsed, placed, found, events), placed, found, events

    def run(
        self,
        paths: Sequence[Path],
        *,
        format_id: str = "",
        encoding: str = "",
        shop: str = "",
        choices: Mapping[Path, FileChoices | Sequence[FileChoices]] | None = None,
        dry_run: bool = False,
        task: Task | None = None,
        at: datetime,
    ) -> ImportResult:
        """Import files in one transaction, as one batch that can be undone; nothing is kept when any file fails.

        `at` is the instant (UTC) that the batch is dated with. A later file sees what the earlier ones brought.
        `choices` of single files stand before `format_id`, `encoding` and `shop` (a name); a file with several is read
        once for each. Of a workbook whose sheet nobody chose, all sheets that hold orders are read, one preview each.
        Raises Problem as `preview` does, and `format_unknown` for a file whose columns nobody named, and Cancelled;
        the data are then as they were.
        """
        task = task or Task()
        common = FileChoices(format_id=format_id, encoding=encoding, new_shop=shop_name(shop))
        files = {Path(path): (choices or {}).get(Path(path), common) for path in paths}
        if not files:
            raise Problem("no_files")
        previews: list[FilePreview] = []
        try:
            with paused_collector(), KeptFiles(self._store.folder, [] if dry_run else list(files)) as kept:
                with self._store.writing() as conn:
                    batch_id = self._write_all(conn, files, previews, task, at)
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
        files: Mapping[Path, FileChoices | Sequence[FileChoices]],
        previews: list[FilePreview],
        task: Task,
        at: datetime,
    ) -> int | None:
        batch_id: int | None = None
        kept = _by_signature(profiles.load(conn))
        waiting = deque(
            (path, one)
            for path, wanted in files.items()
            for one in ((wanted,) if isinstance(wanted, FileChoices) else wanted)
        )
        while waiting:
            path, choices = waiting.popleft()
            if (health := health_report(path)) is not None:
                told = new_figures(conn, health.figures)
                previews.append(health_preview(path, health, len(told)))
                if told:
                    batch_id = batch_id or _new_batch(conn, list(files), previews[-1], at)
                    insert_figures(conn, told, batch_id, path.name)
                continue
            parsed = parse_file(path, self._catalogue, choices=choices, profiles=kept, task=task)
            if not choices.sheet:
                waiting.extendleft((path, replace(choices, sheet=name)) for name in reversed(parsed.sheets))
            task.step(0, 0)
            preview, placed, found, events = self._planned(conn, parsed, task)
            task.step(0, 0)
            previews.append(preview)
            if not found.new and not found.updates and not events:
                continue
            batch_id = batch_id or _new_batch(conn, list(files), preview, at)
            placed = make_shops(conn, placed)
            remember(conn, parsed, placed)
            write(conn, parsed.orders, placed.ids, found, batch_id, task)
            write_events(conn, parsed.events, placed.first, events, batch_id)
            task.step(0, 0)
        if batch_id is not None:
            import_writes.finish_batch(conn, batch_id, **_totals(previews))
        return batch_id

    def undo(self, batch_id: int) -> UndoResult:
        """Take an import back: values as they were before it, its orders removed unless something uses them since.

        Raises Problem `batch_unknown` or `batch_undone`.
        """
        with self._store.writing() as conn:
            undone = import_undo.undo_batch(conn, batch_id)
            shop_rows.remove_unused(conn)
            return undone

    def profiles(self) -> tuple[MappingProfile, ...]:
        """The mappings that were kept, by name."""
        with self._store.reading() as conn:
            return tuple(profiles.load(conn))

    def save_profile(self, profile: MappingProfile) -> None:
        """Keep a mapping for the files with its headings, in place of an earlier one."""
        with self._store.writing() as conn:
            profiles.save(conn, profile)

    def delete_profile(self, signature: str) -> None:
        """Forget a mapping; files with its headings are asked about again."""
        with self._store.writing() as conn:
            profiles.delete(conn, signature)

    def export_issues(
        self,
        path: Path,
        target: Path,
        *,
        choices: FileChoices | None = None,
        wording: Wording,
        language: str = "en",
        task: Task | None = None,
    ) -> int:
        """Write the rejected rows of a file to a workbook with the same headings, to be corrected and imported.

        Returns how many rows it holds. Raises Problem as `preview` does, and `export_failed`.
        """
        kept = _by_signature(self.profiles())
        found = rejected_rows(Path(path), self._catalogue, choices or FileChoices(), kept, task or Task())
        return write_workbook(found, Path(target), wording, language)

    def batches(self) -> tuple[BatchRow, ...]:
        """Earlier imports, the newest first."""
        with self._store.reading() as conn:
            found = import_batches.batches(conn)
        return tuple(replace(batch, format_title=self._title(batch)) for batch in found)

    def _title(self, batch: BatchRow) -> Bilingual:
        """What a format is called today; one that is gone keeps the name it was imported under."""
        if batch.format == HEALTH_FORMAT:
            return HEALTH_TITLE
        if batch.format == UNKNOWN:
            return UNKNOWN_TITLE
        known = self._catalogue.formats.get(batch.format)
        title = known.definition.title if known is not None else None
        return Bilingual(title.en, title.zh) if title is not None else batch.format_title


def _by_signature(kept: Iterable[MappingProfile]) -> dict[str, MappingProfile]:
    return {one.signature: one for one in kept}


def _new_batch(conn: Connection, files: list[Path], first: FilePreview, at: datetime) -> int:
    return import_writes.new_batch(
        conn,
        file=_names(files),
        format_id=first.format,
        format_title=first.format_title.en,
        platform=first.platform,
        at=at,
    )


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
