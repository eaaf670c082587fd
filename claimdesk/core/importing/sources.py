"""What every reader gives: the beginnings of the tables in a file, then the rows of the one that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from claimdesk.core.records.problems import RowIssue

HEAD_ROWS = 60
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first rows of one table: a sheet, or the text as one separator splits it. `numbers` are 1-based."""

    name: str  # sheet; empty for text
    rows: tuple[list[str], ...]
    numbers: tuple[int, ...]
    visible: bool = True
    separator: str = ""
    quoted: bool = True

    def has_rows_below(self, index: int) -> bool:
        """Whether anything stands below one of the rows."""
        return any(cell.strip() for row in self.rows[index + 1 :] for cell in row)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows below the headings, each as wide as those. `short` holds rows that were narrower: number -> cells."""

    numbers: Sequence[int]
    rows: list[list[str]]
    issues: tuple[RowIssue, ...] = ()
    short: dict[int, int] = field(default_factory=dict)


class Source(Protocol):
    """An open file."""

    encoding: str
    notes: tuple[RowIssue, ...]  # about the file as a whole, known once the beginnings are

    def beginnings(self) -> list[Beginning]:
        """The tables to choose from."""

    def chunks(self, table: Beginning, after: int, width: int, progress: Progress) -> Iterator[Chunk]:
        """The rows below row number `after`."""

    def close(self) -> None:
        """Let go of the file."""
