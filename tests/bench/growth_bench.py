"""Adding a thousand new orders to a million: `python tests/bench/growth_bench.py [--orders 1000000]`.

The shop is made by importing an invented export of that many orders. The floor of the same run puts the same rows of
the same columns into a copy of the database with bare SQL, one search-index statement and one commit.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from import_bench import imported, stored_rows, timed

from claimdesk.core.storage import connections
from claimdesk.core.storage.store import DATABASE

_SHIFT = 10_000_000  # ids of the added rows lie behind every other
_HEADINGS = (
    "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status", "fulfillment-channel",
    "sales-channel", "order-channel", "ship-service-level", "product-name", "sku", "asin", "item-status", "quantity",
    "currency", "item-price", "item-tax", "shipping-price", "shipping-tax", "ship-city", "ship-state",
    "ship-postal-code", "ship-country",
)  # fmt: skip


def export(path: Path, first: int, count: int) -> Path:
    """An invented All Orders report of `count` orders."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter="\t", lineterminator="\r\n")
        writer.writerow(_HEADINGS)
        for number in range(first, first + count):
            day = f"2026-{number % 10 + 1:02}-{number % 28 + 1:02}T0{number % 10}:15:00+00:00"
            writer.writerow((
                f"1{number % 90 + 10:02}-{number // 10_000_000 + 1_000_000:07}-{number % 10_000_000:07}", "", day, day,
                "Shipped", "Merchant", "Amazon.com", "", "Standard", f"Bamboo lamp no. {number % 500}",
                f"LAMP-{number % 500:03}", f"B0{number % 500:08}", "Shipped", "1", "USD", f"{number % 90 + 9}.90", "0.00",
                "4.90", "0.00", "Austin", "TX", f"{number % 90_000 + 10_000}", "US",
            ))  # fmt: skip
    return path


def measure(orders: int, more: int, rounds: int) -> dict[str, float]:
    """Median seconds of adding `more` orders to `orders`, with the floor of the same run."""
    seconds: dict[str, list[float]] = {"add": [], "floor": []}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        base = Path(name)
        first = timed(imported(export(base / "shop.txt", 0, orders), base / "shop"))
        for turn in range(rounds):
            file = export(base / f"more{turn}.txt", orders + turn * more, more)
            alone = base / f"alone{turn}"
            imported(file, alone)()
            for label, taken in seconds.items():  # each works on a copy of its own, equally cold
                copy = base / label
                shutil.copytree(base / "shop", copy)
                taken.append(timed(imported(file, copy) if label == "add" else bare(alone, copy)))
                shutil.rmtree(copy)
    medians = {f"make a shop of {orders:,}": first, **{k: statistics.median(v) for k, v in seconds.items()}}
    medians["add ÷ floor"] = medians["add"] / medians["floor"]
    return medians


def bare(alone: Path, target: Path) -> Callable[[], None]:
    """Put the rows of one data folder into another's database with bare SQL."""
    rows = {table: (names, list(_after(table, names, values))) for table, (names, values) in stored_rows(alone).items()}
    connection = connections.writer(target / DATABASE).raw_connection()
    driver = connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)

    def work() -> None:
        driver.execute("BEGIN IMMEDIATE")
        for table, (names, values) in rows.items():
            marks = ", ".join("?" * len(names))
            driver.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
        driver.execute(
            "INSERT INTO order_search (rowid, folded) SELECT order_id, folded FROM order_search_text WHERE order_id > ?",
            (_SHIFT,),
        )
        driver.execute("COMMIT")
        connection.close()

    return work


def _after(table: str, names: list[str], values: list[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    """Rows of a small shop with ids that come after those of the large one."""
    moved = {"id"} if table == "orders" else {"id", "order_id"}
    for row in values:
        yield tuple(
            value + _SHIFT if name in moved and isinstance(value, int) else value
            for name, value in zip(names, row, strict=True)
        )


def main() -> int:
    """Print the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--more", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    result = measure(chosen.orders, chosen.more, chosen.rounds)
    if chosen.json:
        print(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        for label, value in result.items():
            print(f"{value:8.2f}  {label}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
