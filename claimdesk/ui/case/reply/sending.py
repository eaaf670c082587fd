"""The way out: copied here, pasted there, marked as sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain


class SendingSteps(QWidget):
    """Three lines, the first ticked once the text was copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sendingSteps")
        self._title = Plain("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        self._lines: list[tuple[Icon, Plain, Plain]] = []
        for at in range(3):
            icon = Icon("circle", "edge", 18)
            words = Plain("", "body", wrap=True)
            aside = Plain("", "body", "text3")
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1 if at else 0)
            if not at:
                row.addWidget(aside)
                row.addStretch(1)
            column.addLayout(row)
            self._lines.append((icon, words, aside))
        self.hide()

    def show_steps(self, copy_words: str, copied_words: str, where: str) -> None:
        """`copied_words` says when it was copied, `where` the place to paste it; nothing shows before the first copy."""
        self.setVisible(bool(copied_words))
        self._title.setText(self.tr("To send it"))
        self._lines[0][0].set("check-circle-fill", "oksolid")
        self._lines[0][1].setText(copy_words)
        self._lines[0][2].setText(copied_words)
        self._lines[1][1].setText(where)
        self._lines[2][1].setText(
            self.tr("Come back and mark it as sent: the exact words and the time are kept, and the next clock starts.")
        )
