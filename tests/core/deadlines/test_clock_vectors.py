"""The worked examples of the deadline table, to the second, and what both ends of a clock promise."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.deadlines.deadlines import Computed, Deadlines
from claimdesk.core.records.problems import Problem

RULES = Deadlines.load()
SEATTLE = "America/Los_Angeles"


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _local_days(ends: Computed | None) -> tuple[date, date]:
    assert ends is not None
    zone = ZoneInfo(ends.zone)
    return ends.safe.astimezone(zone).date(), ends.outer.astimezone(zone).date()


_ORDERED = {"purchased_at": date(2026, 3, 1)}


class TestEarliestClaimForAnItemNotReceived:
    def test_three_days_after_the_latest_delivery_when_that_comes_first(self) -> None:
        known = {**_ORDERED, "deliver_by": date(2026, 3, 15), "delivered_at": None}
        day = date(2026, 3, 18)
        assert _local_days(RULES.compute_from("AMZ-INR-EARLIEST", known, "amazon.com")) == (day, day)

    def test_at_once_after_a_delivered_scan(self) -> None:
        known = {**_ORDERED, "deliver_by": date(2026, 3, 15), "delivered_at": date(2026, 3, 12)}
        day = date(2026, 3, 12)
        assert _local_days(RULES.compute_from("AMZ-INR-EARLIEST", known, "amazon.com")) == (day, day)

    def test_thirty_days_after_the_order_when_delivery_takes_long(self) -> None:
        known = {**_ORDERED, "deliver_by": date(2026, 4, 20)}
        day = date(2026, 3, 31)
        assert _local_days(RULES.compute_from("AMZ-INR-EARLIEST", known, "amazon.com")) == (day, day)

    def test_unknown_while_none_of_its_days_is_known(self) -> None:
        assert RULES.compute_from("AMZ-INR-EARLIEST", {"deliver_by": None}, "amazon.com") is None


def test_last_day_to_file_a_claim() -> None:
    ends = RULES.compute("AMZ-ATOZ-90", date(2026, 3, 15), "amazon.com")
    assert _local_days(ends) == (date(2026, 6, 13), date(2026, 6, 13))


def test_an_appeal_has_27_safe_days_and_30_at_most() -> None:
    ends = RULES.compute("AMZ-APPEAL-30", _utc("2026-02-10T18:00Z"), "amazon.com")
    assert ends.safe == _utc("2026-03-09T18:00Z")
    assert _local_days(ends)[1] == date(2026, 3, 12)


def test_the_refund_clock_of_a_return_counts_the_weekend() -> None:
    ends = RULES.compute("AMZ-REFUND-4D", _utc("2026-02-06T20:00Z"), "amazon.com")
    assert ends.safe == _utc("2026-02-10T20:00Z")


@pytest.mark.parametrize("refunded", [date(2026, 1, 25), None])
def test_a_safe_t_claim_counts_from_the_later_event(refunded: date | None) -> None:
    known = {"return_scan": date(2026, 2, 1), "refund_at": refunded}
    assert _local_days(RULES.compute_from("SAFET-30", known, "amazon.com")) == (date(2026, 3, 3), date(2026, 3, 3))


def test_an_information_request_on_friday_night_ends_on_monday_afternoon_in_beijing() -> None:
    asked = datetime(2026, 1, 9, 22, 0, tzinfo=ZoneInfo(SEATTLE))
    safe = RULES.compute("AMZ-INFO-48", asked, "amazon.com").safe
    assert safe.astimezone(ZoneInfo(SEATTLE)).isoformat() == "2026-01-11T22:00:00-08:00"
    assert safe.astimezone(ZoneInfo("Asia/Shanghai")).isoformat() == "2026-01-12T14:00:00+08:00"


@pytest.mark.parametrize(
    "marketplace, opened, safe",
    [
        # Thanksgiving does not count; the Friday after it does.
        ("ebay.com", "2026-11-25T10:00-08:00", "2026-12-01T10:00-08:00"),
        # Good Friday does not count; Easter Monday does, because Scotland works on it and the strict end is meant.
        ("ebay.co.uk", "2026-04-01T09:30+01:00", "2026-04-07T09:30+01:00"),
        # A weekend neither counts nor starts the count early.
        ("ebay.de", "2026-06-13T12:00+02:00", "2026-06-17T12:00+02:00"),
    ],
)
def test_business_days_skip_weekends_and_the_countrys_holidays(marketplace: str, opened: str, safe: str) -> None:
    ends = RULES.compute("EBAY-RESP-3", _utc(opened), marketplace)
    assert ends.safe == _utc(safe)
    assert ends.outer.astimezone(ZoneInfo(ends.zone)).time() == time(23, 59, 59)


def test_a_business_day_keeps_its_hour_over_the_change_of_clocks() -> None:
    ends = RULES.compute("EBAY-RESP-3", _utc("2026-03-05T20:00Z"), "ebay.com")  # Thursday noon, before the change
    assert ends.safe == _utc("2026-03-10T19:00Z")  # Tuesday noon, after it


def test_a_rule_that_is_not_there() -> None:
    with pytest.raises(Problem) as told:
        RULES.compute("AMZ-NOTHING", date(2026, 1, 1), "amazon.com")
    assert told.value.code == "rule_unknown"


def test_a_marketplace_nobody_has_heard_of_stands_with_its_platform() -> None:
    place = RULES.marketplaces.get("amazon.example", "amazon")
    assert (place.id, place.zone) == ("amazon.com", SEATTLE)
    assert RULES.marketplaces.get("", "dhgate").zone == "Asia/Shanghai"
    assert RULES.marketplaces.get("").id == "other"


# Both changes of clocks, in both hemispheres and in zones without any.
_PLACES = ["amazon.com", "amazon.de", "amazon.co.uk", "amazon.com.au", "amazon.co.jp", "amazon.in", "dhgate"]
_INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(lambda naive: naive.replace(microsecond=0))
_HOURS = {rule.id: rule for rule in RULES.all() if rule.safe.unit in ("hours", "minutes") and not rule.inputs}
_DAYS = {rule.id: rule for rule in RULES.all() if rule.safe.unit == "cal_days" and not rule.inputs}


@given(st.sampled_from(sorted(_HOURS)), st.sampled_from(_PLACES), _INSTANTS)
def test_hours_are_elapsed_hours_whatever_the_clocks_do(rule_id: str, marketplace: str, naive: datetime) -> None:
    rule, start = _HOURS[rule_id], naive.replace(tzinfo=UTC)
    place = RULES.marketplaces.get(marketplace)
    safe, _ = rule.ends(place.region, place.country)
    seconds = safe.amount * (3600 if safe.unit == "hours" else 60)
    ends = RULES.compute(rule_id, start, marketplace)
    assert ends.safe.timestamp() == start.timestamp() + seconds
    assert ends.outer >= ends.safe


@given(st.sampled_from(sorted(_DAYS)), st.sampled_from(_PLACES), _INSTANTS)
def test_calendar_days_are_24_hours_each_at_the_strict_end_and_whole_days_at_the_loose_one(
    rule_id: str, marketplace: str, naive: datetime
) -> None:
    rule, start = _DAYS[rule_id], naive.replace(tzinfo=UTC)
    ends = RULES.compute(rule_id, start, marketplace)
    assert ends.safe.timestamp() == start.timestamp() + rule.safe.amount * 86_400
    latest = start.timestamp() + (rule.outer or rule.safe).amount * 86_400
    last_second = datetime.fromtimestamp(latest, ZoneInfo(ends.zone)).replace(hour=23, minute=59, second=59, fold=1)
    assert ends.outer.timestamp() == last_second.timestamp()


@given(st.sampled_from(sorted(_HOURS | _DAYS)), st.sampled_from(_PLACES), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_day_without_an_hour_starts_at_its_first_moment_there(rule_id: str, marketplace: str, day: date) -> None:
    ends = RULES.compute(rule_id, day, marketplace)
    midnight = datetime.combine(day, time.min, ZoneInfo(ends.zone)).astimezone(UTC)
    assert ends.safe == RULES.compute(rule_id, midnight, marketplace).safe
    if rule_id in _HOURS:
        # The event may have come in the day's last second: the loose end allows for it.
        last = datetime.combine(day, time(23, 59, 59), ZoneInfo(ends.zone)).astimezone(UTC)
        assert ends.outer == RULES.compute(rule_id, last, marketplace).outer
    else:
        nominal = day + timedelta(days=(_DAYS[rule_id].outer or _DAYS[rule_id].safe).amount)
        assert _local_days(ends)[1] == nominal


@pytest.mark.parametrize(
    "rule_id, marketplace, safe, outer",
    [
        ("AMZ-INFO-48", "amazon.com", 48 * 60, 72 * 60),
        ("AMZ-INFO-48", "amazon.de", 48 * 60, 48 * 60),
        ("AMZ-APPEAL-INFO-72", "amazon.com", 48 * 60, 72 * 60),
        ("AMZ-APPEAL-INFO-72", "amazon.co.uk", 48 * 60, 48 * 60),
        ("AMZ-BUYER-CANCEL-30M", "amazon.com", 30, 30),
        ("AMZ-BUYER-CANCEL-30M", "amazon.co.jp", 5, 5),
    ],
)
def test_what_a_region_has_of_its_own(rule_id: str, marketplace: str, safe: int, outer: int) -> None:
    start = _utc("2026-11-20T09:00Z")
    ends = RULES.compute(rule_id, start, marketplace)
    assert (ends.safe - start, ends.outer - start) == (timedelta(minutes=safe), timedelta(minutes=outer))


@pytest.mark.parametrize(
    "rule_id, marketplace, region, holds",
    [
        ("SAFET-30", "amazon.com", "", True),
        ("SAFET-30", "amazon.de", "", False),
        ("SAFET-60", "amazon.co.uk", "", True),
        ("SAFET-7-IN", "amazon.ae", "other", True),
        ("SAFET-7-IN", "amazon.sa", "other", False),
        ("EU-14D", "shopify", "EU", True),
        ("AMZ-INFO-48", "amazon.sa", "", True),
    ],
)
def test_where_a_rule_holds(rule_id: str, marketplace: str, region: str, holds: bool) -> None:
    assert RULES.applies(RULES.rule(rule_id), marketplace, region) is holds
