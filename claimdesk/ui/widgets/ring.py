"""The ring of the case workspace: how much of a clock is left."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import paint_ring

_SOLID = {"overdue": "dangersolid", "today": "warnsolid", "soon": "bar", "later": "bar", "none": "line2"}
_ICONS = {
    "overdue": "warning-octagon-fill",
    "today": "hourglass-medium",
    "soon": "clock",
    "later": "calendar-blank",
    "none": "hourglass",
}
_INK = {"overdue": "danger", "today": "warn", "soon": "text2", "later": "text2", "none": "text3"}


class CountdownRing(QWidget):
    """Share of a clock that is left, coloured by how near its end is."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 52) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._level = "none"
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, share: float, level: str) -> None:
        """`share` of 0 to 1 is left; `level` is overdue, today, soon, later or none."""
        self._share, self._level = share, level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(1, 1, self.width() - 2, self.height() - 2)
        paint_ring(painter, box, self._share, _SOLID[self._level], width=5)
        paint_icon(painter, QRectF(self.rect()), _ICONS[self._level], active().color(_INK[self._level]), 20)
        painter.end()
