"""What messages, other files and the case tell, as values of a reply: the decision, the claim, refunds, what happened when.

| name | from |
|---|---|
| decided_at | the fact `decided_at`: the day of the platform's decision |
| claim_type | the fact `issue` in words, once a claim or a chargeback is known |
| refund_date | the fact `refunded_at`, where all that was paid came back |
| auth_at, received_date, feedback_date | the newest return that was agreed, return that arrived, feedback |
| case_no | the reference of the newest chargeback |
| timeline | each dated thing that is known of the order, in order: `20 October: order placed; 21 October: shipped` |
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.moments import Moment, parse_moment
from claimdesk.core.records.order_events import OrderEvent, OrderEventKind
from claimdesk.core.records.orders import Order
from claimdesk.core.replies.names import value_table

# Facts that are things that happened, by the word of `[happened]` that tells them.
_HAPPENED = {
    "purchased_at": "placed", "shipped_at": "shipped", "delivered_at": "delivered", "contact_at": "contact",
    "replied_at": "replied", "claim_at": "claim", "info_at": "info", "refunded_at": "refunded", "decided_at": "decided",
}  # fmt: skip
_EVENTS = {OrderEventKind.RETURN_AUTHORISED: "return_agreed", OrderEventKind.RETURN_RECEIVED: "return_received"}

Day = Callable[[Moment | None], str | None]


def told_moments(order: Order, known: Mapping[str, FactValue]) -> dict[str, Moment | None]:
    """The days of the table above."""
    whole = order.refund_minor is None or order.refund_minor == order.total_minor
    return {
        "decided_at": _moment(known.get("decided_at")),
        "refund_date": _moment(known.get("refunded_at")) if whole else None,
        "auth_at": _last(order, OrderEventKind.RETURN_AUTHORISED).at,
        "received_date": _last(order, OrderEventKind.RETURN_RECEIVED).at,
        "feedback_date": _last(order, OrderEventKind.FEEDBACK).at,
    }


def told_words(
    order: Order, known: Mapping[str, FactValue], scans: tuple[Moment | None, Moment | None], language: str, zone: str,
    day: Day,
) -> dict[str, str | None]:  # fmt: skip
    """The words of the table above; None in a language nobody has written them in. `scans` are the first and the last."""
    table, asked = value_table(), known.get("claim") or known.get("chargeback")
    claim = table.claim_types.get(str(known.get("issue") or "")) if asked else None
    written = language in ("en", "zh")
    happened = sorted(_happened(order, known, scans), key=lambda each: _instant(each[0], zone))
    colon, between = ("：", "；") if language == "zh" else (": ", "; ")
    parts = dict.fromkeys(f"{day(at)}{colon}{table.happened[word].get(language)}" for at, word in happened if written)
    return {
        "claim_type": claim.get(language) if claim and written else None,
        "timeline": between.join(parts) or None,
        "case_no": _last(order, OrderEventKind.CHARGEBACK).reference or None,
    }


def _happened(
    order: Order, known: Mapping[str, FactValue], scans: tuple[Moment | None, Moment | None]
) -> Iterator[tuple[Moment, str]]:
    found = [(_moment(known.get(fact)), word) for fact, word in _HAPPENED.items()]
    found += [(event.at, _EVENTS[event.kind]) for event in order.events if event.kind in _EVENTS]
    first, last = scans
    found += [(first, "first_scan"), (last if last != first and not known.get("delivered_at") else None, "last_scan")]
    yield from ((at, word) for at, word in found if at is not None)


def _last(order: Order, kind: OrderEventKind) -> OrderEvent:
    return next((event for event in reversed(order.events) if event.kind is kind), OrderEvent(kind))


def _moment(value: FactValue) -> Moment | None:
    try:
        return parse_moment(str(value)) if value else None
    except ValueError:
        return None


def _instant(moment: Moment, zone: str) -> datetime:
    """A day without an hour comes before the hours of that day."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment, time(), ZoneInfo(zone)).astimezone(UTC)
