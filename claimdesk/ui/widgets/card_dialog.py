"""A dialog drawn as a card over its window, which is dimmed meanwhile; on a Mac it is the window's sheet."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, outline

_MAC = sys.platform == "darwin"
_RADIUS = 0 if _MAC else 10


class Scrim(QWidget):
    """Dims the window behind the dialog."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), active().color("onaccentwash", 0.32))
        painter.end()


class CardDialog(QDialog):
    """Modal, with a title, a close button and a foot; no larger than its window.

    A subclass builds its widgets, puts them in with `arrange`, and sets its texts in `retranslate`, the title among
    them by `set_title`.
    """

    def __init__(self, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setModal(True)
        if _MAC:
            self.setWindowFlag(Qt.WindowType.Sheet, True)
        else:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint, True)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, True)
        self.resize(size.boundedTo(parent.window().size()) if parent is not None else size)
        self._scrim = Scrim(parent.window()) if parent is not None and not _MAC else None
        self._title, self.close_button = Plain("", "pane", elide=True), IconButton("x")
        self.close_button.clicked.connect(self.reject)

    def arrange(self, body: QLayout, foot: QHBoxLayout) -> None:
        """Put head, body and foot below each other; Tab goes through them in this order."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 12, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._title.setFixedHeight(52)
        outer.addLayout(head)
        outer.addWidget(Line())
        outer.addLayout(body, 1)
        outer.addWidget(Line())
        foot.setContentsMargins(24, 15, 20, 15)
        foot.setSpacing(8)
        outer.addLayout(foot)

    def set_title(self, title: str) -> None:
        """What the dialog is about."""
        self._title.setText(title)
        self.setWindowTitle(title)

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.close_button.set_name(self.tr("Close"))

    def undim(self) -> None:
        """Show the window behind as it was."""
        if self._scrim is not None:
            self._scrim.deleteLater()
            self._scrim.hide()
            self._scrim = None

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, QRectF(self.rect()), active().color("surface"), _RADIUS)
        outline(painter, QRectF(self.rect()), active().color("line2"), _RADIUS)
        painter.end()

    def done(self, result: int) -> None:
        """Take the dimming away with the dialog."""
        self.undim()
        super().done(result)
