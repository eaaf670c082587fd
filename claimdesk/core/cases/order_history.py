"""What other files tell of an order, in the words of its history: each with the file and row that says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimdesk.core.cases.view import TimelineEntry
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.money import Money
from claimdesk.core.records.order_events import OrderEventKind

if TYPE_CHECKING:
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.records.order_events import OrderEvent
    from claimdesk.core.records.orders import Order

_BETWEEN = " · "
_REFERENCED = (OrderEventKind.REPLACEMENT, OrderEventKind.SAFE_T)


def event_entries(order: Order, wording: Wording) -> Iterator[TimelineEntry]:
    """The events of an order; one whose day no file gives stands where it was imported, and says so.

    The words are in `resources/wording/timeline.toml` under `timeline_` and the kind of the event.
    """
    for event in order.events:
        at = event.at or event.noted_at
        if at is not None:
            words = wording.text(f"timeline_{event.kind.value}", _params(event))
            yield TimelineEntry(at, event.kind.value, words, _detail(event, wording))


def _params(event: OrderEvent) -> dict[str, str]:
    return {"amount": _amount(event), "rating": str(event.rating or ""), "reference": event.reference}


def _amount(event: OrderEvent) -> str:
    if event.amount_minor is None:
        return ""
    return f"{Money(event.amount_minor, event.currency).decimal():,} {event.currency}".strip()


def _detail(event: OrderEvent, wording: Wording) -> Bilingual:
    told = [event.status, event.reason]
    if event.kind is not OrderEventKind.REFUNDED:
        told.append(_amount(event))
    if event.reference and event.kind in _REFERENCED:
        told.append(event.reference)
    told += [" ".join(filter(None, (event.carrier, event.tracking_no))), *event.note.split("\n")]
    told += [event.comment, event.response]
    source = wording.text("timeline_source", {"file": event.file, "row": event.row})
    if event.at is None:
        undated = wording.text("timeline_undated")
        source = Bilingual(f"{source.en} {undated.en}", f"{source.zh}{undated.zh}")
    words = list(filter(None, dict.fromkeys(told)))
    return Bilingual(_BETWEEN.join([*words, source.en]), _BETWEEN.join([*words, source.zh]))
