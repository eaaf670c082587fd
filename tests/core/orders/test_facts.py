"""The facts of an order, case by case, with the precision that the file had."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.orders.facts import order_facts
from claimdesk.core.orders.regions import region_of
from claimdesk.core.records.orders import Fulfilment, Order, OrderLine, OrderStatus, Shipment

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)

VOCABULARY = {
    "platform", "marketplace", "region", "fulfilment", "status", "tracking", "has_tracking", "carrier", "tracking_no",
    "currency", "total_minor", "purchased_at", "ship_by", "shipped_at", "deliver_by", "delivered_at", "days_late",
    "window", "days_since_shipped", "days_since_scan", "last_scan_at", "shipped_on_time", "delivered_on_time", "cancel_requested",
    "refunded", "cancelled", "lines", "return_state", "safe_t", "rating",
}  # fmt: skip

S = OrderStatus


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def facts(*, parcel: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    shipments = () if parcel is None else (Shipment(**parcel),)
    return order_facts(Order(id=1, platform="amazon", order_no="1", shipments=shipments, **fields), NOW).values()


def test_an_order_of_which_nothing_is_known_has_every_fact_and_no_opinion() -> None:
    found = order_facts(Order(id=1, platform="", order_no="1"), NOW)
    assert set(found.items) == VOCABULARY
    assert {name for name, value in found.values().items() if value not in (None, False, 0)} == {
        "fulfilment", "status", "tracking", "window",
    }  # fmt: skip
    assert found.values()["window"] == "unknown"
    assert found.values()["tracking"] == "none"
    for fact in found.items.values():
        assert fact.because.en
        assert fact.because.zh


@pytest.mark.parametrize(
    "fields,parcel,expected",
    [
        ({}, None, "none"),
        ({"status": S.UNSHIPPED}, {"tracking_no": "T"}, "label"),
        ({"status": S.SHIPPED}, {"tracking_no": "T"}, "transit"),
        ({"status": S.SHIPPED}, {"carrier": "USPS"}, "none"),
        ({"status": S.UNKNOWN}, {"tracking_no": "T", "shipped_at": date(2026, 11, 2)}, "transit"),
        ({"status": S.UNSHIPPED}, {"tracking_no": "T", "first_scan_at": date(2026, 11, 2)}, "transit"),
        ({"status": S.SHIPPED}, {"tracking_no": "T", "delivered_at": date(2026, 11, 9)}, "delivered"),
        ({"status": S.SHIPPED, "delivered_at": date(2026, 11, 9)}, None, "delivered"),
        ({"status": S.DELIVERED}, None, "delivered"),
        ({"status": S.RETURNED}, {"tracking_no": "T", "delivered_at": date(2026, 11, 9)}, "returning"),
    ],
)
def test_tracking(fields: dict[str, Any], parcel: dict[str, Any] | None, expected: str) -> None:
    assert facts(parcel=parcel, **fields)["tracking"] == expected


@pytest.mark.parametrize(
    "deliver_by,delivered_at,status,window,days_late,on_time",
    [
        (None, None, S.SHIPPED, "unknown", None, None),
        (date(2026, 11, 16), None, S.SHIPPED, "late", 1, None),
        (date(2026, 11, 17), None, S.SHIPPED, "in_time", 0, None),  # the day is not over
        (date(2026, 11, 20), None, S.SHIPPED, "in_time", -3, None),
        (at("2026-11-17T06:19:00"), None, S.SHIPPED, "late", 1, None),
        (at("2026-11-17T06:20:00"), None, S.SHIPPED, "in_time", 0, None),
        (at("2026-11-17T08:00:00"), None, S.SHIPPED, "in_time", 0, None),
        (at("2026-11-19T08:00:00"), None, S.SHIPPED, "in_time", -2, None),
        (date(2026, 11, 10), date(2026, 11, 10), S.DELIVERED, "in_time", 7, True),
        (date(2026, 11, 10), date(2026, 11, 11), S.DELIVERED, "late", 7, False),
        (date(2026, 11, 10), at("2026-11-10T23:00:00"), S.DELIVERED, "in_time", 7, True),
        (at("2026-11-10T07:59:59"), at("2026-11-10T08:00:00"), S.DELIVERED, "late", 7, False),
        (date(2026, 11, 10), None, S.DELIVERED, "unknown", 7, None),  # delivered, nobody knows when
    ],
)
def test_the_delivery_window(
    deliver_by: Any, delivered_at: Any, status: OrderStatus, window: str, days_late: int | None, *, on_time: bool | None
) -> None:
    found = facts(deliver_by=deliver_by, delivered_at=delivered_at, status=status)
    assert (found["window"], found["days_late"], found["delivered_on_time"]) == (window, days_late, on_time)


@pytest.mark.parametrize(
    "ship_by,shipped_at,first_scan_at,status,expected",
    [
        (None, date(2026, 11, 2), None, S.SHIPPED, None),
        (date(2026, 11, 3), date(2026, 11, 3), None, S.SHIPPED, True),
        (date(2026, 11, 3), date(2026, 11, 4), None, S.SHIPPED, False),
        (date(2026, 11, 3), None, date(2026, 11, 2), S.SHIPPED, True),
        (date(2026, 11, 3), None, None, S.SHIPPED, None),
        (date(2026, 11, 3), None, None, S.UNSHIPPED, False),
        (date(2026, 11, 30), None, None, S.UNSHIPPED, None),
    ],
)
def test_shipped_on_time(
    ship_by: Any, shipped_at: Any, first_scan_at: Any, status: OrderStatus, *, expected: bool | None
) -> None:
    found = facts(ship_by=ship_by, shipped_at=shipped_at, status=status, parcel={"first_scan_at": first_scan_at})
    assert found["shipped_on_time"] is expected


def test_spans_are_whole_days_that_have_gone_by() -> None:
    found = facts(
        shipped_at=at("2026-11-15T07:00:00"), parcel={"tracking_no": "T", "last_scan_at": date(2026, 11, 7)}
    )  # fmt: skip
    assert (found["days_since_shipped"], found["days_since_scan"]) == (1, 10)


def test_moments_keep_the_precision_of_the_file() -> None:
    found = facts(deliver_by=date(2026, 11, 20), shipped_at=at("2026-11-15T07:00:00"))
    assert (found["deliver_by"], found["shipped_at"]) == ("2026-11-20", "2026-11-15T07:00:00Z")


def test_the_parcel_with_a_number_speaks_for_the_order() -> None:
    order = Order(
        id=1,
        platform="ebay",
        order_no="1",
        shipments=(Shipment(tracking_no="OLD"), Shipment(carrier="UPS", tracking_no="NEW"), Shipment(carrier="?")),
        lines=(OrderLine(1), OrderLine(2)),
        fulfilment=Fulfilment.SELLER,
        refund_minor=100,
        cancelled_at=date(2026, 11, 1),
        cancel_requested=True,
    )
    found = order_facts(order, NOW).values()
    assert (found["tracking_no"], found["carrier"], found["lines"]) == ("NEW", "UPS", 2)
    assert (found["refunded"], found["cancelled"], found["cancel_requested"]) == (True, True, True)
    assert found["fulfilment"] == "seller"


@pytest.mark.parametrize(
    "marketplace,country,expected",
    [
        ("amazon.com", "CA", "US"),
        ("amazon.co.uk", "", "UK"),
        ("amazon.de", "", "EU"),
        ("amazon.co.jp", "", "JP"),
        ("amazon.in", "", "IN"),
        ("amazon.ca", "", "CA"),
        ("amazon.com.au", "", "AU"),
        ("amazon.com.be", "", "EU"),
        ("amazon.com.br", "", "other"),
        ("dhgate", "fr", "EU"),
        ("shopify", "GB", "UK"),
        ("", "SG", "other"),
        ("", "", None),
    ],
)
def test_the_region_is_the_marketplace_or_else_where_it_goes(
    marketplace: str, country: str, expected: str | None
) -> None:
    assert region_of(marketplace, country) == expected


def test_reasons_name_the_day_in_both_languages() -> None:
    order = Order(id=1, platform="amazon", order_no="1", delivered_at=date(2026, 11, 11), deliver_by=date(2026, 11, 9))
    found = order_facts(order, NOW).items
    assert found["tracking"].because.en == "Delivered on 11 Nov 2026 by the tracking in your import"
    assert found["tracking"].because.zh == "您导入的物流信息显示 2026 年 11 月 11 日 签收"
    assert found["window"].because.en == "Delivered on 11 Nov 2026; the latest delivery date was 9 Nov 2026"


def test_the_files_own_words_are_the_reason_for_a_status() -> None:
    order = Order(id=1, platform="amazon", order_no="1", status=S.RETURNED, substatus="Shipped - {Returning} to Seller")
    assert order_facts(order, NOW).items["tracking"].because.en == "Your import says “Shipped - {Returning} to Seller”"


def test_conditions_see_the_facts_and_an_unknown_one_is_never_past() -> None:
    late = facts(deliver_by=date(2026, 11, 16), status=S.SHIPPED, parcel={"tracking_no": "T"})
    assert holds("tracking == 'transit' and window == 'late' and days_late > 0 and not refunded", late)
    assert not holds("days_since_scan > 10", late)


LATE_EVENING = at("2026-11-10T02:30")  # 9 November, 18:30 in Los Angeles


def test_days_are_named_and_compared_by_the_marketplaces_calendar() -> None:
    order = Order(
        id=1, platform="amazon", order_no="1", status=S.SHIPPED, shipped_at=LATE_EVENING, ship_by=date(2026, 11, 9),
        deliver_by=date(2026, 11, 16), shipments=(Shipment(tracking_no="T", last_scan_at=LATE_EVENING),),
    )  # fmt: skip
    here = order_facts(order, at("2026-11-17T06:20"), "America/Los_Angeles")
    there = order_facts(order, at("2026-11-17T06:20"), "Asia/Shanghai")
    assert here.items["shipped_at"].because.en == "Shipped on 9 Nov 2026 by your import"
    assert there.items["shipped_at"].because.zh == "您导入的文件显示 2026 年 11 月 10 日 发货"
    assert (here.values()["shipped_on_time"], there.values()["shipped_on_time"]) == (True, False)
    assert (here.values()["window"], there.values()["window"]) == ("in_time", "late")
    assert here.values()["shipped_at"] == there.values()["shipped_at"] == "2026-11-10T02:30:00Z"


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Berlin"])
@pytest.mark.parametrize(
    "limit, now", [("2026-10-24T12:00", "2026-11-02T12:00"), ("2026-03-07T12:00", "2026-03-30T12:00")]
)
def test_a_clock_change_neither_adds_nor_takes_a_day(zone: str, limit: str, now: str) -> None:
    order = Order(id=1, platform="amazon", order_no="1", deliver_by=at(limit), shipped_at=at(limit))
    found = order_facts(order, at(now), zone).values()
    days = (at(now) - at(limit)).days
    assert (found["days_late"], found["days_since_shipped"]) == (days, days)
