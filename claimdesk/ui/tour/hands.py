"""Mouse, keys and patience: what a person at the window does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)
PATIENCE = 60.0  # seconds; a slow machine may take a while, a stuck window for ever


def breathe(milliseconds: int) -> None:
    """Let the window and its job threads work; QTest.qWait would keep the interpreter to itself."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Stuck(Exception):
    """Something that should have come did not; the text says what was waited for."""


class Hands:
    """Acts on one window; everything is found by its object name and must be visible and enabled."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def wait(self, what: str, until: Callable[[], bool]) -> None:
        """Let the window work until something is true. Raises Stuck."""
        end = monotonic() + PATIENCE
        while not until():
            if monotonic() > end:
                raise Stuck(what)
            breathe(15)
        breathe(30)

    def find(self, kind: type[W], name: str) -> W:
        """The visible widget with this name, once it is there and enabled. Raises Stuck."""
        found: list[W] = []

        def there() -> bool:
            found[:] = [w for w in self.window.findChildren(kind, name) if w.isVisible() and w.isEnabled()]
            return bool(found)

        self.wait(f"{kind.__name__} {name}", there)
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget with this name is visible now."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def click(self, name: str, at: QPoint | None = None, kind: type[QWidget] = QWidget) -> None:
        """Press and release the left button on a widget."""
        widget = self.find(kind, name)
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )
        breathe(30)

    def click_row(self, table: QAbstractItemView, row: int, column: int = 1) -> None:
        """Select a row of a table by clicking on one of its cells."""
        cell = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell)
        breathe(30)

    def type_into(self, name: str, text: str) -> None:
        """Click into a field and type, key by key."""
        field = self.find(QLineEdit, name)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        field.selectAll()
        for character in text:
            if character.isascii():
                QTest.keyClicks(field, character)
            else:
                field.insert(character)  # test keys know only ASCII
        breathe(30)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, on: QWidget | None = None
    ) -> None:
        """Press a key where the focus is."""
        target: QWidget = on or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)
        breathe(30)

    def drop_file(self, path: Path) -> None:
        """Drop a file on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        middle = self.window.rect().center()
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(middle, copy, data, left, none)
        QCoreApplication.sendEvent(self.window, enter)
        drop = QDropEvent(QPointF(middle), copy, data, left, none)
        QCoreApplication.sendEvent(self.window, drop)
        breathe(30)

    def name_file(self, path: Path) -> None:
        """Give a name to the file dialog that the next action opens."""
        end = monotonic() + PATIENCE

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                field = dialog.findChild(QLineEdit, "fileNameEdit")
                if field is not None:
                    field.setText(str(path))
                dialog.accept()
            elif monotonic() < end:
                QTimer.singleShot(50, answer)

        QTimer.singleShot(50, answer)

    def rest(self) -> None:
        """Let everything that is under way arrive: the last repaint, a fading toast's beginning."""
        breathe(250)
