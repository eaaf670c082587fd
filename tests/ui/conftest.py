"""What a test of the window stands on: a look, a language, settings of its own, jobs that run at once, a fixed now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from claimdesk.core.desk import Desk
from claimdesk.ui.context import WindowContext
from claimdesk.ui.jobs import InlineJobs, Jobs
from tests.ui.case_desk import open_desk
from tests.ui.windows import own_settings, window_context

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["claimdesk"]


@pytest.fixture
def app_settings(tmp_path: Path) -> QSettings:
    """Settings that no other test and no user sees."""
    return own_settings(tmp_path)


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
    with window_context(qapp, jobs, tmp_path, NOW, app_settings) as context:
        yield context


@pytest.fixture
def filled_desk(tmp_path: Path) -> Iterator[Desk]:
    """A real desk with four orders, which the context does not have yet."""
    opened = open_desk(tmp_path, NOW)
    yield opened
    opened.close()


@pytest.fixture
def desk(filled_desk: Desk, ctx: WindowContext) -> Desk:
    """A real desk with four orders, in the hands of the context; a test that wants another one opens its own."""
    ctx.use_desk(filled_desk)
    return filled_desk


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
