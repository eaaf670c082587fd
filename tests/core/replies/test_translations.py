"""The buyer's letters in German, French, Spanish, Italian and Japanese: complete, polite, and clean in the check."""

from __future__ import annotations

import re

import pytest

from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Severity
from claimdesk.core.replies.names import value_names
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import LANGUAGES, Template
from claimdesk.core.replies.syntax import names_of
from tests.core.replies.examples import PLATFORMS, example_values, only_asked

REPLIES = Replies.load()
POLICY = Policy.load()
TRANSLATED = ("de", "fr", "es", "it", "ja")
TO_BUYERS = [template for template in REPLIES.all() if template.audience is Audience.BUYER]
# The familiar form, which no letter to a buyer uses.
FAMILIAR = {
    "de": re.compile(r"\b(?:du|dich|dir|dein\w*|euch|euer\w*|eure\w*)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:tu|toi|ton|ta|tes)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:tú|ti|tu|tus|vosotros|vuestr\w+|contigo)\b", re.IGNORECASE),
    "it": re.compile(r"\b(?:tu|te|ti|tuo|tua|tuoi|tue|voi)\b", re.IGNORECASE),
}
_JAPANESE_END = re.compile(
    r"(?:ます|です|ません|ました|でした|ございます|ください|でしょうか|ますか|幸いです|ません)[。！?？]?$"
)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("template", TO_BUYERS, ids=lambda t: t.id)
def test_reads_well_and_passes_the_check(template: Template, language: str) -> None:
    for platform in (p for p in PLATFORMS if template.fits(p)):
        for values in (example_values(platform, language), only_asked(REPLIES, template, platform, language)):
            draft = REPLIES.draft(template.id, values, language)
            assert draft.language == language
            assert draft.missing == ()
            assert "{{" not in draft.text
            assert len(draft.text) < 1_400
            known = {name: value for name, value in values.items() if value and "@" not in name}
            found = POLICY.check(draft.text, audience=Audience.BUYER, platform=platform, language=language, known=known)
            assert [(f.rule, f.excerpt) for f in found if f.severity is not Severity.HINT] == []


@pytest.mark.parametrize("template", TO_BUYERS, ids=lambda t: t.id)
def test_every_paragraph_is_written_in_every_language(template: Template) -> None:
    assert template.languages() == LANGUAGES
    assert template.native_checked == ("en", "zh"), "no native speaker has checked the translations yet"
    for paragraph in template.paragraphs:
        for language in TRANSLATED:
            assert set(names_of(paragraph.text(language))) <= set(names_of(paragraph.en)), (paragraph.id, language)


@pytest.mark.parametrize("template", TO_BUYERS, ids=lambda t: t.id)
def test_the_file_says_that_a_native_speaker_should_check(template: Template) -> None:
    (line,) = [line for line in _file(template).splitlines() if line.startswith("native_checked")]
    assert "have a native speaker check" in line


def _file(template: Template) -> str:
    return (shipped("templates") / "replies" / "buyer" / f"{template.id}.toml").read_text("utf-8")


@pytest.mark.parametrize("language", sorted(FAMILIAR))
def test_the_buyer_is_addressed_politely(language: str) -> None:
    for template in TO_BUYERS:
        for paragraph in template.paragraphs:
            assert not FAMILIAR[language].search(paragraph.text(language)), (template.id, paragraph.id)


def test_japanese_sentences_end_politely() -> None:
    for template in TO_BUYERS:
        for paragraph in template.paragraphs:
            for sentence in re.findall(r"[^。]+。", paragraph.ja):
                named = re.search(r"[：}]", sentence)  # `理由：{{ reason }}。` names a value and has no verb
                assert named or _JAPANESE_END.search(sentence), (template.id, paragraph.id, sentence)


def test_italian_days_stand_without_an_article() -> None:
    """`l'8` but `il 9`: a sentence that needs the article cannot be right for every day."""
    days = [name for name, value in value_names().items() if value.kind == "date"]
    for template in TO_BUYERS:
        for paragraph in template.paragraphs:
            for name in days:
                assert not re.search(rf"(?:\b(?:il|dal|al|del|nel)|l') ?{{{{ {name} }}}}", paragraph.it), template.id
