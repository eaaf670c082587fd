"""The running window program: the frame paints at once, the desk opens on the database lane and is handed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from claimdesk.core.records.tasks import Task
from claimdesk.ui.context import WindowContext
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.keeping.restoring import Restoring
from claimdesk.ui.language import Language
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.shell.mark import app_icon
from claimdesk.ui.shell.seat import seated
from claimdesk.ui.theme import Theme

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.keeping.keeping import Keeping


class Application:
    """One QApplication with its look, language and jobs; `settings`, `jobs` and `now` can be given by tests."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        settings: QSettings | None = None,
        jobs: Jobs | None = None,
        now: Callable[[], datetime] | None = None,
        language: str = "",
        theme: str = "",
    ) -> None:
        running = QApplication.instance()
        if running is None:
            QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        self.qt = running if isinstance(running, QApplication) else QApplication([*arguments] or ["claimdesk"])
        QCoreApplication.setApplicationName("ClaimDesk")
        self.qt.setApplicationDisplayName("")
        self.qt.setStyle("Fusion")
        self.settings = settings if settings is not None else _own_settings()
        interface = Language(self.qt, language or str(self.settings.value("language", "system")))
        look = Theme(self.qt, theme or str(self.settings.value("theme", "system")))
        self.qt.setWindowIcon(app_icon())
        self.ctx = WindowContext(
            jobs=jobs if jobs is not None else Jobs(), theme=look, interface=interface, settings=self.settings, now=now
        )
        self.window: MainWindow | None = None
        self._opener: Callable[[], Desk] | None = None
        self._restoring = Restoring(self.ctx, self._another_window, lambda: self._opener)

    def show_window(
        self, folder: Path, desk_opener: Callable[[], Desk], keeping: Callable[[], Keeping] | None = None
    ) -> MainWindow:
        """The window, shown; the desk is opened meanwhile and `ctx.desk_ready` tells when it is there.

        With `keeping` it makes backups by itself and puts them back on demand.
        """
        self.ctx.folder, self.ctx.keeping, self._opener = folder, keeping, desk_opener
        window = self._another_window()

        def opened(_: Task) -> tuple[Desk, str]:
            desk = desk_opener()
            return desk, desk.shop.profile().zone

        self.ctx.jobs.run(
            opened,
            owner=window,
            done=lambda found: self.ctx.use_desk(*found),
            failed=window.show_desk_problem,
            lane="database",
        )
        return window

    def _another_window(self) -> MainWindow:
        """A window that has nothing of the one before but its place on the screen."""
        old = self.window
        if old is not None:
            old.keep_geometry()
        self.window = MainWindow(self.ctx)
        self.window.show()
        if old is not None:
            old.hide()
            old.deleteLater()
        return self.window

    def open_window(
        self, folder: Path, desk_opener: Callable[[], Desk], keeping: Callable[[], Keeping] | None = None
    ) -> int:
        """Show the window and stay until it is closed; the process's exit status.

        Where a window over that folder is open already, that one comes to the front, and this is the end.
        """
        seat = seated(folder)
        if seat is None:
            return 0
        seat.called.connect(self._come_forward)
        self.show_window(folder, desk_opener, keeping)
        status = self.qt.exec()
        self.close()
        seat.leave()
        return int(status)

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()

    def close(self) -> None:
        """Stop what runs, let go of the data folder and of the window."""
        self.ctx.jobs.shut_down()
        desk, self.ctx.desk = self.ctx.desk, None
        if desk is not None:
            desk.close()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None


def _own_settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ClaimDesk", "window")
