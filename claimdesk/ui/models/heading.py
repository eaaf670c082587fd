"""A table's heading row: words on a quiet ground, an arrow at the column that sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.models.delegates import GAP
from claimdesk.ui.tokens import active

if TYPE_CHECKING:
    from claimdesk.ui.models.paged import PagedTableModel

HEIGHT = 32
ARROW = 11


class Heading(QHeaderView):
    """The heading; sections of columns that SQL can sort by show the hand and, once clicked, an arrow."""

    def __init__(self, model: PagedTableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self.sort = ""  # Qt's own indicator moves by itself before anybody has sorted
        self.descending = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One heading within its column's content."""
        if not 0 <= section < len(self._rows.columns):
            return
        column = self._rows.columns[section]
        painter.save()
        painter.fillRect(rect, active().color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, active().color("line"))
        painter.setFont(role_font("head"))
        painter.setPen(active().color("text2"))
        inner = rect.adjusted(column.left, 0, -GAP, -1)
        sorted_here = column.sort != "" and column.sort == self.sort
        room = inner.width() + GAP - 1 - (ARROW + 3 if sorted_here else 0)
        words = painter.fontMetrics().elidedText(column.title, Qt.TextElideMode.ElideRight, max(room, 0))
        width = painter.fontMetrics().horizontalAdvance(words)
        start = inner.right() + 1 - width - (ARROW + 3 if sorted_here else 0) if column.right else inner.left()
        painter.drawText(
            QRect(start, inner.top(), width + 1, inner.height()), int(Qt.AlignmentFlag.AlignVCenter), words
        )
        if sorted_here:
            spot = QRectF(start + width + 3, inner.top() + (inner.height() - ARROW) / 2, ARROW, ARROW)
            paint_icon(
                painter, spot, "arrow-down" if self.descending else "arrow-up", active().color("accenttext"), ARROW
            )
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sections, and the same ground where there are none."""
        painter = QPainter(self.viewport())
        rect = self.viewport().rect()
        painter.fillRect(rect, active().color("surface2"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, active().color("line"))
        painter.end()
        super().paintEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be sorted by."""
        super().mouseMoveEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        sortable = 0 <= section < len(self._rows.columns) and bool(self._rows.columns[section].sort)
        if self.cursor().shape() != Qt.CursorShape.SplitHCursor:
            self.setCursor(Qt.CursorShape.PointingHandCursor if sortable else Qt.CursorShape.ArrowCursor)
