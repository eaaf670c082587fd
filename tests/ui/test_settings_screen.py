"""The Settings screen at the sizes a window may have, and the sheet of shortcuts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from claimdesk.ui.settings.columns import CardColumns
from claimdesk.ui.settings.screen import SettingsScreen
from claimdesk.ui.shell.about import ShortcutsDialog
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.labels import Plain
from tests.ui.case_desk import show


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width, beside", [(1044, False), (1364, True)])
def test_no_card_is_cut_off_in_a_narrow_window(qtbot, ctx, desk, language, width, beside) -> None:
    ctx.interface.choose(language)
    screen = SettingsScreen(ctx)
    show(qtbot, screen, width=width, height=616)
    breathe(5)
    page = screen.findChild(CardColumns)
    assert page.width() <= page.parentWidget().width()
    shop, look = screen.shop_card, screen.findChild(QWidget, "look-system")
    right = look.mapTo(page, look.rect().bottomRight())
    assert right.x() < page.width() - 24
    assert (right.y() < shop.mapTo(page, shop.rect().bottomLeft()).y() + 60) is beside


def test_the_sheet_of_shortcuts_names_commands_without_their_access_keys(qtbot, ctx) -> None:
    sent = QAction("标记为已发送")
    sent.setShortcuts(["Ctrl+Return", "Ctrl+Enter"])
    leave = QAction("退出(&Q)")
    leave.setShortcut("Ctrl+Q")
    files = QAction("&Import files…")
    files.setShortcuts(["Ctrl+O", "Ctrl+I"])
    dialog = ShortcutsDialog([sent, leave, files])
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(Plain)]
    assert {"退出", "Import files", "Ctrl+O, Ctrl+I"} <= set(said)
