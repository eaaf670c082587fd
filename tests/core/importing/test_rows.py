"""What is said about single rows: why one was left out, what was read but is doubtful."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.importing.fields import ORDER_VALUES
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.knowledge.wording import Wording

EBAY = ["Sales Record Number", "Order Number", "Buyer Username", "Ship To Name", "Item Number", "Item Title", "Custom Label",
        "Quantity", "Sold For", "Total Price", "Sale Date", "Tracking Number"]  # fmt: skip
ROW = ["1", "05-1", "b", "Jo", "3185", "Mug", "M", "1", "$5.00", "$5.00", "Nov-01-26", ""]


def changed(**cells: str) -> list[str]:
    row = dict(zip(EBAY, ROW, strict=True))
    row.update({name.replace("_", " "): value for name, value in cells.items()})
    return list(row.values())


@pytest.mark.parametrize(
    "cells, code, column",
    [
        ({"Order_Number": "", "Sales_Record_Number": ""}, "order_no_missing", "Order Number"),
        ({"Order_Number": "3.18509E+11"}, "id_damaged", "Order Number"),
        ({"Sale_Date": "soon"}, "date_unreadable", "Sale Date"),
        ({"Sale_Date": "31/31/2026"}, "date_unreadable", "Sale Date"),
        ({"Total_Price": "five"}, "amount_unreadable", "Total Price"),
        ({"Quantity": "1.5"}, "count_unreadable", "Quantity"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(
    cells: dict[str, str], code: str, column: str, sheet: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    parsed = parse(sheet("e.csv", EBAY, ROW, changed(**{"Order_Number": "05-2", **cells})))
    assert parsed.orders.numbers == ["05-1"]
    (issue,) = parsed.rejected
    assert (issue.row, issue.column, issue.code) == (3, column, code)
    params = {"row": issue.row, "column": issue.column, "value": issue.value, **issue.params}
    said = Wording.load().text(code, params)
    assert said.en != code
    assert "{" not in said.en + said.zh


def test_an_order_with_an_unusable_row_is_left_out_whole(
    sheet: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    parsed = parse(sheet("e.csv", EBAY, ROW, changed(Item_Number="9", Sold_For="?"), changed(Order_Number="05-2")))
    assert parsed.orders.numbers == ["05-2"]
    assert [(issue.row, issue.code) for issue in parsed.rejected] == [(2, "order_incomplete"), (3, "amount_unreadable")]


def test_a_destroyed_tracking_number_is_left_empty_with_a_warning(
    sheet: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    parsed = parse(sheet("e.csv", EBAY, changed(Tracking_Number="9.4001E+21")))
    assert [(issue.row, issue.code, issue.value) for issue in parsed.warnings] == [(2, "id_lost", "9.4001E+21")]
    assert parsed.orders.shipments == [()]


@pytest.mark.parametrize("number", ["1E10", "00012345", "576461413038785752", "240501123E4567", "123-4567890-1234567"])
def test_identifiers_stay_as_they_are(
    number: str, sheet: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    parsed = parse(sheet("e.csv", EBAY, changed(Order_Number=number, Custom_Label=number)))
    assert parsed.orders.numbers == [number]
    assert parsed.orders.lines[0][0][3] == number


def test_day_and_month_are_decided_by_the_column(sheet: Callable[..., Path], parse: Callable[..., ParsedFile]) -> None:
    def days(*texts: str) -> tuple[list[object], list[str], list[str]]:
        rows = [changed(Order_Number=f"05-{place}", Sale_Date=text) for place, text in enumerate(texts)]
        parsed = parse(sheet("d.csv", EBAY, *rows))
        place = ORDER_VALUES.index("purchased_at")
        return (
            [values[place] for values in parsed.orders.values],
            [issue.code for issue in parsed.warnings],
            [issue.code for issue in parsed.rejected],
        )

    assert days("05/03/2026", "05/20/2026") == (["2026-05-03", "2026-05-20"], [], [])
    assert days("05/03/2026", "06/03/2026") == (["2026-05-03", "2026-06-03"], [], [])
    assert days("05/03/2026", "20/03/2026") == (["2026-03-05", "2026-03-20"], ["date_order_turned"], [])
    mixed = days("05/03/2026", "20/03/2026", "05/20/2026", "04/04/2026")
    assert mixed == (["2026-03-20", "2026-05-20", "2026-04-04"], [], ["date_undecided"])


def test_footers_totals_and_repeated_headings_are_no_orders(
    sheet: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    blank = [""] * len(EBAY)
    rows = [blank, ROW, EBAY, changed(Order_Number="05-2"), ["1", "record(s) downloaded"], ["Seller ID : x"]]
    total = ["", "", "", "", "", "", "", "2", "", "$10.00", "", ""]
    parsed = parse(sheet("f.csv", EBAY, *rows, total, ["", "Total:", *total[2:]]))
    assert (parsed.orders.numbers, parsed.rejected) == (["05-1", "05-2"], ())


def test_an_unknown_status_is_kept_as_text(parse: Callable[..., ParsedFile], sheet: Callable[..., Path]) -> None:
    heads = ["amazon-order-id", "merchant-order-id", "purchase-date", "order-status", "sales-channel", "item-status"]
    parsed = parse(
        sheet("a.txt", heads, ["1-1", "", "2026-11-01T00:00:00+00:00", "Floating", "Amazon.de", ""], separator="\t")
    )
    values = dict(zip(ORDER_VALUES, parsed.orders.values[0], strict=True))
    assert (values["status"], values["substatus"], values["marketplace"]) == ("unknown", "Floating", "amazon.de")
    assert [issue.code for issue in parsed.warnings] == ["status_unknown"]


def test_a_row_broken_by_a_line_break_is_joined(tmp_path: Path, parse: Callable[..., ParsedFile]) -> None:
    heads = [
        "order-id",
        "order-item-id",
        "promise-date",
        "days-past-promise",
        "quantity-to-ship",
        "ship-address-1",
        "ship-city",
    ]
    text = "\t".join(heads) + "\n1-1\t7\t\t\t1\tFlat 2\nNew Road\tPune\n1-2\t8\t\t\t1\tHome\tPune\n"
    path = tmp_path / "u.txt"
    path.write_text(text, "utf-8")
    parsed = parse(path)
    values = [dict(zip(ORDER_VALUES, row, strict=True)) for row in parsed.orders.values]
    assert [(row["ship_address"], row["ship_city"]) for row in values] == [
        ("Flat 2\nNew Road", "Pune"),
        ("Home", "Pune"),
    ]
    assert parsed.rejected == ()
