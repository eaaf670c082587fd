"""What a test puts on the screen: the context of a window, the real window, one screen of it alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication

from claimdesk.core.desk import Desk
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.language import Language
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.screen import Screen
from claimdesk.ui.theme import Theme

S = TypeVar("S", bound=Screen)


def own_settings(folder: Path) -> QSettings:
    """Settings that no other test and no user sees."""
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


@contextmanager
def window_context(
    qapp: QApplication, jobs: Jobs, folder: Path, now: datetime, settings: QSettings | None = None
) -> Iterator[WindowContext]:
    """A context in English and light, without a desk; in the end its jobs are over and the look is as before."""
    qapp.setStyle("Fusion")
    interface, theme = Language(qapp, "en"), Theme(qapp, "light")
    yield WindowContext(
        jobs=jobs, theme=theme, interface=interface, settings=settings or own_settings(folder), now=lambda: now,
        folder=folder,
    )  # fmt: skip
    assert jobs.shut_down(20_000)
    interface.choose("en")
    theme.choose("light")
    # What was told to go later goes now, so that the next test starts with none of it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def active_window(qtbot, ctx: WindowContext, desk: Desk, size: tuple[int, int] | None = None) -> MainWindow:
    """The real window, active, so that keys reach it; it gets the desk when it is shown already, as at a start."""
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    if size is not None:
        window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ctx.use_desk(desk)
    return window


def alone(qtbot, screen: S, size: tuple[int, int] = (1363, 806)) -> S:
    """One screen without its window, filled from the desk of its context."""
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    screen.refresh(Changes(orders=True))
    return screen
