"""One open case: what the workspace shows of it, and the only way it is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from claimdesk.ui.context import Changes

if TYPE_CHECKING:
    from datetime import datetime

    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.context import WindowContext

Change = Callable[["Cases", int, "datetime"], Any]


class CaseSession(QObject):
    """Reads the case on the reading lane and changes it on the database lane; every change is followed by `loaded`."""

    loaded = Signal(object)  # CaseView
    unreadable = Signal(str)  # why the case cannot be shown, in words

    def __init__(self, ctx: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.case_id = 0
        self.view: CaseView | None = None
        self.telling = False  # the news going round is of our own change

    @property
    def closed(self) -> bool:
        """Whether the case is read only."""
        return self.view is not None and self.view.case.closed_at is not None

    def open(self, case_id: int) -> None:
        """Show another case, or the same one again."""
        if case_id != self.case_id:
            self.view = None
        self.case_id = case_id
        self.reload()

    def reload(self) -> None:
        """Read the case as it is now."""
        desk, case_id, now = self._ctx.desk, self.case_id, self._ctx.now()
        if desk is None or not case_id:
            return
        self._ctx.jobs.run(
            lambda task: desk.cases.view(case_id, now),
            owner=self,
            done=self._take,
            failed=lambda error: self.unreadable.emit(self._ctx.words(error)),
            lane="reading",
        )

    def change(self, work: Change, then: Callable[[CaseView], None] | None = None) -> None:
        """Do `work(cases, case_id, now)` in one job, then show what the case has become.

        A failure is told by a toast and leaves the case as it was.
        """
        desk, case_id, now = self._ctx.desk, self.case_id, self._ctx.now()
        if desk is None or not case_id:
            return

        def job(task: Any) -> CaseView:
            work(desk.cases, case_id, now)
            return desk.cases.view(case_id, now)

        def done(view: CaseView) -> None:
            if case_id != self.case_id:
                return
            if then is not None:
                then(view)
            self._take(view)
            self.telling = True
            self._ctx.changed.emit(Changes(cases=True))
            self.telling = False

        self._ctx.jobs.run(job, owner=self, done=done)

    def quietly(self, work: Change, done: Callable[[Any], None] | None = None) -> None:
        """Write something that changes nothing of what is shown, such as the autosave of a draft."""
        desk, case_id, now = self._ctx.desk, self.case_id, self._ctx.now()
        if desk is not None and case_id:
            self._ctx.jobs.run(lambda task: work(desk.cases, case_id, now), owner=self, done=done or (lambda _: None))

    def ask(
        self,
        question: Change,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        lane: str = "reading",
    ) -> None:
        """Read something about the case; the answer of a case left meanwhile is dropped.

        On the database lane the question comes after everything that was written before it.
        """
        desk, case_id, now = self._ctx.desk, self.case_id, self._ctx.now()
        if desk is None or not case_id:
            return

        def here(result: Any) -> None:
            if case_id == self.case_id:
                done(result)

        self._ctx.jobs.run(
            lambda task: question(desk.cases, case_id, now), owner=self, done=here, failed=failed, lane=lane
        )

    def _take(self, view: CaseView) -> None:
        if view.case.id == self.case_id:
            self.view = view
            self.loaded.emit(view)
