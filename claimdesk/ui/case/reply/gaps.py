"""The place of a value that nobody has given: in the text it is `{{ name }}`, on the page the words people know it by.

The characters stay, so that every position in the text counts as before: they are drawn with no ink and in the width
of the words, and a chip with the words is painted over them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import elided, fill, outline, paint_text, text_width

GAP = re.compile(r"\{\{ (\w+) \}\}")  # how a draft shows a value that nobody has given
_WIDEST = 240  # px
_PAD = 6
_FIRM = "\xa0"  # read back as a blank, and no place to break a line


def labelled(name: str, labels: Mapping[str, str]) -> str:
    """The words for a name; one that nobody knows is made readable."""
    return labels.get(name) or name.replace("_", " ")


def in_words(text: str, labels: Mapping[str, str]) -> str:
    """A text with its gaps as words in brackets, where nothing can be painted."""
    return GAP.sub(lambda gap: f"[{labelled(gap[1], labels)}]", text)


def unbroken(text: str) -> str:
    """The text with gaps that stay in one line."""
    return GAP.sub(lambda gap: gap[0].replace(" ", _FIRM), text)


def gap_between(text: str, start: int, end: int) -> re.Match[str] | None:
    """The gap that stands at these places, as Qt counts them (UTF-16 units); None where other words stand now."""
    units = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end]
    return GAP.fullmatch(units.decode("utf-16-le", "ignore").replace(_FIRM, " ")) if start >= 0 else None


def gap_format(look: QTextCharFormat, length: int, name: str, label: str) -> None:
    """Make characters of a gap as wide together as the chip over them, and without ink."""
    font = role_font("body")
    raw = text_width("{{" + _FIRM + name + _FIRM + "}}", font)
    look.setForeground(Qt.GlobalColor.transparent)
    look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    look.setFontLetterSpacing((_chip_width(label) - raw) / length)


def _chip_width(label: str) -> float:
    return min(float(_WIDEST), text_width(label, role_font("body")) + 2 * _PAD + 4)


def paint_gap(painter: QPainter, boxes: list[QRectF], label: str) -> None:
    """The chip; where the column is narrower than it, its words stand in the first line."""
    colors, font = active(), role_font("body")
    for at, box in enumerate(boxes):
        fill(painter, box, colors.color("warnsoft"), 3)
        outline(painter, box, colors.color("warnline"), 3)
        if at == 0:
            inner = box.adjusted(_PAD, 0, 0, 0)
            paint_text(painter, inner, elided(label, font, box.width() - 2 * _PAD + 1), colors.color("warn"), font)
