"""What a draft was before: a list by time, the words of the one chosen, and the way back to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from claimdesk.ui.case.reply.gaps import in_words
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.choices import ChoiceList
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import due_text

if TYPE_CHECKING:
    from claimdesk.core.cases.draft_history import KeptDraft
    from claimdesk.ui.context import WindowContext


class HistoryDialog(QDialog):
    """`restored(data)` with the state that is to stand again; `labels` are the words for values nobody has given."""

    restored = Signal(object)

    def __init__(
        self,
        ctx: WindowContext,
        states: tuple[KeptDraft, ...],
        labels: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._states, self._labels = ctx, states, labels
        self.setObjectName("draftHistory")
        self.setModal(True)
        self.setWindowTitle(self.tr("Earlier drafts of this step"))
        self.list = ChoiceList()
        self.list.setObjectName("draftStates")
        self.list.setFixedWidth(240)
        self.list.setAccessibleName(self.windowTitle())
        self.text = QPlainTextEdit()
        self.text.setObjectName("draftState")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Words of this draft"))
        self.restore = PrimaryButton(self.tr("Write on with this"), "arrow-counter-clockwise")
        self.restore.setObjectName("restoreDraft")
        self.close_button = PlainButton(self.tr("Close"), "", "Esc")
        self._arrange()
        self.list.chosen.connect(self._show)
        self.restore.clicked.connect(self._on_restore)
        self.close_button.clicked.connect(self.reject)
        self.list.set_choices([(str(at), *self._words(state)) for at, state in enumerate(states)])
        self._show(self.list.value)
        for part in (self.list, self.text):
            part.setVisible(bool(states))
        self.resize(820, 520 if states else 200)

    def _arrange(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.list)
        body.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Plain(self.tr("What stands now is kept here too when you go back."), "secondary", "text3"), 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        column.addWidget(Plain(self.windowTitle(), "pane"))
        if not self._states:
            none = self.tr(
                "There is none yet. While you write, a state is kept every minute, and before much is deleted."
            )
            column.addWidget(Plain(none, "body", "text2", wrap=True))
            column.addStretch(1)
        column.addLayout(body, 1)
        column.addLayout(foot)

    def _words(self, state: KeptDraft) -> tuple[str, str]:
        when = (
            due_text(state.at, self._ctx.now(), self._ctx.language, zone=self._ctx.home)
            if state.at is not None
            else self.tr("Earlier")
        )
        return when, " ".join(in_words(state.text, self._labels).split())[:60] or self.tr("empty")

    def _show(self, value: str) -> None:
        state = self._states[int(value)] if value else None
        self.text.setPlainText(in_words(state.text, self._labels) if state is not None else "")
        self.restore.setEnabled(state is not None)

    def _on_restore(self) -> None:
        if self.list.value:
            data: Any = dict(self._states[int(self.list.value)].data)
            self.accept()
            self.restored.emit(data)
