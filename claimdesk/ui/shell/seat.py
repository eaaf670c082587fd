"""One window over one data folder: a second start calls the first one to the front and goes."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

_LOCK = ".window.lock"
_CALL = ".window.call"  # laid down by the second start, taken away by the first one: it has heard
_PATIENCE = 4.0  # seconds for an answer
_GLANCE = 0.05


class Seat(QObject):
    """The place of the one window. `called()` when a later start wants it in front."""

    called = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # only a dead process loses it, never one that is old
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)

    def take(self) -> bool:
        """Whether the place is ours now; it is too where the folder cannot hold a lock: the desk then says what is wrong."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0) and self._lock.error() is QLockFile.LockError.LockFailedError:
            return False
        with suppress(OSError):
            (self._folder / _CALL).unlink(missing_ok=True)
        if self._folder.is_dir():
            self._watcher.addPath(str(self._folder))
        return True

    def call(self, patience: float = _PATIENCE) -> bool:
        """Ask the window that has the place to come to the front; whether it heard."""
        call, until = self._folder / _CALL, time.monotonic() + patience
        try:
            call.touch()
            while call.exists() and time.monotonic() < until:
                time.sleep(_GLANCE)
            return not call.exists()
        except OSError:
            return False

    def holder(self) -> str:
        """Who has the place, as far as the lock tells: process and computer; empty when it is unreadable."""
        process, computer, *_ = self._lock.getLockInfo()
        return f"{process} · {computer}" if computer else ""

    def take_anyway(self) -> bool:
        """Take the place from a holder that does not answer."""
        with suppress(OSError):
            (self._folder / _LOCK).unlink(missing_ok=True)
        return self.take()

    def leave(self) -> None:
        """Give the place up."""
        self._lock.unlock()

    def _look(self) -> None:
        with suppress(OSError):
            (self._folder / _CALL).unlink()
            self.called.emit()


class SeatQuestion(QMessageBox):
    """Another program seems to have the data open, and does not answer; leaving it alone is the safe button."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__()
        self.setObjectName("ask-seat")
        self.setWindowTitle("ClaimDesk")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("ClaimDesk seems to be open already, but does not answer."))
        self.setInformativeText(
            self.tr(
                "Data folder: {folder}\nOpened by: {holder}\n\nIf it is open on another computer, close it there first. "
                "If it was switched off or crashed, open it here: two programs that write at the same time wait for each "
                "other, and nothing is lost."
            ).format(folder=folder, holder=holder or self.tr("unknown"))
        )
        self.anyway = self.addButton(self.tr("Open anyway"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))


def seated(folder: Path) -> Seat | None:
    """The place over a data folder; None when a window that has it came to the front, or nobody wants a second one."""
    seat = Seat(folder)
    if seat.take():
        return seat
    if seat.call():
        return None
    if seat.take():  # it was just closing
        return seat
    question = SeatQuestion(folder, seat.holder())
    question.exec()
    return seat if question.clickedButton() is question.anyway and seat.take_anyway() else None
