"""What columns, statuses and platforms are called in files that no format describes, in nine languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from pydantic import field_validator
from rapidfuzz import fuzz, process

from claimdesk.core.importing.cells import folded
from claimdesk.core.importing.fields import FIELDS
from claimdesk.core.importing.headings import normal_heading
from claimdesk.core.importing.schema import ExportFormat
from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped

FILE: Final = "synonyms.toml"
EXACT, BARE, ENDING, ALIKE = 99, 96, 80, 86  # how sure: the same words, without brackets, at the end; least likeness
_LONGEST: Final = 60
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS: Final = re.compile(r"[(\[【〔（<][^)\]】〕）>]*[)\]】〕）>]")
_MARKS: Final = re.compile(r"[\s\-_/.:;,*#'’\"!?|\\+=&·、。：；，！？\[\](){}【】（）]+")
_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


class Words(Knowledge):
    """The file of synonyms."""

    headings: dict[str, dict[str, tuple[str, ...]]]  # field -> language -> headings
    known: dict[str, tuple[str, ...]]  # language -> headings that fill nothing
    statuses: dict[str, tuple[str, ...]]
    platforms: dict[str, tuple[str, ...]]
    sites: dict[str, dict[str, str]]  # platform -> what a site is called -> marketplace

    @field_validator("headings")
    @classmethod
    def _known_fields(cls, headings: dict[str, object]) -> dict[str, object]:
        unknown = sorted(headings.keys() - FIELDS.keys())
        if unknown:
            raise ValueError(f"unknown fields: {', '.join(unknown)}")
        return headings


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field that a heading may name, and how sure that is (0 to 100)."""

    field: str  # empty: known, and means nothing to the program
    sure: int


def spoken(heading: str) -> str:
    """The words of a heading: no case, no punctuation, `orderNumber` as two words."""
    return _MARKS.sub(" ", normal_heading(_CAMEL.sub(" ", heading.strip()))).strip()


def _bare(heading: str) -> str:
    return spoken(_BRACKETS.sub(" ", heading))


@dataclass(frozen=True)
class Synonyms:
    """All known words, the shipped formats' own included."""

    words: Words
    formats: tuple[ExportFormat, ...] = field(default=(), repr=False)

    @classmethod
    def load(cls, formats: Iterable[ExportFormat] = ()) -> Synonyms:
        """The shipped words, with the headings of these formats. Raises Problem `knowledge_faulty`."""
        return cls(read_knowledge(shipped("resources") / "formats" / FILE, Words), tuple(formats))

    @cached_property
    def _headings(self) -> dict[str, tuple[str, ...]]:
        """Words -> the fields that they may name; empty for known words that name none."""
        found: dict[str, list[str]] = {}
        for name, languages in self.words.headings.items():
            for text in (text for texts in languages.values() for text in texts):
                if name not in found.setdefault(spoken(text), []):
                    found[spoken(text)].append(name)
        own = set(found)
        others: dict[str, set[str]] = {}
        for one in self.formats:
            for heading, name in one.columns.items():
                others.setdefault(spoken(heading), set()).add(name)
        found.update({text: list(names) for text, names in others.items() if text not in own and len(names) == 1})
        nothing = {spoken(text) for texts in self.words.known.values() for text in texts}
        nothing |= {spoken(text) for one in self.formats for text in one.ignored}
        return {text: tuple(found.get(text, ())) for text in (*found, *sorted(nothing))}

    @cached_property
    def _endings(self) -> dict[str, tuple[str, ...]]:
        """Words long enough to be told at the end of a longer heading (`速卖通订单号`, `Shopify order id`)."""
        return {
            text: names
            for text, names in self._headings.items()
            if names and (" " in text or len(text) >= (3 if _WIDE.search(text) else 9))
        }

    def knows(self, heading: str) -> bool:
        """Whether a heading is known word for word."""
        return bool(self.meanings(heading, fuzzy=False)) if len(heading) <= _LONGEST else False

    def meanings(self, heading: str, *, fuzzy: bool = True) -> tuple[Meaning, ...]:
        """What a heading may mean; nothing for one that resembles no known word."""
        if not heading.strip() or len(heading) > _LONGEST:
            return ()
        for text, sure in ((spoken(heading), EXACT), (_bare(heading), BARE)):
            if text in self._headings:
                return tuple(Meaning(name, sure) for name in self._headings[text]) or (Meaning("", sure),)
        text = _bare(heading) or spoken(heading)
        ending = max((one for one in self._ends_with(text)), key=len, default="")
        if ending:
            return tuple(Meaning(name, ENDING) for name in self._endings[ending])
        return self._alike(text) if fuzzy else ()

    def _ends_with(self, text: str) -> Iterable[str]:
        if _WIDE.search(text):
            return (text[start:] for start in range(1, len(text) - 2) if text[start:] in self._endings)
        parts = text.split(" ")
        return (rest for start in range(1, len(parts)) if (rest := " ".join(parts[start:])) in self._endings)

    def _alike(self, text: str) -> tuple[Meaning, ...]:
        if len(text) < (4 if _WIDE.search(text) else 5):
            return ()
        found = process.extractOne(text, list(self._headings), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found is None:
            return ()
        sure = 60 + round((found[1] - ALIKE) * 2)
        return tuple(Meaning(name, sure) for name in self._headings[found[0]]) or (Meaning("", sure),)

    @cached_property
    def statuses(self) -> dict[str, str]:
        """Folded words -> status of an order."""
        found: dict[str, set[str]] = {}
        for one in self.formats:
            for rule in one.status:
                for text, status in rule.map.items():
                    found.setdefault(text, set()).add(status)
        known = {text: next(iter(names)) for text, names in found.items() if len(names) == 1}
        return known | {folded(text): name for name, texts in self.words.statuses.items() for text in texts}

    @cached_property
    def platforms(self) -> dict[str, str]:
        """Folded words -> platform."""
        return {folded(text): name for name, texts in self.words.platforms.items() for text in texts}
