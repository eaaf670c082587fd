"""Messages between a buyer and the shop: what was written, by whom, when, and what it asked or answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.intake import Caution
from claimdesk.core.records.moments import Moment


class Speaker(StrEnum):
    """Who wrote or spoke."""

    BUYER = "buyer"
    SHOP = "shop"
    PLATFORM = "platform"


class Channel(StrEnum):
    """How the shop knows of a message."""

    MAIL = "mail"  # a mail or pasted text that was read
    QUOTED = "quoted"  # found quoted in a mail
    SENT = "sent"  # marked as sent in a case
    PHONE = "phone"  # noted by hand, as the following are
    CHAT = "chat"
    OTHER = "other"


BY_HAND = (Channel.PHONE, Channel.CHAT, Channel.OTHER)


@dataclass(frozen=True, slots=True)
class MessageFile:
    """An attachment. `sha256` is empty for one that was not kept, because it is too large or one too many."""

    name: str  # made safe to show and to save
    content_type: str
    size: int  # bytes
    sha256: str = ""
    inline: bool = False  # a picture of the mail's own layout, such as a logo

    @property
    def kept(self) -> bool:
        """Whether its content lies in the evidence store."""
        return bool(self.sha256)


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message that is about to be kept; `files` lie in the store already."""

    speaker: Speaker
    channel: Channel
    text: str
    at: Moment | None = None
    kind: str = ""  # of the notice it was read as
    platform: str = ""
    order_no: str = ""  # as the message names it
    sender: str = ""
    relay: str = ""
    token: str = ""
    subject: str = ""
    language: str = ""
    reason: str = ""  # of the notice
    message_id: str = ""  # of the mail
    contacts: tuple[str, ...] = ()  # what it asks or answers, where a person says so; else read from the text
    warnings: tuple[Caution, ...] = ()
    files: tuple[MessageFile, ...] = ()
    original: str = ""  # sha256 of the mail as it came


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message as it is kept. `id` is 0 for one that a case marks as sent: that is `event` of `case_id`."""

    id: int
    order_id: int | None
    order_no: str
    platform: str
    speaker: Speaker
    channel: Channel
    kind: str
    at: Moment | None
    noted_at: datetime
    sender: str
    relay: str
    token: str
    subject: str
    text: str
    language: str
    reason: str
    contacts: tuple[str, ...]
    warnings: tuple[Caution, ...]
    files: tuple[MessageFile, ...]
    original: str = ""
    text_hash: str = ""
    case_id: int = 0
    event: int = 0

    @property
    def when(self) -> Moment:
        """The message's own time; where it has none, when it was noted."""
        return self.at if self.at is not None else self.noted_at


@dataclass(frozen=True, slots=True)
class Contact:
    """One earlier contact about an order of a buyer, and where it is known from."""

    kind: str
    title: Bilingual
    at: Moment | None
    order_id: int
    order_no: str
    text: str = ""
    source: Bilingual | None = None
    answered_in: int | None = None  # seconds until the shop's next message; None: no answer is known
    answer: Bilingual | None = None  # what that answer said, where it can be told
    message_id: int = 0
    case_id: int = 0
    same_order: bool = True
