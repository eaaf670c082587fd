"""Orders: who waits for an answer is marked and found; filters and the selected row outlive the program."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from claimdesk.core.records.messages import Channel, NewMessage, Speaker
from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.context import Changes
from claimdesk.ui.orders.screen import OrdersScreen
from tests.ui.order_sheets import LATE
from tests.ui.test_orders_screen import NEWEST, desk, numbers, screen, select

__all__ = ["desk", "screen"]  # fixtures


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
