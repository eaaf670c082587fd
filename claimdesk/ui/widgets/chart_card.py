"""A card that holds a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class ChartCard(Card):
    """A card with a title, a quiet text at the right, and its chart."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=0)
        self.ctx = ctx
        self.title, self.note, self.aside = Plain("", "section"), Plain("", "label"), Plain("", "secondary", "text3")
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.aside)
        self.body.addLayout(row)
        self.chart = QVBoxLayout()
        self.chart.setContentsMargins(16, 8, 16, 12)
        self.chart.setSpacing(6)
        self.body.addLayout(self.chart)
