"""The sheets of a workbook as rows of text, by either of two readers: a fast one, and one that forgives more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any, Final

from claimdesk.core.importing.ods_merges import ods_merges

_EXACT: Final = 10**15
_LONGEST_MERGE: Final = 1000
Merge = tuple[int, int, int, int]  # first row and column, last row and column, from 0


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: `height` and `room` (cells) as the reader sees them; `rows` begins anew with each call."""

    name: str
    visible: bool
    height: int
    room: int
    rows: Callable[[], Iterator[list[str]]]


def calamine_sheets(file: IO[bytes]) -> list[SheetRows]:
    """All sheets by calamine, which raises what it likes on a damaged file."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(file)
    merges = ods_merges(file)
    return [
        _calamine_sheet(book.get_sheet_by_name(meta.name), merges, visible=meta.visible == SheetVisibleEnum.Visible)
        for meta in book.sheets_metadata
    ]


def _calamine_sheet(sheet: Any, others: dict[str, list[Merge]], *, visible: bool) -> SheetRows:
    told = [(top, left, bottom, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or []]
    merges = told or others.get(sheet.name, [])
    above, lead = sheet.start or (0, 0)

    def rows() -> Iterator[list[str]]:
        return _texts(sheet.iter_rows(), lead, merges)

    return SheetRows(sheet.name, visible, above + sheet.height, sheet.height * sheet.width, rows)


def openpyxl_sheets(path: Path) -> list[SheetRows]:
    """All sheets by openpyxl in its normal mode, values instead of formulas."""
    from openpyxl import load_workbook

    book = load_workbook(path, data_only=True)
    return [_openpyxl_sheet(sheet) for sheet in book.worksheets]


def _openpyxl_sheet(sheet: Any) -> SheetRows:
    merges = [(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1) for one in sheet.merged_cells.ranges]

    def rows() -> Iterator[list[str]]:
        return _texts(sheet.iter_rows(values_only=True), 0, merges)

    height, width = sheet.max_row or 0, sheet.max_column or 0
    return SheetRows(sheet.title, sheet.sheet_state == "visible", height, height * width, rows)


def _texts(rows: Iterable[Sequence[Any]], lead: int, merges: list[Merge]) -> Iterator[list[str]]:
    """All rows from the first of the sheet and from its first column, so that places are what Excel shows."""
    before = [""] * lead
    down = _merged(merges)
    carried: dict[int, str] = {}
    for number, row in enumerate(rows):
        cells = [value if value.__class__ is str else _text(value) for value in row]
        if before:
            cells = before + cells
        if down:
            _carry(cells, down.get(number, ()), carried)
        yield cells


def _merged(merges: list[Merge]) -> dict[int, list[tuple[int, bool]]]:
    """Row -> columns that continue (or begin) a merge over several rows, as ERPs merge an order's number."""
    found: dict[int, list[tuple[int, bool]]] = {}
    for top, left, bottom, _right in merges:
        if top < bottom < top + _LONGEST_MERGE:
            for row in range(top, bottom + 1):
                found.setdefault(row, []).append((left, row == top))
    return found


def _carry(cells: list[str], columns: Iterable[tuple[int, bool]], carried: dict[int, str]) -> None:
    for column, begins in columns:
        if column >= len(cells):
            continue
        if begins:
            carried[column] = cells[column]
        elif not cells[column]:
            cells[column] = carried.get(column, "")


def _text(value: Any) -> str:
    """A cell as text: whole numbers without a point, numbers past 15 digits as Excel shows them, days without hours."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        if value == int(value) if abs(value) < _EXACT else False:
            return str(int(value))
        return repr(value) if abs(value) < _EXACT else f"{value:.5E}"
    if isinstance(value, int):
        return str(value) if abs(value) < _EXACT else f"{value:.5E}"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else ""
