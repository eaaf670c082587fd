"""A reply as it is drafted, checked and sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claimdesk.core.records.bilingual import Bilingual


class Audience(StrEnum):
    """Who reads the message."""

    BUYER = "buyer"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to `end` of a text come from the value called `name`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph to send and what it means; `missing` names values nobody has given yet."""

    id: str
    text: str
    gloss: str
    spans: tuple[Span, ...] = ()
    gloss_spans: tuple[Span, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FillIn:
    """A value the program cannot know and asks for once."""

    name: str
    ask: Bilingual
    kind: str = "text"  # text, date, money
    value: str = ""  # what was typed, as it was typed, or else what is known
    key: str = ""  # what it is kept under: the name, or `name@de` for words of one language
    unread: bool = False  # what was typed is no day, or no amount: the value is still missing


@dataclass(frozen=True, slots=True)
class Value:
    """A value that may be put into a message: as it reads in the reply (`text`, empty when unknown) and in the gloss."""

    name: str
    label: Bilingual
    kind: str
    text: str
    gloss: str
    key: str
    unread: bool = False  # as in `FillIn`


@dataclass(frozen=True, slots=True)
class Draft:
    """A template rendered for one case."""

    template: str
    title: Bilingual
    audience: Audience
    language: str
    paragraphs: tuple[Paragraph, ...]
    fill_ins: tuple[FillIn, ...] = ()
    limit: int = 0  # characters the platform allows, 0 when it names no limit
    values: tuple[Value, ...] = ()  # everything that could be put into it, known or not

    @property
    def text(self) -> str:
        """What goes out: paragraphs separated by an empty line."""
        return "\n\n".join(p.text for p in self.paragraphs)

    @property
    def gloss(self) -> str:
        """What it means, for the operator."""
        return "\n\n".join(p.gloss for p in self.paragraphs)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names without a value, in the order they are met, each once."""
        return tuple(dict.fromkeys(name for p in self.paragraphs for name in p.missing))


class Severity(StrEnum):
    """How far a finding goes: `block` needs a reason to copy anyway, `warn` is confirmed, `hint` is quiet."""

    BLOCK = "block"
    WARN = "warn"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a message that breaks or bends a rule; `start` and `end` are characters of the checked text.

    `suggestions` are words to write instead of a misspelt one, the likeliest first.
    """

    rule: str
    severity: Severity
    category: str
    start: int
    end: int
    excerpt: str
    why: Bilingual
    fix: Bilingual
    source: str
    suggestions: tuple[str, ...] = ()
