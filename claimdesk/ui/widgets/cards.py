"""Grounds that things stand on: cards, sections, lines, wells."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.labels import Plain


class Card(QFrame):
    """A surface with a line around it, radius 8.

    `body` is its layout, vertical without gaps; `look` may be `card`, `well`, `accent`, `drop` or `danger`.
    """

    def __init__(self, parent: QWidget | None = None, *, padding: int = 16, gap: int = 0, look: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("frame", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(gap)


class Section(QWidget):
    """A title with room for something at its right (`head`), and a body below."""

    def __init__(self, title: str = "", parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(gap)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(8)
        self.title = Plain(title, "section")
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        outer.addLayout(self.body)

    def set_title(self, title: str) -> None:
        self.title.setText(title)


class Line(QFrame):
    """A separator of one pixel; `soft` is the paler one between rows."""

    def __init__(self, parent: QWidget | None = None, *, soft: bool = False, upright: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("frame", "vline" if upright else "grid" if soft else "line")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class ScreenHead(QWidget):
    """The 64 px head of a screen: title, a quiet text beside it, and actions at the right (`actions`)."""

    def __init__(self, parent: QWidget | None = None, *, height: int = 64) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        self.title = Plain("", "title")
        self.aside = Plain("", "body", "text2")
        row.addWidget(self.title)
        row.addWidget(self.aside)
        row.addStretch(1)
        self._tools = QHBoxLayout()
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(12)
        row.addLayout(self._tools)
        self.actions = self._tools  # type: ignore[assignment,method-assign]  # the name that screens use


def facts_row(name: str, value: str, *, width: int = 108) -> tuple[QWidget, Plain, Plain]:
    """A line of facts: the widget, its name in secondary ink and its value."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    left = Plain(name, "table", "text2")
    left.setFixedWidth(width)
    right = Plain(value, "table", wrap=True)
    layout.addWidget(left)
    layout.addWidget(right, 1)
    return row, left, right
