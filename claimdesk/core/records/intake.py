"""What a platform's mail or a pasted text says about an order, and the words that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimdesk.core.records.moments import Moment


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to look at before the notice is trusted: a code of the wording files with its parameters."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail; `part` is its number there, by which its bytes are asked for."""

    name: str
    content_type: str
    size: int  # bytes
    part: int
    inline: bool = False  # a picture within the mail's layout


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier message that a mail quotes; `own` when the shop wrote it."""

    text: str
    own: bool
    sender: str = ""  # as the line above the quote gives it
    at: Moment | None = None


@dataclass(frozen=True, slots=True)
class ReadFrom:
    """One field of a notice and the exact words of the mail that it was read from."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One mail as it was understood; empty text and None mean that the mail does not say."""

    kind: str  # claim_filed, info_request, granted_seller, granted_amazon, denied, …, buyer_message, none
    platform: str = ""
    marketplace: str = ""  # amazon.de, ebay.co.uk, dhgate…, when the sender shows it
    order_no: str = ""
    other_orders: tuple[str, ...] = ()
    amount_minor: int | None = None
    currency: str = ""
    payer: str = ""  # of a granted claim: seller, platform
    odr: str = "unknown"  # counts, not_counted, unknown
    reason: str = ""  # not_received, not_as_described, damaged, changed_mind…
    respond_by: Moment | None = None  # as printed, or the printed number of hours or days after the mail
    clock: str = ""  # the deadline rule that `sent_at` starts
    sent_at: Moment | None = None
    sender: str = ""  # name and address as the mail gives them
    subject: str = ""
    text: str = ""  # what was written, without quotes, headers of forwards and markup
    said: str = ""  # the buyer's own words in a buyer's message
    relay: str = ""  # the platform's relay address that stands for the buyer, in lower case
    token: str = ""  # the platform's token that ties a reply to its thread
    language: str = ""
    own_copy: bool = False  # the platform's copy of a message that the shop itself sent
    read_from: tuple[ReadFrom, ...] = ()
    warnings: tuple[Caution, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    message_id: str = ""  # of the mail itself; empty for a pasted text and for one that was sent on
    earlier: tuple[Earlier, ...] = ()  # messages that the mail quotes, the nearest first
