"""The list of cases and Today on real services: filters, sort, search, groups, charts, the first run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog

from claimdesk.core.records.cases import CaseStatus
from claimdesk.ui.case.status_words import status_words
from claimdesk.ui.cases.filters import CaseQuery
from claimdesk.ui.cases.screen import LIST, NO_CASES, NO_MATCH, CasesScreen
from claimdesk.ui.cases.side_list import FilterItem
from claimdesk.ui.cases.table_paint import SIDE
from claimdesk.ui.context import Changes
from claimdesk.ui.fonts import role_font
from claimdesk.ui.widgets.painting import chip_width, text_width
from tests.ui.case_desk import delivered_order, show, walk_to
from tests.ui.order_sheets import GERMAN, LATE, SHOP, write_sheet

ALL = Changes(orders=True, cases=True, settings=True)


@pytest.fixture
def cases(desk, now) -> dict[str, int]:
    """Four cases: late and due, delivered and waiting for the buyer, one closed with an outcome, one on the shop."""
    late, german, shop = (desk.orders.find(row["Order number"])[0].id for row in (LATE, GERMAN, SHOP))
    made = {
        "late": desk.cases.open(late, "S05", now - timedelta(hours=47)),
        "waiting": desk.cases.open(delivered_order(desk), "S03", now - timedelta(hours=3)),
        "closed": desk.cases.open(german, "S04", now - timedelta(days=20)),
        "shop": desk.cases.open(shop, "S05", now - timedelta(hours=1)),
    }
    walk_to(desk, made["waiting"], "wait_buyer", now)
    desk.cases.record_outcome(made["closed"], "denied", "not_counted", None, now - timedelta(days=5))
    return made


def screen_of(qtbot, ctx) -> CasesScreen:
    screen = CasesScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen)
    return screen


def shown(screen) -> list[int]:
    return [row.id for row in screen.table._model.rows]


def test_what_is_due_first_stands_first(qtbot, ctx, cases, desk, now) -> None:
    screen = screen_of(qtbot, ctx)
    assert screen._pages.currentIndex() == LIST
    rows = screen.table._model.rows
    assert cases["closed"] not in shown(screen) and len(rows) == 3
    due = [row.next_deadline.safe for row in rows if row.next_deadline]
    assert due == sorted(due) and rows[0].id == cases["late"]
    assert screen.head.aside.text() == "3 open"
    assert screen._count.text() == "3 cases"
    assert "$" in screen._risk.text()


def test_saved_filters_count_and_narrow(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    count = {value: item.count for value, item in screen.side._items.items()}
    assert (count["open"], count["closed"], count["waiting_buyer"]) == (3, 1, 1)
    assert count["family:not_received"] == 3
    assert screen.side._items["family:returns"].isHidden()
    screen.side._items["waiting_buyer"].click()
    assert shown(screen) == [cases["waiting"]]
    screen.side._items["closed"].click()
    assert shown(screen) == [cases["closed"]]
    again = screen_of(qtbot, ctx)
    assert again.side.value == "closed" and shown(again) == [cases["closed"]], "the filter is remembered"


def test_search_looks_at_number_buyer_order_and_scenario(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    for text, found in (
        ("whitfield", "waiting"),
        (LATE["Order number"], "late"),
        ("c-0004", "shop"),
        ("签收", "waiting"),
    ):
        screen.filters.search.setText(text)
        screen.filters.search.searched.emit(text)
        assert shown(screen) == [cases[found]], text
    screen.filters.search.searched.emit("nobody at all")
    assert screen._pages.currentIndex() == NO_MATCH
    screen.no_match.clicked.emit()
    assert len(shown(screen)) == 3 and not screen.filters.search.text()


def test_platform_and_scenario_chips(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    assert {value for value, _ in screen.filters.platform._choices} == {"amazon", "shopify"}
    screen.filters.platform.set_values(("shopify",), tell=True)
    assert shown(screen) == [cases["shop"]]
    screen.filters.scenario.set_values(("S03",), tell=True)
    assert screen._pages.currentIndex() == NO_MATCH
    screen.filters.clear.click()
    assert len(shown(screen)) == 3


def test_headings_sort(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    screen.table.sort_asked.emit("case")
    assert shown(screen) == sorted(shown(screen))
    screen.table.sort_asked.emit("case")
    assert shown(screen) == sorted(shown(screen), reverse=True)
    screen.table.sort_asked.emit("deadline")
    assert shown(screen)[0] == cases["late"]


def test_enter_and_double_click_open(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    with qtbot.waitSignal(ctx.open_case) as opened:
        screen.table.setFocus()
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == [cases["late"]]
    spot = screen.table.visualRect(screen.table._model.index(1, 1)).center()
    with qtbot.waitSignal(ctx.open_case) as opened:
        QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        QTest.mouseDClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [shown(screen)[1]]


def test_the_selection_survives_new_rows(qtbot, ctx, cases, desk, now) -> None:
    screen = screen_of(qtbot, ctx)
    at = shown(screen).index(cases["shop"])
    screen.table.selectRow(at)
    desk.cases.close(cases["late"], now)
    screen.refresh(Changes(cases=True))
    assert screen.table.selected_ids() == [cases["shop"]]
    assert screen.selected_order() == desk.cases.case(cases["shop"]).order_id


def test_no_cases_yet(qtbot, ctx, desk) -> None:
    screen = screen_of(qtbot, ctx)
    assert screen._pages.currentIndex() == NO_CASES
    with qtbot.waitSignal(ctx.new_case):
        screen.no_cases.clicked.emit()


def test_every_status_has_words(now) -> None:
    from dataclasses import replace

    from claimdesk.ui.case.status_words import status_words
    from tests.ui.desks import case_row

    said = {status_words(replace(case_row(1), status=status), now).text for status in CaseStatus}
    assert len(said) == len(CaseStatus)


def test_rows_are_painted_with_their_countdown(qtbot, ctx, cases) -> None:
    """A row is painted anew each minute: the picture of its deadline changes when time goes by."""
    screen = screen_of(qtbot, ctx)
    before = screen.table.grab().toImage()
    later = datetime(2026, 11, 17, 9, 20, tzinfo=UTC)
    ctx.now = lambda: later
    screen._tick._go()
    QTest.qWait(1)
    assert screen.table.grab().toImage() != before
    assert screen.table.viewport().rect().contains(QPoint(5, 5))


def test_filters_and_the_selected_case_are_there_again_after_a_restart(qtbot, ctx, cases) -> None:
    first = screen_of(qtbot, ctx)
    first.filters.platform.set_values(("amazon",), tell=True)
    first.filters.search.setText("never kept")
    first.table.selectRow(1)
    chosen = first.table.selected_ids()
    again = screen_of(qtbot, ctx)
    assert again._query.platforms == again.filters.platform.values == ("amazon",) and again._query.text == ""
    assert again.table.selected_ids() == chosen and cases["shop"] not in shown(again)


def test_several_shops_are_named_and_narrow_the_list(qtbot, ctx, cases, desk, tmp_path, now) -> None:
    assert not screen_of(qtbot, ctx).filters.shop.isVisible()
    other = write_sheet(tmp_path / "other.csv", [{**SHOP, "Order number": "NH-77"}])
    desk.imports.run([other], shop="Lamps", at=now)
    theirs = desk.cases.open(desk.orders.find("NH-77")[0].id, "S05", now)
    screen = screen_of(qtbot, ctx)
    assert screen.filters.shop.isVisible()
    keys = [column.key for column in screen.table._model.columns]
    assert screen.table._model.columns[keys.index("platform")].title == "Platform, shop"
    at = screen.table._model.index(shown(screen).index(theirs), keys.index("platform"))
    assert at.data() == "Shopify, Lamps"
    screen.filters.shop.set_values(("2",), tell=True)
    assert shown(screen) == [theirs]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_titles_have_the_room_that_the_other_columns_do_not_need(qtbot, ctx, cases, language) -> None:
    ctx.interface.choose(language)
    screen = CasesScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen, width=1044, height=586)
    table = screen.table
    keys = [column.key for column in table._model.columns]
    rows = table._model.rows
    said = [status_words(row, ctx.now()) for row in rows]
    assert table.columnWidth(keys.index("status")) - 2 * SIDE >= max(chip_width(one.text, one.icon) for one in said)
    widest = max(text_width(row.title.get(language), role_font("strong")) for row in rows)
    room = table.columnWidth(keys.index("scenario")) - 2 * SIDE
    assert room >= widest
    assert (table.isColumnHidden(keys.index("platform"))) == (language == "en"), "then it stands below the amount"
    assert table._delegates[keys.index("amount")].platform_below == (language == "en")
    item = next(item for item in screen.findChildren(FilterItem) if item.value == "waiting_platform")
    assert text_width(item.text(), role_font("strong")) <= item.width() - 54 - text_width("99", role_font("chip"))
    assert sum(table.columnWidth(at) for at in range(len(keys))) <= table.viewport().width()


def test_due_opened_and_amount_narrow_the_list(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    screen.filters.due.set_values(("today",), tell=True)
    assert shown(screen) == [cases["late"]]
    screen.filters.due.set_values(("overdue",), tell=True)
    assert screen._pages.currentIndex() == NO_MATCH
    screen.filters.due.clear()
    screen.filters.amount.set_values(("100",), tell=True)
    assert shown(screen) == [cases["shop"]], "129.00"
    screen.filters.clear.click()
    screen.side._items["closed"].click()
    screen.filters.opened.set_values(("7",), tell=True)
    assert screen._pages.currentIndex() == NO_MATCH
    screen.filters.opened.set_values(("30",), tell=True)
    assert shown(screen) == [cases["closed"]]


@pytest.fixture
def named(monkeypatch):
    """What the dialog of a name gives; None is Cancel."""
    said: list[str | None] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *args: (said[-1] or "", said[-1] is not None), raising=True)
    return said


def test_a_filter_is_saved_counted_chosen_and_there_after_a_restart(qtbot, ctx, cases, named) -> None:
    screen = screen_of(qtbot, ctx)
    assert not screen.filters.save.isVisible(), "nothing to save"
    screen.filters.amount.set_values(("100",), tell=True)
    screen.filters.platform.set_values(("shopify",), tell=True)
    named.append("  Big   ones ")
    screen.filters.save.click()
    item = screen.side._items["own:Big ones"]
    QTest.qWait(1)
    assert item.isVisible() and item.isChecked() and item.count == 1
    screen.filters.clear.click()
    assert screen.side.value == "open" and len(shown(screen)) == 3
    again = screen_of(qtbot, ctx)
    again.side._items["own:Big ones"].click()
    assert shown(again) == [cases["shop"]] and again.filters.amount.values == ("100",)


def test_a_saved_filter_is_renamed_removed_and_brought_back(qtbot, ctx, cases, named) -> None:
    screen = screen_of(qtbot, ctx)
    screen.filters.amount.set_values(("100",), tell=True)
    named.append(None)
    screen.filters.save.click()
    assert screen.own.all == ()
    named.append("Big")
    screen.filters.save.click()
    named.append("Over a hundred")
    screen.side.renamed.emit("own:Big")
    assert [one.name for one in screen.own.all] == ["Over a hundred"]
    item = screen.side._items["own:Over a hundred"]
    with qtbot.waitSignal(ctx.toast) as told:
        QTest.keyClick(item, Qt.Key.Key_Delete)
    assert screen.own.all == () and "own:Over a hundred" not in screen.side._items
    told.args[1]()
    assert [one.name for one in screen_of(qtbot, ctx).own.all] == ["Over a hundred"]


def test_saved_filters_that_are_none_are_left_out(qtbot, ctx, cases, desk) -> None:
    good = {"name": "Good", "platforms": ["amazon"], "due": "never", "shops": "1"}
    desk.shop.set("cases.filters", ["x", {"name": ""}, {"platforms": 3}, good])
    screen = screen_of(qtbot, ctx)
    assert [(one.name, one.query) for one in screen.own.all] == [("Good", CaseQuery(platforms=("amazon",)))]
    desk.shop.set("cases.filters", {"name": "no list"})
    assert screen_of(qtbot, ctx).own.all == ()
