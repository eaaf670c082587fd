"""The guides open by menu and F1, show every point of their files, and follow the language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimdesk.core.desk import Desk
from claimdesk.ui.guides.dialog import GuidesDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.widgets.labels import Plain
from tests.ui.windows import active_window


@pytest.fixture
def window(qtbot, ctx, filled_desk) -> MainWindow:
    return active_window(qtbot, ctx, filled_desk)


def said(dialog: GuidesDialog) -> list[str]:
    return [label.text() for label in dialog._page.findChildren(Plain)]


def dialog_of(window: MainWindow) -> GuidesDialog:
    (dialog,) = [one for one in window.findChildren(GuidesDialog) if one.isVisible()]
    return dialog


def test_without_data_there_is_nothing_to_read(qtbot, ctx) -> None:
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.dialogs.guides()
    window.dialogs.policy_check()
    assert not window.findChildren(GuidesDialog)


def test_f1_opens_the_guides_once(qtbot, window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    first = dialog_of(window)
    window.menus.action("guides").trigger()
    assert dialog_of(window) is first


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_point_of_every_guide_is_shown(qtbot, ctx, window, language) -> None:
    ctx.interface.choose(language)
    window.dialogs.guides()
    dialog = dialog_of(window)
    guides: tuple = ctx.desk.guides
    assert len(guides) >= 2
    for guide in guides:
        dialog.choose(guide.id)
        shown = said(dialog)
        assert shown[0] == guide.title.get(language)
        assert str(guide.checked.year) in shown[1]
        for section in guide.sections:
            assert section.title.get(language) in shown
            assert all(point.text.get(language) in shown for point in section.items)


def test_the_language_changes_at_once(qtbot, ctx, window) -> None:
    window.dialogs.guides()
    dialog = dialog_of(window)
    dialog.choose("warnings")
    ctx.interface.choose("zh")
    guide = next(one for one in ctx.desk.guides if one.id == "warnings")
    assert said(dialog)[0] == guide.title.zh, "the guide that was open stays open"
    assert dialog.windowTitle() == "指南"


def test_the_desk_holds_the_guides_of_its_files(window, ctx) -> None:
    desk: Desk = ctx.desk
    assert [guide.id for guide in desk.guides] == ["claims", "exporting", "warnings"]


def test_a_guide_that_is_asked_for_is_shown(qtbot, ctx, window) -> None:
    ctx.show_guide.emit("exporting")
    dialog = dialog_of(window)
    assert said(dialog)[0] == "How to export your orders"
    ctx.show_guide.emit("claims")
    assert dialog_of(window) is dialog and said(dialog)[0].startswith("How claims work")
