"""Templates by stage, with a search across both languages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_text

_ROW = 27
_HEAD, _ID, _COUNT, _OPEN = (Qt.ItemDataRole.UserRole + n for n in range(1, 5))


class TemplateTree(QListView):
    """Heads that fold, templates below them; `chosen` tells the id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template-tree")
        self._model = QStandardItemModel(self)
        self._folded: set[str] = set()
        self._groups: list[tuple[str, str, list[tuple[str, str]]]] = []
        self._chosen = ""
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def value(self) -> str:
        return self._chosen

    def show_groups(self, groups: Sequence[tuple[str, str, list[tuple[str, str]]]]) -> None:
        """Show (stage, title, [(id, title), …]); the template that is chosen stays chosen where it is still listed."""
        self._groups = list(groups)
        listed = [template for _, _, rows in groups for template, _ in rows]
        if self._chosen not in listed:
            self._chosen = listed[0] if listed else ""
        self._fill()
        self.chosen.emit(self._chosen)

    def _fill(self) -> None:
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for stage, title, rows in self._groups:
            head = _item(title)
            head.setData(stage, _HEAD)
            head.setData(len(rows), _COUNT)
            head.setData(stage not in self._folded, _OPEN)
            self._model.appendRow(head)
            for template, words in [] if stage in self._folded else rows:
                item = _item(words)
                item.setData(template, _ID)
                self._model.appendRow(item)
                if template == self._chosen:
                    self.setCurrentIndex(item.index())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_clicked(self, index: QModelIndex) -> None:
        stage = index.data(_HEAD)
        if stage:
            self._folded ^= {stage}
            self._fill()

    def _on_current(self, current: QModelIndex) -> None:
        template = current.data(_ID)
        if template and template != self._chosen:
            self._chosen = template
            self.chosen.emit(template)


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setEditable(False)
    return item


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, _ROW + 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = active()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if index.data(_HEAD):
            caret = "caret-down" if index.data(_OPEN) else "caret-right"
            paint_icon(painter, QRectF(box.left() + 8, box.top(), 12, box.height()), caret, theme.color("text2"), 12)
            paint_text(painter, box.adjusted(26, 0, -36, 0), words, theme.color("text"), role_font("strong"))
            paint_text(
                painter,
                box.adjusted(0, 0, -8, 0),
                str(index.data(_COUNT)),
                theme.color("text2"),
                role_font("secondary"),
                Qt.AlignmentFlag.AlignRight,
            )
            if selected and option.state & QStyle.StateFlag.State_HasFocus:
                outline(painter, box, theme.color("accentline"), 6)
        else:
            if selected:
                fill(painter, box, theme.color("accentsoft"), 6)
            elif option.state & QStyle.StateFlag.State_MouseOver:
                fill(painter, box, theme.color("hover"), 6)
            font = role_font("strong" if selected else "table")
            paint_text(
                painter, box.adjusted(30, 0, -8, 0), words, theme.color("accenttext" if selected else "text2"), font
            )
        painter.restore()
