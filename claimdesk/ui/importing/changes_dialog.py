"""Every change that an import makes to known orders, from what to what; each can be left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.imports import FieldChange
from claimdesk.core.records.orders import Fulfilment, OrderStatus
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.importing.tables import COLUMN_ROW, TableCard
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.orders.words import OrderWords
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.ui.importing.entries import FileEntry

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    file: int  # place among the files that are looked at
    change: FieldChange


class ChangesDialog(QDialog):
    """One row for each order and field. `left()` gives by file what the operator wants left as it is."""

    def __init__(self, files: Sequence[FileEntry], parent: QWidget | None = None, *, may_choose: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("import_changes_dialog")
        self.resize(940, 620)
        self._fields, self._orders = FieldWords(self), OrderWords(self)
        self._may_choose = may_choose
        looked_at = [(at, entry, entry.preview) for at, entry in enumerate(files) if entry.preview is not None]
        self.rows = [_Row(at, change) for at, _, preview in looked_at for change in preview.changes]
        self._more = sum(sum(n for _, n in p.change_counts) for _, _, p in looked_at) - len(self.rows)
        self._left: dict[int, set[Pair]] = {at: set(entry.choices.leave) for at, entry, _ in looked_at}
        self.card = TableCard("import_each", COLUMN_ROW)
        self.card.head.addStretch(1)
        self._about = Plain("", "table", "text2", wrap=True)
        self.all, self.none = LinkButton(), LinkButton()
        self.take, self.cancel = PrimaryButton(""), PlainButton("")
        for name, button in (("all", self.all), ("none", self.none), ("take", self.take), ("cancel", self.cancel)):
            button.setObjectName(f"import_changes_{name}")
        self._lay_out()
        self.all.clicked.connect(lambda: self._all(left=False))
        self.none.clicked.connect(lambda: self._all(left=True))
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.card.table.clicked.connect(self._on_clicked)
        self.card.table.peeked.connect(lambda _: self._turn_selected())
        self.card.table.opened.connect(lambda _: self._turn_selected())
        self._say()
        self.card.show_records(self.rows)
        self.card.setMaximumHeight(16_777_215)

    def left(self) -> dict[int, set[Pair]]:
        """By place of the file: pairs of order number and field, an empty order for all of them."""
        return {at: set(pairs) for at, pairs in self._left.items()}

    def is_left(self, row: _Row) -> bool:
        """Whether a change is not wanted."""
        change = row.change
        pairs = self._left[row.file]
        return not pairs.isdisjoint(((change.order_no, change.field), (change.order_no, ""), ("", change.field)))

    def turn(self, rows: Sequence[_Row], *, left: bool) -> None:
        """Leave these changes as they are, or take them after all."""
        for row in rows:
            pairs, change = self._left[row.file], row.change
            if not left:
                self._spell_out(row)
                pairs.discard((change.order_no, change.field))
            elif not self.is_left(row):
                pairs.add((change.order_no, change.field))
        self.card.model.repaint_rows()
        self._say()

    def _spell_out(self, row: _Row) -> None:
        """Replace a pair that stands for many by what it stands for, so that one of them can be taken."""
        pairs, change = self._left[row.file], row.change
        for pair in ((change.order_no, ""), ("", change.field)):
            if pair in pairs:
                pairs.discard(pair)
                pairs.update(
                    (one.change.order_no, one.change.field)
                    for one in self.rows
                    if one.file == row.file and pair in ((one.change.order_no, ""), ("", one.change.field))
                )

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.all)
        foot.addWidget(self.none)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addWidget(self.card, 1)
        column.addLayout(foot)
        for widget in (self.all, self.none, self.cancel):
            widget.setVisible(self._may_choose)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("What changes"))
        self._about.setText(
            self.tr("Untick what shall stay as it is. Orders that are new are not listed.")
            if self._may_choose
            else self.tr("What the file tells about orders that were here before.")
        )
        wanted = sum(not self.is_left(row) for row in self.rows)
        self.card.title.setText(self.tr("Changes"))
        words = self.tr("{wanted} of {count} wanted")
        self.card.aside.setText(words.format(wanted=count_text(wanted), count=count_text(len(self.rows))))
        if self._more > 0:
            rest = self.tr("{count} more are not listed; leave a whole field as it is on the Import screen.")
            self.card.aside.setText(f"{self.card.aside.text()} · {rest.format(count=count_text(self._more))}")
        self.all.setText(self.tr("Tick all"))
        self.none.setText(self.tr("Untick all"))
        self.cancel.setText(self.tr("Cancel"))
        self.take.setText(self.tr("Use this choice") if self._may_choose else self.tr("Close"))
        self.card.table.set_columns((
            Column("tick", "", 20, self._tick, kind="mark", left=12),
            Column("order", self.tr("Order"), 160, lambda r: Cell(r.change.order_no, self._tone(r)), least=110),
            Column("field", self.tr("Field"), 150, lambda r: Cell(self._fields.field(r.change.field), self._tone(r)),
                   least=90),
            Column("before", self.tr("Is now"), 220, self._before, least=100),
            Column("after", self.tr("Becomes"), 0, self._after, least=120),
        ))  # fmt: skip

    def _tone(self, row: _Row) -> str:
        return "text3" if self.is_left(row) else "text"

    def _tick(self, row: _Row) -> Cell:
        left = self.is_left(row)
        tip = self.tr("Stays as it is") if left else self.tr("Will be changed")
        return Cell(icon="square" if left else "check-square-fill", tone="text3" if left else "accent", tip=tip)

    def _before(self, row: _Row) -> Cell:
        text = self._spoken(row.change.field, row.change.before)
        tone = "text3" if self.is_left(row) or not text else "text2"
        return Cell(text or self.tr("nothing"), tone, tip=text)

    def _after(self, row: _Row) -> Cell:
        left, text = self.is_left(row), self._spoken(row.change.field, row.change.after)
        return Cell(text, "text3" if left else "text", strong=not left, tip=text)

    def _spoken(self, field: str, value: str) -> str:
        """A value as the lists show it: statuses and who ships are words, the rest is as the file has it."""
        try:
            if field == "status":
                return self._orders.status(OrderStatus(value))
            if field == "fulfilment":
                return self._orders.fulfilment(Fulfilment(value))
        except ValueError:
            return value
        return " ".join(value.split())

    def _on_clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if index.column() == 0 and index.row() < len(self.rows):
            row = self.rows[index.row()]
            self._turn([row], left=not self.is_left(row))

    def _turn_selected(self) -> None:
        """Space and Enter turn every selected row as the current one is turned."""
        current = self.card.table.currentIndex().row()
        selected = self.card.table.selected_records()
        if 0 <= current < len(self.rows) and selected:
            self._turn(selected, left=not self.is_left(self.rows[current]))

    def _turn(self, rows: Sequence[_Row], *, left: bool) -> None:
        if self._may_choose:
            self.turn(rows, left=left)

    def _all(self, *, left: bool) -> None:
        self._turn(self.rows, left=left)
