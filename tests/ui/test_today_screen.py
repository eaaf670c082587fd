"""Today on real services: groups by what is due, Continue, charts from the cases, the first run."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from claimdesk.core.desk import Desk
from claimdesk.ui.context import Changes
from claimdesk.ui.fonts import role_font
from claimdesk.ui.today.figures import ends, weeks
from claimdesk.ui.today.groups import Item
from claimdesk.ui.today.screen import LIST, NOTHING, TodayScreen
from claimdesk.ui.widgets.painting import text_width
from tests.ui.case_desk import delivered_order, show
from tests.ui.order_sheets import GERMAN, LATE, SHOP

ALL = Changes(orders=True, cases=True, settings=True)


@pytest.fixture
def cases(desk, now) -> dict[str, int]:
    """The contact clock of Amazon runs 48 hours: opened 50, 42 and 3 hours ago it is over, due today, due later."""
    late, german, shop = (desk.orders.find(row["Order number"])[0].id for row in (LATE, GERMAN, SHOP))
    made = {
        "overdue": desk.cases.open(late, "S05", now - timedelta(hours=50)),
        "today": desk.cases.open(delivered_order(desk), "S03", now - timedelta(hours=42)),
        "soon": desk.cases.open(german, "S05", now - timedelta(hours=3)),
        "closed": desk.cases.open(shop, "S05", now - timedelta(days=9)),
    }
    desk.cases.record_outcome(made["closed"], "refunded_before_filing", "not_counted", 900, now - timedelta(days=8))
    return made


def screen_of(qtbot, ctx) -> TodayScreen:
    screen = TodayScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen)
    return screen


def grouped(screen) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for item in screen.list.items:
        if item.row is not None:
            found.setdefault(item.group, []).append(item.row.id)
    return found


def test_cases_stand_under_what_is_due(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    # The refund of a lost parcel is followed by the carrier's compensation, although its case is closed.
    soon = [cases["closed"], cases["soon"]]
    assert grouped(screen) == {"overdue": [cases["overdue"]], "today": [cases["today"]], "soon": soon}
    assert screen._pages.currentIndex() == LIST and not screen.is_first_run
    assert screen.head.title.text() == "Tuesday, 17 November"
    assert screen.head.aside.text() == "1 overdue, 1 due today, $82.49 at risk"


def test_enter_opens_the_first_and_continue_the_one_it_stands_on(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    screen.list.setFocus()
    with qtbot.waitSignal(ctx.open_case) as opened:
        QTest.keyClick(screen.list, Qt.Key.Key_Return)
    assert opened.args == [cases["overdue"]]
    row = next(at for at, item in enumerate(screen.list.items) if item.row and item.row.id == cases["today"])
    rect = screen.list.visualRect(screen.list.model().index(row))
    with qtbot.waitSignal(ctx.open_case) as opened:
        QTest.mouseClick(
            screen.list.viewport(), Qt.MouseButton.LeftButton, pos=screen.list._look.continue_rect(rect).center()
        )
    assert opened.args == [cases["today"]]
    with qtbot.assertNotEmitted(ctx.open_case, wait=20):
        QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(30, 30))


def test_time_moves_a_case_to_overdue(qtbot, ctx, cases, now) -> None:
    screen = screen_of(qtbot, ctx)
    ctx.now = lambda: now + timedelta(hours=7)
    screen._tick._go()
    assert grouped(screen)["overdue"] == [cases["overdue"], cases["today"]]


def test_a_platform_can_be_picked(qtbot, ctx, cases, desk, now) -> None:
    shop = desk.orders.find(SHOP["Order number"])[0].id
    desk.cases.open(shop, "S03", now - timedelta(hours=1))
    screen = screen_of(qtbot, ctx)
    values = list(screen.shops._buttons)
    assert values[0] == "all"
    if "shopify" in values:
        screen.shops._buttons["shopify"].click()
        assert all(item.row.platform == "shopify" for item in screen.list.items if item.row)


def test_nothing_due_says_what_comes_next(qtbot, ctx, desk, now) -> None:
    screen = screen_of(qtbot, ctx)
    assert screen._pages.currentIndex() == NOTHING and not screen.is_first_run
    assert "Nothing due" in screen.nothing.sentence.text()


def test_charts_are_counted_from_the_cases(qtbot, ctx, cases, desk, now) -> None:
    screen = screen_of(qtbot, ctx)
    book = screen._book
    counted = weeks(book.book.rows, book.book.families, now, ctx.home)
    assert len(counted) == 12 and sum(week.total for week in counted) == 4
    assert [week.total for week in counted[-3:]] == [1, 2, 1]
    ended = ends(book.book.rows, book.outcomes, now)
    assert ended.counts == {"refunded": 1} and ended.free == 0 and ended.total == 1
    assert ends(book.book.rows, book.outcomes, now + timedelta(days=100)).total == 0
    assert screen.weeks.aside.text() == "4 in 12 weeks"
    assert screen.outcomes.aside.text() == "0 of 1 at no cost"


def test_a_case_closed_without_outcome_is_not_counted(qtbot, ctx, cases, desk, now) -> None:
    desk.cases.close(cases["soon"], now)
    screen = screen_of(qtbot, ctx)
    assert ends(screen._book.book.rows, screen._book.outcomes, now).total == 1


def test_the_first_run_names_the_files_and_takes_a_drop(qtbot, ctx, tmp_path) -> None:
    desk = Desk.open(tmp_path / "empty")
    ctx.use_desk(desk)
    try:
        screen = screen_of(qtbot, ctx)
        assert screen.is_first_run
        said = "\n".join(screen.first_run._known_words())
        assert "Shopify" in said and "Mabang orders" in said
        assert re.search(r"Amazon, \d+ kinds of reports", said)
        assert re.search(r"eBay, .*: up to \d+ kinds each", said)
        file = tmp_path / "orders.csv"
        file.write_text("a,b\n1,2\n")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        event = QDropEvent(
            QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        with qtbot.waitSignal(ctx.import_files) as dropped:
            screen.first_run.drop.dropEvent(event)
        assert dropped.args == [[file]]
    finally:
        desk.close()


def test_the_sample_shop_fills_the_page(qtbot, ctx, tmp_path) -> None:
    desk = Desk.open(tmp_path / "empty")
    ctx.use_desk(desk)
    try:
        screen = screen_of(qtbot, ctx)
        ctx.changed.connect(screen.refresh)
        screen.first_run._sample.click()
        assert not screen.is_first_run and desk.orders.count() > 50
        assert screen.list.items and screen.outcomes.aside.text()
        assert desk.cases.rows(ctx.now())
    finally:
        desk.close()


def test_in_a_narrow_window_the_charts_come_when_asked(qtbot, ctx, cases) -> None:
    screen = TodayScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen, width=1044, height=586)
    assert screen._side.isHidden()
    screen.toggle_context()
    assert not screen._side.isHidden()


def test_without_a_desk_it_waits(qtbot, ctx) -> None:
    screen = TodayScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen)
    assert not screen.list.items and not screen.is_first_run


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_long_name_of_a_marketplace_is_not_cut(qtbot, ctx, cases, now, language) -> None:
    ctx.interface.choose(language)
    screen = screen_of(qtbot, ctx)
    row = replace(next(item.row for item in screen.list.items if item.row), platform="tiktok", marketplace="tiktok.us")
    screen.list.show_items((Item("today", row),))
    needed = text_width(screen._words.marketplace("tiktok", "tiktok.us"), role_font("table"))
    assert screen.list._look._market >= needed > 84
