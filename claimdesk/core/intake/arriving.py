"""From a mail that was read to the messages that are kept of it: itself, and the shop's replies that it quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from claimdesk.core.messages.messages import MOST_FILES
from claimdesk.core.records.messages import Channel, MessageFile, NewMessage, Speaker, StoredMessage
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.core.intake.intake import Intake
    from claimdesk.core.messages.messages import Messages
    from claimdesk.core.records.intake import Notice

_GRAVE: Final = frozenset({"sender_lookalike", "authentication_failed"})


class Arrivals:
    """Keeps what arrives. Attachments and the mail as it came go to the evidence store before any row names them."""

    def __init__(self, intake: Intake, messages: Messages) -> None:
        self._intake, self._messages = intake, messages

    def known(self, notice: Notice, order_id: int | None = None) -> StoredMessage | None:
        """The same mail as it is kept already; None when it is new."""
        return self._messages.known(message_of(notice), order_id)

    def keep(
        self, notice: Notice, raw: bytes, order_id: int | None, at: datetime
    ) -> tuple[StoredMessage, tuple[int, ...]]:
        """Keep a mail once, with the order it is about; gives it as kept, and the ids of all that is new.

        Raises Problem `evidence_unwritable`.
        """
        message = message_of(notice)
        known = self._messages.known(message, order_id)
        if known is None and raw:
            message = replace(
                message, files=self._files(notice, raw, at), original=self._messages.store_original(raw, at)
            )
        kept = self._messages.keep((*_earlier(notice, message), message), order_id, at)
        return kept[-1][0], tuple(stored.id for stored, new in kept if new)

    def _files(self, notice: Notice, raw: bytes, at: datetime) -> tuple[MessageFile, ...]:
        found: list[MessageFile] = []
        for attachment in notice.attachments[:MOST_FILES]:
            try:
                content = self._intake.attachment(raw, attachment.part)
            except Problem:
                content = b""  # of a mail within the mail, or too damaged to take out: named, not kept
            file = self._messages.store_file(
                attachment.name, attachment.content_type, content, at, inline=attachment.inline
            )
            found.append(file if file.kept else replace(file, size=max(file.size, attachment.size)))
        return tuple(found)


def message_of(notice: Notice) -> NewMessage:
    """The message that a notice is, without its files."""
    speaker = _speaker(notice)
    return NewMessage(
        speaker=speaker,
        channel=Channel.MAIL,
        text=(notice.said or notice.text) if speaker is Speaker.BUYER else notice.text,
        at=notice.sent_at,
        kind=notice.kind,
        platform=notice.platform,
        order_no=notice.order_no,
        sender=notice.sender,
        relay=notice.relay,
        token=notice.token,
        subject=notice.subject,
        language=notice.language,
        reason=notice.reason,
        message_id=notice.message_id,
        warnings=tuple(caution for caution in notice.warnings if caution.code in _GRAVE),
    )


def _speaker(notice: Notice) -> Speaker:
    if notice.own_copy:
        return Speaker.SHOP
    return Speaker.BUYER if notice.kind == "buyer_message" or notice.relay else Speaker.PLATFORM


def _earlier(notice: Notice, message: NewMessage) -> list[NewMessage]:
    """The messages that a buyer's mail quotes, oldest first, where it is told who wrote them."""
    if message.speaker is not Speaker.BUYER or not notice.relay:
        return []
    return [
        NewMessage(
            speaker=Speaker.SHOP if quoted.own else Speaker.BUYER,
            channel=Channel.QUOTED,
            text=quoted.text,
            at=quoted.at,
            platform=notice.platform,
            order_no=notice.order_no,
            sender="" if quoted.own else notice.sender,
            relay="" if quoted.own else notice.relay,
        )
        for quoted in reversed(notice.earlier)
    ]
