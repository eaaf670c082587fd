"""The Templates screen over a real desk with four orders, one template open in the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.templates.editor import TemplateEditor
from claimdesk.ui.templates.screen import TemplatesScreen
from claimdesk.ui.tour.hands import breathe
from tests.ui.case_desk import show

ID = "B_ACK_24H"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def open_screen(qtbot, ctx: WindowContext) -> TemplatesScreen:
    made = TemplatesScreen(ctx)
    show(qtbot, made)
    ctx.changed.connect(made.refresh)  # as the window does for the screen in front
    made.refresh(Changes(settings=True))
    made.tree.choose(ID)
    breathe(1)
    return made


def sent(screen: TemplatesScreen, at: int) -> TemplateEditor:
    return list(screen.sheet._rows.values())[at].sent


def read(screen: TemplatesScreen, at: int) -> TemplateEditor:
    return list(screen.sheet._rows.values())[at].read


def end_of(editor: TemplateEditor) -> TemplateEditor:
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    return editor


def click(screen: QWidget, name: str) -> None:
    QTest.mouseClick(screen.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def texts(widget: QWidget) -> str:
    breathe(1)  # what was just put into a layout is shown by the next turn of the loop
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
