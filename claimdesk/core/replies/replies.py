"""The reply templates, and drafts rendered from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.policy.limits import Limits
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Draft, FillIn, Paragraph, Value
from claimdesk.core.replies.filling import fill_key, typed_for
from claimdesk.core.replies.loader import own_templates, shipped_templates
from claimdesk.core.replies.names import CODES, value_names
from claimdesk.core.replies.rendering import clean, render
from claimdesk.core.replies.schema import FillKind, Template
from claimdesk.core.replies.variables import THIS_YEAR
from claimdesk.core.replies.writing import day_text, money_text, typed_day, typed_money

_NO_FILLS: Mapping[str, str] = MappingProxyType({})


class Replies:
    """Every template there is; `faults` are files of the operator that could not be used."""

    def __init__(self, templates: Mapping[str, Template], limits: Limits, faults: Iterable[Problem] = ()) -> None:
        self._shipped = dict(templates)
        self._templates = dict(templates)
        self._limits = limits
        self.faults = tuple(faults)

    @classmethod
    def load(cls, extra: Path | None = None) -> Self:
        """The shipped templates and those in the folder `extra`, which replace shipped ones of the same id."""
        templates = shipped_templates()
        own, faults = own_templates(extra) if extra else ({}, ())
        return cls({**templates, **own}, Limits.load(), faults)

    def all(self) -> tuple[Template, ...]:
        """All templates in order of id."""
        return tuple(self._templates[key] for key in sorted(self._templates))

    def get(self, template_id: str) -> Template:
        """One template. Raises Problem `template_unknown` with `template`."""
        try:
            return self._templates[template_id]
        except KeyError:
            raise Problem("template_unknown", template=template_id) from None

    def knows(self, template_id: str) -> bool:
        """Whether there is such a template; one of the operator's own may have been deleted."""
        return template_id in self._templates

    def shipped(self, template_id: str) -> Template | None:
        """The template as it came with the program; None for one of the operator's own."""
        return self._shipped.get(template_id)

    def use(self, changed: Mapping[str, Template]) -> None:
        """Let these count in place of shipped ones of the same id, and beside them; every other is as shipped again."""
        self._templates = {**self._shipped, **changed}

    def for_step(self, ids: Iterable[str], platform: str) -> tuple[Template, ...]:
        """The templates a step names that may be used on the platform, in the step's order.

        The operator's own ones for the same reader and stage follow.
        """
        templates = self._templates
        named = [t for t in (templates.get(key) for key in ids) if t]
        kinds = {(t.audience, t.stage) for t in named}
        own = [t for key, t in sorted(templates.items()) if key not in self._shipped and (t.audience, t.stage) in kinds]
        return tuple(t for t in {t.id: t for t in (*named, *own)}.values() if t.fits(platform))

    def draft(
        self,
        template_id: str,
        values: Mapping[str, str | None],
        language: str,
        fills: Mapping[str, str] = _NO_FILLS,
    ) -> Draft:
        """The template rendered from plain values (`variables.order_values`) and what the operator typed (`fills`).

        A typed day has its year when that is not the year of the values (`variables.THIS_YEAR`).

        A language the template does not speak becomes English. `fills` win over values; days and amounts are typed as
        `typed_day` and `typed_money` read them, words under the key that `fill_ins` names: in another language than
        English and Chinese they are asked for again. What is no day or no amount stays missing and is `unread`.
        `fill_ins` lists the template's fields and every value that is missing. Raises Problem `template_unknown`.
        """
        return self.render(self.get(template_id), values, language, fills)

    def render(
        self,
        template: Template,
        values: Mapping[str, str | None],
        language: str,
        fills: Mapping[str, str] = _NO_FILLS,
    ) -> Draft:
        """A draft of any template, also of one that is being written. Raises Problem `template_faulty`."""
        used = language if language in template.languages() else "en"
        sent = _values_in(used, template, values, fills)
        read = _values_in("zh", template, values, fills)
        unread = frozenset(name for name, words in _typed(template, used, fills).items() if words and not sent[name])
        paragraphs = tuple(_paragraphs(template, used, sent, read, unread))
        missing = dict.fromkeys(name for paragraph in paragraphs for name in paragraph.missing)
        return Draft(
            template=template.id,
            title=template.title,
            audience=template.audience,
            language=used,
            paragraphs=paragraphs,
            fill_ins=_fill_ins(template, missing, used, sent, fills, unread),
            limit=self._limits.characters(values.get("platform_id") or "", template.audience),
            values=_insertable(template, used, sent, read, unread),
        )


def _paragraphs(
    template: Template, language: str, sent: Mapping[str, str | None], read: Mapping[str, str | None],
    unread: frozenset[str],
) -> Iterable[Paragraph]:  # fmt: skip
    known = {name: value for name, value in sent.items() if value}
    for paragraph in template.paragraphs:
        if not holds(paragraph.when, known):
            continue
        text = render(paragraph.text(language), sent)
        if paragraph.optional and text.missing and unread.isdisjoint(text.missing):
            continue
        gloss = render(paragraph.zh, read)
        yield Paragraph(paragraph.id, text.text, gloss.text, text.spans, gloss.spans, text.missing)


def _values_in(
    language: str, template: Template, values: Mapping[str, str | None], fills: Mapping[str, str]
) -> dict[str, str | None]:
    """Plain values in one language: `name@language` where there is one, defaults of fields, then what was typed."""
    chosen = {name: values.get(f"{name}@{language}") or value for name, value in values.items() if "@" not in name}
    for field in template.fields:
        if not chosen.get(field.name) and field.default:
            chosen[field.name] = chosen.get(field.default)
    for name, typed in _typed(template, language, fills).items():
        if typed:
            chosen[name] = _written(typed, _kind(template, name), language, values)
    return chosen


def _typed(template: Template, language: str, fills: Mapping[str, str]) -> dict[str, str]:
    """What was typed for each name, as far as it can stand in a text of the language."""
    names = dict.fromkeys(key.partition("@")[0] for key in fills)
    return {name: clean(typed_for(name, _kind(template, name), language, fills)) for name in names}


def _written(typed: str, kind: FillKind, language: str, values: Mapping[str, str | None]) -> str | None:
    """What was typed, in the manner of the language where it is a day or an amount; None when it cannot be read."""
    region = values.get("region") or ""
    if kind == "date":
        day = typed_day(typed)
        year = int(values.get(THIS_YEAR) or 0) or (day.year if day else 0)
        return day_text(day, language, region=region, year=year)
    if kind == "money":
        return money_text(typed_money(typed, values.get("currency") or ""), language, region=region)
    return typed


def _kind(template: Template, name: str) -> FillKind:
    for field in template.fields:
        if field.name == name:
            return field.kind
    known = value_names().get(name)
    return known.kind if known else "text"


def _fill_ins(
    template: Template, missing: Iterable[str], language: str, sent: Mapping[str, str | None], fills: Mapping[str, str],
    unread: frozenset[str],
) -> tuple[FillIn, ...]:  # fmt: skip
    asked = []
    for field in template.fields:
        key = fill_key(field.name, field.kind, language)
        value = fills.get(key) or sent.get(field.name) or ""
        asked.append(FillIn(field.name, field.ask, field.kind, value, key, field.name in unread))
    names = {field.name for field in template.fields}
    for name in (name for name in missing if name not in names):
        known, kind = value_names().get(name), _kind(template, name)
        label = known.label if known else Bilingual(name, name)
        key = fill_key(name, kind, language)
        asked.append(FillIn(name, label, kind, fills.get(key, ""), key, name in unread))
    return tuple(asked)


def _insertable(
    template: Template, language: str, sent: Mapping[str, str | None], read: Mapping[str, str | None],
    unread: frozenset[str],
) -> tuple[Value, ...]:  # fmt: skip
    """The template's own fields first, then every name there is; plain codes are no words for a message."""
    labels = {field.name: field.ask for field in template.fields}
    labels |= {name: known.label for name, known in value_names().items() if name not in labels}
    return tuple(
        Value(
            name, label, kind := _kind(template, name), clean(sent.get(name)), clean(read.get(name)),
            fill_key(name, kind, language), name in unread,
        )
        for name, label in labels.items()
        if name not in CODES
    )  # fmt: skip
