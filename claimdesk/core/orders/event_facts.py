"""What the events of an order add to its facts: returns, refunds, claims, chargebacks and ratings from other files."""

from __future__ import annotations

from datetime import UTC, datetime, time

from claimdesk.core.orders import reasons
from claimdesk.core.orders.timing import Reasoned
from claimdesk.core.records.moments import Moment, moment_text
from claimdesk.core.records.order_events import OrderEvent, OrderEventKind
from claimdesk.core.records.orders import Order, OrderStatus

_RETURN = (OrderEventKind.RETURN_REQUESTED, OrderEventKind.RETURN_AUTHORISED, OrderEventKind.RETURN_RECEIVED)
_BEFORE_RETURN = (OrderStatus.UNKNOWN, OrderStatus.UNSHIPPED, OrderStatus.SHIPPED, OrderStatus.DELIVERED)
_REFUSED = ("denied", "rejected", "declined", "cancelled", "canceled")
_OWN = ("return_state", "safe_t", "rating")  # facts that nothing else tells
_LOW = 2  # a rating of 1 or 2 counts as negative (formats of seller feedback; ODR)


def event_facts(order: Order) -> dict[str, Reasoned]:
    """Facts that events tell, which replace those of the order alone; what only events tell is None where none does.

    `issue` is what came last of a return and a negative rating. `claim` is open until money moved for it: taken
    from the shop (granted to the buyer), or given back as well (denied in the end).
    """
    known = dict.fromkeys(_OWN, (None, reasons.UNSAID))
    if not order.events:
        return {**known}
    return {**known, **_returns(order), **_issue(order), **_refund(order), **_claim(order), **_rating(order)}


def _of(order: Order, *kinds: OrderEventKind) -> list[OrderEvent]:
    return [event for event in order.events if event.kind in kinds]


def _returns(order: Order) -> dict[str, Reasoned]:
    """A return that came back makes the order returned; one that is agreed and under way is on its way back."""
    received = _of(order, OrderEventKind.RETURN_RECEIVED)
    agreed = _of(order, OrderEventKind.RETURN_AUTHORISED)
    found: dict[str, Reasoned] = {}
    state = received or agreed or [event for event in _of(order, *_RETURN) if not _is_refused(event)]
    if state:
        found["return_state"] = (state[-1].kind.value.removeprefix("return_"), reasons.told_by(state[-1]))
    if order.status not in _BEFORE_RETURN:
        return found  # the order's own file knows more
    if received:
        found["status"] = (OrderStatus.RETURNED.value, reasons.told_by(received[-1]))
    elif underway := [event for event in agreed if event.tracking_no]:
        found["tracking"] = ("returning", reasons.told_by(underway[-1]))
    return found


def _issue(order: Order) -> dict[str, Reasoned]:
    low = [event for event in _of(order, OrderEventKind.FEEDBACK) if event.rating is not None and event.rating <= _LOW]
    asked = [event for event in _of(order, *_RETURN) if not _is_refused(event)]
    if low and (not asked or _when(low[-1]) >= max(map(_when, asked))):
        return {"issue": ("feedback", reasons.told_by(low[-1]))}
    return {"issue": ("return", reasons.told_by(asked[-1]))} if asked else {}


def _refund(order: Order) -> dict[str, Reasoned]:
    refunds = [event for event in _of(order, OrderEventKind.REFUNDED) if (event.amount_minor or 0) > 0]
    if not refunds:
        return {}
    found: dict[str, Reasoned] = {"refunded": (True, reasons.told_by(refunds[-1]))}
    dated = [event for event in refunds if event.at is not None]
    if dated:
        found["refunded_at"] = (moment_text(dated[-1].at), reasons.told_by(dated[-1]))
    if order.refund_minor:
        found["refund_minor"] = (order.refund_minor, reasons.told_by(refunds[-1]))
    return found


def _claim(order: Order) -> dict[str, Reasoned]:
    found: dict[str, Reasoned] = {}
    claims = _of(order, OrderEventKind.CLAIM)
    if claims:
        amounts = [event.amount_minor for event in claims if event.amount_minor]
        state = "open" if not amounts else "granted" if sum(amounts) < 0 else "denied"
        found["claim"] = (state, reasons.told_by(claims[-1]))
        # The day on which money moved is the day of the decision, not of the claim.
        dated = [event for event in claims if event.at is not None and not event.amount_minor]
        if dated:
            found["claim_at"] = (moment_text(dated[0].at), reasons.told_by(dated[0]))
    if safe_t := _of(order, OrderEventKind.SAFE_T):
        found["safe_t"] = (safe_t[-1].status.casefold() or "filed", reasons.told_by(safe_t[-1]))
    if chargebacks := _of(order, OrderEventKind.CHARGEBACK):
        found["chargeback"] = (True, reasons.told_by(chargebacks[-1]))
    return found


def _rating(order: Order) -> dict[str, Reasoned]:
    rated = [event for event in _of(order, OrderEventKind.FEEDBACK) if event.rating is not None]
    return {"rating": (rated[-1].rating, reasons.told_by(rated[-1]))} if rated else {}


def _is_refused(event: OrderEvent) -> bool:
    return event.status.casefold() in _REFUSED


def _when(event: OrderEvent) -> datetime:
    """When an event happened; an undated one counts as oldest, so that it never outweighs one with a day."""
    at: Moment | None = event.at
    if at is None:
        return datetime.min.replace(tzinfo=UTC)
    return at if isinstance(at, datetime) else datetime.combine(at, time.min, UTC)
