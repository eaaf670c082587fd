"""The picture of the first run: a table of orders becomes cases with clocks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_ring

_ROWS = (30, 24, 34, 28, 32, 26)
_CLOCKS = ((12, "dangersolid", 0.2, 78, 54), (51, "warnsolid", 0.45, 66, 42), (90, "oksolid", 0.8, 84, 60))


class Illustration(QWidget):
    """352 by 132, in the colours of the look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(352, 132)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(64, 70)
        painter.rotate(-5)
        painter.translate(-64, -70)
        self._sheet(painter, QRectF(18, 16, 92, 108))
        painter.restore()
        self._sheet(painter, QRectF(34, 12, 96, 112))
        self._table(painter)
        self._arrow(painter)
        for top, role, share, first, second in _CLOCKS:
            self._case(painter, top, role, share, first, second)
        painter.end()

    def _sheet(self, painter: QPainter, box: QRectF) -> None:
        fill(painter, box, active().color("surface"), 6)
        outline(painter, box, active().color("accentline"), 6)

    def _table(self, painter: QPainter) -> None:
        fill(painter, QRectF(44, 24, 76, 8), active().color("accent", 0.85), 2)
        for at, width in enumerate(_ROWS):
            top = 40 + at * 14
            for left, wide in ((44, 20), (70, width), (108, 12)):
                fill(painter, QRectF(left, top, wide, 6), active().color("accentline"), 2)

    def _arrow(self, painter: QPainter) -> None:
        pen = QPen(active().color("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawLine(QPointF(148, 68), QPointF(182, 68))
        painter.drawPolyline(QPolygonF([QPointF(173, 59), QPointF(182, 68), QPointF(173, 77)]))

    def _case(self, painter: QPainter, top: float, role: str, share: float, first: float, second: float) -> None:
        self._sheet(painter, QRectF(200, top, 140, 34))
        paint_ring(painter, QRectF(207.5, top + 6.5, 21, 21), share, role)
        fill(painter, QRectF(238, top + 10, first, 5), active().color("text3", 0.7), 2)
        fill(painter, QRectF(238, top + 20, second, 4), active().color("line2"), 2)
