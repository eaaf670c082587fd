"""The Orders screen: search, filters, the list, and the pane that says what fits the chosen order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.core.records.orders import OrderFilter, OrderRow
from claimdesk.ui.context import Changes
from claimdesk.ui.models.paged import PAGE, PagedTableModel
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.orders.columns import FIXED, OrderColumns
from claimdesk.ui.orders.drawer import PaneHolder
from claimdesk.ui.orders.filters import FilterRow
from claimdesk.ui.orders.foot import Foot
from claimdesk.ui.orders.pane import OrderPane
from claimdesk.ui.orders.places import Places
from claimdesk.ui.orders.reading import OrderDetails, OrderQuery, OrderReader, Totals
from claimdesk.ui.orders.words import OrderWords
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import ScreenHead
from claimdesk.ui.widgets.empty import EmptyState, LoadingRows, MessageBar
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.core.records.tasks import Task
    from claimdesk.ui.context import WindowContext

LIST, LOADING, NO_ORDERS, NO_MATCH = range(4)
SORTS = ("purchased_at", "deliver_by", "order_no", "total", "buyer", "status")


class OrdersScreen(Screen):
    """All orders of the shop, by pages."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self._words = OrderWords(self)
        self.places = Places(ctx, self)
        self._columns = OrderColumns(ctx.now, self.places, self)
        self._reader = OrderReader(ctx, self)
        self._all = 0
        self._ms = 0.0
        self._details_job: Any = None
        self._hidden = frozenset(str(ctx.settings.value("orders/hidden", "") or "").split()) - set(FIXED)
        self.head = ScreenHead(height=60)
        self.export, self.import_file = PlainButton("", "export"), PlainButton("", "download-simple", "Ctrl I")
        self.filters = FilterRow(ctx, self.places)
        self._query = OrderQuery(self.filters.filter, *self._kept_sort())
        self._last = int(str(ctx.settings.value("orders/selected", 0)))  # selected when the program was left
        self._last_row = int(str(ctx.settings.value("orders/selected_row", 0)))  # and where it stood, to load its page
        self.model = PagedTableModel(self._reader.window, lambda row: row.id, self)
        self.table = PagedTable(self.model)
        self.table.setObjectName("orders_table")
        self.foot = Foot()
        self.error = MessageBar(kind="danger")
        self.nothing, self.no_match = EmptyState("download-simple"), EmptyState("magnifying-glass")
        self.pane = OrderPane(ctx, self.places)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.table.show_sort(self._query.sort, self._query.descending)
        self.pane.show_nothing()

    # layout

    def _lay_out(self) -> None:
        self.export.setObjectName("orders_export")
        self.import_file.setObjectName("orders_import")
        for button in (self.export, self.import_file):
            self.head.actions.addWidget(button)  # type: ignore[attr-defined]
        self.card = QFrame()
        self.card.setProperty("frame", "card")
        self._stack = QStackedWidget()
        for page in (self.table, LoadingRows(), self.nothing, self.no_match):
            self._stack.addWidget(page)
        self._stack.setCurrentIndex(LOADING)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.error)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        self.error.hide()
        self.holder = PaneHolder(self.card, self.pane)
        body = QHBoxLayout()
        body.setContentsMargins(24, 0, 24, 16)
        body.addWidget(self.holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.filters)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        ctx = self.ctx
        self.filters.changed.connect(self._on_filter)
        self.filters.columns.clicked.connect(self._choose_columns)
        self.table.sort_asked.connect(self._on_sort)
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(self.open_order)
        self.table.copy_asked.connect(self._copy_numbers)
        self.table.menu_asked.connect(self._show_menu)
        self.table.peeked.connect(lambda _: self.holder.peek())
        self.model.filled.connect(self._on_filled)
        self.model.failed.connect(self._on_failed)
        self.error.clicked.connect(lambda: self._ask(keep=True))
        self.nothing.clicked.connect(lambda: ctx.show_screen.emit("import"))
        self.no_match.clicked.connect(self.filters.clear)
        self.import_file.clicked.connect(lambda: ctx.show_screen.emit("import"))
        self.export.clicked.connect(lambda: ctx.show_screen.emit("reports"))
        self.pane.scenario_chosen.connect(self.open_case)
        self.pane.case_chosen.connect(ctx.open_case)
        self.pane.all_asked.connect(ctx.new_case)
        self.pane.order_chosen.connect(self.show_order)
        self.pane.copied.connect(lambda _: ctx.toast.emit(self.tr("Copied"), None))
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self._leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    # Screen

    def refresh(self, changes: Changes) -> None:
        """Load the list again where it stands, and the order in the pane."""
        if self.ctx.desk is None or not (changes.orders or changes.cases):
            return
        self._reader.totals(self._on_totals)
        self._ask(keep=True)

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.head.title.setText(self.tr("Orders"))
        self.export.setText(self.tr("Export"))
        self.import_file.setText(self.tr("Import"))
        self.nothing.set(
            self.tr("No orders yet"),
            self.tr("Import a file"),
            self.tr("Drop an export of your orders anywhere in the window, or choose a file."),
        )
        self.filters.retranslate()
        self.table.set_columns(self._columns.columns())
        self.table.show_only(self._hidden)
        self.pane.retranslate()
        self._write_foot()
        self._write_no_match()

    def panes_of(self) -> tuple[QWidget, ...]:
        return (self.head, self.filters, self.table, self.pane)

    def keys_go_to(self) -> QWidget | None:
        return self.table

    def selected_order(self) -> int:
        """The order that New case should start from; 0 for none."""
        ids = self.table.selected_ids()
        return ids[-1] if len(ids) == 1 else 0

    def toggle_context(self) -> None:
        """Show or hide the details pane."""
        self.holder.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search gives way in a narrow window."""
        super().resizeEvent(event)
        self.filters.fit(self.width())

    def minimumSizeHint(self) -> QSize:
        """Narrower than its widgets would like, so that the window's own minimum counts."""
        return QSize(600, 400)

    # the list

    def show_filter(self, wanted: OrderFilter) -> None:
        """Show the orders that fit a filter from elsewhere."""
        self.filters.show_filter(wanted)

    def show_order(self, order_id: int) -> None:
        """Show one order in the pane, and select it where it is listed."""
        if not self.table.select_id(order_id):
            self._load_details(order_id)

    def _on_filter(self, wanted: OrderFilter) -> None:
        self._query = OrderQuery(wanted, self._query.sort, self._query.descending)
        self.filters.fit(self.width())
        self._ask(keep=False)

    def _on_sort(self, sort: str, descending: bool) -> None:
        self._query = OrderQuery(self._query.filter, sort, descending)
        self.ctx.settings.setValue("orders/sort", sort)
        self.ctx.settings.setValue("orders/descending", int(descending))
        self.table.show_sort(sort, descending)
        self._ask(keep=False)

    def _ask(self, *, keep: bool) -> None:
        if self.ctx.desk is None:
            return
        self.table.keep_place(keep)
        self.model.ask(self._query, around=self._last_row or (self.table.first_row_seen() if keep else 0))

    def _on_filled(self, total: int, ms: float) -> None:
        self.error.hide()
        if total:
            self._stack.setCurrentIndex(LIST)
            row, self._last_row = self._last_row, 0
            if not self.table.selected_ids() and not (self._last and self.table.select_id(self._last)):
                if row >= PAGE:  # it is not where it was: from the top, as if nothing had been kept
                    self._last = 0
                    self._ask(keep=False)
                    return
                self.table.select_first()
            if self._last:  # in the middle, for the foot below the list is still to come
                self.table.scrollTo(self.table.currentIndex(), self.table.ScrollHint.PositionAtCenter)
            self._last = 0
            self.give_keys()
        else:
            self._stack.setCurrentIndex(NO_ORDERS if self._query.filter == OrderFilter() else NO_MATCH)
        self._ms = ms
        self._write_foot()
        self._write_no_match()

    def _on_failed(self, error: Exception) -> None:
        self.error.set(self.ctx.words(error), action=self.tr("Retry"))
        self.error.show()

    def _on_totals(self, totals: Totals) -> None:
        self._all = totals.count
        if self.places.know_shops(totals.shops):
            self.table.set_columns(self._columns.columns())
            self.table.show_only(self._hidden)
            self.pane.retranslate()
        self.filters.offer(totals.facets)
        self.filters.fit(self.width())
        self._write_foot()

    def _write_foot(self) -> None:
        self.head.aside.setText(count_text(self._all) if self._all else "")
        self.foot.write(
            self.model.total, max(self._all, self.model.total), self._words.sorted_by(self._query.sort), self._ms
        )
        self.foot.setVisible(self._stack.currentIndex() == LIST)

    def _write_no_match(self) -> None:
        names = self.tr(", ", "between filters").join(self.filters.active_names())
        self.no_match.set(
            self.tr("No order matches"),
            self.tr("Clear filters"),
            self.tr("These filters are on: {names}").format(names=names) if names else "",
        )

    def _copy_numbers(self) -> None:
        """The selected orders' numbers, one per line."""
        rows: list[OrderRow] = self.table.selected_records()
        QGuiApplication.clipboard().setText("\n".join(row.order_no for row in rows))
        self.ctx.toast.emit(self.tr("Copied"), None)

    def _show_menu(self, where: QPoint) -> None:
        """What can be done with the selected orders."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        menu.addAction(self.tr("Copy order number")).triggered.connect(self._copy_numbers)
        order = self.selected_order()
        if order:
            menu.addAction(self.tr("Open case")).triggered.connect(lambda: self.open_order(order))
            menu.addAction(self.tr("Choose a scenario…")).triggered.connect(lambda: self.ctx.new_case.emit(order))
        menu.popup(where)

    # columns

    def _choose_columns(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        for column in self.model.columns:
            if column.key not in FIXED:
                action = menu.addAction(column.title)
                action.setCheckable(True)
                action.setChecked(column.key not in self._hidden)
                action.toggled.connect(lambda on, key=column.key: self._show_column(key, on))
        below = self.filters.columns
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _show_column(self, key: str, on: bool) -> None:
        self._hidden = self._hidden - {key} if on else self._hidden | {key}
        self.ctx.settings.setValue("orders/hidden", " ".join(sorted(self._hidden)))
        self.table.show_only(self._hidden)

    def _kept_sort(self) -> tuple[str, bool]:
        sort = str(self.ctx.settings.value("orders/sort", "purchased_at"))
        descending = str(self.ctx.settings.value("orders/descending", "1")) == "1"
        return sort if sort in SORTS else "purchased_at", descending

    # the pane

    def _on_picked(self, ids: list[int]) -> None:
        if self.table.selected_count() > 1:
            records: list[OrderRow] = self.table.selected_records()
            self.pane.show_several(self.table.selected_count(), records)
        elif ids:
            self.ctx.settings.setValue("orders/selected", ids[-1])
            self.ctx.settings.setValue("orders/selected_row", max(0, self.model.row_of(ids[-1])))
            self._load_details(ids[-1])
        else:
            self._drop_details()
            self.pane.show_nothing()

    def _load_details(self, order_id: int) -> None:
        self._drop_details()
        self._details_job = self._reader.details(order_id, self._show_details, self._on_failed)

    def _drop_details(self) -> None:
        if self._details_job is not None:
            self._details_job.cancel()
            self._details_job = None

    def _show_details(self, details: OrderDetails) -> None:
        if self.table.selected_count() <= 1:
            self.pane.show_details(details)

    def _leave(self) -> None:
        if not self.holder.close_drawer():
            self.filters.search.clear()
            self.table.setFocus()

    # cases

    def open_order(self, order_id: int) -> None:
        """Go to the order's open case, or open one by the scenario that fits best; with none, let the operator choose."""
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is None:
            return

        def work(task: Task) -> tuple[str, Any]:
            from claimdesk.ui.orders.suggestion import open_case

            running = open_case(desk.cases.of_order(order_id, now))
            if running is not None:
                return "case", running.id
            suggested = desk.cases.suggest(order_id, now)
            return ("scenario", suggested[0].scenario.id) if suggested else ("none", "")

        def done(found: tuple[str, Any]) -> None:
            kind, value = found
            if kind == "case":
                self.ctx.open_case.emit(value)
            elif kind == "scenario":
                self.open_case(order_id, value)
            else:
                self.ctx.new_case.emit(order_id)

        self.ctx.jobs.run(work, owner=self, done=done, lane="reading")

    def open_case(self, order_id: int, scenario: str) -> None:
        """Open a case of this scenario for an order and go to it."""
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is None or not order_id:
            return

        def done(case_id: int) -> None:
            self.ctx.changed.emit(Changes(cases=True))
            self.ctx.open_case.emit(case_id)

        self.ctx.jobs.run(lambda task: desk.cases.open(order_id, scenario, now), owner=self, done=done)
