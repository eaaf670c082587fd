"""The same orders in other files: re-saved, re-ordered, re-encoded. Each gives the same, or says what is wrong."""

from __future__ import annotations

import csv
import io
import random
import re
import string
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.headings import normal_heading
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.importing.sheet_rows import calamine_sheets

from .samples import EXPORTS

Rows = list[list[str]]
Parse = Callable[..., ParsedFile]
_TOLD_ORDERS = ("status", "purchased_at", "deliver_by", "total_minor", "currency", "buyer_name", "ship_city")
_TOLD_LINES = ("sku", "item_ref", "title", "quantity", "price_minor")


def _is_of_orders(path: Path) -> bool:
    return not re.search(r"date-range|returns|replacements|feedback|health|html-table|damaged-ids", path.name)


SAMPLES = sorted(path for path in EXPORTS.iterdir() if _is_of_orders(path))


@pytest.fixture(scope="session")
def known() -> dict[Path, tuple[Any, Rows, int]]:
    """What was found in each sample, its rows, and the place of its headings; filled as it is asked for."""
    return {}


@pytest.fixture
def sample(request: pytest.FixtureRequest, parse: Parse, known: dict[Path, Any]) -> tuple[ParsedFile, Rows, int]:
    path: Path = request.param
    if path not in known:
        parsed = parse(path)
        rows = _rows_of(path, parsed)
        headings = [normal_heading(cell) for cell in parsed.recognised.headings]
        known[path] = (parsed, rows, next(i for i, row in enumerate(rows) if [*map(normal_heading, row)] == headings))
    found: tuple[ParsedFile, Rows, int] = known[path]
    return found


def _rows_of(path: Path, parsed: ParsedFile) -> Rows:
    if path.read_bytes()[:2] == b"PK":
        with path.open("rb") as file:
            return [list(row) for row in calamine_sheets(file)[0].rows()]
    encoding = "utf-8-sig" if parsed.encoding == "utf-8" else parsed.encoding
    text = path.read_bytes().decode(encoding)
    table = parsed.recognised.table
    quoting = csv.QUOTE_MINIMAL if table.quoted else csv.QUOTE_NONE
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=table.separator, quoting=quoting))


def told(parsed: ParsedFile) -> dict[tuple[str, str], Any]:
    """What a file says of each order, by platform and number."""
    found: dict[tuple[str, str], Any] = {}
    orders = parsed.orders
    for place, key in enumerate(zip(orders.platforms, orders.numbers, strict=True)):
        values = dict(zip(ORDER_VALUES, orders.values[place], strict=True))
        lines = [dict(zip(LINE_VALUES, row[1:], strict=True)) for row in orders.lines[place]]
        parcels = [dict(zip(SHIPMENT_VALUES, row[1:], strict=True)) for row in orders.shipments[place]]
        found[key] = (
            {name: values[name] for name in _TOLD_ORDERS},
            sorted(str({name: line[name] for name in _TOLD_LINES}) for line in lines),
            sorted((parcel["carrier"], parcel["tracking_no"]) for parcel in parcels),
        )
    return found


def check(sample: tuple[ParsedFile, Rows, int], other: ParsedFile, *, exact: bool = True) -> None:
    parsed = sample[0]
    assert other.recognised.format.definition.id == parsed.recognised.format.definition.id
    want, got = told(parsed), told(other)
    issues = [issue.code for issue in (*other.rejected, *other.warnings)]
    if exact:
        assert got == want
        assert issues == [issue.code for issue in (*parsed.rejected, *parsed.warnings)]
        return
    assert got.keys() <= want.keys() or issues
    wrong = {key for key in want if got.get(key) != want[key]}
    assert not wrong or set(issues) - {issue.code for issue in parsed.warnings}, (wrong, issues)


# files as text


def delimited(path: Path, rows: Rows, separator: str = ",", encoding: str = "utf-8", end: str = "\n") -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


TEXTS: dict[str, dict[str, str]] = {
    "with a byte order mark and CRLF": {"encoding": "utf-8-sig", "end": "\r\n"},
    "between semicolons": {"separator": ";"},
    "between tabs, with quotation marks where needed": {"separator": "\t"},
    "as Unicode text": {"separator": "\t", "encoding": "utf-16", "end": "\r\n"},
    "between bars": {"separator": "|"},
    "in GB18030": {"encoding": "gb18030"},
}


@pytest.mark.parametrize("how", TEXTS)
@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_text_written_another_way(sample: tuple[ParsedFile, Rows, int], how: str, parse: Parse, tmp_path: Path) -> None:
    rows = sample[1]
    if TEXTS[how].get("encoding") == "gb18030" and "".join(map("".join, rows)).isascii():
        pytest.skip("plain ASCII is the same in every encoding")
    encoding = "gb18030" if TEXTS[how].get("encoding") == "gb18030" else ""
    check(sample, parse(delimited(tmp_path / "other.csv", rows, **TEXTS[how]), encoding=encoding))


# rows and columns


def _louder(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    return [*rows[:at], [f" {cell.upper()}  " for cell in rows[at]], *rows[at + 1 :]]


def _shuffled(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    width = len(rows[at])
    order = list(range(width))
    random.Random(7).shuffle(order)
    # of two equal headings the first counts: their order stays
    heads = [normal_heading(cell) for cell in rows[at]]
    for head in {head for head in heads if heads.count(head) > 1}:
        places = [place for place, column in enumerate(order) if heads[column] == head]
        for place, column in zip(places, sorted(order[place] for place in places), strict=True):
            order[place] = column
    arranged = [[row[i] if i < len(row) else "" for i in order] for row in rows if sum(map(bool, row)) > 4]
    return [*rows[:at], *arranged]  # without footers, which are no columns


def _more_columns(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    added = [row if i < at or sum(map(bool, row)) < 5 else ["x1", *row, "x2", ""] for i, row in enumerate(rows)]
    added[at] = ["My mark", *rows[at], "Checked by", ""]
    return added


def _blank_lines(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    found: Rows = [*rows[: at + 1]]
    for row in rows[at + 1 :]:
        found += [[], row, [""] * len(row)]
    return [*found, [], []]


def _a_total(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    return [*rows, ["Total", *[""] * (len(rows[at]) - 2), "12"], ["合计"] + [""] * (len(rows[at]) - 1)]


def _twice(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    return [*rows, *rows[at:]]


def _trailing_cells(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    return [row if i < at else [*row, "", ""] for i, row in enumerate(rows)]


def _quoted_ids(sample: tuple[ParsedFile, Rows, int]) -> Rows:
    _, rows, at = sample
    return [row if i <= at else [f'="{cell}"' if re.fullmatch(r"[\d-]{8,}", cell) else cell for cell in row]
            for i, row in enumerate(rows)]  # fmt: skip


ARRANGED: dict[str, tuple[Callable[[tuple[ParsedFile, Rows, int]], Rows], bool]] = {
    "headings in capitals between blanks": (_louder, True),
    "columns in another order": (_shuffled, True),
    "more columns than usual": (_more_columns, True),
    "blank lines between": (_blank_lines, True),
    "totals below": (_a_total, True),
    "the same file twice in one": (_twice, False),
    "empty columns behind": (_trailing_cells, True),
    "numbers wrapped against Excel": (_quoted_ids, True),
}


@pytest.mark.parametrize("how", ARRANGED)
@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_rows_and_columns_arranged_another_way(
    sample: tuple[ParsedFile, Rows, int], how: str, parse: Parse, tmp_path: Path
) -> None:
    arrange, exact = ARRANGED[how]
    other = parse(delimited(tmp_path / "other.csv", arrange(sample)))
    check(sample, other, exact=exact)
    if arrange is _twice:
        assert told(other) == told(sample[0])


@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_a_column_fewer(sample: tuple[ParsedFile, Rows, int], parse: Parse, tmp_path: Path) -> None:
    """Any one column may be missing: the orders are there, or the file is named for what it lacks."""
    parsed, rows, at = sample
    definition = parsed.recognised.format
    numbers = {head for head, name in definition.columns.items() if name in ("order_no", "platform", "items_blob")}
    chosen = random.Random(3).sample(range(len(rows[at])), min(8, len(rows[at])))
    for column in chosen:
        if normal_heading(rows[at][column]) in numbers:
            continue
        fewer = [row if i < at else row[:column] + row[column + 1 :] for i, row in enumerate(rows)]
        other = parse(delimited(tmp_path / "other.csv", fewer))
        assert set(other.orders.numbers) <= set(parsed.orders.numbers), rows[at][column]
        missing = set(parsed.orders.numbers) - set(other.orders.numbers)
        assert not missing or other.rejected, rows[at][column]


# workbooks


def _cell(text: str) -> object:
    """What a spreadsheet makes of a text: a number of up to 15 digits, a date, else the text."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", text):
        return datetime.fromisoformat(text)
    if re.fullmatch(r"(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?", text):
        return float(text)
    return text


def workbook(path: Path, rows: Rows, make: Callable[[str], object] = str, *, other_sheets: bool = False) -> Path:
    book = Workbook()
    sheet = book.active
    if other_sheets:
        sheet.title = "Read me"
        sheet.append(["How to use this file"])
        pivot = book.create_sheet("Pivot")
        pivot.append(["Month", "Sum"])
        pivot.append(["January", 5])
        pivot.sheet_state = "hidden"
        sheet = book.create_sheet("Export")
    for row in rows:
        shown = [re.sub(r'^="(.*)"$', r"\1", cell) for cell in row]  # a workbook holds what such a formula gives
        sheet.append([None if cell == "" else make(cell) for cell in shown])
    book.save(path)
    return path


@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_a_workbook_of_the_same_texts(sample: tuple[ParsedFile, Rows, int], parse: Parse, tmp_path: Path) -> None:
    check(sample, parse(workbook(tmp_path / "other.xlsx", sample[1])))


@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_a_workbook_with_numbers_dates_and_other_sheets(
    sample: tuple[ParsedFile, Rows, int], parse: Parse, tmp_path: Path
) -> None:
    at = sample[2]
    rows = [["Orders of the shop"], [], *sample[1][at:]]
    other = parse(workbook(tmp_path / "other.xlsx", rows, _cell, other_sheets=True))
    assert other.recognised.table.name == "Export"
    check(sample, other, exact=False)
    assert set(other.orders.numbers) == set(sample[0].orders.numbers)


@pytest.mark.parametrize("sample", SAMPLES, indirect=True, ids=lambda path: path.stem)
def test_a_text_saved_again_by_a_spreadsheet(
    sample: tuple[ParsedFile, Rows, int], parse: Parse, tmp_path: Path
) -> None:
    """An American Excel opened and saved the text: dates as M/D/YYYY H:mm, amounts without ends, long numbers gone."""

    def saved(cell: str) -> str:
        value = _cell(cell)
        if isinstance(value, datetime):
            return f"{value.month}/{value.day}/{value.year} {value.hour}:{value.minute:02d}"
        if re.fullmatch(r"\d{12,}", cell):
            return f"{float(cell):.5E}"
        return f"{value:g}" if isinstance(value, float) and abs(value) < 100_000 else cell

    rows = [row if i <= sample[2] else [saved(cell) for cell in row] for i, row in enumerate(sample[1])]
    other = parse(delimited(tmp_path / "other.csv", rows, end="\r\n"))
    want, got = told(sample[0]), told(other)
    issues = {issue.code for issue in (*other.rejected, *other.warnings)}
    assert got.keys() <= want.keys()
    assert got.keys() == want.keys() or issues & {"id_damaged", "date_undecided"}
    for key, (order, _, _) in got.items():
        assert (order["total_minor"], order["currency"]) == (want[key][0]["total_minor"], want[key][0]["currency"])
        moment, before = order["purchased_at"], want[key][0]["purchased_at"]
        assert moment == before or (moment or "")[:15] == (before or "")[:15] or "date_undecided" in issues


def test_the_letters_used_here_are_what_headings_hold() -> None:
    assert all(normal_heading(f" {letter.upper()} ") == letter for letter in string.ascii_lowercase)
