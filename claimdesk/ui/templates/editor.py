"""The field of one language of one paragraph: words and variable chips, with the list of variables on `{{`."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from claimdesk.ui.case.reply.editor import Mark, ParagraphEditor
from claimdesk.ui.templates.chips import (
    OBJECT,
    ChipWords,
    by_units,
    chip_format,
    insert_text,
    register,
    text_between,
    units,
)
from claimdesk.ui.templates.variable_list import VariableList
from claimdesk.ui.templates.writing import PLACE

LINE = 24
_OPEN = re.compile(r"\{\{[ \t]*([^{}\n\ufffc]{0,40})$")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")


class TemplateEditor(ParagraphEditor):
    """`edited(text)` with variables as `{{ name }}`; `undo_asked`, `redo_asked`; `moved(±1)` and `added` by key."""

    undo_asked = Signal()
    redo_asked = Signal()
    moved = Signal(int)
    added = Signal()

    def __init__(self, variables: VariableList, parent: QWidget | None = None, *, ink: str = "text") -> None:
        self._variables = variables
        self._reading = False
        super().__init__(parent, ink=ink)
        self.setUndoRedoEnabled(False)  # the template keeps the way back over all of its texts
        self._chips = register(self.document())

    # what it holds

    def text(self) -> str:
        """The text with variables as `{{ name }}`."""
        return text_between(self.document(), 0, self.document().characterCount() - 1)

    def show_text(self, text: str) -> None:
        """Put a text in without telling; what is shown already stays untouched, with the cursor in it."""
        if text == self.text():
            return
        self._quiet = True
        at = self.textCursor().position()
        self.setPlainText("")
        self._set_line_height()
        cursor = QTextCursor(self.document())
        insert_text(cursor, text)
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._quiet = False
        self._mark_braces()
        self._fit()

    def show_words(self, words: ChipWords) -> None:
        """Let the chips say these words."""
        if words == self._chips.words:
            return
        self._chips.words = words
        self._quiet = True
        self.document().markContentsDirty(0, self.document().characterCount())
        self._quiet = False
        self._fit()
        self.viewport().update()

    def insert_variable(self, name: str) -> None:
        """Put a chip where the cursor is, in place of what was selected or of a `{{` that was begun."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if cursor.hasSelection():
            cursor.removeSelectedText()
        begun = _OPEN.search(self._text_before(cursor))
        if begun:
            end = cursor.position()
            cursor.setPosition(end - units(begun.group()))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.insertText(OBJECT, chip_format(name))
        cursor.setCharFormat(QTextCharFormat())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _set_line_height(self) -> None:
        """Lines with room for a chip."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(look)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._variables.serves(self) and self._variables.takes(event):
            return
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_asked.emit()
        elif control and event.key() == Qt.Key.Key_J:
            self.open_list("")
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.added.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab takes what the list offers before it goes on."""
        if following and self._variables.serves(self):
            self._variables.choose()
            return True
        return super().focusNextPrevChild(following)

    def open_list(self, typed: str) -> None:
        """Show the variables that fit what was typed."""
        self._variables.open_for(self, typed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._variables.serves(self):
            self._variables.close_list()

    # words in and out

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only; variables in them become chips."""
        if source.hasText():
            cursor = self.textCursor()
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            insert_text(cursor, source.text().replace("\r\n", "\n"))
            cursor.endEditBlock()
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy variables as `{{ name }}`."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(text_between(self.document(), cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def _on_changed(self) -> None:
        if self._quiet or self._reading:
            return
        self._reading = True
        self._close_braces()
        self._reading = False
        self._mark_braces()
        self.edited.emit(self.text())
        begun = _OPEN.search(self._text_before(self.textCursor())) if self.hasFocus() else None
        if begun:
            self.open_list(begun[1].strip())
        elif self._variables.serves(self):
            self._variables.close_list()

    def _close_braces(self) -> None:
        """What was typed out as `{{ name }}` becomes a chip."""
        block = self.textCursor().block()
        text, at = block.text(), block.position()
        for place in reversed(list(PLACE.finditer(text))):
            edit = QTextCursor(self.document())
            edit.setPosition(at + units(text[: place.start()]))
            edit.setPosition(at + units(text[: place.end()]), QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(OBJECT, chip_format(place[1]))

    def _mark_braces(self) -> None:
        """Braces that are no variable are underlined: the text cannot be used with them."""
        found = _BRACES.finditer(self.toPlainText())
        self.show_marks(tuple(Mark(place.start(), place.end(), "block") for place in found))

    @staticmethod
    def _text_before(cursor: QTextCursor) -> str:
        return by_units(cursor.block().text(), 0, cursor.positionInBlock())
