"""The calendar of cases: each at its safe hour, walked by key, opened, and with what has no room behind a menu."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from claimdesk.ui.cases.calendar_grid import WEEKS, Spot, week_of
from claimdesk.ui.cases.screen import CasesScreen
from claimdesk.ui.context import Changes
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.times import local_day
from tests.core.storage.filling import add_orders
from tests.ui.case_desk import delivered_order, show
from tests.ui.order_sheets import GERMAN, LATE

ALL = Changes(orders=True, cases=True, settings=True)


@pytest.fixture
def cases(desk, now) -> dict[str, int]:
    """One overdue since two hours, one due in six hours, one in 45 hours; the first two fall on one day."""
    late, german = (desk.orders.find(row["Order number"])[0].id for row in (LATE, GERMAN))
    return {
        "over": desk.cases.open(late, "S05", now - timedelta(hours=50)),
        "today": desk.cases.open(delivered_order(desk), "S05", now - timedelta(hours=42)),
        "later": desk.cases.open(german, "S05", now - timedelta(hours=3)),
    }


def calendar_of(qtbot, ctx, **size: int) -> CasesScreen:
    screen = CasesScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen, **size)
    screen.view._buttons["calendar"].click()
    QTest.qWait(1)
    return screen


def test_cases_stand_on_their_day_by_their_hour(qtbot, ctx, cases, now) -> None:
    grid = calendar_of(qtbot, ctx).calendar.grid
    assert grid.first == week_of(local_day(now, ctx.home))
    over, today, later = (grid.spot(cases[name]) for name in ("over", "today", "later"))
    assert over is not None and today is not None and later is not None
    assert over.box.left() == today.box.left() and over.box.top() < today.box.top(), "one day, the earlier above"
    assert later.box.left() > today.box.left()


def test_the_view_is_kept_and_shares_filters_and_selection(qtbot, ctx, cases) -> None:
    screen = calendar_of(qtbot, ctx)
    grid = screen.calendar.grid
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=centre(grid.spot(cases["later"])))
    assert screen._chosen.text() == "1 selected"
    screen.view._buttons["list"].click()
    assert screen.table.selected_ids() == [cases["later"]]
    screen.view._buttons["calendar"].click()
    again = CasesScreen(ctx)
    again.refresh(ALL)
    assert again.in_calendar and again.view.value == "calendar"
    again.filters.due.set_values(("overdue",), tell=True)
    assert [row.id for row in again.calendar.grid.rows] == [cases["over"]]


def test_keys_walk_by_time_and_open(qtbot, ctx, cases) -> None:
    screen = calendar_of(qtbot, ctx)
    grid = screen.calendar.grid
    grid.setFocus()
    grid.choose(cases["over"])
    for key, name in ((Qt.Key.Key_Right, "today"), (Qt.Key.Key_Down, "later"), (Qt.Key.Key_Right, "later"),
                      (Qt.Key.Key_Left, "today")):  # fmt: skip
        QTest.keyClick(grid, key)
        assert grid.chosen == cases[name]
    assert "Dana Whitfield" in grid.accessibleDescription()
    with qtbot.waitSignal(ctx.open_case) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [cases["today"]]
    with qtbot.waitSignal(ctx.open_case) as opened:
        QTest.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=centre(grid.spot(cases["later"])))
    assert opened.args == [cases["later"]]


def test_other_weeks_and_back(qtbot, ctx, cases) -> None:
    screen = calendar_of(qtbot, ctx)
    calendar, first = screen.calendar, screen.calendar.grid.first
    calendar.forth.click()
    assert calendar.grid.first == first + timedelta(weeks=WEEKS - 1)
    assert calendar.earlier.isVisible() and calendar.earlier.text() == "3 earlier"
    calendar.earlier.click()
    assert calendar.grid.chosen == cases["over"] and calendar.grid.first == first
    QTest.keyClick(calendar.grid, Qt.Key.Key_PageUp)
    assert calendar.grid.first == first - timedelta(weeks=WEEKS - 1)
    calendar.today.click()
    assert calendar.grid.first == first and not calendar.earlier.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_what_has_no_room_is_behind_a_menu_and_the_chosen_is_in_sight(
    qtbot, ctx, desk, cases, now, monkeypatch
) -> None:
    orders = [
        {"order_no": f"112-0000000-{at:07}", "status": "shipped", "marketplace": "amazon.com"} for at in range(30)
    ]
    add_orders(desk.store, *orders)
    for at in range(30):
        desk.cases.open(desk.orders.find(f"112-0000000-{at:07}")[0].id, "S05", now - timedelta(hours=42, minutes=at))
    grid = calendar_of(qtbot, ctx, width=1044, height=586).calendar.grid
    rest = next(spot for spot in grid._spots if len(spot.rows) > 1)
    shown = [spot.rows[0].id for spot in grid._spots if len(spot.rows) == 1]
    assert len(rest.rows) + len(shown) == 33 and not {row.id for row in rest.rows} & set(shown)
    hidden = rest.rows[-1].id
    grid.choose(hidden)
    assert grid.spot(hidden) is not None
    rest = next(spot for spot in grid._spots if len(spot.rows) > 1)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=centre(rest))
    menu = grid.findChild(Menu)
    assert len(menu.actions()) == len(rest.rows)
    with qtbot.waitSignal(ctx.open_case) as opened:
        menu.actions()[0].trigger()
    assert opened.args == [rest.rows[0].id]
    menu.close()


def centre(spot: Spot | None) -> QPoint:
    assert spot is not None
    return spot.box.center().toPoint()
