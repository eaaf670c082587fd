"""The messages about an order, the buyer's other orders, and the order's cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.messages import Speaker, StoredMessage
from claimdesk.core.records.orders import OrderRow, OrderStatus
from claimdesk.ui.fonts import role_font
from claimdesk.ui.messages.thread import Thread
from claimdesk.ui.orders.words import OrderWords
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.by_key import walked_here
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, outline, paint_text, text_width
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.orders.places import Places
    from claimdesk.ui.orders.reading import OrderDetails

SHOWN = 8


class _Tabs(QTabBar):
    shows_ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = walked_here(event, self.shows_ring)
        super().focusInEvent(event)


class HistoryRow(QAbstractButton):
    """Title left, a quiet word right; a click goes there."""

    def __init__(self, title: str, aside: str, tone: str = "text3", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aside = aside
        self._tone = tone
        self.setText(title)
        self.setAccessibleName(f"{title}, {aside}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)

    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            fill(painter, box.adjusted(-6, 0, 6, 0), theme.color("hover"), 4)
        if self.hasFocus():
            outline(painter, box, theme.color("accent"), 4)
        width = text_width(self._aside, role_font("secondary")) + 1
        paint_text(
            painter, QRectF(0, 0, box.width() - width - 12, 24), self.text(), theme.color("text"), role_font("table")
        )
        paint_text(
            painter,
            QRectF(box.width() - width, 0, width, 24),
            self._aside,
            theme.color(self._tone),
            role_font("secondary"),
            Qt.AlignmentFlag.AlignRight,
        )
        painter.end()


class BuyerHistory(QWidget):
    """Signals: `order_chosen(id)`, `case_chosen(id)`."""

    order_chosen = Signal(int)
    case_chosen = Signal(int)

    def __init__(self, ctx: WindowContext, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._places = places
        self._words = OrderWords(self)
        self._details: OrderDetails | None = None
        self._title = Plain("", "strong")
        self._sum = Plain("", "secondary", "text3")
        self.tabs = _Tabs()
        self.tabs.setObjectName("orders_history_tabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(3):
            self.tabs.addTab("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(16, 0, 16, 0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._sum)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 0)
        bar.addWidget(self.tabs)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addLayout(bar)
        column.addWidget(Line())
        column.addSpacing(6)
        column.addLayout(self._rows)
        self.tabs.currentChanged.connect(lambda _: self._show_rows())

    def show_details(self, details: OrderDetails) -> None:
        """Show the history around this order: its messages where there are any."""
        other = self._details is None or self._details.order.id != details.order.id
        self._details = details
        if other:
            self.tabs.setCurrentIndex(0 if _conversation(details.order.messages) else 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.tabs.setFont(role_font("table"))
        if self._details is None:
            return
        orders, cases = self._details.buyer_orders, self._details.cases
        self._title.setText(self.tr("Buyer history"))
        self._sum.setText(self._summary(orders))
        messages = len(_conversation(self._details.order.messages))
        self.tabs.setTabText(0, self.tr("Messages {count}").format(count=messages))
        self.tabs.setTabText(1, self.tr("Orders {count}").format(count=len(orders)))
        self.tabs.setTabText(2, self.tr("Cases {count}").format(count=len(cases)))
        self._show_rows()

    def _summary(self, orders: tuple[OrderRow, ...]) -> str:
        """What the buyer's other orders say, in one line."""
        if not orders:
            return self.tr("first order known")
        back = sum(1 for row in orders if row.status in (OrderStatus.RETURNED, OrderStatus.REFUNDED))
        count = (
            self.tr("1 more order") if len(orders) == 1 else self.tr("{count} more orders").format(count=len(orders))
        )
        if not back:
            returned = self.tr("no returns")
        else:
            returned = self.tr("1 return") if back == 1 else self.tr("{count} returns").format(count=back)
        parts = [count, money_sum(orders), returned]
        return self.tr(", ", "between parts of a list").join(part for part in parts if part)

    def _show_rows(self) -> None:
        empty_layout(self._rows)
        if self._details is None:
            return
        rows = (self._message_rows, self._order_rows, self._case_rows)[self.tabs.currentIndex()](self._details)
        for row in rows:
            self._rows.addWidget(row)

    def _message_rows(self, details: OrderDetails) -> list[QWidget]:
        thread = Thread(self._ctx, self)
        thread.show_messages(_conversation(details.order.messages))
        return [thread]

    def _order_rows(self, details: OrderDetails) -> list[QWidget]:
        rows: list[QWidget] = []
        for row in details.buyer_orders[:SHOWN]:
            zone = self._places.zone(row.platform, row.marketplace)
            day = times.day_text(row.purchased_at, self._places.language(), zone=zone)
            parts = [times.money_text(row.total_minor, row.currency), self._words.status(row.status)]
            made = HistoryRow(f"{day}  {row.order_no}", "  ".join(p for p in parts if p), parent=self)
            made.clicked.connect(lambda _=False, order=row.id: self.order_chosen.emit(order))
            rows.append(made)
        return rows or [
            Plain(self.tr("No other order is known of this buyer."), "secondary", "text3", wrap=True, parent=self)
        ]

    def _case_rows(self, details: OrderDetails) -> list[QWidget]:
        rows: list[QWidget] = []
        for case in details.cases[:SHOWN]:
            made = HistoryRow(f"{case.ref}  {self._ctx.text(case.title)}", self._case_aside(case), parent=self)
            made.clicked.connect(lambda _=False, chosen=case.id: self.case_chosen.emit(chosen))
            rows.append(made)
        return rows or [
            Plain(self.tr("No case has been opened for this order."), "secondary", "text3", wrap=True, parent=self)
        ]

    def _case_aside(self, case: CaseRow) -> str:
        if case.closed_at is not None:
            day = times.day_text(case.closed_at, self._places.language())
            return self.tr("closed {day}").format(day=day)
        return f"{case.steps_done}/{case.steps_total}"


def _conversation(messages: tuple[StoredMessage, ...]) -> tuple[StoredMessage, ...]:
    """What the buyer and the shop wrote to each other."""
    return tuple(m for m in messages if m.speaker is not Speaker.PLATFORM and m.kind != "platform")


def money_sum(orders: tuple[OrderRow, ...]) -> str:
    """The total of orders in one currency; empty for none, `…` is never guessed over several currencies."""
    currencies = {row.currency for row in orders if row.total_minor is not None}
    if len(currencies) != 1:
        return ""
    return times.money_text(sum(row.total_minor or 0 for row in orders), currencies.pop())
