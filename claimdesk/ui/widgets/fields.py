"""Fields to type into, and small choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from claimdesk.ui import icons
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, key_hint_width, outline, paint_key_hint, paint_text, text_width
from claimdesk.ui.widgets.tab_order import where_it_stands


class SearchField(QLineEdit):
    """A search: `searched` comes 80 ms after the last key, and at once on Enter or when it is cleared by Esc."""

    searched = Signal(str)

    def __init__(self, hint: str = "", *, delay: int = 80, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setProperty("search", True)
        self.setProperty("small", small)
        self.setFont(role_font("table"))
        self._lens = QAction(self._icon(), "", self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        if hint:
            self.setTextMargins(0, 0, round(key_hint_width(hint)), 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._timer.start)
        self.returnPressed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and not self.text():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = key_hint_width(self._hint)
            paint_key_hint(painter, QRectF(self.width() - width - 6, (self.height() - 18) / 2, width, 18), self._hint)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_lens"):
            self._lens.setIcon(self._icon())
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.LanguageChange):
            self.setFont(role_font("table"))
        super().changeEvent(event)

    def _icon(self) -> QIcon:
        return icons.icon("magnifying-glass", active().color("text3"), 15)

    def _tell(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())


class Segments(QWidget):
    """A few choices beside each other, one of them on. `chosen` tells the value."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        self._buttons: dict[str, _Segment] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    @property
    def value(self) -> str:
        """The value that is on; empty when none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer (value, words); the value that is on stays on where it is still offered."""
        kept = self.value
        if [value for value, _ in choices] == list(self._buttons):
            for value, words in choices:
                self._buttons[value].setText(words)
                self._buttons[value].updateGeometry()
            return
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons = {}
        for value, words in choices:
            button = _Segment(words, self)
            button.setObjectName(f"segment-{value}")
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[value] = button
        where_it_stands(self, self._buttons.values())
        self.set_value(kept)

    def set_value(self, value: str) -> None:
        """Turn a value on without telling."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def clear(self) -> None:
        """Turn every value off."""
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._buttons:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill(painter, box, active().color("surface2"), 6)
        outline(painter, box, active().color("line"), 6)
        painter.end()

    def _on_clicked(self) -> None:
        self.chosen.emit(self.value)


class _Segment(QAbstractButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = role_font("chip")
        font.setWeight(font.Weight.DemiBold)
        return QSize(round(text_width(self.text(), font)) + 21, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        font = role_font("secondary")
        if self.isChecked():
            fill(painter, box, theme.color("segment"), 4)
            outline(painter, box, theme.color("line2"), 4)
            font.setWeight(font.Weight.DemiBold)
        elif self.underMouse():
            fill(painter, box, theme.color("hover"), 4)
        if self.hasFocus():
            outline(painter, box, theme.color("accent"), 4)
        ink = theme.color("text" if self.isChecked() else "text2")
        paint_text(painter, box, self.text(), ink, font, Qt.AlignmentFlag.AlignHCenter)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        self.updateGeometry()
        super().changeEvent(event)
