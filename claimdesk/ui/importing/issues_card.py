"""What is wrong in the rows of a file, and how each kind of it is treated."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from claimdesk.core.records.imports import FilePreview
from claimdesk.core.records.problems import RowIssue
from claimdesk.ui.fonts import role_font
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.importing.tables import ISSUE_ROW, TableCard
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.delegates import LeadDelegate
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import text_width
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

# Kinds of issues that can be treated in another way than usual: rejected values can be left empty, doubtful rows left out.
BLANK = frozenset({"date_unreadable", "date_undecided", "amount_unreadable", "amount_undecided", "count_unreadable"})
REJECT = frozenset({"id_lost", "amount_other_sign", "rows_alike", "number_from_record", "status_unknown"})
_WRONG, _TREATED = 2, 3  # sections
HEADS = 78  # height of what stands above the rows
MOST_LINES, MEASURED = 6, 200  # of one row; issues whose words are measured


class IssuesCard(TableCard):
    """What is wrong in the rows: where, what the file says, and how it is treated.

    Signals: `treatment_chosen(code, how)` for a whole kind, `export_asked` for the rejected rows.
    """

    treatment_chosen = Signal(str, str)
    export_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("import_issues", ISSUE_ROW, parent)
        self._ctx = ctx
        self._fields = FieldWords(self)
        self._rejected: frozenset[int] = frozenset()
        self._preview: FilePreview | None = None
        self._may_choose = False
        self._fitting = False
        self.to_reject = Chip("", "danger", "x-circle")
        self.to_check = Chip("", "warn", "pencil-simple")
        self.export = LinkButton()
        self.export.setObjectName("import_export_issues")
        self.head.addWidget(self.to_reject)
        self.head.addWidget(self.to_check)
        self.head.addStretch(1)
        self.head.addWidget(self.export)
        self.export.clicked.connect(self.export_asked)
        self.table.clicked.connect(self._on_clicked)
        self.table.horizontalHeader().sectionResized.connect(self._on_resized)
        self.table.opened.connect(lambda _: self._open_menu(self.table.currentIndex().row()))

    def show_preview(self, preview: FilePreview, *, may_choose: bool) -> None:
        """Show the issues of this file, rejected rows first."""
        self._preview = preview
        self._may_choose = may_choose
        self._rejected = frozenset(id(issue) for issue in preview.rejected)
        self.retranslate()
        self.show_records([*preview.rejected, *preview.warnings])
        self.setVisible(bool(preview.rejected or preview.warnings))
        self._fit()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.title.setText(self.tr("Row issues"))
        self.export.setText(self.tr("Export issues"))
        self.export.setToolTip(self.tr("The rejected rows as a workbook, to be corrected and imported."))
        rejected = len(self._preview.rejected) if self._preview else 0
        warned = len(self._preview.warnings) if self._preview else 0
        self.to_reject.set(self.tr("{count} rejected").format(count=count_text(rejected)))
        self.to_check.set(self.tr("{count} to check").format(count=count_text(warned)))
        self.to_reject.setVisible(rejected > 0)
        self.to_check.setVisible(warned > 0)
        self.export.setVisible(rejected > 0)
        self.table.set_columns((
            Column("row", self.tr("Row"), 66, lambda i: Cell(count_text(i.row), "text2"), left=16, value=lambda i: i.row),
            Column("column", self.tr("Column"), 120, self._column, least=80),
            Column("wrong", self.tr("What is wrong"), 0, self._wrong, kind="lead", least=250),
            Column("treated", self.tr("How it is treated"), 190, self._treated, least=150),
        ))  # fmt: skip

    def _on_resized(self, section: int) -> None:
        """A narrower column needs higher rows."""
        if section == _WRONG and not self._fitting:
            self._fitting = True
            self._fit()
            self._fitting = False

    def _fit(self) -> None:
        """Rows as high as the longest words need: the end of a sentence says what to do."""
        font = role_font("table")
        width = self.table.columnWidth(_WRONG) - 16
        lines = 2
        for issue in [] if self._preview is None else [*self._preview.rejected, *self._preview.warnings][:MEASURED]:
            cell = self._wrong(issue)
            well = min(text_width(cell.lead, font) + 16, width * 2 / 3) if cell.lead else 0
            room = max(40.0, width - well - LeadDelegate.LOST)
            lines = max(lines, ceil(text_width(cell.text, font) / room))
        height = max(ISSUE_ROW, 10 + min(lines, MOST_LINES) * QFontMetrics(font).height())
        self.use_row_height(height)
        self.setMinimumHeight(min(self.full_height(), HEADS + 3 * height // 2))

    def _column(self, issue: RowIssue) -> Cell:
        """The heading in the file; what no column holds is called as the program calls it."""
        headings = {column.heading for column in self._preview.columns} if self._preview is not None else set()
        words = issue.column if issue.column in headings or not issue.column else self._fields.field(issue.column)
        return Cell(words, tip=words)

    def _wrong(self, issue: RowIssue) -> Cell:
        words, value = self._words(issue), " ".join(issue.value.split())
        return Cell(
            words, lead="" if value in words else value, tip=f"{issue.value}\n{words}" if issue.value else words
        )

    def _words(self, issue: RowIssue) -> str:
        if self._ctx.desk is None:
            return issue.code
        params = {"row": issue.row, "column": issue.column, "value": issue.value, **issue.params}
        return self._ctx.text(self._ctx.desk.wording.text(issue.code, params))

    # how it is treated

    def _treated(self, issue: RowIssue) -> Cell:
        menu = bool(self._ways(issue))
        if id(issue) in self._rejected:
            return Cell(
                self._way(issue.code, "reject"), icon="x-circle-fill", icon_tone="danger", strong=True, menu=menu
            )
        if issue.code == "row_copy" or self._how(issue.code) == "reject":
            return Cell(
                self._way(issue.code, "reject"), icon="arrows-left-right", icon_tone="text2", strong=True, menu=menu
            )
        way = "blank" if issue.code in BLANK else ""
        return Cell(self._way(issue.code, way), icon="pencil-simple", icon_tone="warn", strong=True, menu=menu)

    def _how(self, code: str) -> str:
        return dict(self._preview.choices.treatments).get(code, "") if self._preview is not None else ""

    def _ways(self, issue: RowIssue) -> tuple[str, ...]:
        """What can be chosen, as `FileChoices.treatments` has it; the usual way is empty."""
        if not self._may_choose:
            return ()
        if issue.code in BLANK and issue.column:
            return ("", "blank")
        return ("", "reject") if issue.code in REJECT else ()

    def _way(self, code: str, how: str) -> str:
        if code in ("row_copy", "rows_alike") and how == "reject":
            return self.tr("Skip the copies") if code == "rows_alike" else self.tr("Skip the copy")
        if how == "blank":
            return self.tr("Import without this value")
        return self.tr("Leave the row out") if how == "reject" else self.tr("Import, please check")

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == _TREATED:
            self._open_menu(index.row())

    def _open_menu(self, row: int) -> None:
        issue = self.model.record(row)
        if isinstance(issue, RowIssue) and self._ways(issue):
            box = self.table.visualRect(self.model.index(row, _TREATED))
            self.menu(issue).popup(self.table.viewport().mapToGlobal(box.bottomLeft()))

    def menu(self, issue: RowIssue) -> Menu:
        """The ways to treat every issue of this kind."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        menu.addSection(self.tr("All of this kind"))
        for how in self._ways(issue):
            usual = "reject" if issue.code in BLANK else ""
            action = menu.addAction(self._way(issue.code, how or usual))
            action.setCheckable(True)
            action.setChecked(self._how(issue.code) == how)
            action.triggered.connect(lambda _=False, way=how: self.treatment_chosen.emit(issue.code, way))
        return menu
