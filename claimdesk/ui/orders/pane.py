"""The details pane: one order with what fits it and what is known, a summary of several, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.core.orders.spans import days_past
from claimdesk.core.records.orders import OrderRow
from claimdesk.ui.orders.event_list import EventList
from claimdesk.ui.orders.fact_list import FactList, ParcelWay
from claimdesk.ui.orders.history import BuyerHistory, money_sum
from claimdesk.ui.orders.suggestion import Suggestion
from claimdesk.ui.orders.words import CHIP_OF, DONE, OrderWords
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.buttons import IconButton, PlainButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import EmptyState
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.orders.places import Places
    from claimdesk.ui.orders.reading import OrderDetails

WIDTH = 364


class OrderPane(QFrame):
    """What is known about what is selected.

    Signals: `scenario_chosen(order, scenario)`, `case_chosen(case)`, `all_asked(order)`, `order_chosen(order)`,
    `copied(text)`.
    """

    scenario_chosen = Signal(int, str)
    case_chosen = Signal(int)
    all_asked = Signal(int)
    order_chosen = Signal(int)
    copied = Signal(str)

    def __init__(self, ctx: WindowContext, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orders_pane")
        self.setProperty("frame", "card")
        self._ctx = ctx
        self._places = places
        self._words = OrderWords(self)
        self._details: OrderDetails | None = None
        self._several: tuple[int, tuple[OrderRow, ...]] = (0, ())
        self.number = Plain("", "count")
        self.number.setObjectName("orders_pane_number")
        self.copy = IconButton("copy", small=True)
        self.copy.setObjectName("orders_copy_number")
        self._chip = Chip()
        self._where = Plain("", "table", "text2", elide=True)
        self.suggestion = Suggestion(ctx)
        self.facts, self.way, self.events = FactList(places), ParcelWay(places), EventList(ctx)
        self.history = BuyerHistory(ctx, places)
        self._nothing = EmptyState("package")
        self._sum = QWidget()
        self._sum_title, self._sum_lines = Plain("", "count"), Plain("", "table", "text2", wrap=True)
        self._sum_copy = PlainButton("", "copy")
        self._sum_copy.setObjectName("orders_copy_numbers")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def order_id(self) -> int:
        """The order that is shown, 0 for none."""
        return self._details.order.id if self._details is not None and self._stack.currentIndex() == 0 else 0

    # layout

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._stack)
        self._stack.addWidget(self._details_page())
        self._stack.addWidget(self._several_page())
        self._stack.addWidget(self._nothing)

    def _details_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        body = TallPage()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(_padded(self.suggestion, 0, 12))
        inner.addWidget(Line())
        inner.addLayout(_padded(self.facts, 10, 10))
        self._way_line = Line()
        inner.addWidget(self._way_line)
        self._way_box = QWidget()
        self._way_box.setLayout(_padded(self.way, 10, 10))
        inner.addWidget(self._way_box)
        self._events_line, self._events_box = Line(), QWidget()
        self._events_box.setLayout(_padded(self.events, 10, 10))
        inner.addWidget(self._events_line)
        inner.addWidget(self._events_box)
        inner.addWidget(Line())
        inner.addWidget(self.history)
        inner.addStretch(1)
        scroll = scrolled(body)
        column.addWidget(scroll, 1)
        self._scroll = scroll
        return page

    def _head(self) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.number)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(self._chip)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 12)
        head.setSpacing(0)
        head.addLayout(row)
        head.addWidget(self._where)
        return head

    def _several_page(self) -> QWidget:
        column = QVBoxLayout(self._sum)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._sum_title)
        column.addWidget(self._sum_lines)
        column.addSpacing(4)
        column.addWidget(self._sum_copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return self._sum

    def _connect(self) -> None:
        self.copy.clicked.connect(self._copy_number)
        self._sum_copy.clicked.connect(self._copy_numbers)
        self.suggestion.scenario_chosen.connect(lambda scenario: self.scenario_chosen.emit(self.order_id, scenario))
        self.suggestion.case_chosen.connect(self.case_chosen)
        self.suggestion.all_asked.connect(lambda: self.all_asked.emit(self.order_id))
        self.history.order_chosen.connect(self.order_chosen)
        self.history.case_chosen.connect(self.case_chosen)

    # what it shows

    def show_details(self, details: OrderDetails) -> None:
        """Show one order; the same order keeps its scroll position."""
        same = self._details is not None and self._details.order.id == details.order.id
        self._details = details
        self._stack.setCurrentIndex(0)
        self.retranslate()
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def show_several(self, count: int, rows: Sequence[OrderRow]) -> None:
        """Show how many orders are selected and what they add up to."""
        self._several = (count, tuple(rows))
        self._stack.setCurrentIndex(1)
        self.retranslate()

    def show_nothing(self) -> None:
        """Show that no order is selected."""
        self._details = None
        self._stack.setCurrentIndex(2)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.copy.set_name(self.tr("Copy order number"))
        self._nothing.set(self.tr("Select an order to see what is known about it."))
        self._sum_copy.setText(self.tr("Copy order numbers"))
        if self._stack.currentIndex() == 1:
            self._write_several()
        elif self._details is not None:
            self._write_details(self._details)

    def _write_details(self, details: OrderDetails) -> None:
        order = details.order
        zone = self._places.zone(order.platform, order.marketplace)
        self.number.setText(order.order_no)
        day = times.day_text(order.purchased_at, self._places.language(), zone=zone, year=True)
        parts = [
            self._places.title(order.platform, order.marketplace),
            self._places.shop(order.shop_id) if self._places.shops() else "",
            self._words.fulfilment(order.fulfilment),
            self.tr("ordered {day}").format(day=day) if day else "",
        ]
        self._where.setText(" · ".join(part for part in parts if part))
        late = 0
        if order.deliver_by is not None and order.status not in DONE:
            late = days_past(self._ctx.now(), order.deliver_by)
        if late > 0:
            self._chip.set(self._words.days_late(late), "danger", "clock")
        else:
            self._chip.set(self._words.status(order.status), CHIP_OF[order.status], "")
        self.suggestion.show_details(details)
        self.facts.show_order(order)
        self.way.show_order(order)
        self._way_box.setVisible(self.way.has_scans)
        self._way_line.setVisible(self.way.has_scans)
        self.events.show_events(details.told, zone)
        self._events_box.setVisible(self.events.has_events)
        self._events_line.setVisible(self.events.has_events)
        self.history.show_details(details)

    def _write_several(self) -> None:
        count, rows = self._several
        self._sum_title.setText(self.tr("{count} orders selected").format(count=times.count_text(count)))
        lines = []
        if len(rows) == count and (total := money_sum(rows)):
            lines.append(self.tr("{money} in total").format(money=total))
        with_case = sum(1 for row in rows if row.open_cases)
        if with_case:
            lines.append(self.tr("{count} with an open case").format(count=with_case))
        self._sum_lines.setText("\n".join(lines))

    def _copy_number(self) -> None:
        if self._details is not None:
            self._copy(self._details.order.order_no)

    def _copy_numbers(self) -> None:
        self._copy("\n".join(row.order_no for row in self._several[1]))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)


def _padded(widget: QWidget, top: int, bottom: int) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setContentsMargins(16, top, 16, bottom)
    box.addWidget(widget)
    return box
