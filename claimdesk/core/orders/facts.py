"""What an order says about itself: the facts that conditions in scenarios are evaluated over, with their reasons."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from claimdesk.core.orders import reasons
from claimdesk.core.orders.event_facts import event_facts
from claimdesk.core.orders.local_days import on_calendar_of
from claimdesk.core.orders.regions import region_of
from claimdesk.core.orders.timing import Reasoned, delivered_at, shipped_at, time_facts
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import Fact, Facts, FactValue
from claimdesk.core.records.orders import Order, OrderStatus, Shipment

_NOT_SENT = (OrderStatus.PENDING, OrderStatus.UNSHIPPED, OrderStatus.UNKNOWN)


def order_facts(order: Order, now: datetime, zone: str = "UTC") -> Facts:
    """The facts of an order at an instant; one that nobody knows is None, and says so.

    `zone` is the marketplace's (IANA name): days are named and compared by its calendar.
    """
    order, now = on_calendar_of(order, zone), now.astimezone(ZoneInfo(zone))
    parcel = _parcel(order)
    found = {**_identity(order), **_money(order), **_progress(order, parcel), **time_facts(order, parcel, now)}
    found |= event_facts(order)
    return Facts({name: Fact(name, value, because) for name, (value, because) in found.items()})


def _known(value: FactValue, because: Bilingual) -> Reasoned:
    """An empty text is no fact."""
    return (None, reasons.UNSAID) if value is None or value == "" else (value, because)


def _parcel(order: Order) -> Shipment:
    """The parcel that speaks for the order: the last one with a tracking number, else the last one."""
    tracked = [parcel for parcel in order.shipments if parcel.tracking_no]
    return (tracked or list(order.shipments) or [Shipment()])[-1]


def _identity(order: Order) -> dict[str, Reasoned]:
    region = region_of(order.marketplace, order.ship_country)
    where = reasons.quoted(order.marketplace) if "." in order.marketplace else reasons.country(order.ship_country)
    return {
        "platform": _known(order.platform, reasons.IMPORTED),
        "marketplace": _known(order.marketplace, reasons.IMPORTED),
        "region": _known(region, where),
        "fulfilment": (order.fulfilment.value, reasons.IMPORTED),
        "status": (order.status.value, reasons.quoted(order.substatus) if order.substatus else reasons.IMPORTED),
        "lines": (len(order.lines), reasons.IMPORTED),
    }


def _money(order: Order) -> dict[str, Reasoned]:
    refunded = order.status is OrderStatus.REFUNDED or bool(order.refund_minor)
    cancelled = order.status is OrderStatus.CANCELLED or order.cancelled_at is not None
    return {
        "currency": _known(order.currency, reasons.IMPORTED),
        "total_minor": _known(order.total_minor, reasons.IMPORTED),
        "refunded": (refunded, reasons.REFUND if refunded else reasons.NO_REFUND),
        "cancelled": (cancelled, reasons.CANCELLED if cancelled else reasons.NOT_CANCELLED),
        "cancel_requested": (order.cancel_requested, reasons.ASKED if order.cancel_requested else reasons.NOT_ASKED),
    }


def _progress(order: Order, parcel: Shipment) -> dict[str, Reasoned]:
    state, because = _tracking(order, parcel)
    return {
        "tracking": (state, because),
        "has_tracking": (bool(parcel.tracking_no), reasons.IMPORTED if parcel.tracking_no else reasons.NO_NUMBER),
        "carrier": _known(parcel.carrier, reasons.IMPORTED),
        "tracking_no": _known(parcel.tracking_no, reasons.IMPORTED),
    }


def _tracking(order: Order, parcel: Shipment) -> tuple[str, Bilingual]:
    delivered = delivered_at(order, parcel)
    if order.status is OrderStatus.RETURNED:
        return "returning", reasons.status(order.substatus)
    if delivered is not None:
        return "delivered", reasons.delivered(delivered)
    if order.status is OrderStatus.DELIVERED:
        return "delivered", reasons.status(order.substatus)
    if scanned := parcel.last_scan_at or parcel.first_scan_at:
        return "transit", reasons.scanned(scanned)
    if not parcel.tracking_no:
        return "none", reasons.NO_NUMBER
    if order.status in _NOT_SENT and shipped_at(order, parcel) is None:
        return "label", reasons.LABEL
    return "transit", reasons.UNDERWAY
