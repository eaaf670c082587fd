"""The filters that the owner saved, as the screen holds them: named, changed with an undo, kept by a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from claimdesk.ui.cases.saved import KEY, MOST, NAME, OwnFilter, cleaned, kept, with_filter, without

if TYPE_CHECKING:
    from claimdesk.ui.cases.filters import CaseQuery
    from claimdesk.ui.context import WindowContext


class OwnFilters(QObject):
    """`changed()` after each change; a removal can be undone from the toast."""

    changed = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._window = ctx, parent
        self.all: tuple[OwnFilter, ...] = ()

    def use(self, filters: tuple[OwnFilter, ...]) -> None:
        """Those that were read."""
        self.all = filters

    def get(self, value: str) -> OwnFilter | None:
        """The one that is called so at the left."""
        return next((one for one in self.all if one.value == value), None)

    def named(self, query: CaseQuery) -> str:
        """The value of the one that wants just these cases; empty when there is none."""
        return next((one.value for one in self.all if one.query == query), "")

    def add(self, proposed: str, query: CaseQuery) -> None:
        """Ask for a name and keep the query under it."""
        name = self._ask(self.tr("Save as filter"), proposed)
        if name and len(self.all) >= MOST and not any(one.name == name for one in self.all):
            self._ctx.toast.emit(self.tr("There are {0} saved filters already; remove one first.").format(MOST), None)
        elif name:
            self._become(with_filter(self.all, name, query))

    def rename(self, value: str) -> None:
        """Ask for another name."""
        one = self.get(value)
        name = self._ask(self.tr("Rename filter"), one.name) if one is not None else ""
        if one is not None and name and name != one.name:
            self._become(with_filter(without(self.all, value), name, one.query))

    def remove(self, value: str) -> None:
        """Take it away; the toast brings it back."""
        one, before = self.get(value), self.all
        if one is not None:
            self._become(without(self.all, value))
            self._ctx.toast.emit(self.tr("Filter removed: {0}").format(one.name), lambda: self._become(before))

    def _ask(self, title: str, proposed: str) -> str:
        text, ok = QInputDialog.getText(
            self._window, title, self.tr("Name"), QLineEdit.EchoMode.Normal, cleaned(proposed)[:NAME]
        )
        return cleaned(text) if ok else ""

    def _become(self, filters: tuple[OwnFilter, ...]) -> None:
        self.all = filters
        desk = self._ctx.desk
        if desk is not None:
            data = kept(filters)
            self._ctx.jobs.run(lambda task: desk.shop.set(KEY, data), owner=self._window, done=lambda _: None)
        self.changed.emit()
