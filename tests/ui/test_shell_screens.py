"""Settings and Reports over a desk of plain records; Templates without one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from claimdesk.core.records.problems import Problem
from claimdesk.ui.context import Changes
from claimdesk.ui.reports.screen import ReportsScreen
from claimdesk.ui.settings.screen import SettingsScreen
from claimdesk.ui.templates.screen import TemplatesScreen
from tests.ui.desks import PlainDesk

EVERYTHING = Changes(orders=True, cases=True, settings=True)


@pytest.fixture
def desk(ctx, tmp_path):
    opened = PlainDesk(tmp_path)
    ctx.use_desk(opened)
    return opened


@pytest.fixture
def show(qtbot):
    def shown(screen):
        qtbot.addWidget(screen)
        screen.resize(1364, 836)
        screen.show()
        screen.refresh(EVERYTHING)
        qtbot.wait(1)  # pages inside pages are laid out one after another
        return screen

    return shown


@pytest.mark.parametrize("kind", [SettingsScreen, TemplatesScreen, ReportsScreen])
def test_every_screen_stands_without_a_desk(ctx, show, kind) -> None:
    screen = show(kind(ctx))
    ctx.interface.choose("zh")
    assert screen.head.title.text() in {"设置", "模板", "报表"}


def test_a_setting_is_kept_when_its_field_is_left(qtbot, ctx, desk, show) -> None:
    screen = show(SettingsScreen(ctx))
    assert screen.shop_name.text() == "Northlight Home"
    heard = []
    ctx.changed.connect(heard.append)
    screen.shop_name.selectAll()
    qtbot.keyClicks(screen.shop_name, "  Harbour Lights ")
    screen.shop_name.editingFinished.emit()
    assert desk.profile.name == "Harbour Lights"
    assert heard == [Changes(settings=True)]


def test_a_setting_is_kept_soon_after_the_last_key(qtbot, ctx, desk, show) -> None:
    screen = show(SettingsScreen(ctx))
    qtbot.keyClicks(screen.signature, "da")
    assert desk.profile.signature == "Lin"
    qtbot.waitUntil(lambda: desk.profile.signature == "Linda")


def test_a_setting_can_be_taken_back_and_put_again(qtbot, ctx, desk, show) -> None:
    screen = show(SettingsScreen(ctx))
    assert not screen.undo()
    screen.route.setText("5 Mill Lane")
    screen.route.editingFinished.emit()
    screen.zone.setCurrentIndex(screen.zone.findData("Europe/Berlin"))
    screen.zone.activated.emit(screen.zone.currentIndex())
    assert (desk.profile.return_route, desk.profile.zone) == ("5 Mill Lane", "Europe/Berlin")
    assert screen.undo()
    assert (desk.profile.return_route, desk.profile.zone) == ("5 Mill Lane", "Asia/Shanghai")
    assert screen.undo()
    assert desk.profile.return_route == ""
    assert screen.redo()
    assert desk.profile.return_route == "5 Mill Lane"


def test_nothing_is_written_when_nothing_changed(ctx, desk, show) -> None:
    screen = show(SettingsScreen(ctx))
    before = desk.profile
    screen.shop_name.editingFinished.emit()
    assert desk.profile is before


def test_look_and_language_are_chosen_in_settings(qtbot, ctx, desk, show) -> None:
    screen = show(SettingsScreen(ctx))
    qtbot.mouseClick(screen.findChild(QWidget, "look-dark"), Qt.MouseButton.LeftButton)
    assert ctx.theme.is_dark
    qtbot.mouseClick(screen.findChild(QWidget, "segment-zh"), Qt.MouseButton.LeftButton)
    assert ctx.language == "zh"
    assert screen.head.title.text() == "设置"
    assert ctx.settings.value("theme") == "dark"


def test_reports_say_what_they_hold_for_the_days_chosen(qtbot, ctx, desk, show) -> None:
    screen = show(ReportsScreen(ctx))
    assert screen.days() == (None, None)
    assert [number.text() for _, number in screen.pane.sheets] == ["", "3 rows", "2 rows"]
    qtbot.mouseClick(screen.findChild(QWidget, "segment-month"), Qt.MouseButton.LeftButton)
    assert screen.days() == (date(2026, 10, 19), date(2026, 11, 17))
    assert desk.asked[-1].purchased_from == "2026-10-19"
    qtbot.mouseClick(screen.findChild(QWidget, "segment-custom"), Qt.MouseButton.LeftButton)
    screen.first.setDate(date(2026, 11, 20))
    screen.last.setDate(date(2026, 11, 10))
    assert screen.days() == (date(2026, 11, 10), date(2026, 11, 20))


def test_a_workbook_is_written_and_named(qtbot, ctx, desk, show, tmp_path, monkeypatch) -> None:
    screen = show(ReportsScreen(ctx))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Claims"), ""))
    screen.pane.language.set_value("zh")
    qtbot.mouseClick(screen.findChild(QWidget, "export"), Qt.MouseButton.LeftButton)
    assert (tmp_path / "Claims.xlsx").is_file()
    assert desk.workbooks[-1]["language"] == "zh"
    assert screen.pane.result.isVisible()
    assert screen.pane.file.text() == "Claims.xlsx"
    assert "5 rows" in screen.pane.detail.text()
    assert ctx.settings.value("export/folder") == str(tmp_path)


def test_a_workbook_that_cannot_be_written_says_why_in_place(ctx, desk, show, tmp_path) -> None:
    screen = show(ReportsScreen(ctx))

    def fail(*_args, **_given):
        raise Problem("report_unwritable", file="Claims.xlsx")

    desk.reports.workbook = fail
    screen.pane.export_to(tmp_path / "Claims.xlsx")
    assert screen.pane.problem.isVisible()
    assert screen.pane.button.isEnabled()
    assert not screen.pane.progress.isVisible()


def test_a_dialog_that_is_left_writes_nothing(ctx, desk, show, monkeypatch) -> None:
    screen = show(ReportsScreen(ctx))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    screen.export()
    assert desk.workbooks == []
