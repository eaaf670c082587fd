"""The foot of the list: how many orders fit, how they are sorted, how long the search took."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import count_text


class Foot(QWidget):
    """`1,284 of 128,462 orders · sorted by latest delivery · found in 21 ms`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(33)
        self.count = Plain("", "chip", "text")
        self.count.setObjectName("orders_count")
        self._of, self._sort, self._took = (
            Plain("", "secondary"),
            Plain("", "secondary", "text3"),
            Plain("", "secondary", "text3"),
        )
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(4)
        row.addWidget(self.count)
        row.addWidget(self._of)
        row.addSpacing(12)
        row.addWidget(self._sort)
        row.addStretch(1)
        row.addWidget(self._took)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Line())
        outer.addLayout(row, 1)

    def write(self, fit: int, every: int, sort: str, ms: float) -> None:
        """Say it in the language shown now."""
        self.count.setText(count_text(fit))
        words = self.tr("of 1 order") if every == 1 else self.tr("of {count} orders")
        self._of.setText(words.format(count=count_text(every)))
        self._sort.setText(sort)
        self._took.setText(self.tr("found in {ms} ms").format(ms=count_text(max(1, round(ms)))))
