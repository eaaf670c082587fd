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
from claimdesk.core.policy.policy import LONGEST_TEXT, Policy
from claimdesk.core.policy.schema import Category
from claimdesk.core.records.replies import Audience, Finding

POLICY = Policy.load()


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


@pytest.mark.parametrize("evil", EVIL, ids=range(len(EVIL)))
def test_time_is_bounded_on_evil_input(evil: str) -> None:
    text = (evil * (LONGEST_TEXT // len(evil) + 1))[:LONGEST_TEXT]
    for audience in Audience:
        started = time.thread_time()  # the work done, however busy the machine is
        POLICY.check(text, audience=audience, platform="amazon", language="en")
        assert time.thread_time() - started < 2.0


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
