"""The column of saved filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QVBoxLayout, QWidget

from claimdesk.ui.cases.filters import ALL_OPEN, FAMILIES, FAMILY, STATUS_ICONS, STATUSES
from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.families import FAMILY_ICONS
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import fill, outline, paint_text, text_width

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class FilterItem(QAbstractButton):
    """One saved filter: icon, name, count."""

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
    """`chosen(saved filter)`."""

    chosen = Signal(str)

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
        self._head = Plain("", "overline")
        self._head.setContentsMargins(10, 14, 10, 4)
        column.addWidget(self._head)
        for family in FAMILIES:
            self._add(column, FAMILY + family, FAMILY_ICONS[family])
        column.addStretch(1)
        self.setWidget(page)
        self._items[ALL_OPEN].setChecked(True)

    def _add(self, column: QVBoxLayout, value: str, icon: str) -> None:
        item = FilterItem(value, icon)
        item.clicked.connect(lambda _=False: self.chosen.emit(value))
        self._group.addButton(item)
        self._items[value] = item
        column.addWidget(item)

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
        }.get(value, value)

    def retranslate(self) -> None:
        """Texts in the language shown."""
        families = False
        self._head.setText(self.tr("Scenarios"))
        for value, item in self._items.items():
            item.show_words(self.words(value), self._counts.get(value, 0))
            if value == "waiting_carrier":  # rare enough to stay out of sight
                item.setVisible(bool(self._counts.get(value)) or item.isChecked())
            if value.startswith(FAMILY):
                item.setVisible(value in self._counts)
                families = families or value in self._counts
        self._head.setVisible(families)
