"""A section of the right pane that folds; what is folded is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings


class _Head(QWidget):
    """The title row; a click anywhere on it folds."""

    def __init__(self, fold: Fold) -> None:
        super().__init__(fold)
        self._fold = fold
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._fold.toggle()


class Fold(QFrame):
    """Title, something at its right (`aside`), a body, and a caret."""

    def __init__(self, key: str, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings, self._key = settings, f"case/folded/{key}"
        self.setObjectName(f"fold-{key}")
        self._title = Plain("", "strong")
        self._caret = IconButton("caret-down", small=True)
        self._caret.setFixedSize(20, 20)
        self._caret.clicked.connect(self.toggle)
        head = _Head(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addStretch(1)
        self.aside = QHBoxLayout()
        row.addLayout(self.aside)
        row.addWidget(self._caret)
        self._body = QWidget()
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(0, 6, 0, 0)
        self.body.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 12, 12)
        inner.setSpacing(0)
        inner.addWidget(head)
        inner.addWidget(self._body)
        column.addLayout(inner)
        column.addWidget(Line())
        self._show(bool(settings.value(self._key, False, type=bool)))

    @property
    def folded(self) -> bool:
        """Whether only the title shows."""
        return self._body.isHidden()

    def set_title(self, title: str) -> None:
        """What the section is called."""
        self._title.setText(title)
        self._caret.set_name(self.tr("Fold {0}").format(title))

    def toggle(self) -> None:
        """Fold or unfold, and remember it."""
        self._show(not self.folded)
        self._settings.setValue(self._key, self.folded)

    def unfold(self) -> None:
        """Make sure the body is in sight."""
        if self.folded:
            self.toggle()

    def _show(self, folded: bool) -> None:
        self._body.setHidden(folded)
        self._caret.set_icon("caret-right" if folded else "caret-down")
