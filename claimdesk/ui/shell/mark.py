"""The sign of the program, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.tokens import tokens
from claimdesk.ui.widgets.painting import fill


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """The blue square with the check; the same in both looks."""
    colors = tokens("light")
    unit = box.width() / 16
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, box.adjusted(unit / 2, unit / 2, -unit / 2, -unit / 2), colors.color("mark"), 4 * unit)
    pen = QPen(colors.color("onaccent"), 1.7 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(box.left() + x * unit, box.top() + y * unit) for x, y in ((4.2, 8.3), (6.7, 10.8), (11.9, 5.2))]
    painter.drawPolyline(QPolygonF(points))


def app_icon() -> QIcon:
    """The icon of windows and of the task bar."""
    icon = QIcon()
    for side in (16, 32, 48, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class AppMark(QWidget):
    """The sign as a widget."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()))
        painter.end()
