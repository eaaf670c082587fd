"""Every shipped template, rendered for a rich and a bare case, in its languages, against the rules of its platforms."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Draft, Severity
from claimdesk.core.replies.names import value_names
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import Template
from claimdesk.core.replies.syntax import names_of

REPLIES = Replies.load()
POLICY = Policy.load()
PLATFORMS = ("amazon", "ebay", "dhgate", "aliexpress", "walmart", "etsy", "shopify")
FOR_SCENARIOS = {
    "B_ACK_24H", "B_INR_DELIVERED_CHECK", "B_INR_IN_WINDOW", "B_INR_LATE_OFFER", "B_LOST", "B_KEEP_REFUND",
    "B_WITHDRAW_INFO", "P_POD", "P_IN_WINDOW", "P_PROTECTED", "P_APPEAL", "P_SAFE_T", "P_CB_INR",
}  # fmt: skip


def _rich(platform: str) -> dict[str, str | None]:
    values: dict[str, str | None] = {}
    for name, value in value_names().items():
        values[name] = value.sample.en
        values[f"{name}@zh"] = value.sample.zh
    return values | {"platform_id": platform}


def _bare(template: Template, platform: str) -> dict[str, str | None]:
    """Only what is asked for: no name, no signature, nothing optional."""
    values: dict[str, str | None] = {"platform_id": platform}
    for _ in range(3):
        for name in REPLIES.draft(template.id, values, "en").missing:
            values |= {name: _rich(platform)[name], f"{name}@zh": _rich(platform)[f"{name}@zh"]}
    return values


def _cases() -> list[tuple[str, str, str]]:
    return [
        (template.id, platform, kind)
        for template in REPLIES.all()
        for platform in PLATFORMS
        if template.fits(platform)
        for kind in ("rich", "bare")
    ]


def _draft(template_id: str, platform: str, kind: str, language: str) -> tuple[Draft, dict[str, str | None]]:
    template = REPLIES.get(template_id)
    values = _rich(platform) if kind == "rich" else _bare(template, platform)
    return REPLIES.draft(template_id, values, language), values


@pytest.mark.parametrize("template_id, platform, kind", _cases())
def test_renders_completely_and_passes_the_check(template_id: str, platform: str, kind: str) -> None:
    draft, values = _draft(template_id, platform, kind, "en")
    assert draft.missing == ()
    assert "{{" not in draft.text + draft.gloss
    known = {name: value for name, value in values.items() if value and "@" not in name}
    found = POLICY.check(draft.text, audience=draft.audience, platform=platform, language="en", known=known)
    assert [(f.rule, f.excerpt) for f in found if f.severity is not Severity.HINT] == []


@pytest.mark.parametrize("template", REPLIES.all(), ids=lambda t: t.id)
def test_reads_as_a_paired_letter(template: Template) -> None:
    draft, _ = _draft(template.id, next(p for p in PLATFORMS if template.fits(p)), "rich", "en")
    assert len(draft.paragraphs) >= 2
    for paragraph in draft.paragraphs:
        assert paragraph.text.strip()
        assert paragraph.gloss.strip()
        assert set(names_of_texts(template, paragraph.id)[0]) == set(names_of_texts(template, paragraph.id)[1])
        for span in paragraph.spans:
            assert paragraph.text[span.start : span.end]
    assert len(draft.text) < 1_000, "a reply stays well below the shortest limit"


def names_of_texts(template: Template, paragraph_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    paragraph = next(p for p in template.paragraphs if p.id == paragraph_id)
    return names_of(paragraph.en), names_of(paragraph.zh)


def test_the_scenarios_have_their_templates() -> None:
    assert {template.id for template in REPLIES.all()} >= FOR_SCENARIOS


def test_every_name_has_words_and_every_asked_field_is_used() -> None:
    for template in REPLIES.all():
        used = {name for p in template.paragraphs for name in (*names_of(p.en), *names_of(p.zh))}
        conditions = " ".join(p.when for p in template.paragraphs)
        for field in template.fields:
            assert field.name in used or field.name in conditions, (template.id, field.name)
        assert used <= set(value_names()), template.id


def test_a_greeting_works_with_and_without_a_name() -> None:
    values: dict[str, str | None] = {"order_id": "1", "promise_date": "18 November"}
    assert REPLIES.draft("B_ACK_24H", values, "en").text.startswith("Hello,\n")
    named = REPLIES.draft("B_ACK_24H", values | {"buyer_first_name": "Dana"}, "en")
    assert named.text.startswith("Hello Dana,\n")
    assert named.gloss.startswith("Dana 您好：\n")
