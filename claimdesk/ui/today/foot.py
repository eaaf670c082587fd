"""The foot of Today: who else is waited for, and what comes later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain


class TodayFoot(QWidget):
    """`asked` when the cases that are due later are wanted."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(41)
        self._buyers, self._platforms = Plain("", "table", "text2"), Plain("", "table", "text2")
        self._later = LinkButton("")
        self._later.setObjectName("laterLink")
        self._later.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(Icon("hourglass", "text3", 16))
        row.addWidget(self._buyers)
        row.addWidget(self._platforms)
        row.addStretch(1)
        row.addWidget(self._later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line())
        column.addLayout(row, 1)

    def show_counts(self, buyers: int, platforms: int, later: int) -> None:
        """Show these counts."""
        self._buyers.setText(self.tr("Waiting for buyers {0}").format(buyers))
        self._platforms.setText(self.tr("Waiting for platforms {0}").format(platforms))
        self._later.setText(self.tr("{0} more after 3 days").format(later))
        self._later.updateGeometry()
        self._later.setVisible(later > 0)
