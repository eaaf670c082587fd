"""The three panes of the screen; where they have no room beside each other the right one is a drawer."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from claimdesk.ui.tokens import active

TREE = 256
MIDDLE_LEAST = 620


class TemplatePanes(QWidget):
    """Tree 256, the middle, what is known 296; `placed` when the room was divided anew."""

    placed = Signal()

    def __init__(self, tree: QWidget, middle: QWidget, about: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree, self._middle, self._about = tree, middle, about
        for part in (tree, middle, about):
            part.setParent(self)
        self._wanted, self._open, self._narrow = True, False, False
        self._useful = True

    @property
    def narrow(self) -> bool:
        """Whether the right pane is a drawer."""
        return self._narrow

    def toggle(self) -> None:
        """Show or hide the right pane."""
        if self._narrow:
            self._open = not self._open
        else:
            self._wanted = not self._wanted
        self._place()

    def show_about(self, on: bool) -> None:
        """Whether there is anything to say at the right."""
        if on != self._useful:
            self._useful = on
            self._place()

    def close_drawer(self) -> bool:
        """Close an open drawer; False when there was none."""
        if self._narrow and self._open:
            self.toggle()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(TREE - 1, 0, 1, self.height()), active().color("line"))
        painter.end()

    def _place(self) -> None:
        width, height, aside = self.width(), self.height(), self._about.width()
        self._narrow = width < TREE + MIDDLE_LEAST + aside
        shown = self._useful and (self._open if self._narrow else self._wanted)
        beside = aside if shown and not self._narrow else 0
        self._tree.setGeometry(0, 0, TREE, height)
        self._middle.setGeometry(TREE, 0, max(0, width - TREE - beside), height)
        self._about.setGeometry(width - aside, 0, aside, height)
        self._about.setVisible(shown)
        self._about.raise_()
        self.placed.emit()
