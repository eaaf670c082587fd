"""Settings, Costs: what each SKU costs, in a table; typed by hand, brought in from a sheet, written out; the shop's figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.paged import PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.settings.amounts import percent_words
from claimdesk.ui.settings.costs_editor import CostEditor
from claimdesk.ui.settings.costs_figures import FiguresCard
from claimdesk.ui.settings.costs_import import CostImportDialog
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled
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
_ROOMY = 980  # below, the table keeps to what the eye needs; the rest stands beside it
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


class CostsPage(QWidget):
    """A table of SKUs, the one that is chosen beside it, and the figures below that."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._book: CostBook | None = None
        self._ids: dict[str, int] = {}
        self._wanted = ""  # SKU to choose once it was read
        self._narrow = False
        self.search = SearchField()
        self.search.setObjectName("costs-search")
        self.search.setFixedWidth(220)
        self.add, self.bring, self.write = (
            PlainButton("", "plus"),
            PlainButton("", "download-simple"),
            PlainButton("", "export"),
        )
        for name, button in (("add", self.add), ("import", self.bring), ("export", self.write)):
            button.setObjectName(f"costs-{name}")
        self._count = Plain("", "secondary", "text3")
        self._none = Plain("", "table", "text3", wrap=True)
        self._none.setObjectName("costs-none")
        self._none.setContentsMargins(16, 16, 16, 16)
        self.model = PagedTableModel(self._window, lambda cost: self._ids[cost.sku], self)
        self.table = PagedTable(self.model, row_height=33)
        self.table.setObjectName("costs-table")
        self.table.setSelectionMode(PagedTable.SelectionMode.SingleSelection)
        self.editor, self.figures = CostEditor(), FiguresCard()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.search, self.add, self.bring, self.write):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._count)
        card = Card(padding=1)
        card.body.addWidget(self._none)
        card.body.addWidget(self.table, 1)
        card.body.addStretch(0)
        page = TallPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.editor)
        column.addWidget(self.figures)
        column.addStretch(1)
        side = scrolled(page)
        side.setFixedWidth(_EDITOR_WIDTH)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(card, 1)
        body.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 24, 16)
        outer.setSpacing(12)
        outer.addLayout(bar)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _: self._show())
        self.table.picked.connect(lambda _: self._show_chosen())
        self.add.clicked.connect(self.start_new)
        self.bring.clicked.connect(self._ask_import)
        self.write.clicked.connect(self._ask_export)
        self.editor.kept.connect(self._keep)
        self.editor.removed.connect(self._remove)
        self.figures.profit_set.connect(self._set_profit)
        self.figures.defects_set.connect(self._set_defects)
        self.figures.rate_set.connect(
            lambda code, rate: self._figure(lambda desk: desk.remedies.figures.set_rate(code, rate))
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
        self._show_columns()
        self._show()

    def _show_columns(self) -> None:
        def amount(name: str) -> Callable[[SkuCost], Cell]:
            return lambda cost: Cell(money_text(getattr(cost, name), cost.currency))

        columns = (
            Column("sku", self.tr("SKU"), 150, lambda c: Cell(c.sku, strong=True, tip=c.sku), left=14, least=110),
            Column("item", self.tr("Item"), 0, self._item, least=90),
            Column("unit", self.tr("Unit cost"), 96, amount("unit_minor"), right=True, least=80),
            Column("currency", self.tr("Currency"), 78, lambda c: Cell(c.currency, "text2"), left=12, least=64),
            Column("reship", self.tr("Sending again"), 108, amount("reship_minor"), right=True, least=84),
            Column("return", self.tr("Return label"), 100, amount("return_minor"), right=True, least=84),
            Column("referral", self.tr("Fee"), 64, lambda c: Cell(percent_words(c.referral), "text2"), right=True),
            Column("notes", self.tr("Notes"), 150, lambda c: Cell(c.notes, "text2", tip=c.notes), left=12, least=60),
        )
        left_out = ("currency", "return", "referral", "notes") if self._narrow else ()
        self.table.set_columns([column for column in columns if column.key not in left_out])

    def _item(self, cost: SkuCost) -> Cell:
        title = self._title(cost.sku)
        return Cell(title, "text2", tip=title)

    def _title(self, sku: str) -> str:
        return self._book.titles.get(sku, "") if self._book else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOMY
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_columns()

    # showing

    def refresh(self) -> None:
        """Read the costs again."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: read_costs(desk), owner=self, done=self._take, lane="reading")

    def _take(self, book: CostBook) -> None:
        self._book = book
        self._ids = {cost.sku: at for at, cost in enumerate(book.costs)}
        self.figures.show_figures(book.figures)
        self._show()
        if self._wanted in self._ids:
            self.table.select_id(self._ids[self._wanted])
        elif self.editor.sku not in self._ids:
            self.editor.show_new(book.currency)
        self._wanted = ""
        self._show_chosen()

    def _show(self) -> None:
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

    def _window(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> None:
        done(Window(len(query), query[offset : offset + limit]))

    def _show_chosen(self) -> None:
        chosen = self.table.selected_records()
        cost = chosen[0] if chosen else next((c for c in self._costs() if c.sku == self.editor.sku), None)
        if cost is not None:
            self.editor.show_cost(cost, self._title(cost.sku))

    def _costs(self) -> tuple[SkuCost, ...]:
        return self._book.costs if self._book else ()

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
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: work(desk), owner=self, done=lambda changes: self._tell(words, changes))

    def _tell(self, words: str, changes: tuple[CostChange, ...]) -> None:
        self._refresh_all()
        self._ctx.toast.emit(words, lambda: self._put_back(changes))

    def _put_back(self, changes: tuple[CostChange, ...]) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda _: desk.remedies.costs.put_back(changes), owner=self, done=lambda _: self._refresh_all()
            )

    def _refresh_all(self) -> None:
        self.refresh()
        self._ctx.changed.emit(Changes(cases=True, settings=True))

    def _set_profit(self, profit: Money | None) -> None:
        self._figure(lambda desk: desk.remedies.figures.set_profit(profit))

    def _set_defects(self, platform: str, count: int) -> None:
        self._figure(lambda desk: desk.remedies.figures.set_defects(platform, None if count < 0 else count))

    def _figure(self, work: Callable[[Desk], None]) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: work(desk), owner=self, done=lambda _: self._refresh_all())

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
                done=lambda done: self._tell(self.tr("{0} costs imported").format(len(done.changes)), done.changes),
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
