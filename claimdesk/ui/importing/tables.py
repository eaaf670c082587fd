"""The two tables of a file that was looked at: its columns, and what is wrong in its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.core.records.imports import ColumnMatch, FilePreview
from claimdesk.core.records.problems import RowIssue
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.paged import PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

COLUMN_ROW, ISSUE_ROW = 31, 46
HEADING = 32
SURE, DOUBTFUL = 90, 60


class TableCard(Card):
    """A titled table over a list of records."""

    def __init__(self, name: str, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self._records: tuple[Any, ...] = ()
        self._row_height = row_height
        self.title, self.aside = Plain("", "section"), Plain("", "secondary", "text3")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 12, 16, 10)
        self.head.setSpacing(8)
        self.head.addWidget(self.title)
        self.head.addWidget(self.aside)
        self.model = PagedTableModel(self._window, id, self)
        self.table = PagedTable(self.model, row_height=row_height)
        self.table.setObjectName(name)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.addLayout(self.head)
        self.body.addWidget(self.table, 1)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records; the card is never taller than they need."""
        self._records = tuple(records)
        self.table.keep_place(False)
        self.model.ask(self._records)
        self.setMaximumHeight(self.full_height())

    def full_height(self) -> int:
        """The height at which every row is seen."""
        return 42 + HEADING + max(1, len(self._records)) * self._row_height + 4

    def _window(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> None:
        done(Window(len(query), query[offset : offset + limit]))


class ColumnsCard(TableCard):
    """Each column of the file: a few values, the field it fills, how sure that is."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("import_columns", COLUMN_ROW, parent)
        self._ctx = ctx
        self._words = FieldWords(self)
        self._preview: FilePreview | None = None
        self.head.addStretch(1)

    def show_preview(self, preview: FilePreview) -> None:
        """Show the columns of this file, those that are used first."""
        self._preview = preview
        self.retranslate()
        used = [column for column in preview.columns if column.field]
        self.show_records([*used, *(column for column in preview.columns if not column.field)])

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.title.setText(self.tr("Columns"))
        if self._preview is not None:
            used = sum(1 for column in self._preview.columns if column.field)
            rest = len(self._preview.columns) - used
            words = self.tr("{used} used, {rest} ignored") if rest else self.tr("all {used} used")
            self.aside.setText(words.format(used=used, rest=rest))
        self.table.set_columns((
            Column("heading", self.tr("Column in file"), 150, lambda c: Cell(c.heading, strong=True, tip=c.heading), left=16),
            Column("samples", self.tr("Sample values"), 0, self._samples, least=120),
            Column("field", self.tr("Field in ClaimDesk"), 196, self._field, least=150),
            Column("confidence", self.tr("Confidence"), 128, self._confidence, kind="bar"),
        ))  # fmt: skip

    def _samples(self, column: ColumnMatch) -> Cell:
        once = dict.fromkeys(column.samples)
        shown = " · ".join(value or self.tr("(empty)") for value in once)
        return Cell(" ".join(shown.split()), "text2", tip=shown)

    def _field(self, column: ColumnMatch) -> Cell:
        if not column.field:
            return Cell(self.tr("Not used"), "text3", icon="minus", icon_tone="text3")
        return Cell(self._words.field(column.field), icon="arrow-right", icon_tone="text3")

    def _confidence(self, column: ColumnMatch) -> Cell:
        if not column.field:
            return Cell()
        sure = column.confidence >= SURE
        return Cell(f"{column.confidence} %", "text2" if sure else "warn", share=column.confidence / 100)


class IssuesCard(TableCard):
    """What is wrong in the rows: where, what the file says, and how it is treated."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("import_issues", ISSUE_ROW, parent)
        self._ctx = ctx
        self._rejected: frozenset[int] = frozenset()
        self._preview: FilePreview | None = None
        self.to_reject = Chip("", "danger", "x-circle")
        self.to_check = Chip("", "warn", "pencil-simple")
        self.head.addWidget(self.to_reject)
        self.head.addWidget(self.to_check)
        self.head.addStretch(1)

    def show_preview(self, preview: FilePreview) -> None:
        """Show the issues of this file, rejected rows first."""
        self._preview = preview
        self._rejected = frozenset(id(issue) for issue in preview.rejected)
        self.retranslate()
        self.show_records([*preview.rejected, *preview.warnings])
        self.setVisible(bool(preview.rejected or preview.warnings))

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.title.setText(self.tr("Row issues"))
        rejected = len(self._preview.rejected) if self._preview else 0
        warned = len(self._preview.warnings) if self._preview else 0
        self.to_reject.set(self.tr("{count} rejected").format(count=count_text(rejected)))
        self.to_check.set(self.tr("{count} to check").format(count=count_text(warned)))
        self.to_reject.setVisible(rejected > 0)
        self.to_check.setVisible(warned > 0)
        self.table.set_columns((
            Column("row", self.tr("Row"), 66, lambda i: Cell(count_text(i.row), "text2"), left=16, value=lambda i: i.row),
            Column("column", self.tr("Column"), 120, lambda i: Cell(i.column, tip=i.column), least=80),
            Column("wrong", self.tr("What is wrong"), 0, self._wrong, kind="lead", least=170),
            Column("treated", self.tr("How it is treated"), 170, self._treated, least=150),
        ))  # fmt: skip

    def _wrong(self, issue: RowIssue) -> Cell:
        words, value = self._words(issue), " ".join(issue.value.split())
        return Cell(words, lead="" if value in words else value, tip=f"{issue.value}\n{words}" if issue.value else words)

    def _words(self, issue: RowIssue) -> str:
        if self._ctx.desk is None:
            return issue.code
        params = {"row": issue.row, "column": issue.column, "value": issue.value, **issue.params}
        return self._ctx.text(self._ctx.desk.wording.text(issue.code, params))

    def _treated(self, issue: RowIssue) -> Cell:
        if id(issue) in self._rejected:
            return Cell(self.tr("Leave the row out"), icon="x-circle-fill", icon_tone="danger", strong=True)
        return Cell(self.tr("Import, please check"), icon="pencil-simple", icon_tone="warn", strong=True)
