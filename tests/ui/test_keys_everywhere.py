"""Keys alone reach everything: F6 walks the panes, Tab goes by place, and every button has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from claimdesk.core.desk import Desk
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.shell.places import PLACES
from claimdesk.ui.tour.hands import breathe
from tests.ui.case_desk import delivered_order, walk_to
from tests.ui.keys import hit
from tests.ui.windows import active_window


@pytest.fixture
def desk(filled_desk) -> Desk:
    return filled_desk


@pytest.fixture
def window(qtbot, ctx, desk) -> MainWindow:
    return active_window(qtbot, ctx, desk, (1440, 900))


def holder(panes: tuple[QWidget, ...]) -> int:
    """Which of the panes has the focus; -1 for none of them."""
    focus = QApplication.focusWidget()
    found = [at for at, pane in enumerate(panes) if focus is pane or (focus is not None and pane.isAncestorOf(focus))]
    return found[0] if found else -1


def case_window(window: MainWindow, desk: Desk, now) -> QWidget:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    window.ctx.open_case.emit(case)
    breathe(5)
    return window.screen("case")


def test_f6_walks_the_panes_of_the_workspace_round_and_back(window, desk, now) -> None:
    screen = case_window(window, desk, now)
    panes = (window.menuWidget(), window.rail, *screen.panes_of())
    start = holder(panes)
    assert start == 4, "the step has the focus"
    walked = []
    for _ in panes:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        walked.append(holder(panes))
    assert walked == [5, 0, 1, 2, 3, 4]
    back = []
    for _ in panes:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        back.append(holder(panes))
    assert back == [3, 2, 1, 0, 5, 4]


def test_f6_comes_back_to_where_a_pane_was_left(window, desk, now) -> None:
    screen = case_window(window, desk, now)
    card = screen.centre.body._options.cards[-1]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is not card
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is card


@pytest.mark.parametrize("place", ["today", "cases", "orders", "settings"])
def test_f6_finds_something_on_every_screen(window, desk, now, place) -> None:
    desk.cases.open(delivered_order(desk), "S03", now)
    window.go_to(place)
    window.refresh_counts()
    screen = window.screen(place)
    screen.refresh(__import__("claimdesk.ui.context", fromlist=["Changes"]).Changes(True, True, True))
    reached = set()
    for _ in range(8):
        hit(window, Qt.Key.Key_F6)
        reached.add(holder(screen.panes_of()))
    assert len(reached - {-1}) >= 2


@pytest.mark.parametrize("step", ["claim_filed", "reply_buyer", "outcome"])
def test_tab_goes_head_steps_step_foot_context(window, desk, now, step) -> None:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    walk_to(desk, case, step, now)
    window.ctx.open_case.emit(case)
    breathe(60)
    screen = window.screen("case")
    assert screen.shown_step == step
    panes = (screen.header, screen.rail, screen.centre, screen.context)
    feet = []
    screen.header._back.setFocus()
    seen = [0]
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = holder(panes)
        if here == 2:
            feet.append(screen.centre.foot.isAncestorOf(QApplication.focusWidget()))
        if here != seen[-1]:
            seen.append(here)
        if here == -1:
            break
    assert seen == [0, 1, 2, 3, -1], "then the window's own search"
    assert feet == sorted(feet) and not feet[0], "the foot comes after the step"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_button_has_a_name(window, ctx, desk, now, language) -> None:
    ctx.interface.choose(language)
    case = desk.cases.open(delivered_order(desk), "S03", now)
    for place in PLACES:
        window.go_to(place)
    ctx.open_case.emit(case)
    for step in ("claim_filed", "reply_buyer"):
        walk_to(desk, case, step, now)
        ctx.open_case.emit(case)
        breathe(20)
    nameless = [
        f"{type(button).__name__} {button.objectName()} in {_path(button)}"
        for button in window.findChildren(QAbstractButton)
        if not (button.text() or button.accessibleName()) and not button.objectName().startswith("qt_")
        and button.isVisibleTo(window) and not isinstance(button.parentWidget(), QLineEdit)  # a picture in a field
    ]  # fmt: skip
    assert nameless == []


def _path(widget: QWidget) -> str:
    names = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 4:
        names.append(parent.objectName() or type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


def stops(window: MainWindow) -> list[QWidget]:
    """What Tab stops at, from the search of the window round to it again."""
    window.search.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(100):
        focus = QApplication.focusWidget()
        if focus is None or focus in found:
            return found
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    raise AssertionError("Tab never comes back")


@pytest.mark.parametrize("place", ["today", "orders", "cases", "import", "templates", "reports", "settings"])
def test_tab_follows_the_reading_order(window, desk, now, place) -> None:
    desk.cases.open(delivered_order(desk), "S03", now)
    window.go_to(place)
    breathe(80)
    before: dict[QWidget, QPoint] = {}
    screen = window.screen(place)
    for stop in (each for each in stops(window) if screen.isAncestorOf(each)):
        at = stop.mapTo(window, QPoint(0, 0))
        for other, there in before.items():
            # Nothing that Tab came to earlier stands wholly below and not to the left of what comes now.
            below = there.y() >= at.y() + stop.height() and other.isVisible()
            assert not (below and there.x() + other.width() > at.x()), (other.objectName(), stop.objectName())
        before[stop] = at


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_case_menu_is_greyed_where_no_case_is_open(window, ctx, desk, now, language) -> None:
    ctx.interface.choose(language)
    menu = window.menus.case_menu
    assert menu.menuAction().isVisible()
    greyed = [action.text() for action in menu.actions()]
    assert greyed and not any(action.isEnabled() for action in menu.actions())
    assert not set(menu.actions()) & set(window.menus.commands()), "the search offers what can be done"
    case_window(window, desk, now)
    assert [action.text() for action in menu.actions()] == greyed
    assert any(action.isEnabled() for action in menu.actions())
    window.go_to("orders")
    assert not any(action.isEnabled() for action in menu.actions())
