"""The middle of the workspace: overline, headline, why, the step's own content, and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.case.evidence import EvidenceBody
from claimdesk.ui.case.foot import StepFoot
from claimdesk.ui.case.instruction import InstructionBody
from claimdesk.ui.case.outcome import OutcomeBody
from claimdesk.ui.case.question import QuestionBody
from claimdesk.ui.case.remedy import RemedyBody
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.case.standing import ended
from claimdesk.ui.case.step_body import StepBody
from claimdesk.ui.case.wait import WaitBody
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage
from claimdesk.ui.widgets.toast import Toast, ToastBand

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext

_KINDS: dict[str, type[StepBody]] = {
    "question": QuestionBody,
    "instruction": InstructionBody,
    "remedy": RemedyBody,
    "evidence": EvidenceBody,
    "message": MessageBody,
    "wait": WaitBody,
    "outcome": OutcomeBody,
}


_TOOLS_BESIDE = 740  # px: question and tools of a message with a choice of languages


class StepCentre(QFrame):
    """Shows one step.

    `answered(step, option, text)` or `finished_by(step, change)` when it is done, `next_asked(step)` to move on
    without an answer, `skipped(step)`, `back_asked()`, `second_line(step, words)` for the rail.
    """

    answered = Signal(str, str, str)
    finished_by = Signal(str, object)
    next_asked = Signal(str)
    skipped = Signal(str)
    back_asked = Signal()
    second_line = Signal(str, str)
    reply_asked = Signal()
    thread_asked = Signal()
    way_asked = Signal(str)

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._session = session
        self._bodies: dict[str, StepBody] = {}
        self._body: StepBody | None = None
        self._place: PathStep | None = None
        self.setObjectName("stepCentre")
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._overline = Plain("", "overline")
        self._ask = Plain("", "title", wrap=True)
        self._ask.setObjectName("stepAsk")
        self._why = Plain("", "body", "text2", wrap=True)
        self._again = MessageBar("", "warn")
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = TallPage()
        self._page.setProperty("ground", "surface")
        self._page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._scroll.setWidget(self._page)
        self.band = ToastBand()
        self.note = Toast(self, shown_for=5000)
        self.note.stand_in(self.band)
        self._foot = StepFoot()
        self._foot.back_asked.connect(self.back_asked)
        self._foot.skip_asked.connect(self.skip)
        self._arrange()

    def _arrange(self) -> None:
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._overline)
        words.addWidget(self._ask)
        head.addLayout(words, 1)
        head.addLayout(self._tools)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(28, 18, 28, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self._why)
        column.addWidget(self._again)
        self._content = QVBoxLayout()
        self._content.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._content, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.band)
        outer.addWidget(self._foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tools stand below the question where the pane has no room for both."""
        super().resizeEvent(event)
        beside = self.width() >= _TOOLS_BESIDE
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._head.setSpacing(16 if beside else 8)
        self._tools.setAlignment(Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft)

    @property
    def body(self) -> StepBody | None:
        """The content of the step shown."""
        return self._body

    @property
    def foot(self) -> StepFoot:
        """The foot with its buttons."""
        return self._foot

    @property
    def step_id(self) -> str:
        """The step shown, empty before the first."""
        return self._place.step.id if self._place else ""

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """Show a step of the case; the same step again only takes over what has changed."""
        moved = place.step.id != self.step_id or self._body is None
        if moved:
            self.leave()
            self.note.dismiss()  # what it says is about the step before
        self._place = place
        body = self._body_for(place.step.kind)
        self._show_head(view, place)
        body.show_step(view, place)
        if moved:
            self._scroll.verticalScrollBar().setValue(0)
            body.focus_first()
        self._show_foot()

    def leave(self) -> None:
        """Keep what was typed in the step shown."""
        if self._body is not None:
            self._body.leave()

    def _show_head(self, view: CaseView, place: PathStep) -> None:
        language = self._ctx.language
        total = len(view.walk.path)
        self._overline.setText(
            self.tr("{0}, step {1} of {2}").format(self._phase_words(place.step.phase), place.number, total)
        )
        desk = self._ctx.desk
        told = desk.cases.outcome(view.case.outcome) if desk and place.step.kind == "outcome" and ended(view) else None
        self._ask.setText(
            self.tr("It ended: {0}").format(told.title.get(language)) if told else place.step.ask.get(language)
        )
        compact = place.step.kind == "message"
        self._why.setText((told.next if told else place.step.why).get(language))
        self._why.setVisible(not compact)
        self._why.setToolTip("")
        self._ask.setToolTip(place.step.why.get(language) if compact else "")
        self._again.setVisible(place.check_again)
        self._again.set(
            self.tr("An earlier answer was changed since. Check whether this one still holds, and continue.")
        )

    def _body_for(self, kind: str) -> StepBody:
        if kind not in self._bodies:
            body = _KINDS[kind](self._ctx, self._session, self._page)
            body.foot_changed.connect(self._show_foot)
            body.answered.connect(lambda option, text: self.answered.emit(self.step_id, option, text))
            body.finished_by.connect(lambda change: self.finished_by.emit(self.step_id, change))
            body.reveal_asked.connect(self._reveal)
            body.told.connect(self._tell)
            body.reply_asked.connect(self.reply_asked)
            body.thread_asked.connect(self.thread_asked)
            body.way_asked.connect(self.way_asked)
            body.next_asked.connect(lambda: self.next_asked.emit(self.step_id))
            body.second_line.connect(lambda words: self.second_line.emit(self.step_id, words))
            self._bodies[kind] = body
            self._content.addWidget(body)
            tools = body.tools()
            if tools is not None:
                self._tools.addWidget(tools, 0, Qt.AlignmentFlag.AlignBottom)
        for other, body in self._bodies.items():
            shown = other == kind
            body.setVisible(shown)
            tools = body.tools()
            if tools is not None:
                tools.setVisible(shown)
        self._body = self._bodies[kind]
        return self._body

    def _show_foot(self) -> None:
        if self._body is None or self._place is None:
            return
        note, tone = self._body.foot_note()
        self._foot.show_foot(
            can_back=self._place.number > 1,
            can_skip=self.may_skip and not self._body.crowded,  # the Case menu always offers it
            note=note,
            tone=tone,
            actions=self._body.foot_actions(),
        )

    def _tell(self, words: str) -> None:
        self.note.show_text(words)

    def _reveal(self, widget: QWidget) -> None:
        # The page grows first; scrolling at once would stop at its old end.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(widget, 0, 16))

    @property
    def may_skip(self) -> bool:
        """Whether the step shown may be left without doing it."""
        if self._body is None or self._place is None or self._place.state == "ahead":
            return False
        return self._body.may_skip and not self._session.closed

    def skip(self) -> None:
        if self.may_skip:
            self.skipped.emit(self.step_id)

    def _phase_words(self, phase: str) -> str:
        return {
            "understand": self.tr("Understand"),
            "collect": self.tr("Collect"),
            "decide": self.tr("Decide"),
            "act": self.tr("Act"),
            "follow_up": self.tr("Follow up"),
        }.get(phase, phase)
