"""The column of filters: by status, those the owner saved, by family of scenarios."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.cases.filters import ALL_OPEN, FAMILIES, FAMILY, STATUS_ICONS, STATUSES
from claimdesk.ui.cases.saved import OWN, OwnFilter
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.families import FAMILY_ICONS
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import fill, outline, paint_text, text_width

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class FilterItem(QAbstractButton):
    """One filter: icon, name, count. One of the owner's is taken away with Delete or by its menu: `menu_asked(place)`."""

    menu_asked = Signal(QPoint)
    remove_asked = Signal()

    def __init__(self, value: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._icon = icon
        self._count = 0
        self.setObjectName(f"filter-{value}")
        self.setCheckable(True)
        self.setFixedHeight(32)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def count(self) -> int:
        """How many cases it has."""
        return self._count

    def show_words(self, words: str, count: int) -> None:
        """Name and count."""
        self._count = count
        self.setText(words)
        self.setAccessibleName(f"{words} {count}")
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 32)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, on = active(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if on or self.underMouse():
            fill(painter, box, colors.color("accentsoft" if on else "hover"), 6)
        if self.hasFocus():
            outline(painter, box, colors.color("accent" if on else "accentline"), 6)
        ink = colors.color("accenttext" if on else "text2")
        icon = f"{self._icon}-fill" if on else self._icon
        paint_icon(painter, QRectF(10, 0, 16, box.height()), icon, ink, 16)
        number = f"{self._count:,}"
        small = role_font("chip")
        width = text_width(number, small) + 2
        quiet = colors.color("accenttext" if on else "text3")
        paint_text(painter, QRectF(box.right() - 10 - width, 0, width, box.height()), number, quiet, small)
        font = role_font("strong" if on else "body")
        paint_text(painter, QRectF(36, 0, box.right() - 54 - width, box.height()), self.text(), ink, font)
        painter.end()


WIDE, NARROW = 232, 226  # the narrow one still has room for the longest name, beside a count of two digits


class SideList(QScrollArea):
    """`chosen(filter)`; `removed(filter)` and `renamed(filter)` ask for it of one that the owner saved."""

    chosen = Signal(str)
    removed = Signal(str)
    renamed = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._counts: Mapping[str, int] = {}
        self.setObjectName("savedFilters")
        self.setFixedWidth(WIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its filters are stops, and scroll into sight
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head, self._own_head = Plain("", "overline"), Plain("", "overline")
        self._own = QVBoxLayout()
        self._own.setSpacing(0)
        page = QWidget()
        page.setProperty("ground", "bg")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 4, 12, 12)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self._items: dict[str, FilterItem] = {}
        for value in STATUSES:
            self._add(column, value, STATUS_ICONS[value])
        self._own_head.setContentsMargins(10, 14, 10, 4)
        column.addWidget(self._own_head)
        column.addLayout(self._own)
        self._head.setContentsMargins(10, 14, 10, 4)
        column.addWidget(self._head)
        for family in FAMILIES:
            self._add(column, FAMILY + family, FAMILY_ICONS[family])
        column.addStretch(1)
        self.setWidget(page)
        self._items[ALL_OPEN].setChecked(True)

    def show_own(self, filters: Iterable[OwnFilter]) -> None:
        """List these as the owner's; one that stays keeps the focus."""
        wanted = [one.value for one in filters]
        for gone in [value for value in self._items if value.startswith(OWN) and value not in wanted]:
            item = self._items.pop(gone)
            self._group.removeButton(item)
            self._own.removeWidget(item)
            item.hide()
            item.deleteLater()
        for value in wanted:
            if value not in self._items:
                item = self._add(self._own, value, "bookmark-simple")
                item.menu_asked.connect(lambda place, name=value: self._ask(name, place))
                item.remove_asked.connect(lambda name=value: self.removed.emit(name))
        self.retranslate()

    def _ask(self, value: str, place: QPoint) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.renamed.emit(value))
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.removed.emit(value))
        menu.popup(place)

    def _add(self, column: QVBoxLayout, value: str, icon: str) -> FilterItem:
        item = FilterItem(value, icon)
        item.clicked.connect(lambda _=False: self.chosen.emit(value))
        self._group.addButton(item)
        self._items[value] = item
        column.addWidget(item)
        return item

    @property
    def value(self) -> str:
        """The filter that is on."""
        return next((value for value, item in self._items.items() if item.isChecked()), ALL_OPEN)

    def choose(self, value: str) -> None:
        """Turn a filter on without telling."""
        if value in self._items:
            self._items[value].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts by filter; families without any are hidden."""
        self._counts = counts
        self.retranslate()

    def words(self, value: str) -> str:
        """What a filter is called."""
        return {
            ALL_OPEN: self.tr("All open"),
            "action": self.tr("Action needed"),
            "waiting_buyer": self.tr("Waiting for buyer"),
            "waiting_platform": self.tr("Waiting for platform"),
            "waiting_carrier": self.tr("Waiting for carrier"),
            "closed": self.tr("Closed"),
            FAMILY + "claims": self.tr("Platform claims"),
            FAMILY + "not_received": self.tr("Not received"),
            FAMILY + "not_as_described": self.tr("Not as described"),
            FAMILY + "returns": self.tr("Returns"),
            FAMILY + "chargebacks": self.tr("Chargebacks"),
            FAMILY + "feedback": self.tr("Feedback"),
            FAMILY + "service": self.tr("Questions and service"),
        }.get(value, value.removeprefix(OWN))

    def retranslate(self) -> None:
        """Texts in the language shown."""
        families = False
        self._head.setText(self.tr("Scenarios"))
        self._own_head.setText(self.tr("Saved filters"))
        self._own_head.setVisible(self._own.count() > 0)
        for value, item in self._items.items():
            item.show_words(self.words(value), self._counts.get(value, 0))
            if value == "waiting_carrier":  # rare enough to stay out of sight
                item.setVisible(bool(self._counts.get(value)) or item.isChecked())
            if value.startswith(FAMILY):
                item.setVisible(value in self._counts)
                families = families or value in self._counts
        self._head.setVisible(families)
