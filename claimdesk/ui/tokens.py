"""The colours of DESIGN §6 by role, light and dark; which set is on follows from the application's palette."""

from __future__ import annotations

import tomllib
from functools import cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from claimdesk.ui.shipped import resource


class Tokens:
    """One set of colours; `color("dangersoft")` gives a role, `hex` its text for style sheets."""

    def __init__(self, name: str, values: dict[str, str]) -> None:
        self.name = name
        self.values = values
        self._colors = {role: QColor(value) for role, value in values.items()}

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """The colour of a role as a copy of its own. Raises KeyError for a role that is not in the table."""
        color = QColor(self._colors[role])
        if alpha < 1.0:
            color.setAlphaF(alpha)
        return color

    def hex(self, role: str) -> str:
        """The colour of a role as `#RRGGBB`."""
        return self.values[role]


@cache
def tokens(name: str) -> Tokens:
    """The `light` or the `dark` set."""
    return _read()[name]


def active() -> Tokens:
    """The set that the application shows now, told from its palette, so that painting needs no reference to it."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return tokens("dark" if window.lightness() < 128 else "light")


@cache
def _read() -> dict[str, Tokens]:
    tables = tomllib.loads(resource("styles", "tokens.toml").read_text("utf-8"))
    return {name: Tokens(name, values) for name, values in tables.items()}
