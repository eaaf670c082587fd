"""Rows of a settings card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.labels import Plain

_NAME_WIDTH = 150


class FormCard(Card):
    """A titled card of rows with a pale line between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.body.setContentsMargins(1, 12, 1, 5)
        self.title = Plain("", "section")
        self.title.setContentsMargins(15, 0, 15, 0)
        self.body.addWidget(self.title)
        self.body.addSpacing(6)
        self._rows = 0

    def add_row(self, control: QWidget, *, wide: bool = False, detail: bool = False) -> tuple[Plain, Plain | None]:
        """A row with its name left and a control right; gives the name, and the line below it where asked for."""
        if self._rows:
            self.body.addWidget(Line(soft=True))
        self._rows += 1
        holder = QWidget()
        holder.setMinimumHeight(50 if detail else 38)
        row = QHBoxLayout(holder)
        row.setContentsMargins(15, 3, 15, 3)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        name = Plain("", "body")
        names.addWidget(name)
        below = Plain("", "secondary", elide=True) if detail else None
        if below is not None:
            names.addWidget(below)
        names.addStretch(1)
        if wide:
            row.addLayout(names, 1)
            row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            name.setMinimumWidth(_NAME_WIDTH)
            row.addLayout(names)
            row.addWidget(control, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(holder)
        return name, below

    def add_block(self, block: QWidget) -> None:
        """Something that takes the whole width."""
        if self._rows:
            self.body.addWidget(Line(soft=True))
        self._rows += 1
        self.body.addWidget(block)


def left(control: QWidget) -> QWidget:
    """A control at the left of the room it is given."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(control)
    row.addStretch(1)
    return holder
