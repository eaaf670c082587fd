"""What a search over everything finds, and the words that matched."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """A short text; `marks` are the characters from `start` up to `end` that matched, in order, without overlap."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedBoth:
    """A marked text in both languages of the program; the same twice for what people wrote."""

    en: Marked
    zh: Marked

    def get(self, language: str) -> Marked:
        """The text for a language code."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing that was found.

    `kind` is case, order, buyer, message or template. `id` is its number: of the case, of the order, of the order
    that a message is about (0 for none), the number of orders of a buyer. `key` is what opens it where that is a
    text: order number, buyer's name, template. `field` says where it matched: note, answer, sent, notice, evidence,
    reason; empty when the title or the line tells.
    """

    kind: str
    id: int
    key: str
    title: MarkedBoth
    line: MarkedBoth
    field: str = ""
    amount_minor: int | None = None
    currency: str = ""
    case_id: int = 0  # the case to open, of a message


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Hits of one kind, the best first; `more` tells that there are others. `total` is None when nobody counted."""

    kind: str
    hits: tuple[SearchHit, ...]
    more: bool = False
    total: int | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The groups that hold something, for a text."""

    text: str
    groups: tuple[SearchGroup, ...] = ()
