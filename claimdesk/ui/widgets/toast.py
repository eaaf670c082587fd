"""The note at the bottom right that says what was done and offers Undo for eight seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRectF, QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsOpacityEffect, QStyle, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import elided, fill, key_hint_width, paint_key_hint, paint_text, text_width

SHOWN_FOR = 8000
_FADE = 120


_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
_CLEAR = 26 + 56 + 18  # status bar, foot, air


class ToastBand(QWidget):
    """A strip of a screen that is there while a note stands in it, so that the note covers no control.

    It holds one note; the next one sends the one before away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toastBand")
        self.setFixedHeight(40 + 2 * 10)
        self._holds: Toast | None = None
        self.hide()

    def take(self, toast: Toast) -> None:
        """Make room for a note."""
        if self._holds is not None and self._holds is not toast:
            self._holds.dismiss()
        self._holds = toast
        self.show()

    def leave(self, toast: Toast) -> None:
        """The note has gone."""
        if self._holds is toast:
            self._holds = None
            self.hide()


class Toast(QFrame):
    """One at a time; the next replaces it. It stands above the foot of the window, or in the band of a screen. Clicking Undo, or `undo()`, calls what was handed over, once."""

    def __init__(self, parent: QWidget, *, shown_for: int = SHOWN_FOR) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._text = ""
        self._undo_words = ""
        self._undo: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown_for)
        self._timer.timeout.connect(self.dismiss)
        self._effect = QGraphicsOpacityEffect(self)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(_FADE)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._window = parent
        self._band: ToastBand | None = None
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        return self._text

    @property
    def can_undo(self) -> bool:
        return self._undo is not None

    def stand_in(self, band: ToastBand | None) -> None:
        """Stand in a band from the next text on; None: above the foot of the window."""
        if band is self._band:
            return
        if self._band is not None:
            self._band.removeEventFilter(self)
            self._band.leave(self)
        self._band = band
        if band is not None:
            band.installEventFilter(self)

    def show_text(self, text: str, undo: Callable[[], object] | None = None, undo_words: str = "") -> None:
        """Show a text, and Undo when there is something to call."""
        self._text, self._undo, self._undo_words = text, undo, undo_words
        self.setAccessibleName(text)
        if self._band is not None:
            self._band.take(self)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        if self._moves():
            self.setGraphicsEffect(self._effect)
            self._fade.stop()
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def undo(self) -> bool:
        """Do what Undo stands for; False when there is nothing."""
        action, self._undo = self._undo, None
        self.dismiss()
        if action is None:
            return False
        action()
        return True

    def dismiss(self) -> None:
        """Go away; what could be undone stays undoable by `undo()`."""
        self._timer.stop()
        self.hide()
        if self._band is not None:
            self._band.leave(self)

    def sizeHint(self) -> QSize:
        width = 28 + 17 + 12 + text_width(self._text, role_font("table")) + 2
        if self._undo is not None:
            width += 24 + text_width(self._undo_words, role_font("strong")) + 12 + key_hint_width("Ctrl Z")
        return QSize(min(round(width), 560), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(self.rect()), theme.color("tip"), 8)
        height = float(self.height())
        paint_icon(
            painter,
            QRectF(14, 0, 17, height),
            "check-circle" if self._undo is not None else "info",
            theme.color("tiptext"),
            17,
        )
        right = self._undo_left() - 12 if self._undo is not None else self.width() - 14
        font = role_font("table")
        paint_text(
            painter,
            QRectF(43, 0, right - 43, height),
            elided(self._text, font, right - 43),
            theme.color("tiptext"),
            font,
        )
        if self._undo is not None:
            left = self._undo_left()
            width = text_width(self._undo_words, role_font("strong")) + 1
            paint_text(
                painter, QRectF(left, 0, width, height), self._undo_words, theme.color("tipaccent"), role_font("strong")
            )
            hint = key_hint_width("Ctrl Z")
            paint_key_hint(
                painter, QRectF(self.width() - 14 - hint, (height - 18) / 2, hint, 18), "Ctrl Z", on_tip=True
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._undo is not None and event.position().x() >= self._undo_left() - 6:
            self.undo()
        else:
            self.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _undo_left(self) -> float:
        return self.width() - 14 - key_hint_width("Ctrl Z") - 12 - text_width(self._undo_words, role_font("strong"))

    def _place(self) -> None:
        size = self.sizeHint()
        # Above the status bar and above a foot with buttons, wherever the window has one.
        left, top = (self._window.width() - size.width()) // 2, self._window.height() - size.height() - _CLEAR
        if self._band is not None and self._band.isVisible():
            free = self._band.rect()
            size = size.boundedTo(free.size())
            middle = self._band.mapTo(self._window, free.center())
            left, top = middle.x() - size.width() // 2, middle.y() - size.height() // 2
        self.setGeometry(left, top, size.width(), size.height())

    def _moves(self) -> bool:
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return QApplication.platformName() != "offscreen" and QApplication.style().styleHint(hint) > 0
