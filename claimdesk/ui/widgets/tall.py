"""A page inside a scroll area that is as tall as its wrapped texts need, never squeezed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from claimdesk.ui.widgets.by_key import walked_here


class TallPage(QWidget):
    """Keeps its minimum height at what its layout needs for its width (a scroll area alone asks for lines of one)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other line breaks."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """A text that changed asks for another layout."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().event(event)

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        tall = (
            layout.totalHeightForWidth(self.width())
            if layout.hasHeightForWidth()
            else layout.totalMinimumSize().height()
        )
        if tall != self.minimumHeight():
            self.setMinimumHeight(tall)


class ScrollPane(QScrollArea):
    """Frameless; Tab stops at it only while there is something to scroll."""

    shows_ring = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.shows_ring = walked_here(event, self.shows_ring)
        super().focusInEvent(event)

    def _on_range(self, least: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > least else Qt.FocusPolicy.NoFocus)


def scrolled(page: TallPage) -> ScrollPane:
    """A scroll area around a page, which takes its width."""
    area = ScrollPane()
    area.setWidget(page)
    return area


def empty_layout(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
