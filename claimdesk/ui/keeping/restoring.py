"""Puts a backup in the place of the data under a running program: the old window goes, another fills from what is there then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.core.records.problems import Cancelled, Problem
from claimdesk.core.records.tasks import Task
from claimdesk.ui.keeping.words import BackupWords

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.records.backups import Restoration
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class _Reopened:
    desk: Desk
    home: str
    done: Restoration | None
    problem: Problem | None  # why it could not be put back; all is then as it was


class Restoring(QObject):
    """Carries out `ctx.restore`. `new_window` shows another window in the place of the one there is."""

    def __init__(
        self, ctx: WindowContext, new_window: Callable[[], MainWindow], opener: Callable[[], Callable[[], Desk] | None]
    ) -> None:
        super().__init__()
        self._ctx, self._new_window, self._opener = ctx, new_window, opener
        self._words = BackupWords(ctx, self)
        ctx.restore.connect(self._restore)

    def _restore(self, file: Path) -> None:
        ctx, keeping, now = self._ctx, self._ctx.keeping, self._ctx.now()
        opener = self._opener()
        if keeping is None or opener is None:
            return
        old, ctx.desk = ctx.desk, None  # whatever asks from now on asks in vain
        window = self._new_window()

        def put_back(task: Task) -> _Reopened:
            ctx.jobs.settle("reading", "files")
            if old is not None:
                old.close()
            done, problem = None, None
            try:
                done = keeping().restore(file, now, task)
            except Cancelled:
                pass  # stopped by hand: all is as it was, and is opened again
            except Problem as caught:
                problem = caught
            desk = opener()
            return _Reopened(desk, desk.shop.profile().zone, done, problem)

        ctx.jobs.run(
            put_back, owner=window, done=self._on_reopened, failed=window.show_desk_problem,
            title=self.tr("Restoring the backup"),
        )  # fmt: skip

    def _on_reopened(self, found: _Reopened) -> None:
        self._ctx.use_desk(found.desk, found.home)
        if found.done is not None:
            self._ctx.toast.emit(self._words.restored(found.done), None)
        elif found.problem is not None:
            self._ctx.toast.emit(self._ctx.words(found.problem), None)
