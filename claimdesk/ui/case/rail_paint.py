"""How one row of the steps rail is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.case.rail_rows import AHEAD, CHECK, CURRENT, DONE, HEAD, RailRow
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import Tokens, active

Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole + 1
SIDE = 10
DISC = 20


class RailDelegate(QStyledItemDelegate):
    """Heads 26 high, steps 30 or 46 with a second line; `head_words` and `second_line` give texts in the language shown."""

    def __init__(
        self, head_words: Callable[[str], str], second_line: Callable[[RailRow], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._head_words = head_words
        self._second_line = second_line

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RailRow = index.data(ROW)
        if row.kind == HEAD:
            return QSize(100, 26)
        return QSize(100, 46 if self._second_line(row) else 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RailRow = index.data(ROW)
        rect = QRect(option.rect).adjusted(SIDE, 0, -SIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == HEAD:
            self._paint_head(painter, rect, row)
        else:
            self._paint_ground(painter, rect, row, option)
            self._paint_disc(painter, QRectF(rect.left() + 8, rect.top() + 5, DISC, DISC), row)
            self._paint_words(painter, rect.adjusted(38, 5, -8, 0), row)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, row: RailRow) -> None:
        painter.setFont(role_font("overline"))
        painter.setPen(active().color("text3"))
        painter.drawText(rect.adjusted(8, 8, 0, -2), int(Qt.AlignmentFlag.AlignVCenter), self._head_words(row.phase))

    def _paint_ground(self, painter: QPainter, rect: QRect, row: RailRow, option: QStyleOptionViewItem) -> None:
        colors = active()
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if row.shown:
            painter.setPen(QPen(colors.color("accentline"), 1))
            painter.setBrush(colors.color("surface"))
            painter.drawRoundedRect(box, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver and row.opens:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("hover"))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus and option.widget is not None and option.widget.hasFocus():
            painter.setPen(QPen(colors.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_disc(self, painter: QPainter, disc: QRectF, row: RailRow) -> None:
        colors = active()
        if row.kind == DONE and (row.over or not row.shown):
            paint_icon(painter, disc, "check-circle-fill", colors.color("oksolid"), DISC)
        elif row.kind == CHECK and not row.shown:
            paint_icon(painter, disc, "warning-circle-fill", colors.color("warnsolid"), DISC)
        elif row.shown or row.kind == CURRENT:
            _number(painter, disc, row.number, colors, filled=True)
        else:
            _ring(painter, disc, colors, dashed=row.conditional)
            _number(painter, disc, row.number, colors, filled=False)

    def _paint_words(self, painter: QPainter, rect: QRect, row: RailRow) -> None:
        colors = active()
        strong = row.shown
        painter.setFont(role_font("strong" if strong else "body"))
        painter.setPen(colors.color("text2" if row.kind == AHEAD and not strong else "text"))
        first = QRect(rect.left(), rect.top(), rect.width(), 20)
        metrics = QFontMetrics(painter.font())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(first, flags, metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, rect.width()))
        second = self._second_line(row)
        if second:
            painter.setFont(role_font("secondary"))
            painter.setPen(colors.color("warn" if row.kind == CHECK else "text3"))
            metrics = QFontMetrics(painter.font())
            line = QRect(rect.left(), rect.top() + 20, rect.width(), 16)
            painter.drawText(line, flags, metrics.elidedText(second, Qt.TextElideMode.ElideRight, rect.width()))


def _ring(painter: QPainter, disc: QRectF, colors: Tokens, *, dashed: bool) -> None:
    pen = QPen(colors.color("line2"), 1.5)
    if dashed:
        pen.setDashPattern([2.2, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75))


def _number(painter: QPainter, disc: QRectF, number: int, colors: Tokens, *, filled: bool) -> None:
    if filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("accent"))
        painter.drawEllipse(disc)
    font = role_font("badge")
    font.setPointSizeF(font.pointSizeF() * 1.1)
    painter.setFont(font)
    painter.setPen(colors.color("onaccent" if filled else "text3"))
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(number))
