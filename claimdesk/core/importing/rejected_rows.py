"""The rows of a file that were left out, as a workbook that can be corrected and imported in its place."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.parsing import open_source, parse_file
from claimdesk.core.importing.recognition import Profiles
from claimdesk.core.records.imports import FileChoices
from claimdesk.core.records.problems import Problem, RowIssue
from claimdesk.core.records.tasks import Task

if TYPE_CHECKING:
    from claimdesk.core.knowledge.wording import Wording

ROWS: Final = 100_000
_TEXT_LIMIT: Final = 32_767  # characters of a cell
WRONG = {"en": ("Row in the file", "What is wrong"), "zh": ("原文件行号", "问题")}


@dataclass(frozen=True, slots=True)
class RejectedRows:
    """Headings, and with each row its number, what is wrong, and its cells as the file has them."""

    file: str
    headings: list[str]
    rows: list[tuple[int, RowIssue, list[str]]]


def rejected_rows(
    path: Path, catalogue: Catalogue, choices: FileChoices, profiles: Profiles, task: Task
) -> RejectedRows:
    """Read a file again for the rows that an import leaves out. Raises Problem as reading it does."""
    parsed = parse_file(path, catalogue, choices=choices, profiles=profiles, task=task)
    issues = {issue.row: issue for issue in reversed(parsed.rejected)}
    found = parsed.recognised
    rows: list[tuple[int, RowIssue, list[str]]] = []
    source = open_source(path, choices.encoding, catalogue)
    try:
        tables = source.beginnings()
        table = next(one for one in tables if _same(one, found.table))
        for chunk in source.chunks(table, found.number, len(found.headings), task.step):
            for number, cells in zip(chunk.numbers, chunk.rows, strict=True):
                if number in issues and len(rows) < ROWS:
                    rows.append((number, issues.pop(number), list(cells)))
    finally:
        source.close()
    # Rows that could not be split into cells have none to give; they are named, so that they can be looked up.
    rows.extend((number, issue, []) for number, issue in sorted(issues.items())[: ROWS - len(rows)])
    return RejectedRows(path.name, found.headings, sorted(rows, key=lambda row: row[0]))


def _same(one: object, other: object) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("name", "separator", "rows"))


def write_workbook(rejected: RejectedRows, target: Path, wording: Wording, language: str) -> int:
    """Write them, every cell as text so that Excel changes none; returns the number of rows.

    Raises Problem `export_failed` when the file cannot be written; one that was there stays as it was.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    sheet.freeze_panes = "A2"
    own = WRONG["zh" if language.startswith("zh") else "en"]

    def row(texts: list[str]) -> list[object]:
        cells: list[object] = []
        for text in texts:
            cell = WriteOnlyCell(sheet, value=_writable(text))
            cell.number_format = "@"
            cell.data_type = "s"
            cell.quotePrefix = text[:1] in ("=", "+", "-", "@")
            cells.append(cell)
        return cells

    sheet.append(row([*rejected.headings, *own]))
    for number, issue, cells in rejected.rows:
        params = {"value": issue.value, "column": issue.column, "row": issue.row, **issue.params}
        words = wording.text(issue.code, params).get("zh" if language.startswith("zh") else "en")
        full = (cells + [""] * len(rejected.headings))[: len(rejected.headings)]
        sheet.append(row([*full, str(number), words]))
    made = target.with_name(f".{target.name}.tmp")
    content = io.BytesIO()
    book.save(content)
    try:
        made.write_bytes(content.getvalue())
        made.replace(target)
    except OSError as error:
        made.unlink(missing_ok=True)
        raise Problem("export_failed", detail=type(error).__name__, file=target.name) from error
    return len(rejected.rows)


def _writable(text: str) -> str:
    return "".join(_kept(text))[:_TEXT_LIMIT]


def _kept(text: str) -> Iterator[str]:
    return (char for char in text if char in "\t\n" or (ord(char) >= 32 and not 0xD800 <= ord(char) <= 0xDFFF))
