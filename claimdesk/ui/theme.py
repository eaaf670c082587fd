"""Light, dark or as the system says: palette, style sheet and icons from one table of colours, live."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from claimdesk.ui import icons
from claimdesk.ui.shipped import resource
from claimdesk.ui.tokens import Tokens, active, tokens

CHOICES = ("light", "dark", "system")
_ROLES = {
    QPalette.ColorRole.Window: "base",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "onaccent",
    QPalette.ColorRole.Highlight: "accentsoft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Link: "accenttext",
    QPalette.ColorRole.LinkVisited: "accenttext",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "tiptext",
    QPalette.ColorRole.Mid: "line2",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Accent: "accent",
}


class Theme(QObject):
    """The look of the application. `changed` is emitted after palette and style sheet are in place."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = choice if choice in CHOICES else "system"
        self._shown = ""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def choice(self) -> str:
        """What the operator chose: light, dark or system."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        return self._shown == "dark"

    def choose(self, choice: str) -> None:
        """Show another look at once."""
        if choice in CHOICES:
            self._choice = choice
            self._apply()

    def color(self, role: str) -> QColor:
        """The colour of a role of DESIGN §6 in the look shown now."""
        return active().color(role)

    def icon(self, name: str, role: str = "text2", size: int = 16) -> QIcon:
        """A Phosphor icon in the colour of a role; ask again after `changed`."""
        return icons.icon(name, self.color(role), size, disabled=self.color("edge"))

    def _on_system_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        name = self._choice
        if name == "system":
            name = "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
        if name == self._shown:
            return
        self._shown = name
        chosen = tokens(name)
        self._app.setPalette(palette(chosen))
        self._app.setStyleSheet(style_sheet(chosen))
        self.changed.emit()


def palette(chosen: Tokens) -> QPalette:
    """Qt's palette in our colours, so that whatever the style sheet does not reach fits too."""
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, chosen.color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, chosen.color("text3"))
    return result


def style_sheet(chosen: Tokens) -> str:
    """The one style sheet: `@role` becomes its colour, `@@` the folder of the icons it draws, `@theme` the look."""
    text = resource("styles", "claimdesk.qss").read_text("utf-8")
    text = text.replace("@@", resource("icons").as_posix()).replace("@theme", chosen.name)
    return re.sub(r"@([a-z][a-z0-9]*)", lambda match: chosen.hex(match.group(1)), text)
