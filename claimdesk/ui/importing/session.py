"""One visit to the Import screen: files are looked at, imported in one step, and taken back. No widgets."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.core.records.imports import BatchRow, FilePreview, FormatInfo, UndoResult
from claimdesk.ui.context import Changes

if TYPE_CHECKING:
    from claimdesk.core.records.imports import ImportResult
    from claimdesk.core.records.tasks import Task
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.jobs import Job


class Phase(Enum):
    """Where the visit stands."""

    START = "start"
    CHECKING = "checking"
    READY = "ready"
    WRITING = "writing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file: what was found in it, or why it cannot be read; neither while it waits to be looked at."""

    path: Path
    size: int = 0
    preview: FilePreview | None = None
    error: Exception | None = None
    format_id: str = ""  # chosen by the operator
    encoding: str = ""


class ImportSession(QObject):
    """What is looked at, imported, undone.

    Signals: `changed` whenever something to show is another; `progressed(done, total)` while a job runs;
    `imported(batch)` and `undone(result, file)` once the data have changed; `failed(error)` when they have not.
    """

    changed = Signal()
    progressed = Signal(int, int)
    imported = Signal(int)
    undone = Signal(object, str)
    failed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._job: Job | None = None
        self._waiting: list[Path] = []  # dropped before the desk was open
        self.phase = Phase.START
        self.files: tuple[FileEntry, ...] = ()
        self.at = 0
        self.formats: tuple[FormatInfo, ...] = ()
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
        return tuple(entry for entry in self.files if entry.preview is not None)

    def count(self, what: str) -> int:
        """New, updated or unchanged orders, or rejected rows, over all files that can be read."""
        values = [getattr(entry.preview, what) for entry in self.readable]
        return sum(value if isinstance(value, int) else len(value) for value in values)

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

        def done(found: tuple[tuple[FormatInfo, ...], tuple[BatchRow, ...]]) -> None:
            self.formats, self.batches = found
            self.changed.emit()

        self._ctx.jobs.run(lambda task: (desk.imports.formats(), desk.imports.batches()), owner=self, done=done,
                           lane="reading")
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

    def read_as(self, *, format_id: str | None = None, encoding: str | None = None) -> None:
        """Look at the file again as another format or encoding; empty means: find out."""
        entry = self.entry
        if entry is None or self.phase not in (Phase.READY, Phase.CHECKING):
            return
        self._stop()
        self._replace(self.at, replace(
            entry, preview=None, error=None,
            format_id=entry.format_id if format_id is None else format_id,
            encoding=entry.encoding if encoding is None else encoding,
        ))  # fmt: skip
        self._check_next()

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
        if desk is None or self.phase != Phase.READY or not self.count("new") + self.count("updated"):
            return
        first = files[0]
        paths = [entry.path for entry in files]
        self.phase, self.error, self.started = Phase.WRITING, None, time.monotonic()

        def work(task: Task) -> ImportResult:
            return desk.imports.run(paths, format_id=first.format_id, encoding=first.encoding, task=task, at=now)

        self._job = self._ctx.jobs.run(work, owner=self, done=self._on_written, failed=self._on_not_written,
                                       progress=self.progressed.emit, title=self.title, cancelled=self._on_cancelled)
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
            return desk.imports.preview(entry.path, format_id=entry.format_id, encoding=entry.encoding, task=task)

        def done(preview: FilePreview) -> None:
            self._replace(at, replace(entry, preview=preview))
            self._check_next()

        def failed(error: Exception) -> None:
            self._replace(at, replace(entry, error=error))
            self._check_next()

        self.changed.emit()
        self._job = self._ctx.jobs.run(work, owner=self, done=done, failed=failed, progress=self.progressed.emit)

    def _replace(self, at: int, entry: FileEntry) -> None:
        self.files = (*self.files[:at], entry, *self.files[at + 1 :])

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_written(self, result: ImportResult) -> None:
        self.phase, self.batch_id, self._job = Phase.DONE, result.batch_id, None
        found = {preview.file: preview for preview in result.files}
        self.files = tuple(
            replace(entry, preview=found.get(entry.path.name, entry.preview)) if entry.preview else entry
            for entry in self.files
        )
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


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
