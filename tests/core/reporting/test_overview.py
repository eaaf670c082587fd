"""The overview: claims of some days, what they cost, their ends by month, rates at the end of months, products."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.reporting.overview import Asked, months_of
from tests.core.desks import desk_with, sample_desk

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
HALF = Asked(date(2026, 6, 1), date(2026, 11, 17))


def order(
    number: int, bought: str, item: str = "Lamp", platform: str = "amazon", currency: str = "USD"
) -> dict[str, object]:
    market = {"amazon": "amazon.com", "ebay": "ebay.com"}[platform]
    return {
        "order_no": f"{platform}-{number}", "platform": platform, "marketplace": market, "status": "shipped",
        "purchased_at": f"{bought}T10:00:00Z", "currency": currency, "total_minor": 2000 + number,
        "lines": [{"title": item, "sku": item[:2].upper()}],
    }  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    orders = [order(at, "2026-10-05", "Lamp" if at % 2 else "Kettle") for at in range(8)]
    with desk_with(
        tmp_path / "shop", *orders, order(50, "2026-05-02"), order(60, "2026-10-20", platform="ebay")
    ) as opened:
        yield opened


def claim(
    desk: Desk, order_no: str, opened: datetime, outcome: str = "", cost: int | None = None, scenario="S05"
) -> int:
    case = desk.cases.open(desk.orders.find(order_no)[0].id, scenario, opened)
    if outcome:
        desk.cases.record_outcome(case, outcome, "counts", cost, opened + timedelta(days=3))
    return case


def test_claims_are_counted_by_the_day_they_were_opened(desk) -> None:
    claim(desk, "amazon-1", datetime(2026, 5, 31, 15, 59, tzinfo=UTC))  # 31 May in Shanghai
    claim(desk, "amazon-3", datetime(2026, 5, 31, 16, 1, tzinfo=UTC))  # 1 June there
    claim(desk, "amazon-5", NOW)
    found = desk.overviews.of(HALF, NOW)
    assert found.now.claims == 2 and found.orders == 9, "the order of May is not of these days"
    assert found.before is not None and found.before.claims == 1
    assert desk.overviews.of(Asked(), NOW).now.claims == 3
    assert desk.overviews.of(Asked(), NOW).before is None


def test_ends_cost_and_what_others_paid(desk) -> None:
    start = datetime(2026, 9, 10, tzinfo=UTC)
    claim(desk, "amazon-1", start, "denied")
    claim(desk, "amazon-3", start, "granted_seller", 2001)
    claim(desk, "amazon-5", start, "refunded_before_filing", 900)
    claim(desk, "amazon-7", start)
    now = desk.overviews.of(HALF, NOW).now
    assert (now.claims, now.ended, now.free, now.priced) == (4, 3, 1, 3), "denied cost nothing, which is known"
    assert now.cost == (("USD", 2901),) and now.recovered == 0 and now.paid == ()
    assert (now.running, now.overdue) == (1, 1)


def test_ends_stand_in_the_month_of_their_end(desk) -> None:
    claim(desk, "amazon-1", datetime(2026, 8, 30, tzinfo=UTC), "denied")
    claim(desk, "amazon-3", datetime(2026, 10, 2, tzinfo=UTC), "granted_seller", 5)
    months = desk.overviews.of(HALF, NOW).months
    assert [one.month.month for one in months] == [6, 7, 8, 9, 10, 11]
    assert {one.month.month: dict(one.counts) for one in months if one.total} == {9: {"won": 1}, 10: {"lost": 1}}


def test_rates_are_those_of_the_window_that_ends_with_the_month(desk) -> None:
    claim(desk, "amazon-1", datetime(2026, 10, 20, tzinfo=UTC), "granted_seller", 5)
    amazon, ebay = desk.overviews.of(HALF, NOW).rates
    assert (amazon.platform, amazon.limit, ebay.platform) == ("amazon", 0.01, "ebay")
    assert amazon.days[-2:] == (date(2026, 10, 31), date(2026, 11, 17))
    assert amazon.shares == (0.0, None, None, None, 0.125, 0.125), "May's order is in June's window, none is in July's"


def test_products_with_their_orders_most_frequent_claim_and_cost(desk) -> None:
    start = datetime(2026, 10, 20, tzinfo=UTC)
    claim(desk, "amazon-1", start, "granted_seller", 700)
    claim(desk, "amazon-3", start, scenario="S04")
    claim(desk, "amazon-5", start, scenario="S04")
    claim(desk, "amazon-0", start)
    lamp, kettle = desk.overviews.of(HALF, NOW).products
    assert (lamp.item, lamp.orders, lamp.claims, lamp.rate) == ("Lamp", 5, 3, 0.6)
    assert lamp.cost == (("USD", 700),) and lamp.reason == desk.scenarios.get("S04").title
    assert (kettle.item, kettle.orders, kettle.claims) == ("Kettle", 4, 1)


def test_platforms_and_scenarios_narrow_everything(desk) -> None:
    start = datetime(2026, 10, 20, tzinfo=UTC)
    claim(desk, "amazon-1", start, scenario="S04")
    claim(desk, "ebay-60", start)
    ebay = desk.overviews.of(Asked(HALF.first, HALF.last, ("ebay",)), NOW)
    assert (ebay.now.claims, ebay.orders, [one.platform for one in ebay.rates]) == (1, 1, ["ebay"])
    assert [(one.item, one.orders) for one in ebay.products] == [("Lamp", 1)]
    assert desk.overviews.of(Asked(scenarios=("S04",)), NOW).now.claims == 1


def test_an_empty_shop_has_an_empty_overview(tmp_path: Path) -> None:
    with desk_with(tmp_path / "empty") as desk:
        found = desk.overviews.of(Asked(), NOW)
        assert (found.orders, found.now.claims, found.products, found.rates) == (0, 0, (), ())
        assert [one.month for one in found.months] == [date(2026, 11, 1)]


def test_no_more_than_twelve_months() -> None:
    months = months_of(date(2024, 1, 5), date(2026, 2, 20))
    assert months[0] == date(2025, 3, 1) and months[-1] == date(2026, 2, 1) and len(months) == 12


def test_the_sample_shop_fits_together(tmp_path: Path) -> None:
    with sample_desk(tmp_path / "sample", NOW) as desk:
        found = desk.overviews.of(Asked(), NOW)
        rows = desk.cases.rows(NOW)
        assert found.now.claims == len(rows) == sum(one.claims for one in found.products)
        assert found.now.ended == sum(one.total for one in found.months)
        assert 0 < found.now.free < found.now.ended
