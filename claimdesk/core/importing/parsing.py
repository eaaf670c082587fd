"""One file from its bytes to orders: what it is, which format it is in, what its rows say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from claimdesk.core.importing.catalogue import Catalogue, Recognised
from claimdesk.core.importing.collector import paused_collector
from claimdesk.core.importing.containers import Container, container_of
from claimdesk.core.importing.delimited import DelimitedText
from claimdesk.core.importing.encodings import decide_encoding
from claimdesk.core.importing.events import ParsedEvents, add_mentioned, keep_lines, make_events
from claimdesk.core.importing.headings import normal_heading
from claimdesk.core.importing.html_tables import HtmlTables
from claimdesk.core.importing.ordering import ParsedOrders, make_orders
from claimdesk.core.importing.recognition import Profiles, Recognition, recognise, sheets_like
from claimdesk.core.importing.sources import Beginning, Source
from claimdesk.core.importing.table import collect
from claimdesk.core.importing.unknown import UNKNOWN, is_importable, note_mapping
from claimdesk.core.importing.values import read_values
from claimdesk.core.importing.workbook import Workbook
from claimdesk.core.records.imports import ColumnMatch, FileChoices
from claimdesk.core.records.problems import Problem, RowIssue
from claimdesk.core.records.tasks import Task

_SHOWN_HEADINGS = 12


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file, read and understood; nothing is stored yet."""

    path: Path
    recognition: Recognition
    encoding: str
    rows: int
    columns: tuple[ColumnMatch, ...]
    orders: ParsedOrders
    events: ParsedEvents
    rejected: tuple[RowIssue, ...]
    warnings: tuple[RowIssue, ...]
    sheets: tuple[str, ...] = ()  # other sheets that hold orders too
    hidden_sheets: tuple[str, ...] = ()  # the same, and the workbook does not show them
    shop_said: str = ""  # what the file calls the shop of all its orders

    @property
    def recognised(self) -> Recognised:
        """The table that was read."""
        return self.recognition.found


def open_source(path: Path, encoding: str, catalogue: Catalogue) -> Source:
    """The reader for a file, by its first bytes. Raises the Problems of `container_of` and of the readers."""
    container = container_of(path)
    if container is Container.WORKBOOK:
        return Workbook(path)
    if container is Container.HTML:
        return HtmlTables(path)
    return DelimitedText(path, decide_encoding(path, encoding, catalogue.has_headings))


def parse_file(
    path: Path,
    catalogue: Catalogue,
    *,
    choices: FileChoices | None = None,
    profiles: Profiles | None = None,
    ask: bool = False,
    task: Task,
) -> ParsedFile:
    """Everything a file holds.

    Raises Problem `format_unknown` (params: headings) when too few of its headings are known words and nobody says
    what they mean (with `ask` the columns come back without orders instead), `file_no_rows` when nothing is below
    them, and the Problems of the readers; Cancelled when the task was stopped.
    """
    choices = choices or FileChoices()
    source = open_source(path, choices.encoding, catalogue)
    try:
        with paused_collector():
            task.step(0, 0)
            tables = source.beginnings()
            recognition = recognise(tables, catalogue, choices, profiles or {})
            if recognition is None or not (ask or _is_sure(recognition)):
                raise _unknown(path, tables, choices.format_id)
            sheets = sheets_like(tables, recognition.found, catalogue)
            return replace(_parse(source, path, recognition, sheets[1], task), sheets=sheets[0])
    finally:
        source.close()


def _is_sure(recognition: Recognition) -> bool:
    if not recognition.is_unknown:
        return True
    mapped = bool(recognition.choices.columns) and "order_no" in recognition.found.format.columns.values()
    return mapped or is_importable(recognition.found)


def _unknown(path: Path, tables: list[Beginning], format_id: str) -> Problem:
    headings = _likely_headings([row for table in tables for row in table.rows[:40]])
    if format_id and format_id != UNKNOWN:
        return Problem("format_not_fitting", file=path.name, format=format_id, headings=headings)
    return Problem("format_unknown", file=path.name, headings=headings)


def _parse(source: Source, path: Path, recognition: Recognition, hidden: tuple[str, ...], task: Task) -> ParsedFile:
    recognised = recognition.found
    definition = recognised.format.definition
    filled = collect(
        recognised, source.chunks(recognised.table, recognised.number, len(recognised.headings), task.step)
    )
    if not filled.numbers and not filled.issues:
        raise Problem("file_no_rows", file=path.name, row=recognised.number)
    task.step(0, 0)
    known = "order_no" in recognised.format.columns.values()
    if known and not any(column.field == "order_no" for column in filled.columns):
        shown = ", ".join(recognised.headings)[:400]
        raise Problem("format_not_fitting", file=path.name, format=definition.id, headings=shown)
    orders, events = ParsedOrders(), ParsedEvents()
    if known:
        values = read_values(filled, definition, recognition.choices)
        if recognition.is_unknown:
            note_mapping(values, recognised, recognition.choices)
        if definition.events:
            events = make_events(values, definition, path.name)
        else:
            keep_lines(values, definition)
        orders = make_orders(values, definition)
        add_mentioned(orders, events)
    rejected = sorted((*filled.issues, *orders.rejected), key=lambda issue: issue.row)
    warnings = (*source.notes, *_of_the_file(recognised, hidden), *orders.warnings)
    return ParsedFile(
        path=path,
        recognition=recognition,
        encoding=source.encoding,
        rows=len(filled.numbers) + len(filled.issues),
        columns=filled.matches,
        orders=orders,
        events=events,
        rejected=tuple(rejected),
        warnings=warnings,
        hidden_sheets=hidden,
        shop_said=filled.shop,
    )


def _of_the_file(recognised: Recognised, hidden: tuple[str, ...]) -> list[RowIssue]:
    """What is doubtful about the file as a whole."""
    issues: list[RowIssue] = []
    if not recognised.table.visible:
        issues.append(RowIssue(recognised.number, "", "sheet_hidden", recognised.table.name))
    if hidden:
        issues.append(RowIssue(recognised.number, "", "sheets_hidden_left", ", ".join(hidden)[:80]))
    if recognised.by_likeness:
        definition = recognised.format.definition
        missing = [name for name in definition.signature if normal_heading(name) not in
                   {normal_heading(heading) for heading in recognised.headings}]  # fmt: skip
        issues.append(
            RowIssue(recognised.number, "", "format_alike", ", ".join(missing)[:80], {"format": definition.title.en})
        )
    return issues


def _likely_headings(rows: list[list[str]]) -> str:
    """The first row that is nearly as full as the fullest: rows below it hold what buyers told the shop."""
    filled = [[cell.strip()[:40] for cell in row if cell.strip()] for row in rows]
    most = max(map(len, filled), default=0)
    return ", ".join(next((row for row in filled if len(row) * 2 >= most), []))[:400]
