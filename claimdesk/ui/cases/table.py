"""The table of cases: rows of 46 in two lines, columns that give way, a selection that survives new rows."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from claimdesk.core.records.cases import CaseRow
from claimdesk.ui.case.status_words import status_words
from claimdesk.ui.cases.table_paint import EDGE, ROW, SIDE, CaseDelegate
from claimdesk.ui.fonts import role_font
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.heading import Heading
from claimdesk.ui.widgets.by_key import walked_here
from claimdesk.ui.widgets.painting import chip_width, text_width
from claimdesk.ui.widgets.times import countdown, money_text, two_clocks

if TYPE_CHECKING:
    from claimdesk.ui.cases.words import CaseWords
    from claimdesk.ui.context import WindowContext

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEIGHT = 46
# key, width; 0 takes the rest
_WIDTHS = {"case": 58, "scenario": 0, "deadline": 160, "status": 164, "step": 60, "amount": 76, "platform": 100}

_GONE = ("step", "platform")  # columns that go where the titles have no room even then
_LEAST = {"deadline": 112, "status": 60, "step": 20, "amount": 56, "platform": 60}
_AMOUNT = list(_WIDTHS).index("amount")
_SCENARIO = (200, 320)  # what the scenario has at least before the others give way, and at most
_SHOP = 100  # px of a shop's name, at most
_MEASURED = 400  # rows; what is further down is seen when the list is scrolled, and says the same


class CaseModel(QAbstractTableModel):
    """Rows of cases; `columns` carry the titles in the language shown."""

    def __init__(self, ctx: WindowContext, words: CaseWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._words = ctx, words
        self.rows: tuple[CaseRow, ...] = ()
        self.columns: tuple[Column, ...] = ()

    def show(self, rows: tuple[CaseRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, self.columns[index.column()].key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, self.columns[index.column()].key)
        return None

    def _tip(self, row: CaseRow, key: str) -> str | None:
        """More about a cell: the title in full; when the deadline is, here and on the platform."""
        if key == "scenario":
            return f"{row.title.get(self._ctx.language)}\n{row.order_no}"
        due = row.next_deadline
        if key == "deadline" and due is not None:
            return two_clocks(due.safe, self._ctx.now(), self._ctx.language, self._ctx.home, due.zone)
        if key == "platform":
            return self._words.shop(row.shop_id) or None
        if key == "step":
            return f"{row.steps_done}/{row.steps_total}"
        return None

    def _text(self, row: CaseRow, key: str) -> str:
        """What a cell says to a screen reader."""
        language, now = self._ctx.language, self._ctx.now()
        due = row.next_deadline
        return {
            "case": row.ref,
            "scenario": f"{row.title.get(language)}, {row.buyer_name}, {row.item}",
            "deadline": f"{countdown(due.safe, now, language, self._ctx.home).text}, {due.action.get(language)}"
            if due
            else "",
            "status": status_words(row, now).text,
            "step": f"{row.steps_done}/{row.steps_total}",
            "amount": money_text(row.amount_minor, row.currency),
            "platform": ", ".join(
                filter(None, (self._words.marketplace(row.platform, row.marketplace), self._words.shop(row.shop_id)))
            ),
        }[key]


class CaseTable(QTableView):
    """`opened(case id)` for Enter and double click, `picked()` when the selection changed, `sort_asked(key)`."""

    opened = Signal(int)
    picked = Signal()
    sort_asked = Signal(str)
    shows_ring = False

    def __init__(self, ctx: WindowContext, words: CaseWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("casesTable")
        self._ctx = ctx
        self._words = words
        self._model = CaseModel(ctx, words, self)
        self._heading = Heading(self._model, self)  # type: ignore[arg-type]
        self._delegates: list[CaseDelegate] = []
        self._needed: dict[str, int] = {}
        self.wanted = 0  # the case to select while none is selected yet
        self.setHorizontalHeader(self._heading)
        self.setModel(self._model)
        self._dress()
        self._heading.sectionClicked.connect(lambda at: self.sort_asked.emit(self._model.columns[at].key))
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_HEIGHT)
        rows.setDefaultSectionSize(_HEIGHT)
        self._heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def retranslate(self) -> None:
        """Headings in the language shown."""
        titles = {
            "case": self.tr("Case"),
            "scenario": self.tr("Scenario, buyer"),
            "deadline": self.tr("Next deadline"),
            "status": self.tr("Status"),
            "step": self.tr("Step"),
            "amount": self.tr("At risk"),
            "platform": self.tr("Platform, shop") if len(self._words.shops) > 1 else self.tr("Platform"),
        }
        first = not self._model.columns
        columns = tuple(
            Column(key, titles[key], width, lambda row: Cell(), sort=key, right=key == "amount",
                   left=EDGE if key == "case" else SIDE)
            for key, width in _WIDTHS.items()
        )  # fmt: skip
        if first:
            self._model.beginResetModel()
        self._model.columns = columns
        if first:
            self._model.endResetModel()
            self._delegates = [CaseDelegate(key, self._ctx, self._words, self) for key in _WIDTHS]
            for at, delegate in enumerate(self._delegates):
                self.setItemDelegateForColumn(at, delegate)
        self._measure()
        self._fit()
        self._heading.viewport().update()
        self.viewport().update()

    def show_rows(self, rows: tuple[CaseRow, ...], sort: str, *, descending: bool) -> None:
        """Show these rows; what was selected stays selected where it is still there."""
        kept = set(self.selected_ids()) or {self.wanted}
        at = self.verticalScrollBar().value()
        self._heading.sort, self._heading.descending = sort, descending
        self._model.show(rows)
        self._measure()
        self._fit()
        self.verticalScrollBar().setValue(at)
        chosen = [n for n, row in enumerate(rows) if row.id in kept]
        if chosen:
            self.setCurrentIndex(self._model.index(chosen[0], 0))
            for n in chosen[1:]:
                flags = self.selectionModel().SelectionFlag.Select | self.selectionModel().SelectionFlag.Rows
                self.selectionModel().select(self._model.index(n, 0), flags)
        elif rows:
            self.selectRow(0)
        self.picked.emit()
        self._heading.viewport().update()

    def choose(self, case_id: int) -> None:
        """Select a case that is shown, and bring it into sight."""
        at = next((n for n, row in enumerate(self._model.rows) if row.id == case_id), -1)
        if at >= 0:
            self.selectRow(at)
            self.scrollTo(self._model.index(at, 0))

    def selected_ids(self) -> list[int]:
        """Ids of the selected cases."""
        return [row.id for row in self.selected_rows()]

    def selected_rows(self) -> list[CaseRow]:
        """The selected cases, top to bottom."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.rows[at] for at in chosen if at < len(self._model.rows)]

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = walked_here(event, self.shows_ring)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _hover(self, row: int) -> None:
        if self._delegates and self._delegates[0].hovered != row:
            for delegate in self._delegates:
                delegate.hovered = row
            self.viewport().update()

    def _open(self, index: Index) -> None:
        self.opened.emit(self._model.rows[index.row()].id)

    def _measure(self) -> None:
        """How wide the words of each column are, in the language shown."""
        rows, language, now = self._model.rows[:_MEASURED], self._ctx.language, self._ctx.now()
        strong, control, body = role_font("strong"), role_font("control"), role_font("body")
        second = role_font("secondary")
        said = [status_words(row, now) for row in rows]
        left = {
            countdown(row.next_deadline.safe, now, language, self._ctx.home).text for row in rows if row.next_deadline
        }
        each = {
            "scenario": [text_width(words, strong) for words in {row.title.get(language) for row in rows}],
            "deadline": [text_width(words, strong) for words in left],
            "status": [chip_width(*words) for words in {(one.text, one.icon) for one in said}],
            "amount": [text_width(money_text(row.amount_minor, row.currency), control) for row in rows],
            "below": [
                text_width(words, second)
                for words in {self._words.marketplace(row.platform, row.marketplace) for row in rows}
            ],
            "platform": [
                text_width(words, body)
                for words in {self._words.marketplace(row.platform, row.marketplace) for row in rows}
            ]
            + [min(_SHOP, text_width(self._words.shop(shop), second)) for shop in {row.shop_id for row in rows}],
        }
        self._needed = {key: ceil(max(widths)) + 1 for key, widths in each.items() if widths}

    def _fit(self) -> None:
        """Fixed widths with a gap after each, the rest to the scenario.

        Where that is too narrow for its titles, the others give way as far as their own words allow; what is to be
        done is then cut, and the step is left to its ring. Where that is not enough the step goes, and the platform of
        a single shop stands below the amount.
        """
        columns = self._model.columns
        if not columns:
            return
        widths, titles = {c.key: c.width for c in columns}, {c.key: c.title for c in columns}
        room = self.viewport().width() - sum(c.left + c.width + SIDE for c in columns)
        wanted = min(max(self._needed.get("scenario", 0), _SCENARIO[0]), _SCENARIO[1])
        if room < wanted:
            heads = self._heading.fontMetrics()
            spare = {
                key: max(0, widths[key] - max(least, self._needed.get(key, 0), heads.horizontalAdvance(titles[key])))
                for key, least in _LEAST.items()
            }
            share = min(1.0, (wanted - room) / max(1, sum(spare.values())))
            for key, give in spare.items():
                widths[key] -= round(give * share)
                room += round(give * share)
        gone: set[str] = set()
        for column in (c for c in columns if c.key in _GONE and room < wanted):
            if column.key != "platform" or len(self._words.shops) < 2:
                gone.add(column.key)
                room += column.left + widths[column.key] + SIDE
        if "platform" in gone:
            more = max(0, self._needed.get("below", 0) - widths["amount"])
            widths["amount"] += more
            room -= more
        self._delegates[_AMOUNT].platform_below = "platform" in gone
        widths["scenario"] = max(120, room)
        for at, column in enumerate(columns):
            self.setColumnHidden(at, column.key in gone)
            self.setColumnWidth(at, column.left + widths[column.key] + SIDE)
