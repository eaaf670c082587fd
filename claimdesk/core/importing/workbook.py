"""Workbooks, read by a child process that is watched: whatever a file does to it, the program goes on."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

from claimdesk.core.importing.child import CELL_END, child_command
from claimdesk.core.importing.html_tables import chunk_of
from claimdesk.core.importing.sources import Beginning, Chunk, Progress
from claimdesk.core.records.problems import Problem, RowIssue

SILENCE: Final = 15.0  # seconds without a word from the reader
MEMORY: Final = 1500 << 20
_POLL: Final = 0.25
_PACKAGE: Final = Path(__file__).resolve().parents[3]


class Workbook:
    """An xlsx, xlsm, xlsb, xls or ods file; sheets in the file's order."""

    encoding = ""
    notes: tuple[RowIssue, ...] = ()

    def __init__(self, path: Path) -> None:
        self._path = path
        self._child = _start(path)
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._listen, name="workbook", daemon=True)
        self._reader.start()
        self._sheets: list[dict[str, Any]] = []

    def _listen(self) -> None:
        stdout = self._child.stdout
        if stdout is not None:
            for line in stdout:
                self._lines.put(line)
        self._lines.put(None)

    def beginnings(self) -> list[Beginning]:
        """The first rows of every sheet.

        Raises Problem `file_password`, `file_truncated`, `workbook_too_big`, `workbook_bomb`, `workbook_dtd`,
        `workbook_sparse`, `too_many_columns`, `workbook_memory`, `workbook_crash` or `workbook_silent`.
        """
        message = self._next("sheets")
        self._sheets = message["sheets"]
        self.notes = (RowIssue(1, "", "macros_ignored"),) if message["macros"] else ()
        return [
            Beginning(
                str(sheet["name"]),
                tuple(sheet["rows"]),
                tuple(range(1, len(sheet["rows"]) + 1)),
                bool(sheet["visible"]),
            )
            for sheet in self._sheets
        ]

    def chunks(self, table: Beginning, after: int, width: int, progress: Progress) -> Iterator[Chunk]:
        """The rows of a sheet below row `after`. Raises Problem as `beginnings` does."""
        names = [str(sheet["name"]) for sheet in self._sheets]
        self._say(f"{names.index(table.name)}\n")
        first = 1
        while "end" not in (message := self._next("joined", "rows", "end")):
            rows = _rows(message)
            skipped = max(0, min(len(rows), after + 1 - first))
            yield chunk_of(rows[skipped:], range(first + skipped, first + len(rows)), width)
            first += len(rows)
            progress(first - 1, int(message["of"]))
        formulas = self._sheets[names.index(table.name)]["formulas"]
        issues = (RowIssue(_row_of(cell), "", "formula_unknown", cell) for cell in formulas)
        wrong = tuple(issue for issue in issues if issue.row > after)
        if wrong:
            yield Chunk([], [], wrong)

    def _say(self, text: str) -> None:
        stdin = self._child.stdin
        try:
            if stdin is not None:
                stdin.write(text)
                stdin.flush()
        except OSError as error:
            raise self._ended() from error

    def _next(self, *keys: str) -> dict[str, Any]:
        """The next message that has one of these keys. Raises Problem when there will be none."""
        last = time.monotonic()
        while True:
            try:
                line = self._lines.get(timeout=_POLL)
            except queue.Empty:
                self._watch(time.monotonic() - last)
                continue
            if line is None:
                raise self._ended()
            last = time.monotonic()
            message = cast(dict[str, Any], json.loads(line))
            if "problem" in message:
                params = cast(dict[str, Any], message.get("params", {}))
                raise Problem(message["problem"], detail=message.get("detail", ""), file=self._path.name, **params)
            if any(key in message for key in keys):
                return message

    def _watch(self, silence: float) -> None:
        if silence > SILENCE:
            self.close()
            raise Problem("workbook_silent", file=self._path.name, seconds=int(SILENCE))
        if _memory(self._child.pid) > MEMORY:
            self.close()
            raise Problem("workbook_memory", file=self._path.name)

    def _ended(self) -> Problem:
        status = self._child.wait()
        return Problem("workbook_crash", detail=f"reader ended with {status}", file=self._path.name)

    def close(self) -> None:
        """End the reader, whatever it is doing."""
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()
        self._reader.join(timeout=5)
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                stream.close()


def _start(path: Path) -> subprocess.Popen[str]:
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        known = environment.get("PYTHONPATH", "")
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_PACKAGE), known)))
    try:
        return subprocess.Popen(  # noqa: S603 - starts this program itself, the file is an argument
            [*child_command(), str(path.resolve())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise Problem("workbook_crash", detail=type(error).__name__, file=path.name) from error


def _memory(pid: int) -> int:
    """Bytes the reader holds, where the system tells (Linux); else 0."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError, IndexError):
        return 0


def _rows(message: dict[str, Any]) -> list[list[str]]:
    if "rows" in message:
        return cast(list[list[str]], message["rows"])
    cells, width = message["joined"].split(CELL_END), int(message["width"])
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def _row_of(cell: str) -> int:
    digits = "".join(char for char in cell if char.isdigit())
    return int(digits) if digits else 0
