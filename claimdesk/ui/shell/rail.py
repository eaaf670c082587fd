"""The navigation rail: painted buttons with badges, Settings at the bottom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.shell.places import RAIL
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_text, text_width

WIDTH = 76


class RailButton(QAbstractButton):
    """One place: icon over label, and a badge (`danger` red or `neutral` grey) where there is something to count."""

    def __init__(self, name: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = name
        self.setObjectName(f"rail-{name}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._count = 0
        self._kind = "neutral"

    @property
    def badge(self) -> int:
        return self._count

    def set_badge(self, count: int, kind: str) -> None:
        """Show a number; nothing for 0."""
        self._count, self._kind = count, kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(66, 54)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        on = self.isChecked()
        if on:
            fill(painter, box, theme.color("surface"), 8)
            outline(painter, box, theme.color("line"), 8)
            fill(painter, QRectF(0, 17, 3, 20), theme.color("railmark"), 1.5)
        elif self.underMouse():
            fill(painter, box, theme.color("hover"), 8)
        if self.hasFocus():
            outline(painter, box, theme.color("accentline"), 8, 2)
        ink = theme.color("accenttext" if on else "text2")
        icon = QRectF((box.width() - 22) / 2, 7, 22, 22)
        paint_icon(painter, icon, f"{self._icon}-fill" if on else self._icon, ink, 22)
        font = role_font("label")
        if on:
            font.setWeight(font.Weight.DemiBold)
        paint_text(painter, QRectF(0, 32, box.width(), 16), self.text(), ink, font, Qt.AlignmentFlag.AlignHCenter)
        if self._count:
            self._paint_badge(painter, icon, "surface" if on else "base")
        painter.end()

    def _paint_badge(self, painter: QPainter, icon: QRectF, ground: str) -> None:
        theme = active()
        words = str(self._count) if self._count < 1000 else "999+"
        font = role_font("badge")
        width = max(16.0, text_width(words, font) + 8)
        box = QRectF(icon.left() + 15, icon.top() - 5, width, 16)
        fill(painter, box.adjusted(-2, -2, 2, 2), theme.color(ground), 10)
        fill(painter, box, theme.color("dangersolid" if self._kind == "danger" else "text3"), 8)
        ink = theme.color("ondangersolid" if self._kind == "danger" else "surface")
        paint_text(painter, box, words, ink, font, Qt.AlignmentFlag.AlignHCenter)


class Rail(QWidget):
    """Buttons of all places; `chosen` tells the place that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 6, 5, 8)
        column.setSpacing(4)
        for place in RAIL:
            if place.name == "settings":
                column.addStretch(1)
            button = RailButton(place.name, place.icon, self)
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
            self._buttons[place.name] = button
            column.addWidget(button)
        self.retranslate()

    def button(self, name: str) -> RailButton:
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Show which place is in front; Tab stops there."""
        self._buttons[name].setChecked(True)
        if not any(button.hasFocus() for button in self._buttons.values()):
            for place, button in self._buttons.items():
                stops = Qt.FocusPolicy.StrongFocus if place == name else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(stops)

    def set_badges(self, due: int, open_cases: int) -> None:
        """Cases overdue or due today on Today, open cases on Cases."""
        self._buttons["today"].set_badge(due, "danger")
        self._buttons["cases"].set_badge(open_cases, "neutral")
        self.retranslate()

    def retranslate(self) -> None:
        titles = {
            "today": self.tr("Today"),
            "cases": self.tr("Cases"),
            "orders": self.tr("Orders"),
            "import": self.tr("Import"),
            "templates": self.tr("Templates"),
            "reports": self.tr("Reports"),
            "settings": self.tr("Settings"),
        }
        for name, button in self._buttons.items():
            button.setText(titles[name])
            spoken = titles[name]
            if name == "today" and button.badge:
                spoken = self.tr("Today, {count} due").format(count=button.badge)
            elif name == "cases" and button.badge:
                spoken = self.tr("Cases, {count} open").format(count=button.badge)
            button.setAccessibleName(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.place)
