"""The files of words and rules fit together."""

from __future__ import annotations

from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.intake.lexicon import lexicons
from claimdesk.core.intake.meaning import kinds_file
from claimdesk.core.intake.platforms import platform_files
from tests.core.intake.confusion_table import KINDS

NOT_WORDS = {"order_number", "trouble"}  # known otherwise than by a list of words


def test_every_language_has_the_same_lists() -> None:
    assert set(lexicons()) == {"en", "zh", "de", "fr", "es", "it", "ja"}
    english = lexicons()["en"]
    for lexicon in lexicons().values():
        assert set(lexicon.concepts) == set(english.concepts), lexicon.language
        assert set(lexicon.reasons) == set(english.reasons), lexicon.language


def test_rules_speak_of_known_concepts_and_kinds() -> None:
    rules, known = kinds_file(), set(lexicons()["en"].concepts) | NOT_WORDS
    for rule in rules.rules:
        named = {name.removeprefix("not:") for name in (*rule.all, *rule.with_, *rule.without, *rule.absent)}
        assert named <= known, rule
        assert rule.kind in {*KINDS, "granted", "opened"}, rule
    assert set(rules.deeds) <= known
    assert set(rules.denied_by_themselves) <= set(rules.deeds)
    assert set(rules.trouble) <= set(lexicons()["en"].reasons)


def test_clocks_and_marketplaces_exist() -> None:
    deadlines = Deadlines.load()
    for file in platform_files():
        assert [rule for rule in file.clocks.values() if deadlines.find(rule) is None] == []
        for domain in file.domains:
            assert not domain.marketplace or deadlines.marketplaces.get(domain.marketplace).id == domain.marketplace
        assert {file.opened, *file.opened_by_reason.values()} <= set(KINDS)
