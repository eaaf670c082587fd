"""The shops of the data folder, where there are several: each can be called something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from claimdesk.core.records.shops import ShopRow
from claimdesk.ui.context import Changes
from claimdesk.ui.settings.form import FormCard
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tab_order import where_it_stands
from claimdesk.ui.widgets.tall import empty_layout
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.core.records.tasks import Task
    from claimdesk.ui.context import WindowContext

_COUNT = 96  # px, so that the fields are of one width


class ShopNameRow(QWidget):
    """One shop and how many orders it has. `renamed(shop, name)`."""

    renamed = Signal(object, str)

    def __init__(self, shop: ShopRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shop = shop
        self.name = QLineEdit(shop.name)
        self.name.setObjectName(f"shop-{shop.id}-name")
        self.name.setMaxLength(80)
        self.orders = Plain("", "secondary", "text2")
        self.orders.setMinimumWidth(_COUNT)
        self.orders.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 3, 15, 3)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.orders)
        self.name.editingFinished.connect(self._on_edited)

    def _on_edited(self) -> None:
        name = " ".join(self.name.text().split())
        if name == self.shop.name or not name:
            self.name.setText(self.shop.name)
        else:
            self.renamed.emit(self.shop, name)


class ShopsCard(FormCard):
    """A name is kept at once and can be taken back. Hidden while there is one shop, whose name stands above."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-shops")
        self._ctx = ctx
        self.rows: list[ShopNameRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._list.setContentsMargins(0, 0, 0, 6)
        self._holder = QWidget()
        self._holder.setLayout(self._list)
        self.add_block(self._holder)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.title.setText(self.tr("Shops"))
        for row in self.rows:
            row.name.setAccessibleName(self.tr("Name of the shop"))
            row.name.setPlaceholderText(self.tr("My shop"))
            orders = row.shop.orders
            words = self.tr("1 order") if orders == 1 else self.tr("{count} orders")
            row.orders.setText(words.format(count=count_text(orders)))

    def refresh(self) -> None:
        """Read the shops again."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: desk.shops.all(), owner=self, done=self._show, lane="reading")

    def _show(self, shops: tuple[ShopRow, ...]) -> None:
        if [row.shop for row in self.rows] != list(shops):
            empty_layout(self._list)
            self.rows = [ShopNameRow(shop) for shop in shops]
            for row in self.rows:
                row.renamed.connect(self._rename)
                self._list.addWidget(row)
            where_it_stands(self._holder, [row.name for row in self.rows])
        self.setVisible(len(shops) > 1)
        self.retranslate()

    def _rename(self, shop: ShopRow, name: str, *, back: bool = False) -> None:
        desk = self._ctx.desk
        if desk is None:
            return

        def work(_: Task) -> None:
            desk.shops.rename(shop.id, name)

        def done(_: None) -> None:
            self._ctx.changed.emit(Changes(orders=True, cases=True, settings=True))
            self.refresh()
            if shop.name and not back:
                words = self.tr("The shop is called “{name}” now").format(name=name)
                self._ctx.toast.emit(words, lambda: self._rename(shop, shop.name, back=True))

        def failed(error: Exception) -> None:
            self._ctx.toast.emit(self._ctx.words(error), None)
            for row in self.rows:
                row.name.setText(row.shop.name)

        self._ctx.jobs.run(work, owner=self, done=done, failed=failed)
