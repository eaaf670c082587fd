"""What is known about an order: names and values, and the parcel's way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from claimdesk.core.records.moments import Moment
from claimdesk.core.records.orders import Order, OrderLine
from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets import times
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import paint_text
from claimdesk.ui.widgets.tall import empty_layout

if TYPE_CHECKING:
    from claimdesk.ui.orders.places import Places

LINES_SHOWN = 3
NAME_WIDTH = 104


class FactList(QWidget):
    """Item, total, shipped, delivery window, tracking, buyer: what no file said is left out."""

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._order: Order | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_order(self, order: Order) -> None:
        """Show the facts of this order."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        empty_layout(self._grid)
        if self._order is None:
            return
        rows = [(name, value) for name, value in self._rows(self._order) if value]
        for at, (name, value) in enumerate(rows):
            left = Plain(name, "table", "text3", parent=self)
            right = Plain(value, "table", wrap=True, parent=self)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self._grid.addWidget(left, at, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, at, 1)

    def _rows(self, order: Order) -> list[tuple[str, str]]:
        return [
            (self.tr("Item"), self._items(order.lines)),
            (self.tr("Total"), self._total(order)),
            (self.tr("Shipped"), self._shipped(order)),
            (self.tr("Delivery window"), self._window(order)),
            (self.tr("Delivered"), self._day(order, order.delivered_at)),
            (self.tr("Tracking"), "\n".join(p.tracking_no for p in order.shipments[:LINES_SHOWN] if p.tracking_no)),
            (self.tr("Carrier"), ", ".join(dict.fromkeys(p.carrier for p in order.shipments if p.carrier))),
            (self.tr("Buyer"), order.buyer_name or order.ship_name or order.buyer_username),
            (self.tr("Ships to"), ", ".join(p for p in (order.ship_city, order.ship_state, order.ship_country) if p)),
            (self.tr("Buyer’s note"), order.buyer_note),
        ]

    def _items(self, lines: Sequence[OrderLine]) -> str:
        shown = []
        for line in lines[:LINES_SHOWN]:
            name = line.title or line.sku or line.item_ref
            shown.append(f"{name} ×{line.quantity}" if line.quantity else name)
        if len(lines) > LINES_SHOWN:
            shown.append(self.tr("and {count} more").format(count=len(lines) - LINES_SHOWN))
        return "\n".join(name for name in shown if name)

    def _total(self, order: Order) -> str:
        total = times.money_text(order.total_minor, order.currency)
        parts = []
        if order.shipping_minor:
            parts.append(
                self.tr("shipping {money}").format(money=times.money_text(order.shipping_minor, order.currency))
            )
        if order.refund_minor:
            parts.append(self.tr("refunded {money}").format(money=times.money_text(order.refund_minor, order.currency)))
        return "  ".join([total, *parts]).strip()

    def _shipped(self, order: Order) -> str:
        if order.shipped_at is None:
            if order.ship_by is None:
                return ""
            return self.tr("not yet, by {day}").format(day=self._day(order, order.ship_by))
        day = self._day(order, order.shipped_at)
        if order.ship_by is None:
            return day
        zone = self._places.zone(order.platform, order.marketplace)
        early = (times.local_day(order.ship_by, zone) - times.local_day(order.shipped_at, zone)) // timedelta(days=1)
        if early == 0:
            return self.tr("{day}, on the last day").format(day=day)
        if abs(early) == 1:
            words = self.tr("{day}, 1 day before the limit") if early > 0 else self.tr("{day}, 1 day after the limit")
        elif early > 0:
            words = self.tr("{day}, {count} days before the limit")
        else:
            words = self.tr("{day}, {count} days after the limit")
        return words.format(day=day, count=abs(early))

    def _window(self, order: Order) -> str:
        first, last = self._day(order, order.deliver_from), self._day(order, order.deliver_by)
        if first and last and first != last:
            return self.tr("{first} to {last}").format(first=first, last=last)
        return self.tr("by {day}").format(day=last) if last else ""

    def _day(self, order: Order, moment: Moment | None) -> str:
        return times.day_text(
            moment, self._places.language(), zone=self._places.zone(order.platform, order.marketplace)
        )


class ParcelWay(QWidget):
    """The scans of the parcels, newest first: a dot, the day, what happened."""

    ROW = 20

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._order: Order | None = None
        self._scans: list[tuple[str, str, str]] = []  # day, words, role of the dot
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_order(self, order: Order) -> None:
        """Show the scans of this order's parcels; hidden when there are none."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self._scans = self._read(self._order) if self._order is not None else []
        self.setVisible(bool(self._scans))
        self.setAccessibleName("; ".join(f"{day} {words}" for day, words, _ in self._scans))
        self.updateGeometry()
        self.update()

    @property
    def has_scans(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._scans)

    def _read(self, order: Order) -> list[tuple[str, str, str]]:
        found = []
        for parcel in order.shipments:
            carrier = parcel.carrier or self.tr("the carrier")
            for moment, words in (
                (parcel.delivered_at, self.tr("Delivered by {carrier}")),
                (parcel.last_scan_at, self.tr("Last scan by {carrier}")),
                (parcel.first_scan_at, self.tr("Accepted by {carrier}")),
                (parcel.shipped_at, self.tr("Handed to {carrier}")),
            ):
                if moment is not None:
                    found.append((times.utc(moment), moment, words.format(carrier=carrier)))
        found.sort(key=lambda scan: scan[0], reverse=True)
        zone, language = self._places.zone(order.platform, order.marketplace), self._places.language()
        newest = "oksolid" if order.delivered_at is not None else "warnsolid"
        return [
            (times.day_text(moment, language, zone=zone), words, "edge" if at else newest)
            for at, (_, moment, words) in enumerate(found)
        ]

    def sizeHint(self) -> QSize:
        return QSize(200, self.ROW * len(self._scans))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = role_font("secondary")
        for at, (day, words, role) in enumerate(self._scans):
            top = at * self.ROW
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(role))
            painter.drawEllipse(QRectF(4, top + 6, 8, 8))
            paint_text(painter, QRectF(24, top, 44, self.ROW), day, theme.color("text3"), font)
            paint_text(painter, QRectF(76, top, self.width() - 76, self.ROW), words, theme.color("text"), font)
        painter.end()
