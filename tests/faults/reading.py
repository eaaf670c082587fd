"""Reads one file as an import does, and says how it ended, how long it took and what the reader held."""

from __future__ import annotations

import resource
import time
from dataclasses import dataclass
from pathlib import Path

from claimdesk.core.importing import workbook
from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.parsing import parse_file
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.imports import FileChoices
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task

SLOWEST = 5.0  # seconds
MOST = 500 << 20  # bytes that the child may hold


@dataclass(frozen=True, slots=True)
class Ending:
    """`ok`, `rows` when some were rejected, or the code of the problem."""

    how: str
    seconds: float


class Reader:
    """Reads files one after another with the shipped formats."""

    def __init__(self) -> None:
        self.catalogue = Catalogue.load()
        self.wording = Wording.load()

    def read(self, path: Path) -> Ending:
        """How reading a file ends. Anything but orders, row issues or a named problem is raised."""
        started = time.monotonic()
        how = self._read(path)
        return Ending(how, time.monotonic() - started)

    def _read(self, path: Path) -> str:
        try:
            parsed = parse_file(path, self.catalogue, choices=FileChoices(), ask=True, task=Task())
        except Problem as problem:
            plain = {
                name: str(value).replace("{", "(") for name, value in problem.params.items()
            }  # the file's own braces
            said = self.wording.text(problem.code, plain)
            if problem.code in (said.en, said.zh) or "{" in said.en + said.zh:
                raise AssertionError(f"{problem.code} has no words") from problem
            return problem.code
        orders = parsed.orders
        sizes = {len(orders.numbers), len(orders.values), len(orders.lines), len(orders.shipments), len(orders.hashes)}
        if len(sizes) != 1 or not all(orders.numbers):
            raise AssertionError("orders do not hang together")
        return "rows" if parsed.rejected else "ok"


def most_held_by_children() -> int:
    """Bytes that the largest child so far held."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def limit_is_watched() -> bool:
    """Whether the reader's own limit is at least what is measured here."""
    return workbook.MEMORY >= MOST
