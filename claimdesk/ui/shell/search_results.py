"""The list below the search field: heads, hits with what matched tinted, moved through by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, paint_text, text_width

_Index = QModelIndex | QPersistentModelIndex
_Marks = tuple[tuple[int, int], ...]
WIDTH = 560
_ROW, _LINE, _HEAD = 42, 34, 28


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the list; a head has no `act`. Marks are characters of title and detail that matched."""

    title: str
    detail: str = ""
    right: str = ""
    icon: str = ""
    act: Callable[[], None] | None = None
    title_marks: _Marks = ()
    detail_marks: _Marks = ()

    @property
    def height(self) -> int:
        """Pixels of its row."""
        if self.act is None:
            return _HEAD
        return _ROW if self.detail else _LINE


class ResultList(QFrame):
    """The list below the field; it never takes the focus from it."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("frame", "popup")
        self.setObjectName("global-results")
        self._model = QStandardItemModel(self)
        self.view = QListView(self)
        self.view.setObjectName("global-results-list")
        self.view.setModel(self._model)
        self.view.setItemDelegate(_HitDelegate(self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.entered.connect(self._on_entered)
        self.view.clicked.connect(lambda _: self.pick())
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self.view)
        self.hide()

    @property
    def hits(self) -> list[Hit]:
        """What is listed, heads included."""
        return [self._model.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._model.rowCount())]

    @property
    def marked(self) -> Hit | None:
        """The hit that Enter would take."""
        item = self._model.item(self.view.currentIndex().row())
        return item.data(Qt.ItemDataRole.UserRole) if item is not None and item.isEnabled() else None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List these, the first that can be picked marked."""
        self._model.clear()
        for hit in hits:
            item = QStandardItem(" ".join(part for part in (hit.title, hit.detail, hit.right) if part))
            item.setData(hit, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            item.setEnabled(hit.act is not None)
            self._model.appendRow(item)
        window = self._field.window()
        self.setParent(window)
        below = self._field.mapTo(window, QPoint(self._field.width() - WIDTH, self._field.height() + 4))
        height = sum(hit.height for hit in hits) + 12
        self.setGeometry(max(8, below.x()), below.y(), WIDTH, min(height, window.height() - below.y() - 40))
        self.show()
        self.raise_()
        self.view.scrollToTop()
        self._mark(0, 1)

    def step(self, by: int) -> None:
        """Mark a hit further down or up; at the ends the last one stays marked."""
        row, way = self.view.currentIndex().row(), 1 if by > 0 else -1
        for _ in range(abs(by)):
            row = self._mark(row + way, way)

    def pick(self) -> None:
        """Take what is marked."""
        hit = self.marked
        if hit is not None:
            self.picked.emit(hit)

    def _on_entered(self, index: QModelIndex) -> None:
        if self._model.item(index.row()).isEnabled():
            self.view.setCurrentIndex(index)

    def _mark(self, row: int, by: int) -> int:
        """Mark the first hit from a row on; gives the row that is marked then."""
        while 0 <= row < self._model.rowCount():
            if self._model.item(row).isEnabled():
                index = self._model.index(row, 0)
                self.view.setCurrentIndex(index)
                self.view.scrollTo(self._model.index(row - 1, 0) if row == 1 else index)
                return row
            row += by
        return self.view.currentIndex().row()


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        return QSize(200, hit.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        theme = active()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = role_font("secondary")
        width = text_width(hit.right, small) + 12 if hit.right else 0
        if hit.act is None:
            paint_text(painter, box.adjusted(10, 0, -width - 10, 0), hit.title, theme.color("text3"), role_font("head"))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                fill(painter, box, theme.color("hover"), 4)
            paint_icon(
                painter, QRectF(box.left() + 10, box.top(), 16, box.height()), hit.icon, theme.color("text2"), 16
            )
            inner = box.adjusted(36, 3, -width - 10, -3)
            half = inner.height() / 2 if hit.detail else inner.height()
            upper = QRectF(inner.left(), inner.top(), inner.width(), half)
            _tinted(painter, upper, hit.title, hit.title_marks, "text", role_font("control"))
            if hit.detail:
                _tinted(painter, upper.translated(0, half), hit.detail, hit.detail_marks, "text2", small)
        paint_text(
            painter, box.adjusted(0, 0, -10, 0), hit.right, theme.color("text2"), small, Qt.AlignmentFlag.AlignRight
        )
        painter.restore()


def _tinted(painter: QPainter, box: QRectF, text: str, marks: _Marks, ink: str, font: QFont) -> None:
    """One line whose marked characters stand on a tint; what does not fit is cut with an ellipsis."""
    theme = active()
    height = min(box.height(), 17.0)
    for start, end in marks:
        left = box.left() + text_width(text[:start], font)
        right = min(box.left() + text_width(text[:end], font), box.right())
        if right > left:
            ground = QRectF(left - 1, box.center().y() - height / 2, right - left + 2, height)
            fill(painter, ground, theme.color("warnsoft"), 3)
    paint_text(painter, box, text, theme.color(ink), font)
    for start, end in marks:
        left = box.left() + text_width(text[:start], font)
        room = QRectF(left, box.top(), min(text_width(text[start:end], font) + 1, box.right() - left), box.height())
        if room.right() < box.right() - 8:
            painter.save()
            painter.setClipRect(room)
            paint_text(painter, QRectF(box), text, theme.color("warn"), font)
            painter.restore()
