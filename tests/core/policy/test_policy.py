"""The message check: folding, masks, positions, what is known of the case, and bounded time."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.core.policy.expressions import compiled
from claimdesk.core.policy.folding import fold
from claimdesk.core.policy.loader import expressions_of
from claimdesk.core.policy.paragraphs import within_paragraph
from claimdesk.core.policy.policy import LONGEST_TEXT, Policy
from claimdesk.core.policy.schema import Category
from claimdesk.core.records.replies import Audience, Finding
from tests.core.policy.measured import DATA

POLICY = Policy.load()
POLICY.prepare()


def check(text: str, audience: str = "buyer", language: str = "en", **known: str) -> dict[str, Finding]:
    found = POLICY.check(text, audience=Audience(audience), platform="amazon", language=language, known=known)
    return {finding.rule: finding for finding in found}


def test_disguised_words_are_read_and_point_at_what_was_written() -> None:
    for text in (
        "please upd\u200bate your rеviеw",
        "ＵＰＤＡＴＥ your r e v i e w",
        "upd4te your rev1ew",
        "請更新評 價",
    ):
        finding = check(text)["RV-01"]
        assert text[finding.start : finding.end] == finding.excerpt
        assert finding.end == len(text)


def test_addresses_in_disguise_are_contact_details() -> None:
    for text in (
        "lin (at) mail (dot) com",
        "lin@mail.com",
        "lin [at] mail [dot] net",
        "ｌｉｎ＠ｍａｉｌ．ｃｏｍ",
        "lin at gmail dot com",
    ):
        assert "PR-01" in check(text), text


def test_known_numbers_are_no_telephone() -> None:
    assert "PR-02" not in check("Order 112-4098217-3356201 is on its way, parcel 9400 1118 9922 3344 5566 77.")
    assert "PR-02" in check("Talk to me: 626 555 0199 12")
    assert "PR-02" not in check("Talk to me: 626 555 0199 12", tracking_no="626 555 0199 12")


def test_a_name_is_no_threat_and_a_title_no_advertising() -> None:
    assert "RV-04" not in check("Your Five Stars Lamp left today.", item="Five Stars Lamp")
    assert "CL-03" not in check("Hello Sue, I am sorry.", buyer_first_name="Sue")


def test_an_address_cannot_hide_in_a_known_value() -> None:
    assert "PR-01" in check("Write to lin@mail.com.", carrier="lin@mail.com")


def test_what_is_said_must_agree_with_what_is_known() -> None:
    said = "The parcel was delivered on 11 November."
    assert check(said, tracking="transit")["AP-13"].severity == "block"
    assert "AP-13" not in check(said, tracking="delivered")
    assert "AP-13" not in check(said)
    assert "AP-13" not in check("If it has not been delivered by Friday, tell me.", tracking="transit")
    assert "AP-13N" in check("Order 112-4098217-3356201 left today.", order_id="112-4098217-3356299")


def test_every_message_counts_after_two_without_an_answer() -> None:
    text = "The replacement for order 112-4098217-3356201 leaves tomorrow."
    assert "TN-02" in check(text, unanswered_messages="2")
    assert "TN-02" not in check(text, unanswered_messages="1")
    assert "TN-02" not in check(text)


def test_rules_are_complete() -> None:
    rules = POLICY.rules()
    assert len(rules) >= 58
    assert {rule.category for rule in rules} == set(get_args(Category))
    for rule in rules:
        assert all((rule.why.zh, rule.fix.zh, rule.source)), rule.id
        for other in rule.weaker_than:
            assert other in {r.id for r in rules}


def test_no_expression_repeats_without_bound() -> None:
    for rule in POLICY.rules():
        for pattern in (compiled(expression).pattern for expression in expressions_of(rule)):
            assert UNBOUNDED.search(pattern) is None, (rule.id, UNBOUNDED.search(pattern))


# A group, class or word character that repeats freely; a plain letter or sign may (`★+`).
UNBOUNDED = re.compile(r"(?<!\\)[)\]][*+]|\\[wsdWSD][*+]|(?<!\\)\.[*+]|\{\d+,\}")


EVIL = [
    "update your review ", "a", "a@", "1 ", "(1)-", " ", "\n", "{{", "[order ", "once ", "if you close the claim we refund ",
    "review ", "a.b.", "www.", "!?", "评价", "退款评价撤诉如果", "_", "5 stars ", "A B C D ", "ＡＢ", "e\u0301", "\u200b", "please ",
    "not ", "<order", "$", "-1", ".com", "photo refund no ", "\ud800", "😀", "TEST ", "recieved ", "qzxwv ", "r e v i e w ", "({[",
    "a" * 50 + " ", "x(at)", "(dot)", "we will ", "\u202e", "\x00", "١٢٣", "ﷺ", "İ", "ß", "1" * 30 + " ", "refund feedback ", "\u0300",
]  # fmt: skip


LONG = LONGEST_TEXT // 2  # enough to show what grows faster than the text


def spent(text: str, audience: Audience) -> float:
    """Seconds of work of one check, however busy the machine is."""
    started = time.thread_time()
    POLICY.check(text, audience=audience, platform="amazon", language="en")
    return time.thread_time() - started


@pytest.fixture(scope="module")
def ordinary() -> float:
    """What checking sentences as people write them takes."""
    said = (DATA / "harmless_sixth.toml").read_text("utf-8")
    spent(said[:LONG], Audience.BUYER)  # some things are made at the first check
    return spent(said[LONG : 2 * LONG], Audience.BUYER)


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_time_is_bounded_on_evil_input(evil: str, ordinary: float) -> None:
    text = (evil * (LONG // len(evil) + 1))[:LONG]
    assert all(spent(text, audience) < 6 * ordinary for audience in Audience)


def test_a_text_too_long_says_so() -> None:
    assert "FM-08" in check("word " * 4_000)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_no_text_raises_and_positions_hold(text: str) -> None:
    for finding in POLICY.check(text, audience=Audience.BUYER, platform="amazon", language="en"):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.excerpt == text[finding.start : finding.end][:300]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_folding_keeps_positions_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= s < e <= len(text) for s, e in _spans(folded.starts, folded.ends))


def _spans(starts: tuple[int, ...], ends: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return zip(starts, ends, strict=True)


def test_one_request_for_a_review_per_order() -> None:
    asks = "Would you leave us a review?"
    assert "RV-06" in check(asks, review_requests="1")
    assert "RV-06" not in check(asks, review_requests="0")
    assert "RV-06" not in check(asks)
    assert POLICY.asks_for_review(asks, "en")
    assert not POLICY.asks_for_review("Thank you for your feedback about the box.", "en")


def test_the_record_is_compared_in_every_way() -> None:
    for rule, text, known in (
        ("AP-13S", "Your order was shipped yesterday.", {"status": "unshipped"}),
        ("AP-13D", "I will refund you in full today.", {"refunded": "True"}),
        ("AP-13R", "I have refunded you.", {"refunded": "False"}),
        ("AP-13P", "Hello Maria,\nI am sorry.", {"buyer_first_name": "Dana", "buyer_name": "Dana Reyes"}),
        ("AP-13M", "You get $60.00 back.", {"currency": "USD", "total_minor": "4999"}),
        ("AP-13T", "The parcel was delivered on 12 November.", {"delivered_at": "2026-11-11T14:05:00+00:00"}),
        ("AP-13E", "See exhibit 4.", {"attachments": "3"}),
        ("TN-05", "I am sending a new one.", {"message_window": "closed"}),
    ):
        assert rule in check(text, **known), text
        assert rule not in check(text), text
    assert "AP-13P" not in check("Hello Dana,\nI am sorry.", buyer_first_name="Dana")
    assert "AP-13P" not in check("Dear customer,\nI am sorry.", buyer_first_name="Dana")
    assert "AP-13M" not in check("You get $12.00 back.", currency="USD", total_minor="4999")
    assert "AP-13T" not in check("The parcel was delivered on November 11.", delivered_at="2026-11-11")
    assert "AP-13E" not in check("See exhibit 3.", attachments="3")


def test_a_text_may_not_contradict_itself() -> None:
    assert "AP-13O" in check("The parcel was delivered on 11 November. The parcel is still in transit.")
    assert "AP-13O" not in check("The parcel was delivered on 11 November. The replacement is on its way.")
    assert "AP-13O" in check("The parcel has not been shipped yet. As you can see it was delivered on 4 May.")
    assert "AP-13O" in check("I refunded you on 2 May. I'll refund you next week once my bank allows it.")


def test_an_appeal_needs_something_new() -> None:
    letter = (
        "Order 112-4098217-3356201 was delivered on 11 November and signed for; the record is attached. Please deny."
    )
    assert "AP-12S" in check(letter + " Thank you.", audience="platform", earlier_text=letter)
    assert "AP-12S" not in check(letter, audience="platform")
    assert "AP-12S" not in check(
        "The carrier's letter of 21 November is new: it confirms delivery to the buyer in person.",
        audience="platform",
        earlier_text=letter,
    )


def test_an_unhappy_buyer_is_offered_a_remedy_before_a_lecture() -> None:
    steps = "I am sorry about the problem.\n1. Unplug the lamp.\n2. Hold the key.\n3. Wait ten seconds.\n4. Plug it in."
    assert "RT-05" in check(steps)
    assert "RT-05" not in check("I am sorry about the problem. You can return it for a refund.\n" + steps)
    assert "RT-05" not in check("Here is how to set the timer:\n1. Hold the key.\n2. Turn it.\n3. Let go.")


def test_a_chargeback_needs_all_its_evidence() -> None:
    text = "Order 112-4098217-3356201 was delivered on 11 November; the record is attached. Please reverse."
    for missing, expected in (("2", True), ("0", False)):
        found = POLICY.check(
            text, audience=Audience.PLATFORM, platform="paypal", language="en", known={"evidence_missing": missing}
        )
        assert ("CB-02" in {f.rule for f in found}) is expected


def test_a_message_that_names_no_day_gets_a_hint() -> None:
    vague = "I am looking into the matter with the colleagues here and they are as surprised as I am, so please bear with us."
    assert check(vague + " It is all very strange.")["TN-03"].severity == "hint"
    assert "TN-03" not in check(vague + " You will hear from me by Friday.")


def test_what_is_past_the_limit_is_shown() -> None:
    finding = check("I am sending a new lamp. " * 100)["FM-04"]
    assert finding.start == 2_000


def test_a_buyer_may_be_sent_to_the_own_platform_and_nowhere_else() -> None:
    def links(text: str, platform: str) -> bool:
        found = POLICY.check(text, audience=Audience.BUYER, platform=platform, language="en")
        return any(finding.rule == "PR-03" for finding in found)

    assert not links("The label is in https://www.amazon.com/your-orders under Return items.", "amazon")
    assert not links("See https://t.17track.net/en#nums=LB123456789CN for the way.", "aliexpress")
    assert links("See https://t.17track.net/en#nums=LB123456789CN for the way.", "amazon")
    assert links("The lid is at https://www.amazon.com/dp/B0C7QX2NQP.", "amazon")
    assert links("The label is in https://www.amazon.com/your-orders, the manual at lamp.example.com.", "amazon")
    assert links("The label is in https://www.amazon.com/your-orders.", "ebay")


def test_a_number_after_a_carrier_is_followed_and_not_dialled() -> None:
    for text in (
        "It goes with Royal Mail Tracked, number RM 1234 5678 9GB.",
        "The missing part leaves with FedEx, guía 7788 1234 9900.",
        "Part no. 0280155868 fits the 2001 model.",
    ):
        assert "PR-02" not in check(text), text
    assert "PR-02" in check("DHL has lost it, text me at 0176 1234 5678.")


def test_a_number_explained_afterwards_is_not_dialled() -> None:
    assert "PR-02" not in check("The digits 347 115 2096 on the label are the lot number.")
    assert "PR-02" not in check("Hi, your return 5099123344 is accepted.")
    assert "PR-02" in check("347 115 2096, ask for Dave.")
    assert {"PR-02", "PR-04"} & check("z-a-l-o 0 9 0 * 5 5 5 * 1 2 3 4").keys()


def test_a_letter_in_another_language_is_complete_as_well() -> None:
    for text, language in (
        (("Bestellung 304-5518823-7719340: Der Käufer schrieb am 3. April, er habe das Paket nicht. Der Zustellnachweis "
         "von DHL vom 29. März ist beigefügt. Wir bitten um Prüfung des Antrags."), "de"),
        (("Commande 406-2219874-1180357. La preuve de livraison signée du 2 mai figure en pièce jointe. L'acheteur n'a pas "
         "demandé de retour. Nous demandons le réexamen de la réclamation."), "fr"),
        (("Pedido 112-0948255-5731222: el comprador no pidió la devolución. Adjuntamos el comprobante de entrega de Correos "
         "del 10 de febrero. Solicitamos la revisión del caso y el cierre de la reclamación."), "es"),
        (("Ordine 402-8817345-0096621. Il cliente non ha chiesto il reso. Alleghiamo la prova di consegna GLS dell'1 giugno e "
         "chiediamo di riesaminare la segnalazione con i documenti."), "it"),
    ):  # fmt: skip
        assert not {"AP-04", "AP-08", "AP-05"} & check(text, audience="platform", language=language).keys(), text
        assert "AP-04" in check("Der Käufer hat unrecht. " * 10, audience="platform", language="de")


def test_days_must_follow_each_other() -> None:
    said = "We handed the parcel to UPS on {} May. The customer signed for it on {} May."
    assert "AP-13O" in check(said.format(14, 11))
    assert "AP-13O" not in check(said.format(11, 14))


def test_a_meaning_may_be_spread_over_several_sentences() -> None:
    assert "RV-05" in check("Thumbs up? The listing has a box for that. Thumbs down? My message box please.")
    assert "RV-05" not in check("Thumbs up? Good. Thumbs down? You get your money back.")


def test_a_thing_may_be_called_by_a_suspicious_word() -> None:
    for text in (
        "The messenger bag ships on Monday, returns are free.",
        "The police car comes with batteries.",
        "The five-star screws are Torx T20.",
        "The coupon pocket is at the back.",
    ):
        found = {rule for rule, finding in check(text).items() if finding.severity != "hint"}
        assert not found, (text, found)
    assert "PR-04" in check("The messenger bag ships on Monday, add me on Messenger until then.")


@pytest.mark.parametrize(
    "text, language, warned",
    [
        ("Please send me your card 4111 1111 1111 1111 once more.", "en", True),
        ("Your card 3782-822463-10005 was charged.", "en", True),
        ("Die Lieferung zu 302-8890123-4456712 kommt am 12. Mai.", "de", False),
        ("3000123456789019 left us on 2 April.", "en", False),  # passes the check digit, but no card of 16 begins so
    ],
)
def test_card_numbers_are_told_from_order_numbers(text: str, language: str, warned: bool) -> None:
    assert ("PR-06" in check(text, language=language)) is warned


def test_a_finding_ends_with_its_paragraph() -> None:
    text = "If you close the case\n\nwe refund you in full today. Thank you."
    assert all("\n\n" not in f.excerpt or (f.start, f.end) == (0, len(text)) for f in check(text).values())
    assert within_paragraph("one two\n\nthree", (0, 14)) == (0, 7)
    assert within_paragraph("one\n \n\nthree", (1, 11)) == (7, 11)
    assert within_paragraph("one\ntwo", (1, 6)) == (1, 6)
