"""Keys, pressed where the focus is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from claimdesk.ui.tour.hands import breathe

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def hit(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key that nothing is waited for after; `window` gets it when nothing has the focus."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def press(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, pause: int = 1) -> None:
    """A key, and `pause` milliseconds for what it does."""
    hit(window, key, modifiers)
    breathe(pause)


def focused() -> str:
    """What has the focus, by its name; empty when nothing has it."""
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""
