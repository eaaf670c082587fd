"""Thin bars: steps of a case, and a rate against its limit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_bar, paint_hatch, paint_text


class StepBar(QWidget):
    """Steps done of all: a bar of 40 px and `3/11`."""

    def __init__(self, done: int = 0, total: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._total = done, total
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(done, total)

    def set(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self.setAccessibleName(f"{done}/{total}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_step_bar(painter, QRectF(self.rect()), self._done, self._total)
        painter.end()


def paint_step_bar(painter: QPainter, rect: QRectF, done: int, total: int) -> None:
    """The bar and its fraction, for lists too."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_bar(painter, QRectF(rect.left(), rect.top(), 40, rect.height()), done / total if total else 0.0)
    paint_text(
        painter,
        QRectF(rect.left() + 48, rect.top(), rect.width() - 48, rect.height()),
        f"{done}/{total}",
        active().color("text2"),
        role_font("secondary"),
    )


class RateBar(QWidget):
    """A rate on a fixed scale with a mark at its limit; `extra` is hatched after the rate (what one more would do)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = self._limit = self._extra = 0.0
        self._scale = 1.0
        self._role = "c1"
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, rate: float, limit: float, *, scale: float, extra: float = 0.0, near: bool = False) -> None:
        """Rates are shares (0.0062); `near` colours the bar amber."""
        self._rate, self._limit, self._scale, self._extra = rate, limit, scale, extra
        self._role = "warnsolid" if near else "c1"
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 6, self.width(), 8)
        fill(painter, box, theme.color("surface2"), 4)
        outline(painter, box, theme.color("line"), 4)
        width = box.width() * min(1.0, self._rate / self._scale)
        if width > 0:
            fill(painter, QRectF(0, 6, max(8.0, width), 8), theme.color(self._role), 4)
        if self._extra > 0:
            more = box.width() * min(1.0, self._extra / self._scale)
            paint_hatch(painter, QRectF(width, 6, more, 8), theme.color(self._role))
        mark = box.width() * min(1.0, self._limit / self._scale)
        painter.fillRect(QRectF(mark - 1, 2, 2, 16), theme.color("text"))
        painter.end()
