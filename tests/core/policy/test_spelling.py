"""Spelling in five languages: slips are found and mended, the words of the trade and of the order are left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimdesk.core.policy.own_choices import PREFIX
from claimdesk.core.policy.policy import Policy
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience, Finding
from claimdesk.core.replies.replies import Replies
from claimdesk.core.shop.shop import Shop
from claimdesk.core.storage.store import Store
from tests.core.replies.examples import example_values
from tests.core.replies.test_translations import TO_BUYERS

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
POLICY = Policy.load()


def slips(text: str, language: str = "en", policy: Policy = POLICY, **known: str) -> dict[str, tuple[str, ...]]:
    found = policy.check(text, audience=Audience.BUYER, platform="amazon", language=language, known=known)
    return {finding.excerpt: finding.suggestions for finding in found if finding.category == "spelling"}


@pytest.mark.parametrize(
    "language, wrong, right",
    [
        ("en", "I recieved your message.", "received"),
        ("en", "The adress is right.", "address"),
        ("en", "I will definately help.", "definitely"),
        ("en", "The pacakge left today.", "package"),
        ("de", "Wir entschuldgen uns dafür.", "entschuldigen"),
        ("de", "Ihre Nachircht ist angekommen.", "Nachricht"),
        ("de", "Die Lieferng kommt am Montag.", "Lieferung"),
        ("fr", "Votre comande est partie.", "commande"),
        ("fr", "Voici l’étiqutte de retour.", "étiquette"),
        ("es", "Hemos recivido su paquete.", "recibido"),
        ("es", "Gracias por su mensage.", "mensaje"),
        ("it", "Abbiamo ricevutto il pacco.", "ricevuto"),
        ("it", "Grazie per il suo messagio.", "messaggio"),
    ],
)
def test_a_slip_is_found_and_mended(language: str, wrong: str, right: str) -> None:
    found = slips(wrong, language)
    assert len(found) == 1
    assert next(iter(found.values()))[0] == right


def test_british_words_and_those_of_the_trade_are_no_slips() -> None:
    text = (
        "We apologise: the jewellery box had an odour, our favourite courier's organisation was unauthorised, and the "
        "aluminium kettle, 30 centimetres tall, arrived with mouldy fibre. The tyres were relabelled, repacked and relisted; "
        "the hoodie went through your letterbox, as the neighbouring organiser recognises. The cheque is in pounds."
    )
    assert slips(text) == {}


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it"])
def test_no_shipped_letter_is_scolded(language: str) -> None:
    replies = Replies.load()
    # `offer_kind` and the like are typed by the operator: their examples are English.
    for template in TO_BUYERS if language != "en" else replies.all():
        values = example_values("amazon", language)
        known = {name: value for name, value in values.items() if value and "@" not in name}
        draft = replies.draft(template.id, values, language)
        assert slips(draft.text, language, **known) == {}, template.id


@pytest.mark.parametrize(
    "language, text",
    [
        ("de", "Maximilian Rothenburger aus Wilhelmshaven hat am Donnerstag angerufen; Frau Steinbrecher wohnt in Oberammergau."),
        ("fr", "Nous pourrions vous proposer une autre solution : nous vous rembourserions dès que le colis nous serait parvenu."),
        ("es", "Podríamos ofrecerle una solución distinta: le devolveríamos el dinero cuando recibiéramos el paquete."),
        ("it", "Potremmo proporle un'altra soluzione: la rimborseremmo non appena ricevuto il pacco."),
        ("en", "YunExpress and Evri re-scanned the waybill; the SKU LMRA-12 ships with its clamp, tripod and dimmable bulb."),
        ("ja", "ご注文の recieved 商品"),
    ],
)  # fmt: skip
def test_right_words_and_names_are_left_alone(language: str, text: str) -> None:
    assert slips(text, language) == {}


def test_other_languages_than_english_get_no_more_than_a_hint() -> None:
    text = "Il supporto si aggancia alla bocchetta con la graffetta lunga; la stelline va ripensaci, ricevutto il messagio."
    found = POLICY.check(text, audience=Audience.BUYER, platform="ebay", language="it")
    assert {f.rule for f in found if f.category == "spelling"} == {"SP-01"}
    found = POLICY.check("I recieved the pacakge.", audience=Audience.BUYER, platform="ebay", language="en")
    assert "AP-05" in {f.rule for f in found}


def test_the_capital_stays_and_the_possessive_too() -> None:
    assert slips("Adress is missing.")["Adress"][0] == "Address"
    assert slips("The custmer's lamp is here.")["custmer's"][0] == "customer's"


def test_known_words_are_whole_words() -> None:
    assert slips("The adress is right.", item="Madress")
    assert not slips("The adress is right.", item="Adress lamp")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(Store.open(tmp_path / "data"))


def test_own_words_count_in_every_check_and_after_a_restart(shop: Shop) -> None:
    policy = Policy.load(shop)
    assert slips("The lumens of the Adress lamp and the adress.", policy=policy)
    policy.add_word("Adress")
    for each in (policy, Policy.load(shop)):
        assert not slips("The adress is right.", policy=each)
        assert each.own_words() == {"adress"}
    policy.remove_word("adress")
    assert slips("The adress is right.", policy=Policy.load(shop))
    for bad in ("", "two words", "a1b2", "x" * 70):
        with pytest.raises(Problem) as raised:
            policy.add_word(bad)
        assert raised.value.code == "word_faulty"


# rules switched off


def found(policy: Policy, text: str) -> dict[str, Finding]:
    return {f.rule: f for f in policy.check(text, audience=Audience.BUYER, platform="amazon", language="en")}


def test_a_rule_is_switched_off_with_a_reason_that_is_kept(shop: Shop) -> None:
    policy, text = Policy.load(shop), "I am sorry. \u2600\n\n\n\nBest regards"
    assert "FM-01" in found(policy, text)
    before = len(policy.applying("amazon", Audience.BUYER))
    policy.switch_off("FM-01", " Our buyers like it ", NOW)
    for each in (policy, Policy.load(shop)):
        assert "FM-01" not in found(each, text)
        off = each.off("FM-01")
        assert off is not None and (off.reason, off.at) == ("Our buyers like it", NOW)
        assert each.off_here("amazon", Audience.BUYER) == ("FM-01",)
        assert each.off_here("ebay", Audience.BUYER) == ()
        assert len(each.applying("amazon", Audience.BUYER)) == before - 1
    policy.switch_on("FM-01")
    assert "FM-01" in found(Policy.load(shop), text)


def test_a_rule_that_blocks_is_never_switched_off(shop: Shop) -> None:
    policy, text = Policy.load(shop), "Please change your review."
    assert not policy.can_switch_off("RV-01")
    for change in (lambda: policy.switch_off("RV-01", "I want to", NOW),):
        with pytest.raises(Problem) as raised:
            change()
        assert raised.value.code == "rule_blocks"
    # Not by the settings' own keys either.
    shop.set(PREFIX + "RV-01", {"reason": "x", "at": "2026-11-17T00:00:00+00:00"})
    assert "RV-01" in found(Policy.load(shop), text)


def test_what_cannot_be_kept_says_why(shop: Shop) -> None:
    policy = Policy.load(shop)
    for rule, reason, code in (("FM-01", " ", "off_reason_missing"), ("XX-99", "x", "policy_rule_unknown")):
        with pytest.raises(Problem) as raised:
            policy.switch_off(rule, reason, NOW)
        assert raised.value.code == code
    shop.set(PREFIX + "FM-01", "damaged")
    assert Policy.load(shop).off("FM-01") is None
