"""Text in which some words stand on a tint: values and their names in templates, words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QBrush, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.labels import Plain


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; `kind` is empty for plain text, `value` for a filled one, `gap` for a missing one.

    `gone` and `new` are words that one text has and the other has not.
    """

    text: str
    kind: str = ""


_TINTS = {"value": ("accentsoft", "accenttext"), "gap": ("warnsoft", "warn"), "gone": ("dangersoft", "danger"),
          "new": ("oksoft", "ok")}  # fmt: skip


class TintedText(Plain):
    """A wrapping label made of pieces; a piece never breaks its line height."""

    def __init__(
        self, pieces: Sequence[Piece] = (), role: str = "body", ink: str = "", parent: QWidget | None = None
    ) -> None:
        self._pieces: tuple[Piece, ...] = ()
        super().__init__("", role, ink, wrap=True, parent=parent)
        self.set_pieces(pieces)

    def set_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show these, one after the other."""
        self._pieces = tuple(pieces)
        self.setText("".join(piece.text for piece in pieces))

    def _style(self, layout: QTextLayout, start: int) -> None:
        theme = active()
        ranges, at = [], -start
        for piece in self._pieces:
            if piece.kind in _TINTS:
                ground, ink = _TINTS[piece.kind]
                spot = QTextLayout.FormatRange()
                form = QTextCharFormat()
                form.setBackground(QBrush(theme.color(ground)))
                form.setForeground(QBrush(theme.color(ink)))
                form.setFontStrikeOut(piece.kind == "gone")
                spot.start, spot.length, spot.format = at, len(piece.text), form
                ranges.append(spot)
            at += len(piece.text)
        layout.setFormats(ranges)
