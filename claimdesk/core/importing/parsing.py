"""One file from its bytes to orders: what it is, which format it is in, what its rows say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from claimdesk.core.importing.catalogue import Catalogue, Recognised
from claimdesk.core.importing.collector import paused_collector
from claimdesk.core.importing.containers import Container, container_of
from claimdesk.core.importing.delimited import DelimitedText
from claimdesk.core.importing.encodings import decide_encoding
from claimdesk.core.importing.html_tables import HtmlTables
from claimdesk.core.importing.ordering import ParsedOrders, make_orders
from claimdesk.core.importing.sources import Source
from claimdesk.core.importing.table import collect
from claimdesk.core.importing.values import read_values
from claimdesk.core.importing.workbook import Workbook
from claimdesk.core.records.imports import ColumnMatch
from claimdesk.core.records.problems import Problem, RowIssue
from claimdesk.core.records.tasks import Task

_SHOWN_HEADINGS = 12


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file, read and understood; nothing is stored yet."""

    path: Path
    recognised: Recognised
    encoding: str
    rows: int
    columns: tuple[ColumnMatch, ...]
    orders: ParsedOrders
    rejected: tuple[RowIssue, ...]
    warnings: tuple[RowIssue, ...]


def open_source(path: Path, encoding: str, catalogue: Catalogue) -> Source:
    """The reader for a file, by its first bytes. Raises the Problems of `container_of` and of the readers."""
    container = container_of(path)
    if container is Container.WORKBOOK:
        return Workbook(path)
    if container is Container.HTML:
        return HtmlTables(path)
    return DelimitedText(path, decide_encoding(path, encoding, catalogue.has_headings))


def parse_file(path: Path, catalogue: Catalogue, *, format_id: str = "", encoding: str = "", task: Task) -> ParsedFile:
    """Everything a file holds.

    Raises Problem `format_unknown` (params: headings) when no known headings are in it, `file_no_rows`
    when nothing is below them, and the Problems of the readers; Cancelled when the task was stopped.
    """
    source = open_source(path, encoding, catalogue)
    try:
        with paused_collector():
            return _parse(source, path, catalogue, format_id, task)
    finally:
        source.close()


def _parse(source: Source, path: Path, catalogue: Catalogue, format_id: str, task: Task) -> ParsedFile:
    task.step(0, 0)
    tables = source.beginnings()
    recognised = catalogue.recognise(tables, format_id)
    if recognised is None:
        headings = _likely_headings([row for table in tables for row in table.rows[:40]])
        if format_id:
            raise Problem("format_not_fitting", file=path.name, format=format_id, headings=headings)
        raise Problem("format_unknown", file=path.name, headings=headings)
    definition = recognised.format.definition
    table = recognised.table
    if table.separator and table.quoted and not definition.reading.quoted:
        table = type(table)(table.name, table.rows, table.numbers, table.visible, table.separator, quoted=False)
    chunks = source.chunks(table, recognised.number, len(recognised.headings), task.step)
    filled = collect(recognised, chunks)
    if not filled.numbers and not filled.issues:
        raise Problem("file_no_rows", file=path.name, row=recognised.number)
    task.step(0, 0)
    orders = make_orders(read_values(filled, definition), definition)
    rejected = sorted((*filled.issues, *orders.rejected), key=lambda issue: issue.row)
    warnings = list(orders.warnings)
    if not recognised.table.visible:
        warnings.insert(0, RowIssue(recognised.number, "", "sheet_hidden", recognised.table.name))
    rows = len(filled.numbers) + len(filled.issues)
    return ParsedFile(path, recognised, source.encoding, rows, filled.matches, orders, tuple(rejected), tuple(warnings))


def _likely_headings(rows: list[list[str]]) -> str:
    """The first row that is nearly as full as the fullest: rows below it hold what buyers told the shop."""
    filled = [[cell.strip()[:40] for cell in row if cell.strip()] for row in rows]
    most = max(map(len, filled), default=0)
    return ", ".join(next((row for row in filled if len(row) * 2 >= most), []))[:400]
