"""Tells a mail, a mailbox and a plain text apart, and splits a mailbox into its mails."""

from __future__ import annotations

import re
from typing import Final

_SEPARATOR: Final = re.compile(
    rb"(?:\A|\r?\n\r?\n|\A\r?\n)From [^\r\n]{1,200}\d{4}[^\r\n]{0,20}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)"
)
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.M)
_HEADER: Final = re.compile(rb"\s*([A-Za-z][A-Za-z0-9-]{0,60}):")
_KNOWN: Final = frozenset(
    b"from to subject date sender reply-to cc received return-path delivered-to message-id mime-version content-type "
    b"content-transfer-encoding dkim-signature arc-seal authentication-results envelope-to list-unsubscribe".split()
)
MOST_MAILS: Final = 2_000


def mails_in(raw: bytes) -> list[bytes]:
    """The mails of a mailbox, unquoted; anything else is one mail or text."""
    if not raw.lstrip(b"\r\n").startswith(b"From "):
        return [raw]
    starts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(raw)]
    if not starts:
        return [raw]
    ends = [start for start, _ in starts[1:]] + [len(raw)]
    parts = [raw[begin:end] for (_, begin), end in zip(starts, ends, strict=True)]
    return [_QUOTED_FROM.sub(rb"\1", part).strip(b"\r\n") + b"\n" for part in parts[:MOST_MAILS]]


def is_mail(raw: bytes) -> bool:
    """Whether a text begins with the header of a mail."""
    first = _HEADER.match(raw[:2_000])
    if first is None:
        return False
    name = first.group(1).lower()
    return name in _KNOWN or name.startswith(b"x-")
