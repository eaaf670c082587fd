"""A sheet with one table: styled heading row that stays in sight, filters, widths, a second sheet past Excel's end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from claimdesk.core.records.tasks import Task
from claimdesk.core.reporting.cells import CellWriter
from claimdesk.core.reporting.columns import Column, Words

R = TypeVar("R")
SHEET_ROWS = 1_048_576  # Excel's own limit, heading row included
_REPORT_EVERY = 500


def write_table(
    book: Workbook,
    title: str,
    columns: Sequence[Column[R]],
    rows: Iterable[R],
    *,
    words: Words,
    zone: ZoneInfo,
    task: Task,
    sheet_rows: int = SHEET_ROWS,
) -> tuple[int, int]:
    """Add a sheet of rows, and `title 2`… when Excel's limit is reached; rows written and texts cleaned.

    Raises Cancelled when the task is stopped.
    """
    written = cleaned = number = 0
    remaining = iter(rows)
    row = next(remaining, None)
    while row is not None or number == 0:
        number += 1
        sheet = book.create_sheet(title if number == 1 else f"{title} {number}")
        writer = CellWriter(sheet, zone)
        _begin(sheet, writer, columns, words)
        used = 1
        while row is not None and used < sheet_rows:
            sheet.append([column.cell(writer, row) for column in columns])
            used += 1
            written += 1
            if written % _REPORT_EVERY == 0:
                task.step(written, 0)
            row = next(remaining, None)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{used}"
        cleaned += writer.cleaned
    return written, cleaned


def _begin(sheet: Any, writer: CellWriter, columns: Sequence[Column[Any]], words: Words) -> None:
    """Everything that stands in the file before the first row, then the heading row.

    The sheet is Any: openpyxl's types do not know that a write-only sheet has widths and a page.
    """
    sheet.freeze_panes = "B2"
    for index, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.row_dimensions[1].height = 30
    sheet.print_title_rows = "1:1"
    set_landscape(sheet)
    sheet.append([writer.text(words(column.heading), "heading") for column in columns])


def set_landscape(sheet: Any) -> None:
    """Printed, the whole width fits one page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
