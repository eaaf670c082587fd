"""The list of cases: saved filters at the left, what is due first, sums at the foot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseRow, CaseStatus
from claimdesk.ui.case.tick import Tick, last_minutes
from claimdesk.ui.cases.filters import ALL_OPEN, CaseQuery, counts, fits, ordered
from claimdesk.ui.cases.kept import keep_query, kept_query
from claimdesk.ui.cases.money import sum_words
from claimdesk.ui.cases.reading import CaseBook, read_cases
from claimdesk.ui.cases.side_list import NARROW, WIDE, SideList
from claimdesk.ui.cases.table import CaseTable
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.context import Changes
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Line, ScreenHead
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.empty import EmptyState, LoadingRows, MessageBar
from claimdesk.ui.widgets.fields import SearchField
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
        self.export = PlainButton("", "export")
        self.export.setObjectName("casesExport")
        self.new_case = PrimaryButton("", "plus", "Ctrl N")
        self.new_case.setObjectName("newCaseButton")
        self.side = SideList(ctx)
        self.side.choose(self._query.saved)
        self.search = SearchField("Ctrl F")
        self.search.setObjectName("casesSearch")
        self.search.setFixedWidth(232)
        self.platform, self.scenario, self.shop = FilterChip(), FilterChip(), FilterChip()
        self.shop.setObjectName("casesShop")
        self.clear = LinkButton("")
        self.platform.set_values(self._query.platforms)
        self.scenario.set_values(self._query.scenarios)
        self.shop.set_values([str(shop) for shop in self._query.shops])
        self.table = CaseTable(ctx, self._words)
        self.table.wanted = int(str(ctx.settings.value("cases/selected", 0)))
        self.error = MessageBar("", "danger")
        self.error.hide()
        self.no_cases, self.no_match = EmptyState("briefcase"), EmptyState("magnifying-glass")
        self._count, self._risk = Plain("", "secondary"), Plain("", "secondary")
        self._odr, self._chosen = Plain("", "secondary"), Plain("", "secondary", "text3")
        self._count.setObjectName("casesCount")
        self._arrange()
        self._connect()
        self._tick = Tick(ctx, self._on_tick, self)
        self.retranslate()

    def _arrange(self) -> None:
        for button in (self.export, self.new_case):
            self.head.actions.addWidget(button)  # type: ignore[attr-defined]
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 12)
        bar.setSpacing(8)
        for widget in (self.search, self.platform, self.scenario, self.shop):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.clear)
        self._pages = QStackedWidget()
        for page in (self._build_card(), self._carded(LoadingRows(row=46)), self._carded(self.no_cases),
                     self._carded(self.no_match)):  # fmt: skip
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(LOADING)
        right = QVBoxLayout()
        right.setContentsMargins(8, 0, 24, 16)
        right.setSpacing(0)
        right.addWidget(self._bar)
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
        column.addWidget(self.table, 1)
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
        self.side.chosen.connect(self._on_saved)
        self.search.searched.connect(lambda text: self._narrow(text=text))
        self.platform.changed.connect(lambda values: self._narrow(platforms=tuple(values)))
        self.scenario.changed.connect(lambda values: self._narrow(scenarios=tuple(values)))
        self.shop.changed.connect(lambda values: self._narrow(shops=tuple(map(int, values))))
        self.clear.clicked.connect(self.clear_filters)
        self.table.opened.connect(self.ctx.open_case)
        self.table.picked.connect(self._show_chosen)
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

    # what the window asks

    def panes_of(self) -> tuple[QWidget, ...]:
        return (self.head, self.side, self._bar, self._pages)

    def keys_go_to(self) -> QWidget | None:
        return self.table

    def refresh(self, changes: Changes) -> None:
        """Read the cases again; the old rows stay until the new ones are there."""
        if changes.cases or changes.orders:
            self._read()

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Cases"))
        self.export.setText(self.tr("Export"))
        self.new_case.setText(self.tr("New case"))
        self.search.setPlaceholderText(self.tr("Case, buyer, order"))
        self.platform.setText(self.tr("Platform"))
        self.scenario.setText(self.tr("Scenario"))
        self.shop.setText(self.tr("Shop"))
        self.clear.setText(self.tr("Clear"))
        self.side.retranslate()
        self.table.retranslate()
        for button in (self.export, self.new_case, self.clear):
            button.updateGeometry()
        self._show()

    def selected_order(self) -> int:
        """New case starts from the selected case's order."""
        rows = self.table.selected_rows()
        return rows[0].order_id if len(rows) == 1 else 0

    def show_saved(self, saved: str) -> None:
        """Show a saved filter, as Today's foot asks for."""
        self.side.choose(saved)
        self._on_saved(saved)

    def clear_filters(self) -> None:
        """Back to all open cases."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for chip in (self.platform, self.scenario, self.shop):
            chip.set_values(())
        self.side.choose(ALL_OPEN)
        self._query = CaseQuery()
        self._keep()
        self._show()

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
        self._show()
        self._hurry()

    def _fail(self, error: Exception) -> None:
        self.error.set(self.ctx.words(error), "danger", self.tr("Retry"))
        self.error.show()

    def _show(self) -> None:
        book = self._book
        self.clear.setVisible(self._narrowed)
        if book is None:
            return
        self.side.show_counts(counts(book.rows, book.families))
        self._show_choices(book)
        shown = tuple(row for row in book.rows if fits(row, self._query, book.families))
        self.table.show_rows(ordered(shown, self._sort, descending=self._descending), self._sort,
                             descending=self._descending)  # fmt: skip
        open_cases = sum(row.status is not CaseStatus.CLOSED for row in book.rows)
        self.head.aside.setText(self.tr("{0} open").format(f"{open_cases:,}"))
        self._show_foot(shown)
        self._show_page(book, shown)

    def _show_choices(self, book: CaseBook) -> None:
        platforms = sorted({row.platform for row in book.rows})
        self.platform.set_choices([(platform, self._words.platform(platform)) for platform in platforms])
        self.scenario.set_choices([(one, title.get(self.ctx.language)) for one, title in book.scenarios])
        self.shop.set_choices([(str(one.id), self._words.shop(one.id)) for one in book.shops])
        self.shop.setVisible(len(book.shops) > 1 or bool(self._query.shops))

    def _show_foot(self, shown: tuple[CaseRow, ...]) -> None:
        number = len(shown)
        self._count.setText(self.tr("1 case") if number == 1 else self.tr("{0} cases").format(f"{number:,}"))
        amount = sum_words(shown)
        self._risk.setText(self.tr("{0} at risk").format(amount) if amount else "")
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            self.ctx.settings.setValue("cases/selected", chosen[0])
        self._chosen.setText(self.tr("{0} selected").format(len(chosen)))

    def _show_page(self, book: CaseBook, shown: tuple[CaseRow, ...]) -> None:
        if not book.rows:
            self._show_no_cases(book)
            self._pages.setCurrentIndex(NO_CASES)
        elif not shown:
            name = self.side.words(self._query.saved)
            sentence = (self.tr("No case fits the filters.") if self._narrowed_besides
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

    @property
    def _narrowed_besides(self) -> bool:
        return bool(self._query.text or self._query.platforms or self._query.scenarios or self._query.shops)

    @property
    def _narrowed(self) -> bool:
        return self._narrowed_besides or self._query.saved != ALL_OPEN

    # choosing

    def _on_saved(self, saved: str) -> None:
        self._narrow(saved=saved)

    def _narrow(self, **parts: object) -> None:
        self._query = replace(self._query, **parts)  # type: ignore[arg-type]
        self._keep()
        self._show()

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
        self._hurry()

    def _hurry(self) -> None:
        self._tick.hurry(self._book is not None and last_minutes(self._book.rows, self.ctx.now()))
