"""The same order from several files: added to and corrected, never erased, never set back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.importing.imports import Imports
from claimdesk.core.records.imports import ImportResult
from claimdesk.core.storage.store import Store

from .conftest import NOW
from .samples import EXPORTS

ALL = ["amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status", "sales-channel",
       "item-status", "sku", "asin", "product-name", "quantity", "currency", "item-price", "ship-city"]  # fmt: skip
UNSHIPPED = ["order-id", "order-item-id", "promise-date", "days-past-promise", "quantity-to-ship", "sku", "product-name",
             "buyer-name", "ship-address-1", "quantity-purchased"]  # fmt: skip


def of_all(updated: str = "2026-11-02", status: str = "Shipped", price: str = "10.00", city: str = "Reno") -> list[str]:
    return ["1-1", "1-1", "2026-11-01T00:00:00+00:00", f"{updated}T00:00:00+00:00", status, "Amazon.com", status, "S1", "B1",
            "Mug", "1", "USD", price, city]  # fmt: skip


@pytest.fixture
def stored(store: Store) -> Callable[[], dict[str, Any]]:
    def read() -> dict[str, Any]:
        with store.reading() as conn:
            return dict(conn.exec_driver_sql("SELECT * FROM orders").mappings().one())

    return read


@pytest.fixture
def bring(sheet: Callable[..., Path], run: Callable[..., ImportResult]) -> Callable[..., ImportResult]:
    def brought(*rows: list[str]) -> ImportResult:
        return run(sheet("o.txt", *rows, separator="\t"))

    return brought


def test_the_same_file_again_changes_nothing(run: Callable[..., ImportResult], store: Store) -> None:
    for path in sorted(EXPORTS.iterdir()):
        first = run(path).files[0]
        with store.reading() as conn:
            before = [tuple(row) for row in conn.exec_driver_sql("SELECT * FROM orders ORDER BY id")]
        again = run(path)
        assert again.batch_id is None, path.name
        assert (again.files[0].new, again.files[0].updated) == (0, 0), path.name
        assert again.files[0].unchanged == first.new + first.updated + first.unchanged
        with store.reading() as conn:
            assert [tuple(row) for row in conn.exec_driver_sql("SELECT * FROM orders ORDER BY id")] == before


def test_a_later_file_never_blanks_a_field(
    bring: Callable[..., ImportResult], stored: Callable[[], dict[str, Any]], store: Store
) -> None:
    bring(ALL, of_all())
    second = bring(UNSHIPPED, ["1-1", "77", "2026-11-04T00:00:00-08:00", "0", "1", "S1", "", "Jo", "12 Ave", "1"])
    assert (second.files[0].new, second.files[0].updated) == (0, 1)
    order = stored()
    assert (order["total_minor"], order["ship_city"], order["buyer_name"]) == (1000, "Reno", "Jo")
    assert (order["marketplace"], order["ship_by"]) == ("amazon.com", "2026-11-04T08:00:00Z")
    with store.reading() as conn:
        (line,) = conn.exec_driver_sql("SELECT sku, title, line_id, price_minor FROM order_lines").all()
    assert tuple(line) == ("S1", "Mug", "77", 1000)
    third = bring(ALL, of_all(city="", price=""))
    assert (third.batch_id, stored()["ship_city"], stored()["total_minor"]) == (None, "Reno", 1000)


def test_a_status_is_not_set_back_by_an_older_file(
    bring: Callable[..., ImportResult], stored: Callable[[], dict[str, Any]]
) -> None:
    bring(ALL, of_all("2026-11-05", "Shipped"))
    assert bring(ALL, of_all("2026-11-02", "Pending", city="Elko")).files[0].updated == 0
    assert (stored()["status"], stored()["ship_city"]) == ("shipped", "Reno")
    bring(UNSHIPPED, ["1-1", "77", "", "0", "1", "S1", "Mug", "Jo", "", "1"])
    assert stored()["status"] == "shipped"
    bring(ALL, of_all("2026-11-09", "Cancelled"))
    assert (stored()["status"], stored()["source_updated_at"]) == ("cancelled", "2026-11-09T00:00:00Z")


def test_an_older_file_still_fills_gaps(
    bring: Callable[..., ImportResult], stored: Callable[[], dict[str, Any]]
) -> None:
    bring(ALL, of_all("2026-11-05", city=""))
    bring(ALL, of_all("2026-11-02", city="Elko"))
    assert (stored()["ship_city"], stored()["source_updated_at"]) == ("Elko", "2026-11-05T00:00:00Z")


def test_a_masked_name_never_replaces_a_full_one(
    bring: Callable[..., ImportResult], stored: Callable[[], dict[str, Any]]
) -> None:
    row = ["1-1", "77", "", "0", "1", "S1", "Mug", "J*** D**", "", "1"]
    bring(UNSHIPPED, row)
    assert stored()["buyer_name"] == "J*** D**"
    bring(UNSHIPPED, [*row[:7], "Jane Doe", "", "1"])
    assert stored()["buyer_name"] == "Jane Doe"
    assert bring(UNSHIPPED, row).batch_id is None
    assert stored()["buyer_name"] == "Jane Doe"


def test_a_file_with_less_lines_does_not_take_lines_away(bring: Callable[..., ImportResult], store: Store) -> None:
    other = of_all()
    other[7:10] = ["S2", "B2", "Plate"]
    bring(ALL, of_all(), other)
    bring(ALL, of_all("2026-11-06"))
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM order_lines").scalar_one() == 2


def test_two_lines_of_the_same_thing_stay_two(bring: Callable[..., ImportResult], store: Store) -> None:
    bring(ALL, of_all(), of_all())
    assert bring(ALL, of_all("2026-11-06"), of_all("2026-11-06")).files[0].updated == 1
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*), sum(price_minor) FROM order_lines").one() == (2, 2000)
        assert conn.exec_driver_sql("SELECT total_minor FROM orders").scalar_one() == 2000


def test_equal_numbers_of_two_platforms_stay_apart(
    bring: Callable[..., ImportResult], run: Callable[..., ImportResult], sheet: Callable[..., Path]
) -> None:
    bring(ALL, of_all())
    heads = ["Name", "Financial Status", "Lineitem quantity", "Lineitem name", "Total", "Currency"]
    assert run(sheet("s.csv", heads, ["1-1", "paid", "1", "Mug", "5", "USD"])).files[0].new == 1


def test_a_preview_says_what_would_change_and_changes_nothing(
    bring: Callable[..., ImportResult],
    imports: Imports,
    sheet: Callable[..., Path],
    stored: Callable[[], dict[str, Any]],
) -> None:
    bring(ALL, of_all())
    path = sheet("p.txt", ALL, of_all("2026-11-06", "Cancelled", price="12.50"), separator="\t")
    preview = imports.preview(path)
    assert (preview.new, preview.updated, preview.unchanged) == (0, 1, 0)
    changes = {change.field: (change.before, change.after) for change in preview.changes}
    assert changes["status"] == ("shipped", "cancelled")
    assert changes["total_minor"] == ("10.00 USD", "12.50 USD")
    assert changes["line.price_minor"] == ("10.00 USD", "12.50 USD")
    assert dict(preview.change_counts)["status"] == 1
    assert stored()["status"] == "shipped"
    dry = imports.run([path], dry_run=True, at=NOW)
    assert (dry.batch_id, dry.files[0].updated, stored()["status"]) == (None, 1, "shipped")
    assert len(imports.batches()) == 1


def test_undo_brings_back_what_was_there(
    bring: Callable[..., ImportResult], imports: Imports, stored: Callable[[], dict[str, Any]]
) -> None:
    bring(ALL, of_all())
    before = stored()
    second = bring(ALL, of_all("2026-11-06", "Cancelled", price="12.50"))
    assert second.batch_id is not None
    undone = imports.undo(second.batch_id)
    assert (undone.restored, undone.removed, undone.kept) == (1, 0, ())
    assert stored() == before
    assert bring(ALL, of_all()).batch_id is None
    assert bring(ALL, of_all("2026-11-06", "Cancelled", price="12.50")).files[0].updated == 1


def test_the_columns_of_a_file_are_told_with_their_fields(imports: Imports) -> None:
    preview = imports.preview(EXPORTS / "synthetic-amazon-all-orders-us.txt")
    columns = {column.heading: column for column in preview.columns}
    assert columns["amazon-order-id"].field == "order_no"
    assert columns["amazon-order-id"].samples[0] == "111-2461587-8135394"
    assert (columns["order-channel"].field, columns["order-channel"].confidence) == ("", 100)


def test_letters_that_were_lost_are_told_and_never_replace_full_ones(
    run: Callable[..., ImportResult], sheet: Callable[..., Path], stored: Callable[[], dict[str, Any]]
) -> None:
    whole = ["1-1", "77", "2026-11-04T00:00:00-08:00", "0", "1", "S1", "Why? Mug", "Jörg Müller", "12 Weg", "1"]
    assert run(sheet("a.txt", UNSHIPPED, whole, separator="\t")).files[0].warnings == ()
    lost = [*whole[:7], "J?rg M?ller", "12 Weg", "2"]
    [file] = run(sheet("b.txt", UNSHIPPED, lost, separator="\t")).files
    assert [(issue.code, issue.column, issue.value) for issue in file.warnings] == [
        ("letters_lost", "buyer-name", "J?rg M?ller")
    ]
    assert (file.updated, stored()["buyer_name"]) == (1, "Jörg Müller")
