"""A text made comparable, with the way back to its own characters.

Lower case, compatibility forms, no accents, Simplified characters, straight quotes, no invisible characters, no blanks
between Chinese or Japanese characters, or beside one. `Folded.original` gives the exact words again.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_WIDE: Final = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
_PLAIN: Final = {"’": "'", "‘": "'", "‚": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
                 "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "ß": "ss", "œ": "oe", "æ": "ae", "…": "...",
                 "、": ",", "，": ",", "。": "。", "・": " ", "ー": "ー"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text; its character `i` comes from `starts[i]` up to `ends[i]` of `source`."""

    text: str
    source: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> str:
        """The words of the source that the folded characters `start` up to `end` come from."""
        if end <= start:
            return ""
        return self.source[self.starts[start] : self.ends[end - 1]]


def fold(source: str) -> Folded:
    """The text made comparable. Linear in its length; never raises."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    simple = _simplified(source)
    for position, char in enumerate(source):
        for part in char.lower() if char.isascii() else _folded(simple.get(char, char)):
            if part == " " and chars and chars[-1] in " \n":
                continue
            chars.append(part)
            starts.append(position)
            ends.append(position + 1)
    return _joined(source, chars, starts, ends)


def fold_pattern(pattern: str) -> str:
    """An expression whose characters outside ASCII are folded as texts are; escapes stay as they are."""
    simple = _simplified(pattern)
    return "".join(c if c.isascii() else _folded(simple.get(c, c)) for c in pattern)


def _joined(source: str, chars: list[str], starts: list[int], ends: list[int]) -> Folded:
    """Without the blanks and single line breaks between Chinese or Japanese characters."""
    keep = [
        not (
            char in " \n"
            and 0 < i < len(chars) - 1
            and _close(chars[i - 1], chars[i + 1], blank=char == " ")
            and not (char == "\n" and _short_line(chars, i))
        )
        for i, char in enumerate(chars)
    ]
    return Folded(
        "".join(c for c, k in zip(chars, keep, strict=True) if k),
        source,
        tuple(s for s, k in zip(starts, keep, strict=True) if k),
        tuple(e for e, k in zip(ends, keep, strict=True) if k),
    )


def _close(before: str, after: str, *, blank: bool) -> bool:
    """Whether a gap between two characters only spaces out the text: `11 月`, `由 Etsy 承担`, a line broken for width."""
    wide = bool(_WIDE.match(before)), bool(_WIDE.match(after))
    return all(wide) or (blank and any(wide) and (before.isalnum() or after.isalnum()))


def _short_line(chars: list[str], index: int) -> bool:
    """Whether a line break ends a line that was not broken for width: a heading or a field of a list."""
    length = 0
    while length < 24 and index - 1 - length >= 0 and chars[index - 1 - length] != "\n":
        length += 1
    return length < 24


@cache
def _folded(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isspace():
        return "\n" if char in "\r\n\u2028\u2029" else " "
    if unicodedata.category(char) in {"Cf", "Mn", "Cs", "Co"}:
        return ""
    wide = unicodedata.normalize("NFKC", char)
    if _WIDE.match(wide):
        return wide
    text = "".join(c for c in unicodedata.normalize("NFD", wide) if unicodedata.category(c) != "Mn").lower()
    text = "".join(_PLAIN.get(c, c) for c in text)
    return text if len(text) <= 4 else char  # U+FDFA alone stands for 18 letters


def _simplified(text: str) -> dict[str, str]:
    """Traditional characters of the text with their Simplified form, one for one so that positions hold."""
    return {c: s for c, s in ((c, _simple(c)) for c in sorted(set(_HAN.findall(text)))) if s != c}


@cache
def _converter() -> object:
    from opencc import OpenCC  # its dictionaries are read only when a Chinese character is met

    return OpenCC("t2s")


@cache
def _simple(character: str) -> str:
    converted = str(_converter().convert(character))  # type: ignore[attr-defined]
    return converted if len(converted) == 1 else character
