"""A screen that comes to the front takes the keys to its list, as the Enter on its button promises."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.focus import FocusRing
from tests.ui.case_desk import delivered_order, open_desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path, ctx, now) -> Iterator[Desk]:
    opened = open_desk(tmp_path, now)
    opened.cases.open(delivered_order(opened), "S03", now)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, ctx, desk) -> MainWindow:
    shown = MainWindow(ctx)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    ctx.use_desk(desk)
    breathe(50)
    return shown


def focused() -> str:
    focus = QApplication.focusWidget()
    return focus.objectName() if focus is not None else ""


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
    breathe(50)


def test_enter_on_the_first_page_opens_the_case_it_shows(window: MainWindow) -> None:
    assert focused() == "dueList"
    press(window, Qt.Key.Key_Return)
    assert window.here == "case"


PLACES = [
    (Qt.Key.Key_2, "casesTable"),
    (Qt.Key.Key_3, "orders_table"),
    (Qt.Key.Key_5, "template-tree"),
    (Qt.Key.Key_Comma, "settings-categories"),
]


@pytest.mark.parametrize("key, name", PLACES)
def test_a_place_that_is_gone_to_by_keys_has_them_in_its_list(window: MainWindow, key: Qt.Key, name: str) -> None:
    press(window, key, CTRL)
    assert focused() == name


@pytest.mark.parametrize("name", ["import", "reports"])
def test_a_page_without_a_list_rings_nothing_until_somebody_walks_into_it(window: MainWindow, name: str) -> None:
    window.go_to(name)
    breathe(50)
    ring = window.findChild(FocusRing)
    assert ring is not None and ring.isHidden()
    assert QApplication.focusWidget() is window.screen(name)
    press(window, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None and focus is not window.screen(name) and window.screen(name).isAncestorOf(focus)


def test_what_was_left_with_the_focus_has_it_again(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, CTRL)
    field = window.screen("cases").findChild(QWidget, "newCaseButton")
    assert field is not None
    field.setFocus()
    press(window, Qt.Key.Key_3, CTRL)
    press(window, Qt.Key.Key_2, CTRL)
    assert focused() == "newCaseButton"


def test_the_search_keeps_the_cursor_while_a_page_loads(window: MainWindow) -> None:
    press(window, Qt.Key.Key_K, CTRL)
    assert focused() == "global-search"
    window.go_to("cases")
    breathe(50)
    assert focused() == "global-search"
