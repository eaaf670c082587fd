"""What is learnt from: messages whole, and in two where it is known what breaks the rule."""

from __future__ import annotations

import pytest

from tests.core.policy import learning
from tests.core.policy.learning import PARTS, TOGETHER, UNSEEN, Labelled, labelled
from tests.core.policy.measured import DATA, Sentence, of_messages

BAD = "Change it to five stars."
BEFORE = Sentence("buyer", "en", "", "Good day.")


def readings(text: str, where: str, category: str = "review_change") -> list[tuple[str, list[str], bool]]:
    message = Sentence("buyer", "en", category, text, "amazon", where)
    return list(Labelled("unseen/made", message, 0, text.lower()).readings())


def test_a_message_is_learnt_whole_and_in_two() -> None:
    text = f"Your lamp left today. {BAD} It comes on Friday."
    assert readings(text, BAD) == [
        (text.lower(), ["review_change"], False),
        (BAD.lower(), ["review_change"], False),
        ("your lamp left today. it comes on friday.", [], True),
    ]


def test_a_message_that_breaks_the_rule_with_all_it_says_has_no_harmless_rest() -> None:
    assert readings(BAD, BAD) == [(BAD.lower(), ["review_change"], False)]
    assert readings(BAD, "") == [(BAD.lower(), ["review_change"], False)]


def test_what_contradicts_itself_is_learnt_as_a_whole() -> None:
    text = "It has not left our house yet. The courier brought it to you on Monday."
    assert readings(text, "The courier brought it to you on Monday.", "contradiction") == [
        (text.lower(), ["contradiction"], False)
    ]


def test_rules_about_contradictions_are_not_doubted() -> None:
    policy = learning.plain_policy()
    doubtful = {rule.category for rule in policy.rules() if rule.id in learning.doubtful(policy)}
    assert doubtful == set(learning.CATEGORIES) - {"contradiction"}


def test_marked_sentences_stand_in_their_messages() -> None:
    marked = [m for path in sorted((DATA / UNSEEN).glob("*.toml")) for m in of_messages(path) if m.where]
    assert len(marked) > 3000
    assert [m.text for m in marked if m.where not in m.text or not m.category] == []


def test_neighbours_stay_in_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [Sentence("buyer", "en", "", f"Message number {place}.") for place in range(5 * TOGETHER)]
    monkeypatch.setattr(learning, "sources", lambda: [("learned/made", [BEFORE]), (f"{UNSEEN}/made", [BEFORE, *said])])
    found = list(labelled())
    assert [one.message for one in found] == [BEFORE, *said]  # each text once
    assert [one.part for one in found] == [-1, *(place // TOGETHER % PARTS for place in range(len(said)))]
