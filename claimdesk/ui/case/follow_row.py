"""One thing that an outcome started: what, until when, why; done, or let be with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import day_text, due_text

if TYPE_CHECKING:
    from claimdesk.core.cases.outcomes import Follow
    from claimdesk.core.records.cases import Deadline
    from claimdesk.ui.context import WindowContext


class FollowRow(QWidget):
    """`finished(follow, text, odr)` when it was done, `dismissed(follow, reason)` when it is let be.

    `went(follow)` where the case goes on for it.
    """

    went = Signal(str)
    finished = Signal(str, str, str)
    dismissed = Signal(str, str)

    def __init__(self, ctx: WindowContext, clock: Deadline, use: Follow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._clock, self._use = ctx, clock, use
        self._dismissing = False
        self.setObjectName(f"follow-{use.id}")
        self.setToolTip(use.why.get(ctx.language))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        ended = clock.met_at is not None
        column.addWidget(Plain(use.action.get(ctx.language), "table", "text3" if ended else "text", wrap=True))
        self.due = Plain("", "secondary", wrap=True)
        column.addWidget(self.due)
        self.field = TypingField()
        self.field.setProperty("small", True)
        self.field.setMaxLength(500)
        self.field.hide()
        self.field.returnPressed.connect(self._take)
        self.buttons = QWidget()
        self._row = QHBoxLayout(self.buttons)
        self._row.setContentsMargins(0, 2, 0, 0)
        self._row.setSpacing(6)
        if ended:
            self.buttons.hide()
        else:
            column.addWidget(Plain(use.why.get(ctx.language), "secondary", "text3", wrap=True))
            self._add_buttons()
        column.addWidget(self.field)
        column.addWidget(self.buttons)
        self.show_time()

    def _add_buttons(self) -> None:
        if self._use.way is not None:
            way = self._button("go", self._use.way.get(self._ctx.language))
            way.clicked.connect(lambda: self.went.emit(self._use.id))
        if self._use.asks == "effect":
            for odr, words in (("counts", self.tr("Counts")), ("not_counted", self.tr("Not counted"))):
                self._button(odr, words).clicked.connect(lambda _=False, odr=odr: self._finish("", odr))
        else:
            self._button("done", self.tr("Done")).clicked.connect(self._on_done)
        leave = LinkButton(self.tr("Let be"))
        leave.setObjectName(f"followLeave-{self._use.id}")
        leave.clicked.connect(lambda: self._ask(dismissing=True))
        self._row.addWidget(leave)
        self._row.addStretch(1)

    def _button(self, name: str, words: str) -> PlainButton:
        made = PlainButton(words)
        made.setProperty("small", True)
        made.setObjectName(f"follow-{self._use.id}-{name}")
        made.setAccessibleName(f"{words}: {self._use.action.get(self._ctx.language)}")
        self._row.addWidget(made)
        return made

    def show_time(self) -> None:
        """Until when, as of now."""
        clock, language, home = self._clock, self._ctx.language, self._ctx.home
        if clock.met_at is not None:
            day = day_text(clock.met_at, language, zone=home)
            reason = clock.dismissed_because
            self.due.setText(
                self.tr("Let be {0}: {1}").format(day, reason) if reason else self.tr("Done {0}").format(day)
            )
            self.due.set_ink("text3")
            return
        when = due_text(clock.safe, self._ctx.now(), language, zone=home)
        words = self.tr("Until {0}").format(when) if clock.watch else self.tr("By {0}").format(when)
        self.due.setText(self.tr("{0}, please verify").format(words) if clock.confidence == "low" else words)
        late = clock.safe < self._ctx.now() and not clock.watch
        self.due.set_ink("danger" if late else "text2")

    def _on_done(self) -> None:
        if self._use.asks == "note":
            self._ask(dismissing=False)
        else:
            self._finish("", "")

    def _ask(self, *, dismissing: bool) -> None:
        """Let her type the reason, or the note; Enter takes it."""
        self._dismissing = dismissing
        hint = self.tr("Why it is let be, then Enter") if dismissing else self.tr("What would prevent it, then Enter")
        self.field.setObjectName(f"followText-{self._use.id}")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.show()
        self.field.setFocus()

    def _take(self) -> None:
        text = self.field.text().strip()
        if self._dismissing and text:
            self.dismissed.emit(self._use.id, text)
        elif not self._dismissing:
            self._finish(text, "")

    def _finish(self, text: str, odr: str) -> None:
        self.finished.emit(self._use.id, text, odr)
