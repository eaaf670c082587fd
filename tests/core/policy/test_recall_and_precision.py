"""Measures the check on sentences that break a rule and on harmless ones beside them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Finding, Severity

POLICY = Policy.load()
DATA = Path(__file__).parents[2] / "data" / "messages"


def _found(text: str, audience: str, language: str) -> list[Finding]:
    findings = POLICY.check(text, audience=Audience(audience), platform="amazon", language=language)
    return [finding for finding in findings if finding.severity is not Severity.HINT]


def _chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def _breaking() -> list[tuple[str, str, str]]:
    return [
        (audience, category, sentence)
        for name in ("breaking.toml", "breaking_more.toml", "breaking_third.toml")
        for audience, categories in tomllib.loads((DATA / name).read_text("utf-8")).items()
        for category, sentences in categories.items()
        for sentence in sentences
    ]


def _harmless() -> list[tuple[str, str]]:
    return [
        (key, sentence)
        for name in ("harmless.toml", "harmless_more.toml", "harmless_third.toml", "harmless_fourth.toml")
        for key, sentences in tomllib.loads((DATA / name).read_text("utf-8")).items()
        for sentence in sentences
    ]


def test_there_are_enough_sentences() -> None:
    assert len(_breaking()) >= 200
    assert len(_harmless()) >= 100


def test_nothing_that_breaks_a_rule_passes() -> None:
    missed = []
    for audience, category, sentence in _breaking():
        language = "zh" if _chinese(sentence) and category != "language" else "en"
        if not _found(sentence, audience, language):
            missed.append((category, sentence))
    assert missed == []


def test_nearly_every_finding_is_of_the_right_category() -> None:
    wrong = []
    for audience, category, sentence in _breaking():
        language = "zh" if _chinese(sentence) and category != "language" else "en"
        if category not in {finding.category for finding in _found(sentence, audience, language)}:
            wrong.append((category, sentence))
    assert len(wrong) <= 0.02 * len(_breaking()), wrong


def test_harmless_messages_raise_no_alarm() -> None:
    alarms = []
    for key, sentence in _harmless():
        findings = _found(sentence, key.split("_")[0], "zh" if key.endswith("_zh") else "en")
        if findings:
            alarms.append((sentence, [(finding.rule, finding.excerpt) for finding in findings]))
    assert len(alarms) <= 0.02 * len(_harmless()), alarms


@pytest.mark.parametrize("sentence", [s for _, c, s in _breaking() if c in ("review_change", "contact", "condition")])
def test_a_finding_shows_its_own_words(sentence: str) -> None:
    text = "您好！\n\nＨｅｌｌｏ,  thank\u200b you.\n\n" + sentence + "\n\nLin"
    for finding in _found(text, "buyer", "en"):
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.excerpt == text[finding.start : finding.end][:300]
        assert finding.why.en
        assert finding.why.zh
        assert finding.fix.en
        assert finding.fix.zh
        assert finding.source
