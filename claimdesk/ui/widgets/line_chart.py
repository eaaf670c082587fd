"""Lines over months with a limit: a mark of its own for each, the last value at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.charts import CENTRE, RIGHT
from claimdesk.ui.widgets.painting import paint_text, text_width
from claimdesk.ui.widgets.times import percent_text

COLOURS = ("c1", "c2", "c3", "c4")
_TOP, _HIGH, _BELOW, _LEFT = 16, 120, 24, 48
_APART = 16  # px between two names


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A name and its shares, one for each label; None is a gap."""

    name: str
    shares: tuple[float | None, ...]

    @property
    def last(self) -> float | None:
        """The newest share there is."""
        return next((share for share in reversed(self.shares) if share is not None), None)


class LineChart(QWidget):
    """Four lines at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._lines: tuple[ChartLine, ...] = ()
        self._limits: tuple[tuple[float, str], ...] = ()
        self.setFixedHeight(_TOP + _HIGH + _BELOW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(
        self, labels: Sequence[str], lines: Sequence[ChartLine], limits: Sequence[tuple[float, str]]
    ) -> None:
        """Show these; each limit is a share and its words."""
        self._labels, self._lines, self._limits = tuple(labels), tuple(lines), tuple(limits)
        self.setAccessibleName(
            "; ".join(f"{line.name} {percent_text(line.last)}" for line in lines if line.last is not None)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(356, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._scale()
        plot = self._plot()
        self._paint_axes(painter, plot, top)
        for at, line in enumerate(self._lines[: len(COLOURS)]):
            self._paint_line(painter, plot, top, at, line)
        self._paint_names(painter, plot, top)
        painter.end()

    def _scale(self) -> float:
        """The share at the top: above every value and limit, a round number."""
        most = max(
            [share for line in self._lines for share in line.shares if share is not None]
            + [limit for limit, _ in self._limits] + [0.005]
        )  # fmt: skip
        step = next(one for one in (0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5) if one * 2 >= most * 1.05 or one == 0.5)
        return step * 2

    def _plot(self) -> QRectF:
        names = [f"{line.name} {percent_text(line.last)}" for line in self._lines if line.last is not None]
        right = max((text_width(words, role_font("label")) for words in names), default=0) + 20
        return QRectF(_LEFT, _TOP, max(60.0, self.width() - _LEFT - right), _HIGH)

    def _paint_axes(self, painter: QPainter, plot: QRectF, top: float) -> None:
        colors, font = active(), role_font("badge")
        font.setWeight(font.Weight.Normal)
        for part in (0.0, 0.5, 1.0):
            y = plot.bottom() - part * plot.height()
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), colors.color("grid" if part else "line2"))
            box = QRectF(0, y - 8, plot.left() - 8, 16)
            paint_text(painter, box, f"{top * part * 100:.1f} %", colors.color("text3"), font, RIGHT)
        for at, (limit, words) in enumerate(self._limits):
            y = plot.bottom() - limit / top * plot.height()
            painter.setPen(QPen(colors.color("text2"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            box = QRectF(plot.left() + 4, y - 15, plot.width() - 8, 14)
            paint_text(
                painter, box, words, colors.color("text3"), font, RIGHT if at % 2 else Qt.AlignmentFlag.AlignLeft
            )
        for at, label in enumerate(self._labels):
            box = QRectF(self._x(plot, at) - 30, plot.bottom() + 6, 60, 16)
            paint_text(painter, box, label, colors.color("text3"), font, CENTRE)

    def _x(self, plot: QRectF, at: int) -> float:
        many = len(self._labels)
        return plot.left() + 14 + (plot.width() - 28) * (at / (many - 1) if many > 1 else 0.5)

    def _paint_line(self, painter: QPainter, plot: QRectF, top: float, at: int, line: ChartLine) -> None:
        color = active().color(COLOURS[at])
        spots = [
            None if share is None else QPointF(self._x(plot, n), plot.bottom() - min(1.0, share / top) * plot.height())
            for n, share in enumerate(line.shares)
        ]
        painter.setPen(QPen(color, 2))
        for one, two in pairwise(spots):
            if one is not None and two is not None:
                painter.drawLine(one, two)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for spot in spots:
            if spot is not None:
                _paint_mark(painter, spot, at)

    def _paint_names(self, painter: QPainter, plot: QRectF, top: float) -> None:
        """Names at the ends of their lines, moved apart where they end close together."""
        ends = sorted(
            (plot.bottom() - min(1.0, line.last / top) * plot.height(), at, f"{line.name} {percent_text(line.last)}")
            for at, line in enumerate(self._lines[: len(COLOURS)]) if line.last is not None
        )  # fmt: skip
        places = [y for y, _, _ in ends]
        for at in range(len(places) - 2, -1, -1):
            places[at] = min(places[at], places[at + 1] - _APART)
        for y, (_, at, words) in zip(places, ends, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(active().color(COLOURS[at]))
            _paint_mark(painter, QPointF(plot.right() + 8, y), at)
            box = QRectF(plot.right() + 16, y - 8, self.width() - plot.right() - 16, 16)
            paint_text(painter, box, words, active().color("text"), role_font("label"))


def _paint_mark(painter: QPainter, spot: QPointF, at: int) -> None:
    """A disc, a square, a triangle, a diamond: colour alone never tells lines apart."""
    x, y = spot.x(), spot.y()
    if at == 0:
        painter.drawEllipse(spot, 3.5, 3.5)
    elif at == 1:
        painter.drawRect(QRectF(x - 3, y - 3, 6, 6))
    elif at == 2:
        painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x + 4, y + 3), QPointF(x - 4, y + 3)]))
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y - 4), QPointF(x + 4, y), QPointF(x, y + 4), QPointF(x - 4, y)]))
