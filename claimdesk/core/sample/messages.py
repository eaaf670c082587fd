"""What the buyers of the sample shop wrote, and what the shop answered."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped
from claimdesk.core.records.messages import Channel, NewMessage, Speaker

if TYPE_CHECKING:
    from claimdesk.core.messages.messages import Messages
    from claimdesk.core.orders.orders import Orders

_AT = re.compile(r"\{(-\d+) (\d\d):(\d\d)\}")


class _SampleMessage(Knowledge):
    order: str
    speaker: Literal["buyer", "shop"]
    at: str
    text: str
    channel: Literal["mail", "phone"] = "mail"
    language: str = ""
    contact: str = ""


class _SampleMessages(Knowledge):
    messages: tuple[_SampleMessage, ...]


def keep_messages(messages: Messages, orders: Orders, now: datetime) -> int:
    """Keep the sample's messages with their orders, all dated before `now`; how many there are."""
    told = read_knowledge(shipped("resources") / "sample" / "messages.toml", _SampleMessages).messages
    for one in told:
        order = orders.find(one.order)[0]
        message = NewMessage(
            speaker=Speaker(one.speaker), channel=Channel(one.channel), text=one.text, at=_moment(one.at, now),
            kind="buyer_message" if one.speaker == "buyer" else "", platform=order.platform, order_no=order.order_no,
            sender=order.buyer_name if one.speaker == "buyer" else "", language=one.language,
            contacts=(one.contact,) if one.contact else (),
        )  # fmt: skip
        messages.keep((message,), order.id, now)
    return len(told)


def _moment(text: str, now: datetime) -> datetime:
    found = _AT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    day = (now + timedelta(days=int(found[1]))).date()
    return min(datetime(day.year, day.month, day.day, int(found[2]), int(found[3]), tzinfo=UTC), now)
