"""A list of option cards: keys 1 to 9, one chosen, the preselection kept until the operator picks another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from claimdesk.ui.case.option_card import OptionCard

if TYPE_CHECKING:
    from claimdesk.core.scenarios.schema import Option


class OptionList(QWidget):
    """Cards for options. `picked(option id)` when the operator chooses one."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._cards: list[OptionCard] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._key: tuple[str, tuple[str, ...]] = ("", ())

    @property
    def cards(self) -> tuple[OptionCard, ...]:
        """The cards, top to bottom."""
        return tuple(self._cards)

    @property
    def chosen(self) -> str:
        """The chosen option's id, empty when there is none."""
        return next((card.option_id for card in self._cards if card.isChecked()), "")

    def offer(self, step_id: str, options: tuple[Option, ...], chosen: str) -> None:
        """Show a step's options; `chosen` is marked unless the operator already picked one of the same cards."""
        key = (step_id, tuple(option.id for option in options))
        kept = self.chosen if key == self._key else ""
        if key != self._key:
            self._rebuild(options)
            self._key = key
        wanted = kept or chosen
        self._group.setExclusive(False)
        for card in self._cards:
            card.setChecked(card.option_id == wanted)
        self._group.setExclusive(True)

    def forget(self) -> None:
        """Drop what was picked, so that the next offer shows the answer as it is stored."""
        self._key = ("", ())

    def choose(self, number: int) -> bool:
        """Choose a card by its number; False when there is none."""
        for card in self._cards:
            if card.number == number and card.isEnabled():
                card.setChecked(True)
                card.setFocus()
                self.picked.emit(card.option_id)
                return True
        return False

    def focus_chosen(self) -> None:
        """Focus the chosen card, or the first."""
        for card in self._cards:
            if card.isChecked():
                card.setFocus()
                return
        if self._cards:
            self._cards[0].setFocus()

    def _rebuild(self, options: tuple[Option, ...]) -> None:
        for card in self._cards:
            self._group.removeButton(card)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for number, option in enumerate(options, start=1):
            card = OptionCard(option.id, number, self)
            card.clicked.connect(lambda _=False, option_id=option.id: self.picked.emit(option_id))
            self._group.addButton(card)
            self._layout.addWidget(card)
            self._cards.append(card)
