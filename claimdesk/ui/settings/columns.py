"""Cards in columns beside each other, and below each other where the window is too narrow for that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.tall import TallPage

_GAP = 16  # between columns; cards below each other stand closer


class CardColumns(TallPage):
    """A page of cards, one sequence for each column."""

    def __init__(self, columns: Sequence[Sequence[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacks: list[QWidget] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(24, 16, 24, 16)
        for cards in columns:
            stack = QWidget()
            column = QVBoxLayout(stack)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._stacks.append(stack)
            self._row.addWidget(stack, 1)
        self._row.addStretch(0)
        self._arrange(wide=True)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest column: a scroll area may then make the page too narrow for all of them."""
        margins = self._row.contentsMargins()
        widest = max(stack.minimumSizeHint().width() for stack in self._stacks)
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of columns."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - _GAP * (len(self._stacks) - 1)
        self._arrange(wide=room >= len(self._stacks) * max(s.minimumSizeHint().width() for s in self._stacks))
        super().resizeEvent(event)

    def _arrange(self, *, wide: bool) -> None:
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(_GAP if wide else 12)
        for stack in self._stacks:
            self._row.setStretchFactor(stack, 1 if wide else 0)
        self._row.setStretch(len(self._stacks), 0 if wide else 1)
