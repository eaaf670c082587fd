"""What a sheet of costs would change, before anything is changed; rows that cannot be used are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.importing.tables import COLUMN_ROW, TableCard
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.settings.amounts import percent_words
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdesk.core.records.problems import RowIssue
    from claimdesk.core.remedies.cost_sheet import SkuCost
    from claimdesk.core.remedies.costs import CostChange, CostImport

_ARROW = " → "


class CostImportDialog(QDialog):
    """Accepted when the changes are to be made. `words` says what is wrong with a row."""

    def __init__(self, plan: CostImport, words: Callable[[RowIssue], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("costImportDialog")
        self.resize(880, 560)
        self.setWindowTitle(self.tr("Import costs"))
        self._words = words
        self.summary = Plain("", "table", "text2", wrap=True)
        self.summary.setObjectName("costImportSummary")
        self.summary.setText(
            self.tr("{file}: {new} new, {updated} changed, {same} as they are, {bad} rows to look at.").format(
                file=plan.file, new=plan.new, updated=plan.updated, same=plan.unchanged, bad=len(plan.issues)
            )
        )
        self.changes, self.issues = TableCard("costChanges", COLUMN_ROW), TableCard("costIssues", COLUMN_ROW)
        self.changes.title.setText(self.tr("Changes"))
        self.issues.title.setText(self.tr("Rows to look at"))
        self.changes.table.set_columns(self._change_columns())
        self.issues.table.set_columns(self._issue_columns())
        self.changes.show_records(plan.changes)
        self.issues.show_records(plan.issues)
        self.changes.setMaximumHeight(16_777_215)
        self.changes.setVisible(bool(plan.changes))
        self.issues.setVisible(bool(plan.issues))
        self.take, self.cancel = PrimaryButton(""), PlainButton("", "", "Esc")
        self.take.setObjectName("costImportTake")
        self.take.setText(self.tr("Import {0} costs").format(len(plan.changes)))
        self.take.setEnabled(bool(plan.changes))
        self.cancel.setText(self.tr("Cancel"))
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.summary)
        column.addWidget(self.changes, 3)
        column.addWidget(self.issues, 2)
        column.addStretch(0)
        column.addLayout(foot)

    def _change_columns(self) -> tuple[Column, ...]:
        def amount(name: str) -> Callable[[CostChange], Cell]:
            return lambda change: self._pair(change, lambda cost: money_text(getattr(cost, name), cost.currency))

        return (
            Column("sku", self.tr("SKU"), 160, self._sku, left=14, least=110),
            Column("unit", self.tr("Unit cost"), 130, amount("unit_minor"), least=110),
            Column("reship", self.tr("Sending again"), 124, amount("reship_minor"), least=100),
            Column("return", self.tr("Return label"), 124, amount("return_minor"), least=100),
            Column("referral", self.tr("Referral fee"), 100, self._referral, least=90),
            Column("notes", self.tr("Notes"), 0, self._notes, least=60),
        )

    def _issue_columns(self) -> tuple[Column, ...]:
        return (
            Column("row", self.tr("Row"), 64, lambda issue: Cell(str(issue.row)), left=14),
            Column("column", self.tr("Column"), 130, lambda issue: Cell(issue.column, "text2")),
            Column("value", self.tr("Value"), 150, lambda issue: Cell(issue.value, tip=issue.value)),
            Column("why", self.tr("What is wrong"), 0, lambda issue: Cell(self._words(issue), tip=self._words(issue))),
        )

    def _sku(self, change: CostChange) -> Cell:
        cost = change.new or change.old
        new = change.old is None
        return Cell(cost.sku if cost else "", strong=True, icon="plus" if new else "", icon_tone="accenttext")

    def _referral(self, change: CostChange) -> Cell:
        return self._pair(change, lambda cost: percent_words(cost.referral))

    def _notes(self, change: CostChange) -> Cell:
        return self._pair(change, lambda cost: cost.notes)

    def _pair(self, change: CostChange, said: Callable[[SkuCost], str]) -> Cell:
        """From what to what; one value where it stays."""
        old = said(change.old) if change.old else ""
        new = said(change.new) if change.new else ""
        if change.old is None or old == new:
            return Cell(new, "text" if change.old is None else "text3", tip=new)
        nothing = self.tr("none")
        words = f"{old or nothing}{_ARROW}{new or nothing}"
        return Cell(words, "accenttext", tip=words)
