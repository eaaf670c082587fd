"""A page of Settings with a table to search in, and beside it what is chosen there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes
from claimdesk.ui.models.columns import Column
from claimdesk.ui.models.paged import PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext

T = TypeVar("T")
Read = TypeVar("Read")  # everything that a page shows
Record = TypeVar("Record")  # what a row shows
# Below a width (px) these columns are left out, the narrowest first: what they say stands beside the table anyway.
Narrowing = tuple[tuple[int, tuple[str, ...]], ...]


class TablePage(QWidget, Generic[Read, Record]):
    """Reads everything at once and searches in what it has.

    A subclass builds its widgets, calls `arrange`, and says how its records are read (`read`), taken (`take`), named
    (`key`), found (`show_found`) and shown in columns (`columns`) and beside the table (`show_chosen`). Qt has a metaclass
    of its own, so these are abstract to the type check alone: it refuses a page that leaves one out.
    """

    narrowing: Narrowing = ()
    margins = (20, 16, 24, 16)

    def __init__(self, ctx: WindowContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._ids: dict[str, int] = {}
        self._left_out: tuple[str, ...] = ()
        self.search = SearchField()
        self.search.setObjectName(f"{name}-search")
        self._count = Plain("", "secondary", "text3")
        self.model = PagedTableModel(self._window, lambda record: self._ids[self.key(record)], self)
        self.table = PagedTable(self.model, row_height=33)
        self.table.setObjectName(f"{name}-table")
        self.table.setSelectionMode(PagedTable.SelectionMode.SingleSelection)
        self.search.searched.connect(lambda _: self.show_found())
        self.table.picked.connect(lambda _: self.show_chosen())

    def arrange(self, tools: Sequence[QWidget], side: QWidget) -> Card:
        """Search, tools and count above; the table in a card, which is returned, and what is chosen at its side."""
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.search, *tools):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._count)
        card = Card(padding=1)
        card.body.addWidget(self.table, 1)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(card, 1)
        body.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*self.margins)
        outer.setSpacing(12)
        outer.addLayout(bar)
        outer.addLayout(body, 1)
        return card

    # what a subclass says

    @abstractmethod
    def read(self, desk: Desk) -> Read:
        """Everything that the page shows; on the reading lane."""

    @abstractmethod
    def take(self, read: Read) -> None:
        """Show what was read."""

    @abstractmethod
    def key(self, record: Record) -> str:
        """What a record is called by."""

    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """Every column, in the language shown now."""

    @abstractmethod
    def show_found(self) -> None:
        """Show the records that fit the search."""

    @abstractmethod
    def show_chosen(self) -> None:
        """Show the chosen record beside the table."""

    # showing

    def refresh(self) -> None:
        """Read everything again."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: self.read(desk), owner=self, done=self.take, lane="reading")

    def choose(self, key: str) -> None:
        """Choose a record; nothing happens when there is none of that name."""
        if key in self._ids:
            self.table.select_id(self._ids[key])

    def number(self, records: Sequence[Record]) -> None:
        """These are the records from now on."""
        self._ids = {self.key(record): at for at, record in enumerate(records)}

    def chosen_of(self, records: Sequence[Record], shown: str) -> Record | None:
        """What is chosen in the table, else the record that is shown already."""
        chosen = self.table.selected_records()
        wanted = self.key(chosen[0]) if chosen else shown
        return next((one for one in records if self.key(one) == wanted), None)

    def show_columns(self) -> None:
        """Columns in the language shown now, as many as there is room for."""
        self.table.set_columns([column for column in self.columns() if column.key not in self._left_out])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left_out = next((keys for below, keys in self.narrowing if self.width() < below), ())
        if left_out != self._left_out:
            self._left_out = left_out
            self.show_columns()

    def _window(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> None:
        done(Window(len(query), query[offset : offset + limit]))

    # changing

    def change(
        self, work: Callable[[Desk], T], words: str = "", back: Callable[[Desk, T], object] | None = None
    ) -> None:
        """Change something and tell it; what `work` returns is what `back` needs to take it back."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(
                lambda _: work(desk),
                owner=self,
                done=lambda before: self.tell(words, (lambda desk: back(desk, before)) if back is not None else None),
            )

    def tell(self, words: str = "", back: Callable[[Desk], object] | None = None) -> None:
        """Something changed: read again, tell the other screens, and say so where it can be taken back."""
        self.refresh()
        self._ctx.changed.emit(Changes(cases=True, settings=True))
        if back is not None:
            self._ctx.toast.emit(words, lambda: self.change(back))


def side_column(widgets: Sequence[QWidget], *, width: int, gap: int) -> QScrollArea:
    """Cards below each other that scroll where they are taller than the page."""
    page = TallPage()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    side = scrolled(page)
    side.setFixedWidth(width)
    return side
