"""The list of scenarios in the New-case dialog: those that fit the order first, with why, then the families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1

ENTRY_HEIGHT = 54
HEAD_HEIGHT = 24
LATER_HEAD_HEIGHT = 34  # a head after entries keeps its distance
TILE = 36


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a head (no scenario) or a scenario with what speaks for it."""

    title: str
    scenario: str = ""
    detail: str = ""
    icon: str = ""
    badge: str = ""  # only the one that fits best
    forbidden: bool = False  # shown with the reason, not to be chosen

    @property
    def offered(self) -> bool:
        """Whether it is a scenario that can be chosen."""
        return bool(self.scenario) and not self.forbidden

    def matches(self, wanted: str) -> bool:
        """Whether every word looked for is in the title or the detail."""
        there = f"{self.title} {self.detail} {self.scenario}".casefold()
        return all(word in there for word in wanted.casefold().split())


class ScenarioListModel(QAbstractListModel):
    """Heads and scenarios in order, narrowed by a search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Entry, ...] = ()
        self._shown: list[Entry] = []
        self._wanted = ""

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries under the same search."""
        self._all = entries
        self.search(self._wanted)

    def search(self, wanted: str) -> None:
        """Show only what matches; a head without entries goes too."""
        self._wanted = wanted
        self.beginResetModel()
        self._shown = []
        for entry in self._all:
            if entry.scenario and not entry.matches(wanted):
                continue
            if not entry.scenario and self._shown and not self._shown[-1].scenario:
                self._shown.pop()
            self._shown.append(entry)
        if self._shown and not self._shown[-1].scenario:
            self._shown.pop()
        self.endResetModel()

    def entries(self) -> tuple[Entry, ...]:
        """What is shown, heads included."""
        return tuple(self._shown)

    def row_of(self, scenario: str) -> int:
        """The row of a scenario, or the first scenario's; -1 when nothing is shown."""
        rows = [row for row, entry in enumerate(self._shown) if entry.offered]
        return next((row for row in rows if self._shown[row].scenario == scenario), rows[0] if rows else -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._shown[index.row()].offered:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (entry.title, entry.badge, entry.detail) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.detail or None
        return entry if role == ENTRY_ROLE else None


class ScenarioDelegate(QStyledItemDelegate):
    """Paints a head as an overline, a scenario as tile, title and detail; the chosen one is outlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are lower than scenarios."""
        entry: Entry = index.data(ENTRY_ROLE)
        if entry.scenario:
            return QSize(200, ENTRY_HEIGHT)
        return QSize(200, LATER_HEAD_HEIGHT if index.row() else HEAD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the list."""
        entry: Entry = index.data(ENTRY_ROLE)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.scenario:
            self._paint_entry(painter, rect, entry, option.state)
        else:
            painter.setFont(role_font("overline"))
            painter.setPen(active().color("text3"))
            head = QRect(rect.left() + 10, rect.bottom() - 21, rect.width() - 20, 16)
            painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), entry.title)
        painter.restore()

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag) -> None:
        tokens = active()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        if chosen:
            painter.setPen(QPen(tokens.color("accentline"), 1))
            painter.setBrush(tokens.color("accentsoft"))
            painter.drawRoundedRect(box, 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver and entry.offered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.color("hover"))
            painter.drawRoundedRect(box, 8, 8)
        tile = QRectF(rect.left() + 10, rect.top() + (rect.height() - TILE) / 2, TILE, TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("surface" if chosen else "surface2"))
        painter.drawRoundedRect(tile, 8, 8)
        ink = "accenttext" if chosen else "text3" if entry.forbidden else "text2"
        paint_icon(painter, tile, entry.icon, tokens.color(ink), 20)
        right = rect.right() - 10
        if entry.badge:
            right = self._paint_badge(painter, right, rect, entry.badge) - 8
        left = int(tile.right()) + 12
        self._paint_words(painter, QRect(left, rect.top() + 8, right - left, 38), entry)

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        for role, tone, text, top, height in (
            ("strong", "text3" if entry.forbidden else "text", entry.title, rect.top(), 20),
            ("table", "text2", entry.detail, rect.top() + 20, 18),
        ):
            painter.setFont(role_font(role))
            painter.setPen(active().color(tone))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(QRect(rect.left(), top, rect.width(), height), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_badge(self, painter: QPainter, right: int, rect: QRect, words: str) -> int:
        """The badge at the right; gives the left edge of it."""
        painter.setFont(role_font("chip"))
        width = painter.fontMetrics().horizontalAdvance(words)
        color = active().color("accenttext")
        painter.setPen(color)
        spot = QRect(right - 7 - width, rect.top(), width + 1, rect.height())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter), words)
        icon = QRectF(spot.left() - 17, rect.top() + (rect.height() - 13) / 2, 13, 13)
        paint_icon(painter, icon, "check", color, 13)
        return int(icon.left())
