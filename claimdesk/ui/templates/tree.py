"""Templates by stage, with a mark on those that need a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_text

_ROW = 27
_HEAD, _ID, _COUNT, _OPEN, _MARK = (Qt.ItemDataRole.UserRole + n for n in range(1, 6))
# what a template is marked with -> icon and its colour
MARKS = {
    "faulty": ("x-circle-fill", "danger"), "update": ("arrow-circle-up-fill", "accenttext"),
    "stale": ("warning-fill", "warn"), "edited": ("pencil-simple", "text3"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One template: its words, its mark (a key of `MARKS` or nothing), and what the mark means."""

    id: str
    title: str
    mark: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One stage with its templates."""

    stage: str
    title: str
    rows: tuple[Row, ...]


class TemplateTree(QListView):
    """Heads that fold, templates below them; `chosen` tells the id."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("template-tree")
        self._model = QStandardItemModel(self)
        self._open: set[str] = set()
        self._unfold = False
        self._groups: list[Group] = []
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

    def show_groups(self, groups: Sequence[Group], *, unfold: bool = False) -> None:
        """Show these; the template that is chosen stays chosen where it is still listed.

        `unfold` opens every stage, as a search does; else only those that were opened, and the one with the choice.
        """
        self._groups, self._unfold = list(groups), unfold
        listed = [row.id for group in groups for row in group.rows]
        if self._chosen not in listed:
            self._chosen = listed[0] if listed else ""
        self._open |= {group.stage for group in groups if any(row.id == self._chosen for row in group.rows)}
        self._fill()
        self.chosen.emit(self._chosen)

    def choose(self, template: str) -> None:
        """Choose a template that is listed."""
        self._chosen = template
        self._open |= {group.stage for group in self._groups if any(row.id == template for row in group.rows)}
        self._fill()
        self.chosen.emit(template)

    def mark(self, template: str, mark: str, tip: str) -> None:
        """Show another mark on one template."""
        for at in range(self._model.rowCount()):
            item = self._model.item(at)
            if item.data(_ID) == template:
                item.setData(mark, _MARK)
                item.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        stage, folded = str(index.data(_HEAD) or ""), not index.data(_OPEN)
        fold = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False, Qt.Key.Key_Return: folded, Qt.Key.Key_Enter: folded,
                Qt.Key.Key_Space: folded}  # fmt: skip
        key = Qt.Key(event.key())
        if stage and key in fold:
            if fold[key] == folded:
                self._fold(stage)
        elif not stage and key == Qt.Key.Key_Left:
            self.setCurrentIndex(self._head_above(index))
        else:
            super().keyPressEvent(event)

    def _head_above(self, index: QModelIndex) -> QModelIndex:
        rows = range(index.row(), -1, -1)
        return next((self._model.index(at, 0) for at in rows if self._model.index(at, 0).data(_HEAD)), index)

    def _fill(self, current: str = "") -> None:
        self.selectionModel().blockSignals(True)
        self._model.clear()
        for group in self._groups:
            head = _item(group.title)
            opened = self._unfold or group.stage in self._open
            head.setData(group.stage, _HEAD)
            head.setData(len(group.rows), _COUNT)
            head.setData(opened, _OPEN)
            head.setData(f"{group.title}, {len(group.rows)}", Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(head)
            if group.stage == current:
                self.setCurrentIndex(head.index())
            for row in group.rows if opened else ():
                item = _item(row.title)
                item.setData(row.id, _ID)
                item.setData(row.mark, _MARK)
                item.setToolTip(row.tip)
                spoken = f"{row.title}, {row.tip}" if row.tip else row.title
                item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
                self._model.appendRow(item)
                if row.id == self._chosen and not current:
                    self.setCurrentIndex(item.index())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _fold(self, stage: str) -> None:
        self._open ^= {stage}
        self._unfold = False
        self._fill(stage)

    def _on_clicked(self, index: QModelIndex) -> None:
        stage = index.data(_HEAD)
        if stage:
            if self._unfold:
                self._open |= {group.stage for group in self._groups}
            self._fold(stage)

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
            mark = MARKS.get(str(index.data(_MARK) or ""))
            room = box.adjusted(30, 0, -28 if mark else -8, 0)
            paint_text(painter, room, words, theme.color("accenttext" if selected else "text2"), font)
            if mark:
                spot = QRectF(box.right() - 22, box.top(), 14, box.height())
                paint_icon(painter, spot, mark[0], theme.color(mark[1]), 14)
            if selected and option.state & QStyle.StateFlag.State_HasFocus:
                outline(painter, box, theme.color("accentline"), 6)
        painter.restore()
