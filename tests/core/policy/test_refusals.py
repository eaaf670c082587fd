"""What is refused, warned of or a mere fact is no finding; what a text says against itself is one."""

from __future__ import annotations

from functools import partial

import pytest

from claimdesk.core.records.replies import Audience
from tests.core.policy.warned import warned

found = partial(warned, platform="ebay")


@pytest.mark.parametrize(
    "language, text",
    [
        ("en", "We don't give anything in return for a rating."),
        ("de", "Wir bieten für Rezensionen weder Geld noch Geschenke an."),
        ("fr", "La loi vous accorde quatorze jours pour changer d'avis."),
        ("es", "La bisagra que faltaba salió ayer por correo."),
        ("it", "Il bonifico non lo possiamo accettare."),
        ("ja", "レビューを変更していただく必要はございません。"),
    ],
)
def test_a_refusal_or_a_fact_is_no_finding(language: str, text: str) -> None:
    assert found(text, language) == set()


@pytest.mark.parametrize("text", ["We posted it on 31 June.", "A refund of $40, which is half of the $60, was sent."])
def test_a_day_and_a_share_that_cannot_be(text: str) -> None:
    assert "contradiction" in found(text, "en")


@pytest.mark.parametrize("text", ["We posted it on 30 June.", "A refund of $30, which is half of the $60, was sent."])
def test_half_and_the_last_day_of_a_month_are_fine(text: str) -> None:
    assert found(text, "en") == set()


@pytest.mark.parametrize("language", ["pl", "th", "jp", "mx"])
def test_a_language_under_any_name_can_be_the_wrong_one(language: str) -> None:
    assert "language" in found("The size chart is in the fourth picture of the listing.", language)


def test_a_letter_that_only_asserts() -> None:
    assert "completeness" in found("Please reinstate our listing, believe us.", "en", Audience.PLATFORM)
