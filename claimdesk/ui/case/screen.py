"""The workspace of one case: it shows the step the case stands at, and every change is an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.case.actions import CaseActions
from claimdesk.ui.case.centre import StepCentre
from claimdesk.ui.case.changes import CaseChanges
from claimdesk.ui.case.context_pane import ContextPane
from claimdesk.ui.case.dossier import CaseDossier
from claimdesk.ui.case.evidence import EvidenceBody
from claimdesk.ui.case.header import CaseHeader
from claimdesk.ui.case.panes import ThreePanes
from claimdesk.ui.case.past import Past
from claimdesk.ui.case.rail import StepsRail
from claimdesk.ui.case.rail_notes import rail_notes
from claimdesk.ui.case.reply.ahead import next_message
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.case.session import CaseSession
from claimdesk.ui.case.standing import ended, stands_at, wants_a_look
from claimdesk.ui.case.tick import Tick
from claimdesk.ui.context import Changes
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.empty import EmptyState
from claimdesk.ui.widgets.tab_order import in_order

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.cases import Event
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.widgets.toast import ToastBand

_TYPING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class CaseScreen(Screen):
    """`show_case(id)` opens a case at the step where it was left."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.setObjectName("caseScreen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.session = CaseSession(ctx, self)
        self.changes = CaseChanges(ctx, self.session, self)
        self.header = CaseHeader(ctx)
        self.rail = StepsRail(ctx)
        self.centre = StepCentre(ctx, self.session)
        self.context = ContextPane(ctx)
        self.past = Past(ctx, self.context, self)
        self.dossier = CaseDossier(ctx, self.session, self)
        self.panes = ThreePanes(self.rail, self.centre, self.context)
        self._shown = ""  # the step in the middle; empty: where the case stands
        self._ending = (0, "")  # the case shown, and the outcome it has ended with
        self._empty = EmptyState("briefcase")
        self._empty.clicked.connect(lambda: ctx.show_screen.emit("cases"))
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.panes, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.commands = CaseActions(self)
        self._connect()
        self._tick = Tick(ctx, self._on_tick, self)
        self.retranslate()

    def _connect(self) -> None:
        self.session.loaded.connect(self._show)
        self.session.unreadable.connect(self._show_trouble)
        self.changes.led.connect(self._lead)
        self.changes.noted.connect(self._focus_step)
        self.header.back_asked.connect(self._leave)
        self.header.close_asked.connect(self.changes.close)
        self.header.reopen_asked.connect(self.changes.reopen)
        self.header.context_asked.connect(self.toggle_context)
        self.header.dossier_asked.connect(self.dossier.make)
        self.dossier.step_asked.connect(lambda step: self.show_step(step, ahead=True))
        self.panes.folded.connect(self.header.show_clock_button)
        self.rail.chosen.connect(self.show_step)
        self.rail.change_asked.connect(lambda: self.ctx.change_scenario.emit(self.session.case_id))
        self.context.clock.set_asked.connect(self.changes.set_clock)
        self.centre.answered.connect(self.changes.answer)
        self.centre.finished_by.connect(self.changes.finish)
        self.centre.next_asked.connect(self._on_next)
        self.centre.skipped.connect(self.changes.skip)
        self.centre.back_asked.connect(self.go_back)
        self.centre.reply_asked.connect(self.go_to_reply)
        self.centre.thread_asked.connect(self.panes.show_context)
        self.centre.thread_asked.connect(self.context.show_thread)
        self.centre.second_line.connect(self.rail.show_second_line)
        self.centre.way_asked.connect(self.context.follow.go_on)
        self.context.noted.connect(self.changes.note)
        self.context.left.connect(self._focus_step)
        self.context.order_asked.connect(self._open_order)
        self.context.notice_asked.connect(self.show_notice)
        self.context.follow.changed.connect(self.changes.follow)

    # what the window asks

    def show_case(self, case_id: int) -> None:
        """Open a case where it stands."""
        self.centre.leave()
        if case_id != self.session.case_id:
            self._shown = ""
        self.session.open(case_id)

    def refresh(self, changes: Changes) -> None:
        """Read the case again after something else changed it or its order."""
        self.past.forget()
        if (changes.cases or changes.orders or changes.settings) and self.session.case_id and not self.session.telling:
            self.session.reload()

    def retranslate(self) -> None:
        self._empty.set(self.tr("No case is open."), self.tr("Show all cases"))
        self.centre.setAccessibleName(self.tr("The step"))
        self.context.setAccessibleName(self.tr("Clocks, order and timeline"))
        self.commands.retranslate()
        if self.session.view is not None:
            self._show(self.session.view)

    def selected_order(self) -> int:
        """New case starts from this case's order."""
        return self.session.view.order.id if self.session.view else 0

    def paste(self) -> bool:
        """A screenshot or copied files are evidence where it is collected."""
        body = self.centre.body
        return isinstance(body, EvidenceBody) and body.paste()

    def undo(self) -> bool:
        """Take back the last change of the case."""
        return self.changes.undo()

    def redo(self) -> bool:
        """Put back what was taken back."""
        return self.changes.redo()

    def toast_band(self) -> ToastBand | None:
        return self.centre.band if self._stack.currentIndex() else None

    def menu_actions(self) -> tuple[QAction, ...]:
        return self.commands.all()

    def toggle_context(self) -> None:
        self.panes.toggle_context()

    def panes_of(self) -> tuple[QWidget, ...]:
        return (self.header, self.rail, self.centre, self.context) if self._stack.currentIndex() else (self,)

    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's name
        """Tab goes head, steps, the step, its foot, context, though parts of the step were built last."""
        body, foot = self.centre.body, self.centre.foot
        tools = body.tools() if body is not None else None
        step = tuple(part for part in (tools, body) if part is not None)
        in_order((self.header, self.rail, *step, self.centre, foot, self.context))
        return super().focusNextPrevChild(next)

    # steps

    @property
    def shown_step(self) -> str:
        """The step in the middle."""
        return self.centre.step_id

    def show_step(self, step_id: str, *, ahead: bool = False) -> None:
        """Open a step that was answered, or where the case stands; one further on only where `ahead` is meant."""
        view = self.session.view
        place = self._place(step_id)
        if view is None or place is None or (place.state == "ahead" and not ahead):
            return
        self._shown = "" if place == stands_at(view) else step_id
        self._show(view)
        self._focus_step()

    def go_back(self) -> None:
        """The step before the one shown."""
        self._step_by(-1)

    def go_forward(self) -> None:
        """The step after the one shown, as far as the case has come."""
        self._step_by(1)

    def go_to_reply(self) -> None:
        """The next message of the path, even while questions before it are open: it may be written and copied ahead."""
        view = self.session.view
        step = next_message(view.walk) if view is not None else None
        if step is not None and not self.session.closed:
            self.show_step(step, ahead=True)

    def show_notice(self, event_id: int) -> None:
        """The mail behind a line of the timeline."""
        view = self.session.view
        if view is None:
            return
        order_no = view.order.order_no

        def show(events: tuple[Event, ...]) -> None:
            data = next((event.data for event in events if event.id == event_id), None)
            if data is not None:
                self.ctx.show_notice.emit(data, order_no)

        self.session.ask(lambda cases, case_id, now: cases.events(case_id), show)

    def proceed(self) -> None:
        """What the primary button of a plain step does."""
        body = self.centre.body
        if body is not None:
            body.proceed()

    def add_note(self) -> None:
        """Put the cursor into the note of the timeline."""
        self.panes.show_context()
        self.context.timeline.start_note()

    def message_body(self) -> MessageBody | None:
        """The composer, while a message step is shown."""
        body = self.centre.body
        return body if isinstance(body, MessageBody) else None

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter continues; both only while nobody types."""
        body = self.centre.body
        focus = QApplication.focusWidget()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape and self.panes.close_drawer():
            return
        if body is None or not plain or isinstance(focus, _TYPING) or self._stack.currentIndex() == 0:
            super().keyPressEvent(event)
            return
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= 9 and body.take_digit(digit):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, QPushButton):
                focus.click()
            elif body.enter_continues:
                self.proceed()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leaving the screen keeps what was typed."""
        self.centre.leave()
        super().hideEvent(event)

    # showing

    def _show(self, view: CaseView) -> None:
        ending = (view.case.id, view.case.outcome if ended(view) else "")
        if ending != self._ending:
            self._ending = ending
            self._shown = "" if ending[1] else self._shown  # a decision that came in is what matters now
        place = self._place(self._shown) or stands_at(view)
        if place is None:
            return
        self._stack.setCurrentIndex(1)
        self.header.show_case(view)
        self.rail.show_case(view, place.step.id, rail_notes(view, self.ctx.now(), self.ctx.language, self.ctx.home))
        moved = place.step.id != self.centre.step_id
        self.centre.show_step(view, place)
        self.context.show_case(view)
        self.commands.show_state(view, self.message_body() is not None)
        self._tick.hurry(self.context.clock.nearly_out())
        self._read_history(view)
        self.past.read(view)
        if moved and self.isVisible():
            QTimer.singleShot(0, self, self._focus_step)

    def _show_trouble(self, words: str) -> None:
        self._empty.set(self.tr("This case cannot be shown."), self.tr("Show all cases"), words)
        self._stack.setCurrentIndex(0)

    def _place(self, step_id: str) -> PathStep | None:
        view = self.session.view
        return next((place for place in view.walk.path if place.step.id == step_id), None) if view and step_id else None

    def _read_history(self, view: CaseView) -> None:
        desk, order = self.ctx.desk, view.order
        if desk is not None:
            self.ctx.jobs.run(
                lambda task: desk.orders.buyer_history(order), owner=self,
                done=lambda rows: self.context.show_history(view, tuple(rows)), failed=lambda error: None, lane="reading",
            )  # fmt: skip

    def _on_tick(self) -> None:
        self.context.clock.tick()
        self.header.refresh_clock()
        self._tick.hurry(self.context.clock.nearly_out())

    def _focus_step(self) -> None:
        body = self.centre.body
        if body is not None and self.isVisible():
            body.focus_first()

    def _on_next(self, step: str) -> None:
        view = self.session.view
        if view is not None:
            self._shown = wants_a_look(view, step)
            self._show(view)
            self._focus_step()

    def _lead(self, step: str) -> None:
        self._shown = step

    def _step_by(self, by: int) -> None:
        view = self.session.view
        if view is None:
            return
        ids = [place.step.id for place in view.walk.path if place.state != "ahead"]
        here = self.centre.step_id
        at = ids.index(here) + by if here in ids else len(ids) - 1  # from a step ahead back to where the case stands
        if 0 <= at < len(ids):
            self.show_step(ids[at])

    def _open_order(self) -> None:
        if self.session.view is not None:
            self.ctx.show_orders.emit(OrderFilter(text=self.session.view.order.order_no))

    def _leave(self) -> None:
        self.centre.leave()
        self.ctx.show_screen.emit("cases")
