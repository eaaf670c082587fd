"""A screen that comes to the front takes the keys to its list, as the Enter on its button promises."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.focus import FocusRing
from tests.ui import keys
from tests.ui.case_desk import delivered_order
from tests.ui.keys import CTRL, focused
from tests.ui.windows import active_window


@pytest.fixture
def desk(filled_desk, now) -> Desk:
    filled_desk.cases.open(delivered_order(filled_desk), "S03", now)
    return filled_desk


@pytest.fixture
def window(qtbot, ctx, desk) -> MainWindow:
    shown = active_window(qtbot, ctx, desk)
    breathe(50)
    return shown


press = partial(keys.press, pause=50)  # a screen that comes to the front reads its list first


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
