"""How much a text reads like messages that break a rule, weighed by runs of words learnt from labelled messages.

Rules know phrases and meanings; people have other words too. What was learnt stands in `resources/policy/likeness.json`,
written by `python -m tests.core.policy.learning` from the messages in `tests/data/messages`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.policy.folding import MASK
from claimdesk.core.policy.judgement import Judgement, OfLetters
from claimdesk.core.policy.parts import Span, parts, stretches
from claimdesk.core.records.problems import Problem

FILE: Final = "likeness.json"
_WORDS, _CHARACTERS, _STEM = 3, 5, 5  # the longest run of words, of characters without spaces, the letters of a stem
_TOKEN: Final = re.compile(rf"[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|[$€£¥%@#?!*/]|{MASK}+")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def grams(text: str) -> set[str]:
    """The runs of words, stems and characters of a folded text; all numbers count as one word."""
    tokens = ["0" if token[0].isdigit() else token.strip(MASK) or "~" for token in _TOKEN.findall(text)]
    stems = [token[:_STEM] for token in tokens]
    found: set[str] = set()
    for place, token in enumerate(tokens):
        if _UNSPACED.match(token):
            found.update("".join(tokens[place : place + many]) for many in range(1, _CHARACTERS + 1))
            continue
        found.update(" ".join(tokens[place : place + many]) for many in range(1, _WORDS + 1))
        found.add(f"~{stems[place]}")
        found.add("~" + " ".join(stems[place : place + 2]))
        found.add("~" + " * ".join(stems[place : place + 3 : 2]))
    return found


@dataclass(frozen=True, slots=True)
class Read:
    """What the words of a text say when it is read closely: `scores` for each category, then for anything."""

    scores: tuple[float, ...]
    stretches: tuple[tuple[list[Span], tuple[float, ...]], ...]  # the sentences of each, and its own scores


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was learnt. `weights` maps a run of words to its rarity and its weight for each category, as bytes.

    The last weight is for breaking any rule at all. `least` is the score from which a category is read out of a text
    in which rules found something else.
    """

    categories: tuple[str, ...]
    start: tuple[float, ...]
    least: float
    unit: float
    rarity: float
    weights: Mapping[str, bytes]
    judgement: Judgement

    def scores(self, text: str) -> tuple[float, ...]:
        """How much a folded text reads like each category, then like any of them; below zero is unlike."""
        rows = [row for gram in grams(text) if (row := self.weights.get(gram)) is not None]
        length = math.sqrt(sum((row[0] * self.rarity) ** 2 for row in rows)) or 1.0
        sums = [0] * len(self.start)
        for row in rows:
            for place, weight in enumerate(row[1:]):
                sums[place] += weight if weight < 128 else weight - 256
        return tuple(start + total * self.unit / length for start, total in zip(self.start, sums, strict=True))

    def read(self, text: str, sentences: Iterable[Span]) -> Read:
        """The scores of a folded text."""
        scores = cache(self.scores)
        found = list(stretches(text, list(sentences)))
        whole = parts(text, found).closely(scores) if found else self.start
        return Read(whole, tuple((one, scores(text[one[0][0] : one[-1][1]])) for one in found))


def _judgement(said: dict[str, Any]) -> Judgement:
    return Judgement(**{**said, "letters": OfLetters(**said["letters"])})


@cache
def learnt() -> Likeness:
    """What is shipped. Raises Problem `knowledge_faulty` when the file is damaged."""
    path = shipped("resources") / "policy" / FILE
    try:
        said = json.loads(path.read_text("utf-8"))
        size = 2 + len(said["categories"])
        weights = {gram: bytes.fromhex(row) for gram, row in said["weights"].items()}
        if any(len(row) != size for row in weights.values()) or len(said["start"]) != size - 1:
            raise ValueError("weights of another number of categories")
        return Likeness(
            tuple(map(str, said["categories"])), tuple(map(float, said["start"])), float(said["least"]),
            float(said["unit"]), float(said["rarity"]), weights, _judgement(said["judgement"]),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Problem("knowledge_faulty", file=FILE, key="", reason=str(error)[:120]) from error
