"""Facts of the order, and the buyer's history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from claimdesk.ui.case.fold import Fold
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import day_text, money_text

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from claimdesk.core.records.orders import Order, OrderRow
    from claimdesk.ui.context import WindowContext


def market_zone(ctx: WindowContext, order: Order) -> str:
    """The zone in which the order's marketplace counts days, so that the pane and the letters name the same day."""
    return ctx.desk.deadlines.marketplaces.get(order.marketplace, order.platform).zone if ctx.desk else "UTC"


class OrderCard(Fold):
    """What is known of the order. `open_asked` when its place in the list is wanted."""

    open_asked = Signal()

    def __init__(self, ctx: WindowContext, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__("order", settings, parent)
        self._ctx = ctx
        self._open = LinkButton("")
        self._open.setObjectName("openOrderLink")
        self._open.clicked.connect(self.open_asked)
        self.aside.addWidget(self._open)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, 92)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._rows: list[tuple[Plain, Plain]] = []

    def show_order(self, order: Order) -> None:
        """Show an order's facts; what no file said is left out."""
        self.set_title(self.tr("Order"))
        self._open.setText(self.tr("Open"))
        self._open.updateGeometry()
        facts = [(name, value) for name, value in self._facts(order) if value]
        while len(self._rows) < len(facts):
            pair = (Plain("", "table", "text3"), Plain("", "table", wrap=True))
            self._grid.addWidget(pair[0], len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(pair[1], len(self._rows), 1)
            self._rows.append(pair)
        for at, (name, value) in enumerate(self._rows):
            shown = at < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(facts[at][0])
                value.setText(facts[at][1])

    def _facts(self, order: Order) -> list[tuple[str, str]]:
        language, zone = self._ctx.language, market_zone(self._ctx, order)
        line = order.lines[0] if order.lines else None
        item = line.title if line else ""
        if line and line.quantity and line.quantity > 1:
            item += f" ×{line.quantity}"
        if len(order.lines) > 1:
            item += " " + self.tr("and {0} more").format(len(order.lines) - 1)
        parcel = order.shipments[0] if order.shipments else None
        due = day_text(order.deliver_by, language, zone=zone)
        return [
            (self.tr("Order"), order.order_no),
            (self.tr("Shop"), order.shop),
            (self.tr("Item"), item),
            (self.tr("Paid"), money_text(order.total_minor, order.currency)),
            (
                self.tr("Shipped"),
                day_text(order.shipped_at or (parcel.shipped_at if parcel else None), language, zone=zone),
            ),
            (self.tr("Delivered"), self._delivered(order)) if order.delivered_at else (self.tr("Latest delivery"), due),
            (self.tr("Carrier"), parcel.carrier if parcel else ""),
            (self.tr("Tracking"), parcel.tracking_no if parcel else ""),
        ]

    def _delivered(self, order: Order) -> str:
        language, zone = self._ctx.language, market_zone(self._ctx, order)
        day = day_text(order.delivered_at, language, zone=zone)
        due = day_text(order.deliver_by, language, zone=zone)
        return self.tr("{0}, promised by {1}").format(day, due) if due else day


class BuyerCard(Fold):
    """Who bought, and what they bought before."""

    def __init__(self, ctx: WindowContext, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__("buyer", settings, parent)
        self._ctx = ctx
        self._name = Plain("", "table", wrap=True)
        self._history = Plain("", "table", "text2", wrap=True)
        self._since = Plain("", "secondary", "text3")
        self.aside.addWidget(self._since)
        self.body.addWidget(self._name)
        self.body.addWidget(self._history)

    def show_buyer(self, order: Order, history: tuple[OrderRow, ...] | None) -> None:
        """Show the buyer; `history` is None while it is being read."""
        self.set_title(self.tr("Buyer"))
        place = ", ".join(part for part in (order.ship_city, order.ship_state) if part)
        self._name.setText("  ".join(part for part in (order.buyer_name or order.ship_name or order.buyer_username, place) if part)
                           or self.tr("No file named the buyer"))  # fmt: skip
        if history is None:
            self._history.setText("")
            return
        others = tuple(row for row in history if row.id != order.id)
        cases = sum(row.open_cases for row in others)
        words = self.tr("1 order") if not others else self.tr("{0} orders").format(len(others) + 1)
        if cases:
            words += self.tr(", open cases on others: {0}").format(cases)
        self._history.setText(words)
        bought = [row.purchased_at for row in others if row.purchased_at] + (
            [order.purchased_at] if order.purchased_at else []
        )
        first = min((day.year for day in bought), default=0)
        self._since.setText(self.tr("since {0}").format(first) if first else "")
