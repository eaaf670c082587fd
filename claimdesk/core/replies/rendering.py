"""Fills one template text with plain values and remembers where each value stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimdesk.core.records.replies import Span
from claimdesk.core.replies.syntax import pieces

LONGEST_VALUE = 2_000
LONGEST_OUTPUT = 20_000
_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A filled text; a name without a value stays as `{{ name }}` and is listed in `missing`."""

    text: str
    spans: tuple[Span, ...]
    missing: tuple[str, ...]


def render(text: str, values: Mapping[str, str | None]) -> Rendered:
    """The text with its values. Raises Problem `template_faulty`.

    Values are inserted as they are: braces inside a value are text. Control characters are dropped, a value is
    cut at 2,000 characters and the whole at 20,000.
    """
    parts: list[str] = []
    spans: list[Span] = []
    missing: list[str] = []
    length = 0
    for piece in pieces(text):
        part = piece.text
        if piece.name:
            part = clean(values.get(piece.name))
            if not part:
                missing.append(piece.name)
                part = "{{ " + piece.name + " }}"
        if parts and _spare_space(parts[-1], part):
            if parts[-1].endswith(" "):
                parts[-1] = parts[-1][:-1]
                length -= 1
            else:
                part = part[1:]
        part = part[: LONGEST_OUTPUT - length]
        if piece.name and part:
            spans.append(Span(length, length + len(part), piece.name))
        parts.append(part)
        length += len(part)
    return Rendered("".join(parts), tuple(spans), tuple(dict.fromkeys(missing)))


def clean(value: str | None) -> str:
    """A value as it may stand in a message: trimmed, bounded, without control or direction characters."""
    return _CONTROL.sub("", value or "").strip()[:LONGEST_VALUE]


def _spare_space(before: str, after: str) -> bool:
    """Whether the blank where two pieces meet stands between two Chinese characters, where none is written."""
    meeting = before[-2:] + after[:2]
    blank = meeting.find(" ", max(0, len(before[-2:]) - 1))
    return 0 < blank < len(meeting) - 1 and bool(_HAN.match(meeting[blank - 1]) and _HAN.match(meeting[blank + 1]))
