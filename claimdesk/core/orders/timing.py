"""The facts about time: when an order moved, and whether that was in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from claimdesk.core.orders import reasons
from claimdesk.core.orders.spans import days_past, days_since, is_after
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.moments import Moment, moment_text
from claimdesk.core.records.orders import Order, OrderStatus, Shipment

Reasoned = tuple[FactValue, Bilingual]

_UNSENT = (OrderStatus.PENDING, OrderStatus.UNSHIPPED)


def time_facts(order: Order, parcel: Shipment, now: datetime) -> dict[str, Reasoned]:
    """Moments as ISO text with the precision of the file, spans in days, and the judgements that follow from them."""
    shipped, delivered = shipped_at(order, parcel), delivered_at(order, parcel)
    scanned = parcel.last_scan_at or parcel.first_scan_at
    return {
        "purchased_at": _moment(order.purchased_at, reasons.purchased),
        "ship_by": _moment(order.ship_by, reasons.ship_by),
        "shipped_at": _moment(shipped, reasons.shipped),
        "deliver_by": _moment(order.deliver_by, reasons.deliver_by),
        "delivered_at": _moment(delivered, reasons.delivered),
        "last_scan_at": _moment(scanned, reasons.scanned),
        "days_late": _span(order.deliver_by, lambda limit: days_past(now, limit), reasons.deliver_by),
        "window": _window(order, delivered, now),
        "days_since_shipped": _span(shipped, lambda sent: days_since(now, sent), reasons.shipped),
        "days_since_scan": _span(scanned, lambda scan: days_since(now, scan), reasons.scanned),
        "shipped_on_time": _shipped_on_time(order, parcel, shipped, now),
        "delivered_on_time": _delivered_on_time(order, delivered),
    }


def shipped_at(order: Order, parcel: Shipment) -> Moment | None:
    """When the order went out, by the order or else by its parcel."""
    return order.shipped_at or parcel.shipped_at


def delivered_at(order: Order, parcel: Shipment) -> Moment | None:
    """When the order arrived, by its parcel or else by the order."""
    return parcel.delivered_at or order.delivered_at


def _moment(moment: Moment | None, because: Callable[[Moment], Bilingual]) -> Reasoned:
    return (None, reasons.UNSAID) if moment is None else (moment_text(moment), because(moment))


def _span(
    moment: Moment | None, days: Callable[[Moment], int], because: Callable[[Moment], Bilingual]
) -> Reasoned:  # fmt: skip
    return (None, reasons.UNSAID) if moment is None else (days(moment), because(moment))


def _window(order: Order, delivered: Moment | None, now: datetime) -> Reasoned:
    limit = order.deliver_by
    if limit is None:
        return "unknown", reasons.NO_LIMIT
    if delivered is None and order.status is OrderStatus.DELIVERED:
        return "unknown", reasons.NO_DAY
    late = is_after(delivered or now, limit)
    because = reasons.delivered_against(delivered, limit) if delivered else reasons.deliver_by(limit)
    return ("late" if late else "in_time"), because


def _shipped_on_time(order: Order, parcel: Shipment, shipped: Moment | None, now: datetime) -> Reasoned:
    limit = order.ship_by
    if limit is None:
        return None, reasons.UNSAID
    moments = [moment for moment in (shipped, parcel.first_scan_at) if moment is not None]
    if moments:
        in_time = any(not is_after(moment, limit) for moment in moments)
        return in_time, reasons.shipped_against(moments[0], limit)
    # Only an order that is said to be unsent is late for certain; otherwise the file may leave the day out.
    if order.status in _UNSENT and is_after(now, limit):
        return False, reasons.ship_by(limit)
    return None, reasons.UNSAID


def _delivered_on_time(order: Order, delivered: Moment | None) -> Reasoned:
    if delivered is None or order.deliver_by is None:
        return None, reasons.UNSAID
    return not is_after(delivered, order.deliver_by), reasons.delivered_against(delivered, order.deliver_by)
