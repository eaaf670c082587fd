"""Tables of web pages, and of the XML that Excel 2003 wrote: what many exporters call an .xls file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from claimdesk.core.importing.sources import HEAD_ROWS, Beginning, Chunk, Progress
from claimdesk.core.records.problems import Problem, RowIssue

_LIMIT = 100 << 20
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]+)")
_COLUMN_LIMIT = 1000
_CHUNK_ROWS = 2000


class HtmlTables:
    """The tables of one page; cells over several columns or rows are repeated where they lie."""

    notes: tuple[RowIssue, ...] = ()

    def __init__(self, path: Path) -> None:
        if path.stat().st_size > _LIMIT:
            raise Problem("file_too_big", file=path.name, size=path.stat().st_size >> 20, limit=_LIMIT >> 20)
        content = path.read_bytes()
        self.encoding = _declared(content)
        reader = _TableReader()
        try:
            reader.feed(content.decode(self.encoding, "replace"))
            reader.close()
        except (AssertionError, ValueError, RecursionError) as error:
            raise Problem("file_not_table", detail=type(error).__name__, file=path.name) from error
        if not reader.tables:
            raise Problem("file_not_table", file=path.name)
        self._tables = reader.tables
        self._names = reader.names

    def beginnings(self) -> list[Beginning]:
        """Every table of the page."""
        return [
            Beginning(name or str(number), tuple(rows[:HEAD_ROWS]), tuple(range(1, min(len(rows), HEAD_ROWS) + 1)))
            for number, (name, rows) in enumerate(zip(self._names, self._tables, strict=True), 1)
        ]

    def chunks(self, table: Beginning, after: int, width: int, progress: Progress) -> Iterator[Chunk]:
        """The rows of a table below row `after`; row numbers count from the first row of the table."""
        names = [one.name for one in self.beginnings()]
        rows = self._tables[names.index(table.name)]
        for start in range(after, len(rows), _CHUNK_ROWS):
            yield chunk_of(rows[start : start + _CHUNK_ROWS], range(start + 1, len(rows) + 1), width)
            progress(start, len(rows))

    def close(self) -> None:
        """Nothing is held open."""


def chunk_of(rows: list[list[str]], numbers: range | list[int], width: int) -> Chunk:
    """Rows of a table made equally wide; blank rows left out, rows with more cells than headings named."""
    if set(map(len, rows)) == {width}:
        return Chunk(numbers[: len(rows)], rows)
    kept: list[list[str]] = []
    places: list[int] = []
    issues: list[RowIssue] = []
    for number, row in zip(numbers, rows, strict=False):
        if not any(row):
            continue
        if any(cell.strip() for cell in row[width:]):
            issues.append(RowIssue(number, "", "row_long", params={"cells": len(row), "expected": width}))
            continue
        kept.append((row + [""] * (width - len(row)))[:width])
        places.append(number)
    return Chunk(places, kept, tuple(issues))


def _declared(content: bytes) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    try:
        content.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        pass
    found = _CHARSET.search(content[:4096])
    name = found.group(1).decode("ascii").lower() if found else "gb18030"
    name = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "utf-8": "gb18030"}.get(name, name)
    try:
        content.decode(name, "replace")
    except LookupError:
        return "gb18030"
    return name


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self.names: list[str] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._repeat = 1
        self._down: dict[int, tuple[int, str]] = {}  # column -> rows that the cell above still covers, its text
        self._later: dict[int, tuple[int, str]] = {}  # the same for cells that begin in this row
        self._rows_down = 1
        self._sheet = ""
        self._is_moment = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row or cell."""
        known = {name.lower(): value or "" for name, value in attrs}
        if tag in ("ss:worksheet", "worksheet"):
            self._sheet = known.get("ss:name", known.get("name", ""))
        elif tag in ("table", "ss:table"):
            self.tables.append([])
            self.names.append(self._sheet)
            self._down = {}
        elif tag in ("tr", "row", "ss:row") and self.tables:
            self._end_row()
            for _ in range(_number(known.get("ss:index")) - 1 - len(self.tables[-1]) if "ss:index" in known else 0):
                self.tables[-1].append([])
            self._row = []
        elif tag in ("td", "th", "cell", "ss:cell") and self._row is not None:
            self._end_cell()
            self._start_cell(known)
        elif tag in ("data", "ss:data"):
            self._is_moment = known.get("ss:type", "") == "DateTime"
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def _start_cell(self, known: dict[str, str]) -> None:
        if self._row is None:
            return
        while "ss:index" in known and len(self._row) < min(_number(known["ss:index"]) - 1, _COLUMN_LIMIT):
            if len(self._row) in self._down:
                self._carried()
            else:
                self._row.append("")
        self._cell = []
        self._is_moment = False
        self._repeat = min(_number(known.get("colspan")) or _number(known.get("ss:mergeacross")) + 1, _COLUMN_LIMIT)
        self._rows_down = min(_number(known.get("rowspan")) or _number(known.get("ss:mergedown")) + 1, 10_000)

    def handle_endtag(self, tag: str) -> None:
        """End a row or cell."""
        if tag in ("td", "th", "cell", "ss:cell"):
            self._end_cell()
        elif tag in ("tr", "row", "ss:row", "table", "ss:table"):
            self._end_row()

    def handle_data(self, data: str) -> None:
        """Text of the cell at hand."""
        if self._cell is not None:
            self._cell.append(data)

    def close(self) -> None:
        """The page ended, perhaps in the middle of a row."""
        super().close()
        self._end_row()

    def _carried(self) -> None:
        while self._row is not None and len(self._row) in self._down:
            left, text = self._down.pop(len(self._row))
            if left > 1:
                self._down[len(self._row)] = (left - 1, text)
            self._row.append(text)

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        text = "".join(self._cell).strip()
        if self._is_moment:  # a day is written as its midnight
            text = text.removesuffix(".000").removesuffix("T00:00:00")
        self._cell = None
        self._carried()
        for _ in range(self._repeat):
            if len(self._row) < _COLUMN_LIMIT + 1:
                if self._rows_down > 1:
                    self._later[len(self._row)] = (self._rows_down - 1, text)
                self._row.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is None or not self.tables:
            return
        self._carried()
        self.tables[-1].append(self._row)
        self._down.update(self._later)
        self._later.clear()
        self._row = None


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 8 else 0
