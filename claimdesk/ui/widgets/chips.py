"""Chips that carry state, and filter chips that carry a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import CHIP_HEIGHT, chip_width, fill, outline, paint_chip, paint_text, text_width


class Chip(QWidget):
    """A state in a word, with an icon. Kinds: neutral, ok, warn, danger, wait, accent, line."""

    def __init__(self, text: str = "", kind: str = "neutral", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._kind = kind
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._text

    def set(self, text: str, kind: str = "", icon: str | None = None) -> None:
        """Show another text, and another kind and icon where given."""
        self._text = text
        self._kind = kind or self._kind
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self._text, self._icon)) + 1, CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chip(painter, QRectF(self.rect()), self._text, self._kind, self._icon)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        self.updateGeometry()
        super().changeEvent(event)


class FilterChip(QAbstractButton):
    """A filter: empty it shows its name, with a value it is filled and has ×.

    With `set_choices` a click opens a menu in which several values can be ticked; without choices a click turns it
    on and off. `changed` tells the values chosen now (a toggle has the value `on`).
    """

    changed = Signal(tuple)

    def __init__(self, text: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._choices: list[tuple[str, str]] = []
        self._values: tuple[str, ...] = ()
        self._single = False
        self._shown = ""
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._on_clicked)

    @property
    def values(self) -> tuple[str, ...]:
        return self._values

    def set_choices(self, choices: Sequence[tuple[str, str]], *, single: bool = False) -> None:
        """What can be chosen, as (value, words); values that are no longer offered stay chosen."""
        self._choices = list(choices)
        self._single = single
        self.updateGeometry()
        self.update()

    def set_values(self, values: Sequence[str], *, tell: bool = False, shown: str = "") -> None:
        """Choose values; `shown` replaces the words made from them (for a range of days)."""
        self._values = tuple(values)
        self._shown = shown
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()
        if tell:
            self.changed.emit(self._values)

    def clear(self) -> None:
        """Choose nothing and tell it."""
        if self._values:
            self.set_values((), tell=True)

    def sizeHint(self) -> QSize:
        width = 20 + text_width(self._words(), self._font())
        width += 20 if self._icon else 0
        width += 18 if self._choices or self._values else 0
        return QSize(round(width) + 1, 28)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(self._words() or text)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        filled = bool(self._values)
        ground = "accentsoft" if filled else "hover" if self.underMouse() else "surface"
        fill(painter, box, theme.color(ground), 14)
        outline(painter, box, theme.color("accent" if self.hasFocus() else "accentline" if filled else "line2"), 14)
        ink = theme.color("accenttext" if filled else "text2")
        quiet = theme.color("accenttext" if filled else "text3")
        left = 10.0
        if self._icon:
            paint_icon(painter, QRectF(left, 0, 14, box.height()), self._icon, quiet, 14)
            left += 20
        width = text_width(self._words(), self._font()) + 1
        paint_text(painter, QRectF(left, 0, width, box.height()), self._words(), ink, self._font())
        left += width + 5
        if filled:
            paint_icon(painter, QRectF(left, 0, 12, box.height()), "x", quiet, 12)
        elif self._choices:
            paint_icon(painter, QRectF(left, 0, 12, box.height()), "caret-down", quiet, 12)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (
            self._values
            and event.position().x() > self.width() - 26
            and self.rect().contains(event.position().toPoint())
        ):
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        self.updateGeometry()
        super().changeEvent(event)

    def _font(self) -> QFont:
        font = role_font("table")
        if self._values:
            font.setWeight(font.Weight.Medium)
        return font

    def _words(self) -> str:
        if not self._values or not self._choices:
            return self._shown if self._values and self._shown else self.text()
        if self._shown:
            return self._shown
        names = dict(self._choices)
        known = [names.get(value, value) for value in self._values]
        rest = f" +{len(known) - 2}" if len(known) > 2 else ""
        return ", ".join(known[:2]) + rest

    def _on_clicked(self) -> None:
        if not self._choices:
            self.set_values(() if self._values else ("on",), tell=True)
            return
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        for value, words in self._choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in self._values)
            action.setData(value)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _on_chosen(self, action: QAction) -> None:
        value = str(action.data())
        if self._single:
            chosen: tuple[str, ...] = (value,) if action.isChecked() else ()
        elif action.isChecked():
            chosen = (*self._values, value)
        else:
            chosen = tuple(v for v in self._values if v != value)
        self.set_values(chosen, tell=True)
