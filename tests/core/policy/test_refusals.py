"""What is refused, warned of or a mere fact is no finding; what a text says against itself is one."""

from __future__ import annotations

import pytest

from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.replies import Audience, Severity


@pytest.fixture(scope="module")
def policy() -> Policy:
    return Policy.load()


def found(policy: Policy, text: str, language: str, audience: Audience = Audience.BUYER) -> set[str]:
    findings = policy.check(text, audience=audience, platform="ebay", language=language)
    return {finding.category for finding in findings if finding.severity is not Severity.HINT}


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
def test_a_refusal_or_a_fact_is_no_finding(policy: Policy, language: str, text: str) -> None:
    assert found(policy, text, language) == set()


@pytest.mark.parametrize("text", ["We posted it on 31 June.", "A refund of $40, which is half of the $60, was sent."])
def test_a_day_and_a_share_that_cannot_be(policy: Policy, text: str) -> None:
    assert "contradiction" in found(policy, text, "en")


def test_half_and_the_last_day_of_a_month_are_fine(policy: Policy) -> None:
    assert found(policy, "We posted it on 30 June. A refund of $30, which is half of the $60, was sent.", "en") == set()


@pytest.mark.parametrize("language", ["pl", "th", "jp", "mx"])
def test_a_language_under_any_name_can_be_the_wrong_one(policy: Policy, language: str) -> None:
    assert "language" in found(policy, "The size chart is in the fourth picture of the listing.", language)


def test_a_letter_that_only_asserts(policy: Policy) -> None:
    assert "completeness" in found(policy, "Please reinstate our listing, believe us.", "en", Audience.PLATFORM)
