"""How cases end, in words and colours."""

from __future__ import annotations

from PySide6.QtCore import QObject

ENDS = ("won", "withdrawn", "platform", "refunded", "lost", "goods")
END_COLOURS = {"won": "c3", "withdrawn": "c5", "platform": "c1", "refunded": "c2", "lost": "c6", "goods": "c7"}


class EndWords(QObject):
    """In the language shown now."""

    def text(self, kind: str) -> str:
        """What a group of outcomes is called."""
        return {
            "won": self.tr("Denied or settled"),
            "withdrawn": self.tr("Withdrawn"),
            "platform": self.tr("Paid by platform"),
            "refunded": self.tr("Refunded by us"),
            "lost": self.tr("Granted, paid by us"),
            "goods": self.tr("Sent again"),
        }[kind]
