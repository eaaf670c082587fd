"""The expected cost of each remedy over the chance of losing, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import paint_text, text_width
from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from claimdesk.core.remedies.comparison import Comparison

_ROLES = {"contest": "c1", "keep": "c2", "return": "c3", "partial": "c4", "resend": "c5"}
_TOP, _HIGH = 8, 132
_STEPS = (1, 2, 2.5, 3, 4, 5, 6, 8, 10)
_LINES = 3
_APART = 14


class RemedyChart(QWidget):
    """Lines with their names at the right end, the chance assumed now, and where a contest is the cheapest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._language = "en"
        self.setFixedHeight(164)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_comparison(self, comparison: Comparison, language: str, words: str) -> None:
        """Show another comparison; `words` say to a screen reader what is seen."""
        self._comparison, self._language = comparison, language
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(356, 164)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 164)

    def paintEvent(self, event: QPaintEvent) -> None:
        found = self._comparison
        if found is None or not found.curve:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highest = max(minor for line in found.curve for _, minor in line.points)
        lowest = min(0, *(minor for line in found.curve for _, minor in line.points))
        step = _step(highest - lowest)
        axis = [_plain(money_text(lowest + line * step, found.currency)) for line in range(_LINES + 1)]
        plot = self._plot(axis)
        self._paint_axes(painter, plot, axis)
        _Lines(found, plot, lowest, step * _LINES).paint(painter, self._names())
        painter.end()

    def _names(self) -> dict[str, str]:
        found = self._comparison
        return {o.id: o.short.get(self._language) for o in found.options} if found else {}

    def _plot(self, axis: list[str]) -> QRectF:
        font = _small()
        left = max(text_width(words, font) for words in axis) + 8
        right = max((text_width(words, role_font("label")) for words in self._names().values()), default=0) + 10
        return QRectF(left, _TOP, max(40.0, self.width() - left - right), _HIGH)

    def _paint_axes(self, painter: QPainter, plot: QRectF, axis: list[str]) -> None:
        colors, font = active(), _small()
        found = self._comparison
        if found is not None and found.contest_up_to:
            ground = QRectF(plot.left(), plot.top(), plot.width() * found.contest_up_to, plot.height())
            painter.fillRect(ground, colors.color("oksoft", 0.7))
        for at, words in enumerate(axis):
            y = plot.bottom() - at * plot.height() / _LINES
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), colors.color("grid" if at else "line2"))
            box = QRectF(0, y - 8, plot.left() - 6, 16)
            paint_text(painter, box, words, colors.color("text3"), font, Qt.AlignmentFlag.AlignRight)
        for share, words in ((0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")):
            box = QRectF(plot.left() + share * plot.width() - 30, plot.bottom() + 6, 60, 16)
            paint_text(painter, box, words, colors.color("text3"), font, Qt.AlignmentFlag.AlignHCenter)


class _Lines:
    """The lines in their plot."""

    def __init__(self, comparison: Comparison, plot: QRectF, lowest: int, height: float) -> None:
        self._comparison, self._plot = comparison, plot
        self._lowest, self._height = lowest, height

    def paint(self, painter: QPainter, names: dict[str, str]) -> None:
        colors, plot = active(), self._plot
        here = plot.left() + plot.width() * self._comparison.chance
        painter.setPen(QPen(colors.color("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(here, plot.top()), QPointF(here, plot.bottom()))
        lines = sorted(self._comparison.curve, key=lambda line: line.option == "contest")
        for line in lines:
            painter.setPen(QPen(colors.color(_ROLES[line.option]), 2))
            painter.drawPolyline(QPolygonF([self._spot(chance, minor) for chance, minor in line.points]))
        contest = self._comparison.option("contest")
        if contest is not None and contest.forbidden is None:
            painter.setPen(QPen(colors.color("surface"), 2))
            painter.setBrush(colors.color(_ROLES["contest"]))
            painter.drawEllipse(self._spot(self._comparison.chance, contest.total_minor), 5, 5)
        self._paint_names(painter, names)

    def _spot(self, chance: float, minor: int) -> QPointF:
        plot = self._plot
        share = (minor - self._lowest) / self._height
        return QPointF(plot.left() + plot.width() * chance, plot.bottom() - plot.height() * share)

    def _paint_names(self, painter: QPainter, names: dict[str, str]) -> None:
        """Names at the ends of their lines, moved apart where lines end close together."""
        ends = sorted((self._spot(*line.points[-1]).y(), line.option) for line in self._comparison.curve)
        places = [y for y, _ in ends]
        for at in range(1, len(places)):
            places[at] = max(places[at], places[at - 1] + _APART)
        over = places[-1] - (self._plot.bottom() + 2)
        for at in range(len(places) - 1, -1, -1):
            limit = self._plot.bottom() + 2 if at == len(places) - 1 else places[at + 1] - _APART
            places[at] = min(places[at], limit) if over > 0 else places[at]
        for y, (_, option) in zip(places, ends, strict=True):
            box = QRectF(self._plot.right() + 6, y - 8, 200, 16)
            paint_text(painter, box, names.get(option, option), active().color("text2"), role_font("label"))


def _small() -> QFont:
    font = role_font("badge")
    font.setWeight(font.Weight.Normal)
    return font


def _step(height: int) -> int:
    """The distance of two grid lines: a round number, three of which hold everything."""
    need = max(1.0, height / _LINES)
    power = 1
    while power * 10 <= need:
        power *= 10
    return round(next(power * step for step in (*_STEPS, 20) if power * step >= need and (power * step) % 1 == 0))


def _plain(amount: str) -> str:
    return amount.removesuffix(".00").removesuffix(".000")
