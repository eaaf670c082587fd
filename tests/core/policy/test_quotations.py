"""A letter may quote what the other side said; only the writer's own words are judged."""

from __future__ import annotations

from functools import partial

import pytest

from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.quotations import quotations
from claimdesk.core.records.replies import Audience
from tests.core.policy.warned import warned

found = partial(warned, audience=Audience.PLATFORM)


@pytest.mark.parametrize(
    "text, language",
    [
        ('On 14 March the buyer wrote: "Pay me or I tell EVERYBODY HERE THAT you are thieves!!"', "en"),
        (
            "On 14 March the buyer wrote: 'Pay me or I tell everybody that you\u2019re thieves, you\u2019re liars!'",
            "en",
        ),
        ("Am 3. April schrieb der Käufer: „Ihr seid Betrüger, ich gehe zum Anwalt.“", "de"),
        ("L'acheteur écrit le 6 mai : « vous êtes des escrocs, je porte plainte ».", "fr"),
        ("El comprador escribió el 14 de febrero: «sois unos estafadores, os voy a denunciar».", "es"),
        ("Il cliente ha scritto il 5 giugno: «siete dei truffatori, vi denuncio».", "it"),
    ],
)
def test_what_the_buyer_said_is_not_held_against_the_writer(text: str, language: str) -> None:
    assert not found(text, language) & {"tone", "threat", "contact"}
    assert found(text.replace(" '", " ").translate(str.maketrans("", "", '"„“«»')), language) & {"tone", "threat"}


def test_irony_in_quotation_marks_is_still_the_writers() -> None:
    assert "tone" in found("On 14 March this “thief” opened a claim.", "en")
    assert "tone" not in found("On 14 March the buyer called us “thief”; he wrote “scammers” again on 16 March.", "en")


def test_a_message_to_a_buyer_hides_nothing_in_quotation_marks() -> None:
    assert "tone" in warned('I only say: "you are a liar and a thief".', "en")


def test_quotations_are_found_in_every_writing() -> None:
    for text in (
        'he said "no way, never" today',
        "er sagt „auf keinen Fall“ dazu",
        "as the buyers' own letter says, 'I don't want it' was all they wrote",
        "购入者は「返金しないなら星1」と書いた",
    ):
        assert len(list(quotations(fold(text)))) == 1, text


def test_apostrophes_are_no_quotation_marks() -> None:
    assert (
        list(quotations(fold("the buyers' parcels weren't theirs, and the shops' owners' words aren't either"))) == []
    )
