"""The columns of a file that fill something, cleaned, kept column by column: only what is needed stays in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from claimdesk.core.importing.catalogue import Recognised
from claimdesk.core.importing.cells import Cleaned, clean, folded
from claimdesk.core.importing.fields import FIELDS, Kind
from claimdesk.core.importing.headings import normal_heading
from claimdesk.core.importing.sources import Chunk
from claimdesk.core.importing.value_words import totals
from claimdesk.core.records.imports import ColumnMatch
from claimdesk.core.records.problems import RowIssue

_DIGIT: Final = re.compile(r"\d")
_SAMPLES = 3
_TOTAL_TEXTS = 3
_AROUND: Final = " \t\r\n\xa0:："


@dataclass(frozen=True, slots=True)
class Column:
    """A column that fills a field."""

    index: int
    heading: str
    field: str


@dataclass(slots=True)
class Table:
    """All data rows: for each column one list as long as `numbers`."""

    columns: tuple[Column, ...]
    cells: list[list[str]]
    numbers: list[int] = field(default_factory=list)
    issues: list[RowIssue] = field(default_factory=list)
    matches: tuple[ColumnMatch, ...] = ()
    joints: list[int] = field(default_factory=list)  # numbers of rows where the headings came again
    shop: str = ""  # what a row that is no data calls the shop of all rows

    def of(self, name: str) -> list[tuple[Column, list[str]]]:
        """The columns that fill a field, the preferred one first."""
        return [(column, cells) for column, cells in zip(self.columns, self.cells, strict=True) if column.field == name]


def columns_of(recognised: Recognised) -> tuple[Column, ...]:
    """Which columns fill which fields; of equal headings the first counts, as exporters repeat them for other things."""
    rank = {heading: place for place, heading in enumerate(recognised.format.columns)}
    found: dict[str, Column] = {}
    for index, heading in enumerate(recognised.headings):
        key = normal_heading(heading)
        if key in recognised.format.columns and key not in found:
            found[key] = Column(index, heading.strip(), recognised.format.columns[key])
    return tuple(sorted(found.values(), key=lambda column: rank[normal_heading(column.heading)]))


def collect(recognised: Recognised, chunks: Iterable[Chunk]) -> Table:
    """Read all rows below the headings, without the rows that the format says are no data."""
    columns = columns_of(recognised)
    table = Table(columns, [[] for _ in columns])
    sieve = _Sieve(recognised, columns)
    remembered = [Cleaned() for _ in columns]
    samples: list[list[str]] = []
    for read in chunks:
        chunk = sieve.data_rows(read, table.issues)
        table.issues.extend(chunk.issues)
        if not chunk.rows:
            continue
        if len(samples) < _SAMPLES:
            samples.extend(chunk.rows[:_SAMPLES])
        across = list(zip(*chunk.rows, strict=True))
        for column, cells, known in zip(columns, table.cells, remembered, strict=True):
            cells.extend(known.all(across[column.index]))
        table.numbers.extend(chunk.numbers)
    table.joints = sieve.repeated
    table.shop = next(iter(sieve.shops)) if len(sieve.shops) == 1 else ""
    table.matches = _matches(recognised, columns, samples[:_SAMPLES])
    return table


def _matches(recognised: Recognised, columns: tuple[Column, ...], samples: list[list[str]]) -> tuple[ColumnMatch, ...]:
    fields = {column.index: column.field for column in columns}
    result: list[ColumnMatch] = []
    for index, heading in enumerate(recognised.headings):
        if not heading.strip():
            continue
        shown = tuple(text for row in samples if (text := clean(row[index])[:80]))
        if recognised.proposed:
            one = recognised.proposed[index]
            name = fields.get(index, "")
            result.append(ColumnMatch(heading.strip(), name, one.sure, shown, "" if name else one.suggested))
        else:
            sure = 100 if normal_heading(heading) in recognised.format.known else 0
            result.append(ColumnMatch(heading.strip(), fields.get(index, ""), sure, shown))
    return tuple(result)


class _Sieve:
    """Leaves out empty rows, repeated headings, descriptions, footers and totals."""

    def __init__(self, recognised: Recognised, columns: tuple[Column, ...]) -> None:
        where = {column.field: column.index for column in reversed(columns)}
        self._rules = [
            (where.get(rule.field) if rule.field else None, re.compile(rule.pattern))
            for rule in recognised.format.definition.drop
            if not rule.field or rule.field in where
        ]
        self._headings = tuple(map(normal_heading, recognised.headings))
        self.repeated: list[int] = []
        pattern = recognised.format.definition.shop_pattern
        self._shop = re.compile(pattern) if pattern else None
        self.shops: set[str] = set()
        self._order_no = where.get("order_no", 0)
        self._needed = tuple(column.index for column in columns) or (0,)
        self._telling = tuple(c.index for c in columns if FIELDS[c.field].kind not in (Kind.MONEY, Kind.COUNT))
        self._heading_has_digit = _DIGIT.search(recognised.headings[self._order_no]) is not None
        self._totals = totals()
        self._markers = {"", recognised.headings[self._order_no].strip(_AROUND).casefold(), *self._totals}

    def data_rows(self, chunk: Chunk, issues: list[RowIssue]) -> Chunk:
        """The chunk without rows that are no data; rows too short for what is read of them become issues."""
        if not chunk.rows:
            return chunk
        keys = [row[self._order_no] for row in chunk.rows]
        doubtful = self._doubtful(set(keys))
        out = (
            {
                place
                for place, key in enumerate(keys)
                if key in doubtful and self._is_out(chunk.rows[place], chunk.numbers[place])
            }
            if doubtful
            else set()
        )
        for index, expression in self._rules:
            texts = [" ".join(row[:3]) if index is None else row[index] for row in chunk.rows]
            hits = {text for text in set(texts) if expression.match(folded(text))}
            if self._shop is not None:
                self.shops.update(found.group(1).strip() for text in hits if (found := self._shop.search(text)))
            if hits:
                out.update(place for place, text in enumerate(texts) if text in hits)
        if chunk.short:
            out.update(self._too_short(chunk, out, issues))
        if not out:
            return chunk
        keep = [place for place in range(len(chunk.rows)) if place not in out]
        return Chunk([chunk.numbers[place] for place in keep], [chunk.rows[place] for place in keep], chunk.issues)

    def _doubtful(self, keys: set[str]) -> set[str]:
        """Order numbers that may be none: without a digit, or words that stand in the place of one."""
        if not self._heading_has_digit and all(map(_DIGIT.search, keys)):
            return set()
        return {key for key in keys if key.strip(_AROUND).casefold() in self._markers or not _DIGIT.search(key)}

    def _too_short(self, chunk: Chunk, out: set[int], issues: list[RowIssue]) -> set[int]:
        found: set[int] = set()
        for place, number in enumerate(chunk.numbers):
            cells = chunk.short.get(number)
            if cells is not None and place not in out and max(self._needed) >= cells:
                issues.append(
                    RowIssue(number, "", "row_short", params={"cells": cells, "expected": len(self._headings)})
                )
                found.add(place)
        return found

    def _is_out(self, row: list[str], number: int) -> bool:
        if not row[self._order_no].strip():
            # Nothing but amounts and counts is a total; so is a row that says so and little else.
            texts = [text for index in self._telling if (text := clean(row[index]))]
            return not texts or (
                len(texts) <= _TOTAL_TEXTS and any(folded(cell).rstrip(":：") in self._totals for cell in row)
            )
        if tuple(map(normal_heading, row)) == self._headings:
            self.repeated.append(number)
            return True
        if folded(row[self._order_no]).rstrip(":：") in self._totals:
            return True
        # A word in place of a number, and nothing else told: a foot of whatever language.
        return not _DIGIT.search(row[self._order_no]) and not any(
            clean(row[index]) for index in self._telling if index != self._order_no
        )
