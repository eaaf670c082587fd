"""Rates of orders with a defect: counted by the day of the order, each order once, per marketplace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.health.defect_rates import DefectRate
from claimdesk.core.records.order_events import HealthFigure
from claimdesk.core.storage import health_rows
from tests.core.desks import desk_with

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
FIRST_OLD = 150


def order(number: int, days_ago: int, marketplace: str = "amazon.com", platform: str = "amazon") -> dict[str, object]:
    return {
        "order_no": f"111-0000000-{number:07}", "platform": platform, "marketplace": marketplace,
        "status": "shipped", "purchased_at": (NOW - timedelta(days=days_ago)).isoformat().replace("+00:00", "Z"),
        "purchased_day": (NOW - timedelta(days=days_ago)).date().isoformat(), "currency": "USD",
    }  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """150 orders of amazon.com within 60 days and one before, 30 of amazon.de, one of Etsy, which has no limit."""
    young = [order(at, 1 + at % 58) for at in range(FIRST_OLD)]
    german = [order(500 + at, 5, "amazon.de") for at in range(30)]
    others = [order(FIRST_OLD, 61), *german, order(900, 5, "etsy", "etsy")]
    with desk_with(tmp_path / "shop", *young, *others) as opened:
        yield opened


def end(desk: Desk, number: int, odr: str) -> None:
    case = desk.cases.open(desk.orders.find(f"111-0000000-{number:07}")[0].id, "S01", NOW - timedelta(days=2))
    desk.cases.record_outcome(case, "granted_seller", odr, None, NOW - timedelta(days=1))


def rates(desk: Desk) -> dict[str, DefectRate]:
    return {rate.marketplace: rate for rate in desk.defect_rates.now(desk.cases.rows(NOW), NOW)}


def test_a_marketplace_with_a_limit_and_orders_has_a_rate_the_busiest_first(desk) -> None:
    assert list(rates(desk)) == ["amazon.com", "amazon.de"]
    shop = rates(desk)["amazon.com"]
    assert (shop.orders, shop.defects, shop.share) == (FIRST_OLD, 0, 0.0)


def test_an_order_counts_once_and_only_when_its_case_ended_so(desk) -> None:
    end(desk, 3, "counts")
    end(desk, 3, "counts")
    end(desk, 4, "not_counted")
    end(desk, 5, "unknown")
    assert rates(desk)["amazon.com"].defects == 1
    assert rates(desk)["amazon.de"].defects == 0


def test_an_order_outside_the_window_counts_no_more(desk) -> None:
    end(desk, FIRST_OLD, "counts")
    assert rates(desk)["amazon.com"].defects == 0


def test_how_many_more_stay_below_the_limit(desk) -> None:
    # Below 1 % of 150 orders: one is 0.67 %, two are 1.33 %; of 30 orders, none.
    assert rates(desk)["amazon.com"].more == 1
    assert rates(desk)["amazon.de"].more == 0
    end(desk, 3, "counts")
    shop = rates(desk)["amazon.com"]
    assert shop.more == 0 and shop.with_one_more == pytest.approx(2 / FIRST_OLD)
    end(desk, 6, "counts")
    assert rates(desk)["amazon.com"].more == -1


def test_exactly_the_limit_is_not_below_it(desk) -> None:
    rate = rates(desk)["amazon.com"]
    exact = DefectRate("amazon", "amazon.com", 100, 0, rate.rule)
    assert exact.more == 0  # one of a hundred is 1 %, and the rate has to stay under 1 %
    reached = DefectRate("ebay", "ebay.com", 100, 0, rate.rule.model_copy(update={"may_reach": True}))
    assert reached.more == 1


def test_a_shop_without_orders_has_no_rates(tmp_path: Path) -> None:
    with desk_with(tmp_path / "empty") as desk:
        assert desk.defect_rates.now((), NOW) == ()


def figure(
    orders: int, defects: int, last_day: str, channel: str = "mfn", marketplace: str = "amazon.com"
) -> HealthFigure:
    return HealthFigure(
        "amazon", marketplace, "order_defect", channel, "2026-09-12", last_day, orders, defects, "", "", ""
    )


def report(desk: Desk, *figures: HealthFigure) -> None:
    with desk.store.writing() as conn:
        health_rows.insert_figures(conn, figures, 1, "health.json")


def test_the_platforms_own_report_goes_before_what_is_counted_here(desk) -> None:
    end(desk, 3, "counts")
    late = HealthFigure("amazon", "amazon.com", "late_shipment", "mfn", "", "2026-11-16", 9, 9, "", "", "")
    report(desk, figure(539, 4, "2026-11-10"), figure(61, 2, "2026-11-10", "afn"), figure(700, 0, "2026-11-01"), late)
    shop = rates(desk)["amazon.com"]
    assert (shop.orders, shop.defects, shop.reported) == (600, 6, "2026-11-10"), "the newest one, both channels"
    assert rates(desk)["amazon.de"].reported == ""


def test_a_report_that_is_too_old_counts_no_more(desk) -> None:
    report(desk, figure(539, 4, "2026-10-17"))
    assert rates(desk)["amazon.com"].orders == FIRST_OLD
    report(desk, figure(539, 4, "2026-10-18"))
    assert rates(desk)["amazon.com"].orders == 539


def test_a_marketplace_that_only_a_report_names_is_shown(desk) -> None:
    report(desk, figure(50, 0, "2026-11-10", marketplace="amazon.fr"))
    assert rates(desk)["amazon.fr"].orders == 50
