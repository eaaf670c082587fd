"""The view of a paged model: fixed rows, columns that fit the width, a selection that survives new rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.models.delegates import GAP, CellDelegate, delegate_for
from claimdesk.ui.models.heading import Heading
from claimdesk.ui.models.paged import ID_ROLE, RECORD_ROLE, PagedTableModel
from claimdesk.ui.widgets.by_key import walked_here

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from claimdesk.ui.models.columns import Column

ROW_HEIGHT = 33
MOST_SELECTED = 20_000  # a summary of more says nothing a filter does not say better


class PagedTable(QTableView):
    """A table over a `PagedTableModel`.

    Signals: `sort_asked(sort, descending)` for a click on a heading; `opened(id)` for Enter or a double click;
    `peeked(id)` for Space; `picked(ids)` when the selection has changed, also after new rows came; `copy_asked` for the
    system's copy key; `menu_asked(where)` for a context menu, in global coordinates.
    """

    sort_asked = Signal(str, bool)
    opened = Signal(int)
    peeked = Signal(int)
    copy_asked = Signal()
    menu_asked = Signal(QPoint)
    picked = Signal(list)
    shows_ring = False

    def __init__(self, model: PagedTableModel, parent: QWidget | None = None, *, row_height: int = ROW_HEIGHT) -> None:
        super().__init__(parent)
        self._row_height = row_height
        self._rows = model
        self._ids: list[int] = []  # selected, the current one last
        self._count = 0
        self._delegates: list[CellDelegate] = []
        self._own_widths: dict[str, int] = {}  # columns the operator made wider or narrower
        self._fitting = False
        self._keep_scroll = 0
        self._heading = Heading(model, self)
        self.setHorizontalHeader(self._heading)
        self.setModel(model)
        self.setFont(role_font("table"))
        self._dress()
        self._heading.sectionClicked.connect(self._ask_sort)
        self._heading.sectionResized.connect(self._remember_width)
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._row_height)
        rows.setDefaultSectionSize(self._row_height)
        self.verticalScrollBar().setSingleStep(self._row_height)

    # columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns, each painted by its kind's delegate."""
        self._rows.set_columns(columns)
        self._delegates = [delegate_for(column, self) for column in columns]
        for section, delegate in enumerate(self._delegates):
            self.setItemDelegateForColumn(section, delegate)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Fixed widths, the rest to the column without one; columns that may, give way in a narrow window."""
        columns = self._rows.columns
        if not columns or self._fitting:
            return
        self._fitting = True
        widths = {c.key: self._own_widths.get(c.key, c.width) for c in columns}
        spare = self.viewport().width() - sum(c.left + widths[c.key] + GAP for c in columns)
        rest = next((c for c in columns if c.width == 0), None)
        if rest is not None and rest.key not in self._own_widths:
            short = rest.least - spare
            giving = {
                c.key: c.width - c.least for c in columns if c.least and c.width and c.key not in self._own_widths
            }
            if short > 0 and giving:
                share = min(1.0, short / sum(giving.values()))
                for key, give in giving.items():
                    widths[key] -= round(give * share)
                    spare += round(give * share)
            widths[rest.key] = max(rest.least, spare)
        for section, column in enumerate(columns):
            self._heading.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(section, column.left + widths[column.key] + GAP)
        self._fitting = False

    def show_only(self, hidden: frozenset[str]) -> None:
        """Hide the columns with these keys."""
        for section, column in enumerate(self._rows.columns):
            self.setColumnHidden(section, column.key in hidden)

    def show_sort(self, sort: str, descending: bool) -> None:
        """Put the arrow where the rows are sorted."""
        self._heading.sort, self._heading.descending = sort, descending
        self._heading.viewport().update()

    def _ask_sort(self, section: int) -> None:
        column = self._rows.columns[section]
        if column.sort:
            here = self._heading.sort == column.sort
            self.sort_asked.emit(column.sort, not self._heading.descending if here else column.descending_first)

    def _remember_width(self, section: int, old: int, new: int) -> None:
        if not self._fitting and section < len(self._rows.columns) and old != new and new > 0:
            column = self._rows.columns[section]
            self._own_widths[column.key] = max(new - column.left - GAP, 12)

    # selection by id

    def selected_ids(self) -> list[int]:
        """Ids of the selected records, the current one last."""
        return list(self._ids)

    def selected_count(self) -> int:
        """How many rows are selected, also those whose pages are not at hand."""
        return self._count

    def selected_records(self) -> list[Any]:
        """The selected records whose pages are at hand."""
        rows = (self._rows.row_of(one) for one in self._ids)
        return [self._rows.record(row) for row in rows if row >= 0]

    def current_row(self) -> int:
        """The row that has the focus, 0 without one."""
        return max(self.currentIndex().row(), 0)

    def select_id(self, record_id: int) -> bool:
        """Select one record if its page is at hand; False when it is not."""
        row = self._rows.row_of(record_id)
        if row < 0:
            return False
        self.select_row(row)
        return True

    def select_first(self) -> None:
        """Select the first row, without taking the focus."""
        if self._rows.index(0, 0).isValid():
            self.select_row(0)

    def select_row(self, row: int) -> None:
        """Select one row alone and make it the current one; `row` counts from 0.

        The keys that are held do not matter: with Ctrl down the view's own way would toggle the row.
        """
        flags = QItemSelectionModel.SelectionFlag
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)

    def first_row_seen(self) -> int:
        """The row at the top of what is seen."""
        return max(self.rowAt(0), 0)

    def keep_place(self, keep: bool) -> None:
        """Whether the next rows are the same list refreshed (stay where we are) or another (go to the top)."""
        self._keep_scroll = self.verticalScrollBar().value() if keep else 0

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Keep the ids, which outlive the rows."""
        super().selectionChanged(selected, deselected)
        if self._fitting:
            return
        ranges = [(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()]
        self._count = sum(bottom - top + 1 for top, bottom in ranges)
        rows = [row for top, bottom in ranges for row in range(top, min(bottom, top + MOST_SELECTED) + 1)]
        current = self.currentIndex().row()
        rows.sort(key=lambda row: row == current)
        self._ids = [one for row in rows if (one := self._rows.id_at(row)) is not None]
        self.picked.emit(self.selected_ids())

    def _before_reset(self) -> None:
        self._fitting = True  # the selection that the reset clears is not the operator's doing

    def _after_reset(self) -> None:
        wanted, chosen = self._ids, QItemSelection()
        last = QModelIndex()
        for record_id in wanted:
            row = self._rows.row_of(record_id)
            if row >= 0:
                last = self._rows.index(row, 0)
                chosen.select(last, self._rows.index(row, len(self._rows.columns) - 1))
        flags = QItemSelectionModel.SelectionFlag
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, flags.NoUpdate)
            self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        self._fitting = False
        self.verticalScrollBar().setValue(self._keep_scroll)
        self._keep_scroll = 0
        self._ids = [one for one in wanted if self._rows.row_of(one) >= 0]
        self._count = len(self._ids)
        self.picked.emit(self.selected_ids())

    # language, mouse and keys

    def changeEvent(self, event: QEvent) -> None:
        """Another language has other fonts."""
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.LanguageChange):
            self.setFont(role_font("table"))
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rest of the width to the column that takes it."""
        super().resizeEvent(event)
        self.fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tint the whole row under the mouse."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        for delegate in self._delegates:
            delegate.hovered = row
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._emit_id(index, self.opened.emit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = walked_here(event, self.shows_ring)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space peeks; arrows, Home, End and pages move as in any table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._emit_id(self.currentIndex(), self.opened.emit)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._emit_id(self.currentIndex(), self.peeked.emit)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Copy is the table's while it has the focus, not the Edit menu's, which means text."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.matches(QKeySequence.StandardKey.Copy):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is selected; by key it opens at the current row."""
        if not self._ids:
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        where = self.visualRect(self.currentIndex()).bottomLeft() + QPoint(40, 0)
        self.menu_asked.emit(self.viewport().mapToGlobal(where) if by_key else event.globalPos())

    def _emit_id(self, index: QModelIndex, signal: Callable[[int], None]) -> None:
        record = index.data(RECORD_ROLE) if index.isValid() else None
        if record is not None:
            signal(index.data(ID_ROLE))
