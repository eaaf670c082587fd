"""Parcels of one order in several files, and files that name several items in one cell: nothing twice, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.records.imports import ImportResult
from claimdesk.core.storage.store import Store

Run = Callable[..., ImportResult]
Sheet = Callable[..., Path]
Stored = Callable[[], tuple[int, list[tuple[str, int, int]], set[str]]]
PARCELS = ["amazon-order-id", "shipment-id", "shipment-item-id", "amazon-order-item-id", "sku", "quantity-shipped",
           "currency", "item-price", "tracking-number", "estimated-arrival-date"]  # fmt: skip
ORDERS = ["amazon-order-id", "merchant-order-id", "purchase-date", "order-status", "sales-channel", "item-status", "sku",
          "asin", "quantity", "currency", "item-price"]  # fmt: skip
FIRST, SECOND = ("S", "1", "10.00", "T1"), ("S", "1", "10.00", "T2")
OTHER = ("U", "1", "5.00", "T3")
WHOLE, BOTH = ("S", "2", "20.00", ""), ("U", "1", "5.00", "")


@pytest.fixture
def file_of(sheet: Sheet) -> Callable[..., Path]:
    """A file of parcels, or of orders where the tracking number is empty."""

    def write(name: str, *rows: tuple[str, str, str, str]) -> Path:
        if rows[0][3]:
            told = [["1-1", t, t, f"7{s}", s, count, "USD", price, t, ""] for s, count, price, t in rows]
            return sheet(name, PARCELS, *told, separator="\t")
        told = [["1-1", "", "2025-05-01", "Shipped", "Amazon.com", "Shipped", s, f"B{s}", n, "USD", price] for s, n, price, _ in rows]  # fmt: skip
        return sheet(name, ORDERS, *told, separator="\t")

    return write


@pytest.fixture
def stored(store: Store) -> Stored:
    def read() -> tuple[int, list[tuple[str, int, int]], set[str]]:
        with store.reading() as conn:
            [total] = conn.exec_driver_sql("SELECT total_minor FROM orders").one()
            lines = conn.exec_driver_sql("SELECT sku, quantity, price_minor FROM order_lines ORDER BY sku").all()
            parcels = conn.exec_driver_sql("SELECT tracking_no FROM shipments").scalars()
            return total, [tuple(line) for line in lines], set(parcels)

    return read


@pytest.mark.parametrize(
    "files, total, lines",
    [
        ([[FIRST], [SECOND]], 2000, [("S", 2, 2000)]),
        ([[FIRST], [SECOND], [FIRST]], 2000, [("S", 2, 2000)]),
        ([[FIRST], [FIRST, SECOND]], 2000, [("S", 2, 2000)]),
        ([[FIRST], [OTHER]], 1500, [("S", 1, 1000), ("U", 1, 500)]),
        ([[WHOLE], [FIRST]], 2000, [("S", 2, 2000)]),
        ([[WHOLE], [FIRST], [SECOND]], 2000, [("S", 2, 2000)]),
        ([[WHOLE, BOTH], [OTHER]], 2500, [("S", 2, 2000), ("U", 1, 500)]),
        ([[FIRST], [WHOLE, BOTH]], 2500, [("S", 2, 2000), ("U", 1, 500)]),
    ],
)
def test_parcels_of_an_order_add_up_to_the_order(
    run: Run, stored: Stored, file_of: Callable[..., Path],
    files: list[list[tuple[str, str, str, str]]], total: int, lines: list[tuple[str, int, int]],
) -> None:  # fmt: skip
    for place, rows in enumerate(files):
        assert run(file_of(f"{place}.txt", *rows)).files[0].rejected == ()
    assert stored() == (total, lines, {row[3] for rows in files for row in rows if row[3]})


def test_how_much_was_sent_is_counted_over_the_files(run: Run, store: Store, file_of: Callable[..., Path]) -> None:
    for place, rows in enumerate(([WHOLE], [FIRST], [SECOND])):
        run(file_of(f"{place}.txt", *rows))
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT quantity, quantity_shipped FROM order_lines").one() == (2, 2)


@pytest.mark.parametrize("orders_first", [True, False])
def test_skus_of_several_items_in_one_cell_are_no_item(
    run: Run, stored: Stored, sheet: Sheet, orders_first: bool
) -> None:
    orders = sheet(
        "orders.csv",
        ["Sale Date", "Order ID", "Buyer User ID", "Number of Items", "Adjusted Order Total", "Order Total", "Currency", "SKU"],
        ["03/31/24", "31", "bea", "3", "0.00", "59.00", "USD", '"A,B"'],
    )  # fmt: skip
    items = sheet(
        "items.csv",
        ["Sale Date", "Item Name", "Transaction ID", "Listing ID", "Order ID", "Quantity", "Price", "Currency", "SKU"],
        ["03/31/24", "Print", "1", "55", "31", "1", "20.00", "USD", "A"],
        ["03/31/24", "Frame", "2", "56", "31", "2", "20.00", "USD", "B"],
    )
    for path in (orders, items) if orders_first else (items, orders):
        run(path)
    total, lines, _ = stored()
    assert lines == [("A", 1, 2000), ("B", 2, 4000)]
    if not orders_first:
        assert total == 5900
