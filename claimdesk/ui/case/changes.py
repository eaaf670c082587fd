"""What the operator does to the case of the screen: each is an event, and each tells where to go from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.ui.case.order_card import market_zone
from claimdesk.ui.case.standing import wants_a_look

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.case.clock_dialog import SetClock
    from claimdesk.ui.case.session import CaseSession, Change
    from claimdesk.ui.context import WindowContext


class CaseChanges(QObject):
    """Writes through the session; what it emits comes before the changed case is shown."""

    led = Signal(str)  # the step to go to; empty: where the case stands
    noted = Signal()

    def __init__(self, ctx: WindowContext, session: CaseSession, screen: QWidget) -> None:
        super().__init__(screen)
        self._ctx, self._session, self._screen = ctx, session, screen

    def answer(self, step: str, option: str, text: str) -> None:
        """Answer a step; an earlier one leads to the next that wants a look."""
        self.finish(step, lambda cases, case_id, now: cases.answer(case_id, step, option, now, text))

    def skip(self, step: str) -> None:
        """Leave a step out for now."""
        self.answer(step, "skipped", "")

    def finish(self, step: str, work: Change) -> None:
        """End a step by work of its own, such as marking its message as sent."""
        self._session.change(work, lambda view: self.led.emit(wants_a_look(view, step)))

    def note(self, text: str) -> None:
        """Write a note into the timeline."""
        self._session.change(lambda cases, case_id, now: cases.note(case_id, text, now), lambda view: self.noted.emit())

    def follow(self, work: Change, words: str) -> None:
        """Do something of what the outcome started; a toast says so and offers Undo."""
        self._session.change(work, lambda view: self._ctx.toast.emit(words, self.undo))

    def close(self) -> None:
        """Close the case; Undo opens it again."""
        self._session.change(lambda cases, case_id, now: cases.close(case_id, now), self._tell_closed)

    def reopen(self) -> None:
        """Go on with a closed case."""
        self._session.change(lambda cases, case_id, now: cases.reopen(case_id, now))

    def undo(self) -> bool:
        """Take back the last change of the case; False when there is none."""
        if self._session.view is None or not self._session.view.case.can_undo:
            return False
        self.led.emit("")
        self._session.change(lambda cases, case_id, now: cases.undo(case_id, now))
        return True

    def redo(self) -> bool:
        """Put back what was taken back; False when nothing was."""
        if self._session.view is None or not self._session.view.case.can_redo:
            return False
        self.led.emit("")
        self._session.change(lambda cases, case_id, now: cases.redo(case_id, now))
        return True

    def set_clock(self) -> None:
        """Ask for the clock that the platform's page shows."""
        view = self._session.view
        if view is None or (self._session.closed and not view.case.follows_open):
            return
        from claimdesk.ui.case.clock_dialog import ClockDialog  # at first use

        ClockDialog(self._ctx, view, market_zone(self._ctx, view.order), self._take_clock, self._screen).open()

    def _take_clock(self, typed: SetClock) -> None:
        def change(cases: Cases, case_id: int, now: datetime) -> None:
            cases.override_clock(case_id, typed.clock, typed.due, typed.reason, now)

        self.follow(change, self.tr("The clock is set by hand."))

    def _tell_closed(self, view: CaseView) -> None:
        self._ctx.toast.emit(self.tr("{0} is closed.").format(view.case.ref), self.reopen)
