"""A total that one file prints stays when another file only lets it be summed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.importing.imports import Imports
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.orders import Order
from claimdesk.core.storage.store import Store
from tests.core.importing.conftest import NOW

ORDERS = [
    "Sale Date",
    "Order ID",
    "Buyer User ID",
    "Full Name",
    "Number of Items",
    "Currency",
    "Order Value",
    "Discount Amount",
    "Shipping",
    "Sales Tax",
    "Order Total",
    "Adjusted Order Total",
    "Status",
    "SKU",
]
ITEMS = [
    "Sale Date",
    "Item Name",
    "Buyer",
    "Quantity",
    "Price",
    "Order Shipping",
    "Order Sales Tax",
    "Item Total",
    "Currency",
    "Transaction ID",
    "Listing ID",
    "Order ID",
    "SKU",
]
Sheet = Callable[..., Path]


@pytest.fixture
def seen(store: Store, imports: Imports) -> Callable[..., Order]:
    """Imports files one after the other and gives the order that they tell of."""

    def order(*paths: Path) -> Order:
        for path in paths:
            imports.run([path], dry_run=False, at=NOW)
        (found,) = Orders(store).find("3001000001")
        return found

    return order


def printed(sheet: Sheet, total: str = "16.12", discount: str = "2.00") -> Path:
    row = f"08/14/25,3001000001,jane1,Jane Example,2,USD,13.00,{discount},4.50,0.62,{total},0.00,Completed,".split(",")
    return sheet("orders.csv", ORDERS, row)


def items(sheet: Sheet, second: str = "3.00", name: str = "items.csv") -> Path:
    head = "08/14/25,{},Jane Example,1,{},4.50,0.62,{},USD,{},{},3001000001,{}"
    rows = [("Fox card", "10.00", "10.00", "4001", "9001", "FOX"), ("Sticker", second, second, "4002", "9002", "STICK")]
    return sheet(name, ITEMS, *(head.format(*row).split(",") for row in rows))


def test_items_that_know_no_discount_leave_the_printed_total(sheet: Sheet, seen: Callable[..., Order]) -> None:
    order = seen(printed(sheet), items(sheet))
    assert (order.total_minor, len(order.lines)) == (1612, 2)


def test_a_printed_total_that_holds_more_than_its_parts_stays(sheet: Sheet, seen: Callable[..., Order]) -> None:
    assert seen(printed(sheet, "20.00"), items(sheet)).total_minor == 2000


def test_the_printed_total_replaces_the_sum(sheet: Sheet, seen: Callable[..., Order]) -> None:
    assert seen(items(sheet)).total_minor == 1812
    assert seen(printed(sheet)).total_minor == 1612


def test_a_sum_follows_its_items(sheet: Sheet, seen: Callable[..., Order]) -> None:
    assert seen(items(sheet), items(sheet, "5.00", "later.csv")).total_minor == 2012


def test_a_sum_follows_its_items_less_the_known_discount(sheet: Sheet, seen: Callable[..., Order]) -> None:
    assert seen(printed(sheet), items(sheet, "5.00")).total_minor == 1812
