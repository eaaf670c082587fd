"""One visit to the Import screen: files are looked at, imported in one step, and taken back. No widgets."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from claimdesk.core.records.imports import (
    BatchRow,
    FileChoices,
    FilePreview,
    FormatInfo,
    MappingProfile,
    UndoResult,
)
from claimdesk.core.records.shops import ShopRow
from claimdesk.ui.context import Changes
from claimdesk.ui.importing.entries import FileEntry, Phase

if TYPE_CHECKING:
    from claimdesk.core.records.imports import ImportResult
    from claimdesk.core.records.tasks import Task
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.jobs import Job


class ImportSession(QObject):
    """What is looked at, imported, undone.

    Signals: `changed` whenever something to show is another; `progressed(done, total)` while a job runs;
    `imported(batch)` and `undone(result, file)` once the data have changed; `failed(error)` when they have not;
    `saved(profile, former)` once a mapping is kept, `exported(path, rows)` once rejected rows are written.
    """

    changed = Signal()
    progressed = Signal(int, int)
    imported = Signal(int)
    undone = Signal(object, str)
    failed = Signal(object)
    saved = Signal(object, object)
    exported = Signal(object, int)

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._job: Job | None = None
        self._waiting: list[Path] = []  # dropped before the desk was open
        self.phase = Phase.START
        self.files: tuple[FileEntry, ...] = ()
        self.at = 0
        self.formats: tuple[FormatInfo, ...] = ()
        self.shops: tuple[ShopRow, ...] = ()
        self.batches: tuple[BatchRow, ...] = ()
        self.batch_id: int | None = None
        self.error: Exception | None = None  # why the last import was not done
        self.undo_result: UndoResult | None = None
        self.started = 0.0
        self.title = ""  # of the running job, for the status bar

    # what there is

    @property
    def entry(self) -> FileEntry | None:
        """The file looked at."""
        return self.files[self.at] if self.at < len(self.files) else None

    @property
    def readable(self) -> tuple[FileEntry, ...]:
        """The files that can be imported."""
        return tuple(entry for entry in self.files if entry.preview is not None and not entry.is_open)

    @property
    def open_files(self) -> tuple[FileEntry, ...]:
        """The files that wait for their columns to be chosen."""
        return tuple(entry for entry in self.files if entry.is_open)

    def count(self, what: str) -> int:
        """New, updated or unchanged orders, or rejected rows, over all files that can be read."""
        values = [getattr(entry.preview, what) for entry in self.readable]
        return sum(value if isinstance(value, int) else len(value) for value in values)

    @property
    def todo(self) -> int:
        """How much there is to import: orders that are new or change, and figures of account health."""
        return self.count("new") + self.count("updated") + self.figures

    @property
    def figures(self) -> int:
        """New figures of account health."""
        return sum(entry.preview.figures.new for entry in self.readable if entry.preview is not None)

    def sheets_elsewhere(self) -> tuple[str, ...]:
        """The sheets of the same workbook that are looked at beside this one."""
        entry = self.entry
        return tuple(
            one.choices.sheet for one in self.files if entry is not None and one is not entry and one.path == entry.path
        )

    @staticmethod
    def is_health(preview: FilePreview) -> bool:
        """Whether a file is a report of account health, which has no columns."""
        return not preview.columns and bool(preview.figures.new + preview.figures.unchanged + len(preview.rejected))

    @property
    def known_figures(self) -> int:
        """Figures of account health that are known already."""
        return sum(entry.preview.figures.unchanged for entry in self.readable if entry.preview is not None)

    def change_counts(self) -> list[tuple[str, int]]:
        """Field and number of orders it changes in, most first."""
        found: dict[str, int] = {}
        for entry in self.readable:
            for name, count in entry.preview.change_counts if entry.preview else ():
                found[name] = found.get(name, 0) + count
        return sorted(found.items(), key=lambda pair: -pair[1])

    # what is done

    def load(self) -> None:
        """Read the known formats and earlier imports; look at files that came before the desk was open."""
        desk = self._ctx.desk
        if desk is None:
            return

        def done(found: tuple[tuple[FormatInfo, ...], tuple[BatchRow, ...], tuple[ShopRow, ...]]) -> None:
            self.formats, self.batches, self.shops = found
            self.changed.emit()

        self._ctx.jobs.run(
            lambda task: (desk.imports.formats(), desk.imports.batches(), desk.shops.all()),
            owner=self,
            done=done,
            lane="reading",
        )
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.take(waiting)

    def take(self, paths: Sequence[Path]) -> None:
        """Look at files, in place of the ones before; while an import is written they are left for the next visit."""
        if self._ctx.desk is None:
            self._waiting = list(paths)
            return
        if self.phase == Phase.WRITING:
            return
        self.cancel()
        once = list(dict.fromkeys(Path(path) for path in paths))
        self.files = tuple(FileEntry(path, _size(path)) for path in once)
        self.at, self.batch_id, self.error, self.undo_result = 0, None, None, None
        self._check_next()

    def show_file(self, at: int) -> None:
        """Look at another of the files."""
        self.at = max(0, min(at, len(self.files) - 1))
        self.changed.emit()

    def read_as(self, **changes: Any) -> None:
        """Look at the file again with other choices (fields of `FileChoices`); empty means: find out."""
        entry = self.entry
        if entry is None or self.phase not in (Phase.READY, Phase.CHECKING):
            return
        if "format_id" in changes and changes["format_id"] != entry.choices.format_id:
            changes = {"columns": (), **changes}
        self._stop()
        self._replace(self.at, replace(entry, preview=None, error=None, choices=replace(entry.choices, **changes)))
        self._check_next()

    def choose_column(self, heading: str, name: str) -> None:
        """Let a column fill a field (empty: none); another column that filled it is left out."""
        entry = self.entry
        if entry is None or entry.preview is None:
            return
        chosen = dict(entry.choices.columns)
        if name:
            chosen |= {column.heading: "" for column in entry.preview.columns if column.field == name}
        self.read_as(columns=tuple({**chosen, heading: name}.items()))

    def leave_undecided(self) -> None:
        """Leave every column out that looks like a field, but not surely enough."""
        entry = self.entry
        if entry is not None and entry.undecided:
            left_out = {column.heading: "" for column in entry.undecided}
            self.read_as(columns=tuple({**dict(entry.choices.columns), **left_out}.items()))

    def treat(self, code: str, how: str) -> None:
        """Treat every issue of a kind in this way: `blank`, `reject`, or empty for as usual."""
        entry = self.entry
        if entry is None:
            return
        others = tuple(pair for pair in entry.choices.treatments if pair[0] != code)
        self.read_as(treatments=(*others, *(((code, how),) if how else ())))

    def leave(self, chosen: Mapping[int, Collection[tuple[str, str]]]) -> None:
        """Leave changes of known orders out: by file, pairs of order number and field, an empty one for all."""
        for at, pairs in chosen.items():
            leave, entry = tuple(sorted(pairs)), self.files[at]
            if self.phase == Phase.READY and leave != entry.choices.leave:
                self._replace(at, replace(entry, preview=None, choices=replace(entry.choices, leave=leave)))
        self._stop()
        self._check_next()

    def leave_field(self, field: str, *, left: bool) -> None:
        """Leave a field of all known orders as it is, in every file that is looked at, or take it after all."""
        pairs = {("", field)} if left else set()
        self.leave({
            at: {*(one for one in entry.choices.leave if one[1] != field), *pairs}
            for at, entry in enumerate(self.files)
            if entry.preview is not None
        })  # fmt: skip

    def save_mapping(self) -> None:
        """Keep what the columns mean for later files with the same headings; `saved` says what was kept before."""
        desk, entry = self._ctx.desk, self.entry
        if desk is None or entry is None or entry.preview is None or not entry.is_mapped:
            return
        preview = entry.preview
        columns = tuple((column.heading, column.field) for column in preview.columns)
        name = preview.profile or _plain_name(entry.path.stem)
        kept = replace(preview.choices, format_id="", encoding="", sheet="", columns=columns, leave=())
        profile = MappingProfile(preview.signature, name, kept)

        def work(_: Task) -> MappingProfile | None:
            former = next((one for one in desk.imports.profiles() if one.signature == profile.signature), None)
            desk.imports.save_profile(profile)
            return former

        def done(former: MappingProfile | None) -> None:
            self._named(profile.signature, profile.name)
            self.saved.emit(profile, former)

        self._ctx.jobs.run(work, owner=self, done=done, failed=self.failed.emit)

    def _named(self, signature: str, name: str) -> None:
        if (entry := self.entry) is not None and entry.preview is not None and entry.preview.signature == signature:
            self._replace(self.at, replace(entry, preview=replace(entry.preview, profile=name)))
        self._ctx.changed.emit(Changes(settings=True))
        self.changed.emit()

    def forget_mapping(self, profile: MappingProfile, former: MappingProfile | None) -> None:
        """Take the keeping of a mapping back; what was kept before for the same headings counts again."""
        if (desk := self._ctx.desk) is not None:
            imports, sign = desk.imports, profile.signature
            self._ctx.jobs.run(lambda _: imports.save_profile(former) if former else imports.delete_profile(sign),
                               owner=self, done=lambda _: self._named(sign, former.name if former else ""))  # fmt: skip

    def export_issues(self, target: Path) -> None:
        """Write the rejected rows of the file to a workbook; `exported(target, rows)` once it is there."""
        desk, entry = self._ctx.desk, self.entry
        if desk is None or entry is None or entry.preview is None:
            return
        path, choices, language = entry.path, entry.preview.choices, self._ctx.language

        def work(task: Task) -> int:
            return desk.imports.export_issues(path, target, choices=choices, wording=desk.wording, language=language,
                                              task=task)  # fmt: skip

        self._ctx.jobs.run(work, owner=self, done=lambda rows: self.exported.emit(target, rows),
                           failed=self.failed.emit, lane="reading")  # fmt: skip

    def drop_file(self) -> None:
        """Leave the file looked at out of the import."""
        if self.phase != Phase.READY:
            return
        self.files = self.files[: self.at] + self.files[self.at + 1 :]
        self.at = max(0, min(self.at, len(self.files) - 1))
        self.phase = Phase.READY if self.files else Phase.START
        self.changed.emit()

    def write(self) -> None:
        """Import every readable file as one step that can be undone."""
        desk, now, files = self._ctx.desk, self._ctx.now(), self.readable
        if desk is None or self.phase != Phase.READY or not self.todo:
            return
        choices: dict[Path, list[FileChoices]] = {}
        for entry in files:
            choices.setdefault(entry.path, []).append(entry.choices)
        self.phase, self.error, self.started = Phase.WRITING, None, time.monotonic()

        def work(task: Task) -> ImportResult:
            return desk.imports.run(list(choices), choices=choices, task=task, at=now)

        self._job = self._ctx.jobs.run(
            work,
            owner=self,
            done=self._on_written,
            failed=self._on_not_written,
            progress=self.progressed.emit,
            title=self.title,
            cancelled=self._on_cancelled,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what runs; nothing of it stays. Files that were looked at are put away."""
        if self.phase == Phase.WRITING:
            self._stop()
            return
        self._stop()
        self.files, self.phase = (), Phase.START
        self.changed.emit()

    def undo(self, batch_id: int, file: str = "") -> None:
        """Take an import back."""
        desk = self._ctx.desk
        if desk is None:
            return

        def done(result: UndoResult) -> None:
            self.undo_result = result
            if self.batch_id == batch_id:
                self.files, self.phase, self.batch_id = (), Phase.START, None
            self._ctx.changed.emit(Changes(orders=True, cases=True))
            self.load()
            self.changed.emit()
            self.undone.emit(result, file)

        self._ctx.jobs.run(lambda task: desk.imports.undo(batch_id), owner=self, done=done, failed=self.failed.emit)

    # steps

    def _check_next(self) -> None:
        """Look at the next file that nobody has looked at; writes nothing."""
        desk = self._ctx.desk
        at = next((i for i, one in enumerate(self.files) if one.preview is None and one.error is None), -1)
        if desk is None or at < 0:
            self.phase = Phase.READY if self.files else Phase.START
            self._job = None
            self.changed.emit()
            return
        entry = self.files[at]
        self.phase, self.started = Phase.CHECKING, time.monotonic()

        def work(task: Task) -> FilePreview:
            return desk.imports.preview(entry.path, choices=entry.choices, task=task)

        def done(preview: FilePreview) -> None:
            self._replace(at, replace(entry, preview=preview))
            self._add_sheets(at, preview)
            self._check_next()

        def failed(error: Exception) -> None:
            self._replace(at, replace(entry, error=error))
            self._check_next()

        self.changed.emit()
        self._job = self._ctx.jobs.run(work, owner=self, done=done, failed=failed, progress=self.progressed.emit)

    def _add_sheets(self, at: int, preview: FilePreview) -> None:
        """Every other sheet with orders is looked at like a file of its own, and can be left out like one."""
        entry = self.files[at]
        if not preview.sheets or entry.choices.sheet:
            return
        self._replace(at, replace(entry, choices=replace(entry.choices, sheet=preview.sheet)))
        others = [replace(entry, preview=None, choices=replace(entry.choices, sheet=name)) for name in preview.sheets]
        self.files = (*self.files[: at + 1], *others, *self.files[at + 1 :])

    def _replace(self, at: int, entry: FileEntry) -> None:
        self.files = (*self.files[:at], entry, *self.files[at + 1 :])

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_written(self, result: ImportResult) -> None:
        self.phase, self.batch_id, self._job = Phase.DONE, result.batch_id, None
        found = dict(zip((id(entry) for entry in self.readable), result.files, strict=False))
        self.files = tuple(replace(entry, preview=found.get(id(entry), entry.preview)) for entry in self.files)
        self._ctx.changed.emit(Changes(orders=True, cases=True))
        self.load()
        self.changed.emit()
        self.imported.emit(result.batch_id or 0)

    def _on_not_written(self, error: Exception) -> None:
        self.phase, self.error, self._job = Phase.READY, error, None
        self.changed.emit()
        self.failed.emit(error)

    def _on_cancelled(self) -> None:
        self.phase, self._job = Phase.READY, None
        self.changed.emit()


def _plain_name(stem: str) -> str:
    """A name for a mapping: the file's, without the day and the number that change with every export."""
    plain = re.sub(r"[\s_\-.(]*\d[\d_\-.:)年月日]*$", "", stem).strip(" _-.") or stem
    return plain[:60]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
