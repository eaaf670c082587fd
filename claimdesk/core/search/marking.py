"""Which characters of a text matched, whatever their case, width and script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from claimdesk.core.records.search import Marked
from claimdesk.core.storage.folding import fold
from claimdesk.core.storage.texts import storable

WORDS: Final = 8  # further words are not looked at
LETTERS: Final = 100  # of one word
_MARKS: Final = 12  # in one line
_BEFORE: Final = 24  # characters shown before the first match
_LOOKED: Final = 20_000  # characters of a text in which matches are shown


def words_of(text: str) -> tuple[str, ...]:
    """The words of a question as texts are compared with them, each once."""
    return tuple(dict.fromkeys(word[:LETTERS] for word in fold(storable(text)).split()))[:WORDS]


def marked(text: str, words: Sequence[str], length: int = 84) -> Marked:
    """One line of at most `length` characters around the first match, with its matches; the beginning where nothing matches."""
    line = re.sub(r"\s+", " ", text[:_LOOKED]).strip()
    spans = _spans(line, words)
    start = 0
    if spans and spans[0][1] > length:
        start = spans[0][0] - _BEFORE
        start = max(line.rfind(" ", start - 12, start) + 1, start)
    end = min(len(line), start + length)
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    shift = len(head) - start
    inside = [(max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start]
    return Marked(head + line[start:end] + tail, tuple(inside[:_MARKS]))


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds any of some words."""
    plain = fold(text)
    return any(word in plain for word in words)


def _spans(line: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where any of the words stands, as merged pairs of characters of the line."""
    plain, origin = _folded(line)
    found: list[tuple[int, int]] = []
    for word in words:
        at = plain.find(word)
        while at >= 0 and len(found) < 200:
            found.append((origin[at], origin[at + len(word) - 1] + 1))
            at = plain.find(word, at + len(word))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _folded(line: str) -> tuple[str, list[int]]:
    """The line as search compares it, and the character that each of its characters comes from."""
    parts: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(line):
        plain = fold(char)
        parts.append(plain)
        origin += [at] * len(plain)
    return "".join(parts), origin
