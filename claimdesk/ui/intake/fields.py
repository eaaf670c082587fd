"""The fields of a notice beside the words they were read from, and the mail's text with those words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QTextEdit, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.intake.words import Row
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout

NAME_WIDTH = 92
_MOST_MARKS = 40


class FieldRows(QWidget):
    """Name, value, and in quotes what the mail says; what it does not say stays open and says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeFields")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(2, 6)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these fields."""
        empty_layout(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, value, words) in enumerate(rows):
            self._grid.addWidget(Plain(name, "table", "text3"), at, 0, top)
            said = Plain(
                value or self.tr("not said"),
                "strong" if value and not at else "table",
                "" if value else "text3",
                wrap=True,
            )
            said.setObjectName("noticeValue")
            self._grid.addWidget(said, at, 1, top)
            if words:
                self._grid.addWidget(Plain(f"“{words}”", "table", "text2", wrap=True), at, 2, top)


class MailText(QPlainTextEdit):
    """The text of a mail, never anything but plain text; the words that were read are tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mailText")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(role_font("body"))

    def show_text(self, text: str, words: Iterable[str]) -> None:
        """Show a text and mark these words in it."""
        self.setPlainText(text)
        shown = self.toPlainText()
        marks = []
        for wanted in list(dict.fromkeys(word for word in words if word.strip()))[:_MOST_MARKS]:
            start = shown.find(wanted)
            if start >= 0:
                marks.append(self._mark(_units(shown[:start]), _units(shown[: start + len(wanted)])))
        self.setExtraSelections(marks)

    def _mark(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        tint = QTextCharFormat()
        tint.setBackground(active().color("accentsoft"))
        tint.setForeground(active().color("accenttext"))
        mark.cursor, mark.format = cursor, tint
        return mark


def _units(text: str) -> int:
    """Length as the document counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
