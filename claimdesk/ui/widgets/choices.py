"""A short list to choose from at the left of a page: a title each, and a quieter line below it where given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline

Index = QModelIndex | QPersistentModelIndex
_VALUE = Qt.ItemDataRole.UserRole + 1
_DETAIL = Qt.ItemDataRole.UserRole + 2
_ICON = Qt.ItemDataRole.UserRole + 3
_NONE: Mapping[str, str] = MappingProxyType({})
_INDENT = 26  # of words beside an icon
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ChoiceList(QListView):
    """One choice is always on; `chosen(value)` when another is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def value(self) -> str:
        """The choice that is on; empty while there are none."""
        return str(self.currentIndex().data(_VALUE) or "")

    def set_choices(self, choices: Sequence[tuple[str, str, str]], icons: Mapping[str, str] = _NONE) -> None:
        """Offer (value, title, detail), with icons by value; what was on stays on, else the first is."""
        kept = self.value
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for value, title, detail in choices:
            item = QStandardItem(title)
            item.setData(value, _VALUE)
            item.setData(detail, _DETAIL)
            item.setData(icons.get(value, ""), _ICON)
            item.setData(f"{title}. {detail}" if detail else title, Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        self.selectionModel().blockSignals(False)
        self.set_value(kept if kept in [value for value, _, _ in choices] else choices[0][0] if choices else "")

    def set_value(self, value: str) -> None:
        """Turn a choice on."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(_VALUE) == value:
                self.setCurrentIndex(self._model.index(row, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()  # titles wrap by the width

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(str(current.data(_VALUE)))


class _ChoiceDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 200
        title, detail = self._heights(index, width - 24 - (_INDENT if index.data(_ICON) else 0))
        return QSize(width, title + detail + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = active()
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            fill(painter, box, theme.color("accentsoft"), 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, box, theme.color("hover"), 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            outline(painter, box, theme.color("accentline"), 6)
        left, top, width = option.rect.left() + 12, option.rect.top() + 8, option.rect.width() - 24
        icon = str(index.data(_ICON) or "")
        if icon:
            spot = QRectF(left, option.rect.top(), 16, option.rect.height())
            paint_icon(painter, spot, icon, theme.color("accenttext" if selected else "text2"), 16)
            left, width = left + _INDENT, width - _INDENT
        title, detail = self._heights(index, width)
        painter.setFont(role_font("strong" if selected else "control"))
        painter.setPen(theme.color("accenttext" if selected else "text"))
        painter.drawText(QRect(left, top, width, title), _WRAP, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setFont(role_font("secondary"))
        painter.setPen(theme.color("text3"))
        painter.drawText(QRect(left, top + title, width, detail), _WRAP, str(index.data(_DETAIL)))
        painter.restore()

    @staticmethod
    def _heights(index: Index, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width, 40), 10_000)
        title = QFontMetrics(role_font("strong")).boundingRect(
            room, _WRAP, str(index.data(Qt.ItemDataRole.DisplayRole))
        )
        words = str(index.data(_DETAIL) or "")
        detail = QFontMetrics(role_font("secondary")).boundingRect(room, _WRAP, words).height() + 2 if words else 0
        return title.height(), detail
