"""Cuts a folded text into the pieces of words that the networks know, in the likeliest way (a unigram language model)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from claimdesk.core.policy.folding import MASK

UNKNOWN, FIRST, LAST, HIDDEN = range(4)
MARKS: Final = ("<unk>", "<s>", "</s>", "<mask>")  # the first places of every vocabulary
START: Final = "▁"  # stands before the first letter of a word
MOST: Final = 400  # pieces that are read at once: a letter to a platform is read whole
_LONGEST_READ: Final = 3_000  # characters; a stretch of text has about four hundred
_UNLIKELY: Final = 10.0  # how much less likely a letter that nobody knows is than the rarest piece
_WORD: Final = re.compile(rf"{MASK}+|[^\s{MASK}]+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The known pieces of words; the higher the score of one, the oftener it is met."""

    places: Mapping[str, int]
    scores: tuple[float, ...]
    longest: int  # characters of the longest piece
    strange: float  # the score of a letter that is not known

    @classmethod
    def of(cls, names: Sequence[str], scores: Sequence[float]) -> Pieces:
        """Pieces in their order, the marks first. Raises ValueError when there is not one score for each."""
        known = {name: place for place, name in enumerate(names) if place >= len(MARKS)}
        if tuple(names[: len(MARKS)]) != MARKS or len(known) + len(MARKS) != len(scores):
            raise ValueError("pieces that do not fit their scores")
        return cls(known, tuple(scores), max(map(len, known), default=0), min(scores) - _UNLIKELY)

    def numbered(self, text: str) -> list[int]:
        """The places of the text's pieces, at most `MOST`, with the marks for its start and end."""
        found = [FIRST]
        for match in _WORD.finditer(text[:_LONGEST_READ]):
            found += [HIDDEN] if match.group()[0] == MASK else self._cut(START + match.group())
            if len(found) >= MOST:
                break
        return [*found[: MOST - 1], LAST]

    def _cut(self, word: str) -> list[int]:
        """The pieces of a word that are the likeliest together (Viterbi's way: the best up to each letter is enough)."""
        likely = [0.0, *[-math.inf] * len(word)]
        last = [(0, UNKNOWN)] * (len(word) + 1)  # where the last piece of the best way to here starts, and which it is
        for start in range(len(word)):
            for end in range(start + 1, min(len(word), start + self.longest) + 1):
                place = self.places.get(word[start:end])
                if place is None and end > start + 1:
                    continue
                total = likely[start] + (self.strange if place is None else self.scores[place])
                if total > likely[end]:
                    likely[end], last[end] = total, (start, UNKNOWN if place is None else place)
        found, end = [], len(word)
        while end:
            end, place = last[end]
            found.append(place)
        return found[::-1]
