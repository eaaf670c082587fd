"""The hard rules of the platforms over facts and answers: what is forbidden, with what reason."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from claimdesk.core.knowledge.conditions import names_in
from claimdesk.core.records.orders import Order, OrderStatus

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
FACTS = {
    "platform": "amazon", "marketplace": "amazon.com", "region": "US", "currency": "USD", "total_minor": 4999,
    "tracking": "delivered", "status": "delivered", "family": "not_as_described", "claim": None, "chargeback": None,
    "refunded": False,
}  # fmt: skip


def compare(remedies, facts=(), answers=(), **order):
    given, told = {**FACTS, **dict(facts)}, dict(answers)
    made = Order(
        id=1, order_no="112-4098217-3356201", platform=str(given["platform"]),
        **{"currency": given["currency"], "total_minor": given["total_minor"], "status": OrderStatus.DELIVERED, **order},
    )  # fmt: skip
    return remedies.compare(given, told, remedies.assumptions(made, given, told, NOW))


def forbidden(comparison) -> dict[str, str]:
    return {o.id: o.forbidden.reason.en for o in comparison.options if o.forbidden}


def test_all_five_are_open_for_a_faulty_item_before_a_claim(remedies) -> None:
    comparison = compare(remedies)
    assert {o.id for o in comparison.options} == {"keep", "partial", "resend", "return", "contest"}
    assert forbidden(comparison) == {}
    assert comparison.option("keep").note.reason.en == "No defect while no claim is filed"
    assert comparison.option("keep").parts.risk == 0


@pytest.mark.parametrize("answer", ["yes", "asked"])
def test_a_refund_after_filing_costs_a_defect_and_says_so(remedies, answer: str) -> None:
    keep = compare(remedies, answers={"claim_filed": answer}).option("keep")
    assert keep.forbidden is None
    assert (keep.note.tone, keep.note.reason.en) == ("danger", "Closes the claim, counts as a defect")
    assert keep.parts.risk == 4000


def test_a_claim_read_from_a_mail_counts_like_an_answer(remedies) -> None:
    assert compare(remedies, {"claim": "open"}).option("keep").parts.risk == 4000


def test_a_protected_label_forbids_every_refund(remedies) -> None:
    comparison = compare(
        remedies, {"family": "not_received", "tracking": "transit", "status": "shipped"}, {"protected": "yes"}
    )
    assert set(forbidden(comparison)) == {"keep"}
    assert "only if you have not refunded" in forbidden(comparison)["keep"]
    assert comparison.best == "contest"
    assert comparison.option("contest").note.reason.en == "Amazon pays, no defect"
    assert comparison.option("contest").total_minor == 300
    assert comparison.option("partial") is None
    assert comparison.option("return") is None


def test_protection_takes_the_mark_and_the_scan_on_time(remedies) -> None:
    facts = {"family": "not_received"}
    assert forbidden(compare(remedies, facts, {"protected": "protected"})) == {}
    assert "keep" in forbidden(compare(remedies, facts, {"protected": "protected", "first_scan": "yes"}))


def test_a_protected_label_of_another_platform_is_none(remedies) -> None:
    assert forbidden(compare(remedies, {"platform": "ebay", "family": "not_received"}, {"protected": "yes"})) == {}


@pytest.mark.parametrize("platform,words", [("amazon", "Chargeback Claims page"), ("shopify", "pay the buyer twice")])
def test_an_open_chargeback_forbids_a_separate_refund(remedies, platform: str, words: str) -> None:
    found = forbidden(compare(remedies, {"platform": platform, "chargeback": True}))
    assert set(found) == {"keep", "partial", "return"}
    assert all(words in reason for reason in found.values())


@pytest.mark.parametrize(
    "region,currency,total,forced",
    [("EU", "EUR", 2500, True), ("EU", "EUR", 2501, False), ("UK", "GBP", 2000, True), ("UK", "GBP", 2001, False),
     ("US", "USD", 900, False)],
)  # fmt: skip
def test_a_cheap_order_abroad_without_an_address_is_refunded_without_return(
    remedies, region: str, currency: str, total: int, forced: bool
) -> None:
    facts = {"region": region, "currency": currency, "total_minor": total}
    found = forbidden(compare(remedies, facts, {"return_route": "overseas"}))
    assert set(found) == ({"partial", "resend", "return", "contest"} if forced else {"return"})
    assert forbidden(compare(remedies, facts, {"return_route": "overseas", "fix_route": "done"})) == {}


def test_what_is_refunded_is_not_refunded_again(remedies) -> None:
    assert set(forbidden(compare(remedies, {"refunded": True}))) == {"keep", "partial", "return"}


def test_the_best_is_looked_for_among_the_allowed_only(remedies) -> None:
    comparison = compare(remedies, {"chargeback": True})
    assert comparison.best in {"resend", "contest"}
    assert [o.forbidden is not None for o in comparison.options] == [False, False, True, True, True]
    assert {line.option for line in comparison.curve} == {"resend", "contest"}


def test_a_remedy_is_never_traded(remedies) -> None:
    (reminder,) = compare(remedies).reminders
    assert "review" in reminder.reason.en
    assert "评价" in reminder.reason.zh


def test_the_buyer_pays_the_postage_of_a_change_of_mind(remedies) -> None:
    assert compare(remedies, {"issue": "remorse"}).option("return").parts.freight == 0
    assert compare(remedies).option("return").parts.freight == 890


def test_every_text_is_there_in_both_languages_with_its_source(knowledge) -> None:
    for rule in (*knowledge.rules.rules, *knowledge.rules.reminders):
        assert rule.reason.en
        assert rule.reason.zh
        assert rule.source
        assert rule.checked >= date(2026, 1, 1)
        assert rule in knowledge.rules.reminders or rule.forbids or rule.notes, rule.id
    for text in (*knowledge.options, *knowledge.assumptions):
        for words in (getattr(text, name) for name in ("title", "short", "line", "label") if hasattr(text, name)):
            assert words.en
            assert words.zh


def test_every_condition_can_be_read(knowledge) -> None:
    conditions = [signal.when for signal in knowledge.rules.signals]
    conditions += [rule.when for rule in (*knowledge.rules.rules, *knowledge.rules.reminders)]
    conditions += [option.when for option in knowledge.options]
    conditions += [case.when for text in knowledge.assumptions for case in text.cases]
    for condition in conditions:
        if condition:
            assert names_in(condition)
