"""A list to choose a scenario from: the first that is offered is chosen, the arrows pass over heads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from claimdesk.ui.cases.new_case_list import ENTRY_ROLE, Entry, ScenarioDelegate, ScenarioListModel


class ScenarioList(QListView):
    """Shows the entries of `entries`. Signal: `chosen_changed`, also when a search leaves nothing to choose."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = ScenarioListModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(ScenarioDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        self.entries.modelReset.connect(self._choose_first)

    @property
    def chosen(self) -> Entry | None:
        """The scenario that is chosen."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry if isinstance(entry, Entry) and entry.offered else None

    def choose(self, scenario: str) -> bool:
        """Choose a scenario; False when it is not offered."""
        row = self.entries.row_of(scenario)
        if row < 0 or self.entries.entries()[row].scenario != scenario:
            return False
        self.setCurrentIndex(self.entries.index(row))
        return True

    def step(self, by: int) -> None:
        """The next scenario (1) or the previous one (-1)."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.entries.rowCount() and not self.entries.entries()[row].offered:
            row += by
        if 0 <= row < self.entries.rowCount():
            self.setCurrentIndex(self.entries.index(row))

    def _choose_first(self) -> None:
        row = self.entries.row_of("")
        if row < 0:
            self.chosen_changed.emit()
            return
        self.setCurrentIndex(self.entries.index(row))
        self.scrollToTop()
