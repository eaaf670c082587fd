"""Type of DESIGN §6: families per system and language, sizes by role, figures of equal width.

Fonts are set here and never in the style sheet, because a style sheet drops the features (`tnum`) of a font.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

# role: size in px, weight, line height in px
ROLES: dict[str, tuple[float, int, int]] = {
    "big": (22, 600, 28),
    "title": (20, 600, 28),
    "pane": (16, 600, 24),
    "count": (15, 600, 20),
    "section": (14, 600, 20),
    "row": (13.5, 600, 20),
    "body": (13, 400, 20),
    "control": (13, 500, 20),
    "strong": (13, 600, 20),
    "table": (12.5, 400, 20),
    "secondary": (12, 400, 16),
    "chip": (12, 500, 20),
    "head": (12, 500, 16),
    "hint": (12, 400, 16),
    "label": (11, 400, 16),
    "overline": (11, 600, 16),
    "badge": (10, 600, 16),
}
_SMALLEST_CHINESE = 12.0
_LATIN = {
    "win32": ["Segoe UI Variable Text", "Segoe UI"],
    "darwin": [".AppleSystemUIFont", "Helvetica Neue"],
    "linux": ["Inter", "DejaVu Sans"],
}
_CHINESE = {
    "win32": ["Microsoft YaHei UI", "Microsoft YaHei"],
    "darwin": ["PingFang SC"],
    "linux": ["Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Micro Hei"],
}


def families(language: str) -> list[str]:
    """Font families, best first.

    Latin stands first in both languages so that figures keep their equal width; Chinese characters and full-width
    punctuation, which it lacks, come from the family after it.
    """
    system = sys.platform if sys.platform in _LATIN else "linux"
    wanted = _LATIN[system] + _CHINESE[system]
    if not language.startswith("zh") and system == "win32":
        return wanted
    known = set(QFontDatabase.families())
    return [name for name in wanted if name in known or name.startswith(".")] or wanted


def base_font(language: str) -> QFont:
    """The body font that the whole application inherits."""
    font = QFont()
    font.setFamilies(families(language))
    _set_size(font, ROLES["body"][0])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("tnum", "ss03", "cv10") if "Inter" in font.families() else ("tnum",):
        font.setFeature(QFont.Tag(feature), 1)
    return font


def role_font(role: str) -> QFont:
    """The font of a role in the language shown now."""
    size, weight, _ = ROLES[role]
    font = QFont(QApplication.font())
    if is_chinese() and role != "badge":
        size = max(size, _SMALLEST_CHINESE)
    _set_size(font, size)
    font.setWeight(QFont.Weight(weight))
    if role in ("big", "title") and not is_chinese():
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.2)
    return font


def line_height(role: str) -> int:
    """Height of one line of a role in logical pixels."""
    return ROLES[role][2]


def is_chinese() -> bool:
    """Whether the interface is shown in Chinese now."""
    app = QApplication.instance()
    return app is not None and str(app.property("language") or "").startswith("zh")


def _set_size(font: QFont, pixels: float) -> None:
    """Sizes are fractions of a pixel (12.5), which only points can say."""
    screen = QGuiApplication.primaryScreen()
    dpi = screen.logicalDotsPerInch() if screen else 96.0
    font.setPointSizeF(pixels * 72.0 / dpi)
