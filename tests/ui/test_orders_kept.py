"""Orders: who waits for an answer is marked and found; filters and the selected row outlive the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from claimdesk.core.records.messages import Channel, NewMessage, Speaker
from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.context import Changes
from claimdesk.ui.orders.screen import OrdersScreen
from claimdesk.ui.tour.hands import breathe
from tests.ui.order_sheets import LATE, many, write_sheet
from tests.ui.orders_desk import NEWEST, numbers, screen, select

__all__ = ["screen"]  # a fixture


def test_orders_whose_buyer_waits_for_an_answer_are_marked_and_found(screen, desk, now, qtbot) -> None:
    message = NewMessage(Speaker.BUYER, Channel.MAIL, "Where is it?", now, order_no=LATE["Order number"])
    desk.messages.keep((message,), desk.orders.find(LATE["Order number"])[0].id, now)
    qtbot.mouseClick(screen.filters.unanswered, Qt.MouseButton.LeftButton, pos=QPoint(12, 14))
    assert numbers(screen) == [LATE["Order number"]]
    assert screen.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "The buyer’s message is not answered yet"


def test_filters_and_the_selected_order_are_there_again_after_a_restart(screen, ctx, qtbot) -> None:
    screen.show_filter(OrderFilter(text="a", platforms=("amazon",), purchased_from="2026-10-19", late=False))
    select(screen, "028-4417705-1183920")
    again = OrdersScreen(ctx)
    qtbot.addWidget(again)
    again.refresh(Changes(orders=True))
    assert again.filters.filter == OrderFilter(platforms=("amazon",), purchased_from="2026-10-19")
    assert "amazon" in again.filters.platform.values and again.filters.ordered.values == ("30",)
    assert numbers(again) == NEWEST[1:]
    assert [row.order_no for row in again.table.selected_records()] == ["028-4417705-1183920"]
    again.filters.clear()
    third = OrdersScreen(ctx)
    qtbot.addWidget(third)
    assert third.filters.filter == OrderFilter()


@pytest.mark.parametrize("taken_out", [False, True])
def test_a_kept_order_far_down_is_selected_and_seen_again(screen, desk, ctx, tmp_path, now, qtbot, taken_out) -> None:
    desk.imports.run([write_sheet(tmp_path / "more.csv", many(500))], at=now)
    screen.refresh(Changes(orders=True))
    screen.model.record(450)
    qtbot.waitUntil(lambda: screen.model.peek(450) is not None)
    wanted = screen.model.peek(450).order_no
    screen.table.selectRow(450)
    if taken_out:
        ctx.settings.setValue("orders/selected", 99_999)
    again = OrdersScreen(ctx)
    qtbot.addWidget(again)
    again.resize(1363, 806)
    again.show()
    again.refresh(Changes(orders=True))
    qtbot.waitUntil(lambda: bool(again.table.selected_ids()))
    row = again.table.currentIndex().row()
    assert (again.table.selected_records()[0].order_no, row) == ((NEWEST[0], 0) if taken_out else (wanted, 450))
    assert again.table.viewport().rect().intersects(again.table.visualRect(again.table.currentIndex()))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_filters_that_have_no_room_stand_below_and_never_over_each_other(
    screen, ctx, desk, tmp_path, now, qtbot, language
) -> None:
    ctx.interface.choose(language)
    screen.resize(1044, 586)
    desk.imports.run([write_sheet(tmp_path / "o.csv", [{**LATE, "Order number": "NH-78"}])], shop="Lamps", at=now)
    screen.refresh(Changes(orders=True))
    wanted = OrderFilter(marketplaces=("amazon.com", "amazon.de"), purchased_from="2026-10-19", late=True, shops=(1, 2))
    for each in (OrderFilter(), wanted, OrderFilter()):
        screen.show_filter(each)
        breathe(20)
        row = screen.filters
        qtbot.waitUntil(lambda: row.height() == row.sizeHint().height())  # noqa: B023
        shown = [
            part
            for part in (row.search, *(chip for _, chip in row._chips()), row.clear_all, row.columns)
            if part.isVisible()
        ]
        for at, part in enumerate(shown):
            assert row.rect().contains(part.geometry()) and part.width() >= min(part.sizeHint().width(), 180)
            assert not any(part.geometry().intersects(other.geometry()) for other in shown[at + 1 :])
        assert (row.height() > 60) == (language == "en" or each != OrderFilter())
