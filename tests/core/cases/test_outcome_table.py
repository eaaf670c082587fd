"""What each status of the platforms does to money and to the order defect rate, written out a second time."""

from __future__ import annotations

import pytest

from claimdesk.core.cases.outcomes import Outcome, Outcomes
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.schema import Scenario

OUTCOMES = Outcomes.load()


@pytest.mark.parametrize(
    "outcome, odr, money",
    [
        ("granted_seller", "counts", "lost"),
        ("granted_platform", "not_counted", "platform"),
        ("debited_not_counted", "not_counted", "lost"),
        ("refunded_after_filing", "counts", "lost"),
        ("refunded_before_filing", "not_counted", "lost"),
        ("denied", "not_counted", "none"),
        ("withdrawn", "not_counted", "none"),
        ("recharged", "counts", "recovered"),
        ("cancelled_after_filing", "counts", "lost"),
        ("refunded_by_platform", "not_counted", "lost"),
        ("appeal_granted", "not_counted", "recovered"),
        ("appeal_denied", "counts", "lost"),
        # Only a service chargeback counts, and only seller feedback of one or two stars: neither may be guessed.
        ("chargeback_lost", "unknown", "lost"),
        ("feedback_stays", "unknown", "none"),
        ("escalated", "unknown", "none"),
    ],
)
def test_effect(outcome: str, odr: str, money: str) -> None:
    found = OUTCOMES.get(outcome)
    assert (found.odr, found.money) == (odr, money)


@pytest.mark.parametrize("outcome", OUTCOMES.all(), ids=lambda outcome: outcome.id)
def test_an_outcome_is_told_in_both_languages_with_what_comes_next(outcome: Outcome) -> None:
    for text in (outcome.title, outcome.next):
        assert text.en.strip()
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in text.en)
    assert outcome.source.strip()
    assert not (outcome.good and outcome.money in ("lost", "part"))
    assert all(words == words.lower() for words in outcome.words)


def test_no_words_stand_for_two_outcomes() -> None:
    said = [words for outcome in OUTCOMES.all() for words in outcome.words]
    assert len(said) == len(set(said))


def test_every_scenario_ends_in_an_outcome_that_is_there() -> None:
    used = {
        option.outcome
        for path in shipped_files("resources", "scenarios")
        for step in read_knowledge(path, Scenario).steps
        for option in step.options
        if option.outcome
    }
    assert used
    assert {outcome for outcome in used if OUTCOMES.find(outcome) is None} == set()


def test_an_outcome_that_is_not_there() -> None:
    with pytest.raises(Problem) as told:
        OUTCOMES.get("won_the_lottery")
    assert told.value.code == "outcome_unknown"
