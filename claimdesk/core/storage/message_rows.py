"""Messages as rows: kept once each, read with the replies that cases mark as sent."""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from claimdesk.core.records.intake import Caution
from claimdesk.core.records.messages import BY_HAND, Channel, MessageFile, NewMessage, Speaker, StoredMessage
from claimdesk.core.records.moments import Moment, day_of, moment_text, parse_moment
from claimdesk.core.storage.folding import fold
from claimdesk.core.storage.texts import json_text, storable

_COLUMNS: Final = (
    "id", "order_id", "order_no", "platform", "speaker", "channel", "kind", "at", "noted_at", "sender", "relay",
    "token", "subject", "text", "language", "reason", "contacts", "warnings", "files", "original", "text_hash",
)  # fmt: skip
_READ: Final = ", ".join(f"m.{name}" for name in _COLUMNS)
_IDS: Final = "(SELECT value FROM json_each(?))"
MOST: Final = 20_000  # messages of one question
_NEAR: Final = timedelta(days=2)  # two copies of one text this near are one message, when one has no identity
# A message without an order belongs to the order with its number.
_BELONGS: Final = (
    "(m.order_id IS NULL AND m.order_no <> '' AND m.order_no = o.order_no AND m.platform IN ('', o.platform))"
)
_SENT: Final = f"""
    SELECT c.order_id, e.id, e.case_id, e.at, e.data, o.platform, o.order_no
    FROM cases c JOIN orders o ON o.id = c.order_id JOIN events e ON e.case_id = c.id AND e.kind = 'sent'
    WHERE c.order_id IN {_IDS}
      AND coalesce((SELECT u.kind FROM events u WHERE u.case_id = c.id AND u.kind IN ('undone', 'redone')
                    AND json_extract(u.data, '$.event') = e.id ORDER BY u.id DESC LIMIT 1), '') <> 'undone'
    ORDER BY e.id DESC LIMIT {MOST}
"""


def text_hash(text: str) -> str:
    """What tells one text from another, whatever its blanks, width and case; empty for a text without words."""
    plain = re.sub(r"\s+", " ", fold(text)).strip()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest() if plain else ""


def fingerprint(message: NewMessage) -> str:
    """What makes a message the same one again: its mail's own identity, else who wrote what and when."""
    if message.message_id:
        return "id:" + storable(message.message_id.strip().strip("<>").casefold())[:300]
    told = (message.speaker.value, message.channel.value, moment_text(message.at) or "", text_hash(message.text))
    about = message.order_no if message.channel in (*BY_HAND, Channel.QUOTED) else message.sender.casefold()
    return "tx:" + hashlib.sha256("\n".join((*told, about)).encode("utf-8", "replace")).hexdigest()


def known(conn: Connection, message: NewMessage, order_id: int | None = None) -> StoredMessage | None:
    """The same message as it is kept already, or a copy of it without an identity of its own; None when it is new."""
    found = _one(conn, "m.fingerprint = ?", fingerprint(message))
    if found is not None:
        return found
    rows = _many(conn, "m.text_hash = ? AND m.speaker = ?", text_hash(message.text), message.speaker.value)
    for row in rows:
        other = (row.order_id, row.order_no)
        elsewhere = order_id is not None and row.order_id is not None and row.order_id != order_id
        if elsewhere or (order_id is None and message.order_no and other[1] not in ("", message.order_no)):
            continue
        both_named = bool(message.message_id) and _identity(conn, row.id).startswith("id:")
        if not both_named and _near(message.at, row.at):
            return row
    return None


def insert(conn: Connection, message: NewMessage, order_id: int | None, noted_at: datetime) -> int:
    """Keep a message that is new; gives its id."""
    values: dict[str, Any] = {
        "fingerprint": fingerprint(message), "order_id": order_id, "order_no": message.order_no,
        "platform": message.platform, "speaker": message.speaker.value, "channel": message.channel.value,
        "kind": message.kind, "at": moment_text(message.at), "noted_at": moment_text(noted_at),
        "sender": message.sender, "relay": message.relay, "token": message.token, "subject": message.subject,
        "text": message.text, "language": message.language, "reason": message.reason,
        "contacts": json_text(list(message.contacts)), "warnings": json_text([asdict(w) for w in message.warnings]),
        "files": json_text([asdict(file) for file in message.files]), "original": message.original,
        "text_hash": text_hash(message.text), "folded": fold(f"{message.subject}\n{message.text}"),
    }  # fmt: skip
    stored = [storable(value) if isinstance(value, str) else value for value in values.values()]
    done = conn.exec_driver_sql(
        f"INSERT INTO messages ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", tuple(stored)
    )
    return int(done.lastrowid)


def assign(conn: Connection, message_id: int, order_id: int | None) -> None:
    """Say which order a message belongs to; None takes it away again."""
    conn.exec_driver_sql("UPDATE messages SET order_id = ? WHERE id = ?", (order_id, message_id))


def remove(conn: Connection, message_ids: Collection[int]) -> None:
    """Take messages out; their files stay in the store."""
    conn.exec_driver_sql(f"DELETE FROM messages WHERE id IN {_IDS}", (json.dumps(list(message_ids)),))


def by_id(conn: Connection, message_id: int) -> StoredMessage | None:
    """One message; None when there is none with this id."""
    return _one(conn, "m.id = ?", message_id)


def of_orders(conn: Connection, order_ids: Collection[int]) -> dict[int, list[StoredMessage]]:
    """The messages of these orders, replies that their cases mark as sent among them, oldest first.

    A reply that is found quoted is left out where the case holds what was sent.
    """
    wanted = json.dumps(list(order_ids))
    found: defaultdict[int, list[StoredMessage]] = defaultdict(list)
    sent: set[tuple[int, str]] = set()
    for row in conn.exec_driver_sql(_SENT, (wanted,)):
        message = _sent(row)
        found[row[0]].append(message)
        sent.add((row[0], message.text_hash))
    kept = conn.exec_driver_sql(
        f"SELECT o.id, {_READ} FROM orders o JOIN messages m ON m.order_id = o.id WHERE o.id IN {_IDS} "
        f"UNION ALL SELECT o.id, {_READ} FROM orders o JOIN messages m ON {_BELONGS} WHERE o.id IN {_IDS} LIMIT {MOST}",
        (wanted, wanted),
    )
    for row in kept:
        message = _message(row[1:])
        if message.channel is not Channel.QUOTED or (row[0], message.text_hash) not in sent:
            found[row[0]].append(message)
    return {order_id: _in_time(messages) for order_id, messages in found.items()}


def unassigned(conn: Connection) -> list[StoredMessage]:
    """Messages that belong to no order that is here, newest first."""
    return _many(conn, f"m.order_id IS NULL AND NOT EXISTS (SELECT 1 FROM orders o WHERE {_BELONGS})")


def search(conn: Connection, words: Sequence[str], limit: int) -> list[StoredMessage]:
    """Messages that hold every one of some folded words, newest first."""
    held = " AND ".join("instr(m.folded, ?) > 0" for _ in words) or "0"
    return _many(conn, held, *words, limit=limit)


def _one(conn: Connection, where: str, *values: str | int) -> StoredMessage | None:
    row = conn.exec_driver_sql(f"SELECT {_READ} FROM messages m WHERE {where}", values).first()
    return None if row is None else _message(row)


def _many(conn: Connection, where: str, *values: str | int, limit: int = MOST) -> list[StoredMessage]:
    rows = conn.exec_driver_sql(
        f"SELECT {_READ} FROM messages m WHERE {where} ORDER BY coalesce(m.at, m.noted_at) DESC, m.id DESC LIMIT ?",
        (*values, limit),
    )
    return [_message(row) for row in rows]


def _identity(conn: Connection, message_id: int) -> str:
    return str(conn.exec_driver_sql("SELECT fingerprint FROM messages WHERE id = ?", (message_id,)).scalar_one())


def _near(one: Moment | None, other: Moment | None) -> bool:
    return one is None or other is None or abs(day_of(one) - day_of(other)) <= _NEAR


def _in_time(messages: Iterable[StoredMessage]) -> list[StoredMessage]:
    """Oldest first.

    One that only has a day stands after those of that day that were known before it, for a mail quotes what came
    earlier; its quotes are kept right before it.
    """
    told = sorted(messages, key=lambda message: (message.id, message.event))
    found = sorted((m for m in told if isinstance(m.when, datetime)), key=lambda m: m.when)
    for message in (m for m in told if not isinstance(m.when, datetime)):
        day = message.when
        at = sum(day_of(other.when) < day for other in found)
        same = [i for i, other in enumerate(found) if day_of(other.when) == day and other.id < message.id]
        found.insert(max([at, *(i + 1 for i in same)]), message)
    return found


def _message(row: Sequence[Any]) -> StoredMessage:
    values = dict(zip(_COLUMNS, row, strict=True))
    return StoredMessage(
        **{
            **values,
            "speaker": Speaker(values["speaker"]),
            "channel": Channel(values["channel"]),
            "at": parse_moment(values["at"]),
            "noted_at": datetime.fromisoformat(values["noted_at"]),
            "contacts": tuple(json.loads(values["contacts"])),
            "warnings": tuple(_cautions(json.loads(values["warnings"]))),
            "files": tuple(MessageFile(**file) for file in json.loads(values["files"])),
        }
    )


def _cautions(found: Iterable[Mapping[str, Any]]) -> Iterable[Caution]:
    return (Caution(str(one["code"]), dict(one["params"])) for one in found)


def _sent(row: Sequence[Any]) -> StoredMessage:
    data = json.loads(row[4])
    at, text = datetime.fromisoformat(row[3]), str(data.get("text") or "")
    return StoredMessage(
        id=0, order_id=row[0], order_no=row[6], platform=row[5], speaker=Speaker.SHOP, channel=Channel.SENT,
        kind=str(data.get("audience") or ""), at=at, noted_at=at, sender="", relay="", token="", subject="", text=text,
        language=str(data.get("language") or ""), reason="", contacts=(), warnings=(), files=(),
        text_hash=text_hash(text), case_id=row[2], event=row[1],
    )  # fmt: skip
