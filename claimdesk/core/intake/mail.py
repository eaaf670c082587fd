"""A mail taken apart with the standard `email` package: header, text, attachments. Nothing is opened or fetched."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value, parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from claimdesk.core.intake.decoding import decode
from claimdesk.core.intake.markup import shown_text, tidy
from claimdesk.core.records.intake import Attachment
from claimdesk.core.records.problems import Problem

MOST_PARTS: Final = 500
LONGEST_TEXT: Final = 400_000  # characters of one mail's text that are kept
_LONGEST_HEADER: Final = 4_000
_LONGEST_PART: Final = 8_000_000
_ENCODED_WORD: Final = re.compile(r"=\?[^?\s]{1,40}\?[bBqQ]\?[^?]{0,2000}\?=")


@dataclass(frozen=True, slots=True)
class Mail:
    """The parts of a mail that matter. `text` is what it shows; `inner` the text of mails attached to it."""

    sender: str
    address: str  # of the sender, in lower case
    reply_to: str  # address, in lower case
    subject: str
    sent_at: datetime | None
    text: str
    inner: tuple[Mail, ...]
    attachments: tuple[Attachment, ...]
    authentication: tuple[str, ...]
    extra: str  # the X- header lines, for marks that platforms set
    message_id: str = ""


def read_mail(raw: bytes) -> Mail:
    """A mail from its bytes. Raises Problem `mail_broken` when its structure cannot be followed at all."""
    try:
        return _mail(message_from_bytes(raw, policy=policy.compat32), 0)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        raise Problem("mail_broken", detail=type(error).__name__) from error


def attachment_bytes(raw: bytes, part: int) -> bytes:
    """The content of one attachment by its number. Raises Problem `attachment_unknown` or `mail_broken`."""
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        found = next((leaf for number, leaf in _leaves(message) if number == part), None)
        if found is None:
            raise Problem("attachment_unknown", part=part)
        return _content(found)
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Problem("mail_broken", detail=type(error).__name__) from error


if TYPE_CHECKING:
    Part = Message[str, str]


def _mail(message: Part, depth: int) -> Mail:
    plain: list[str] = []
    rich: list[str] = []
    inner: list[Mail] = []
    attachments: list[Attachment] = []
    for number, leaf in _leaves(message):
        kind = leaf.get_content_type()
        if kind == "message/rfc822":
            if depth < 5:
                inner += [_mail(part, depth + 1) for part in _held(leaf)]
            continue
        name = _file_name(leaf)
        if name or leaf.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attachments.append(Attachment(name or f"part-{number}", kind, _size(leaf), number, _is_inline(leaf)))
            continue
        text = decode(_content(leaf)[:_LONGEST_PART], leaf.get_content_charset("") or "")
        (rich if kind == "text/html" or _is_markup(text) else plain).append(text)
    text = tidy("\n\n".join(plain))
    if len(text) < 40 and rich:
        text = "\n\n".join(shown_text(part) for part in rich) or text
    name, address = parseaddr(_header(message, "From"))
    return Mail(
        sender=f"{name} <{address}>" if name and address else address or name or _header(message, "From").strip(),
        address=address.lower(),
        reply_to=parseaddr(_header(message, "Reply-To"))[1].lower(),
        subject=re.sub(r"\s+", " ", _header(message, "Subject")).strip(),
        sent_at=_instant(_header(message, "Date")),
        text=text[:LONGEST_TEXT],
        inner=tuple(inner),
        attachments=tuple(attachments),
        authentication=tuple(_text(value) for value in (message.get_all("Authentication-Results") or ())[:10]),
        extra="\n".join(f"{name}: {_text(value)}" for name, value in message.items()[:200] if name.lower()[:2] == "x-"),
        message_id=_header(message, "Message-ID").strip().strip("<>")[:300],
    )


def _leaves(message: Part) -> Iterator[tuple[int, Part]]:
    """The parts that hold something, numbered in the order they stand; a mail within the mail is one part."""
    waiting, number = [message], 0
    while waiting and number < MOST_PARTS:
        part = waiting.pop()
        number += 1
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
            waiting.extend(reversed([p for p in part.get_payload() if isinstance(p, Message)]))
        else:
            yield number, part


def _held(leaf: Part) -> list[Part]:
    held = leaf.get_payload()
    return [part for part in held if isinstance(part, Message)] if isinstance(held, list) else []


def _content(leaf: Part) -> bytes:
    try:
        content = leaf.get_payload(decode=True)
    except (ValueError, binascii.Error, LookupError, AssertionError):
        content = None
    if isinstance(content, bytes):
        return content
    held = leaf.get_payload()
    return held.encode("utf-8", "surrogateescape") if isinstance(held, str) else b""


def _is_inline(leaf: Part) -> bool:
    """Whether a picture belongs to the layout, such as a logo: nothing that a buyer sends as a proof."""
    if leaf.get_content_maintype() != "image" or leaf.get_content_disposition() == "attachment":
        return False
    return leaf.get("Content-ID") is not None


def _size(leaf: Part) -> int:
    held = leaf.get_payload()
    if not isinstance(held, str):
        return 0
    encoded = str(leaf.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"
    return len("".join(held.split()).rstrip("=")) * 3 // 4 if encoded else len(held)


def _is_markup(text: str) -> bool:
    start = text[:600].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<body", "<table", "<div"))


def _file_name(leaf: Part) -> str:
    name = leaf.get_param("filename", None, "content-disposition") or leaf.get_param("name", None)
    if name is None:
        return ""
    try:
        plain = collapse_rfc2231_value(name)
    except (LookupError, ValueError, TypeError):
        plain = str(name)
    # Only the last part of a path, so that a name never leads out of a folder.
    return re.split(r"[\\/]", _words(plain).replace("\x00", ""))[-1].strip()[:200]


def _header(message: Part, name: str) -> str:
    # As it came: `get` would already have replaced 8-bit bytes that no encoding was stated for.
    return _text(next((value for key, value in message.raw_items() if key.lower() == name.lower()), None))


def _text(value: object) -> str:
    if value is None:
        return ""
    try:
        plain = str(value)[:_LONGEST_HEADER]
    except (UnicodeError, LookupError, ValueError):
        return ""
    return _words(plain)


def _words(plain: str) -> str:
    """A header in characters: 8-bit bytes and encoded words decoded by their real encoding."""
    if any("\udc80" <= c <= "\udcff" for c in plain):
        plain = decode(plain.encode("utf-8", "surrogateescape"))
    if "=?" not in plain or not _ENCODED_WORD.search(plain):
        return plain
    try:
        parts = decode_header(plain)
    except (HeaderParseError, ValueError, binascii.Error):
        return plain
    return "".join(decode(part, charset or "") if isinstance(part, bytes) else part for part, charset in _joined(parts))


def _joined(parts: list[tuple[bytes | str, str | None]]) -> list[tuple[bytes | str, str | None]]:
    """Neighbouring pieces of one charset as one, because some senders cut a character in two."""
    out: list[tuple[bytes | str, str | None]] = []
    for piece, charset in parts:
        if out and isinstance(piece, bytes) and isinstance(out[-1][0], bytes) and out[-1][1] == charset:
            out[-1] = (out[-1][0] + piece, charset)
        else:
            out.append((piece, charset))
    return out


def _instant(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
