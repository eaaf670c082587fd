"""The list of variables that opens where one is begun: words, an example, and what was typed narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.fonts import role_font
from claimdesk.ui.templates.reading import Name
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, paint_text

if TYPE_CHECKING:
    from claimdesk.ui.templates.editor import TemplateEditor

_ROW, _MOST_ROWS, _WIDTH = 40, 7, 336
_NAME, _LABEL, _SAMPLE = (Qt.ItemDataRole.UserRole + n for n in range(1, 4))


class VariableList(QFrame):
    """Stands over the window beside the cursor of an editor, which keeps the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("variable-list")
        self.setProperty("frame", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._names: tuple[Name, ...] = ()
        self._language = "en"
        self._editor: TemplateEditor | None = None
        self.list = QListWidget()
        self.list.setObjectName("variable-rows")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(lambda _: self.choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        self.hide()

    def set_names(self, names: Sequence[Name], language: str) -> None:
        """What can be chosen, in the language shown."""
        self._names, self._language = tuple(names), language

    def serves(self, editor: TemplateEditor) -> bool:
        """Whether the list is open for this editor."""
        return self.isVisible() and self._editor is editor

    def open_for(self, editor: TemplateEditor, typed: str) -> None:
        """Open at the editor's cursor with what fits; nothing that fits closes it."""
        wanted = typed.casefold()
        fitting = [name for name in self._names if _fits(name, wanted)]
        fitting.sort(key=lambda name: not (name.name.startswith(wanted) or name.label.en.casefold().startswith(wanted)))
        self.list.clear()
        for name in fitting:
            item = QListWidgetItem(name.label.get(self._language))
            item.setData(_NAME, name.name)
            item.setData(_LABEL, name.label.get(self._language))
            item.setData(_SAMPLE, name.sample.get(self._language))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {name.name}")
            self.list.addItem(item)
        if not fitting:
            self.close_list()
            return
        self._editor = editor
        self.list.setCurrentRow(0)
        self._place(editor, len(fitting))
        self.show()
        self.raise_()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list: arrows, Enter and Tab choose, Esc closes."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS}.get(
                Qt.Key(key), -_MOST_ROWS
            )  # fmt: skip
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + by)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            return False
        event.accept()
        return True

    def close_list(self) -> None:
        """Close without choosing."""
        self.hide()
        self._editor = None

    def choose(self) -> None:
        """Put the variable that is marked into the editor."""
        item, editor = self.list.currentItem(), self._editor
        self.close_list()
        if item is not None and editor is not None:
            editor.insert_variable(str(item.data(_NAME)))

    def _place(self, editor: TemplateEditor, rows: int) -> None:
        home = self.parentWidget() or editor.window()
        height = min(rows, _MOST_ROWS) * _ROW + 10
        caret = editor.cursorRect()
        below = home.mapFromGlobal(editor.viewport().mapToGlobal(caret.bottomLeft())) + QPoint(-8, 6)
        above = home.mapFromGlobal(editor.viewport().mapToGlobal(caret.topLeft())) - QPoint(8, 6 + height)
        spot = below if below.y() + height < home.height() or above.y() < 0 else above
        self.setGeometry(max(0, min(spot.x(), home.width() - _WIDTH - 8)), spot.y(), _WIDTH, height)


def _fits(name: Name, wanted: str) -> bool:
    return any(wanted in text.casefold() for text in (name.name, name.label.en, name.label.zh))


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = active()
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, box, theme.color("accentsoft" if chosen else "hover"), 4)
        inner = box.adjusted(8, 3, -8, -3)
        top, bottom = inner.adjusted(0, 0, 0, -inner.height() / 2), inner.adjusted(0, inner.height() / 2, 0, 0)
        paint_text(painter, top, str(index.data(_LABEL)), theme.color("accenttext" if chosen else "text"),
                   role_font("chip"))  # fmt: skip
        paint_text(painter, bottom, str(index.data(_SAMPLE)), theme.color("text2"), role_font("secondary"))
        painter.restore()
