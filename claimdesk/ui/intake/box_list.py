"""The mails of a mailbox as rows: what each is, which order, and what taking it would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import chip_width, fill, outline, paint_chip, paint_text

_Index = QModelIndex | QPersistentModelIndex
_ROW = 52


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One mail: its kind and order, subject and day, what will happen, and how that looks."""

    title: str
    detail: str
    state: str
    look: str  # a kind of chip: accent, ok, warn, danger, neutral
    icon: str


class BoxList(QListView):
    """The rows; the current one is the mail that Open shows."""

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def rows(self) -> list[BoxRow]:
        """What is listed."""
        return [self._model.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._model.rowCount())]

    @property
    def current(self) -> int:
        """The number of the current row, from 0; -1 for none."""
        return self.currentIndex().row()

    def show_rows(self, rows: Sequence[BoxRow], current: int = 0) -> None:
        """List these."""
        self._model.clear()
        for row in rows:
            item = QStandardItem(". ".join(part for part in (row.title, row.detail, row.state) if part))
            item.setData(row, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            self._model.appendRow(item)
        if rows:
            self.setCurrentIndex(self._model.index(max(0, min(current, len(rows) - 1)), 0))


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: BoxRow = index.data(Qt.ItemDataRole.UserRole)
        theme = active()
        box = QRectF(option.rect).adjusted(0, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            fill(painter, box, theme.color("accentsoft"), 6)
            outline(painter, box, theme.color("accentline"), 6)
        paint_icon(painter, QRectF(box.left() + 12, box.top(), 18, box.height()), row.icon, theme.color("text2"), 18)
        width = min(chip_width(row.state), box.width() * 0.45)
        chip = QRectF(box.right() - width - 12, box.top(), width, box.height())
        paint_chip(
            painter, chip, row.state, row.look, on_selection=bool(option.state & QStyle.StateFlag.State_Selected)
        )
        inner = QRectF(box.left() + 42, box.top() + 6, chip.left() - box.left() - 54, box.height() - 12)
        half = inner.height() / 2
        paint_text(painter, QRectF(inner.left(), inner.top(), inner.width(), half), row.title, theme.color("text"), role_font("strong"))  # fmt: skip
        lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        paint_text(painter, lower, row.detail, theme.color("text2"), role_font("secondary"))
        painter.restore()
