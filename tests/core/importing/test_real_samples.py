"""Real files, read where they lie."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.importing.fields import ORDER_VALUES
from claimdesk.core.importing.imports import Imports
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.records.imports import ImportResult
from claimdesk.core.storage.store import Store

from .samples import shared_sample

_TOTAL = ORDER_VALUES.index("total_minor")


@pytest.mark.parametrize(
    "name, rows, orders, cents",
    [
        # Orders and sums of the column Total, counted with csv alone.
        ("real-masked-shopify-orders-73col-intl-2022.csv", 811, 409, 7_449_844),
        ("real-masked-shopify-orders-79col-us-2023.csv", 2600, 1941, 17_601_203),
        ("real-masked-shopify-orders-79col-cod-crlf-2026.csv", 57, 57, 12_992_500),
    ],
)
def test_shopify_totals_stand_once_an_order(
    name: str, rows: int, orders: int, cents: int, parse: Callable[..., ParsedFile]
) -> None:
    parsed = parse(shared_sample(name))
    assert parsed.recognised.format.definition.id == "shopify.orders"
    assert (parsed.rows, len(parsed.orders.numbers), parsed.rejected, parsed.warnings) == (rows, orders, (), ())
    assert sum(len(lines) for lines in parsed.orders.lines) == rows
    assert sum(values[_TOTAL] for values in parsed.orders.values) == cents


def test_the_orders_sheet_is_found_behind_pivot_sheets(parse: Callable[..., ParsedFile]) -> None:
    parsed = parse(shared_sample("real-amazon-in-sale-report-pivot-sheets-first.xlsx"))
    assert parsed.recognised.table.name == "Amazon Sale Report"
    assert (parsed.recognised.format.definition.id, len(parsed.orders.numbers)) == ("amazon.sale_report_in", 2365)
    assert parsed.rejected == ()


def test_days_that_a_spreadsheet_turned_round_are_put_right(parse: Callable[..., ParsedFile]) -> None:
    parsed = parse(shared_sample("real-amazon-in-sale-report-150rows-textdates.xlsx"))
    place = ORDER_VALUES.index("purchased_at")
    # The csv of the same shop has 05-01-2022 and 06-04-2022 for what the workbook holds as 5 January and 6 April.
    days = {values[place] for values in parsed.orders.values}
    assert days == {"2022-04-29", "2022-04-30", "2022-05-01", "2022-06-04"}
    assert [issue.code for issue in parsed.warnings] == ["date_exchanged"]
    assert (parsed.rows, len(parsed.orders.numbers), parsed.rejected) == (150, 137, ())


def test_vietnamese_orders_count_once_however_many_lines(parse: Callable[..., ParsedFile]) -> None:
    parsed = parse(shared_sample("real-masked-shopee-vn-orders-2024-05.xlsx"))
    assert parsed.recognised.format.definition.id == "shopee.orders.vn"
    assert (parsed.rows, len(parsed.orders.numbers), parsed.rejected, parsed.warnings) == (454, 392, (), ())
    # The column of what the buyer paid, each order once, in dong: counted with the reader alone.
    assert sum(values[_TOTAL] for values in parsed.orders.values) == 44_465_401
    place = ORDER_VALUES.index("status")
    assert Counter(values[place] for values in parsed.orders.values)["returned"] == 2
    assert {values[place] for values in parsed.orders.values} == {"delivered", "cancelled", "shipped", "returned"}


def test_etsy_orders_have_their_printed_totals(parse: Callable[..., ParsedFile]) -> None:
    parsed = parse(shared_sample("real-masked-etsy-sold-orders-2022.csv"))
    assert (len(parsed.orders.numbers), parsed.rejected, parsed.warnings) == (2121, (), ())
    assert sum(values[_TOTAL] for values in parsed.orders.values) == 8_131_849
    assert all(len(values[ORDER_VALUES.index("purchased_at")]) == len("2022-07-16") for values in parsed.orders.values)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    with zipfile.ZipFile(shared_sample("large-amazon-in-sale-report-128976rows.zip")) as archive:
        return Path(archive.extract(archive.namelist()[0], folder))


def test_the_large_sample_gives_its_orders_once(
    large: Path, run: Callable[..., ImportResult], imports: Imports, store: Store
) -> None:
    first = run(large).files[0]
    assert (first.format, first.rows, first.new, first.updated, first.unchanged) == (
        "amazon.sale_report_in", 128_976, 120_229, 0, 0,
    )  # fmt: skip
    # Some hundred rows come again further down, which this export cannot tell from a second piece: counted, and said.
    assert (first.rejected, [issue.code for issue in first.warnings]) == ((), ["rows_alike"])
    again = run(large)
    assert (again.batch_id, again.files[0].new, again.files[0].updated) == (None, 0, 0)
    assert again.files[0].unchanged == 120_229
    with store.reading() as conn:
        counts = conn.exec_driver_sql("SELECT count(*), sum(total_minor) FROM orders").one()
        lines = conn.exec_driver_sql("SELECT count(*), sum(price_minor), sum(quantity) FROM order_lines").one()
    # 78,590,170.25 rupees and 116,646 pieces: sums of the columns Amount and Qty, counted with csv alone.
    assert tuple(counts) == (120_229, lines[1])
    assert lines[0] == 128_976
