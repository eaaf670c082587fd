"""Makes a backup by itself: soon after the start and then every hour, where something changed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdesk.core.keeping.keeping import Keeping
    from claimdesk.core.records.backups import BackupFile
    from claimdesk.ui.context import WindowContext

_EVERY = timedelta(hours=1)
_LOOK = 60_000  # ms between two looks at the time, and from the start to the first: first the screens


class BackupClock(QObject):
    """`newest(datetime | None)` when it is known which backup is the newest; `failed(error)` when one could not be made."""

    newest = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._tried: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        ctx.desk_ready.connect(self._start)

    def look(self) -> None:
        """Make a backup if an hour is over since the last attempt, or the clock was set back."""
        now = self._ctx.now()
        if self._tried is None or not timedelta() <= now - self._tried < _EVERY:
            self._tried = now
            self._run(lambda keeping: keeping.back_up_changes(now), self._done)

    def show(self) -> None:
        """Tell again which backup is the newest."""
        self._run(lambda keeping: next(iter(keeping.backups()), None), self._tell)

    def _start(self) -> None:
        self.show()
        self._timer.start()

    def _done(self, made: BackupFile | None) -> None:
        if made is not None:
            self._tell(made)
            self._ctx.backed_up.emit()

    def _tell(self, backup: BackupFile | None) -> None:
        self.newest.emit(backup.made_at if backup is not None else None)

    def _run(self, work: Callable[[Keeping], BackupFile | None], done: Callable[[BackupFile | None], None]) -> None:
        keeping = self._ctx.keeping
        if keeping is not None and self._ctx.desk is not None:
            self._ctx.jobs.run(
                lambda task: work(keeping()), owner=self, done=done, failed=self.failed.emit, lane="files"
            )
