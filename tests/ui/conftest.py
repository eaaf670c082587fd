"""What a test of the window stands on: a look, a language, settings of its own, jobs that run at once, a fixed now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from claimdesk.core.desk import Desk
from claimdesk.ui.context import WindowContext
from claimdesk.ui.jobs import InlineJobs, Jobs
from claimdesk.ui.language import Language
from claimdesk.ui.theme import Theme
from tests.ui.case_desk import open_desk

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["claimdesk"]


@pytest.fixture
def app_settings(tmp_path: Path) -> QSettings:
    """Settings that no other test and no user sees."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def now() -> datetime:
    """A Tuesday in November, 14:20 in Beijing."""
    return NOW


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    """Jobs that are over when `run` returns; a test of threads asks for its own."""
    return InlineJobs()


@pytest.fixture
def ctx(qapp: QApplication, jobs: Jobs, app_settings: QSettings, tmp_path: Path) -> Iterator[WindowContext]:
    """A context in English and light, without a desk."""
    qapp.setStyle("Fusion")
    interface, theme = Language(qapp, "en"), Theme(qapp, "light")
    context = WindowContext(
        jobs=jobs, theme=theme, interface=interface, settings=app_settings, now=lambda: NOW, folder=tmp_path
    )
    yield context
    jobs.shut_down(2_000)
    interface.choose("en")
    theme.choose("light")
    # What was told to go later goes now, so that the next test starts with none of it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(tmp_path: Path, ctx: WindowContext) -> Iterator[Desk]:
    """A real desk with four orders, in the hands of the context; a test that wants another one opens its own."""
    opened = open_desk(tmp_path, NOW)
    ctx.use_desk(opened)
    yield opened
    opened.close()


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A real desk without orders, which the context does not have yet."""
    opened = Desk.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody answers would stop the run: it fails instead. A test that expects one patches it."""

    def unexpected(*_args: object, **_kwargs: object) -> object:
        raise AssertionError("an unexpected dialog")

    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, unexpected)
    for name in ("question", "warning", "information", "critical"):
        monkeypatch.setattr(QMessageBox, name, unexpected)
    monkeypatch.setattr(QDialog, "exec", unexpected)
