"""Small charts painted from counted cases: stacked weeks, a share bar, and their legends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, paint_text, text_width

CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Part:
    """A segment: what it is, how many, its colour role."""

    words: str
    count: int
    colour: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stack of parts over a label (empty: none is written)."""

    label: str
    name: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """Height of the stack."""
        return sum(part.count for part in self.parts)


class StackedBars(QWidget):
    """Bars on a scale of whole numbers; a tip names each stack. Wide ones are as wide as there is room, with their sum."""

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._wide = wide
        self._top = 18 if wide else 0  # for the sums
        self.setFixedHeight(136 + self._top)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = tuple(bars)
        self.setAccessibleName("; ".join(f"{bar.name} {bar.total}" for bar in self._bars))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(356, self.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, self._top)
        step = _step(max((bar.total for bar in self._bars), default=0))
        font = role_font("badge")
        font.setWeight(font.Weight.Normal)
        for line in range(4):
            y = 120 - line * 38
            role = "line2" if line == 0 else "grid"
            painter.fillRect(QRectF(20, y, self.width() - 20, 1), active().color(role))
            paint_text(painter, QRectF(0, y - 8, 14, 16), str(line * step), active().color("text3"), font, RIGHT)
        for at, bar in enumerate(self._bars):
            self._paint_bar(painter, at, bar, step)
            if bar.label:
                box = QRectF(self._left(at) + self._thick() / 2 - 27, 122, 54, 14)
                paint_text(painter, box, bar.label, active().color("text3"), font, CENTRE)
        painter.end()

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar, step: int) -> None:
        bottom = 120.0
        for part in bar.parts:
            height = part.count * 38 / step
            if height > 0:
                box = QRectF(self._left(at), bottom - height, self._thick(), max(1.0, height - 1))
                fill(painter, box, active().color(part.colour), 1)
                bottom -= height
        if self._wide and bar.total:
            above = QRectF(self._left(at), bottom - 17, self._thick(), 16)
            paint_text(painter, above, str(bar.total), active().color("text2"), role_font("label"), CENTRE)

    def _left(self, at: int) -> float:
        return 20 + at * self._slot() + (self._slot() - self._thick()) / 2

    def _slot(self) -> float:
        return (self.width() - 20) / max(1, len(self._bars))

    def _thick(self) -> float:
        return max(14.0, min(44.0, self._slot() * 0.6)) if self._wide else 14.0

    def _tell(self, spot: QPoint, place: QPoint) -> None:
        for at, bar in enumerate(self._bars):
            if self._left(at) - 6 <= spot.x() <= self._left(at) + self._thick() + 6:
                lines = [bar.name] + [f"{part.words}: {part.count}" for part in bar.parts if part.count]
                QToolTip.showText(place, "\n".join(lines), self)
                return
        QToolTip.hideText()


class ShareBar(QWidget):
    """One bar, divided by counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setFixedHeight(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these."""
        self._parts = tuple(parts)
        self.setAccessibleName("; ".join(f"{part.words} {part.count}" for part in self._parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        total = sum(part.count for part in self._parts)
        if not total:
            fill(painter, QRectF(self.rect()), active().color("surface2"), 4)
        room = self.width() - 2.0 * max(0, len(self._parts) - 1)
        left = 0.0
        for at, part in enumerate(self._parts):
            width = room * part.count / total if total else 0
            ends = at in (0, len(self._parts) - 1)
            fill(painter, QRectF(left, 0, width, 12), active().color(part.colour), 4 if ends else 1)
            left += width + 2
        painter.end()


class Legend(QWidget):
    """Colour and words; with `counts` in two columns with their numbers, otherwise flowing in lines of 18."""

    def __init__(self, parent: QWidget | None = None, *, counts: bool = False) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._counts = counts
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these."""
        self._parts = tuple(parts)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._counts:
            return 22 * ((len(self._parts) + 1) // 2)
        return 18 * (1 + max((line for _, line, _ in self._flow(width)), default=0)) if self._parts else 0

    def sizeHint(self) -> QSize:
        return QSize(340, self.heightForWidth(max(self.width(), 340)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, colors = role_font("secondary"), active()
        if not self._counts:
            for left, line, part in self._flow(self.width()):
                self._paint_part(painter, QRectF(left, line * 18, self.width() - left, 18), part)
            painter.end()
            return
        half = (self.width() - 28) / 2
        font.setWeight(font.Weight.DemiBold)
        for at, part in enumerate(self._parts):
            box = QRectF((at % 2) * (half + 28), (at // 2) * 22, half, 22)
            self._paint_part(painter, box.adjusted(0, 0, -30, 0), part)
            paint_text(painter, box, f"{part.count:,}", colors.color("text"), font, RIGHT)
        painter.end()

    def _paint_part(self, painter: QPainter, box: QRectF, part: Part) -> None:
        fill(painter, QRectF(box.left(), box.center().y() - 4.5, 9, 9), active().color(part.colour), 2)
        words = box.adjusted(15, 0, 0, 0)
        paint_text(painter, words, part.words, active().color("text2"), role_font("secondary"))

    def _flow(self, width: int) -> list[tuple[float, int, Part]]:
        font, left, line, placed = role_font("secondary"), 0.0, 0, []
        for part in self._parts:
            need = 15 + text_width(part.words, font)
            if left and left + need > width:
                left, line = 0.0, line + 1
            placed.append((left, line, part))
            left += need + 14
        return placed


def _step(highest: int) -> int:
    """Distance of the three lines of the scale, so that the highest bar fits."""
    for step in (1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000):
        if highest <= 3 * step:
            return step
    return -(-highest // 3)
