"""The right side of the intake: the order or the search for it, the scenarios for a new case, and what will happen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from claimdesk.core.records.orders import Order, OrderRow
from claimdesk.ui.cases.new_case_list import ENTRY_ROLE, Entry, ScenarioDelegate, ScenarioListModel
from claimdesk.ui.cases.new_case_reading import find_orders
from claimdesk.ui.orders.history import HistoryRow
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.families import FAMILY_ICONS
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.intake.reading import Offer

WIDTH = 388


class NoticeTarget(QWidget):
    """Signals: `order_chosen(id)`, `import_asked` for an order that is not here yet, `scenario_chosen`."""

    order_chosen = Signal(int)
    import_asked = Signal()
    scenario_chosen = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._offer: Offer | None = None
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setProperty("ground", "bg")
        self._card = Card(padding=12)
        self._order, self._order_detail = Plain("", "strong", elide=True), Plain("", "table", "text2", wrap=True)
        self.other = LinkButton()
        self.other.setObjectName("intakeOtherOrder")
        self._pick = QWidget()
        self._pick_title, self._none = Plain("", "strong", wrap=True), Plain("", "table", "text3", wrap=True)
        self.order_search = SearchField()
        self.order_search.setObjectName("intakeOrderSearch")
        self.to_import = LinkButton("", "download-simple")
        self.to_import.setObjectName("intakeImport")
        self._found = QVBoxLayout()
        self._list_title, self._why = Plain("", "strong"), Plain("", "table", "text2", wrap=True)
        self._why.setObjectName("intakeWhy")
        self.model = ScenarioListModel(self)
        self.list = QListView()
        self.list.setObjectName("intakeScenarios")
        self._arrange()
        self.other.clicked.connect(self._pick_another)
        self.to_import.clicked.connect(self.import_asked)
        self.order_search.searched.connect(self._search)
        self.model.modelReset.connect(self._choose_first)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())

    def _arrange(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ScenarioDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(8)
        self._card.body.addWidget(self._order)
        self._card.body.addWidget(self._order_detail)
        column.addWidget(self._card)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignRight)
        pick = QVBoxLayout(self._pick)
        pick.setContentsMargins(0, 0, 0, 0)
        pick.setSpacing(6)
        self._found.setSpacing(0)
        for widget in (self._pick_title, self.order_search, self._none):
            pick.addWidget(widget)
        pick.addLayout(self._found)
        pick.addWidget(self.to_import, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._pick)
        column.addWidget(self._list_title)
        column.addWidget(self.list, 1)
        column.addWidget(self._why)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    # what it shows

    def show_offer(self, offer: Offer) -> None:
        """Show the order, or the search for it, and the scenarios where a new case is opened."""
        self._offer = offer
        self._pick.setVisible(offer.order is None)
        if offer.order is None:
            self._search("")
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.other.setText(self.tr("Choose another order"))
        self.order_search.setPlaceholderText(self.tr("Order, buyer, item, tracking"))
        self.order_search.setAccessibleName(self.tr("Search orders"))
        self.to_import.setText(self.tr("Import the file that holds the order first"))
        self.to_import.updateGeometry()
        self._none.setText(self.tr("No order fits."))
        self._list_title.setText(self.tr("Scenario of the new case"))
        self.list.setAccessibleName(self.tr("Scenarios"))
        offer = self._offer
        if offer is None:
            return
        number = offer.reading.notice.order_no
        asked = self.tr("The text names no order. Which one is it about?")
        if offer.reading.choices:
            asked = self.tr("The mail names several orders. Which one is it about?")
        elif number:
            asked = self.tr("Order {0} is not here yet. Choose another one, or import it.").format(number)
        self._pick_title.setText(asked)
        self._card.setVisible(offer.order is not None)
        self.other.setVisible(offer.order is not None)
        opens = offer.order is not None and offer.reading.open_case is None
        self._list_title.setVisible(opens)
        self.list.setVisible(opens)
        self._why.setVisible(opens)
        self._rest.setVisible(not opens)
        self._show_order(offer)
        self._show_scenarios(offer)

    def _show_order(self, offer: Offer) -> None:
        order = offer.order
        if order is None:
            return
        self._order.setText(order.order_no)
        line = order.lines[0] if order.lines else None
        buyer = order.buyer_name or order.ship_name or order.buyer_username
        parts = (buyer, times.money_text(order.total_minor, order.currency), (line.title or line.sku) if line else "")
        self._order_detail.setText(" · ".join(part for part in parts if part))

    def _show_scenarios(self, offer: Offer) -> None:
        text = self._ctx.text
        fitting = {one.scenario.id for one in offer.reading.suggested}
        entries = [Entry(self.tr("Suggested"))] if fitting else []
        for at, one in enumerate(offer.reading.suggested):
            between = "" if self._ctx.language.startswith("zh") else " "
            why = between.join(text(reason) for reason in one.because)
            badge = self.tr("Best fit") if at == 0 else ""
            entries.append(
                Entry(text(one.scenario.title), one.scenario.id, why, FAMILY_ICONS[one.scenario.family], badge)
            )
        entries.append(Entry(self.tr("Others")))
        entries += [Entry(text(one.title), one.id, text(one.purpose), FAMILY_ICONS[one.family])
                    for one in offer.scenarios if one.id not in fitting]  # fmt: skip
        self.model.show(tuple(entries))

    # choosing

    @property
    def chosen(self) -> str:
        """The id of the chosen scenario; empty for none."""
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        return entry.scenario if isinstance(entry, Entry) else ""

    @property
    def chosen_title(self) -> str:
        """The title of the chosen scenario."""
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        return entry.title if isinstance(entry, Entry) else ""

    def step(self, by: int) -> None:
        """The next or the previous scenario."""
        row = self.list.currentIndex().row() + by
        while 0 <= row < self.model.rowCount() and not self.model.entries()[row].scenario:
            row += by
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))

    def focus_first(self) -> None:
        """The search for the order while there is none, else the scenarios."""
        field = self.order_search if self._pick.isVisibleTo(self) else self.list
        field.setFocus()

    def take_found(self, row: QWidget | None = None) -> bool:
        """Choose an order that was found: the row given, else the first for what was typed; False when there is none."""
        if not isinstance(row, HistoryRow) and not self.order_search.text().strip():
            return False
        rows = [item.widget() for at in range(self._found.count()) if (item := self._found.itemAt(at)) is not None]
        wanted = row if row in rows else rows[0] if rows else None
        if isinstance(wanted, HistoryRow):
            wanted.click()
        return wanted is not None

    def _on_chosen(self) -> None:
        entry = self.list.currentIndex().data(ENTRY_ROLE)
        self._why.setText(entry.detail if isinstance(entry, Entry) else "")
        self.scenario_chosen.emit()

    def _choose_first(self) -> None:
        row = self.model.row_of("")
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollToTop()

    def _pick_another(self) -> None:
        self._pick.show()
        self._search(self.order_search.text())
        self.order_search.setFocus()

    def _search(self, wanted: str) -> None:
        desk, now = self._ctx.desk, self._ctx.now()
        named = self._offer.reading.choices if self._offer is not None else ()
        if named and not wanted.strip():
            self._show_found(named)
        elif desk is not None:
            self._ctx.jobs.run(lambda task: find_orders(desk, wanted.strip(), now), owner=self, done=self._show_found,
                               lane="reading")  # fmt: skip

    def _show_found(self, rows: Sequence[OrderRow | Order]) -> None:
        empty_layout(self._found)
        self._none.setVisible(not rows)
        for row in rows:
            aside = times.money_text(row.total_minor, row.currency)
            told = (row.order_no, row.buyer_name, row.shop if isinstance(row, Order) else "")
            made = HistoryRow("  ".join(filter(None, told)), aside, parent=self)
            made.setObjectName(f"intakeOrder{row.id}")
            made.clicked.connect(lambda _=False, order=row.id: self.order_chosen.emit(order))
            self._found.addWidget(made)
