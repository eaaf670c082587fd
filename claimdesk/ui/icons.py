"""Phosphor icons from the fonts that QtAwesome ships, by Phosphor's names (`sun-horizon`, `sun-horizon-fill`).

Only the two files are read: importing QtAwesome loads eleven fonts before the first paint.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap


def glyph(name: str) -> str:
    """The character of an icon; `ph.` in front is allowed. Raises KeyError for a name Phosphor does not have."""
    return chr(int(_charmap()[name.removeprefix("ph.")], 16))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor, size: float = 16) -> None:
    """Draw an icon of that many logical pixels in the middle of a rectangle."""
    font = QFont(_family())
    font.setPixelSize(round(size))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), glyph(name))
    painter.restore()


def icon(name: str, color: QColor, size: int = 16, disabled: QColor | None = None) -> QIcon:
    """A QIcon in one colour, sharp at 100, 200 and 300 %."""
    result = QIcon()
    for ratio in (1, 2, 3):
        result.addPixmap(_pixmap(name, color.name(), size, ratio), QIcon.Mode.Normal)
        if disabled is not None:
            result.addPixmap(_pixmap(name, disabled.name(), size, ratio), QIcon.Mode.Disabled)
    return result


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), name, QColor(color), size)
    painter.end()
    return pixmap


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome")
    return Path(next(iter(spec.submodule_search_locations))) / "fonts"


@cache
def _charmap() -> dict[str, str]:
    file = next(_folder().glob("phosphor-charmap-*.json"))
    names: dict[str, str] = json.loads(file.read_text("utf-8"))
    return names


@cache
def _family() -> str:
    file = next(_folder().glob("phosphor-[0-9]*.ttf"))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]
