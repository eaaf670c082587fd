"""The columns of a file: a few values, the field each fills, how sure that is; for unknown files to be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QApplication, QWidget

from claimdesk.core.records.imports import ColumnMatch, FilePreview
from claimdesk.ui.importing.field_menu import ADVISED, REQUIRED, FieldMenu
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.importing.tables import COLUMN_ROW, TableCard
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.tab_order import in_order

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

SURE, DOUBTFUL = 90, 60
_FIELD = 2  # section of the field


class ColumnsCard(TableCard):
    """Each column of the file.

    Signals: `field_chosen(heading, field)`, `rest_left_out` for all undecided columns, `save_asked` for the mapping,
    `headings_copied` once the headings alone are in the clipboard.
    """

    field_chosen = Signal(str, str)
    rest_left_out = Signal()
    save_asked = Signal()
    headings_copied = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__("import_columns", COLUMN_ROW, parent)
        self._ctx = ctx
        self._words = FieldWords(self)
        self._preview: FilePreview | None = None
        self._may_choose = False
        self.menus = FieldMenu(self)
        self.missing = Chip("", "danger", "warning-circle")
        self.undecided = Chip("", "warn", "question")
        self.leave_out, self.copy, self.save = LinkButton(), LinkButton(), LinkButton()
        for name, button in (("leave_rest", self.leave_out), ("copy_headings", self.copy), ("save_mapping", self.save)):
            button.setObjectName(f"import_{name}")
        self.head.addWidget(self.missing)
        self.head.addWidget(self.undecided)
        self.head.addWidget(self.leave_out)
        self.head.addStretch(1)
        self.head.addWidget(self.copy)
        self.head.addWidget(self.save)
        in_order((self.leave_out, self.copy, self.save, self.table))
        self.menus.chosen.connect(self.field_chosen)
        self.leave_out.clicked.connect(self.rest_left_out)
        self.save.clicked.connect(self.save_asked)
        self.copy.clicked.connect(self._copy)
        self.table.clicked.connect(self._on_clicked)
        self.table.opened.connect(lambda _: self._open_menu(self.table.currentIndex().row()))

    def show_preview(self, preview: FilePreview, *, may_choose: bool) -> None:
        """Show the columns of this file, those to be chosen first, then those in use."""
        self._preview = preview
        self._may_choose = may_choose and bool(preview.signature)
        self.retranslate()
        self.show_records(sorted(preview.columns, key=lambda column: (not column.suggested, not column.field)))

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.title.setText(self.tr("Columns"))
        self.leave_out.setText(self.tr("Leave them out"))
        self.copy.setText(self.tr("Copy headings only"))
        self.copy.setToolTip(self.tr("Without any row, so that you can ask for help without buyers’ data."))
        self._say()
        self.table.set_columns((
            Column("heading", self.tr("Column in file"), 150, lambda c: Cell(c.heading, strong=True, tip=c.heading), left=16),
            Column("samples", self.tr("Sample values"), 0, self._samples, least=120),
            Column("field", self.tr("Field in ClaimDesk"), 196, self._field, kind="box", least=150),
            Column("confidence", self.tr("Confidence"), 128, self._confidence, kind="bar"),
        ))  # fmt: skip

    def _say(self) -> None:
        preview = self._preview
        if preview is None:
            return
        used = sum(1 for column in preview.columns if column.field)
        open_ones = sum(1 for column in preview.columns if column.suggested)
        rest = len(preview.columns) - used - open_ones
        words = self.tr("{used} used, {rest} ignored") if rest else self.tr("all {used} used")
        if open_ones:
            words = self.tr("{used} used")  # the buttons need the room
        self.aside.setText(words.format(used=used, rest=rest))
        fields = {column.field for column in preview.columns}
        mapped = bool(preview.signature)
        lacking = [self._words.field(name) for name in REQUIRED if name not in fields] if mapped else []
        advised = [self._words.field(name) for name in ADVISED if name not in fields] if mapped else []
        self.missing.set(self.tr("Missing: {fields}").format(fields=", ".join(lacking)))
        self.missing.setVisible(bool(lacking))
        self.undecided.set(self.tr("{count} to choose").format(count=open_ones))
        self.undecided.setVisible(bool(open_ones))
        self.leave_out.setVisible(bool(open_ones) and self._may_choose)
        self.save.setVisible(mapped and not lacking)
        self.save.setEnabled(self._may_choose)
        self.save.setText(self.tr("Mapping saved") if preview.profile else self.tr("Save mapping"))
        self.title.setToolTip(self.tr("No column for: {fields}").format(fields=", ".join(advised)) if advised else "")

    def _samples(self, column: ColumnMatch) -> Cell:
        once = dict.fromkeys(column.samples)
        shown = " · ".join(value or self.tr("(empty)") for value in once)
        return Cell(" ".join(shown.split()), "text2", tip=shown)

    def _field(self, column: ColumnMatch) -> Cell:
        if not self._may_choose:
            if not column.field:
                return Cell(self.tr("Not used"), "text3", icon="minus", icon_tone="text3")
            return Cell(self._words.field(column.field), icon="arrow-right", icon_tone="text3")
        if column.suggested:
            return Cell(self.tr("Choose a field"), "warn", menu=True, tip=self._words.field(column.suggested))
        if not column.field:
            return Cell(self.tr("Not used"), "text3", menu=True)
        return Cell(self._words.field(column.field), menu=True)

    def _confidence(self, column: ColumnMatch) -> Cell:
        if not column.field and not column.suggested:
            return Cell()
        sure = column.confidence >= SURE
        return Cell(f"{column.confidence} %", "text2" if sure else "warn", share=column.confidence / 100)

    # choosing

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == _FIELD:
            self._open_menu(index.row())

    def _open_menu(self, row: int) -> None:
        column = self.model.record(row) if self._may_choose else None
        if isinstance(column, ColumnMatch):
            box = self.table.visualRect(self.model.index(row, _FIELD))
            self.menus.open(column, self.table.viewport().mapToGlobal(box.bottomLeft()))

    def _copy(self) -> None:
        """The headings, one a line, and nothing of the rows."""
        if self._preview is not None:
            QApplication.clipboard().setText("\n".join(column.heading for column in self._preview.columns))
            self.headings_copied.emit()
