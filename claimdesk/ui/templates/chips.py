"""Variables inside a text: one object each, shown by the words for it, kept and copied as `{{ name }}`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from claimdesk.ui.fonts import role_font
from claimdesk.ui.templates.writing import PLACE
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.painting import fill, outline, paint_text, text_width

OBJECT = "\ufffc"
KIND = QTextFormat.ObjectTypes.UserObject.value + 1
NAME = QTextFormat.Property.UserProperty.value + 1
_HEIGHT = 18
_WIDEST = 210
# how a chip stands -> ground, line, ink
LOOKS = {
    "known": ("accentsoft", "accentline", "accenttext"),
    "empty": ("warnsoft", "warnline", "warn"),
    "unknown": ("dangersoft", "dangerline", "danger"),
}


@dataclass(frozen=True, slots=True)
class ChipWords:
    """What chips say: words by name, and the names that are empty in the preview."""

    labels: Mapping[str, str]
    empty: frozenset[str] = frozenset()

    def look(self, name: str) -> str:
        """How the chip of a name stands."""
        return "unknown" if name not in self.labels else "empty" if name in self.empty else "known"

    def label(self, name: str) -> str:
        """The words on a chip; a name that nobody knows is shown as it is written."""
        return self.labels.get(name, "{{ " + name + " }}")


def chip_width(label: str) -> float:
    """Width of a chip with these words."""
    return min(float(_WIDEST), text_width(label, role_font("chip")) + 12)


def paint_variable(painter: QPainter, box: QRectF, label: str, look: str) -> None:
    """A chip with its words."""
    ground, line, ink = LOOKS[look]
    theme = active()
    fill(painter, box, theme.color(ground), 4)
    outline(painter, box, theme.color(line), 4)
    paint_text(painter, box.adjusted(6, 0, -4, 0), label, theme.color(ink), role_font("chip"))


class ChipObject(QPyTextObject):
    """Draws the chips of one document."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.words = ChipWords({})

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return QSizeF(chip_width(self.words.label(str(format.property(NAME)))) + 2, _HEIGHT)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:  # fmt: skip
        name = str(format.property(NAME))
        # Qt centres an object in its line, and a line of nothing else is lower than one of words: its end is the same.
        block = doc.findBlock(posInDocument)
        line = block.layout().lineForTextPosition(posInDocument - block.position())
        end = QRectF(rect).center().y() + (line.height() if line.isValid() else _HEIGHT) / 2
        box = QRectF(rect.left() + 1, end - _HEIGHT - 3, rect.width() - 2, _HEIGHT + 1)
        paint_variable(painter, box, self.words.label(name), self.words.look(name))


def chip_format(name: str) -> QTextCharFormat:
    """The format of the one character that stands for a variable."""
    look = QTextCharFormat()
    look.setObjectType(KIND)
    look.setProperty(NAME, name)
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    look.setFont(role_font("body"))
    return look


def insert_text(cursor: QTextCursor, text: str) -> None:
    """Put a template text in, its variables as chips."""
    at = 0
    for place in PLACE.finditer(text):
        cursor.insertText(text[at : place.start()], QTextCharFormat())
        cursor.insertText(OBJECT, chip_format(place[1]))
        at = place.end()
    cursor.insertText(text[at:], QTextCharFormat())


def text_between(document: QTextDocument, start: int, end: int) -> str:
    """The template text between two positions, chips as `{{ name }}`."""
    parts: list[str] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        if parts:
            parts.append("\n")
        parts.append("")
        for fragment in _fragments(block):
            first = max(start, fragment.position())
            last = min(end, fragment.position() + fragment.length())
            if first >= last:
                continue
            look = fragment.charFormat()
            if look.objectType() == KIND:
                parts.append(("{{ " + str(look.property(NAME)) + " }}") * (last - first))
            else:
                at = fragment.position()
                words = by_units(fragment.text(), first - at, last - at)
                parts.append(words.replace("\u2028", "\n").replace(OBJECT, ""))
        block = block.next()
    return "".join(parts)


def by_units(text: str, start: int, end: int) -> str:
    """A part of a text between places as Qt counts them, in UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "replace")


def units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fragments(block: Any) -> list[Any]:
    found = []
    each = block.begin()
    while not each.atEnd():
        found.append(each.fragment())
        each += 1
    return found


def register(document: QTextDocument) -> ChipObject:
    """Let a document show chips."""
    drawn = ChipObject(document)
    document.documentLayout().registerHandler(KIND, drawn)
    return drawn
