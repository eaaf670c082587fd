"""The parts of a text that are read for their meaning: a sentence in a long letter is also read by itself and with its neighbour.

One sentence that breaks a rule among nine kind ones is lost in their sum; read alone it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

LONGEST: Final = 400  # characters judged at once: about as long as what was learnt from
_SHORTEST: Final = 12  # characters that can say something by themselves

Span = tuple[int, int]
Scores = Callable[[str], Sequence[float]]


def stretches(text: str, sentences: list[Span]) -> Iterator[list[Span]]:
    """Neighbouring sentences that are judged together: all of a short text, of a longer one about a paragraph."""
    spoken = [span for span in sentences if text[span[0] : span[1]].strip()]
    first = 0
    while first < len(spoken):
        last = first + 1
        while last < len(spoken) and spoken[last][1] - spoken[first][0] <= LONGEST:
            last += 1
        if spoken[last - 1][1] - spoken[first][0] >= _SHORTEST:
            yield spoken[first:last]
        if last == len(spoken):
            return
        first = max(first + 1, last - 1)  # the last sentence is seen with what follows it too


@dataclass(frozen=True, slots=True)
class Parts:
    """The texts that are read: all of the message in stretches, and the same closer."""

    stretches: tuple[str, ...]
    sentences: tuple[str, ...]
    neighbours: tuple[str, ...]  # each sentence with the next one

    def ways(self) -> tuple[tuple[str, ...], ...]:
        """The whole message, read in each of these ways; where there is but one sentence, they are all the same."""
        return self.stretches, self.sentences or self.stretches, self.neighbours or self.stretches

    def closely(self, scores: Scores) -> tuple[float, ...]:
        """What the texts score, each way: the highest of each, and of these three the mean."""
        said = zip(*(highest(scores, way) for way in self.ways()), strict=True)
        return tuple(sum(one) / len(one) for one in said)


def highest(scores: Scores, texts: Iterable[str]) -> tuple[float, ...]:
    """The highest that any of the texts scores, in each place."""
    return tuple(map(max, zip(*(scores(text) for text in texts), strict=True)))


def parts(text: str, among: Iterable[Sequence[Span]]) -> Parts:
    """The parts of a folded text in these stretches of its sentences."""
    kept = list(among)
    lines = sorted({span for stretch in kept for span in stretch if text[slice(*span)].strip()})
    beside = {pair for stretch in kept for pair in pairwise(stretch)}
    return Parts(
        tuple(text[one[0][0] : one[-1][1]] for one in kept),
        tuple(text[start:end] for start, end in lines if end - start >= _SHORTEST),
        tuple(text[first[0] : second[1]] for first, second in sorted(beside) if second[1] - first[0] >= _SHORTEST),
    )


def parts_of(text: str, sentences: Sequence[Span]) -> Parts:
    """The parts of all of a folded text."""
    return parts(text, stretches(text, list(sentences)))
