"""How much of the checklist is collected, beside the headline of the evidence step."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.painting import paint_ring

_SIDE = 36


class _Ring(QWidget):
    """The share that is collected; green once nothing required is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._role = 0.0, "bar"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, share: float, role: str) -> None:
        self._share, self._role = share, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, QRectF(1, 1, self.width() - 2, self.height() - 2), self._share, self._role, width=4)
        painter.end()


class EvidenceProgress(QWidget):
    """A ring, `3 / 6`, and whether something required is still missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceProgress")
        self._ring = _Ring()
        self._count, self._words = Plain("", "strong"), Plain("", "secondary", "text2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._count)
        words.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._ring)
        row.addLayout(words)

    def show_progress(self, collected: int, of: int, required: int) -> None:
        """`collected` of `of` items have a file; `required` ones are missing."""
        self._ring.set(collected / of if of else 1.0, "bar" if required else "oksolid")
        self._count.setText(f"{collected} / {of}")
        if required:
            self._words.setText(
                self.tr("1 required missing") if required == 1 else self.tr("{0} required missing").format(required)
            )
        else:
            self._words.setText(self.tr("required complete"))
        self.setAccessibleName(f"{self._count.text()}, {self._words.text()}")
