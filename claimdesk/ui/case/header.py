"""The head of the workspace: back, number, title, status, what is at risk or how it ended, and closing the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from claimdesk.ui.case.status_words import status_words
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import IconButton, PlainButton
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import text_width
from claimdesk.ui.widgets.times import countdown, money_text

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.context import WindowContext


class CaseHeader(QFrame):
    """`back_asked`, `close_asked`, `reopen_asked`, `context_asked`, `dossier_asked`."""

    back_asked = Signal()
    close_asked = Signal()
    reopen_asked = Signal()
    context_asked = Signal()
    dossier_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: CaseView | None = None
        self.setFixedHeight(60)
        self.setObjectName("caseHeader")
        self._back = IconButton("arrow-left")
        self._back.setObjectName("caseBack")
        self._back.clicked.connect(self.back_asked)
        self._number = Plain("", "control", "text3")
        self._title = Plain("", "pane", elide=True)
        self._title.setObjectName("caseTitle")
        self._status = Chip("")
        self._status.setObjectName("caseStatus")
        self._risk_label = Plain("", "table", "text2")
        self._risk = Plain("", "strong")
        self._risk.setObjectName("caseRisk")
        self._clock = PlainButton("", "hourglass-medium")
        self._clock.setObjectName("contextButton")
        self._clock.clicked.connect(self.context_asked)
        self._clock.hide()
        self._dossier = PlainButton("", "file-arrow-down")
        self._dossier.setObjectName("dossierButton")
        self._dossier.clicked.connect(self.dossier_asked)
        self._close = PlainButton("", "archive")
        self._close.setObjectName("closeCaseButton")
        self._close.clicked.connect(self._on_close)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 1)
        row.setSpacing(10)
        row.addWidget(self._back)
        row.addWidget(self._number)
        row.addWidget(self._title, 1000)
        row.addWidget(self._status)
        row.addStretch(1)
        row.addWidget(self._risk_label)
        row.addWidget(self._risk)
        row.addSpacing(8)
        row.addWidget(self._clock)
        row.addWidget(self._dossier)
        row.addWidget(self._close)

    def _on_close(self) -> None:
        if self._closed:
            self.reopen_asked.emit()
        else:
            self.close_asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, active().color("line"))
        painter.end()

    @property
    def _closed(self) -> bool:
        return self._view is not None and self._view.case.closed_at is not None

    def show_case(self, view: CaseView) -> None:
        """Show a case."""
        self._view = view
        words = status_words(view.row, self._ctx.now())
        self._back.set_name(self.tr("Back to the list"))
        self._number.setText(view.case.ref)
        self._title.setText(view.scenario.title.get(self._ctx.language))
        self._title.setToolTip(self._title.text())
        self._title.setMaximumWidth(round(text_width(self._title.text(), role_font("pane"))) + 4)
        self._status.set(words.text, words.kind, words.icon)
        label, shown = self._at_stake(view)
        self._risk_label.setText(label if shown else "")
        self._risk.setText(shown)
        self._dossier.setText(self.tr("Dossier"))
        self._dossier.setToolTip(self.tr("The evidence, the letter and the history in one file (Ctrl+Shift+D)"))
        self._dossier.updateGeometry()
        self._close.setText(self.tr("Reopen") if self._closed else self.tr("Close case"))
        self._close.set_icon("arrow-counter-clockwise" if self._closed else "archive")
        self._close.updateGeometry()
        self.refresh_clock()

    def _at_stake(self, view: CaseView) -> tuple[str, str]:
        """What is at risk; a closed case has nothing at risk, and says how it ended."""
        if not self._closed:
            return self.tr("At risk"), money_text(view.row.amount_minor, view.row.currency)
        desk, outcome = self._ctx.desk, view.case.outcome
        if not outcome:
            return self.tr("Outcome"), self.tr("no outcome recorded")
        found = desk.cases.outcome(outcome) if desk is not None else None
        return self.tr("Outcome"), found.title.get(self._ctx.language) if found is not None else outcome

    def refresh_clock(self) -> None:
        """The countdown that stands here while the right pane is folded away."""
        if self._view is None:
            return
        due = self._view.row.next_deadline
        left = countdown(due.safe if due else None, self._ctx.now(), self._ctx.language, self._ctx.home)
        self._clock.setText(left.text)
        self._clock.set_icon(left.icon)
        self._clock.setToolTip(self.tr("Show clocks, order and timeline (Ctrl+\\)"))
        self._clock.updateGeometry()

    def show_clock_button(self, shown: bool) -> None:
        """In a narrow window the right pane opens from here."""
        self._clock.setVisible(shown)
        self._risk_label.setVisible(not shown or self.width() > 900)
