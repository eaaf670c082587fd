"""How two texts of a template differ, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from claimdesk.core.replies.schema import LANGUAGES, Template, TemplateParagraph

_WORD = re.compile(r"\{\{[^{}]*\}\}|[A-Za-z0-9\u00c0-\u024f']+|\s+|.", re.DOTALL)
_MOST_WORDS = 1_200
_LEAST_ALIKE = 0.3  # share of words kept below which a text was written anew: word by word it could not be read


@dataclass(frozen=True, slots=True)
class TextChange:
    """One language of a paragraph; `before` or `after` is empty where there was or is no text."""

    language: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """What became of one paragraph. `terms` tells that its condition or whether it is optional changed."""

    id: str
    kind: Literal["same", "added", "removed", "changed"]
    texts: tuple[TextChange, ...] = ()
    terms: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one text of a template to another; `about` tells of title, purpose, stage or platforms."""

    paragraphs: tuple[ParagraphChange, ...]
    fields: tuple[str, ...] = ()  # names of fill-in fields added, removed or asked in another way
    about: bool = False
    moved: bool = False  # the paragraphs that are in both stand in another order

    @property
    def none(self) -> bool:
        """Whether nothing differs."""
        return not (self.fields or self.about or self.moved or self.changed)

    @property
    def changed(self) -> tuple[ParagraphChange, ...]:
        """The paragraphs that differ."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.kind != "same")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which any text differs."""
        found = {text.language for paragraph in self.paragraphs for text in paragraph.texts}
        return tuple(code for code in LANGUAGES if code in found)


def difference(before: Template, after: Template) -> Difference:
    """Every paragraph of both, in the order of `after`; a removed one stands where it stood."""
    old = {paragraph.id: paragraph for paragraph in before.paragraphs}
    new = {paragraph.id: paragraph for paragraph in after.paragraphs}
    common = [key for key in new if key in old]
    order = _merged(list(old), list(new))
    return Difference(
        paragraphs=tuple(_change(key, old.get(key), new.get(key)) for key in order),
        fields=_fields(before, after),
        about=_about(before) != _about(after),
        moved=[key for key in old if key in new] != common,
    )


def words(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The pieces of both texts in reading order, each as (`same`, `gone` or `new`, words).

    Texts that have little in common are one piece each.
    """
    left, right = _WORD.findall(before), _WORD.findall(after)
    if len(left) + len(right) > _MOST_WORDS:
        return _whole(before, after)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    kept = sum(
        bool(word.strip()) for block in matcher.get_matching_blocks() for word in left[block.a : block.a + block.size]
    )
    said = max(sum(bool(word.strip()) for word in side) for side in (left, right))
    if kept < _LEAST_ALIKE * said:
        return _whole(before, after)
    found: list[tuple[str, str]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(left[i:j])))
            continue
        found += [("gone", "".join(left[i:j]))] if j > i else []
        found += [("new", "".join(right[k:m]))] if m > k else []
    return tuple(found)


def _whole(before: str, after: str) -> tuple[tuple[str, str], ...]:
    return tuple(piece for piece in (("gone", before), ("new", after)) if piece[1])


def with_paragraph(mine: Template, other: Template, paragraph_id: str) -> Template:
    """My template with one paragraph as the other has it: taken over, put in where it stands there, or left out."""
    wanted = next((p for p in other.paragraphs if p.id == paragraph_id), None)
    if wanted is None:
        kept = tuple(p for p in mine.paragraphs if p.id != paragraph_id)
    elif any(p.id == paragraph_id for p in mine.paragraphs):
        kept = tuple(wanted if p.id == paragraph_id else p for p in mine.paragraphs)
    else:
        ids = [p.id for p in other.paragraphs]
        before = set(ids[: ids.index(paragraph_id)])
        at = max((i + 1 for i, p in enumerate(mine.paragraphs) if p.id in before), default=0)
        kept = (*mine.paragraphs[:at], wanted, *mine.paragraphs[at:])
    known = {field.name for field in mine.fields}
    asked = tuple(field for field in other.fields if field.name not in known)
    return mine.model_copy(update={"paragraphs": kept, "fields": (*mine.fields, *asked)})


def _change(key: str, old: TemplateParagraph | None, new: TemplateParagraph | None) -> ParagraphChange:
    texts = tuple(
        TextChange(code, old.text(code) if old else "", new.text(code) if new else "")
        for code in LANGUAGES
        if (old.text(code) if old else "") != (new.text(code) if new else "")
    )
    if old is None or new is None:
        return ParagraphChange(key, "added" if old is None else "removed", texts)
    terms = (old.when, old.optional) != (new.when, new.optional)
    return ParagraphChange(key, "changed" if texts or terms else "same", texts, terms)


def _fields(before: Template, after: Template) -> tuple[str, ...]:
    old = {field.name: field for field in before.fields}
    new = {field.name: field for field in after.fields}
    return tuple(name for name in {**old, **new} if old.get(name) != new.get(name))


def _about(template: Template) -> tuple[object, ...]:
    return template.title, template.purpose, template.stage, template.platforms, template.audience


def _merged(old: list[str], new: list[str]) -> list[str]:
    """The names of `new` with those only `old` has, each after the one it followed."""
    result = list(new)
    present = set(new)
    for at, name in enumerate(old):
        if name in present:
            continue
        before = next((result.index(left) + 1 for left in reversed(old[:at]) if left in result), 0)
        result.insert(before, name)
    return result
