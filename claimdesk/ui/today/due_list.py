"""What is due, in groups whose heads stick while their rows are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from claimdesk.core.records.cases import CaseRow
from claimdesk.ui.today.groups import Item
from claimdesk.ui.today.list_paint import HEAD, ITEM, TodayDelegate
from claimdesk.ui.widgets.by_key import walked_here
from claimdesk.ui.widgets.times import two_clocks

if TYPE_CHECKING:
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _DueModel(QAbstractListModel):
    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.items: tuple[Item, ...] = ()

    def show(self, items: tuple[Item, ...]) -> None:
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row, language = item.row, self._ctx.language
            if row is None:
                return item.group
            action = row.next_deadline.action.get(language) if row.next_deadline else ""
            return f"{row.ref}, {action}, {row.title.get(language)}, {row.buyer_name}"
        if role == Qt.ItemDataRole.ToolTipRole and item.row is not None and (due := item.row.next_deadline) is not None:
            return two_clocks(due.safe, self._ctx.now(), self._ctx.language, self._ctx.home, due.zone)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.items[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class DueList(QListView):
    """`opened(case id)` for Enter, double click and Continue; `picked(row or None)` when the selection moved."""

    opened = Signal(int)
    picked = Signal(object)
    shows_ring = False

    def __init__(self, ctx: WindowContext, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dueList")
        self._rows = _DueModel(ctx, self)
        self._look = TodayDelegate(ctx, words, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit(self.current_row()))

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show these; the case that was selected stays selected, otherwise the first one is."""
        current = self.current_row()
        kept = current.id if current else 0
        at = self.verticalScrollBar().value()
        self._look.measure(item.row for item in items if item.row is not None)
        self._rows.show(items)
        self.verticalScrollBar().setValue(at)
        ids = [item.row.id if item.row else 0 for item in items]
        if kept and kept in ids:
            self.setCurrentIndex(self._rows.index(ids.index(kept)))
        elif items:
            self.setCurrentIndex(self._rows.index(next(n for n, one in enumerate(ids) if one)))
            self.scrollToTop()
        self.picked.emit(self.current_row())

    @property
    def items(self) -> tuple[Item, ...]:
        """Heads and rows shown."""
        return self._rows.items

    def current_row(self) -> CaseRow | None:
        """The selected case."""
        index = self.currentIndex()
        return self._rows.items[index.row()].row if index.isValid() else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = walked_here(event, self.shows_ring)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open(self.indexAt(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        on_button = self._look.continue_rect(self.visualRect(index)).contains(spot)
        if index.isValid() and on_button and spot.y() >= self._stuck_height():
            self._open(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        head = self._stuck()
        if head is not None:
            painter = QPainter(self.viewport())
            self._look.paint_head(painter, QRect(0, 0, self.viewport().width(), HEAD), head)
            painter.end()

    def _stuck(self) -> Item | None:
        """The head that has scrolled away above rows of its group."""
        top = self.indexAt(self.viewport().rect().topLeft())
        if not top.isValid() or self.verticalScrollBar().value() == 0:
            return None
        group = self._rows.items[top.row()].group
        return next((item for item in self._rows.items if item.group == group and item.row is None), None)

    def _stuck_height(self) -> int:
        return HEAD if self._stuck() is not None else 0

    def _hover(self, row: int) -> None:
        if self._look.hovered != row:
            self._look.hovered = row
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.items[index.row()].row if index.isValid() else None
        if row is not None:
            self.opened.emit(row.id)
