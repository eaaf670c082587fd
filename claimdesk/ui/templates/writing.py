"""The template that is being written: plain data, what the operator does to it, and the way back.

No widget in here; the screen shows it and the tests read it. The data has the form of `core.replies.schema.Template`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from typing import Any

LANGUAGES = ("en", "zh", "de", "fr", "es", "it", "ja")
# As each language calls itself, so that it needs no translation.
TITLES = {
    "en": "English", "zh": "中文", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano", "ja": "日本語",
}  # fmt: skip
PLACE = re.compile(r"\{\{\s*([A-Za-z][A-Za-z0-9_]*)\s*\}\}")
_MOST_STEPS = 300
_BURST = 0.8  # seconds: typing in one place without a longer pause is one step back

Data = dict[str, Any]


class TemplateText:
    """A template's data with undo over everything done to it. Paragraphs are known by their `id`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data: Data = copy.deepcopy(dict(data))
        self.settled: set[tuple[str, str]] = set()  # stale (paragraph, language) found to fit, not yet kept
        self._past: list[Data] = []
        self._future: list[Data] = []
        self._burst: tuple[str, float] = ("", 0.0)

    # reading

    @property
    def paragraphs(self) -> list[Data]:
        """The paragraphs in their order."""
        paragraphs: list[Data] = self.data["paragraphs"]
        return paragraphs

    @property
    def fields(self) -> list[Data]:
        """The fill-in fields."""
        fields: list[Data] = self.data["fields"]
        return fields

    def paragraph(self, paragraph_id: str) -> Data:
        """One paragraph. Raises KeyError."""
        found = next((p for p in self.paragraphs if p["id"] == paragraph_id), None)
        if found is None:
            raise KeyError(paragraph_id)
        return found

    def names(self) -> list[str]:
        """Every name that the texts use, in the order they are met."""
        texts = (str(p.get(code) or "") for p in self.paragraphs for code in LANGUAGES)
        return list(dict.fromkeys(name for text in texts for name in PLACE.findall(text)))

    def written(self, language: str) -> int:
        """How many paragraphs have a text in a language."""
        return sum(bool(str(p.get(language) or "").strip()) for p in self.paragraphs)

    def native_checked(self, language: str) -> bool:
        """Whether a native speaker has read the language."""
        return language in (self.data.get("native_checked") or ())

    def paired(self) -> int:
        """How many paragraphs stand in English and in Chinese."""
        return sum(bool(str(p["en"]).strip() and str(p["zh"]).strip()) for p in self.paragraphs)

    # changing

    def set_text(self, paragraph_id: str, language: str, text: str, at: float = 0.0) -> None:
        """What was typed; a burst of typing in one place is one step. `at` is a running clock in seconds."""
        paragraph = self.paragraph(paragraph_id)
        if paragraph.get(language, "") == text:
            return
        self._step(f"{paragraph_id} {language}", at)
        paragraph[language] = text
        self.settled = {(key, code) for key, code in self.settled if key != paragraph_id}

    def set_terms(self, paragraph_id: str, *, when: str | None = None, optional: bool | None = None) -> None:
        """When the paragraph is left out."""
        paragraph = self.paragraph(paragraph_id)
        wanted = {"when": paragraph.get("when", "") if when is None else when.strip(),
                  "optional": bool(paragraph.get("optional")) if optional is None else optional}  # fmt: skip
        if {key: paragraph.get(key) for key in wanted} != wanted:
            self._step()
            paragraph.update(wanted)

    def add_paragraph(self, after: str = "") -> str:
        """An empty paragraph after another one, or at the end; gives its id."""
        self._step()
        taken = {p["id"] for p in self.paragraphs}
        new = next(f"own_{number}" for number in range(1, 10_000) if f"own_{number}" not in taken)
        at = next((i + 1 for i, p in enumerate(self.paragraphs) if p["id"] == after), len(self.paragraphs))
        self.paragraphs.insert(at, {"id": new, "when": "", "optional": False, **dict.fromkeys(LANGUAGES, "")})
        return new

    def remove_paragraph(self, paragraph_id: str) -> bool:
        """Take a paragraph out; False for the only one, which a template must have."""
        if len(self.paragraphs) < 2:
            return False
        self._step()
        self.paragraphs.remove(self.paragraph(paragraph_id))
        return True

    def move_paragraph(self, paragraph_id: str, by: int) -> bool:
        """Move a paragraph up (-1) or down (1); False where it already is at that end."""
        at = self.paragraphs.index(self.paragraph(paragraph_id))
        if not 0 <= at + by < len(self.paragraphs):
            return False
        self._step()
        self.paragraphs.insert(at + by, self.paragraphs.pop(at))
        return True

    def set_field(self, name: str, field: Mapping[str, Any] | None) -> None:
        """Put a fill-in field in place of the one called `name`, add it when there is none, remove it for None."""
        self._step()
        others = [dict(f) for f in self.fields]
        at = next((i for i, f in enumerate(others) if f["name"] == name), len(others))
        others[at : at + 1] = [dict(field)] if field is not None else []
        self.data["fields"] = others

    def free_name(self, wanted: str, known: Iterable[str]) -> str:
        """A name for a field made from words, which no value and no other field has."""
        base = re.sub(r"[^a-z0-9]+", "_", wanted.lower()).strip("_")[:40].strip("_")
        base = base if base[:1].isalpha() else "field"
        taken = {*known, *(f["name"] for f in self.fields)}
        return next(n for i in range(1, 10_000) if (n := base if i == 1 else f"{base}_{i}") not in taken)

    def set_about(self, about: Mapping[str, Any]) -> None:
        """Name, purpose, stage and platforms."""
        if any(self.data.get(key) != value for key, value in about.items()):
            self._step()
            self.data.update(copy.deepcopy(dict(about)))

    def replace(self, data: Mapping[str, Any]) -> None:
        """Another text as one step, for instance an earlier revision."""
        self._step()
        self.data = copy.deepcopy(dict(data))

    def settle(self, paragraph_id: str, language: str) -> None:
        """Somebody read it: this text fits although another language was changed."""
        self.settled.add((paragraph_id, language))

    # the way back

    def undo(self) -> bool:
        """Take the last step back; False when there is none."""
        return self._swap(self._past, self._future)

    def redo(self) -> bool:
        """Put back what was taken back last; False when there is nothing."""
        return self._swap(self._future, self._past)

    def _swap(self, source: list[Data], target: list[Data]) -> bool:
        if not source:
            return False
        target.append(copy.deepcopy(self.data))
        self.data = source.pop()
        self._burst = ("", 0.0)
        return True

    def _step(self, place: str = "", at: float = 0.0) -> None:
        same = bool(place) and place == self._burst[0] and at - self._burst[1] < _BURST
        self._burst = (place, at)
        if same and self._past:
            return
        self._past.append(copy.deepcopy(self.data))
        del self._past[:-_MOST_STEPS]
        self._future.clear()


def platforms_of(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The platforms a template is for; empty for all."""
    named = tuple(str(one) for one in data["platforms"])
    return () if "all" in named else named
