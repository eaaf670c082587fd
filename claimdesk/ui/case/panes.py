"""The three panes of the workspace; below 1280 the right one becomes a drawer."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from claimdesk.ui.tokens import active

RAIL = 252
CONTEXT = 328
CENTRE_LEAST = 560


class _Drawer(QFrame):
    """Ground of the right pane with the line at its left."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(content)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), active().color("bg"))
        painter.fillRect(QRect(0, 0, 1, self.height()), active().color("line"))
        painter.end()


class ThreePanes(QWidget):
    """Steps 252, the middle, context 328. `folded(bool)` tells when the context has no room beside the middle."""

    folded = Signal(bool)

    def __init__(self, rail: QWidget, centre: QWidget, context: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail, self._centre = rail, centre
        self._drawer = _Drawer(context, self)
        rail.setParent(self)
        centre.setParent(self)
        self._wanted = True
        self._open = False
        self._narrow = False

    @property
    def narrow(self) -> bool:
        """Whether the context is a drawer."""
        return self._narrow

    @property
    def context_shown(self) -> bool:
        """Whether the right pane can be seen."""
        return self._open if self._narrow else self._wanted

    def toggle_context(self) -> None:
        """Show or hide the right pane."""
        if self._narrow:
            self._open = not self._open
        else:
            self._wanted = not self._wanted
        self._place()

    def show_context(self) -> None:
        """Make sure the right pane can be seen."""
        if not self.context_shown:
            self.toggle_context()

    def close_drawer(self) -> bool:
        """Close an open drawer; False when there was none."""
        if self._narrow and self._open:
            self.toggle_context()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(RAIL, 0, 1, self.height()), active().color("line"))
        painter.end()

    def _place(self) -> None:
        width, height = self.width(), self.height()
        self._narrow = width < RAIL + 1 + CENTRE_LEAST + CONTEXT
        self._rail.setGeometry(0, 0, RAIL, height)
        beside = CONTEXT if self._wanted and not self._narrow else 0
        self._centre.setGeometry(RAIL + 1, 0, max(0, width - RAIL - 1 - beside), height)
        self._drawer.setGeometry(width - CONTEXT, 0, CONTEXT, height)
        self._drawer.setVisible(self.context_shown)
        self._drawer.raise_()
        self.folded.emit(not self.context_shown or self._narrow)
