"""A titled table over records that are all at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.ui.models.paged import PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.labels import Plain

COLUMN_ROW, ISSUE_ROW = 31, 46
HEADING = 32


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

    def use_row_height(self, height: int) -> None:
        """Every row is this high from now on."""
        if height != self._row_height:
            self._row_height = height
            rows = self.table.verticalHeader()
            rows.setMinimumSectionSize(height)
            rows.setDefaultSectionSize(height)
            self.table.verticalScrollBar().setSingleStep(height)
            self.setMaximumHeight(self.full_height())

    def full_height(self) -> int:
        """The height at which every row is seen."""
        return 42 + HEADING + max(1, len(self._records)) * self._row_height + 4

    def _window(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> None:
        done(Window(len(query), query[offset : offset + limit]))
