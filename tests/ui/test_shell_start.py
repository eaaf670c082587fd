"""Starting: what the first frame may import, and that the desk comes later and by the database lane."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from claimdesk.core.records.problems import Problem
from claimdesk.ui.application import Application
from claimdesk.ui.jobs import Jobs
from tests.ui.desks import NOW, PlainDesk

ROOT = Path(__file__).resolve().parents[2]
# Each costs between 20 and 370 ms and none is needed to paint the frame.
LATER = {"alembic", "babel", "holidays", "jinja2", "numpy", "opencc", "openpyxl", "pydantic", "python_calamine", "qtawesome",
         "qtpy", "rapidfuzz", "spellchecker", "sqlalchemy", "sqlite3", "sqlmodel"}  # fmt: skip


def test_the_frame_imports_nothing_heavy() -> None:
    code = "import sys, claimdesk.ui.application; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert LATER & set(out.stdout.split()) == set()


@pytest.fixture
def application(qapp, qtbot, app_settings):
    lanes = Jobs()
    app = Application(settings=app_settings, jobs=lanes, now=lambda: NOW, language="en", theme="light")
    yield app
    app.close()


def test_the_window_is_there_before_the_desk(qtbot, application, tmp_path) -> None:
    gate, threads = threading.Event(), []

    def opener() -> PlainDesk:
        threads.append(threading.get_ident())
        assert gate.wait(10)
        return PlainDesk(tmp_path)

    window = application.show_window(tmp_path, opener)
    assert window.isVisible()
    assert application.ctx.desk is None
    with qtbot.waitSignal(application.ctx.desk_ready):
        gate.set()
    qtbot.waitUntil(lambda: window.windowTitle() == "Northlight Home — ClaimDesk")
    assert threads[0] != threading.get_ident()


def test_data_that_cannot_be_opened_leaves_a_window_that_says_so(qtbot, application, tmp_path) -> None:
    def opener() -> PlainDesk:
        raise Problem("data_newer")

    window = application.show_window(tmp_path, opener)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "desk-problem") is not None)
    assert application.ctx.desk is None


def test_closing_lets_go_of_the_data(qtbot, application, tmp_path) -> None:
    desk = PlainDesk(tmp_path)
    application.show_window(tmp_path, lambda: desk)
    qtbot.waitUntil(lambda: application.ctx.desk is desk)
    application.close()
    assert desk.closed
    assert application.window is None


def test_choices_of_the_last_time_are_shown_again(qapp, app_settings: QSettings) -> None:
    app_settings.setValue("theme", "dark")
    app_settings.setValue("language", "zh")
    app = Application(settings=app_settings, jobs=Jobs())
    assert app.ctx.theme.is_dark
    assert app.ctx.language == "zh"
    app.ctx.theme.choose("light")
    app.ctx.interface.choose("en")
