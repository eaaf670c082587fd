"""Reads one workbook in a process of its own, because a legal file can end the process that reads it.

Talks in JSON lines: first `{"sheets": […]}` with the beginning of each sheet, then, after the parent has written
the number of a sheet to standard input, its rows in batches, then `{"end": true}`. A refusal is `{"problem": code}`.
A batch is `{"joined": all cells in one text, "width": cells in a row}`, cells parted by `CELL_END`: taken apart in a
third of the time of lists; or `{"rows": lists}` where that would not be unambiguous.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import threading
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from claimdesk.core.importing.sheet_rows import SheetRows, calamine_sheets, openpyxl_sheets
from claimdesk.core.importing.zip_guard import Refused, Scan, Seen, check, unpacked_size

SWITCH = "--read-workbook"
CELL_END = "\x7f"  # hardly any cell has it, and JSON passes it through as it is
_HEAD_ROWS = 60
_BATCH = 500
_FORMULAS = 200
_CELL_LIMIT = 1 << 20
_EMPTY_ROWS = 10_000
_MEMORY = 4 << 30  # address space, whatever the file
_LEAST_MEMORY = 450 << 20
_PER_BYTE = 30  # of what the file unpacks to


def child_command() -> list[str]:
    """How to start the reader: the frozen program itself, or Python with this package, ahead of the file's path."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH]
    return [sys.executable, "-X", "utf8", "-m", "claimdesk", SWITCH]


def main(argv: list[str]) -> int:
    """Read the workbook named by the last argument; 0 when all was said, 2 after a refusal."""
    _limit_memory(_MEMORY)
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


def _limit_memory(wanted: int) -> None:
    """Let allocations beyond a limit fail: a few bytes in the wrong place make a reader ask for gigabytes."""
    try:
        import resource
    except ImportError:  # Windows has no such limit; the parent watches
        return
    limit = resource.getrlimit(resource.RLIMIT_AS)[1]
    bound = wanted if limit == resource.RLIM_INFINITY else min(wanted, limit)
    resource.setrlimit(resource.RLIMIT_AS, (bound, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _say(out: Any, message: dict[str, Any]) -> None:
    _send(out, _encoded(message))


def _encoded(message: dict[str, Any]) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))


def _send(out: Any, text: str) -> None:
    out.write(text)
    out.write("\n")
    out.flush()


def _serve(path: Path, out: Any) -> None:
    sheets, scan = _open(path, out)
    _say(out, {"progress": 1})
    said: list[dict[str, Any]] = []
    for sheet in sheets:
        beginning = list(islice(_with_errors(sheet.rows(), scan.of(sheet.name)), _HEAD_ROWS))
        formulas = list(islice(scan.of(sheet.name).formulas, _FORMULAS))
        said.append({"name": sheet.name, "visible": sheet.visible, "rows": beginning, "formulas": formulas})
        _say(out, {"progress": len(said)})
    _say(out, {"sheets": said, "macros": scan.macros})
    chosen = sys.stdin.readline().strip()
    if not chosen:
        return
    gc.disable()  # rows of text make no circles
    sheet = sheets[int(chosen)]
    sheets.clear()
    row = 1
    for batch in _batches(_with_errors(sheet.rows(), scan.of(sheet.name))):
        text = _encoded({**_packed(batch), "of": sheet.height})
        if len(text) > _CELL_LIMIT:  # else no cell can be longer
            _check_cells(batch, row)
        row += len(batch)
        _send(out, text)
    _say(out, {"end": True})


def _packed(batch: list[list[str]]) -> dict[str, Any]:
    width, joined = len(batch[0]), CELL_END.join(chain.from_iterable(batch))
    even = width and all(len(row) == width for row in batch)
    if even and joined.count(CELL_END) == width * len(batch) - 1:
        return {"joined": joined, "width": width}
    return {"rows": batch}


def _with_errors(rows: Iterator[list[str]], seen: Seen) -> Iterator[list[str]]:
    """The rows with the errors that cells show, which the reader gives as nothing."""
    if not seen.errors:
        return rows
    return (_shown(row, seen.errors[number]) if number in seen.errors else row for number, row in enumerate(rows, 1))


def _shown(row: list[str], errors: dict[int, str]) -> list[str]:
    for column, text in errors.items():
        if column <= len(row) and not row[column - 1]:
            row[column - 1] = text
    return row


class _Look:
    """Looks through the parts while the reader, which needs no interpreter, unpacks them too.

    A refusal is said and ends the process at once: the reader may be at the very thing that is refused.
    """

    def __init__(self, path: Path, out: Any) -> None:
        self._path, self._out = path, out
        self._scan = Scan()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="look", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            with self._path.open("rb") as file:
                self._scan = check(file)
        except Refused as refusal:
            _say(self._out, {"problem": refusal.code, "params": refusal.params})
            os._exit(2)
        except BaseException as error:  # noqa: BLE001 - raised again where the answer is asked for
            self._error = error

    def scan(self) -> Scan:
        """What was seen, once all was looked at."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._scan


def _open(path: Path, out: Any) -> tuple[list[SheetRows], Scan]:
    """The sheets by the fast reader; by the thorough one where that fails or sees fewer cells than are there."""
    with path.open("rb") as file:
        is_zip = file.read(2) == b"PK"
        size = unpacked_size(file) if is_zip else path.stat().st_size
        _limit_memory(min(_MEMORY, _LEAST_MEMORY + _PER_BYTE * size))
        look = _Look(path, out) if is_zip else None
        file.seek(0)
        try:
            sheets = calamine_sheets(file)
        except Exception as error:
            scan = look.scan() if look else Scan()
            if not is_zip or _code(error) == "file_password":
                raise
            return _again(path, error), scan
    scan = look.scan() if look else Scan()
    room = sum(sheet.room for sheet in sheets)
    if scan.cells > room + room // 50 + 8:  # the count has a few cells twice, where its blocks meet
        with contextlib.suppress(Exception):
            more = openpyxl_sheets(path)
            if sum(sheet.room for sheet in more) > room:
                return more, scan
    return sheets, scan


def _again(path: Path, first: Exception) -> list[SheetRows]:
    try:
        return openpyxl_sheets(path)
    except Exception:  # noqa: BLE001 - readers raise what they like; what the first one said tells more
        raise first from None


def _check_cells(batch: list[list[str]], first: int) -> None:
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
