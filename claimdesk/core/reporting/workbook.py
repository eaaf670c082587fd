"""The workbook as a whole: which sheets it has, in which order they are filled, and that nothing of it stays behind."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.tasks import Task
from claimdesk.core.reporting.columns import Names, Words, case_columns, order_columns
from claimdesk.core.reporting.entries import OrderEntry
from claimdesk.core.reporting.figures import OrderFigures, case_figures
from claimdesk.core.reporting.summary import Period, write_summary
from claimdesk.core.reporting.tables import write_table


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language and zone a workbook speaks, its words by code, and what things are called."""

    language: str
    zone: ZoneInfo
    words: Words
    names: Names


@dataclass(frozen=True, slots=True)
class Filled:
    """How much was written: rows of orders and cases, and texts that had to be cleaned."""

    rows: int
    cleaned: int


def save_workbook(
    file: BinaryIO,
    period: Period,
    cases: Sequence[CaseRow],
    orders: Iterable[OrderEntry],
    voice: Voice,
    task: Task,
) -> Filled:
    """Write the workbook into an open file. Raises Cancelled, and OSError when there is no room for it."""
    book = Workbook(write_only=True)
    try:
        filled = _fill(book, period, cases, orders, voice, task)
        book.save(file)
    finally:
        _discard(book)
    return filled


def _fill(
    book: Workbook,
    period: Period,
    cases: Sequence[CaseRow],
    orders: Iterable[OrderEntry],
    voice: Voice,
    task: Task,
) -> Filled:
    words = voice.words
    book.properties.creator = "ClaimDesk"
    book.properties.title = words("report_title")
    book.properties.created = period.now.replace(tzinfo=None)
    # The summary stands first and is filled last: its figures are counted while the orders pass.
    summary = book.create_sheet(words("report_sheet_summary"))
    case_rows, case_cleaned = write_table(
        book, words("report_sheet_cases"), case_columns(words, voice.names, voice.language), cases,
        words=words, zone=voice.zone, task=task,
    )  # fmt: skip
    figures = OrderFigures()
    order_rows, order_cleaned = write_table(
        book, words("report_sheet_orders"), order_columns(words, voice.names), figures.counting(orders),
        words=words, zone=voice.zone, task=task,
    )  # fmt: skip
    write_summary(
        summary, period, figures, case_figures(cases, period.now),
        words=words, outcome=voice.names.outcome, language=voice.language, zone=voice.zone,
    )  # fmt: skip
    return Filled(case_rows + order_rows, case_cleaned + order_cleaned)


def _discard(book: Workbook) -> None:
    """Remove the drafts that openpyxl keeps of each sheet: after a failure they would hold buyers' names until exit."""
    for sheet in book.worksheets:
        writer: Any = getattr(sheet, "_writer", None)
        if writer is None or not Path(writer.out).exists():
            continue
        with contextlib.suppress(Exception):
            sheet.close()  # Windows removes no open file
        with contextlib.suppress(OSError, ValueError):
            writer.cleanup()
