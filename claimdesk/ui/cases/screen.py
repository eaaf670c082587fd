"""The cases as a list or a calendar: filters at the left, what is due first, sums at the foot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.ui.case.tick import Tick, last_minutes
from claimdesk.ui.cases.calendar import CaseCalendar
from claimdesk.ui.cases.filter_row import CaseFilterRow
from claimdesk.ui.cases.filters import CaseQuery, Clock, counts, fits, ordered
from claimdesk.ui.cases.kept import keep_query, kept_query
from claimdesk.ui.cases.money import sum_words
from claimdesk.ui.cases.own_filters import OwnFilters
from claimdesk.ui.cases.reading import CaseBook, read_cases
from claimdesk.ui.cases.side_list import NARROW, WIDE, SideList
from claimdesk.ui.cases.table import CaseTable
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.context import Changes
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Line, ScreenHead
from claimdesk.ui.widgets.empty import EmptyState, LoadingRows, MessageBar
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

LIST, LOADING, NO_CASES, NO_MATCH = range(4)
_ROOMY = 1200


class CasesScreen(Screen):
    """All cases of the shop."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.setObjectName("casesScreen")
        self._book: CaseBook | None = None
        self._query = kept_query(ctx.settings)
        self._sort = str(ctx.settings.value("cases/sort", "deadline"))
        self._descending = bool(ctx.settings.value("cases/descending", False, type=bool))
        self._words = CaseWords(ctx, self)
        self.head = ScreenHead(height=60)
        self.view = Segments()
        self.view.setObjectName("casesView")
        self.export = PlainButton("", "export")
        self.export.setObjectName("casesExport")
        self.new_case = PrimaryButton("", "plus", "Ctrl N")
        self.new_case.setObjectName("newCaseButton")
        self.side = SideList(ctx)
        self.side.choose(self._query.saved)
        self.filters = CaseFilterRow(ctx, self._words, self._query)
        self.own = OwnFilters(ctx, self)
        self.table = CaseTable(ctx, self._words)
        self.table.wanted = int(str(ctx.settings.value("cases/selected", 0)))
        self.calendar = CaseCalendar(ctx)
        self._views = QStackedWidget()
        self.error = MessageBar("", "danger")
        self.error.hide()
        self.no_cases, self.no_match = EmptyState("briefcase"), EmptyState("magnifying-glass")
        self._count, self._risk = Plain("", "secondary"), Plain("", "secondary")
        self._odr, self._chosen = Plain("", "secondary"), Plain("", "secondary", "text3")
        self._count.setObjectName("casesCount")
        self._arrange()
        self._connect()
        if ctx.settings.value("cases/view") == "calendar":
            self._views.setCurrentWidget(self.calendar)
        self._tick = Tick(ctx, self._on_tick, self)
        self.retranslate()
        self.view.set_value("calendar" if self.in_calendar else "list")

    def _arrange(self) -> None:
        for button in (self.view, self.export, self.new_case):
            self.head.actions.addWidget(button)  # type: ignore[attr-defined]
        self._pages = QStackedWidget()
        for page in (self._build_card(), self._carded(LoadingRows(row=46)), self._carded(self.no_cases),
                     self._carded(self.no_match)):  # fmt: skip
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(LOADING)
        right = QVBoxLayout()
        right.setContentsMargins(8, 0, 24, 16)
        right.setSpacing(0)
        right.addWidget(self.filters)
        right.addWidget(self.error)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def _build_card(self) -> QWidget:
        card = QFrame()
        card.setProperty("frame", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for view in (self.table, self.calendar):
            self._views.addWidget(view)
        column.addWidget(self._views, 1)
        column.addWidget(Line())
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(20)
        for label in (self._count, self._risk, self._odr):
            foot.addWidget(label)
        foot.addStretch(1)
        foot.addWidget(self._chosen)
        holder = QWidget()
        holder.setFixedHeight(34)
        holder.setLayout(foot)
        column.addWidget(holder)
        return card

    def _carded(self, content: QWidget) -> QWidget:
        card = QFrame()
        card.setProperty("frame", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(content)
        return card

    def _connect(self) -> None:
        self.side.chosen.connect(self.show_saved)
        self.side.removed.connect(self.own.remove)
        self.side.renamed.connect(self.own.rename)
        self.filters.changed.connect(self._want)
        self.filters.save_asked.connect(lambda: self.own.add(self.filters.named(), self._query))
        self.own.changed.connect(self._show)
        for view in (self.table, self.calendar):
            view.opened.connect(self.ctx.open_case)
            view.picked.connect(self._show_chosen)
        self.view.chosen.connect(self._on_view)
        self.table.sort_asked.connect(self._on_sort)
        self.new_case.clicked.connect(lambda: self.ctx.new_case.emit(self.selected_order()))
        self.export.clicked.connect(lambda: self.ctx.show_screen.emit("reports"))
        self.no_match.clicked.connect(self.clear_filters)
        self.no_cases.clicked.connect(self._start)
        self.error.clicked.connect(self._read)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the saved filters leave more room to the list."""
        super().resizeEvent(event)
        self.side.setFixedWidth(WIDE if self.width() >= _ROOMY else NARROW)
        self._fit()

    # what the window asks

    def panes_of(self) -> tuple[QWidget, ...]:
        return (self.head, self.side, self.filters, self._pages)

    def keys_go_to(self) -> QWidget | None:
        return self.calendar.grid if self.in_calendar else self.table

    def refresh(self, changes: Changes) -> None:
        """Read the cases again; the old rows stay until the new ones are there."""
        if changes.cases or changes.orders:
            self._read()

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Cases"))
        self.export.setText(self.tr("Export"))
        self.new_case.setText(self.tr("New case"))
        self.side.retranslate()
        self.filters.retranslate()
        self.table.retranslate()
        self.calendar.retranslate()
        self.view.set_choices([("list", self.tr("List")), ("calendar", self.tr("Calendar"))])
        for button in (self.export, self.new_case):
            button.updateGeometry()
        self._show()

    @property
    def in_calendar(self) -> bool:
        """Whether the cases stand in the calendar."""
        return self._views.currentWidget() is self.calendar

    def _selected(self) -> list[CaseRow]:
        return self.calendar.selected_rows() if self.in_calendar else self.table.selected_rows()

    def selected_order(self) -> int:
        """New case starts from the selected case's order."""
        rows = self._selected()
        return rows[0].order_id if len(rows) == 1 else 0

    def show_saved(self, saved: str) -> None:
        """Show a filter of the left column, as Today's foot asks for; one that the owner saved says everything."""
        own = self.own.get(saved)
        self._want(own.query if own is not None else replace(self._query, saved=saved))

    def clear_filters(self) -> None:
        """Back to all open cases."""
        self._want(CaseQuery())

    # reading and showing

    def _read(self) -> None:
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is not None:
            self.ctx.jobs.run(lambda task: read_cases(desk, now), owner=self, done=self._take, failed=self._fail,
                              lane="reading")  # fmt: skip

    def _take(self, book: CaseBook) -> None:
        self._book = book
        self._words.titles = book.markets
        shops = {one.id: one.name for one in book.shops}
        if shops != self._words.shops:
            self._words.shops = shops
            self.table.retranslate()
        self.error.hide()
        self.own.use(book.own)
        self.filters.offer(book)
        self._show()
        self._hurry()

    def _fail(self, error: Exception) -> None:
        self.error.set(self.ctx.words(error), "danger", self.tr("Retry"))
        self.error.show()

    def _show(self) -> None:
        book = self._book
        self._fit()
        if book is None:
            return
        clock = Clock(self.ctx.now(), self.ctx.home)
        own = {one.value: sum(fits(row, one.query, book.families, clock) for row in book.rows) for one in self.own.all}
        self.side.show_own(self.own.all)
        self.side.show_counts({**counts(book.rows, book.families), **own})
        self.side.choose(self.own.named(self._query) or self._query.saved)
        shown = tuple(row for row in book.rows if fits(row, self._query, book.families, clock))
        self.table.show_rows(ordered(shown, self._sort, descending=self._descending), self._sort,
                             descending=self._descending)  # fmt: skip
        self.calendar.show_rows(shown)
        open_cases = sum(row.status is not CaseStatus.CLOSED for row in book.rows)
        self.head.aside.setText(self.tr("{0} open").format(f"{open_cases:,}"))
        self._show_foot(shown)
        self._show_page(book, shown)

    def _show_foot(self, shown: tuple[CaseRow, ...]) -> None:
        number = len(shown)
        self._count.setText(self.tr("1 case") if number == 1 else self.tr("{0} cases").format(f"{number:,}"))
        amount = sum_words(shown)
        self._risk.setText(self.tr("{0} at risk").format(amount) if amount else "")
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._selected()
        if chosen:
            self.ctx.settings.setValue("cases/selected", chosen[0].id)
        self._chosen.setText(self.tr("{0} selected").format(len(chosen)))

    def _show_page(self, book: CaseBook, shown: tuple[CaseRow, ...]) -> None:
        if not book.rows:
            self._show_no_cases(book)
            self._pages.setCurrentIndex(NO_CASES)
        elif not shown:
            name = self.side.words(self._query.saved)
            sentence = (self.tr("No case fits the filters.") if self._query.besides
                        else self.tr("No case in “{0}”.").format(name))  # fmt: skip
            self.no_match.set(sentence, self.tr("Show all open cases"))
            self._pages.setCurrentIndex(NO_MATCH)
        else:
            self._pages.setCurrentIndex(LIST)
            self.give_keys()

    def _show_no_cases(self, book: CaseBook) -> None:
        if book.orders:
            self.no_cases.set(self.tr("No cases yet. Choose an order, and the fitting scenario is suggested."),
                              self.tr("New case"))  # fmt: skip
        else:
            self.no_cases.set(self.tr("No cases yet. Import your orders first; a case starts from an order."),
                              self.tr("Import orders"))  # fmt: skip

    # choosing

    def _want(self, query: CaseQuery) -> None:
        self._query = query
        self.filters.show_query(query)
        self._keep()
        self._show()

    def _fit(self) -> None:
        self.filters.fit(self.width() - self.side.width() - 32)

    def _on_view(self, view: str) -> None:
        """The same cases in the other form; what was selected is in sight there."""
        chosen = self._selected()
        self._views.setCurrentWidget(self.calendar if view == "calendar" else self.table)
        self.ctx.settings.setValue("cases/view", view)
        if chosen:
            (self.calendar.grid if self.in_calendar else self.table).choose(chosen[0].id)
        self._show_chosen()

    def _on_sort(self, key: str) -> None:
        self._descending = not self._descending if key == self._sort else False
        self._sort = key
        self._keep()
        self._show()

    def _keep(self) -> None:
        keep_query(self.ctx.settings, self._query)
        self.ctx.settings.setValue("cases/sort", self._sort)
        self.ctx.settings.setValue("cases/descending", self._descending)

    def _start(self) -> None:
        if self._book is not None and self._book.orders:
            self.ctx.new_case.emit(0)
        else:
            self.ctx.show_screen.emit("import")

    def _on_tick(self) -> None:
        """Time went by; the order of what is due does not change by itself."""
        self.table.viewport().update()
        self.calendar.grid.update()
        self._hurry()

    def _hurry(self) -> None:
        self._tick.hurry(self._book is not None and last_minutes(self._book.rows, self.ctx.now()))
