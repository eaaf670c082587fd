"""About and the list of shortcuts: two small sheets."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk import __version__
from claimdesk.ui.shell.mark import AppMark
from claimdesk.ui.widgets.buttons import PrimaryButton
from claimdesk.ui.widgets.labels import Plain


class AboutDialog(QDialog):
    """What this program is, its version, and that it never connects."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About ClaimDesk"))
        self.setObjectName("about")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(AppMark(40, self))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Plain("ClaimDesk", "title"))
        names.addWidget(Plain(self.tr("Version {version}").format(version=__version__), "secondary"))
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(8)
        text = Plain(
            self.tr(
                "An offline desk for shop owners who answer claims on marketplaces. Your data stays in one "
                "folder on this computer; ClaimDesk never connects to a network."
            ),
            "body",
            wrap=True,
        )
        text.setFixedWidth(400)
        column.addWidget(text)
        notes = Plain(
            self.tr(
                "Free under the MIT licence. Built with Qt for Python (LGPL), SQLite, Phosphor Icons and "
                "the libraries named in the third-party notices."
            ),
            "secondary",
            wrap=True,
        )
        notes.setFixedWidth(400)
        column.addWidget(notes)
        column.addSpacing(8)
        _close_row(self, column, self.tr("Close"))


class ShortcutsDialog(QDialog):
    """Every command that has a key, in two columns."""

    def __init__(self, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self.setObjectName("shortcuts")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        column.addWidget(Plain(self.tr("Shortcuts"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        shown = [action for action in actions if not action.shortcut().isEmpty()]
        half = (len(shown) + 1) // 2
        for index, action in enumerate(shown):
            row, side = index % half, (index // half) * 3
            grid.addWidget(Plain(_name(action)), row, side)
            grid.addWidget(Plain(_keys(action), "body", "text2"), row, side + 1)
        grid.setColumnMinimumWidth(2, 12)
        column.addLayout(grid)
        column.addSpacing(4)
        _close_row(self, column, self.tr("Close"))


def _name(action: QAction) -> str:
    """What a command is called, without its access key, which Chinese texts carry in brackets."""
    return re.sub(r"\(&\w\)", "", action.text()).replace("&", "").rstrip("…. ")


def _keys(action: QAction) -> str:
    """The keys of a command; the Return and the Enter key are called the same in some languages."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(dict.fromkeys(key.toString(native) for key in action.shortcuts()))


def _close_row(dialog: QDialog, column: QVBoxLayout, words: str) -> None:
    button = PrimaryButton(words, parent=dialog)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
