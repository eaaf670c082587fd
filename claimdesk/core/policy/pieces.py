"""Cuts a folded text into the pieces of words that the network knows (WordPiece, as its vocabulary was made for)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from claimdesk.core.policy.folding import MASK

FIRST, LAST, UNKNOWN, HIDDEN = "[CLS]", "[SEP]", "[UNK]", "[MASK]"  # every vocabulary of this kind has them
MOST: Final = 256  # pieces that are read at once; a stretch of text has fewer, but for Chinese ones
_WORD: Final = re.compile(rf"[a-z]+|\d+|{MASK}+|\S")
_LONGEST = 60  # letters of a word; a longer run is no word


def numbered(text: str, places: Mapping[str, int]) -> list[int]:
    """The places of the text's pieces in a vocabulary, at most `MOST`, with the marks for its start and end."""
    found = [places[FIRST]]
    for match in _WORD.finditer(text):
        found += [places[piece] for piece in _pieces(match.group(), places)]
        if len(found) >= MOST:
            break
    return [*found[: MOST - 1], places[LAST]]


def _pieces(word: str, places: Mapping[str, int]) -> list[str]:
    """The longest known pieces of a word from its start; the unknown mark when something of it is not known."""
    if word[0] == MASK:
        return [HIDDEN]
    if word in places:
        return [word]
    pieces = list(_cut(word, places)) if len(word) <= _LONGEST else []
    return pieces if pieces and pieces[-1] else [UNKNOWN]


def _cut(word: str, places: Mapping[str, int]) -> Iterator[str]:
    """The pieces; an empty one at the end when the rest is not known."""
    start = 0
    while start < len(word):
        lead = "##" if start else ""
        end = next((end for end in range(len(word), start, -1) if lead + word[start:end] in places), start)
        yield lead + word[start:end] if end > start else ""
        if end == start:
            return
        start = end
