"""Backups in the window: by themselves, on demand, and put back under the running program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton, QWidget

from claimdesk.core.desk import Desk
from claimdesk.core.keeping.keeping import Keeping
from claimdesk.core.records.backups import BackupKind
from claimdesk.ui.application import Application
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.keeping.restore_dialog import RestoreDialog
from tests.core.storage.filling import add_orders

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)


class Clock:
    """A time that a test can move on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def application(qapp: QApplication, app_settings: QSettings, clock: Clock) -> Iterator[Application]:
    app = Application(settings=app_settings, jobs=Jobs(), now=clock, language="en", theme="light")
    yield app
    app.close()
    app.ctx.interface.choose("en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = Desk.open(tmp_path / "data")
    add_orders(desk.store, {"order_no": "114-1"})
    desk.close()
    return tmp_path / "data"


def start(qtbot, application: Application, folder: Path) -> None:
    application.show_window(folder, lambda: Desk.open(folder), lambda: Keeping(folder))
    qtbot.waitUntil(lambda: application.ctx.desk is not None, timeout=20_000)


def settled(qtbot, application: Application) -> None:
    qtbot.waitUntil(lambda: not application.ctx.jobs.running(), timeout=20_000)


def dialog_of(qtbot, application: Application) -> RestoreDialog:
    assert application.window is not None
    application.window.menus.action("restore").trigger()
    window = application.window
    qtbot.waitUntil(lambda: window.findChild(RestoreDialog) is not None, timeout=20_000)
    dialog = window.findChild(RestoreDialog)
    assert dialog is not None
    return dialog


def orders(application: Application) -> int:
    assert application.ctx.desk is not None
    return application.ctx.desk.orders.count()


def test_a_backup_makes_itself_and_again_after_an_hour_with_changes(qtbot, application, folder, clock) -> None:
    start(qtbot, application, folder)
    window = application.window
    settled(qtbot, application)
    assert window.status.backup.main.text() == "Not backed up yet"
    for minutes, many in ((1, 1), (30, 1), (61, 1)):
        clock.now = NOW + timedelta(minutes=minutes)
        window.backups.look()
        settled(qtbot, application)
        assert len(Keeping(folder).backups()) == many
    assert window.status.backup.main.text() == "Last backup today 14:21"
    add_orders(application.ctx.desk.store, {"order_no": "114-2"})
    clock.now = NOW + timedelta(minutes=90)
    window.backups.look()
    settled(qtbot, application)
    assert len(Keeping(folder).backups()) == 1  # the last attempt was half an hour ago
    clock.now = NOW + timedelta(minutes=122)
    window.backups.look()
    settled(qtbot, application)
    assert [backup.kind for backup in Keeping(folder).backups()] == [BackupKind.AUTOMATIC] * 2
    assert window.status.backup.main.text() == "Last backup today 16:22"


def test_a_backup_that_cannot_be_made_is_told(qtbot, application, folder) -> None:
    start(qtbot, application, folder)
    (folder / "backups").write_text("in the way", "utf-8")
    application.window.backups.look()
    settled(qtbot, application)
    assert application.window.status.backup.main.text() == "No backup made"
    assert application.window.status.backup.toolTip()


def test_back_up_now_and_restore_from_the_menu(qtbot, application, folder, clock) -> None:
    start(qtbot, application, folder)
    first = application.window
    first.menus.action("back-up").trigger()
    qtbot.waitUntil(lambda: len(Keeping(folder).backups()) == 1, timeout=20_000)
    settled(qtbot, application)
    made = Keeping(folder).backups()[0]
    assert made.kind is BackupKind.BY_HAND
    add_orders(application.ctx.desk.store, {"order_no": "114-2"})
    clock.now += timedelta(minutes=5)
    dialog = dialog_of(qtbot, application)
    go, word = dialog.findChild(QPushButton, "restoreGo"), dialog.findChild(QLineEdit, "restoreWord")
    assert not go.isEnabled()
    qtbot.keyClicks(word, "restor")
    assert not go.isEnabled()
    qtbot.keyClicks(word, "e")
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: application.window is not first and application.ctx.desk is not None, timeout=30_000)
    assert orders(application) == 1
    assert Keeping(folder).backups()[0].kind is BackupKind.BEFORE_RESTORE
    toast = application.window.toast
    assert "Restored as of 17 Nov 2026" in toast._text
    # and back: what stood there before was kept
    clock.now += timedelta(minutes=5)
    second = application.window
    dialog = dialog_of(qtbot, application)
    assert dialog.list.value == str(Keeping(folder).backups()[0].file)
    qtbot.keyClicks(dialog.word, "RESTORE")
    qtbot.keyClick(dialog.word, Qt.Key.Key_Tab)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: application.window is not second and application.ctx.desk is not None, timeout=30_000)
    assert orders(application) == 2


def test_a_damaged_backup_leaves_the_data_and_opens_it_again(qtbot, application, folder, monkeypatch, tmp_path) -> None:
    start(qtbot, application, folder)
    first = application.window
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK no backup")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kwargs: (str(bad), ""))
    dialog = dialog_of(qtbot, application)
    qtbot.mouseClick(dialog.other, Qt.MouseButton.LeftButton)
    assert dialog.file == bad
    qtbot.keyClicks(dialog.word, "restore")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: application.window is not first and application.ctx.desk is not None, timeout=30_000)
    assert orders(application) == 1
    assert "bad.zip is not a backup" in application.window.toast._text


def test_data_that_is_damaged_can_be_put_right_from_the_first_page(qtbot, application, folder) -> None:
    Keeping(folder).back_up(NOW)
    (folder / "claimdesk.db").write_bytes(b"not a database at all" * 500)
    application.show_window(folder, lambda: Desk.open(folder), lambda: Keeping(folder))
    first = application.window
    qtbot.waitUntil(lambda: first.findChild(QWidget, "desk-problem") is not None, timeout=20_000)
    page = first.findChild(QWidget, "desk-problem")
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.findChild(RestoreDialog) is not None, timeout=20_000)
    dialog = first.findChild(RestoreDialog)
    assert not dialog.word.isVisibleTo(dialog)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: application.ctx.desk is not None, timeout=30_000)
    assert orders(application) == 1


def test_deadlines_are_exported_to_a_calendar_from_the_menu(qtbot, application, folder, monkeypatch, tmp_path) -> None:
    start(qtbot, application, folder)
    target = tmp_path / "dead lines.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(target), ""))
    application.window.menus.action("calendar").trigger()
    qtbot.waitUntil(target.exists, timeout=20_000)
    settled(qtbot, application)
    assert target.read_text("utf-8").startswith("BEGIN:VCALENDAR")
    assert application.window.toast._text == "Deadlines written to dead lines.ics: 0"


def test_the_dialog_speaks_chinese(qtbot, application, folder) -> None:
    application.ctx.interface.choose("zh")
    start(qtbot, application, folder)
    dialog = dialog_of(qtbot, application)
    assert dialog.windowTitle() == "恢复备份"
    dialog.word.setText("恢复")  # typed through an input method
    assert not dialog.go.isEnabled()  # there is no backup yet


def test_the_data_is_looked_through_from_the_tools_menu(qtbot, application, folder) -> None:
    start(qtbot, application, folder)
    told: list[str] = []
    application.ctx.toast.connect(lambda words, undo: told.append(words))
    application.window.menus.action("check-data").trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["Everything is whole: orders 1, cases 0, files of evidence 0."]


def test_damage_that_is_found_offers_a_backup(qtbot, application, folder) -> None:
    start(qtbot, application, folder)
    desk = application.ctx.desk
    case = desk.cases.open(desk.orders.find("114-1")[0].id, "S05", NOW)
    source = folder.parent / "photo.png"
    source.write_bytes(b"a picture")
    desk.cases.add_evidence(case, "photo", source, NOW)
    for stored in (path for path in (folder / "evidence").rglob("*") if path.is_file()):
        stored.chmod(0o600)
        stored.write_bytes(b"another")
    application.window.menus.action("check-data").trigger()
    found = lambda: application.window.findChild(QMessageBox, "damageFound")  # noqa: E731  # asked again and again
    qtbot.waitUntil(lambda: found() is not None, timeout=20_000)
    assert "is not what was stored" in found().informativeText()
    found().close()


def test_settings_show_the_backups_and_make_one(qtbot, application, folder) -> None:
    start(qtbot, application, folder)
    application.ctx.show_screen.emit("settings")
    card = application.window.findChild(QWidget, "settingsBackups")
    qtbot.waitUntil(lambda: card.newest.text() == "Not backed up yet", timeout=20_000)
    card.make.click()
    qtbot.waitUntil(lambda: card.newest.text() == "Last backup today 14:20", timeout=20_000)
    assert card._sum.text().startswith("1 backup, ")
    told: list[str] = []
    application.ctx.toast.connect(lambda words, undo: told.append(words))
    application.window.findChild(QPushButton, "settingsCheck").click()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].startswith("Everything is whole")
    card.restore.click()
    qtbot.waitUntil(lambda: application.window.findChild(RestoreDialog) is not None, timeout=20_000)
    application.window.findChild(RestoreDialog).reject()
