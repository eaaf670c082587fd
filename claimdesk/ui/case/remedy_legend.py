"""What the colours of the cost bars mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_hatch, paint_text, text_width

_MARK = 9
_GAP = 16


class RemedyLegend(QWidget):
    """Marks with words in one line; a chance is hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[tuple[str, str, bool], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_entries(self, *entries: tuple[str, str, bool]) -> None:
        """(words, colour role, whether it is a chance)."""
        self._entries = entries
        self.setAccessibleName("; ".join(words for words, _, _ in entries))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = role_font("secondary")
        width = sum(_MARK + 7 + text_width(words, font) for words, _, _ in self._entries)
        return QSize(round(width + _GAP * max(0, len(self._entries) - 1)) + 1, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, font, left = active(), role_font("secondary"), 0.0
        for words, role, chance in self._entries:
            mark = QRectF(left, (self.height() - _MARK) / 2, _MARK, _MARK)
            if chance:
                paint_hatch(painter, mark, colors.color(role), 4)
                outline(painter, mark, colors.color(role), 2)
            else:
                fill(painter, mark, colors.color(role), 2)
            width = text_width(words, font) + 1
            box = QRectF(left + _MARK + 6, 0, width, self.height())
            paint_text(painter, box, words, colors.color("text2"), font)
            left += _MARK + 6 + width + _GAP
        painter.end()
