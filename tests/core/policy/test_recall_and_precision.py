"""Measures the check on sentences that break a rule and on harmless ones beside them."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Severity
from tests.core.policy.measured import DATA, PAGE, held_back, measured, of_messages, page

POLICY = Policy.load()
BREAKING = [m for m in measured() if m.sentence.category]
HARMLESS = [m for m in measured() if not m.sentence.category]


def test_there_are_enough_sentences() -> None:
    assert len(BREAKING) >= 1_000
    assert len(HARMLESS) >= 700


def test_nothing_that_breaks_a_rule_passes() -> None:
    assert [m.sentence for m in BREAKING if not m.caught] == []


def test_nearly_every_finding_is_of_the_right_category() -> None:
    wrong = [(m.sentence, [f.rule for f in m.findings]) for m in BREAKING if not m.named]
    assert len(wrong) <= 0.02 * len(BREAKING), wrong


def test_harmless_messages_raise_no_alarm() -> None:
    alarms = [(m.sentence, [(f.rule, f.excerpt) for f in m.findings]) for m in HARMLESS if m.caught]
    assert len(alarms) <= 0.005 * len(HARMLESS), alarms


def test_the_page_says_what_is_measured() -> None:
    """Write it anew with `python -m tests.core.policy.measured`."""
    assert PAGE.read_text("utf-8") == page()


def test_messages_held_back_are_mostly_caught() -> None:
    """A little below today's figures, which stand on the page: this only notices when something is lost at large."""
    found = [m for messages in held_back().values() for m in messages]
    breaking = [m for m in found if m.sentence.category]
    assert sum(m.caught for m in breaking) >= 0.85 * len(breaking)
    assert sum(m.caught for m in found if not m.sentence.category) <= 0.09 * (len(found) - len(breaking))


def test_messages_held_back_are_learnt_from_by_nobody() -> None:
    known = {m.sentence.text for m in measured()}
    learnt = [path for folder in ("learned", "unseen") for path in (DATA / folder).glob("*.toml")]
    known |= {one.text for path in learnt for one in of_messages(path)}
    assert not known & {m.sentence.text for found in held_back().values() for m in found}


POINTED = [m.sentence for m in BREAKING if m.sentence.category in ("review_change", "contact", "condition")]


@pytest.mark.parametrize("sentence", [s.text for s in POINTED if s.language in ("en", "zh")])
def test_a_finding_shows_its_own_words(sentence: str) -> None:
    text = "您好！\n\nＨｅｌｌｏ,  thank\u200b you.\n\n" + sentence + "\n\nLin"
    for finding in POLICY.check(text, audience=Audience.BUYER, platform="amazon", language="en"):
        if finding.severity is Severity.HINT:
            continue
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.excerpt == text[finding.start : finding.end][:300]
        assert all((finding.why.en, finding.why.zh, finding.fix.en, finding.fix.zh, finding.source))
