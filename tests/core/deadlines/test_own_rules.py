"""The owner sets other ends of a rule: they count at once, are kept with their reason, and can be reset."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.deadlines.schema import Span
from claimdesk.core.records.problems import Problem
from claimdesk.core.shop.shop import Shop
from claimdesk.core.storage.store import Store

AT = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
HOURS_12, HOURS_20 = Span(amount=12, unit="hours"), Span(amount=20, unit="hours")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    store = Store.open(tmp_path / "shop")
    yield Shop(store)
    store.close()


def test_the_owners_ends_count_and_are_kept(shop: Shop) -> None:
    rules = Deadlines.load(shop)
    before = rules.compute("AMZ-CONTACT-48", AT, "amazon.com")
    assert (before.safe, before.outer) == (AT + timedelta(hours=48), AT + timedelta(hours=72))  # in the US
    rules.change_rule("AMZ-CONTACT-48", HOURS_12, HOURS_20, "The team works one shift", AT)
    for known in (rules, Deadlines.load(shop)):
        for place in ("amazon.com", "amazon.de"):
            ends = known.compute("AMZ-CONTACT-48", AT, place)
            assert (ends.safe, ends.outer) == (AT + timedelta(hours=12), AT + timedelta(hours=20))
        own = known.own("AMZ-CONTACT-48")
        assert own is not None
        assert (own.reason, own.at) == ("The team works one shift", AT)
        assert known.shipped("AMZ-CONTACT-48").safe == Span(amount=48, unit="hours")
    rules.reset_rule("AMZ-CONTACT-48")
    for known in (rules, Deadlines.load(shop)):
        assert known.own("AMZ-CONTACT-48") is None
        assert known.compute("AMZ-CONTACT-48", AT, "amazon.com") == before


def test_undo_puts_the_former_ends_back(shop: Shop) -> None:
    rules = Deadlines.load(shop)
    rules.change_rule("AMZ-MSG-24", HOURS_12, HOURS_12, "first", AT)
    former = rules.own("AMZ-MSG-24")
    rules.change_rule("AMZ-MSG-24", HOURS_20, HOURS_20, "second", AT)
    rules.restore_own("AMZ-MSG-24", former)
    assert Deadlines.load(shop).own("AMZ-MSG-24") == former


@pytest.mark.parametrize(
    "rule, amount, unit, reason, code",
    [
        ("AMZ-INR-EARLIEST", 12, "hours", "why", "rule_fixed"),
        ("AMZ-MSG-24", 12, "hours", "  ", "reason_missing"),
        ("AMZ-MSG-24", 0, "hours", "why", "span_faulty"),
        ("AMZ-MSG-24", 10**9, "cal_days", "why", "span_faulty"),
        ("AMZ-MSG-24", 1, "date", "why", "span_faulty"),
        ("NONE", 12, "hours", "why", "rule_unknown"),
    ],
)
def test_what_cannot_be_counted_is_refused(
    shop: Shop, rule: str, amount: int, unit: str, reason: str, code: str
) -> None:
    rules = Deadlines.load(shop)
    span = Span.model_validate({"amount": amount, "unit": unit})
    with pytest.raises(Problem, match=code):
        rules.change_rule(rule, span, span, reason, AT)
    assert shop.starting("deadlines.own.") == {}


def test_what_was_kept_badly_is_left_out(shop: Shop) -> None:
    for key, said in (("AMZ-MSG-24", {"safe": 3}), ("AMZ-INR-EARLIEST", None), ("GONE", {}), ("EBAY-RESP-3", "x")):
        shop.set(f"deadlines.own.{key}", said)
    rules = Deadlines.load(shop)
    assert all(rules.own(rule.id) is None for rule in rules.all())
