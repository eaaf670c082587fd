"""The right side of the intake: the order or the search for it, the scenarios for a new case, and what will happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.cases.new_case_list import Entry
from claimdesk.ui.cases.order_pick import OrderPick
from claimdesk.ui.cases.scenario_list import ScenarioList
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.families import FAMILY_ICONS
from claimdesk.ui.widgets.labels import Plain

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
        self.pick = OrderPick(ctx, "intakeOrder")
        self.to_import = LinkButton("", "download-simple")
        self.to_import.setObjectName("intakeImport")
        self._list_title, self._why = Plain("", "strong"), Plain("", "table", "text2", wrap=True)
        self._why.setObjectName("intakeWhy")
        self.list = ScenarioList()
        self.list.setObjectName("intakeScenarios")
        self._arrange()
        self.other.clicked.connect(self._pick_another)
        self.to_import.clicked.connect(self.import_asked)
        self.pick.order_chosen.connect(self.order_chosen)
        self.list.chosen_changed.connect(self._on_chosen)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(8)
        self._card.body.addWidget(self._order)
        self._card.body.addWidget(self._order_detail)
        column.addWidget(self._card)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignRight)
        self.pick.column.addWidget(self.to_import, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pick)
        column.addWidget(self._list_title)
        column.addWidget(self.list, 1)
        column.addWidget(self._why)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    # what it shows

    def show_offer(self, offer: Offer) -> None:
        """Show the order, or the search for it, and the scenarios where a new case is opened."""
        self._offer = offer
        self.pick.setVisible(offer.order is None)
        if offer.order is None:
            self._offer_orders()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.other.setText(self.tr("Choose another order"))
        self.pick.retranslate()
        self.to_import.setText(self.tr("Import the file that holds the order first"))
        self.to_import.updateGeometry()
        self.pick.none.setText(self.tr("No order fits."))
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
        self.pick.title.setText(asked)
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
        self.list.entries.show(tuple(entries))

    # choosing

    @property
    def chosen(self) -> str:
        """The id of the chosen scenario; empty for none."""
        return self.list.chosen.scenario if self.list.chosen is not None else ""

    @property
    def chosen_title(self) -> str:
        """The title of the chosen scenario."""
        return self.list.chosen.title if self.list.chosen is not None else ""

    def focus_first(self) -> bool:
        """The search for the order while there is none, else the scenarios; False where there is nothing to choose."""
        field = next((one for one in (self.pick.search, self.list) if one.isVisibleTo(self)), None)
        if field is not None:
            field.setFocus()
        return field is not None

    def _on_chosen(self) -> None:
        self._why.setText(self.list.chosen.detail if self.list.chosen is not None else "")
        self.scenario_chosen.emit()

    def _pick_another(self) -> None:
        self.pick.show()
        self._offer_orders()
        self.pick.search.setFocus()

    def _offer_orders(self) -> None:
        self.pick.offer(self._offer.reading.choices if self._offer is not None else ())
