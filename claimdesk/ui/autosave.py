"""When what is typed is kept: after a moment of quiet, and every few seconds while nobody pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

QUIET = 400  # ms after the last key
LONGEST = 3_000  # ms after the first key that is not kept yet


class AutosaveTimer(QTimer):
    """Calls `save` 400 ms after the last `touch`, and at most three seconds after the first one."""

    def __init__(self, save: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._since = QElapsedTimer()
        self.setSingleShot(True)
        self.setInterval(QUIET)
        self.timeout.connect(save)

    def touch(self) -> None:
        """Something was changed."""
        if not self.isActive():
            self._since.start()
        self.setInterval(max(0, min(QUIET, LONGEST - self._since.elapsed())))
        self.start()
