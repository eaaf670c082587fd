"""The search for the order that a case is about: a field, the newest orders that fit, a click takes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.core.records.orders import Order, OrderRow
from claimdesk.ui.cases.new_case_reading import find_orders
from claimdesk.ui.orders.history import HistoryRow
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class OrderPick(QWidget):
    """Signal: `order_chosen(id)`. Its owner says what `title` asks and what `none` says when no order fits."""

    order_chosen = Signal(int)

    def __init__(self, ctx: WindowContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._name = ctx, name
        self._likely: Sequence[Order] = ()
        self.title, self.none = Plain("", "strong", wrap=True), Plain("", "table", "text3", wrap=True)
        self.search = SearchField()
        self.search.setObjectName(f"{name}Search")
        self.found = QVBoxLayout()
        self.found.setSpacing(0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        for widget in (self.title, self.search, self.none):
            self.column.addWidget(widget)
        self.column.addLayout(self.found)
        self.search.searched.connect(self._find)

    def retranslate(self) -> None:
        """The words of the field in the language shown now."""
        self.search.setPlaceholderText(self.tr("Order, buyer, item, tracking"))
        self.search.setAccessibleName(self.tr("Search orders"))

    def offer(self, likely: Sequence[Order] = ()) -> None:
        """Look again; the likely ones are shown while nothing is typed, else the newest."""
        self._likely = likely
        self._find(self.search.text())

    def take(self, row: QWidget | None = None) -> bool:
        """Choose an order that was found: the row given, else the first for what was typed; False when there is none."""
        if not isinstance(row, HistoryRow) and not self.search.text().strip():
            return False
        rows = [item.widget() for at in range(self.found.count()) if (item := self.found.itemAt(at)) is not None]
        wanted = row if row in rows else rows[0] if rows else None
        if isinstance(wanted, HistoryRow):
            wanted.click()
        return wanted is not None

    def _find(self, text: str) -> None:
        desk, now, wanted = self._ctx.desk, self._ctx.now(), text.strip()
        if self._likely and not wanted:
            self._show(self._likely)
        elif desk is not None:
            self._ctx.jobs.run(lambda _: find_orders(desk, wanted, now), owner=self, done=self._show, lane="reading")

    def _show(self, rows: Sequence[OrderRow | Order]) -> None:
        empty_layout(self.found)
        self.none.setVisible(not rows)
        for row in rows:
            aside = times.money_text(row.total_minor, row.currency)
            told = (row.order_no, row.buyer_name, row.shop if isinstance(row, Order) else "")
            made = HistoryRow("  ".join(filter(None, told)), aside, parent=self)
            made.setObjectName(f"{self._name}{row.id}")
            made.clicked.connect(lambda _=False, order=row.id: self.order_chosen.emit(order))
            self.found.addWidget(made)
