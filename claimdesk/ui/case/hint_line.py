"""An icon and a sentence under the content of a step; hidden while there is nothing to say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain


class HintLine(QWidget):
    """Icon and wrapping words."""

    def __init__(self, icon: str, tone: str = "text3", role: str = "table", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self._icon = Icon(icon, tone, 18, self)
        self._words = Plain("", role=role, ink="text2", wrap=True)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words, or nothing at all."""
        self._words.setText(words)
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()
