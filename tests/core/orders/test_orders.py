"""The orders service, over a real data folder."""

from __future__ import annotations

import pytest

from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import NOW, add_orders


@pytest.fixture
def orders(store: Store) -> Orders:
    add_orders(
        store,
        *({"order_no": f"A-{day}", "purchased_at": f"2026-11-{day:02}", "buyer_username": "w"} for day in range(1, 6)),
        {"order_no": "A-1", "platform": "ebay", "marketplace": "ebay.com"},
    )
    return Orders(store)


def test_ids_and_rows_make_the_same_list_as_pages(orders: Orders) -> None:
    ids = orders.ids(OrderFilter(platforms=("amazon",)), now=NOW)
    page = orders.page(OrderFilter(platforms=("amazon",)), offset=1, limit=2, now=NOW)
    assert page.total == len(ids) == 5
    assert orders.rows(ids[1:3]) == page.rows
    assert [row.order_no for row in page.rows] == ["A-4", "A-3"]


def test_an_order_is_found_by_number_on_one_platform_or_all(orders: Orders) -> None:
    assert [order.platform for order in orders.find("A-1")] == ["amazon", "ebay"]
    assert [order.platform for order in orders.find("A-1", "ebay")] == ["ebay"]
    assert orders.find("A") == orders.find("\ud800") == orders.find("") == ()


def test_an_unknown_order_is_a_problem(orders: Orders) -> None:
    assert orders.order(1).order_no == "A-1"
    assert [order.id for order in orders.orders([3, 99, 1])] == [3, 1]
    with pytest.raises(Problem) as caught:
        orders.order(99)
    assert (caught.value.code, caught.value.params) == ("order_unknown", {"order": 99})


def test_counts_and_history(orders: Orders) -> None:
    assert orders.count() == 6
    assert orders.facets() == (("amazon", "", 5), ("ebay", "ebay.com", 1))
    assert [row.order_no for row in orders.buyer_history(orders.order(1))] == ["A-5", "A-4", "A-3", "A-2"]
