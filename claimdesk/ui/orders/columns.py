"""The columns of the order list, as data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from claimdesk.core.orders.spans import days_past
from claimdesk.core.records.moments import Moment
from claimdesk.core.records.orders import OrderRow, OrderStatus
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.orders.places import Places
from claimdesk.ui.orders.words import CHIP_OF, DONE, OrderWords
from claimdesk.ui.widgets import times

NEAR_DAYS = 7  # a date further away says more than a count of days
FIXED = ("mark", "order_no")  # what the columns menu cannot hide


class OrderColumns(QObject):
    """Makes the columns in the language shown now."""

    def __init__(self, now: Callable[[], datetime], places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._places = places
        self._words = OrderWords(self)

    def columns(self) -> tuple[Column, ...]:
        """Mark, order, ordered, buyer, item, total, marketplace, shop where there are several, status, latest delivery."""
        shop = Column("shop", self.tr("Shop"), 86, self._shop, left=10, least=60)
        return (
            Column("mark", "", 20, self._mark, kind="mark", left=10),
            Column("order_no", self.tr("Order"), 156, lambda r: Cell(r.order_no), sort="order_no"),
            Column("purchased_at", self.tr("Ordered"), 58, self._ordered, sort="purchased_at", least=52, descending_first=True,
                   value=lambda r: r.purchased_at),
            Column("buyer", self.tr("Buyer"), 118, lambda r: Cell(r.buyer_name), sort="buyer", least=74),
            Column("item", self.tr("Item"), 0, lambda r: Cell(item_words(r), tip=r.item), least=64),
            Column("total", self.tr("Total"), 66, self._total, sort="total", right=True, descending_first=True,
                   value=lambda r: r.total_minor),
            Column("marketplace", self.tr("Marketplace"), 98, self._sold_on, left=10, least=74),
            *((shop,) if self._places.shops() else ()),
            Column("status", self.tr("Status"), 84, self._status, least=76, kind="chip", sort="status"),
            Column("deliver_by", self.tr("Latest delivery"), 98, self._latest, sort="deliver_by", least=86,
                   value=lambda r: r.deliver_by),
        )  # fmt: skip

    def _mark(self, row: OrderRow) -> Cell:
        if row.unanswered:
            return Cell(
                icon="chat-circle-text-fill", tone="warn", tip=self.tr("The buyer’s message is not answered yet")
            )
        if row.open_cases:
            words = self.tr("1 open case") if row.open_cases == 1 else self.tr("{count} open cases")
            return Cell(icon="briefcase-fill", tone="accenttext", tip=words.format(count=row.open_cases))
        if row.status == OrderStatus.RETURNED:
            return Cell(icon="arrow-u-up-left", tone="text3", tip=self.tr("Returned"))
        return Cell()

    def _ordered(self, row: OrderRow) -> Cell:
        return Cell(self._day(row, row.purchased_at), "text2", tip=self._day(row, row.purchased_at, year=True))

    def _total(self, row: OrderRow) -> Cell:
        return Cell(times.money_text(row.total_minor, row.currency))

    def _sold_on(self, row: OrderRow) -> Cell:
        return Cell(self._places.title(row.platform, row.marketplace), "text2")

    def _shop(self, row: OrderRow) -> Cell:
        return Cell(self._places.shop(row.shop_id), "text2", tip=self._places.shop(row.shop_id))

    def _status(self, row: OrderRow) -> Cell:
        return Cell(self._words.status(row.status), CHIP_OF[row.status])

    def _latest(self, row: OrderRow) -> Cell:
        """Late, due soon, or the day; once it is over, the day it arrived or should have."""
        if row.status in DONE:
            received = row.delivered_at is not None
            day = self._day(row, row.delivered_at or row.deliver_by)
            return Cell(self._words.received(day) if received else day, "text3")
        if row.deliver_by is None:
            return Cell()
        days = days_past(self._now(), row.deliver_by)
        full = self._day(row, row.deliver_by, year=True)
        if days > 0:
            return Cell(self._words.days_late(days), "danger", strong=True, tip=full)
        if days == 0:
            return Cell(self._words.due_today(), "warn", strong=True, tip=full)
        near = -days <= NEAR_DAYS
        return Cell(self._words.days_left(-days) if near else self._day(row, row.deliver_by), tip=full)

    def _day(self, row: OrderRow, moment: Moment | None, *, year: bool = False) -> str:
        return times.day_text(
            moment, self._places.language(), zone=self._places.zone(row.platform, row.marketplace), year=year
        )


def item_words(row: OrderRow) -> str:
    """The first item's title with its quantity, and how many more lines there are."""
    words = row.item
    if row.quantity is not None and row.quantity > 1:
        words += f" ×{row.quantity}"
    return words + (f" +{row.line_count - 1}" if row.line_count > 1 else "")
