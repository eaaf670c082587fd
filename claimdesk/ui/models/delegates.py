"""How the cells of a table are painted: rows, placeholders while loading, words, marks and chips."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.paged import CELL_ROLE
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_bar, paint_chip, paint_text, text_width

Index = QModelIndex | QPersistentModelIndex

GAP = 8  # between the contents of two columns
MARK = 15
CARET = 12


class CellDelegate(QStyledItemDelegate):
    """Plain words in a tone, on the row's background; `hovered` is the row under the mouse, kept by the view."""

    def __init__(self, column: Column, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.hovered = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Background, then the cell, or a grey bar while its record is on the way."""
        rect = QRect(option.rect)
        painter.save()
        self._paint_row(painter, rect, option, index)
        inner = rect.adjusted(self.column.left, 0, -GAP, -1)
        cell = index.data(CELL_ROLE)
        if cell is None:
            self._paint_placeholder(painter, inner, index.row())
        else:
            painter.setFont(_weighted(option.font, cell.strong))
            self.paint_cell(painter, inner, cell, bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, selected: bool) -> None:
        """The cell's own content within its column."""
        if cell.menu:
            spot = QRectF(rect.right() - CARET, rect.top(), CARET, rect.height())
            paint_icon(painter, spot, "caret-down", active().color("text3"), CARET)
            rect = rect.adjusted(0, 0, -CARET - 6, 0)
        if cell.icon:
            spot = QRectF(rect.left(), rect.top(), MARK, rect.height())
            paint_icon(painter, spot, cell.icon, active().color(cell.icon_tone or cell.tone), MARK)
            rect = rect.adjusted(MARK + 6, 0, 0, 0)
        painter.setPen(active().color(cell.tone))
        side = Qt.AlignmentFlag.AlignRight if self.column.right else Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The column's own width; rows have one height, set by the view."""
        return QSize(self.column.left + self.column.width + GAP, option.rect.height())

    def _paint_row(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            # Qt's State_Active means the focus of the table; the design greys a row with the whole window only.
            in_use = option.widget is None or option.widget.isActiveWindow()
            painter.fillRect(rect, active().color("accentsoft" if in_use else "neutralsoft"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, active().color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, active().color("grid"))

    def _paint_placeholder(self, painter: QPainter, rect: QRect, row: int) -> None:
        if self.column.kind == "mark" or rect.width() < 12:
            return
        share = (55, 80, 65, 45)[row % 4] / 100  # rows that look alike would flicker while scrolling
        bar = QRectF(rect.left(), rect.center().y() - 3, rect.width() * share, 8)
        if self.column.right:
            bar.moveRight(rect.right())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(active().color("press"))
        painter.drawRoundedRect(bar, 4, 4)


class MarkDelegate(CellDelegate):
    """One icon that marks the row."""

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, selected: bool) -> None:
        """The icon at the left, nothing where the cell has none."""
        if cell.icon:
            spot = QRectF(rect.left(), rect.top() + (rect.height() - MARK) / 2, MARK, MARK)
            paint_icon(painter, spot, cell.icon, active().color(cell.tone), MARK)


class ChipDelegate(CellDelegate):
    """Words on a tinted chip; the cell's tone names the kind."""

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, selected: bool) -> None:
        """The chip, as wide as its words and never wider than the column."""
        if cell.text:
            paint_chip(painter, QRectF(rect), cell.text, cell.tone, cell.icon, on_selection=selected)


class LeadDelegate(CellDelegate):
    """A value as the file has it, in a well, then what is said of it, in as many lines as the row has room for."""

    LOST = 30  # pixels of a line that breaks at a word

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, selected: bool) -> None:
        """Well and words; a long value leaves a third of the room to the words."""
        if cell.lead:
            font = role_font("secondary")
            room = rect.width() * 2 // 3 - 10
            width = min(text_width(cell.lead, font) + 1, room)
            well = QRectF(rect.left(), rect.top() + (rect.height() - 18) / 2, width + 10, 18)
            fill(painter, well, active().color("surface2"), 3)
            paint_text(painter, well.adjusted(5, 0, -4, 0), cell.lead, active().color("text"), font)
            rect = rect.adjusted(round(well.width()) + 6, 0, 0, 0)
            painter.setFont(role_font("table"))
        lines = rect.height() // painter.fontMetrics().height()
        if lines < 2:
            super().paint_cell(painter, rect, cell, selected)
            return
        painter.setPen(active().color(cell.tone))
        room = lines * (rect.width() - self.LOST)
        words = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), words)


class BarDelegate(CellDelegate):
    """A share as a bar of 64 px, then in words; its colour is the words' state."""

    WIDTH = 64

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, selected: bool) -> None:
        """Bar and words; without a share only the words."""
        if cell.share >= 0:
            bar = QRectF(rect.left(), rect.top(), self.WIDTH, rect.height())
            paint_bar(painter, bar, cell.share, "warnsolid" if cell.tone == "warn" else "oksolid")
            rect = rect.adjusted(self.WIDTH + 8, 0, 0, 0)
            painter.setFont(role_font("secondary"))
        super().paint_cell(painter, rect, cell, selected)


class BoxDelegate(CellDelegate):
    """A choice in a box with a caret, as a field of a form; amber while it is still to be made."""

    def paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, selected: bool) -> None:
        """The box; a cell that offers no choice is plain words."""
        if not cell.menu:
            super().paint_cell(painter, rect, cell, selected)
            return
        box, open_choice = QRectF(rect).adjusted(0, 3, 0, -2), cell.tone == "warn"
        fill(painter, box, active().color("warnsoft" if open_choice else "surface"), 4)
        outline(painter, box, active().color("warnsolid" if open_choice else "line2"), 4)
        super().paint_cell(painter, box.adjusted(9, 0, -7, 0).toRect(), cell, selected)


KINDS: dict[str, type[CellDelegate]] = {
    "text": CellDelegate,
    "mark": MarkDelegate,
    "chip": ChipDelegate,
    "lead": LeadDelegate,
    "bar": BarDelegate,
    "box": BoxDelegate,
}


def delegate_for(column: Column, parent: QObject) -> CellDelegate:
    """The delegate that paints a column's kind."""
    return KINDS[column.kind](column, parent)


def _weighted(font: QFont, strong: bool) -> QFont:
    if not strong:
        return font
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.Medium)
    return heavier
