"""The messages service: keeps each message once, with its order, and reads threads."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimdesk.core.messages.asking import contact_kinds
from claimdesk.core.messages.names import safe_name
from claimdesk.core.records.messages import BY_HAND, Channel, MessageFile, NewMessage, Speaker, StoredMessage
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import evidence_files, message_rows, order_reads
from claimdesk.core.storage.folding import fold
from claimdesk.core.storage.texts import storable

if TYPE_CHECKING:
    from claimdesk.core.records.moments import Moment
    from claimdesk.core.storage.store import Store

LONGEST_TEXT: Final = 20_000  # characters of a message that are kept; its original is kept whole
LARGEST_FILE: Final = 15 * 1024 * 1024
MOST_FILES: Final = 30


class Messages:
    """Messages between the buyers and the shop, of one data folder."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(
        self, messages: Sequence[NewMessage], order_id: int | None, at: datetime
    ) -> tuple[tuple[StoredMessage, bool], ...]:
        """Keep messages with the order they are about, or with none; each as it is kept now, and whether it is new.

        One that is known already is not kept twice; it moves to the order when it had none.
        """
        kept: list[tuple[StoredMessage, bool]] = []
        with self._store.writing() as conn:
            for message in messages:
                short = replace(message, text=message.text[:LONGEST_TEXT])
                found = message_rows.known(conn, short, order_id)
                if found is None:
                    made = message_rows.by_id(conn, message_rows.insert(conn, short, order_id, at))
                    assert made is not None  # noqa: S101 - it was inserted in this transaction
                    kept.append((made, True))
                    continue
                if order_id is not None and found.order_id is None:
                    message_rows.assign(conn, found.id, order_id)
                    found = replace(found, order_id=order_id)
                kept.append((found, False))
        return tuple(kept)

    def known(self, message: NewMessage, order_id: int | None = None) -> StoredMessage | None:
        """The same message as it is kept already; None when it is new."""
        with self._store.reading() as conn:
            return message_rows.known(conn, replace(message, text=message.text[:LONGEST_TEXT]), order_id)

    def store_original(self, raw: bytes, at: datetime) -> str:
        """Keep a mail as it came; gives its SHA-256. Raises Problem `evidence_unwritable`."""
        return self._stored(raw, "mail", at)[0]

    def store_file(self, name: str, content_type: str, content: bytes, at: datetime, *, inline: bool) -> MessageFile:
        """Keep an attachment in the evidence store under a safe name; one that is too large is only named."""
        safe = safe_name(name)
        if len(content) > LARGEST_FILE or not content:
            return MessageFile(safe, content_type[:100], len(content), inline=inline)
        sha256, size = self._stored(content, safe, at)
        return MessageFile(safe, content_type[:100], size, sha256, inline)

    def note_contact(
        self, order_id: int, speaker: Speaker, channel: Channel, contact: str, text: str, when: Moment, at: datetime
    ) -> StoredMessage:
        """Note a contact by phone or elsewhere. Raises Problem `order_unknown`, `contact_unknown`, `contact_empty`."""
        if channel not in BY_HAND or contact not in contact_kinds():
            raise Problem("contact_unknown", contact=contact)
        if contact in ("question", "answer") and not text.strip():
            raise Problem("contact_empty")
        with self._store.reading() as conn:
            order = order_reads.order(conn, order_id)
        if order is None:
            raise Problem("order_unknown", order=order_id)
        words = text.strip() or contact_kinds()[contact].title.en
        noted = NewMessage(
            speaker, channel, words, when, platform=order.platform, order_no=order.order_no, contacts=(contact,)
        )
        return self.keep((noted,), order_id, at)[0][0]

    def message(self, message_id: int) -> StoredMessage:
        """One message. Raises Problem `message_unknown`."""
        with self._store.reading() as conn:
            found = message_rows.by_id(conn, message_id)
        if found is None:
            raise Problem("message_unknown", message=message_id)
        return found

    def of_orders(self, order_ids: Collection[int]) -> Mapping[int, tuple[StoredMessage, ...]]:
        """The messages of each of these orders, oldest first; orders without one are left out."""
        with self._store.reading() as conn:
            return {order: tuple(found) for order, found in message_rows.of_orders(conn, order_ids).items()}

    def of_order(self, order_id: int) -> tuple[StoredMessage, ...]:
        """The thread of an order, oldest first: what the buyer wrote and what the shop answered."""
        return self.of_orders((order_id,)).get(order_id, ())

    def unassigned(self) -> tuple[StoredMessage, ...]:
        """Messages that belong to no order that is here, newest first."""
        with self._store.reading() as conn:
            return tuple(message_rows.unassigned(conn))

    def assign(self, message_id: int, order_id: int | None) -> None:
        """Say which order a message belongs to, None for none. Raises Problem `message_unknown`, `order_unknown`."""
        self.message(message_id)
        with self._store.writing() as conn:
            if order_id is not None and order_reads.order(conn, order_id) is None:
                raise Problem("order_unknown", order=order_id)
            message_rows.assign(conn, message_id, order_id)

    def forget(self, message_ids: Collection[int]) -> None:
        """Take messages out again, as Undo does; their files stay in the store."""
        with self._store.writing() as conn:
            message_rows.remove(conn, message_ids)

    def search(self, text: str, limit: int = 50) -> tuple[StoredMessage, ...]:
        """Messages that hold every word of a text, in Simplified and Traditional alike, newest first."""
        words = tuple(dict.fromkeys(fold(storable(text)).split()))[:8]
        with self._store.reading() as conn:
            return tuple(message_rows.search(conn, words, limit)) if words else ()

    def original(self, message: StoredMessage) -> bytes:
        """The mail as it came. Raises Problem `evidence_damaged` when it is not there."""
        return evidence_files.located(self._store.folder, message.original).read_bytes()

    def save_file(self, file: MessageFile, target: Path) -> None:
        """Write a copy of an attachment to where the operator wants it. Raises Problem `evidence_damaged`."""
        content = evidence_files.located(self._store.folder, file.sha256).read_bytes()
        try:
            target.write_bytes(content)
        except OSError as error:
            raise Problem("copy_unwritable", detail=error.strerror or "", name=target.name) from error

    def _stored(self, content: bytes, name: str, at: datetime) -> tuple[str, int]:
        sha256, size = evidence_files.store_bytes(self._store.folder, content, name)
        with self._store.writing() as conn:
            evidence_files.record(conn, sha256, size, at)
        return sha256, size
