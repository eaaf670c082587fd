"""Settings, Costs: what each SKU costs, in a table; typed by hand, brought in from a sheet, written out; the shop's figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.settings.amounts import percent_words
from claimdesk.ui.settings.costs_editor import CostEditor
from claimdesk.ui.settings.costs_figures import FiguresCard
from claimdesk.ui.settings.costs_import import CostImportDialog
from claimdesk.ui.settings.table_page import TablePage, side_column
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdesk.core.desk import Desk
    from claimdesk.core.records.money import Money
    from claimdesk.core.records.problems import RowIssue
    from claimdesk.core.remedies.cost_sheet import SkuCost
    from claimdesk.core.remedies.costs import CostChange, CostImport
    from claimdesk.core.remedies.own_figures import Figures
    from claimdesk.ui.context import WindowContext

_EDITOR_WIDTH = 328
_FOLDER = "costs/folder"
_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class CostBook:
    """Everything that the page shows; `currency` is that of most costs."""

    costs: tuple[SkuCost, ...]
    titles: dict[str, str]
    figures: Figures
    currency: str


def read_costs(desk: Desk) -> CostBook:
    """For the reading lane."""
    costs = desk.remedies.costs.all()
    codes = [cost.currency for cost in costs]
    usual = max(sorted(set(codes)), key=codes.count, default=_CURRENCY)
    return CostBook(costs, desk.orders.sku_titles(), desk.remedies.figures.all(), usual)


def keep_cost(desk: Desk, values: dict[str, Any], before: str) -> tuple[CostChange, ...]:
    """Keep one SKU's costs, under another name too; what was changed. Raises Problem."""
    from claimdesk.core.remedies.cost_sheet import SkuCost  # read with the first change, not with the frame
    from claimdesk.core.remedies.costs import CostChange

    costs, new = desk.remedies.costs, SkuCost(**values)
    changes = [CostChange(costs.of(new.sku), new)]
    old = costs.of(before) if before and before.casefold() != new.sku.casefold() else None
    costs.keep([new])
    if old is not None:
        costs.remove(before)
        changes.append(CostChange(old, None))
    return tuple(changes)


def remove_cost(desk: Desk, sku: str) -> tuple[CostChange, ...]:
    """Forget one SKU's costs; what was changed."""
    from claimdesk.core.remedies.costs import CostChange

    old = desk.remedies.costs.of(sku)
    desk.remedies.costs.remove(sku)
    return (CostChange(old, None),) if old is not None else ()


class CostsPage(TablePage[CostBook, "SkuCost"]):
    """A table of SKUs, the one that is chosen beside it, and the figures below that."""

    narrowing = ((980, ("currency", "return", "referral", "notes")),)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "costs", parent)
        self._book: CostBook | None = None
        self._wanted = ""  # SKU to choose once it was read
        self.search.setFixedWidth(220)
        self.add, self.bring, self.write = (
            PlainButton("", "plus"),
            PlainButton("", "download-simple"),
            PlainButton("", "export"),
        )
        for name, button in (("add", self.add), ("import", self.bring), ("export", self.write)):
            button.setObjectName(f"costs-{name}")
        self._none = Plain("", "table", "text3", wrap=True)
        self._none.setObjectName("costs-none")
        self._none.setContentsMargins(16, 16, 16, 16)
        self.editor, self.figures = CostEditor(), FiguresCard()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        card = self.arrange(
            (self.add, self.bring, self.write), side_column((self.editor, self.figures), width=_EDITOR_WIDTH, gap=16)
        )
        card.body.insertWidget(0, self._none)
        card.body.addStretch(0)

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.bring.clicked.connect(self._ask_import)
        self.write.clicked.connect(self._ask_export)
        self.editor.kept.connect(self._keep)
        self.editor.removed.connect(self._remove)
        self.figures.profit_set.connect(self._set_profit)
        self.figures.defects_set.connect(self._set_defects)
        self.figures.rate_set.connect(
            lambda code, rate: self.change(lambda desk: desk.remedies.figures.set_rate(code, rate))
        )

    # words

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.search.setPlaceholderText(self.tr("SKU, item, note"))
        self.search.setAccessibleName(self.tr("Search costs"))
        self.add.setText(self.tr("Add"))
        self.bring.setText(self.tr("Import…"))
        self.write.setText(self.tr("Export…"))
        self.table.setAccessibleName(self.tr("Costs per SKU"))
        self._none.setText(self.tr("No costs yet. Add a SKU, or import a sheet with the columns SKU, Unit cost, Reship freight, "
                                   "Return freight, Referral rate, Currency and Notes. The comparison of remedies then "
                                   "counts with your own costs."))  # fmt: skip
        self.editor.retranslate()
        self.figures.retranslate()
        self.show_columns()
        self.show_found()

    def columns(self) -> tuple[Column, ...]:
        def amount(name: str) -> Callable[[SkuCost], Cell]:
            return lambda cost: Cell(money_text(getattr(cost, name), cost.currency))

        return (
            Column("sku", self.tr("SKU"), 150, lambda c: Cell(c.sku, strong=True, tip=c.sku), left=14, least=110),
            Column("item", self.tr("Item"), 0, self._item, least=90),
            Column("unit", self.tr("Unit cost"), 96, amount("unit_minor"), right=True, least=80),
            Column("currency", self.tr("Currency"), 78, lambda c: Cell(c.currency, "text2"), left=12, least=64),
            Column("reship", self.tr("Sending again"), 108, amount("reship_minor"), right=True, least=84),
            Column("return", self.tr("Return label"), 100, amount("return_minor"), right=True, least=84),
            Column("referral", self.tr("Fee"), 64, lambda c: Cell(percent_words(c.referral), "text2"), right=True),
            Column("notes", self.tr("Notes"), 150, lambda c: Cell(c.notes, "text2", tip=c.notes), left=12, least=60),
        )

    def _item(self, cost: SkuCost) -> Cell:
        title = self._title(cost.sku)
        return Cell(title, "text2", tip=title)

    def _title(self, sku: str) -> str:
        return self._book.titles.get(sku, "") if self._book else ""

    # showing

    def read(self, desk: Desk) -> CostBook:
        return read_costs(desk)

    def key(self, cost: SkuCost) -> str:
        return cost.sku

    def take(self, book: CostBook) -> None:
        self._book = book
        self.number(book.costs)
        self.figures.show_figures(book.figures)
        self.show_found()
        if self._wanted in self._ids:
            self.table.select_id(self._ids[self._wanted])
        elif self.editor.sku not in self._ids:
            self.editor.show_new(book.currency)
        self._wanted = ""
        self.show_chosen()

    def show_found(self) -> None:
        costs = self._book.costs if self._book else ()
        wanted = self.search.text().casefold().split()
        found = tuple(
            cost for cost in costs
            if all(word in f"{cost.sku} {self._title(cost.sku)} {cost.notes}".casefold() for word in wanted)
        )  # fmt: skip
        self._count.setText(self.tr("{0} of {1} SKUs").format(len(found), len(costs)))
        self._count.setVisible(bool(costs))
        self._none.setVisible(self._book is not None and not costs)
        self.table.setVisible(bool(costs))
        self.write.setEnabled(bool(costs))
        self.model.ask(found)

    def show_chosen(self) -> None:
        cost = self.chosen_of(self._book.costs if self._book else (), self.editor.sku)
        if cost is not None:
            self.editor.show_cost(cost, self._title(cost.sku))

    def start_new(self) -> None:
        """Empty fields for another SKU."""
        self.table.clearSelection()
        self.editor.show_new(self._book.currency if self._book else _CURRENCY)
        self.editor.fields["sku"].setFocus()

    # changing

    def _keep(self, values: dict[str, Any], before: str) -> None:
        self._wanted = str(values["sku"])
        words = self.tr("Costs of {0} kept").format(values["sku"])
        self._change(lambda desk: keep_cost(desk, values, before), words)

    def _remove(self, sku: str) -> None:
        self._change(lambda desk: remove_cost(desk, sku), self.tr("Costs of {0} deleted").format(sku))

    def _change(self, work: Callable[[Desk], tuple[CostChange, ...]], words: str) -> None:
        self.change(work, words, lambda desk, changes: desk.remedies.costs.put_back(changes))

    def _set_profit(self, profit: Money | None) -> None:
        self.change(lambda desk: desk.remedies.figures.set_profit(profit))

    def _set_defects(self, platform: str, count: int) -> None:
        self.change(lambda desk: desk.remedies.figures.set_defects(platform, None if count < 0 else count))

    # files

    def _folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return str(self._ctx.settings.value(_FOLDER, "") or documents)

    def _ask_import(self) -> None:
        kinds = self.tr("Sheets (*.xlsx *.xls *.xlsm *.ods *.csv *.tsv *.txt)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import costs"), self._folder(), kinds)
        if path:
            self._ctx.settings.setValue(_FOLDER, str(Path(path).parent))
            self.plan_import(Path(path))

    def plan_import(self, path: Path) -> None:
        """Show what a sheet would change; nothing is changed before that is accepted."""
        desk, currency = self._ctx.desk, self._book.currency if self._book else _CURRENCY
        if desk is not None:
            self._ctx.jobs.run(
                lambda task: desk.remedies.costs.import_sheet(path, currency, dry_run=True, task=task),
                owner=self, done=lambda plan: self._ask(path, currency, plan), lane="files",
                title=self.tr("Reading {0}").format(path.name),
            )  # fmt: skip

    def _ask(self, path: Path, currency: str, plan: CostImport) -> None:
        dialog = CostImportDialog(plan, self._issue_words, self)
        dialog.finished.connect(
            lambda result: self._import(path, currency) if result == QDialog.DialogCode.Accepted else None
        )
        dialog.open()

    def _import(self, path: Path, currency: str) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda task: desk.remedies.costs.import_sheet(path, currency, task=task), owner=self, lane="database",
                done=lambda done: self.tell(self.tr("{0} costs imported").format(len(done.changes)),
                                            lambda desk: desk.remedies.costs.put_back(done.changes)),
            )  # fmt: skip

    def _issue_words(self, issue: RowIssue) -> str:
        desk = self._ctx.desk
        return self._ctx.text(desk.wording.text(issue.code, {"value": issue.value})) if desk is not None else issue.code

    def _ask_export(self) -> None:
        proposed = str(Path(self._folder()) / self.tr("Costs per SKU.xlsx"))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export costs"), proposed, "Excel (*.xlsx)")
        if path:
            target = Path(path)
            self.export(target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx"))

    def export(self, target: Path) -> None:
        """Write every cost into a workbook."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda _: desk.cost_files.export(target), owner=self, lane="files", title=self.tr("Writing costs"),
                done=lambda written: self._ctx.toast.emit(self.tr("Written to {0}").format(written[0].name), None),
            )  # fmt: skip
