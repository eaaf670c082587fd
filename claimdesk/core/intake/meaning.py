"""What a sentence says: which things and deeds it names, and whether it denies or only supposes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimdesk.core.intake.lexicon import Lexicon
from claimdesk.core.intake.schema import KindsFile
from claimdesk.core.intake.sentences import Sentence
from claimdesk.core.knowledge.shipped import read_knowledge, shipped

_BEFORE: Final = 48
_AT_START: Final = 22
_COMMA: Final = re.compile(r"[,;:](?=\s)|[,;:](?=[\u3041-\u9fff])|(?<=[\u3041-\u9fff])[,;:]| - ")


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept named at `start` up to `end` of the sentence."""

    start: int
    end: int
    denied: bool = False
    supposed: bool = False  # a condition: "if", "unless"
    possible: bool = False  # a possibility or a request: "may", "please"

    @property
    def plain(self) -> bool:
        """Said to be so."""
        return not (self.denied or self.supposed or self.possible)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One sentence with what it names."""

    sentence: Sentence
    lexicon: Lexicon
    hits: Mapping[str, tuple[Hit, ...]]

    def said(self, concept: str) -> Hit | None:
        """The concept as a fact; `not:concept` as a denied one. None when the sentence does not say so."""
        denied = concept.startswith("not:")
        found = self.hits.get(concept.removeprefix("not:"), ())
        if denied:
            # "We cannot approve" is no possibility, it is a refusal.
            return next((hit for hit in found if hit.denied and not hit.supposed), None)
        return next((hit for hit in found if hit.plain), None)


@cache
def kinds_file() -> KindsFile:
    """The rules of `resources/intake/kinds.toml`. Raises Problem `knowledge_faulty`."""
    return read_knowledge(shipped("resources") / "intake" / "kinds.toml", KindsFile)


def meaning(sentence: Sentence, lexicon: Lexicon) -> Meaning:
    """The concepts of one sentence in one language."""
    rules = kinds_file()
    supposed, possible = _supposed(sentence.text, lexicon), _possible(sentence.text, lexicon)
    # "Send proof, otherwise we decide" asks all the same: a condition reaches no further than its own clause here.
    asked_if = _clauses("supposing", sentence.text, lexicon)
    hits: dict[str, tuple[Hit, ...]] = {}
    for concept, pattern in lexicon.concepts.items():
        spans = [(m.start(), m.end()) for m in pattern.finditer(sentence.text) if m.end() > m.start()]
        if not spans:
            continue
        if concept in rules.deeds or concept in rules.requests:
            deniable = concept not in rules.denied_by_themselves
            hits[concept] = tuple(
                Hit(
                    start,
                    end,
                    denied=deniable and _denied(sentence.text, start, end, lexicon),
                    supposed=_within(start, end, supposed if concept in rules.deeds else asked_if),
                    possible=concept in rules.deeds and _within(start, end, possible),
                )
                for start, end in spans
            )
        else:
            hits[concept] = tuple(Hit(start, end) for start, end in spans)
    found = (lexicon.reasons[name].search(sentence.text) for name in rules.trouble)
    trouble = tuple(Hit(match.start(), match.end()) for match in found if match)
    return Meaning(sentence, lexicon, {**hits, "trouble": trouble} if trouble else hits)


def _clause(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The part of a sentence around some characters, between commas and words such as "but"."""
    low = max((m.end() for m in _COMMA.finditer(text, 0, start)), default=0)
    low = max(
        (m.start() for m in lexicon.lists["breaks"].finditer(text, low, start) if _whole(m, lexicon)), default=low
    )
    comma = _COMMA.search(text, end)
    high = comma.start() if comma else len(text)
    other = next((m for m in lexicon.lists["breaks"].finditer(text, end, high) if _whole(m, lexicon)), None)
    return low, other.start() if other else high


def _whole(match: re.Match[str], lexicon: Lexicon) -> bool:
    if lexicon.unspaced:
        return True
    following = match.string[match.end() : match.end() + 1]
    return not following.isalpha()


def _denied(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    low, high = _clause(text, start, end, lexicon)
    before = text[max(low, start - _BEFORE) : start]
    if lexicon.lists["negation_before"].search(before):
        return True
    return lexicon.lists["negation_after"].search(text[end : min(high, end + lexicon.negation_reach)]) is not None


def _supposed(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The parts of a sentence that are conditions, with what hangs on them."""
    found: list[tuple[int, int]] = []
    for match in lexicon.lists["supposing"].finditer(text):
        if lexicon.language == "ja" or match.start() <= _AT_START:
            return [(0, len(text))]
        low, _ = _clause(text, match.start(), match.end(), lexicon)
        found.append((low, len(text)))
    return found


def _possible(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The parts of a sentence that are possibilities or requests."""
    return _clauses("possible", text, lexicon)


def _clauses(name: str, text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    return [_clause(text, match.start(), match.end(), lexicon) for match in lexicon.lists[name].finditer(text)]


def _within(start: int, end: int, parts: list[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in parts)
