"""What is wrong with a template: named with the paragraph, the language and what to do, all of it at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from claimdesk.core.knowledge.conditions import holds, names_in
from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.names import value_names
from claimdesk.core.replies.schema import LANGUAGES, Template, TemplateParagraph
from claimdesk.core.replies.syntax import names_of

# Codes of the case and of the order that conditions may ask for and texts may not show.
_ONLY_IN_CONDITIONS = frozenset({"platform_id", "region", "fulfilment", "currency"})
# As each language calls itself, so that it needs no translation.
TITLES = {
    "en": "English", "zh": "中文", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano", "ja": "日本語",
}  # fmt: skip
_PLACE = re.compile(r"\{\{\s*[A-Za-z][A-Za-z0-9_]*\s*\}\}")
_BRACES = re.compile(r"\{[{%#]")
_CUT = 24


def read_form(data: Mapping[str, Any]) -> Template:
    """The template in plain data, whatever its texts say; blanks alone are no text, a line ends with a line feed.

    Raises Problem `template_form_faulty` (key, reason).
    """
    try:
        return Template.model_validate({**data, "paragraphs": [_tidy(one) for one in data.get("paragraphs") or ()]})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise Problem("template_form_faulty", key=key, reason=first["msg"]) from error


def _tidy(paragraph: Any) -> Any:
    if not isinstance(paragraph, Mapping):
        return paragraph
    texts = {code: paragraph[code] for code in LANGUAGES if isinstance(paragraph.get(code), str)}
    return {**paragraph, **{code: _one_form(text) for code, text in texts.items()}}


def _one_form(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if text.strip() else ""


def faults(template: Template) -> tuple[Problem, ...]:
    """Everything that keeps a template from being used, in the order of its paragraphs; empty when it can be.

    Each carries `paragraph` (1-based) and `language` where it concerns one.
    """
    known = {*value_names(), *(field.name for field in template.fields)}
    found: list[Problem] = []
    if not template.title.en.strip() or not template.title.zh.strip():
        found.append(Problem("template_title_empty"))
    if not template.platforms:
        found.append(Problem("template_platforms_empty"))
    twice_asked = _twice(field.name for field in template.fields)
    found += [Problem("template_field_twice", name=name) for name in twice_asked]
    twice = set(_twice(paragraph.id for paragraph in template.paragraphs))
    for number, paragraph in enumerate(template.paragraphs, 1):
        if paragraph.id in twice:
            found.append(Problem("template_paragraph_twice", paragraph=number, name=paragraph.id))
        found += _condition_faults(number, paragraph.when, known)
        found += _paragraph_faults(number, paragraph, known)
    return tuple(found)


def _paragraph_faults(number: int, paragraph: TemplateParagraph, known: set[str]) -> Iterable[Problem]:
    if not paragraph.en.strip():
        yield Problem("template_english_empty", paragraph=number, language="en")
    if paragraph.en.strip() and not paragraph.zh.strip():
        yield Problem("template_meaning_empty", paragraph=number, language="zh")
    for language in LANGUAGES:
        text = paragraph.text(language)
        try:
            names = names_of(text)
        except Problem as fault:
            yield Problem("template_text_faulty", str(fault.params.get("reason", "")), paragraph=number,
                          language=language, title=TITLES[language], near=_near(text))  # fmt: skip
            continue
        for name in names:
            if name not in known:
                yield Problem("template_name_unknown", paragraph=number, language=language, title=TITLES[language],
                              name=name, like=_like(name, known))  # fmt: skip


def _condition_faults(number: int, when: str, known: set[str]) -> Iterable[Problem]:
    if not when:
        return
    try:
        names = names_in(when)
        holds(when, {})
        holds(when, dict.fromkeys(names, "text"))
    except Problem as fault:
        yield Problem(
            "template_condition_faulty", str(fault.params.get("reason", "")), paragraph=number, condition=when[:80]
        )
        return
    except Exception as error:  # noqa: BLE001 - any condition that cannot be asked is one fault
        yield Problem("template_condition_faulty", str(error), paragraph=number, condition=when[:80])
        return
    for name in sorted(names):
        if name not in known and name not in _ONLY_IN_CONDITIONS:
            yield Problem("template_condition_name_unknown", paragraph=number, name=name, like=_like(name, known))


def _near(text: str) -> str:
    """The first braces that are no place for a value, with a little of what follows."""
    left = _PLACE.sub(lambda match: "\0" * len(match.group()), text)
    found = _BRACES.search(left)
    return text[found.start() : found.start() + _CUT] if found else text[:_CUT]


def _like(name: str, known: set[str]) -> str:
    return next(iter(get_close_matches(name, sorted(known), 1, 0.5)), "order_id")


def _twice(names: Iterable[str]) -> list[str]:
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return [name for name, count in seen.items() if count > 1]
