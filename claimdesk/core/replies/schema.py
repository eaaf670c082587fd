"""What a template file in `templates/replies/` may say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience

Stage = Literal[
    "before_payment", "before_dispatch", "after_dispatch", "dispute", "return", "claim", "appeal", "feedback",
]  # fmt: skip
FillKind = Literal["text", "date", "money"]


class TemplateField(Knowledge):
    """A value that no file holds and the operator is asked for once, in place."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    ask: Bilingual
    kind: FillKind = "text"
    default: str = ""  # name of a value that serves when present


class TemplateParagraph(Knowledge):
    """One paragraph in every language: `zh` is what it means, the others are what is sent.

    Texts use `{{ name }}` only. An optional paragraph is left out when one of its values is missing.
    `when` is a condition over the values; the paragraph is left out where it does not hold.
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

    def text(self, language: str) -> str:
        """The text in a language (`en`, `zh`, `de`…), empty when nobody has written it."""
        return str(getattr(self, language, "")) if language in LANGUAGES else ""


LANGUAGES = ("en", "zh", "de", "fr", "es", "it", "ja")


class Template(Knowledge):
    """One reply in all its languages."""

    id: str = Field(pattern=r"^[BP]_[A-Z0-9_]+$")
    version: int = 1
    checked: date
    audience: Audience
    stage: Stage
    platforms: tuple[str, ...]  # ("all",) or names
    title: Bilingual
    purpose: Bilingual
    brief: tuple[str, ...] = ()
    native_checked: tuple[str, ...] = ("en", "zh")  # languages a native speaker has checked
    fields: tuple[TemplateField, ...] = ()
    paragraphs: tuple[TemplateParagraph, ...] = Field(min_length=1)

    def fits(self, platform: str) -> bool:
        """Whether the template may be used on a platform."""
        return "all" in self.platforms or platform in self.platforms

    def languages(self) -> tuple[str, ...]:
        """Languages in which every paragraph is written, in the order of the file format."""
        return tuple(code for code in LANGUAGES if all(p.text(code) for p in self.paragraphs))


class ValueName(Knowledge):
    """One name that templates may use: what it is called for people, and an example of how it reads."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Bilingual
    kind: FillKind = "text"
    sample: Bilingual


class ValueNames(Knowledge):
    """`templates/replies/values.toml`: every name there is."""

    values: tuple[ValueName, ...]
    platforms: dict[str, str]  # platform -> its name in a letter
    tracking: dict[str, Bilingual]  # value of the fact `tracking` -> words
    claim_types: dict[str, Bilingual]  # value of the fact `issue` -> what the claim says
    happened: dict[str, Bilingual]  # what is told after its day in a timeline
