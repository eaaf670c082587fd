"""The words that lists and panes use for an order: where it stands, how late it is, where it was sold."""

from __future__ import annotations

from PySide6.QtCore import QObject

from claimdesk.core.records.orders import Fulfilment, OrderStatus

DONE = (OrderStatus.DELIVERED, OrderStatus.RETURNED, OrderStatus.REFUNDED, OrderStatus.CANCELLED)
CHIP_OF = {
    OrderStatus.UNKNOWN: "neutral",
    OrderStatus.PENDING: "wait",
    OrderStatus.UNSHIPPED: "warn",
    OrderStatus.SHIPPED: "neutral",
    OrderStatus.DELIVERED: "ok",
    OrderStatus.RETURNED: "accent",
    OrderStatus.REFUNDED: "neutral",
    OrderStatus.CANCELLED: "neutral",
}


class OrderWords(QObject):
    """Words in the language shown now; ask again after it has changed."""

    def status(self, status: OrderStatus) -> str:
        """Where an order stands."""
        return {
            OrderStatus.UNKNOWN: self.tr("Unknown"),
            OrderStatus.PENDING: self.tr("Pending"),
            OrderStatus.UNSHIPPED: self.tr("To ship"),
            OrderStatus.SHIPPED: self.tr("In transit"),
            OrderStatus.DELIVERED: self.tr("Delivered"),
            OrderStatus.RETURNED: self.tr("Returned"),
            OrderStatus.REFUNDED: self.tr("Refunded"),
            OrderStatus.CANCELLED: self.tr("Cancelled"),
        }[status]

    def fulfilment(self, fulfilment: Fulfilment) -> str:
        """Who ships, empty where no file said."""
        return {
            Fulfilment.SELLER: self.tr("fulfilled by us"),
            Fulfilment.PLATFORM: self.tr("fulfilled by the platform"),
            Fulfilment.UNKNOWN: "",
        }[fulfilment]

    def days_late(self, days: int) -> str:
        """How long past the latest delivery."""
        return self.tr("1 day late") if days == 1 else self.tr("{days} days late").format(days=days)

    def days_left(self, days: int) -> str:
        """How long until the latest delivery."""
        return self.tr("in 1 day") if days == 1 else self.tr("in {days} days").format(days=days)

    def due_today(self) -> str:
        """The latest delivery is today."""
        return self.tr("today")

    def received(self, day: str) -> str:
        """A day of delivery, in a column headed latest delivery."""
        return self.tr("{day}", "delivered on this day").format(day=day)

    def sorted_by(self, sort: str) -> str:
        """What the list is sorted by, for its foot."""
        return {
            "purchased_at": self.tr("sorted by order date"),
            "deliver_by": self.tr("sorted by latest delivery"),
            "order_no": self.tr("sorted by order number"),
            "total": self.tr("sorted by total"),
            "buyer": self.tr("sorted by buyer"),
            "status": self.tr("sorted by status"),
        }.get(sort, "")
