"""Rows copied from a spreadsheet are imported by Ctrl+V or the button of the first page; a notice is still a notice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from claimdesk.core.desk import Desk
from claimdesk.ui.context import WindowContext
from claimdesk.ui.importing.pasted import PastedTables
from claimdesk.ui.importing.screen import ImportScreen
from claimdesk.ui.jobs import InlineJobs
from claimdesk.ui.main_window import MainWindow
from tests.journeys.waiting import settle, wait
from tests.ui.keys import CTRL, hit
from tests.ui.order_sheets import FOUR, HEADINGS
from tests.ui.windows import active_window, window_context

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
COPIED = "\r\n".join("\t".join(cells) for cells in (HEADINGS, *([row.get(h, "") for h in HEADINGS] for row in FOUR)))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def ctx(qapp: QApplication, tmp_path: Path) -> Iterator[WindowContext]:
    with window_context(qapp, InlineJobs(), tmp_path, NOW) as context:
        yield context


@pytest.fixture
def window(qtbot, ctx: WindowContext, desk: Desk) -> MainWindow:
    made = active_window(qtbot, ctx, desk)
    settle()
    return made


def preview_of(window: MainWindow):
    screen = window.screen("import")
    assert isinstance(screen, ImportScreen)
    wait(lambda: screen.session.entry is not None and screen.session.entry.preview is not None)
    return screen.session.entry.preview


def test_copied_rows_are_previewed_and_imported(window, desk) -> None:
    QGuiApplication.clipboard().setText(COPIED)
    hit(window, Qt.Key.Key_V, CTRL)
    settle()
    assert window.here == "import"
    assert preview_of(window).new == len(FOUR)
    screen = window.screen("import")
    assert isinstance(screen, ImportScreen)
    screen.session.write()
    wait(lambda: desk.orders.count() == len(FOUR))
    assert desk.orders.find("112-4098217-3356201")[0].lines[0].title == "夹式台灯 12 W 黑色"


def test_the_first_page_has_a_button_for_it(window) -> None:
    QGuiApplication.clipboard().setText(COPIED)
    window.findChild(QPushButton, "pasteTable").click()
    settle()
    assert window.here == "import" and preview_of(window).new == len(FOUR)


@pytest.mark.parametrize(
    "text",
    [
        "", "Hello,\nwhere is my order 112-4098217-3356201?\nThanks", "Order\t112-4098217-3356201\nReason\tNot received",
        "\t".join(HEADINGS),
    ],
)  # fmt: skip
def test_what_is_no_table_is_left_to_others(qapp, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    assert PastedTables().file_of(data, NOW, "Pasted table") is None


def test_files_that_were_copied_are_no_table(qapp, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    data.setText(COPIED)
    assert PastedTables().file_of(data, NOW, "Pasted table") is None


def test_the_copy_goes_with_the_program(qapp) -> None:
    data = QMimeData()
    data.setText(COPIED)
    tables = PastedTables()
    file = tables.file_of(data, NOW, "Pasted table")
    assert file is not None and file.read_bytes() == COPIED.encode()
    folder = file.parent
    del tables
    assert not folder.exists()


def test_a_table_that_cannot_be_kept_is_told_and_changes_nothing(window, ctx, desk, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(PastedTables, "file_of", full)
    told: list[str] = []
    ctx.toast.connect(lambda words, undo: told.append(words))
    hit(window, Qt.Key.Key_V, CTRL)
    settle()
    assert told == ["The copied table could not be read: no space left. Nothing was changed."]
    assert desk.orders.count() == 0
