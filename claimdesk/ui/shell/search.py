"""Search over everything, in the menu row: orders, cases and commands in one list below the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.orders import OrderFilter, OrderRow
from claimdesk.core.records.tasks import Task
from claimdesk.ui.context import WindowContext
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.jobs import Job
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.painting import fill, paint_text, text_width
from claimdesk.ui.widgets.times import money_text

_Index = QModelIndex | QPersistentModelIndex
_EACH = 6  # hits of a kind
_ROW, _HEAD = 40, 28


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of the list; a head has no `act`."""

    title: str
    detail: str = ""
    right: str = ""
    icon: str = ""
    act: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    orders: tuple[OrderRow, ...]
    total: int
    cases: tuple[CaseRow, ...]


class GlobalSearch(SearchField):
    """The field of 340 px. Results come from the reading lane; the next key drops the earlier question."""

    def __init__(
        self, ctx: WindowContext, commands: Callable[[], Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__("Ctrl K", small=True, parent=parent)
        self.ctx = ctx
        self._commands = commands
        self._job: Job | None = None
        self.popup = ResultList(self)
        self.setObjectName("global-search")
        self.setFixedSize(340, 28)
        self.searched.connect(self._on_searched)
        self.popup.picked.connect(self._on_picked)
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search orders, cases, buyers, tracking"))
        self.setAccessibleName(self.tr("Search everything"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.popup.isVisible() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif self.popup.isVisible() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.popup.pick()
        elif key == Qt.Key.Key_Escape:
            self.close_list()
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "popup"):
            self.retranslate()
        super().changeEvent(event)

    def close_list(self) -> None:
        """Hide the list and forget what was asked."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.popup.hide()

    def _on_searched(self, text: str) -> None:
        wanted = text.strip()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not wanted:
            self.popup.hide()
            return
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is None:
            self._show(_Found(wanted, (), 0, ()))
            return

        def ask(task: Task) -> _Found:
            page = desk.orders.page(
                OrderFilter(text=wanted), sort="purchased_at", descending=True, offset=0, limit=_EACH, now=now
            )
            task.step(1, 2)
            return _Found(wanted, page.rows, page.total, tuple(desk.cases.rows(now, text=wanted)[:_EACH]))

        self._job = self.ctx.jobs.run(ask, owner=self, done=self._show, lane="reading")

    def _show(self, found: _Found) -> None:
        self._job = None
        if found.text != self.text().strip():
            return
        self.popup.show_hits(self._hits(found))

    def _hits(self, found: _Found) -> list[Hit]:
        hits: list[Hit] = []
        if found.cases:
            hits.append(Hit(self.tr("Cases")))
            hits += [self._case_hit(row) for row in found.cases]
        if found.orders:
            more = self.tr("{count} in all").format(count=f"{found.total:,}") if found.total > len(found.orders) else ""
            hits.append(Hit(self.tr("Orders"), right=more))
            hits += [self._order_hit(row) for row in found.orders]
        actions = [a for a in self._commands() if a.isEnabled() and found.text.casefold() in _words(a).casefold()]
        if actions:
            hits.append(Hit(self.tr("Commands")))
            hits += [
                Hit(
                    _words(a),
                    right=a.shortcut().toString(a.shortcut().SequenceFormat.NativeText),
                    icon="command",
                    act=a.trigger,
                )
                for a in actions[:_EACH]
            ]
        return hits or [Hit(self.tr("Nothing found for “{text}”").format(text=found.text))]

    def _case_hit(self, row: CaseRow) -> Hit:
        case_id = row.id
        return Hit(
            f"{row.ref}  {self.ctx.text(row.title)}",
            " · ".join(filter(None, (row.buyer_name, row.order_no))),
            money_text(row.amount_minor, row.currency),
            "briefcase",
            lambda: self.ctx.open_case.emit(case_id),
        )

    def _order_hit(self, row: OrderRow) -> Hit:
        wanted = OrderFilter(text=row.order_no)
        return Hit(
            row.order_no,
            " · ".join(filter(None, (row.buyer_name, row.item))),
            money_text(row.total_minor, row.currency),
            "package",
            lambda: self.ctx.show_orders.emit(wanted),
        )

    def _on_picked(self, hit: Hit) -> None:
        self.close_list()
        self.clear()
        self.clearFocus()
        if hit.act is not None:
            hit.act()


def _words(action: QAction) -> str:
    return action.text().split("\t")[0].replace("&", "").rstrip("…").strip()


class ResultList(QFrame):
    """The list below the field; it never takes the focus from it."""

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("frame", "popup")
        self.setObjectName("global-results")
        self._model = QStandardItemModel(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_HitDelegate(self))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.entered.connect(self._view.setCurrentIndex)
        self._view.clicked.connect(lambda _: self.pick())
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.addWidget(self._view)
        self.hide()

    @property
    def hits(self) -> list[Hit]:
        """What is listed, heads included."""
        return [self._model.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self._model.rowCount())]

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List these, the first that can be picked marked."""
        self._model.clear()
        for hit in hits:
            item = QStandardItem(f"{hit.title} {hit.detail}".strip())
            item.setData(hit, Qt.ItemDataRole.UserRole)
            item.setEditable(False)
            item.setEnabled(hit.act is not None)
            self._model.appendRow(item)
        height = sum(_ROW if hit.act is not None else _HEAD for hit in hits) + 12
        window = self._field.window()
        self.setParent(window)
        below = self._field.mapTo(window, QPoint(self._field.width() - 460, self._field.height() + 4))
        self.setGeometry(max(8, below.x()), below.y(), 460, min(height, window.height() - below.y() - 40))
        self.show()
        self.raise_()
        self._mark(0, 1)

    def step(self, by: int) -> None:
        """Mark the next or the one before."""
        self._mark(self._view.currentIndex().row() + by, by)

    def pick(self) -> None:
        """Take what is marked."""
        item = self._model.item(self._view.currentIndex().row())
        if item is not None and item.isEnabled():
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def _mark(self, row: int, by: int) -> None:
        while 0 <= row < self._model.rowCount():
            if self._model.item(row).isEnabled():
                self._view.setCurrentIndex(self._model.index(row, 0))
                return
            row += by


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        return QSize(200, _ROW if hit.act is not None else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        theme = active()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = role_font("secondary")
        width = text_width(hit.right, right) + 12 if hit.right else 0
        if hit.act is None:
            paint_text(painter, box.adjusted(10, 0, -width - 10, 0), hit.title, theme.color("text3"), role_font("head"))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                fill(painter, box, theme.color("hover"), 4)
            paint_icon(
                painter, QRectF(box.left() + 10, box.top(), 16, box.height()), hit.icon, theme.color("text2"), 16
            )
            inner = box.adjusted(36, 3, -width - 10, -3)
            if hit.detail:
                half = inner.height() / 2
                paint_text(
                    painter,
                    QRectF(inner.left(), inner.top(), inner.width(), half),
                    hit.title,
                    theme.color("text"),
                    role_font("control"),
                )
                paint_text(
                    painter,
                    QRectF(inner.left(), inner.top() + half, inner.width(), half),
                    hit.detail,
                    theme.color("text2"),
                    right,
                )
            else:
                paint_text(painter, inner, hit.title, theme.color("text"), role_font("control"))
        paint_text(
            painter, box.adjusted(0, 0, -10, 0), hit.right, theme.color("text2"), right, Qt.AlignmentFlag.AlignRight
        )
        painter.restore()
