"""The menu that says which field a column fills: the likely one first, then all of them in groups."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from claimdesk.core.records.imports import ColumnMatch
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.widgets.menus import Menu

ORDER = ("order_no", "status", "platform", "shop", "marketplace", "seller_ref", "fulfilment", "payment_method", "buyer_note",
         "seller_note")  # fmt: skip
DATES = ("purchased_at", "paid_at", "ship_by", "shipped_at", "deliver_from", "deliver_by", "delivered_at", "cancelled_at",
         "source_updated_at")  # fmt: skip
MONEY = ("total", "currency", "subtotal", "shipping", "tax", "discount", "refund")
PEOPLE = ("buyer_name", "buyer_username", "buyer_email", "buyer_phone", "ship_name", "ship_address1", "ship_address2",
          "ship_city", "ship_state", "ship_postal_code", "ship_country", "ship_phone")  # fmt: skip
ITEMS = ("title", "sku", "item_ref", "variation", "quantity", "unit_price", "line_price", "line_id", "line_status")
PARCELS = ("tracking_no", "carrier", "service", "first_scan_at", "last_scan_at")
REQUIRED = ("order_no",)
ADVISED = ("purchased_at", "status", "total", "currency", "tracking_no")


class FieldMenu(QObject):
    """Asks for the field of one column. `chosen(heading, field)`; an empty field: not used."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._words = FieldWords(self)

    def open(self, column: ColumnMatch, where: QPoint) -> Menu:
        """Show the menu for a column at a place of the screen."""
        menu = self.menu(column)
        menu.popup(where)
        return menu

    def menu(self, column: ColumnMatch) -> Menu:
        """The menu for a column; it deletes itself when it closes."""
        menu = Menu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        for name in dict.fromkeys(filter(None, (column.suggested, column.field))):
            self._add(menu, column, name)
        unused = menu.addAction(self.tr("Do not use"))
        unused.setCheckable(True)
        unused.setChecked(not column.field and not column.suggested)
        unused.triggered.connect(lambda: self.chosen.emit(column.heading, ""))
        menu.addSeparator()
        for title, names in self._groups():
            group = Menu(menu, title)
            for name in names:
                self._add(group, column, name)
            menu.addMenu(group)
        return menu

    def _add(self, menu: Menu, column: ColumnMatch, name: str) -> None:
        words = self._words.field(name)
        action = menu.addAction(self.tr("{field} (required)").format(field=words) if name in REQUIRED else words)
        action.setData(name)
        action.setCheckable(True)
        action.setChecked(name == column.field)
        action.triggered.connect(lambda: self.chosen.emit(column.heading, name))

    def _groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            (self.tr("Order"), ORDER),
            (self.tr("Dates"), DATES),
            (self.tr("Amounts"), MONEY),
            (self.tr("Buyer and address"), PEOPLE),
            (self.tr("Items"), ITEMS),
            (self.tr("Parcels"), PARCELS),
        )
