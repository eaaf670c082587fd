"""Every rule of the deadline table is there with its numbers; the table is written out here a second time on purpose."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.knowledge.shipped import shipped_files
from claimdesk.core.records.bilingual import Bilingual

RULES = Deadlines.load()

# rule, safe, outer (- for the same), unit, confidence; the loosest number of any region.
_TABLE = """
AMZ-MSG-24           24  -   hours    high
AMZ-CONTACT-48       48  72  hours    high
AMZ-CLAIM-OPEN-48    48  -   hours    high
AMZ-ATOZ-90          90  -   cal_days high
AMZ-INFO-48          48  72  hours    high
AMZ-APPEAL-30        27  30  cal_days high
AMZ-APPEAL-INFO-72   48  72  hours    high
AMZ-REVERSAL-7       7   -   cal_days high
AMZ-BUYER-REVIEW-7   7   -   cal_days medium
AMZ-RETURN-AUTH-24   24  48  hours    high
AMZ-RETURN-30        30  -   cal_days medium
RETURN-15D           15  -   cal_days medium
AMZ-REFUND-4D        4   -   cal_days high
AMZ-REFUND-2B        2   -   biz_days medium
AMZ-CB-7             5   7   cal_days high
SAFET-30             30  -   cal_days high
SAFET-60             60  -   cal_days medium
SAFET-7-IN           7   -   cal_days low
SAFET-APPEAL-7       7   -   cal_days low
AMZ-SHIPBY           0   -   date     high
AMZ-CANCEL-7D        7   -   cal_days high
AMZ-BUYER-CANCEL-30M 30  -   minutes  high
AMZ-ODR-60           60  -   cal_days high
AMZ-ODR-QUIZ-72      72  -   hours    medium
AMZ-MSG-30D          30  -   cal_days high
FB-REMOVE-90         90  -   cal_days medium
EU-14D               14  -   cal_days low
EBAY-RESP-3          3   -   biz_days high
EBAY-REFUND-2        2   -   biz_days high
EBAY-AUTO-21         21  -   biz_days high
EBAY-APPEAL-30       27  30  cal_days high
EBAY-PD-5            5   -   cal_days low
EBAY-REVISE          10  -   cal_days low
DHG-NEG-5            5   10  cal_days medium
DHG-ANALYST-1        1   -   cal_days medium
DHG-OPEN-90          90  -   cal_days medium
AE-RESP-5            120 -   hours    medium
AE-MED-7             7   -   cal_days medium
AE-OPEN-15           15  -   cal_days medium
AE-RETURN-10         10  -   cal_days medium
WMT-48               48  -   hours    high
WMT-REFUND-48        48  -   hours    high
WMT-DISPUTE-48       48  -   hours    high
ETSY-48              48  -   hours    high
ETSY-100             100 -   cal_days high
PP-ESC-20            20  -   cal_days high
PP-OPEN-180          180 -   cal_days medium
PP-RESP-10           10  -   cal_days low
SHOP-CB-DUE          7   21  cal_days high
SHOP-REVIEW-75       75  120 cal_days high
POD-REQ-3            3   -   cal_days high
"""
_ROWS = [line.split() for line in _TABLE.strip().splitlines()]


@pytest.mark.parametrize("rule_id, safe, outer, unit, confidence", _ROWS, ids=[row[0] for row in _ROWS])
def test_a_rule_says_what_the_table_says(rule_id: str, safe: str, outer: str, unit: str, confidence: str) -> None:
    rule = RULES.rule(rule_id)
    loosest = [rule.outer or rule.safe, *(own.outer or own.safe or rule.safe for own in rule.regional)]
    assert (rule.safe.amount, rule.safe.unit, rule.confidence) == (int(safe), unit, confidence)
    assert max(span.amount for span in loosest) == int(safe if outer == "-" else outer)
    assert {span.unit for span in loosest} == {unit}


def test_rules_of_several_events() -> None:
    earliest, latest = RULES.rule("AMZ-INR-EARLIEST"), RULES.rule("SAFET-30")
    spans = {given.fact: given.span.amount for given in earliest.inputs}
    assert (earliest.pick, spans) == ("earliest", {"deliver_by": 3, "purchased_at": 30, "delivered_at": 0})
    assert (latest.pick, {given.span.amount for given in latest.inputs}) == ("latest", {30})
    assert all(bool(rule.pick) == bool(rule.inputs) for rule in RULES.all())


@pytest.mark.parametrize("rule", RULES.all(), ids=lambda rule: rule.id)
def test_a_rule_can_be_shown_in_both_languages_with_its_source(rule) -> None:  # type: ignore[no-untyped-def]
    texts: list[Bilingual] = [rule.title, rule.trigger, *([rule.note] if rule.note else [])]
    assert all(text.en.strip() and text.zh.strip() for text in texts)
    assert not any("\u4e00" <= letter <= "\u9fff" for text in texts for letter in text.en)
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in text.zh) for text in texts)
    assert rule.source.strip()
    assert rule.checked.year >= 2026
    strict, loose = rule.safe, rule.outer or rule.safe
    assert (strict.unit, strict.amount) <= (loose.unit, loose.amount)


def test_zones_that_are_not_the_marketplaces_own() -> None:
    own = {rule.id: rule.zone for rule in RULES.all() if rule.zone != "marketplace"}
    assert set(own.values()) == {"Asia/Shanghai", "America/Los_Angeles"}
    assert all(rule_id.startswith("DHG-") for rule_id, zone in own.items() if zone == "Asia/Shanghai")
    assert all(rule_id.startswith("AE-") for rule_id, zone in own.items() if zone == "America/Los_Angeles")


@pytest.mark.parametrize("place", RULES.marketplaces.all(), ids=lambda place: place.id)
def test_a_marketplace_is_whole(place) -> None:  # type: ignore[no-untyped-def]
    assert ZoneInfo(place.zone)
    assert len(place.country) == 2
    assert len(place.currency) == 3
    assert place.title.en
    assert place.title.zh
    assert RULES.marketplaces.get(place.id, place.platform) is place


def test_every_amazon_site_with_a_relay_address_has_its_own_marketplace() -> None:
    relays = "com ca com.mx com.br co.uk de fr it es nl se pl ie com.be com.tr ae sa eg in sg com.au co.jp"
    sites = [f"amazon.{ending}" for ending in relays.split()]
    assert [site for site in sites if RULES.marketplaces.get(site).id != site] == []


def _named_by_formats() -> Iterator[str]:
    for path in shipped_files("resources", "formats"):
        definition: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        for choice in definition.get("marketplace", ()):
            yield from (name for name in (choice.get("constant", ""), *choice.get("map", {}).values()) if name)


def test_every_marketplace_that_an_import_names_has_its_own_zone_and_holidays() -> None:
    named = set(_named_by_formats())
    assert "lazada.co.th" in named
    assert {name for name in named if RULES.marketplaces.get(name).id != name} == set()


def test_the_carriers_term_is_the_owners_to_set() -> None:
    rule = RULES.rule("CARRIER-CLAIM")
    assert rule.confidence == "low"
    assert rule.note is not None
