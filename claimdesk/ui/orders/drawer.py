"""Where the details pane stands: beside the list, or as a drawer over it when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget

from claimdesk.ui.tokens import active

GAP = 16
PANE_WIDTH = 364
WINDOW_FROM = 1280  # the narrowest window that has room for both


class PaneHolder(QWidget):
    """Holds a main part and a pane. Beside each other the pane may be hidden; as a drawer it opens on demand."""

    def __init__(self, main: QWidget, pane: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main, self._pane = main, pane
        self._wanted = True  # beside
        self._opened = False  # as a drawer
        main.setParent(self)
        pane.setParent(self)
        self._place()

    @property
    def is_drawer(self) -> bool:
        """Whether the window is too narrow for both beside each other."""
        return self.window().width() < WINDOW_FROM

    def toggle(self) -> None:
        """Show or hide the pane."""
        if self.is_drawer:
            self._opened = not self._opened
        else:
            self._wanted = not self._wanted
        self._place()

    def peek(self) -> None:
        """Show the pane, or hide the drawer that is open."""
        if self.is_drawer or not self._wanted:
            self.toggle()

    def close_drawer(self) -> bool:
        """Close an open drawer; False when there is none."""
        if not (self.is_drawer and self._opened):
            return False
        self.toggle()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both parts over the whole height."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, height = self.width(), self.height()
        drawer = self.is_drawer
        shown = self._opened if drawer else self._wanted
        beside = shown and not drawer
        self._main.setGeometry(0, 0, width - (PANE_WIDTH + GAP if beside else 0), height)
        self._pane.setGeometry(width - PANE_WIDTH, 0, PANE_WIDTH, height)
        self._pane.setVisible(shown)
        self._shade(drawer and shown)
        if shown:
            self._pane.raise_()

    def _shade(self, on: bool) -> None:
        if not on:
            self._pane.setGraphicsEffect(None)  # type: ignore[arg-type]
        elif self._pane.graphicsEffect() is None:
            shadow = QGraphicsDropShadowEffect(self._pane)
            shadow.setBlurRadius(24)
            shadow.setOffset(0, 8)
            shadow.setColor(active().color("text", 0.16))
            self._pane.setGraphicsEffect(shadow)
        self._pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
