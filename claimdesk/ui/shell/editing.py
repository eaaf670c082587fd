"""Undo, redo, cut, copy and paste for whatever has the focus."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.toast import Toast

Field = QLineEdit | QTextEdit | QPlainTextEdit


def focused_field() -> Field | None:
    """The field that the cursor stands in."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) else None


def undo(screen: Screen | None, toast: Toast) -> None:
    """Take back in the field, else in the screen, else what the last note offered."""
    field = focused_field()
    if field is not None and _undoable(field):
        field.undo()
    elif screen is None or not screen.undo():
        toast.undo()


def redo(screen: Screen | None) -> None:
    """Put back in the field, else in the screen."""
    field = focused_field()
    if field is not None and _redoable(field):
        field.redo()
    elif screen is not None:
        screen.redo()


def cut() -> None:
    """Cut in the field that has the focus."""
    field = focused_field()
    if field is not None:
        field.cut()


def copy() -> None:
    """Copy from the field that has the focus."""
    field = focused_field()
    if field is not None:
        field.copy()


def paste() -> None:
    """Paste into the field that has the focus."""
    field = focused_field()
    if field is not None:
        field.paste()


def _undoable(field: Field) -> bool:
    return field.isUndoAvailable() if isinstance(field, QLineEdit) else field.document().isUndoAvailable()


def _redoable(field: Field) -> bool:
    return field.isRedoAvailable() if isinstance(field, QLineEdit) else field.document().isRedoAvailable()
