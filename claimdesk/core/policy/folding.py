"""Makes a text comparable without losing where each character came from.

Full width, ligatures and accents, look-alike letters, Traditional characters, invisible characters, letters spaced out
or replaced (`r e v i e w`, `rev1ew`), blanks between Chinese characters: all become the plain lower-case text that rules
are written for. `Folded.span` leads back to the characters of the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimdesk.core.knowledge.shipped import read_knowledge, shipped
from claimdesk.core.policy.expressions import compiled, raw_compiled
from claimdesk.core.policy.schema import FoldingFile

MASK = "\ue000"
_HAN = re.compile(r"[\u3400-\u9fff]")
_SPACED = re.compile(r"(?<![a-z0-9])(?:[a-z0-9@$][ .\-_*|/]{1,2}){3,14}[a-z0-9@$](?![a-z0-9])")
# The same with one sign between all its letters, so that `z-a-l-o 0 9 0` is not one word.
_EVENLY = re.compile(r"(?<![a-z0-9])[a-z0-9@$]([ .\-_*|/]{1,2})[a-z0-9@$](?:\1[a-z0-9@$]){1,13}(?![a-z0-9])")
_WORD = re.compile(r"(?<![a-z0-9'@.])[a-z]{1,9}(?![a-z0-9'@])")
_TOKEN = re.compile(r"[a-z0-9@$!|*]{4,24}")
_LONGEST_EXPANSION = 4
_BULLET = re.compile(r"\s*(?:[-*•·]|\(?\d{1,2}[.)、])")


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded text; character `i` of it comes from `starts[i]` up to `ends[i]` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded characters `start` up to `end` stand in the original."""
        if end <= start or not self.starts:
            return 0, 0
        return self.starts[start], self.ends[end - 1]


@cache
def _data() -> FoldingFile:
    return read_knowledge(shipped("resources") / "policy" / "folding.toml", FoldingFile)


def masked_names() -> tuple[str, ...]:
    """Names of known values whose text no rule should look at (order number, tracking number, item…)."""
    return _data().masked


def fold(text: str) -> Folded:
    """The text made comparable. Linear in its length; never raises for any text."""
    cells = _undisguised(_without_han_blanks(list(_cells(text))))
    return Folded("".join(c for c, _, _ in cells), tuple(s for _, s, _ in cells), tuple(e for _, _, e in cells))


def masked(folded: Folded, values: Iterable[str]) -> Folded:
    """The same text with every occurrence of the values blanked by a character that no rule matches."""
    text = folded.text
    for value in values:
        needle = fold(value).text.strip()
        if len(needle) < 2:
            continue
        pattern = re.escape(needle)
        if needle[0].isalnum() and needle[0].isascii():
            pattern = rf"(?<![a-z0-9]){pattern}"
        if needle[-1].isalnum() and needle[-1].isascii():
            pattern = rf"{pattern}(?![a-z0-9])"
        text = re.sub(pattern, MASK * len(needle), text)
    return Folded(text, folded.starts, folded.ends)


def without_harmless_names(folded: Folded, platform: str) -> Folded:
    """The same text without names of things made of suspicious words, and addresses of the buyer's own platform."""
    text = compiled("<product_sense>").sub(lambda match: MASK * len(match.group()), folded.text)
    for addresses in _data().addresses:
        if platform in addresses.platforms:
            text = raw_compiled(addresses.pattern).sub(lambda match: MASK * len(match.group()), text)
    return Folded(text, folded.starts, folded.ends)


Cell = tuple[str, int, int]


def _cells(text: str) -> Iterable[Cell]:
    simplified = _simplified(text)
    lookalikes = _data().lookalikes
    position, length = 0, len(text)
    while position < length:
        char = text[position]
        end = position + 1
        if char.isspace():
            while end < length and text[end].isspace():
                end += 1
            lines = text.count("\n", position, end)
            stop = lines > 1 or (lines == 1 and _BULLET.match(text, end) is not None)
            yield ("\n" if stop else " ", position, end)
        elif char.isascii():
            yield (char.lower(), position, end)
        elif unicodedata.category(char) not in ("Cf", "Mn", "Cc", "Cs"):
            while end < length and unicodedata.category(text[end]) == "Mn":
                end += 1
            plain = _plain(text[position:end])
            for part in plain:
                simple = simplified.get(part, part)
                for letter in lookalikes.get(simple, simple):
                    yield (letter, position, end)
        position = end


@cache
def _plain_char(cluster: str) -> str:
    text = unicodedata.normalize("NFKC", cluster)
    if text.isdecimal() and not text.isascii():
        text = "".join(str(unicodedata.decimal(digit)) for digit in text)
    if text and unicodedata.normalize("NFD", text[0])[0].isascii():
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    text = text.lower().replace("\u0307", "")
    return text if len(text) <= _LONGEST_EXPANSION else cluster[:1]  # U+FDFA alone stands for 18 letters


def _plain(cluster: str) -> str:
    return _plain_char(cluster) if len(cluster) == 1 else _plain_char.__wrapped__(cluster)


def _simplified(text: str) -> dict[str, str]:
    """Traditional characters of the text with their Simplified form, one for one so that positions hold."""
    characters = "".join(sorted(set(_HAN.findall(unicodedata.normalize("NFKC", text)))))
    return {c: s for c, s in ((c, _simple(c)) for c in characters) if s != c}


@cache
def _converter() -> object:
    from opencc import OpenCC  # its dictionaries are read only when a Chinese character is met

    return OpenCC("t2s")


@cache
def _simple(character: str) -> str:
    converted = str(_converter().convert(character))  # type: ignore[attr-defined]
    return converted if len(converted) == 1 else character


def _without_han_blanks(cells: list[Cell]) -> list[Cell]:
    """Blanks and ornaments between two Chinese characters are dropped: they only hide words."""
    kept: list[Cell] = []
    for index, cell in enumerate(cells):
        ornament = cell[0] in " *_|~^+·" and 0 < index < len(cells) - 1
        if ornament and kept and _HAN.match(kept[-1][0]) and _HAN.match(cells[index + 1][0]):
            continue
        kept.append(cell)
    return kept


def _undisguised(cells: list[Cell]) -> list[Cell]:
    """Words of the list `disguised` that were spaced out or written with digits, written plainly."""
    text = "".join(c for c, _, _ in cells)
    replaced: list[tuple[int, int, str]] = []
    for form in (_SPACED, _EVENLY):
        for match in form.finditer(text):
            word = _meant(re.sub(r"[ .\-_*|/]", "", match.group()))
            if word and not any(s < match.end() and match.start() < e for s, e, _ in replaced):
                replaced.append((match.start(), match.end(), word))
    spaced = [(start, end) for start, end, _ in replaced]
    replaced += [
        (match.start(), match.end(), _data().shorthand[match.group()])
        for match in _WORD.finditer(text)
        if match.group() in _data().shorthand and not any(s < match.end() and match.start() < e for s, e in spaced)
    ]
    for match in _TOKEN.finditer(text):
        token = match.group()
        word = "" if token.isalpha() else _meant(token)
        if word and not any(start < match.end() and match.start() < end for start, end in spaced):
            replaced.append((match.start(), match.end(), word))
    for start, end, word in sorted(replaced, reverse=True):
        low, high = cells[start][1], cells[end - 1][2]
        cells[start:end] = [(letter, low, high) for letter in word]
    return cells


def _meant(token: str) -> str:
    """The disguised word a token stands for, or nothing."""
    tail = token.rstrip("!|")
    plain = "".join(_data().leet.get(c, c) for c in tail)
    if plain in _words():
        return plain
    if "*" in plain and sum(c.isalpha() for c in plain) >= 3:
        form = re.compile("".join("[a-z]" if c == "*" else re.escape(c) for c in plain))
        return next((word for word in _data().disguised if form.fullmatch(word)), "")
    return ""


@cache
def _words() -> frozenset[str]:
    return frozenset(_data().disguised)
