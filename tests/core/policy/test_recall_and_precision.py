"""Measures the check on sentences that break a rule and on harmless ones beside them."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Severity
from tests.core.policy.measured import (
    DATA,
    PAGE,
    closing,
    held_back,
    measured,
    of_held_back,
    of_learning,
    of_messages,
    opening,
    sentences,
    told,
    untuned,
)

POLICY = Policy.load()


def test_there_are_enough_sentences() -> None:
    assert sum(bool(sentence.category) for sentence in sentences()) >= 1_000
    assert sum(not sentence.category for sentence in sentences()) >= 700


def test_the_page_tells_what_is_not_as_it_should_be() -> None:
    """Of a part of the sentences that the rules know; `dev.py bench messages` looks at all."""
    page, known = PAGE.read_text("utf-8"), measured(every=10)
    breaking = [m for m in known if m.sentence.category]
    unnamed = [(m.sentence, [f.rule for f in m.findings]) for m in breaking if not m.named]
    assert len(unnamed) <= 0.02 * len(breaking), unnamed
    wrong = [m for m in known if m.caught != bool(m.sentence.category)]
    assert len(wrong) <= 0.004 * len(known), wrong
    assert [m for m in known if f" | {told(m.sentence)} |" in page] == wrong
    assert all("\n".join(part()) in page for part in (opening, untuned, of_learning, closing))


@pytest.mark.timeout(300)  # two thousand messages, some twenty milliseconds each
def test_the_page_tells_how_messages_held_back_are_read() -> None:
    assert "\n".join(of_held_back()) in PAGE.read_text("utf-8")
    # A little below today's figures, which stand on the page: notices what is lost at large.
    found = [m for messages in held_back().values() for m in messages]
    breaking = [m for m in found if m.sentence.category]
    assert sum(m.caught for m in breaking) >= 0.91 * len(breaking)
    assert sum(m.caught for m in found if not m.sentence.category) <= 0.04 * (len(found) - len(breaking))


def test_messages_held_back_are_learnt_from_by_nobody() -> None:
    held = {one.text for path in (DATA / "held_back").glob("*.toml") for one in of_messages(path)}
    learnt = [path for folder in ("learned", "unseen") for path in (DATA / folder).glob("*.toml")]
    assert held
    assert not held & {sentence.text for sentence in sentences()}
    assert not held & {one.text for path in learnt for one in of_messages(path)}


POINTED = [s for s in sentences() if s.category in ("review_change", "contact", "condition")]


@pytest.mark.parametrize("sentence", [s.text for s in POINTED if s.language in ("en", "zh")][::6])
def test_a_finding_shows_its_own_words(sentence: str) -> None:
    text = "您好！\n\nＨｅｌｌｏ,  thank\u200b you.\n\n" + sentence + "\n\nLin"
    for finding in POLICY.check(text, audience=Audience.BUYER, platform="amazon", language="en"):
        if finding.severity is Severity.HINT:
            continue
        assert 0 <= finding.start < finding.end <= len(text)
        assert finding.excerpt == text[finding.start : finding.end][:300]
        assert all((finding.why.en, finding.why.zh, finding.fix.en, finding.fix.zh, finding.source))
