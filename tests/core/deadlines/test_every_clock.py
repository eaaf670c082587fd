"""The clocks: every rule on every marketplace, changes of the clocks, holidays, and an oracle."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.deadlines.schema import Span
from claimdesk.core.deadlines.spans import loose_end, strict_end
from claimdesk.core.records.moments import Moment, moment_text
from tests.core.deadlines.oracle import both_ends

# The library knows the holidays of some countries only from 2001 to 2035, and says so.
pytestmark = pytest.mark.filterwarnings("ignore:Requested Holidays are available only:UserWarning")

DEADLINES = Deadlines.load()
PLACES = DEADLINES.marketplaces.all()
RULES = [rule.id for rule in DEADLINES.all()]
PACIFIC, BEIJING = ZoneInfo("America/Los_Angeles"), ZoneInfo("Asia/Shanghai")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_computes_on_every_marketplace(rule_id: str) -> None:
    rule = DEADLINES.rule(rule_id)
    assert all((rule.title.en, rule.title.zh, rule.trigger.en, rule.trigger.zh, rule.source))
    assert bool(rule.inputs) == bool(rule.pick)
    for place in PLACES:
        for start in (at("2026-11-17T06:20:00Z"), date(2026, 11, 17)):
            found = DEADLINES.compute(rule_id, start, place.id)
            assert found.safe <= found.outer
            assert found.safe.tzinfo is UTC
            assert found.zone in (place.zone, rule.zone)
            if rule.inputs:
                several = DEADLINES.compute_from(rule_id, {trigger.fact: start for trigger in rule.inputs}, place.id)
                assert several is not None
                assert several.safe <= several.outer
        assert DEADLINES.compute_from(rule_id, {}, place.id) is None


def test_a_start_in_any_zone_gives_the_same_end() -> None:
    start = at("2026-11-17T06:20:00Z")
    for rule_id in RULES:
        assert DEADLINES.compute(rule_id, start, "ebay.com") == DEADLINES.compute(
            rule_id, start.astimezone(BEIJING), "ebay.com"
        )


@pytest.mark.parametrize(
    "start, unit, amount, safe, outer",
    [
        # Spring forward in California, 8 March 2026: hours stay hours, a day may end at another hour.
        ("2026-03-07T22:00:00-08:00", "hours", 48, "2026-03-09T23:00:00-07:00", "2026-03-09T23:00:00-07:00"),
        ("2026-03-07T22:00:00-08:00", "cal_days", 2, "2026-03-09T23:00:00-07:00", "2026-03-09T23:59:59-07:00"),
        ("2026-03-07", "cal_days", 1, "2026-03-08T00:00:00-08:00", "2026-03-08T23:59:59-07:00"),
        ("2026-03-07", "cal_days", 2, "2026-03-09T01:00:00-07:00", "2026-03-09T23:59:59-07:00"),
        ("2026-03-07", "biz_days", 1, "2026-03-09T00:00:00-07:00", "2026-03-09T23:59:59-07:00"),
        # Fall back, 1 November 2026: a whole day is an hour short of the next midnight, never after it.
        ("2026-10-31T23:30:00-07:00", "hours", 24, "2026-11-01T22:30:00-08:00", "2026-11-01T22:30:00-08:00"),
        ("2026-11-01", "cal_days", 1, "2026-11-01T23:00:00-08:00", "2026-11-02T23:59:59-08:00"),
        ("2026-11-01T01:30:00-08:00", "biz_days", 1, "2026-11-02T01:30:00-08:00", "2026-11-02T23:59:59-08:00"),
        ("2026-11-01", "date", 0, "2026-11-01T23:59:59-08:00", "2026-11-01T23:59:59-08:00"),
        ("2026-11-01T08:00:00-08:00", "minutes", 30, "2026-11-01T08:30:00-08:00", "2026-11-01T08:30:00-08:00"),
    ],
)
def test_clock_changes(start: str, unit: str, amount: int, safe: str, outer: str) -> None:
    moment: Moment = date.fromisoformat(start) if len(start) == 10 else datetime.fromisoformat(start)
    span = Span.model_validate({"amount": amount, "unit": unit})
    assert strict_end(moment, span, PACIFIC.key, "US") == datetime.fromisoformat(safe)
    assert loose_end(moment, span, PACIFIC.key, "US") == datetime.fromisoformat(outer)


@pytest.mark.parametrize(
    "start, days, country, end",
    [
        (date(2026, 11, 25), 1, "US", date(2026, 11, 27)),  # Thanksgiving
        (date(2026, 7, 2), 1, "US", date(2026, 7, 6)),  # Independence Day on a Saturday is kept on Friday
        (date(2026, 12, 24), 1, "GB", date(2026, 12, 29)),  # Christmas, Sunday, Boxing Day kept on Monday
        (date(2026, 11, 20), 3, "US", date(2026, 11, 25)),  # only a weekend
        (date(2026, 12, 31), 1, "DE", date(2027, 1, 4)),  # over the year's end
        (date(2026, 11, 20), 2, "XX", date(2026, 11, 24)),  # a country without a calendar has weekends
    ],
)
def test_business_days(start: date, days: int, country: str, end: date) -> None:
    span = Span(amount=days, unit="biz_days")
    assert loose_end(start, span, "UTC", country).date() == end


def test_ten_thousand_cases_against_the_oracle() -> None:
    rolling = random.Random(20261117)
    units = ("minutes", "hours", "cal_days", "biz_days", "date")
    forward = back = 0
    for _ in range(10_000):
        place = rolling.choice(PLACES)
        instant = at("2024-01-01T00:00:00Z") + timedelta(seconds=rolling.randrange(4 * 365 * 86_400))
        moment: Moment = instant if rolling.random() < 0.7 else instant.date()
        unit = rolling.choice(units)
        amount = 0 if unit == "date" else rolling.randrange(1, 30 if unit == "biz_days" else 200)
        span = Span.model_validate({"amount": amount, "unit": unit})
        safe = strict_end(moment, span, place.zone, place.country)
        outer = loose_end(moment, span, place.zone, place.country)
        told = (moment_text(moment), place.id, unit, amount)
        assert (safe, outer) == both_ends(moment, span, place.zone, place.country), told
        assert safe <= outer, told
        assert safe >= (instant if isinstance(moment, datetime) else at(f"{moment}T00:00:00Z") - timedelta(hours=14)), (
            told
        )
        begun = datetime.fromtimestamp(instant.timestamp(), ZoneInfo(place.zone)).utcoffset()
        ended = outer.astimezone(ZoneInfo(place.zone)).utcoffset()
        assert begun is not None and ended is not None
        forward, back = forward + (ended > begun), back + (ended < begun)
    assert min(forward, back) > 250, "both changes of the clocks are crossed often"


@given(
    rule_id=st.sampled_from(RULES),
    place=st.sampled_from([place.id for place in PLACES]),
    start=st.datetimes(datetime(2002, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)),
    later=st.integers(min_value=1, max_value=10_000_000),
)
def test_a_later_start_never_ends_earlier(rule_id: str, place: str, start: datetime, later: int) -> None:
    first = DEADLINES.compute(rule_id, start, place)
    second = DEADLINES.compute(rule_id, start + timedelta(seconds=later), place)
    assert first.safe <= first.outer
    assert first.outer <= second.outer
    if DEADLINES.rule(rule_id).safe.unit != "biz_days":
        assert first.safe <= second.safe
