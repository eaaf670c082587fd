"""One option of a question: title, what follows, how strong it makes the case, and its number key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import chip_width, paint_chip, paint_key_hint

# strength -> chip kind, icon
STRENGTHS = {
    "strong": ("ok", "check-circle"),
    "fixable": ("warn", "wrench"),
    "weak": ("danger", "warning"),
    "undecided": ("neutral", "question"),
}
_LEFT = 44  # where the words begin
_PAD = 14
_WRAP = int(Qt.TextFlag.TextWordWrap)


class OptionCard(QAbstractButton):
    """A checkable card in an exclusive group, painted; its height follows its words."""

    def __init__(self, option_id: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option_id = option_id
        self.number = number
        self._title = self._leads = self._strength = self._strength_words = self._mark = ""
        self.setObjectName(f"option-{option_id}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, title: str, leads: str, strength: str, strength_words: str, mark: str = "") -> None:
        """What the card says; `mark` is a second chip, such as what an outcome does to the defect rate."""
        self._title, self._leads = title, leads
        self._strength, self._strength_words, self._mark = strength, strength_words, mark
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{leads} {strength_words} {mark}".strip())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words_width(width)
        height = self._height(self._title, "row", words)
        if self._leads:
            height += self._height(self._leads, "table", words)
        return max(58, height + 20)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 58)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_radio(painter)
        self._paint_words(painter)
        self._paint_side(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        colors = active()
        chosen = "accenttext" if colors.is_dark else "accent"
        if self.isChecked():
            painter.setPen(QPen(colors.color(chosen), 2))
            painter.setBrush(colors.color("accentsoft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        else:
            painter.setPen(QPen(colors.color("line2"), 1))
            painter.setBrush(colors.color("hover" if self.underMouse() and self.isEnabled() else "surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus() and not self.isChecked():
            painter.setPen(QPen(colors.color("accentline"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_radio(self, painter: QPainter) -> None:
        colors = active()
        disc = QRectF(_PAD, (self.height() - 18) / 2, 18, 18)
        if self.isChecked():
            painter.setPen(QPen(colors.color("radio"), 5))
            painter.setBrush(colors.color("surface"))
            painter.drawEllipse(disc.adjusted(2.5, 2.5, -2.5, -2.5))
        else:
            painter.setPen(QPen(colors.color("edge"), 1.5))
            painter.setBrush(colors.color("surface"))
            painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))

    def _paint_words(self, painter: QPainter) -> None:
        colors = active()
        width = self._words_width(self.width())
        title = self._height(self._title, "row", width)
        leads = self._height(self._leads, "table", width) if self._leads else 0
        top = (self.height() - title - leads) / 2
        painter.setFont(role_font("row"))
        painter.setPen(colors.color("text" if self.isEnabled() else "text3"))
        painter.drawText(QRectF(_LEFT, top, width, title), _WRAP | int(Qt.AlignmentFlag.AlignVCenter), self._title)
        if self._leads:
            painter.setFont(role_font("table"))
            painter.setPen(colors.color("text2"))  # the reason of one that cannot be chosen is read as well
            box = QRectF(_LEFT, top + title, width, leads)
            painter.drawText(box, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), self._leads)

    def _paint_side(self, painter: QPainter) -> None:
        right = float(self.width() - _PAD)
        if self.number <= 9:
            paint_key_hint(painter, QRectF(right - 18, (self.height() - 18) / 2, 18, 18), str(self.number))
            right -= 28
        if self._mark:
            right = self._paint_chip(painter, right, self._mark, "neutral", "") - 6
        if self._strength in STRENGTHS:
            kind, icon = STRENGTHS[self._strength]
            self._paint_chip(painter, right, self._strength_words, kind, icon)

    def _paint_chip(self, painter: QPainter, right: float, words: str, kind: str, icon: str) -> float:
        """A chip that ends at `right`; gives where it begins."""
        width = chip_width(words, icon)
        box = QRectF(right - width, 0, width, self.height())
        paint_chip(painter, box, words, kind, icon, on_selection=self.isChecked())
        return right - width

    def _words_width(self, width: int) -> int:
        side = _PAD + 28
        if self._mark:
            side += round(chip_width(self._mark)) + 6
        if self._strength in STRENGTHS:
            side += round(chip_width(self._strength_words, STRENGTHS[self._strength][1])) + 6
        return max(160, width - _LEFT - side - 8)

    def _height(self, words: str, role: str, width: int) -> int:
        metrics = QFontMetrics(role_font(role))
        box = metrics.boundingRect(0, 0, width, 1000, _WRAP, words)
        line = 20 if role == "row" else 18
        lines = max(1, round(box.height() / max(metrics.lineSpacing(), 1)))
        return line * lines
