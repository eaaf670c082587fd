"""Time goes by on the screen: once a minute, each second while a clock is in its last ten minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from claimdesk.core.records.cases import CaseRow
    from claimdesk.ui.context import WindowContext

LAST_MINUTES = timedelta(minutes=10)


def last_minutes(rows: Iterable[CaseRow], now: datetime) -> bool:
    """Whether the next clock of one of these cases ends, or ended, within ten minutes: then seconds count."""
    dues = (row.next_deadline for row in rows)
    return any(due is not None and abs(due.safe - now) <= LAST_MINUTES for due in dues)


class Tick(QObject):
    """Calls `work` at every full minute of the clock, and every second while it was told to hurry."""

    def __init__(self, ctx: WindowContext, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._work = ctx, work
        self.each_second = False
        self._fresh, self._minute = True, ctx.now().replace(second=0, microsecond=0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self._arm()

    def hurry(self, urgent: bool) -> None:
        """Count seconds while a clock is nearly out."""
        if urgent != self.each_second:
            self.each_second = urgent
            self._arm()

    @property
    def is_minute(self) -> bool:
        """Whether the call under way is the first of its minute."""
        return self._fresh

    def _arm(self) -> None:
        second = self._ctx.now().second
        self._timer.start(1000 if self.each_second else (60 - second) * 1000 + 50)

    def _go(self) -> None:
        minute = self._ctx.now().replace(second=0, microsecond=0)
        self._fresh, self._minute = minute != self._minute, minute
        self._work()
        self._arm()
