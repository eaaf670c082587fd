"""The Orders screen on a real desk: find, filter, sort, read the pane, start a case, by mouse and by keys."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from claimdesk.core.desk import Desk
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.ui.context import Changes
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.orders.screen import LIST, NO_MATCH, NO_ORDERS, OrdersScreen
from tests.ui.order_sheets import FOUR, LATE, many, write_sheet
from tests.ui.orders_desk import NEWEST, numbers, screen, select
from tests.ui.windows import alone

__all__ = ["screen"]  # a fixture


def cell(screen: OrdersScreen, row: int, key: str) -> str:
    return screen.model.index(row, [c.key for c in screen.model.columns].index(key)).data()


def test_the_list_says_what_is_known(screen) -> None:
    assert numbers(screen) == NEWEST
    assert screen.head.aside.text() == "4"
    assert [cell(screen, 3, key) for key in ("purchased_at", "buyer", "total", "marketplace", "status", "deliver_by")] == [
        "29 Oct", "Nadia Kowalczyk", "$49.99", "Amazon US", "In transit", "6 days late",
    ]  # fmt: skip
    assert cell(screen, 1, "deliver_by") == "in 3 days"
    assert cell(screen, 2, "deliver_by") == "11 Nov"
    assert cell(screen, 1, "total") == "€39.90"


def test_before_the_desk_is_open_nothing_is_asked(ctx, qtbot) -> None:
    made = alone(qtbot, OrdersScreen(ctx))
    assert made.model.rowCount() == 0
    assert made.selected_order() == 0


@pytest.mark.parametrize("text, found", [
    ("nadia", {"NH-10482", "112-6631902-5574410"}),
    ("YT2630521000417755", {"028-4417705-1183920"}),
    ("5574410", {"112-6631902-5574410"}),
    ("KETTLE", {"028-4417705-1183920"}),
    ("  nadia lamp ", {"112-6631902-5574410"}),
])  # fmt: skip
def test_the_search_finds_by_number_buyer_tracking_and_item(screen, qtbot, text, found) -> None:
    with qtbot.waitSignal(screen.model.filled):
        qtbot.keyClicks(screen.filters.search, text)
    assert set(numbers(screen)) == found


def test_chinese_comes_by_an_input_method(screen, qtbot) -> None:
    field = screen.filters.search
    field.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString("台灯")
    with qtbot.waitSignal(screen.model.filled):
        QApplication.sendEvent(field, event)
    assert numbers(screen) == ["112-4098217-3356201"]


def test_no_match_names_the_filters_and_clears_them(screen, qtbot) -> None:
    screen.show_filter(OrderFilter(text="nobody", platforms=("amazon",), late=True))
    assert screen._stack.currentIndex() == NO_MATCH
    words = screen.no_match.detail.text()
    assert "nobody" in words
    assert "Platform: Amazon" in words
    assert "Late" in words
    qtbot.mouseClick(screen.no_match.button, Qt.MouseButton.LeftButton)
    assert screen._stack.currentIndex() == LIST
    assert numbers(screen) == NEWEST
    assert screen.filters.search.text() == ""


def test_no_orders_offers_the_import(ctx, tmp_path, qtbot) -> None:
    empty = Desk.open(tmp_path / "empty")
    ctx.use_desk(empty)
    made = alone(qtbot, OrdersScreen(ctx), (1043, 586))
    assert made._stack.currentIndex() == NO_ORDERS
    with qtbot.waitSignal(ctx.show_screen) as asked:
        qtbot.mouseClick(made.nothing.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["import"]
    empty.close()


@pytest.mark.parametrize("wanted, found", [
    (OrderFilter(platforms=("shopify",)), {"NH-10482"}),
    (OrderFilter(marketplaces=("amazon.de", "shopify")), {"028-4417705-1183920", "NH-10482"}),
    (OrderFilter(late=True), {"112-6631902-5574410"}),
    (OrderFilter(purchased_from="2026-11-11"), {"NH-10482"}),
    (OrderFilter(text="nadia", platforms=("amazon",)), {"112-6631902-5574410"}),
])  # fmt: skip
def test_filters_combine(screen, wanted, found) -> None:
    screen.show_filter(wanted)
    assert set(numbers(screen)) == found


def test_a_chip_turns_on_and_off(screen, qtbot) -> None:
    qtbot.mouseClick(screen.filters.late, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    assert numbers(screen) == ["112-6631902-5574410"]
    assert screen.filters.clear_all.isVisible()
    qtbot.mouseClick(screen.filters.late, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    assert numbers(screen) == NEWEST
    assert not screen.filters.clear_all.isVisible()


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_a_menu_chip_offers_what_there_is(screen, qtbot) -> None:
    qtbot.mouseClick(screen.filters.platform, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    menu = screen.filters.platform.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Amazon", "Shopify"]
    menu.actions()[1].trigger()
    menu.close()
    assert numbers(screen) == ["NH-10482"]


def test_the_last_days_count_from_today(screen) -> None:
    screen.filters.ordered.set_values(("7",), tell=True)
    assert screen.filters.filter.purchased_from == "2026-11-11"
    assert screen.filters.ordered.accessibleName() == "Ordered: last 7 days"
    assert numbers(screen) == ["NH-10482"]


def test_a_click_on_a_heading_sorts_in_sql_and_is_kept(screen, ctx, qtbot) -> None:
    section = [c.key for c in screen.model.columns].index("total")
    heading = screen.table.horizontalHeader()
    spot = QPoint(heading.sectionViewportPosition(section) + 10, 12)
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert numbers(screen)[0] == "NH-10482"
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert numbers(screen)[0] == "112-4098217-3356201"
    again = OrdersScreen(ctx)
    qtbot.addWidget(again)
    assert (again._query.sort, again._query.descending) == ("total", False)


def test_the_pane_shows_the_order_and_what_fits_it(screen, desk, now) -> None:
    select(screen, LATE["Order number"])
    assert screen.pane.number.text() == LATE["Order number"]
    best = screen.pane.suggestion
    fitting = desk.cases.suggest(screen.selected_order(), now)
    assert fitting[0].scenario.id == "S05"
    assert best._title.text() == fitting[0].scenario.title.en
    assert best._why.text() == " ".join(reason.en for reason in fitting[0].because)
    assert best._rows.count() == min(3, len(fitting) - 1)
    assert screen.selected_order() == screen.table.selected_ids()[0]
    facts = dict(screen.pane.facts._rows(screen.pane._details.order))
    assert facts["Shipped"] == "31 Oct, 1 day before the limit"
    assert facts["Delivery window"] == "6 Nov to 11 Nov"
    assert facts["Tracking"] == "YT2630521000417702"
    assert [scan[1] for scan in screen.pane.way._scans][:2] == ["Last scan by YunExpress", "Accepted by YunExpress"]


def test_open_case_opens_by_the_suggestion_and_then_goes_on(screen, ctx, desk, now, qtbot) -> None:
    select(screen, LATE["Order number"])
    button = screen.findChild(QPushButton, "orders_open_case")
    with qtbot.waitSignal(ctx.open_case) as opened:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    case = desk.cases.case(opened.args[0])
    assert case.scenario == "S05"
    screen.refresh(Changes(cases=True))
    assert button.text() == "Continue"
    with qtbot.waitSignal(ctx.open_case) as again:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert again.args == opened.args, "an order with an open case goes on with it"
    assert len(desk.cases.of_order(case.order_id, now)) == 1


def test_keys_alone_open_a_case(screen, ctx, desk, qtbot) -> None:
    screen.focus_search()
    assert screen.filters.search.hasFocus()
    with qtbot.waitSignal(screen.model.filled):
        qtbot.keyClicks(screen.filters.search, "5574410")
    screen.table.setFocus()
    with qtbot.waitSignal(ctx.open_case) as opened:
        qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert desk.cases.case(opened.args[0]).order_id == screen.selected_order()


def test_all_scenarios_ask_for_the_dialog(screen, ctx, qtbot) -> None:
    select(screen, LATE["Order number"])
    with qtbot.waitSignal(ctx.new_case) as asked:
        qtbot.mouseClick(screen.pane.suggestion.all, Qt.MouseButton.LeftButton)
    assert asked.args == [screen.selected_order()]


def test_copy_puts_the_number_on_the_clipboard(screen, qtbot) -> None:
    select(screen, LATE["Order number"])
    qtbot.mouseClick(screen.pane.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == LATE["Order number"]


def test_the_copy_key_takes_the_selected_numbers(screen, qtbot) -> None:
    screen.table.selectAll()
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert sorted(QGuiApplication.clipboard().text().split("\n")) == sorted(NEWEST)


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_context_menu_repeats_what_the_pane_offers(screen, ctx, qtbot) -> None:
    select(screen, LATE["Order number"])
    screen._show_menu(QPoint(10, 10))
    menu = screen.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Copy order number", "Open case", "Choose a scenario…"]
    with qtbot.waitSignal(ctx.new_case) as asked:
        menu.actions()[2].trigger()
    menu.close()
    assert asked.args == [screen.selected_order()]


def test_several_rows_are_summed_up(screen) -> None:
    screen.table.selectAll()
    assert screen.pane._sum_title.text() == "4 orders selected"
    assert "in total" not in screen.pane._sum_lines.text(), "dollars and euros are not added up"
    assert screen.selected_order() == 0
    screen.show_filter(OrderFilter(text="nadia"))
    screen.table.selectAll()
    assert "$178.99 in total" in screen.pane._sum_lines.text()


def test_history_shows_the_buyers_other_orders(screen) -> None:
    select(screen, LATE["Order number"])
    history = screen.pane.history
    assert history.tabs.tabText(2) == "Cases 0"
    assert history._summary(()) == "first order known"


def test_new_orders_keep_the_selection_and_the_place(screen, desk, tmp_path, now) -> None:
    desk.imports.run([write_sheet(tmp_path / "more.csv", many(500))], at=now)
    screen.show_filter(OrderFilter(text="Buyer"))
    screen.table.scrollToBottom()
    QTest.qWait(1)
    screen.table.select_row(450)
    chosen, place = screen.table.selected_ids(), screen.table.verticalScrollBar().value()
    screen.refresh(Changes(orders=True))
    assert screen.table.selected_ids() == chosen
    assert screen.table.verticalScrollBar().value() == place


def test_a_narrow_window_has_a_drawer(screen, qtbot) -> None:
    screen.resize(1043, 586)
    assert screen.holder.is_drawer
    assert not screen.pane.isVisible()
    screen.toggle_context()
    assert screen.pane.isVisible()
    qtbot.keyClick(screen.table, Qt.Key.Key_Escape)
    assert not screen.pane.isVisible()
    screen.table.select_row(0)
    qtbot.keyClick(screen.table, Qt.Key.Key_Space)
    assert screen.pane.isVisible()
    screen.resize(1363, 806)
    assert screen.pane.isVisible()
    assert not screen.holder.is_drawer


def test_columns_can_be_hidden_and_stay_hidden(screen, ctx, qtbot) -> None:
    screen._show_column("buyer", on=False)
    section = [c.key for c in screen.model.columns].index("buyer")
    assert screen.table.isColumnHidden(section)
    again = OrdersScreen(ctx)
    qtbot.addWidget(again)
    assert again.table.isColumnHidden(section)


def test_a_failed_question_keeps_the_rows_and_offers_retry(screen, ctx, desk, monkeypatch, qtbot) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise Problem("data_unreadable")

    monkeypatch.setattr(desk.orders, "page", broken)
    screen.show_filter(OrderFilter(late=True))
    assert screen.error.isVisible()
    assert numbers(screen) == NEWEST
    monkeypatch.undo()
    qtbot.mouseClick(screen.error._button, Qt.MouseButton.LeftButton)
    assert not screen.error.isVisible()
    assert numbers(screen) == ["112-6631902-5574410"]


def test_switching_the_language_says_everything_again(screen, ctx) -> None:
    select(screen, LATE["Order number"])
    ctx.interface.choose("zh")
    screen.retranslate()
    assert cell(screen, 3, "marketplace") == "亚马逊美国"
    assert cell(screen, 3, "purchased_at") == "10-29"
    assert screen.pane.suggestion._title.text() == "未收到货：已超过最晚送达日"


def test_typing_never_waits_for_the_list(ctx, desk, tmp_path, now, qtbot, monkeypatch) -> None:
    """With threads: every key is taken while a slow answer is under way, and the old rows stay until the new are there."""
    threads = Jobs()
    ctx.jobs = threads
    slow = desk.orders.page

    def page(*given: Any, **more: Any) -> Any:
        QTest.qSleep(120)
        return slow(*given, **more)

    made = alone(qtbot, OrdersScreen(ctx))
    qtbot.waitUntil(lambda: made.model.rowCount() == 4)
    monkeypatch.setattr(desk.orders, "page", page)
    for letter in "jonas":
        qtbot.keyClick(made.filters.search, letter)
        assert made.model.rowCount() == 4
        QTest.qWait(20)
    assert made.filters.search.text() == "jonas"
    qtbot.waitUntil(lambda: made.model.rowCount() == 1, timeout=5000)
    assert numbers(made) == ["028-4417705-1183920"]
    threads.shut_down()


def test_the_list_of_many_orders_is_asked_by_pages(ctx, desk, tmp_path, now, qtbot, monkeypatch) -> None:
    desk.imports.run([write_sheet(tmp_path / "more.csv", many(1500))], at=now + timedelta(hours=1))
    asked: list[tuple[int, int]] = []
    page = desk.orders.page
    monkeypatch.setattr(desk.orders, "page",
                        lambda wanted, **g: (asked.append((g["offset"], g["limit"])), page(wanted, **g))[1])  # fmt: skip
    made = alone(qtbot, OrdersScreen(ctx))
    QTest.qWait(1)
    assert asked == [(0, 200)]
    assert made.foot.count.text() == f"{1500 + len(FOUR):,}"
    made.table.scrollToBottom()
    qtbot.waitUntil(lambda: made.model.peek(1500) is not None)
    assert len(asked) <= 3
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
