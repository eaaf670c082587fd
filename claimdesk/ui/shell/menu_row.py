"""The row above the screens: menu bar left, search and shop right; on macOS one unified toolbar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenuBar, QSizePolicy, QToolBar, QWidget

from claimdesk.ui.fonts import role_font
from claimdesk.ui.icons import paint_icon
from claimdesk.ui.shell.search import GlobalSearch
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import GhostButton
from claimdesk.ui.widgets.painting import elided, fill, outline, paint_text

HEIGHT = 38


class ShopButton(GhostButton):
    """The shop in use; its menu leads to the shop's settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "storefront", parent=parent)
        self.setObjectName("shop")

    def sizeHint(self) -> QSize:
        return QSize(min(super().sizeHint().width(), 220), 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            fill(painter, box, theme.color("hover"), 6)
        if self.shows_ring:
            outline(painter, box, theme.color("accent"), 6)
        paint_icon(painter, QRectF(8, 0, 16, box.height()), "storefront", theme.color("text"), 16)
        font = role_font("control")
        paint_text(
            painter,
            QRectF(30, 0, box.width() - 56, box.height()),
            elided(self.text(), font, box.width() - 56),
            theme.color("text"),
            font,
        )
        paint_icon(painter, QRectF(box.width() - 22, 0, 12, box.height()), "caret-down", theme.color("text2"), 12)
        painter.end()


class MenuBar(QMenuBar):
    """A menu bar that does not underline its letters: they are told by Alt, as on Windows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for action in self.actions():
            box = QRectF(self.actionGeometry(action))
            if not action.isVisible() or not box.intersects(QRectF(event.rect())):
                continue
            if action is self.activeAction():
                fill(painter, box, theme.color("hover"), 4)
            paint_text(
                painter,
                box,
                action.text().replace("&", ""),
                theme.color("text"),
                role_font("body"),
                Qt.AlignmentFlag.AlignHCenter,
            )
        painter.end()


class MenuRow(QWidget):
    """38 px high; a corner widget of the menu bar would be clipped."""

    def __init__(self, bar: QMenuBar, search: GlobalSearch, shop: ShopButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menu-row")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 16, 4)
        row.setSpacing(12)
        bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(bar, 1)
        row.addWidget(search, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(shop, 0, Qt.AlignmentFlag.AlignVCenter)


def place(window: QMainWindow, bar: QMenuBar, search: GlobalSearch, shop: ShopButton, *, mac: bool) -> None:
    """Put menu bar, search and shop where the system keeps them."""
    if not mac:
        window.setMenuWidget(MenuRow(bar, search, shop, window))
        return
    bar.setNativeMenuBar(True)
    window.setMenuBar(bar)
    tools = QToolBar(window)
    tools.setMovable(False)
    tools.setFixedHeight(52)
    gap = QWidget(tools)
    gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    for part in (gap, search, shop):
        tools.addWidget(part)
    window.addToolBar(Qt.ToolBarArea.TopToolBarArea, tools)
    window.setUnifiedTitleAndToolBarOnMac(True)
