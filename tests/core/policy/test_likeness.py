"""What reads like a broken rule although no phrase of it is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from claimdesk.core.policy import likeness, matching
from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.judgement import FAR, Judgement, OfLetters
from claimdesk.core.policy.likeness import Likeness, grams, learnt
from claimdesk.core.policy.matching import Reading, like_hits
from claimdesk.core.policy.network import shipped_network
from claimdesk.core.policy.parts import LONGEST, stretches
from claimdesk.core.policy.policy import Policy
from claimdesk.core.policy.sentences import sentences
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience, Finding, Severity

HARMLESS = "Your parcel left our warehouse this morning and should reach you on Friday."
AWAY = "Your second blanket is on its way with the fringe you wished for."


@pytest.fixture(scope="module")
def policy() -> Policy:
    return Policy.load()


def found(policy: Policy, text: str, audience: Audience = Audience.BUYER) -> list[Finding]:
    findings = policy.check(text, audience=audience, platform="amazon", language="en")
    return [finding for finding in findings if finding.rule.startswith("RL-")]


JUDGEMENT = Judgement(
    limit={"": 0.0, "zh": 9.0}, start=-1.0, anything=1.0, first=0.0, second=0.0, same=0.5, rules=0.0, categories=0.0, some=0.0,
    meant=(0.5, 0.0, 0.25), trust={"SURE": 9.0, "UNSURE": 0.5},
    letters=OfLetters(
        limit=1.0, start=0.0, anything=1.0, first=0.0, same=0.5, rules=0.25, some=0.5, named=2.0, trust=("UNSURE",)
    ),
)  # fmt: skip


def made(**weights: int) -> Likeness:
    """Something learnt about two categories: each word speaks for the first one, and so for breaking any rule."""
    rows = {word: bytes([25, weight % 256, 0, weight % 256]) for word, weight in weights.items()}
    return Likeness(("threat", "tone"), (-1.0, -1.0, -1.0), 0.5, 0.1, 1 / 25, rows, JUDGEMENT)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Reading]:
    """A reading of a text by words that were made up; the network says `meaning` of every text."""

    def reading(likeness: Likeness, text: str, meaning: tuple[float, ...] = (0.0, 0.0, 0.0)) -> Reading:
        monkeypatch.setattr(matching, "learnt", lambda: likeness)
        monkeypatch.setattr(matching, "meaning", lambda _: meaning)
        return Reading(text)

    return reading


def unasked() -> tuple[float, ...]:
    raise AssertionError("the network was asked although it could not change the answer")


def test_runs_of_words_and_of_characters() -> None:
    assert {"good", "good lamp", "good lamp 0", "~good lamp", "~good * 0"} <= grams("good lamp 12.50")
    assert {"好", "好评", "好评返现"} <= grams("好评返现")
    assert grams("") == set()


def test_the_telling_sentence_is_shown_and_what_was_read_with_it(reads: Callable[..., Reading]) -> None:
    text = "good day. we know where you live. yours"
    assert reads(made(live=40), text).alike(alone=False) == {"threat": [((10, 34), (0, len(text)))]}


def test_a_rule_about_the_whole_points_at_all_that_was_read(reads: Callable[..., Reading], policy: Policy) -> None:
    rule = next(rule for rule in policy.rules() if rule.as_a_whole)
    reading = reads(made(live=40), "good day. we know where you live. yours")
    alike = reading.alike(alone=False)["threat"]
    assert like_hits(rule, alike, reading, ("en",)) == [(0, len(reading.text))]
    assert like_hits(rule.model_copy(update={"as_a_whole": False}), alike, reading, ("en",)) == [(10, 34)]


def test_words_and_network_name_the_category_together(reads: Callable[..., Reading]) -> None:
    text = "we know where you live."
    assert reads(made(), text, (3.0, 0.0, 3.0)).alike(alone=False) == {"threat": [((0, 23), (0, 23))]}
    assert reads(made(live=40), text, (0.0, 9.0, 9.0)).alike(alone=False) == {"tone": [((0, 23), (0, 23))]}


def test_unknown_words_say_nothing(reads: Callable[..., Reading]) -> None:
    text = "nothing of this was learnt."
    assert reads(made(live=40), text).alike(alone=False) == {}
    assert made().scores(text) == (-1.0, -1.0, -1.0)
    assert made().read("", []).scores == (-1.0, -1.0, -1.0)


def test_words_can_speak_against_it() -> None:
    assert made(live=40, music=-40).scores("live music")[0] < made(live=40).scores("live music")[0]


def test_a_long_text_is_judged_in_stretches() -> None:
    text = " ".join(f"this is sentence number {n} of a long letter." for n in range(60))
    parts = list(stretches(text, sentences(text)))
    assert len(parts) > 5
    assert all(part[-1][1] - part[0][0] <= LONGEST for part in parts)
    assert parts[0][0] == sentences(text)[0] and parts[-1][-1] == sentences(text)[-1]


def test_a_bad_sentence_in_a_long_letter_is_found(policy: Policy) -> None:
    hint = "Give us your honest five words and a small surprise finds its way into the next box."
    assert found(policy, hint) or policy.check(hint, audience=Audience.BUYER, platform="amazon", language="en")
    letter = f"Dear Anna,\n\n{HARMLESS * 6}\n\n{hint}\n\n{HARMLESS * 6}\n\nKind regards"
    findings = policy.check(letter, audience=Audience.BUYER, platform="amazon", language="en")
    assert any(finding.start <= letter.index(hint) + 5 < finding.end for finding in findings)


def test_it_only_warns(policy: Policy) -> None:
    rules = [rule for rule in policy.rules() if rule.reads_like]
    assert {rule.severity for rule in rules} == {Severity.WARN}
    assert {rule.category for rule in rules if rule.audience == "buyer"} == set(learnt().categories)
    assert {rule.category for rule in rules if rule.audience == "platform"} == set(shipped_network().letters)


MOCKING = (
    "Case 5411030311, order 09-14402-55310. The kettle was signed for on 4 May, scan attached. We ask you to close the case. "
    "Are your people asleep, or do they only pretend to read what we send?"
)


def test_mockery_is_read_out_of_a_letter_to_a_platform(policy: Policy) -> None:
    findings = policy.check(MOCKING, audience=Audience.PLATFORM, platform="ebay", language="en")
    (said,) = [finding for finding in findings if finding.category == "tone"]
    assert said.severity is Severity.WARN and "people asleep" in MOCKING[said.start : said.end]
    calm = MOCKING[: MOCKING.index("Are your")]
    assert not [
        f for f in policy.check(calm, audience=Audience.PLATFORM, platform="ebay", language="en") if f.rule[:2] == "RL"
    ]


def test_a_phrase_that_is_known_says_it_alone(policy: Policy) -> None:
    text = "Please change your review to five stars and I will refund you."
    assert {f.severity for f in policy.check(text, audience=Audience.BUYER, platform="amazon", language="en")} >= {
        Severity.BLOCK
    }
    assert found(policy, text) == []


def test_plain_service_messages_are_left_alone(policy: Policy) -> None:
    assert found(policy, HARMLESS) == []
    assert found(policy, AWAY) == []


def test_a_damaged_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "policy"
    folder.mkdir()
    monkeypatch.setattr(likeness, "shipped", lambda _: tmp_path)
    row = {"categories": ["tone"], "start": [0.0], "least": 1, "unit": 1, "rarity": 1, "weights": {"a": "0102ff"}}
    for text in ("", "[]", "{}", json.dumps(row)):
        (folder / likeness.FILE).write_text(text, "utf-8")
        with pytest.raises(Problem) as caught:
            likeness.learnt.__wrapped__()
        assert caught.value.code == "knowledge_faulty"


def test_judging_is_linear(policy: Policy) -> None:
    text = fold("we know where you live and 好评 " * 400).text
    assert len(grams(text)) < 60
    assert len(learnt().read(text, sentences(text)).stretches) < 200


@pytest.mark.parametrize(
    "scores, rules, stands",
    [
        ((-1.0, -1.0, 2.0), [], True),
        ((-1.0, -1.0, 0.5), [], False),
        ((-1.0, -1.0, 0.5), [("UNSURE", "tone")], False),  # its own category speaks against it
        ((-1.0, 1.0, 0.5), [("UNSURE", "tone")], True),
        ((-1.0, -1.0, -4.0), [("SURE", "tone")], True),
    ],
)
def test_what_rules_found_is_weighed_with_the_words(
    scores: tuple[float, ...], rules: list[tuple[str, str]], stands: bool
) -> None:
    assert JUDGEMENT.stands(scores, rules, ("threat", "tone"), lambda: (0.0, 0.0, 0.0)) is stands


def test_the_network_is_asked_only_where_it_can_change_the_answer() -> None:
    most = FAR * (0.5 + 0.25)
    for score, answer in ((1.1 + most, True), (0.9 - most, False)):
        assert JUDGEMENT.stands((0.0, 0.0, score), [], ("threat", "tone"), unasked) is answer
    for score, anything, answer in ((-1.9, 99.0, True), (-2.1, 99.0, False), (3.9, -99.0, False), (4.1, -99.0, True)):
        said = (0.0, 0.0, anything)
        assert JUDGEMENT.stands((0.0, 0.0, score), [], ("threat", "tone"), partial(tuple, said)) is answer


def test_each_language_has_its_own_limit() -> None:
    for language, answer in (("", True), ("en", True), ("zh-TW", False)):
        said = JUDGEMENT.stands((0.0, 0.0, 5.0), [], ("threat", "tone"), lambda: (0.0, 0.0, 0.0), language=language)
        assert said is answer


def test_message_and_sentence_alone_are_held_to_the_limit_of_their_language(reads: Callable[..., Reading]) -> None:
    text = "we know where you live."
    for language, answer in (("en", True), ("zh", False)):
        reading = reads(made(), text)
        reading.language = language
        assert reading.stands([("SURE", "threat")]) is answer
        assert reading.stands_alone(reading.sentences, ("SURE", "threat")) is answer


def test_the_network_speaks_for_what_a_rule_names() -> None:
    found = [("UNSURE", "tone")]
    assert JUDGEMENT.stands((-1.0, -1.0, 0.8), found, ("threat", "tone"), lambda: (0.0, 2.0, 0.0))
    assert not JUDGEMENT.stands((-1.0, -1.0, 0.8), found, ("threat", "tone"), lambda: (2.0, 0.0, 0.0))


def test_a_sentence_read_apart_from_its_message_must_speak_more_clearly() -> None:
    found = [("UNSURE", "threat")]

    def stands(score: float, *, apart: bool) -> bool:
        return JUDGEMENT.stands((1.0, -1.0, score), found, ("threat", "tone"), lambda: (0.0, 0.0, 0.0), apart=apart)

    assert stands(0.5, apart=False)
    assert not stands(0.5, apart=True)
    assert stands(1.5, apart=True)


def test_a_bad_sentence_stays_an_error_in_a_long_harmless_letter(policy: Policy) -> None:
    letter = (
        f"Dear Anna,\n\n{HARMLESS} {AWAY}\n\nPlease change your review to five stars and I will send you $10.\n\nLin"
    )
    findings = policy.check(letter, audience=Audience.BUYER, platform="amazon", language="en")
    assert any(f.severity is Severity.BLOCK and "change your review" in f.excerpt for f in findings)


def test_a_rule_that_is_often_wrong_only_hints_in_a_message_that_reads_harmless(policy: Policy) -> None:
    text = "That's not a stupid question at all, the symbol on the label is really hard to make out. It means no tumble dryer."
    findings = policy.check(text, audience=Audience.BUYER, platform="amazon", language="en")
    assert {finding.severity for finding in findings} <= {Severity.HINT}
    rude = "That is a stupid question and you know it."
    assert any(
        f.category == "tone" and f.severity is not Severity.HINT
        for f in policy.check(rude, audience=Audience.BUYER, platform="amazon", language="en")
    )


def test_what_the_record_contradicts_and_placeholders_are_never_doubted(policy: Policy) -> None:
    trust = learnt().judgement.trust
    rules = {rule.id: rule for rule in policy.rules()}
    assert trust.keys() <= rules.keys()
    assert not [name for name in trust if rules[name].when]
    assert not [
        name for name in trust if rules[name].category in ("placeholder", "contradiction", "language", "spelling")
    ]


def test_a_letter_stands_by_what_the_network_says_and_by_the_rules() -> None:
    stands = partial(JUDGEMENT.letters.stands, categories=("threat", "tone"))
    assert stands((0.0, 0.0, 1.0), [])
    assert not stands((9.0, 9.0, 0.9), [])
    assert stands((0.0, 0.0, 0.25), [("R", "tone")])  # one rule, and that there is one
    assert not stands((0.0, 0.0, 0.2), [("R", "tone")])
    assert stands((0.0, 1.0, -0.2), [("R", "tone")])  # what it names reads like it
    assert not stands((1.0, 0.0, -0.2), [("R", "tone")])


def test_of_letters_no_rule_about_the_record_is_doubted(policy: Policy) -> None:
    rules = {rule.id: rule for rule in policy.rules()}
    for name in learnt().judgement.letters.trust:
        assert rules[name].category in shipped_network().letters
        assert not rules[name].when and rules[name].audience != "buyer"
