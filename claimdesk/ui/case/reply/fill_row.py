"""Asks in place for a value that nobody has given yet."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from claimdesk.core.records.replies import FillIn
from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain

_PAUSE = 500  # ms after the last key


class FillRow(QFrame):
    """`filled(name, value)` after a pause, on Enter and when the field is left; `entered` on Enter with a value."""

    filled = Signal(str, str)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._told = ""
        self.setObjectName(f"fill-{name}")
        self._chip = Chip("", "warn", "brackets-curly")
        self.field = TypingField()
        self.field.setObjectName(f"fillField-{name}")
        self.field.setProperty("small", True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._tell)
        self.field.textEdited.connect(lambda _: self._pause.start())
        self.field.editingFinished.connect(self._tell)
        self.field.returnPressed.connect(self._on_enter)
        self.hint = Plain("", "secondary", "warn", wrap=True)
        self.hint.setObjectName(f"fillHint-{name}")
        self.hint.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._chip, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self.hint, 1, 1)
        grid.setColumnStretch(1, 1)

    @property
    def waits(self) -> bool:
        """Whether the value is still to be given: nothing is typed, or nothing that can be read."""
        return not self.field.text() or not self.hint.isHidden()

    def show_ask(self, ask: FillIn, value: str, language: str, other: str = "") -> None:
        """Show what is asked; what is being typed stays. `other` names the language that words are wanted in."""
        words = ask.ask.get(language)
        self._chip.set(words, "neutral" if value and not ask.unread else "warn")
        self.hint.setText(self._cure(ask.kind) if ask.unread else "")
        self.hint.setVisible(ask.unread)
        self.field.setAccessibleName(words)
        hints = {
            "date": self.tr("as 2026-11-19"),
            "money": self.tr("as 12.50"),
            "text": self.tr("type it here"),
        }
        self.field.setPlaceholderText(self.tr("type it in {0}").format(other) if other else hints.get(ask.kind, ""))
        if not self.field.hasFocus() and self.field.text() != value:
            self.field.setText(value)
        self._told = value

    def _cure(self, kind: str) -> str:
        if kind == "date":
            return self.tr("This is not one certain day. Type year, month and day, as 2026-11-19.")
        return self.tr("This is not an amount. Type it as 12.50, or as 12.50 USD where the order names no currency.")

    def _on_enter(self) -> None:
        if self.field.text().strip():
            self.entered.emit()

    def _tell(self) -> None:
        self._pause.stop()
        value = self.field.text().strip()
        if value != self._told:
            self._told = value
            self.filled.emit(self.name, value)
