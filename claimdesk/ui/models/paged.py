"""A table over any number of records that holds only the windows in sight.

The model asks for a first page; until it is there the old rows stay. Every other page is fetched when a
view asks for one of its rows, which shows a placeholder meanwhile. The model runs nothing itself: it is
given a `fetch` that answers later on the main thread.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from claimdesk.ui.models.columns import Cell, Column

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()

PAGE = 200
KEPT_PAGES = 20

CELL_ROLE = Qt.ItemDataRole.UserRole + 1  # Cell, or None while its page is on the way
RECORD_ROLE = Qt.ItemDataRole.UserRole + 2
VALUE_ROLE = Qt.ItemDataRole.UserRole + 3
ID_ROLE = Qt.ItemDataRole.UserRole + 4
_OF_RECORD = frozenset((
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
    CELL_ROLE, RECORD_ROLE, VALUE_ROLE, ID_ROLE,
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Window:
    """Some records in order, out of `total`; `ms` is how long the question took."""

    total: int
    records: tuple[Any, ...]
    ms: float = 0.0


class Cancellable(Protocol):
    """A question under way."""

    def cancel(self) -> None: ...


# query, offset, limit, what to do with the answer, what to do with an error
Fetch = Callable[[Any, int, int, Callable[[Window], None], Callable[[Exception], None]], Cancellable | None]


class PagedTableModel(QAbstractTableModel):
    """Rows of a query, by pages.

    Signals: `filled(total, ms)` when a query's first rows have replaced the old ones; `failed(error)` when a
    question could not be answered (the old rows stay); `busy(bool)` while a new query is under way.
    """

    filled = Signal(int, float)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, fetch: Fetch, identify: Callable[[Any], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._identify = identify
        self._columns: tuple[Column, ...] = ()
        self._query: Any = None
        self._total = 0
        self._pages: OrderedDict[int, tuple[Any, ...]] = OrderedDict()
        self._cells: dict[tuple[int, int], Cell] = {}
        self._failed_pages: set[int] = set()
        self._asked: dict[int, Cancellable | None] = {}
        self._wanted: list[int] = []
        self._turn = 0  # answers to an earlier question are dropped
        self._epoch = 0  # pages asked for before the rows were replaced are dropped
        self._question: Cancellable | None = None
        self._answered = True
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(0)
        self._gather.timeout.connect(self._ask_wanted)

    # what it shows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, left to right."""
        return self._columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, or the same ones with other words."""
        same = [c.key for c in columns] == [c.key for c in self._columns]
        if not same:
            self.beginResetModel()
        self._columns = tuple(columns)
        self._cells.clear()
        if not same:
            self.endResetModel()
            return
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.repaint_rows()

    def repaint_rows(self) -> None:
        """Make every cell anew from the records at hand (another language, another minute)."""
        self._cells.clear()
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(self._columns) - 1))

    @property
    def total(self) -> int:
        """How many records fit the query."""
        return self._total

    @property
    def query(self) -> Any:
        """The query whose rows are shown, None before the first answer."""
        return self._query

    # asking

    def ask(self, query: Any, around: int = 0) -> None:
        """Show the rows of a query as soon as its first are there; `around` is a row that will be looked at.

        The question before it is cancelled, its answer dropped.
        """
        self._turn += 1
        if self._question is not None:
            self._question.cancel()
        turn, first = self._turn, max(0, around) // PAGE
        self._answered = False
        self.busy.emit(True)

        def done(window: Window) -> None:
            if turn == self._turn:
                self._show(query, first, window)

        def failed(error: Exception) -> None:
            if turn == self._turn:
                self._close_question()
                self.failed.emit(error)

        job = self._fetch(query, first * PAGE, PAGE, done, failed)
        self._question = None if self._answered else job

    def _close_question(self) -> None:
        self._question, self._answered = None, True
        self.busy.emit(False)

    def _show(self, query: Any, page: int, window: Window) -> None:
        self._epoch += 1
        for job in self._asked.values():
            if job is not None:
                job.cancel()
        self.beginResetModel()
        self._query, self._total = query, window.total
        self._pages = OrderedDict({page: window.records})
        self._cells.clear()
        self._asked.clear()
        self._wanted.clear()
        self._failed_pages.clear()
        self.endResetModel()
        self._close_question()
        self.filled.emit(window.total, window.ms)

    def _ask_wanted(self) -> None:
        """Ask for the pages that were looked at last; what was scrolled past is forgotten."""
        wanted, self._wanted = self._wanted[-2:], []
        for page in wanted:
            if page not in self._pages and page not in self._asked:
                self._ask_page(page)

    def _ask_page(self, page: int) -> None:
        epoch = self._epoch
        self._asked[page] = None

        def done(window: Window) -> None:
            if epoch == self._epoch:
                self._asked.pop(page, None)
                self._keep(page, window.records)

        def failed(error: Exception) -> None:
            if epoch == self._epoch:
                self._asked.pop(page, None)
                self._failed_pages.add(page)
                self._rows_changed(page, PAGE)
                self.failed.emit(error)

        job = self._fetch(self._query, page * PAGE, PAGE, done, failed)
        if page in self._asked:
            self._asked[page] = job

    def _keep(self, page: int, records: tuple[Any, ...]) -> None:
        self._pages[page] = records
        while len(self._pages) > KEPT_PAGES:
            old, _ = self._pages.popitem(last=False)
            for key in [key for key in self._cells if key[0] // PAGE == old]:
                del self._cells[key]
        self._rows_changed(page, len(records))

    def _rows_changed(self, page: int, count: int) -> None:
        first = page * PAGE
        last = min(first + max(count, 1), self._total) - 1
        if first <= last and self._columns:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    # records

    def record(self, row: int) -> Any | None:
        """The record of a row, None while its page is on the way (it is asked for)."""
        page = row // PAGE
        records = self._pages.get(page)
        if records is None:
            if page not in self._asked and page not in self._failed_pages:
                if page in self._wanted:
                    self._wanted.remove(page)
                self._wanted.append(page)
                if not self._gather.isActive():
                    self._gather.start()
            return None
        self._pages.move_to_end(page)
        at = row - page * PAGE
        return records[at] if at < len(records) else None

    def peek(self, row: int) -> Any | None:
        """The record of a row if its page is at hand; asks for nothing."""
        records = self._pages.get(row // PAGE, ())
        return records[row % PAGE] if row % PAGE < len(records) else None

    def id_at(self, row: int) -> int | None:
        """The id of a row's record if its page is at hand."""
        record = self.peek(row)
        return None if record is None else self._identify(record)

    def row_of(self, record_id: int) -> int:
        """The row of a record among the pages at hand, -1 when it is in none of them."""
        for page, records in self._pages.items():
            for at, record in enumerate(records):
                if self._identify(record) == record_id:
                    return page * PAGE + at
        return -1

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() // PAGE in self._failed_pages:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._total:
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in _OF_RECORD:
            return None
        record = self.record(index.row())
        return None if record is None else self._read(role, record, index.row(), index.column())

    def _read(self, role: int, record: Any, row: int, column: int) -> Any:
        """What a role says of a cell."""
        if role == RECORD_ROLE:
            return record
        if role == ID_ROLE:
            return self._identify(record)
        cell = self._cell(record, row, column)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title, words = self._columns[column].title, cell.text or cell.tip
            return f"{title}: {words}" if title and words else words
        value = self._columns[column].value if role == VALUE_ROLE else None
        return cell.text if value is None else value(record)

    def _cell(self, record: Any, row: int, column: int) -> Cell:
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._cells[(row, column)] = self._columns[column].cell(record)
        return cell


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
