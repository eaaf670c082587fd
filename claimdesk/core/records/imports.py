"""What an import found and did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import RowIssue


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One column of the file: the field it fills (empty when ignored), how sure that is (0 to 100), a few values."""

    heading: str
    field: str
    confidence: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one field of one existing order becomes."""

    order_no: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FilePreview:
    """Everything known about a file before it is imported, or after: counts are orders, `rows` data rows read."""

    file: str
    format: str  # "unknown" when mapped by synonyms
    format_title: str
    platform: str
    encoding: str  # empty for workbooks
    sheet: str
    header_row: int  # 1-based line or row
    rows: int
    new: int
    updated: int
    unchanged: int
    rejected: tuple[RowIssue, ...]
    warnings: tuple[RowIssue, ...]
    columns: tuple[ColumnMatch, ...]
    changes: tuple[FieldChange, ...]  # the first 1,000
    change_counts: tuple[tuple[str, int], ...]  # field -> number of orders


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One earlier import."""

    id: int
    file: str
    format_title: str
    imported_at: datetime
    rows: int
    new: int
    updated: int
    undone_at: datetime | None
    cases_since: int


@dataclass(frozen=True, slots=True)
class KeptOrder:
    """An order that an undo left as it is, and why (a code of the wording file)."""

    order_no: str
    reason: str


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What undoing an import did: orders restored to what they were, removed, and kept."""

    restored: int
    removed: int
    kept: tuple[KeptOrder, ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What a run did: `batch_id` is None for a dry run, and when no file held anything new."""

    batch_id: int | None
    files: tuple[FilePreview, ...]


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """One format the importer knows."""

    id: str
    platform: str
    title: Bilingual
