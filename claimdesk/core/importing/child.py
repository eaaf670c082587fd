"""Reads one workbook in a process of its own, because a legal file can end the process that reads it.

Talks in JSON lines: first `{"sheets": […]}` with the beginning of each sheet, then, after the parent has written
the number of a sheet to standard input, its rows in batches, then `{"end": true}`. A refusal is `{"problem": code}`.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from claimdesk.core.importing.zip_guard import Refused, Scan, check

SWITCH = "--read-workbook"
_HEAD_ROWS = 60
_BATCH = 500
_CELL_LIMIT = 1 << 20
_EMPTY_ROWS = 10_000
_MEMORY = 4 << 30
_EXACT = 10**15


def child_command() -> list[str]:
    """How to start the reader: the frozen program itself, or Python with this package, ahead of the file's path."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    return [sys.executable, "-X", "utf8", "-m", "claimdesk", SWITCH]


def main(argv: list[str]) -> int:
    """Read the workbook named by the last argument; 0 when all was said, 2 after a refusal."""
    _limit_memory()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    try:
        _serve(Path(argv[-1]), out)
    except Refused as refusal:
        _say(out, {"problem": refusal.code, "params": refusal.params})
        return 2
    except BrokenPipeError:
        return 2
    except BaseException as error:  # noqa: BLE001 - readers raise what they like, Rust panics too: all means unreadable
        _say(out, {"problem": _code(error), "detail": f"{type(error).__name__}: {error}"[:300]})
        return 2
    return 0


def _code(error: BaseException) -> str:
    text = f"{type(error).__name__} {error}".lower()
    if "password" in text:
        return "file_password"
    return "workbook_memory" if isinstance(error, MemoryError) else "file_truncated"


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the parent watches
        return
    limit = resource.getrlimit(resource.RLIMIT_AS)[1]
    bound = _MEMORY if limit == resource.RLIM_INFINITY else min(_MEMORY, limit)
    resource.setrlimit(resource.RLIMIT_AS, (bound, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(out: Any, message: dict[str, Any]) -> None:
    out.write(json.dumps(message, ensure_ascii=False, separators=(",", ":")))
    out.write("\n")
    out.flush()


def _serve(path: Path, out: Any) -> None:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    with path.open("rb") as file:
        scan = check(file) if file.read(2) == b"PK" else Scan()
        file.seek(0)
        book = CalamineWorkbook.from_filelike(file)
    _say(out, {"progress": 1})
    sheets: list[Any] = []
    said: list[dict[str, Any]] = []
    for meta in book.sheets_metadata:
        sheet = book.get_sheet_by_name(meta.name)
        sheets.append(sheet)
        beginning = list(islice(_rows(sheet), _HEAD_ROWS))
        said.append({"name": meta.name, "visible": meta.visible == SheetVisibleEnum.Visible, "rows": beginning})
        _say(out, {"progress": len(said)})
    _say(out, {"sheets": said, "formulas": list(scan.unknown_formulas[:200])})
    chosen = sys.stdin.readline().strip()
    if not chosen:
        return
    number = int(chosen)
    sheets = [sheet if place == number else None for place, sheet in enumerate(sheets)]
    row = 1
    for batch in _batches(_rows(sheets[number])):
        _check_cells(batch, row)
        row += len(batch)
        _say(out, {"rows": batch, "of": sheets[number].total_height})
    _say(out, {"end": True})


def _check_cells(batch: list[list[str]], first: int) -> None:
    if sum(len(cell) for row in batch for cell in row) <= _CELL_LIMIT:
        return
    for number, row in enumerate(batch, first):
        if any(len(cell) > _CELL_LIMIT for cell in row):
            raise Refused("cell_too_long", row=number, limit=_CELL_LIMIT)


def _batches(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    empty = 0
    while batch := list(islice(rows, _BATCH)):
        empty = 0 if any(map(any, batch)) else empty + len(batch)
        if empty >= _EMPTY_ROWS:
            return
        yield batch


def _rows(sheet: Any) -> Iterator[list[str]]:
    """All rows from the first of the sheet and from its first column, so that places are what Excel shows."""
    lead = [""] * (sheet.start[1] if sheet.start else 0)
    down = _merged(sheet)
    carried: dict[int, str] = {}
    for number, row in enumerate(sheet.iter_rows()):
        cells = [value if value.__class__ is str else _text(value) for value in row]
        if lead:
            cells = lead + cells
        if down:
            _carry(cells, down.get(number, ()), carried)
        yield cells


def _merged(sheet: Any) -> dict[int, list[tuple[int, bool]]]:
    """Row -> columns that continue (or begin) a merge over several rows, as ERPs merge an order's number."""
    found: dict[int, list[tuple[int, bool]]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        if bottom > top and left == right and bottom - top < 1000:
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
