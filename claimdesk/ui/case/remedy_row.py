"""One remedy in the list: name, what has to be known, its cost as a stacked bar, and the amount."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_hatch, paint_text

_PAD = 12
_RADIO = 18
_GAP = 14
_AMOUNT = 84
_BAR = 16
_WRAP = int(Qt.TextFlag.TextWordWrap)
_TONES = {
    "ok": ("ok", "check-circle"),
    "danger": ("danger", "warning"),
    "plain": ("text2", ""),
    "no": ("text3", "prohibit"),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the bar: its colour role, its size in minor units, and whether it is a chance (hatched)."""

    role: str
    size: int
    chance: bool = False


class RemedyRow(QAbstractButton):
    """A checkable row, painted; its height follows its words. The bar is drawn to the scale of the dearest row."""

    def __init__(self, option_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option_id = option_id
        self._title = self._words = self._amount = ""
        self._tone = "plain"
        self._segments: tuple[Segment, ...] = ()
        self._scale = 1
        self.last = False
        self.setObjectName(f"remedy-{option_id}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The second line."""
        return self._words

    @property
    def amount(self) -> str:
        """The expected cost as it is shown."""
        return self._amount

    def show_words(self, title: str, words: str, tone: str, amount: str, tip: str) -> None:
        """Name, second line with its tone (plain, ok, danger, no), and the amount; `tip` explains the remedy."""
        self._title, self._words, self._tone, self._amount = title, words, tone, amount
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{amount}. {words}")
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def show_bar(self, segments: tuple[Segment, ...], scale: int) -> None:
        """The bar; `scale` is the amount that fills its room."""
        self._segments, self._scale = segments, max(1, scale)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(55, 19 + 20 + self._words_height(width))

    def sizeHint(self) -> QSize:
        width = max(self.width(), 500)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 55)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_radio(painter)
        self._paint_words(painter)
        if self.isEnabled() or self._tone != "no":
            self._paint_bar(painter)
        font = role_font("pane")
        box = QRectF(self.width() - _PAD - _AMOUNT, 0, _AMOUNT, self.height())
        ink = active().color("text3" if self._tone == "no" else "text")
        paint_text(painter, box, self._amount, ink, font, Qt.AlignmentFlag.AlignRight)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colors, box = active(), QRectF(self.rect())
        if self.isChecked():
            fill(painter, box, colors.color("accentsoft"), 8)
        else:
            if self.underMouse() and self.isEnabled():
                fill(painter, box.adjusted(0, 0, 0, -1), colors.color("hover"), 8)
            if not self.last:
                painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colors.color("grid"))
        if self.hasFocus():
            outline(painter, box, colors.color("accentline"), 8, 2)

    def _paint_radio(self, painter: QPainter) -> None:
        colors = active()
        disc = QRectF(_PAD, (self.height() - _RADIO) / 2, _RADIO, _RADIO)
        painter.setBrush(colors.color("surface"))
        if self.isChecked():
            painter.setPen(QPen(colors.color("radio"), 5))
            painter.drawEllipse(disc.adjusted(2.5, 2.5, -2.5, -2.5))
        else:
            painter.setPen(QPen(colors.color("edge" if self.isEnabled() else "line2"), 1.5))
            painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_words(self, painter: QPainter) -> None:
        colors = active()
        left, width = self._left(), self._words_width(self.width())
        height = self._words_height(self.width())
        top = (self.height() - 20 - height) / 2
        ink = colors.color("text3" if self._tone == "no" else "text")
        paint_text(painter, QRectF(left, top, self._title_width(), 20), self._title, ink, role_font("row"))
        role, icon = _TONES[self._tone]
        if icon:
            paint_icon(painter, QRectF(left, top + 20, 13, 16), icon, colors.color(role), 13)
            left += 17
        font = role_font("secondary")
        if self._tone in ("ok", "danger"):
            font.setWeight(font.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colors.color(role))
        painter.drawText(QRectF(left, top + 20, width, height), _WRAP, self._words)

    def _paint_bar(self, painter: QPainter) -> None:
        colors = active()
        left = self._left() + self._column(self.width()) + _GAP
        room = self.width() - _PAD - _AMOUNT - _GAP - left
        at, top = left, (self.height() - _BAR) / 2
        for segment in self._segments:
            width = room * segment.size / self._scale
            if width < 0.5:
                continue
            box = QRectF(at, top, max(1.5, width - 1), _BAR)
            color = colors.color(segment.role)
            if segment.chance:
                paint_hatch(painter, box, color, 5)
                outline(painter, box, color, 1)
            else:
                fill(painter, box, color, 1)
            at += width

    def _left(self) -> float:
        return _PAD + _RADIO + _GAP

    def _column(self, width: int) -> int:
        """Room for the words beside the bar."""
        return max(170, min(232, round(width * 0.34)))

    def _title_width(self) -> float:
        if self._tone == "no":
            return self.width() - self._left() - _GAP - _AMOUNT - _PAD
        return self._column(self.width())

    def _words_width(self, width: int) -> int:
        """A reason why a remedy is forbidden takes the room of the bar, which is not drawn then."""
        icon = 17 if _TONES[self._tone][1] else 0
        if self._tone == "no":
            return round(width - self._left() - _GAP - _AMOUNT - _PAD) - icon
        return self._column(width) - icon

    def _words_height(self, width: int) -> int:
        metrics = QFontMetrics(role_font("secondary"))
        box = metrics.boundingRect(0, 0, self._words_width(width), 1000, _WRAP, self._words)
        return 16 * max(1, round(box.height() / max(metrics.lineSpacing(), 1)))
