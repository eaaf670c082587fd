"""Delimited text, streamed: every physical line is accounted for, and a stray quote is named instead of obeyed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from claimdesk.core.importing.encodings import Encoding
from claimdesk.core.importing.quoting import tabs_are_quoted
from claimdesk.core.importing.sources import HEAD_ROWS, Beginning, Chunk, Progress
from claimdesk.core.records.problems import Problem, RowIssue

CELL_LIMIT: Final = 1 << 20
COLUMN_LIMIT: Final = 1000
CHUNK_ROWS: Final = 2000
_SEPARATORS: Final = ("\t", ",", ";", "|")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_SURROGATE: Final = re.compile("[\udc80-\udcff]")


class DelimitedText:
    """A text file whose rows are lines, or quoted fields over several lines."""

    notes: tuple[RowIssue, ...] = ()

    def __init__(self, path: Path, encoding: Encoding) -> None:
        self._path = path
        self._encoding = encoding
        self.encoding = encoding.label
        self._skip, self._named = self._separator_line()

    def _open(self) -> io.TextIOWrapper:
        errors = "surrogateescape" if self._encoding.bad_lines else "strict"
        file = self._path.open("r", encoding=self._encoding.name, errors=errors, newline="")
        for _ in range(self._skip):
            file.readline()
        return file

    def _separator_line(self) -> tuple[int, str]:
        """A first line `sep=;` is Excel's note to itself: how many lines to leave out, and what it names."""
        with self._path.open("r", encoding=self._encoding.name, errors="replace", newline="") as file:
            first = file.readline(20).strip().strip('"').lower()
        return (1, first[4:5] or "\t") if first.startswith("sep=") and len(first) <= 5 else (0, "")

    def beginnings(self) -> list[Beginning]:
        """The text as each separator that occurs in it would split it. Raises Problem `too_many_columns`."""
        with self._open() as file:
            text = file.read(1 << 18)
        if self._encoding.bad_lines:  # what does not decode is shown so; reading the rows names it
            text = _SURROGATE.sub("\ufffd", text)
        lines = _BREAK.split(text)[:HEAD_ROWS]
        found = [self._named] if self._named else [one for one in _SEPARATORS if any(one in line for line in lines)]
        tables = [self._beginning(text, separator) for separator in found or [","]]
        if all(max(map(len, table.rows), default=0) > COLUMN_LIMIT for table in tables):
            raise Problem("too_many_columns", file=self._path.name, limit=COLUMN_LIMIT)
        return [table for table in tables if max(map(len, table.rows), default=0) <= COLUMN_LIMIT]

    def _beginning(self, text: str, separator: str) -> Beginning:
        quoted = separator != "\t" or tabs_are_quoted(_BREAK.split(text))
        rows: list[list[str]] = []
        numbers: list[int] = []
        _limit()
        reader = csv.reader(io.StringIO(text, newline=""), **_dialect(separator, quoted=quoted, strict=False))
        number = 1
        try:
            for row in islice(reader, HEAD_ROWS):
                rows.append(row)
                numbers.append(number + self._skip)
                number = reader.line_num + 1
        except csv.Error:
            pass
        return Beginning("", tuple(rows), tuple(numbers), True, separator, quoted)

    def chunks(self, table: Beginning, after: int, width: int, progress: Progress) -> Iterator[Chunk]:
        """The rows below line `after`.

        Raises Problem `file_quotes` with the line where a quote is not closed or stands inside a field, and
        `cell_too_long` with the line of a cell of more than a megabyte.
        """
        total = self._lines()
        _limit()
        with self._open() as file:
            reader = csv.reader(file, **_dialect(table.separator, quoted=table.quoted, strict=True))
            tidy = _Tidy(width, table, self._encoding)
            try:
                while reader.line_num + self._skip < after:
                    next(reader)
                while True:
                    before = reader.line_num + self._skip
                    rows = list(islice(reader, CHUNK_ROWS))
                    if not rows:
                        return
                    yield tidy.chunk(rows, before, reader.line_num + self._skip - before)
                    progress(reader.line_num, max(total, reader.line_num))
            except csv.Error as error:
                raise self._problem(error, reader.line_num + self._skip) from error
            except StopIteration:
                return

    def _lines(self) -> int:
        """About how many lines there are, for telling how far the reading is."""
        with self._path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))

    def _problem(self, error: csv.Error, line: int) -> Problem:
        if "field limit" in str(error):
            return Problem("cell_too_long", file=self._path.name, row=line, limit=CELL_LIMIT)
        return Problem("file_quotes", detail=str(error), file=self._path.name, row=line)

    def close(self) -> None:
        """Nothing stays open between calls."""


def _limit() -> None:
    csv.field_size_limit(CELL_LIMIT)


def _dialect(separator: str, *, quoted: bool, strict: bool) -> dict[str, Any]:
    if quoted:
        return {"delimiter": separator, "strict": strict}
    return {"delimiter": separator, "quoting": csv.QUOTE_NONE, "quotechar": None}


class _Tidy:
    """Makes the rows of a chunk equally wide, and names what cannot be trusted."""

    def __init__(self, width: int, table: Beginning, encoding: Encoding) -> None:
        self._width = width
        self._separator = table.separator
        self._quoted = table.quoted
        self._suspicious = encoding.bad_lines > 0 or encoding.has_nul

    def chunk(self, rows: list[list[str]], before: int, lines: int) -> Chunk:
        """The rows that follow line `before` and took `lines` lines."""
        if lines == len(rows) and not self._suspicious and set(map(len, rows)) == {self._width}:
            return Chunk(range(before + 1, before + 1 + lines), rows)
        return self._slowly(rows, before)

    def _slowly(self, rows: list[list[str]], before: int) -> Chunk:
        numbers: list[int] = []
        kept: list[list[str]] = []
        issues: list[RowIssue] = []
        short: dict[int, int] = {}
        line = before + 1
        waiting: list[str] | None = None
        for read in rows:
            row, number = read, line
            line += 1 + sum(len(_BREAK.findall(cell)) for cell in row if "\n" in cell or "\r" in cell)
            if not any(row):
                continue
            if waiting is not None and len(waiting) + len(row) - 1 == self._width:
                row = [*waiting[:-1], waiting[-1] + "\n" + row[0], *row[1:]]
                kept.pop()
                short.pop(numbers.pop(), None)
                number -= 1
            issue = self._issue(row, number)
            waiting = row if not self._quoted and not issue and len(row) < self._width else None
            if issue:
                issues.append(issue)
                continue
            if len(row) < self._width:
                short[number] = len(row)
            numbers.append(number)
            kept.append((row + [""] * (self._width - len(row)))[: self._width])
        return Chunk(numbers, kept, tuple(issues), short)

    def _issue(self, row: list[str], number: int) -> RowIssue | None:
        if self._suspicious:
            text = self._separator.join(row)
            if "\0" in text:
                return RowIssue(number, "", "row_nul")
            if _SURROGATE.search(text):
                return RowIssue(number, "", "row_undecodable", _SURROGATE.sub("\ufffd", text)[:80])
        if len(row) > self._width and any(cell.strip() for cell in row[self._width :]):
            return RowIssue(number, "", "row_long", params={"cells": len(row), "expected": self._width})
        for cell in row:
            if "\n" in cell and any(part.count(self._separator) >= self._width - 1 > 0 for part in _BREAK.split(cell)):
                return RowIssue(number, "", "row_swallowed", params={"lines": cell.count("\n") + 1})
        return None
