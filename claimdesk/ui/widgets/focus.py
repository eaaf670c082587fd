"""The focus ring: 2 px outside a control, drawn over its surroundings so that no layout must leave room for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTabBar, QWidget

from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import outline

_WIDTH = 2
_BORDERLESS = (QAbstractScrollArea, QTabBar)


class FocusRing(QWidget):
    """Follows what has the focus by key in one window: buttons, and lists and pages, which have no border of their own.

    A widget says by `shows_ring` whether it wants one.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._target: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        outline(painter, QRectF(self.rect()), active().color("accentline"), 8, _WIDTH)
        if isinstance(self._target, _BORDERLESS):
            outline(
                painter, QRectF(self.rect()).adjusted(_WIDTH, _WIDTH, -_WIDTH, -_WIDTH), active().color("accent"), 6
            )
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.FocusOut):
            self.hide()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = None
        self.hide()
        if new is not None and getattr(new, "shows_ring", False) and new.window() is self._window:
            self._target = new
            new.installEventFilter(self)
            new.destroyed.connect(self._on_gone)
            self._place()
            self.show()
            self.raise_()

    def _on_gone(self) -> None:
        self._target = None
        self.hide()

    def _place(self) -> None:
        if self._target is None:
            return
        top_left = self._target.mapTo(self._window, self._target.rect().topLeft())
        around = QRect(top_left, self._target.size()).adjusted(-_WIDTH, -_WIDTH, _WIDTH, _WIDTH)
        self.setGeometry(around.intersected(self._window.rect()))
