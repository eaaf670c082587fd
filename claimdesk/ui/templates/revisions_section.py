"""The revisions of a template: which there are, what each changed, compare and restore."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.templates.writing import TITLES
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton
from claimdesk.ui.widgets.cards import Section
from claimdesk.ui.widgets.painting import fill, outline, paint_text, text_width
from claimdesk.ui.widgets.times import clock_text, day_text, local_day

if TYPE_CHECKING:
    from claimdesk.core.replies.history import Entry

_ROW, _MOST = 40, 7
_ID, _DETAIL, _WHEN = (Qt.ItemDataRole.UserRole + n for n in range(1, 4))


@dataclass(frozen=True, slots=True)
class Clock:
    """Now and where the shop lives, for saying when."""

    now: datetime
    zone: str
    language: str

    def when(self, at: datetime | None) -> str:
        """`14:18` for today, else the day."""
        if at is None:
            return ""
        today = local_day(at, self.zone) == local_day(self.now, self.zone)
        return clock_text(at, self.zone) if today else day_text(at, self.language, zone=self.zone)


class RevisionsSection(Section):
    """`compare_asked(revision)`, `restore_asked(revision)`: ids of the history."""

    compare_asked = Signal(int)
    restore_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, gap=6)
        self.setObjectName("template-revisions")
        self._entries: tuple[Entry, ...] = ()
        self.compare = LinkButton()
        self.compare.setObjectName("compare-revision")
        self.compare.clicked.connect(lambda: self._ask(self.compare_asked))
        self.head.addWidget(self.compare)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setObjectName("revision-list")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_actions())
        self.list.activated.connect(lambda _: self._ask(self.compare_asked))
        self.restore = PlainButton("", "arrow-counter-clockwise", small=True)
        self.restore.setObjectName("restore-revision")
        self.restore.clicked.connect(lambda: self._ask(self.restore_asked))
        self.body.addWidget(self.list)
        self.body.addSpacing(4)
        self.body.addWidget(self.restore)

    def retranslate(self) -> None:
        """Titles in the language shown; rows come with the template."""
        self.set_title(self.tr("Revisions"))
        self.compare.setText(self.tr("Compare"))
        self.compare.updateGeometry()
        self.list.setAccessibleName(self.tr("Revisions"))

    def show_entries(self, entries: Sequence[Entry], clock: Clock) -> None:
        """The history, newest first; the one before the newest is chosen."""
        self._entries = tuple(entries)
        self._model.clear()
        for at, entry in enumerate(self._entries):
            item = QStandardItem(self.title_of(entry, newest=at == 0))
            item.setData(entry.id, _ID)
            item.setData(self._detail(entry), _DETAIL)
            item.setData(clock.when(entry.at), _WHEN)
            item.setData(f"{item.text()}, {item.data(_DETAIL)}, {item.data(_WHEN)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(str(item.data(_DETAIL)))
            self._model.appendRow(item)
        if self._entries:
            self.list.setCurrentIndex(self._model.index(min(1, len(self._entries) - 1), 0))
        self.list.setFixedHeight(min(_MOST, max(1, len(self._entries))) * _ROW + 2)
        self._show_actions()

    def title_of(self, entry: Entry, *, newest: bool = False) -> str:
        """What a line of the history is called."""
        if newest:
            return self.tr("Now")
        return self.tr("Original") if entry.kind == "original" else self.tr("Revision {n}").format(n=entry.number)

    def _detail(self, entry: Entry) -> str:
        kinds = {"original": self.tr("came with ClaimDesk"), "restored": self.tr("earlier text restored"),
                 "reset": self.tr("back to what came with ClaimDesk"), "kept": self.tr("own text kept beside an update"),
                 "imported": self.tr("taken from a file"), "created": self.tr("newly written")}  # fmt: skip
        if entry.kind in kinds:
            return kinds[entry.kind]
        change = entry.change
        if change is None:
            return ""
        found = []
        counts = {kind: sum(p.kind == kind for p in change.changed) for kind in ("added", "removed", "changed")}
        words = {"added": self.tr("{n} added"), "removed": self.tr("{n} removed"), "changed": self.tr("{n} changed")}
        found += [words[kind].format(n=n) for kind, n in counts.items() if n]
        if change.moved:
            found.append(self.tr("order"))
        if change.fields:
            found.append(self.tr("fields"))
        if change.about:
            found.append(self.tr("name and use"))
        languages = self.tr(", ").join(TITLES[code] for code in change.languages[:3]) + (
            "…" if len(change.languages) > 3 else ""
        )
        return self.tr(", ").join(found) + (f" · {languages}" if languages else "")

    def chosen(self) -> Entry | None:
        """The line that is chosen."""
        wanted = self.list.currentIndex().data(_ID)
        return next((entry for entry in self._entries if entry.id == wanted), None)

    def _show_actions(self) -> None:
        entry = self.chosen()
        older = entry is not None and entry is not self._entries[0]
        self.compare.setEnabled(older)
        self.restore.setVisible(older)
        if entry is not None and older:
            title = self.title_of(entry)
            self.restore.setText(self.tr("Restore the original") if entry.kind == "original"
                                 else self.tr("Restore {name}").format(name=title[:1].lower() + title[1:]))  # fmt: skip
            self.restore.updateGeometry()

    def _ask(self, signal: object) -> None:
        entry = self.chosen()
        if entry is not None and entry is not self._entries[0]:
            signal.emit(entry.id)  # type: ignore[attr-defined]


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
        if chosen:
            fill(painter, box, theme.color("accentsoft"), 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, box, theme.color("hover"), 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            outline(painter, box, theme.color("accentline"), 6)
        newest = index.row() == 0
        icon, ink = ("circle-fill", "accent") if newest else ("circle", "text3")
        paint_icon(painter, QRectF(box.left() + 6, box.top(), 9, box.height()), icon, theme.color(ink), 9)
        when = str(index.data(_WHEN) or "")
        width = text_width(when, role_font("table")) + 2
        right = box.adjusted(0, 0, -6, 0)
        paint_text(painter, QRectF(right.right() - width, box.top(), width, box.height()), when, theme.color("text2"),
                   role_font("table"))  # fmt: skip
        inner = box.adjusted(24, 2, -(width + 12), -2)
        top, bottom = inner.adjusted(0, 0, 0, -inner.height() / 2), inner.adjusted(0, inner.height() / 2, 0, 0)
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        paint_text(painter, top, title, theme.color("text"), role_font("strong" if newest else "table"))
        paint_text(painter, bottom, str(index.data(_DETAIL) or ""), theme.color("text2"), role_font("secondary"))
        painter.restore()
