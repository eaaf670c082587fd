"""What an import found and did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import RowIssue
from claimdesk.core.records.shops import ShopShare


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One column of the file: the field it fills (empty when ignored), how sure that is (0 to 100), a few values.

    `suggested` is a field that is too doubtful to be taken without asking.
    """

    heading: str
    field: str
    confidence: int
    samples: tuple[str, ...]
    suggested: str = ""


@dataclass(frozen=True, slots=True)
class FileChoices:
    """How the operator wants one file read; whatever is empty, the file decides.

    `columns` are headings with their fields (an empty field: not used) and make the file one of no known format.
    `treatments` are codes of row issues with `blank` (import the row without that value) or `reject`. `leave` are
    changes that are not wanted, as order number and field of a `FieldChange`; an empty one stands for all.
    """

    format_id: str = ""
    encoding: str = ""
    sheet: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    platform: str = ""
    currency: str = ""
    date_order: str = ""  # `day` or `month` first where a date does not say
    decimal: str = ""  # `.` or `,` where an amount does not say
    zone: str = ""  # IANA zone of hours without an offset
    repair: bool = False  # texts that were decoded wrongly before
    treatments: tuple[tuple[str, str], ...] = ()
    shop: int = 0  # whose orders these are, by id
    new_shop: str = ""  # the same by name: a shop that is made when none is called so
    leave: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MappingProfile:
    """Choices kept for files with the same headings; `signature` stands for those."""

    signature: str
    name: str
    choices: FileChoices


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one field of one existing order becomes."""

    order_no: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of something are new, changed and as they were; `without_order`: rows that are of no order."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    without_order: int = 0


@dataclass(frozen=True, slots=True)
class FilePreview:
    """Everything known about a file before it is imported, or after: counts are orders, `rows` data rows read."""

    file: str
    format: str  # "unknown" when mapped by synonyms
    format_title: Bilingual
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
    events: Counts = Counts()  # returns, refunds, claims, feedback
    figures: Counts = Counts()  # of account health
    signature: str = ""  # of the headings, for keeping a mapping
    profile: str = ""  # name of the mapping that was used
    choices: FileChoices = FileChoices()  # as the file was read, the mapping's included
    questions: tuple[str, ...] = ()  # what only the operator knows: columns, platform, currency, date_order, decimal…
    sheets: tuple[str, ...] = ()  # that hold orders too
    hidden_sheets: tuple[str, ...] = ()  # the same, and the workbook does not show them
    shops: tuple[ShopShare, ...] = ()  # whose orders these are, most orders first


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One earlier import."""

    id: int
    file: str
    format: str
    format_title: Bilingual
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
