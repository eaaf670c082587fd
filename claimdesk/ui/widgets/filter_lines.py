"""A search and chips in a row that becomes two where one has no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

SEARCH_WIDTH = 248
NARROW_SEARCH = 180
_GAP = 8


class FilterLines(QWidget):
    """`arrange` says what stands in it; `fit` puts it in one line or two."""

    def arrange(
        self, search: QWidget, parts: Sequence[QWidget], right: Sequence[QWidget] = (), margins: QMargins | None = None
    ) -> None:
        """The search first, then the parts; what is `right` stays at the right end of the first line."""
        self._search, self._parts, self._right = search, tuple(parts), tuple(right)
        lines = QVBoxLayout(self)
        margins = margins or QMargins()
        self._sides = margins.left() + margins.right()
        lines.setContentsMargins(margins)
        lines.setSpacing(_GAP)
        top = QHBoxLayout()
        top.setSpacing(_GAP)
        lines.addLayout(top)
        self._lines = (QHBoxLayout(), QHBoxLayout())  # the second for what has no room in the first
        top.addWidget(search)
        top.addLayout(self._lines[0])
        lines.addLayout(self._lines[1])
        for part in parts:
            self._lines[0].addWidget(part)
        for line in self._lines:
            line.setSpacing(_GAP)
            line.addStretch(1)
        top.addStretch(1)
        for widget in right:
            top.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """Narrower than one line of everything: `fit` makes two."""
        return QSize(600, super().minimumSizeHint().height())

    def fit(self, width: int) -> None:
        """Make the search narrower where the row would not fit; what then still has no room goes below."""
        taken = sum(widget.sizeHint().width() + _GAP for widget in self._right if not widget.isHidden())
        room = width - self._sides - taken - _GAP
        shown = sum(part.sizeHint().width() + _GAP for part in self._parts if not part.isHidden())
        search = max(NARROW_SEARCH, min(SEARCH_WIDTH, room - shown))
        self._search.setFixedWidth(search)
        left, counts = room - search, [0, 0]
        for part in self._parts:
            if not part.isHidden():
                left -= part.sizeHint().width() + _GAP
            line = 1 if left < 0 else 0
            if self._lines[line].indexOf(part) != counts[line]:
                self._lines[1 - line].removeWidget(part)
                self._lines[line].insertWidget(counts[line], part)
            counts[line] += 1
