"""What a buyer asked before: about this order and others, from messages, notices and imported files, with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimdesk.core.messages.asking import contact_kinds, contacts_of
from claimdesk.core.messages.facts import instant, source
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.messages import Channel, Contact, Speaker, StoredMessage

if TYPE_CHECKING:
    from claimdesk.core.messages.messages import Messages
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.orders import Order

_IMPORTED: Final = Bilingual("the import", "导入的文件")
_ASKED: Final = Bilingual("the import marks it", "导入的数据有标记")
_OTHERS: Final = 30  # orders of the buyer that are looked at besides
_TELLING: Final = ("cancel_declined", "cancel_agreed", "return_offer", "refund_offer", "replacement_offer", "refused")


@dataclass(frozen=True, slots=True)
class PriorContact:
    """Contacts about an order and about others of its buyer, newest first, and the conversation of the order, oldest first."""

    this_order: tuple[Contact, ...]
    others: tuple[Contact, ...]
    thread: tuple[StoredMessage, ...]

    @property
    def complaints(self) -> int:
        """How many of them complain of something."""
        kinds = contact_kinds()
        return sum(kinds[contact.kind].complaint for contact in (*self.this_order, *self.others))


class PriorContacts:
    """Looks back. Says what was asked and answered; judges nobody."""

    def __init__(self, orders: Orders, messages: Messages) -> None:
        self._orders, self._messages = orders, messages

    def of_order(self, order_id: int) -> PriorContact:
        """What is known of contacts about an order and with its buyer. Raises Problem `order_unknown`."""
        order = self._orders.order(order_id)
        rows = self._orders.buyer_history(order)[:_OTHERS]
        others = self._orders.orders([row.id for row in rows])
        found = [contact for other in others for contact in _contacts(other, same=False)]
        return PriorContact(_sorted(_contacts(order, same=True)), _sorted(found), conversation(order.messages))


def conversation(messages: Sequence[StoredMessage]) -> tuple[StoredMessage, ...]:
    """What the buyer and the shop wrote to each other; what a platform wrote is told by the timeline."""
    return tuple(m for m in messages if m.speaker is not Speaker.PLATFORM and m.kind != "platform")


def _sorted(contacts: Iterator[Contact] | Sequence[Contact]) -> tuple[Contact, ...]:
    return tuple(
        sorted(
            contacts, key=lambda c: (instant(c.at).timestamp() if c.at else float("-inf"), c.message_id), reverse=True
        )
    )


def _contacts(order: Order, *, same: bool) -> Iterator[Contact]:
    kinds = contact_kinds()
    asked = False
    for at, message in enumerate(order.messages):
        if message.speaker is Speaker.SHOP:
            continue
        kind = next(iter(contacts_of(message)), "")
        if kind not in kinds:
            continue
        asked = asked or kind == "cancel_request"
        seconds, answer = _answered(message, order.messages[at + 1 :])
        yield Contact(
            kind, kinds[kind].title, message.when, order.id, order.order_no, message.text, source(message), seconds,
            answer, message.id, same_order=same,
        )  # fmt: skip
    by_event = {event: kind for kind in kinds.values() for event in kind.events}
    for event in order.events:
        meant = by_event.get(event.kind.value)
        if meant is not None and not (meant.id == "feedback" and (event.rating or 5) > 2):
            text = event.comment or event.reason or event.status
            told = (
                Bilingual(f"{event.file}, row {event.row}", f"{event.file} 第 {event.row} 行")
                if event.file
                else _IMPORTED
            )
            yield Contact(meant.id, meant.title, event.at or event.noted_at, order.id, order.order_no, text, told, same_order=same)  # fmt: skip
    if order.cancel_requested and not asked:
        kind = "cancel_request"
        yield Contact(kind, kinds[kind].title, None, order.id, order.order_no, source=_ASKED, same_order=same)


def _answered(message: StoredMessage, later: Sequence[StoredMessage]) -> tuple[int | None, Bilingual | None]:
    """How long the shop took to answer, where both times are known to the minute, and what it said."""
    reply = next((m for m in later if m.speaker is Speaker.SHOP and m.kind != "platform"), None)
    if message.speaker is not Speaker.BUYER or reply is None:
        return None, None
    kinds = contact_kinds()
    told = [kinds[kind].title for kind in _TELLING if kind in contacts_of(reply)] or [kinds["answer"].title]
    said = Bilingual("; ".join(one.en for one in told), "；".join(one.zh for one in told))
    exact = all(m.at is not None and hasattr(m.at, "hour") for m in (message, reply))
    seconds = int((instant(reply.when) - instant(message.when)).total_seconds()) if exact else None
    hand = reply.channel is Channel.QUOTED and seconds is None
    return (None if hand else seconds), said
