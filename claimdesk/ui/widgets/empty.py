"""What stands where nothing is: one sentence and one button, a line in place, grey rows while loading."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton, PrimaryButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill


class Icon(QWidget):
    """One Phosphor icon in the colour of a role."""

    def __init__(self, name: str, ink: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink, self._size = name, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, name: str, ink: str = "") -> None:
        self._name, self._ink = name, ink or self._ink
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, active().color(self._ink), self._size)
        painter.end()


class EmptyState(QWidget):
    """An icon, a sentence, a line below it where given, and one button; `clicked` is the button's."""

    clicked = Signal()

    def __init__(
        self,
        icon: str = "info",
        sentence: str = "",
        button: str = "",
        parent: QWidget | None = None,
        *,
        detail: str = "",
        ink: str = "text3",
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        self.icon = Icon(icon, ink, 32)
        self.sentence = Plain(sentence, "section", wrap=True)
        self.detail = Plain(detail, "body", "text2", wrap=True)
        self.button = PrimaryButton(button)
        for label in (self.sentence, self.detail):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(520)
        column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self.sentence, self.detail):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 8)
            row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.button.clicked.connect(self.clicked)
        self.set(sentence, button, detail)

    def set(self, sentence: str, button: str = "", detail: str = "") -> None:
        """Show other words; an empty one hides its part."""
        self.sentence.setText(sentence)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.button.setText(button)
        self.button.setVisible(bool(button))


class MessageBar(QFrame):
    """A message in place (`danger`, `warn`, `accent`, `ok`), with an action where given; `clicked` is the action's."""

    clicked = Signal()
    _ICONS: ClassVar = {"danger": "x-circle-fill", "warn": "warning-fill", "accent": "info", "ok": "check-circle-fill"}
    _INKS: ClassVar = {"danger": "danger", "warn": "warn", "accent": "accenttext", "ok": "ok"}

    def __init__(self, text: str = "", kind: str = "accent", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        self._icon = Icon(self._ICONS[kind], self._INKS[kind], 17)
        self._label = Plain(text, "table", self._INKS[kind], wrap=True)
        self._button = LinkButton(action)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self._button.clicked.connect(self.clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set(text, kind, action)

    def set(self, text: str, kind: str = "", action: str = "") -> None:
        """Show another message."""
        self._kind = kind or self._kind
        self._icon.set(self._ICONS[self._kind], self._INKS[self._kind])
        self._label.set_ink(self._INKS[self._kind])
        self._label.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), active().color(f"{self._kind}soft"), 6)
        painter.end()


class LoadingRows(QWidget):
    """Grey rows where a list will be."""

    def __init__(self, parent: QWidget | None = None, *, row: int = 33) -> None:
        super().__init__(parent)
        self._row = row

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = active().color("press")
        for index in range(self.height() // self._row):
            width = (0.82, 0.64, 0.74, 0.58)[index % 4] * (self.width() - 32)
            top = index * self._row + (self._row - 10) / 2
            fill(painter, QRectF(16, top, width, 10), color, 4)
        painter.end()
