"""What a template file in `templates/replies/` may say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience


class Field_(Knowledge):
    """A value that no file holds and the operator is asked for once, in place."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    ask: Bilingual
    kind: Literal["text", "date", "money"] = "text"
    default: str = ""  # name of a value that serves when present


class TemplateParagraph(Knowledge):
    """One paragraph in every language: `zh` is what it means, the others are what is sent.

    Texts use `{{ name }}` only. An optional paragraph is left out when one of its values is missing.
    """

    id: str
    en: str
    zh: str
    de: str = ""
    fr: str = ""
    es: str = ""
    it: str = ""
    ja: str = ""
    when: str = ""
    optional: bool = False


class Template(Knowledge):
    """One reply in all its languages."""

    id: str = Field(pattern=r"^[BP]_[A-Z0-9_]+$")
    version: int = 1
    checked: date
    audience: Audience
    stage: Literal["before_payment", "before_dispatch", "after_dispatch", "dispute", "return", "claim", "appeal", "feedback"]
    platforms: tuple[str, ...]  # ("all",) or names
    title: Bilingual
    purpose: Bilingual
    brief: tuple[str, ...] = ()
    native_checked: tuple[str, ...] = ("en", "zh")  # languages a native speaker has checked
    fields: tuple[Field_, ...] = ()
    paragraphs: tuple[TemplateParagraph, ...] = Field(min_length=1)
