"""A small table of figures in a card: painted rows, numbers at the right, the first column takes what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import paint_text, text_width

_HEAD, _ROW, _SIDE, _GAP, _LEAST_GAP = 30, 31, 16, 24, 12
_FIRST = 140  # px that the first column has before the others give way, and
_NEEDED = 76  # what it has where even that is too much


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """A heading; numbers stand at the `right`, what matters is `strong`."""

    title: str
    right: bool = True
    strong: bool = False


class FiguresTable(QWidget):
    """As high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[FigureColumn, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts that are shown."""
        return self._rows

    def show_rows(self, columns: Sequence[FigureColumn], rows: Sequence[tuple[str, ...]]) -> None:
        """Show these."""
        self._columns, self._rows = tuple(columns), tuple(rows)
        self.setAccessibleName("; ".join(", ".join(row) for row in ((*(c.title for c in columns),), *rows)))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(500, _HEAD + _ROW * len(self._rows) + 4)

    def _fonts(self) -> list[QFont]:
        return [role_font("strong" if column.strong else "table") for column in self._columns]

    def _widths(self) -> tuple[list[float], float]:
        """Each as wide as its widest text, the first the rest, and the gap between them.

        Where that is too little, words at the left give way, then the gaps, then all the others.
        """
        head, fonts = role_font("head"), self._fonts()
        widths = [
            max([text_width(column.title, head), *(text_width(row[at], fonts[at]) for row in self._rows)]) + 1
            for at, column in enumerate(self._columns)
        ]
        needed, others = min(_FIRST, widths[0]), len(widths) - 1
        first = self.width() - 2 * _SIDE - _GAP * others - sum(widths[1:])
        for at in range(1, len(widths)):
            if first < needed and not self._columns[at].right:
                give = min(needed - first, max(0.0, widths[at] - 90))
                widths[at] -= give
                first += give
        gap = max(_LEAST_GAP, _GAP - max(0.0, needed - first) / others) if others else 0.0
        first = self.width() - 2 * _SIDE - gap * others - sum(widths[1:])
        if first < (least := min(_NEEDED, needed)) and others:
            share = max(0.2, 1 - (least - first) / sum(widths[1:]))
            widths[1:] = [width * share for width in widths[1:]]
            first = least
        widths[0] = first
        return widths, gap

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._columns:
            return
        painter, colors = QPainter(self), active()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), _HEAD), colors.color("surface2"))
        (widths, gap), fonts = self._widths(), self._fonts()
        left = float(_SIDE)
        for at, column in enumerate(self._columns):
            align = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            box = QRectF(left, 0, widths[at], _HEAD)
            paint_text(painter, box, column.title, colors.color("text2"), role_font("head"), align)
            for n, row in enumerate(self._rows):
                cell = QRectF(left, _HEAD + n * _ROW, widths[at], _ROW)
                ink = "text" if column.strong or at == 0 else "text2"
                paint_text(painter, cell, row[at], colors.color(ink), fonts[at], align)
            left += widths[at] + gap
        for n in range(1, len(self._rows)):
            painter.fillRect(QRectF(0, _HEAD + n * _ROW, self.width(), 1), colors.color("grid"))
        painter.end()
