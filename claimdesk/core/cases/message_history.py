"""What the buyer asked and the shop answered outside a case's own events, as lines of its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from claimdesk.core.cases.view import TimelineEntry
from claimdesk.core.messages.asking import contact_kinds, contacts_of
from claimdesk.core.messages.facts import source
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.records.messages import Channel, Speaker, StoredMessage

if TYPE_CHECKING:
    from claimdesk.core.records.orders import Order

_SHOWN: Final = 90
_BUYER: Final = Bilingual("Buyer: {what}", "买家：{what}")
_SHOP: Final = Bilingual("We: {what}", "我方：{what}")


def message_entries(order: Order, events: Sequence[Event]) -> Iterator[TimelineEntry]:
    """One line for each message that no event of the case tells; platforms' mails and undated messages are left out."""
    told = {
        str(event.data.get("text") or "") for event in events if event.kind in (EventKind.NOTICE_READ, EventKind.SENT)
    }
    for message in order.messages:
        own_event = message.channel is Channel.SENT or message.text in told
        if message.at is None or own_event or message.speaker is Speaker.PLATFORM:
            continue
        if any(message.text and message.text in text for text in told):
            continue
        yield _entry(message)


def _entry(message: StoredMessage) -> TimelineEntry:
    kinds = contact_kinds()
    buyer = message.speaker is Speaker.BUYER
    kind = next(iter(contacts_of(message)), "question" if buyer else "answer")
    what, words = kinds[kind].title, " ".join(message.text.split())
    lead = _BUYER if buyer else _SHOP
    quoted = words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
    known = source(message)
    detail = Bilingual(f"“{quoted}” ({known.en})", f"“{quoted}”（{known.zh}）")
    text = Bilingual(lead.en.format(what=what.en), lead.zh.format(what=what.zh))
    return TimelineEntry(message.when, "message_in" if buyer else "message_out", text, detail)
