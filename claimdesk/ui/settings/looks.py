"""Three small pictures of the window to choose its look by."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import Tokens, active, tokens
from claimdesk.ui.widgets.painting import fill, outline, paint_text, rounded

_PICTURE = QRectF(0, 0, 116, 66)


class LookButton(QAbstractButton):
    """One look: its picture and its name."""

    def __init__(self, look: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.setObjectName(f"look-{look}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(116, 88)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setClipPath(rounded(_PICTURE, 6))
        _paint_window(painter, tokens("dark" if self.look == "dark" else "light"))
        if self.look == "system":
            corner = QPainterPath()
            corner.addPolygon(QPolygonF([QPointF(0, 66), QPointF(116, 0), QPointF(116, 66)]))
            painter.setClipPath(corner, Qt.ClipOperation.IntersectClip)
            _paint_window(painter, tokens("dark"))
        painter.restore()
        on = self.isChecked()
        outline(painter, _PICTURE, theme.color("accent" if on else "line2"), 6, 2 if on else 1)
        if self.hasFocus() and not on:
            outline(painter, _PICTURE, theme.color("accentline"), 6, 2)
        font = role_font("secondary")
        if on:
            font.setWeight(font.Weight.DemiBold)
        paint_text(
            painter,
            QRectF(0, 66, 116, 22),
            self.text(),
            theme.color("accenttext" if on else "text2"),
            font,
            Qt.AlignmentFlag.AlignHCenter,
        )
        painter.end()


def _paint_window(painter: QPainter, colors: Tokens) -> None:
    painter.fillRect(_PICTURE, colors.color("base"))
    page = QRectF(14, 8, 110, 64)
    fill(painter, page, colors.color("surface"), 4)
    outline(painter, page, colors.color("line2"), 4)
    for top, role in ((12, "c1"), (22, "line2"), (32, "line2")):
        fill(painter, QRectF(4, top, 6, 6), colors.color(role), 2)
    fill(painter, QRectF(22, 16, 40, 5), colors.color("text"), 2)
    for top, width in ((28, 62), (37, 54), (46, 58)):
        fill(painter, QRectF(22, top, width, 4), colors.color("line2"), 2)
    fill(painter, QRectF(92, 15, 16, 8), colors.color("c1"), 3)


class Looks(QWidget):
    """Light, dark, system; `chosen` tells which."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 4, 15, 10)
        row.setSpacing(12)
        self._group = QButtonGroup(self)
        self._buttons = {look: LookButton(look, self) for look in ("light", "dark", "system")}
        for button in self._buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addStretch(1)

    def show_look(self, look: str) -> None:
        self._buttons[look].setChecked(True)

    def set_names(self, light: str, dark: str, system: str) -> None:
        for look, name in (("light", light), ("dark", dark), ("system", system)):
            self._buttons[look].setText(name)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, LookButton):
            self.chosen.emit(button.look)
