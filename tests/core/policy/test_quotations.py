"""A letter may quote what the other side said; only the writer's own words are judged."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.policy import Policy
from claimdesk.core.policy.quotations import quotations
from claimdesk.core.records.replies import Audience, Severity

POLICY = Policy.load()


def warned(text: str, language: str, audience: Audience = Audience.PLATFORM) -> set[str]:
    found = POLICY.check(text, audience=audience, platform="amazon", language=language)
    return {finding.category for finding in found if finding.severity is not Severity.HINT}


@pytest.mark.parametrize(
    "text, language",
    [
        ('On 14 March the buyer wrote: "Pay me or I tell EVERYBODY HERE THAT you are thieves!!"', "en"),
        ("Am 3. April schrieb der Käufer: „Ihr seid Betrüger, ich gehe zum Anwalt.“", "de"),
        ("L'acheteur écrit le 6 mai : « vous êtes des escrocs, je porte plainte ».", "fr"),
        ("El comprador escribió el 14 de febrero: «sois unos estafadores, os voy a denunciar».", "es"),
        ("Il cliente ha scritto il 5 giugno: «siete dei truffatori, vi denuncio».", "it"),
    ],
)
def test_what_the_buyer_said_is_not_held_against_the_writer(text: str, language: str) -> None:
    assert not warned(text, language) & {"tone", "threat", "contact"}
    assert warned(text.replace('"', "").translate(str.maketrans("", "", "„“«»")), language) & {"tone", "threat"}


def test_irony_in_quotation_marks_is_still_the_writers() -> None:
    assert "tone" in warned("On 14 March this “thief” opened a claim.", "en")
    assert "tone" not in warned("On 14 March the buyer called us “thief”; he wrote “scammers” again on 16 March.", "en")


def test_a_message_to_a_buyer_hides_nothing_in_quotation_marks() -> None:
    assert "tone" in warned('I only say: "you are a liar and a thief".', "en", Audience.BUYER)


def test_quotations_are_found_in_every_writing() -> None:
    for text in (
        'he said "no way, never" today',
        "er sagt „auf keinen Fall“ dazu",
        "购入者は「返金しないなら星1」と書いた",
    ):
        assert len(list(quotations(fold(text)))) == 1, text
