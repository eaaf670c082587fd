"""Time goes by on the screen: once a minute, each second while a clock is in its last ten minutes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext


class Tick(QObject):
    """Calls `work` at every full minute of the clock."""

    def __init__(self, ctx: WindowContext, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._work = ctx, work
        self.each_second = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._arm()

    def hurry(self, urgent: bool) -> None:
        """Count seconds while a clock is nearly out."""
        if urgent != self.each_second:
            self.each_second = urgent
            self._arm()

    def _arm(self) -> None:
        second = self._ctx.now().second
        self._timer.start(1000 if self.each_second else (60 - second) * 1000 + 50)

    def _go(self) -> None:
        self._work()
        self._arm()
