"""All formats the program knows, and which of them a table's headings belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from claimdesk.core.importing.headings import normal_heading, normal_row
from claimdesk.core.importing.schema import ExportFormat
from claimdesk.core.importing.sources import Beginning
from claimdesk.core.importing.synonyms import FILE as SYNONYMS
from claimdesk.core.importing.synonyms import Synonyms
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.problems import Problem

_SEARCHED_ROWS = 40
_ALIKE_CELLS = 5
_ALIKE = 0.6


@dataclass(frozen=True)
class KnownFormat:
    """A format with its headings normalised for comparing."""

    definition: ExportFormat

    @cached_property
    def signature(self) -> frozenset[str]:
        """Headings that all must be there."""
        return frozenset(map(normal_heading, self.definition.signature))

    @cached_property
    def columns(self) -> dict[str, str]:
        """Heading -> field."""
        return {normal_heading(heading): name for heading, name in self.definition.columns.items()}

    @cached_property
    def known(self) -> frozenset[str]:
        """Every heading that belongs to the export."""
        return frozenset(self.columns) | frozenset(map(normal_heading, self.definition.ignored)) | self.signature

    def announced(self, above: Sequence[list[str]]) -> int:
        """How long the phrase is by which exports with the same headings differ, 0 where no row above them holds it."""
        phrase = normal_heading(self.definition.phrase)
        found = bool(phrase) and any(phrase in normal_heading(cell) for row in above for cell in row)
        return len(phrase) if found else 0

    def is_at_home(self, below: Sequence[list[str]]) -> bool:
        """Whether the rows below the headings name a marketplace that the export is of."""
        home = self.definition.home
        return bool(home) and any(cell.strip().casefold() in home for row in below for cell in row)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What one column of a file of no known format may be: the field, how sure (0 to 100), or only a suggestion."""

    field: str
    sure: int
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table, the format it is in and the row of its headings."""

    format: KnownFormat
    table: Beginning
    index: int  # of the heading row among the table's first rows
    score: float  # share of headings that are known, 0 to 1
    spoken: tuple[str, ...] = ()  # headings made of two rows, or named where they are blank
    proposed: tuple[Proposed, ...] = ()  # for each heading, where no format says what they mean
    by_likeness: bool = False  # some of the headings that mark the format are missing

    @property
    def number(self) -> int:
        """The 1-based line or row of the headings."""
        return self.table.numbers[self.index]

    @property
    def headings(self) -> list[str]:
        """The headings as the file has them."""
        return list(self.spoken) or self.table.rows[self.index]


@dataclass(frozen=True)
class Catalogue:
    """The formats, by id."""

    formats: dict[str, KnownFormat] = field(default_factory=dict)

    @cached_property
    def synonyms(self) -> Synonyms:
        """What columns are called in files of no known format."""
        return Synonyms.load(one.definition for one in self.formats.values() if one.definition.kind == "orders")

    @classmethod
    def load(cls, files: Iterable[Path] | None = None) -> Catalogue:
        """Every shipped format. Raises Problem `knowledge_faulty`, also for an id that two files use."""
        formats: dict[str, KnownFormat] = {}
        shipped = [path for path in shipped_files("resources", "formats") if path.name != SYNONYMS]
        for path in shipped if files is None else files:
            definition = read_knowledge(path, ExportFormat)
            if definition.id in formats:
                raise Problem("knowledge_faulty", file=path.name, key="id", reason=f"{definition.id} is used twice")
            formats[definition.id] = KnownFormat(definition)
        return cls(formats)

    def get(self, format_id: str) -> KnownFormat:
        """One format. Raises Problem `format_not_known`."""
        if format_id not in self.formats:
            raise Problem("format_not_known", format=format_id)
        return self.formats[format_id]

    def recognise(self, tables: Iterable[Beginning], only: str = "") -> Recognised | None:
        """The best match: all signature headings in one of the first 40 rows, then the most headings known.

        A visible sheet comes before a hidden one. With `only`, that format's best row even without its signature.
        """
        formats = [self.get(only)] if only else list(self.formats.values())
        best: tuple[tuple[bool, bool, int, bool, float], Recognised] | None = None
        for table in tables:
            for index, row in enumerate(table.rows[:_SEARCHED_ROWS]):
                cells = frozenset(filter(None, normal_row(row)))
                for one in formats:
                    if not (one.signature <= cells or (only and _names_orders(one, cells))):
                        continue
                    score = len(cells & one.known) / len(cells | one.known)
                    if not only and len(cells & one.known) < one.definition.least_known * len(cells):
                        continue
                    announced = one.announced(table.rows[:index])
                    at_home = one.is_at_home(table.rows[index + 1 :])
                    rank = (table.visible, table.has_rows_below(index), announced, at_home, score)
                    if best is None or rank > best[0]:
                        best = (rank, Recognised(one, table, index, score))
        return best[1] if best else None

    def resembling(self, tables: Iterable[Beginning]) -> Recognised | None:
        """The format that most headings of a row belong to although a column that marks it is missing or renamed.

        None when fewer than five headings fit, fewer than six in ten, no more than half of the columns that mark the
        format are there, or two formats fit nearly as well.
        """
        found: dict[str, tuple[tuple[bool, float], Recognised]] = {}
        for table in tables:
            for index, row in enumerate(table.rows[:_SEARCHED_ROWS]):
                cells = frozenset(filter(None, normal_row(row)))
                for one in (known for known in self.formats.values() if known.definition.kind == "orders"):
                    known = cells & one.known
                    score = len(known) / len(cells) if cells else 0.0
                    if len(known) < _ALIKE_CELLS or score < _ALIKE or not _names_orders(one, cells):
                        continue
                    if len(cells & one.signature) * 2 <= len(one.signature):  # only words that any export may use
                        continue
                    rank = (table.visible, len(known) * score)
                    if one.definition.id not in found or rank > found[one.definition.id][0]:
                        found[one.definition.id] = (rank, Recognised(one, table, index, score, by_likeness=True))
        ranked = sorted(found.values(), key=lambda pair: pair[0], reverse=True)
        if len(ranked) > 1 and ranked[1][0][1] > ranked[0][0][1] * 0.85:
            return None
        return ranked[0][1] if ranked else None

    def has_headings(self, text: str) -> bool:
        """Whether the beginning of a text holds the headings of a known format, whatever separates them."""
        lines = text.splitlines()[:_SEARCHED_ROWS]
        for separator in "\t,;|":
            for line in lines:
                cells = frozenset(normal_heading(cell.strip(' "')) for cell in line.split(separator)[:500])
                if len(cells) > 2 and (
                    any(one.signature <= cells for one in self.formats.values())
                    or sum(map(self.synonyms.knows, cells)) * 2 >= len(cells)
                ):
                    return True
        return False


def _names_orders(one: KnownFormat, cells: frozenset[str]) -> bool:
    return any(name == "order_no" and heading in cells for heading, name in one.columns.items())
