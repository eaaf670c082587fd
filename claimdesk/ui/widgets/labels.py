"""Labels that show text as it is, in a role of DESIGN §6, with the line height the design gives."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from claimdesk.ui.fonts import ROLES, role_font
from claimdesk.ui.tokens import active

_INK = {"secondary": "text2", "label": "text3", "hint": "text3", "overline": "text3", "head": "text2"}


class Plain(QLabel):
    """A label that never reads its text as anything but plain text.

    The role (`title`, `pane`, `section`, `row`, `body`, `strong`, `secondary`, `label`, `hint`, …) may also be set
    by `setProperty("role", …)`; `ink` is the colour role where it differs from the role's own. A label that neither
    wraps nor is told to keep its width cuts its text with an ellipsis when `elide` is on.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        ink: str = "",
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._ink = ink
        self._elide = elide
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        elif not wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @property
    def role(self) -> str:
        role = str(self.property("role") or "body")
        return role if role in ROLES else "body"

    def set_ink(self, ink: str) -> None:
        """Show the text in another colour role."""
        self._ink = ink
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def setProperty(self, name: str | bytes | bytearray | memoryview, value: Any) -> bool:
        known = super().setProperty(str(name), value)
        if name == "role":
            self.setFont(role_font(self.role))
            self.updateGeometry()
        return known

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            font = role_font(self.role)
            if font != self.font():
                self.setFont(font)
                self.updateGeometry()
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._lines(inner)[1] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        lines = self.text().split("\n")
        metrics = QFontMetricsF(self.font())
        width = math.ceil(max(metrics.horizontalAdvance(line) for line in lines)) + 1
        if self.wordWrap():
            width = min(width, 480)
            height = self._lines(width)[1]
        else:
            height = self._step() * len(lines)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self.wordWrap() or self._elide:
            return QSize(24, self._step())
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse or self.hasSelectedText():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self._color())
        area = QRectF(self.contentsRect())
        step = self._step()
        if self.wordWrap():
            layouts, height = self._lines(int(area.width()))
        else:
            layouts, height = self._single(area.width())
        top = area.top()
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top += max(0.0, (area.height() - height) / 2)
        for layout in layouts:
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                line.draw(
                    painter,
                    QPointF(
                        self._left(area, line.naturalTextWidth()) - line.x(),
                        top + (step - line.height()) / 2 - line.y(),
                    ),
                )
                top += step
        painter.end()

    def _left(self, area: QRectF, width: float) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            return area.right() - width
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return area.left() + (area.width() - width) / 2
        return area.left()

    def _step(self) -> int:
        size, _, height = ROLES[self.role]
        return height if height >= size else math.ceil(size * 1.4)

    def _color(self) -> QColor:
        if not self.isEnabled():
            return active().color("text3")
        return active().color(self._ink or _INK.get(self.role, "text"))

    def _single(self, width: float) -> tuple[list[QTextLayout], int]:
        lines = self.text().split("\n")
        if self._elide:
            metrics = QFontMetricsF(self.font())
            lines = [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
        layouts = [self._layout(line, 1_000_000) for line in lines]
        return layouts, self._step() * len(layouts)

    def _lines(self, width: int) -> tuple[list[QTextLayout], int]:
        layouts, start = [], 0
        for line in self.text().split("\n"):
            layouts.append(self._layout(line, max(1, width), start))
            start += len(line) + 1
        return layouts, self._step() * sum(max(1, layout.lineCount()) for layout in layouts)

    def _style(self, layout: QTextLayout, start: int) -> None:
        """Format parts of a line that begins at this character of the text; a plain label formats none."""

    def _layout(self, text: str, width: float, start: int = 0) -> QTextLayout:
        layout = QTextLayout(text, self.font())
        self._style(layout, start)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
        layout.endLayout()
        return layout
