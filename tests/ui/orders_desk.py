"""The Orders screen alone, over a real desk with four orders."""

from __future__ import annotations

import pytest

from claimdesk.ui.orders.screen import OrdersScreen
from tests.ui.windows import alone

NEWEST = ["NH-10482", "028-4417705-1183920", "112-4098217-3356201", "112-6631902-5574410"]


@pytest.fixture
def screen(ctx, desk, qtbot) -> OrdersScreen:
    return alone(qtbot, OrdersScreen(ctx))


def numbers(screen: OrdersScreen) -> list[str]:
    """The numbers of the orders listed, from the first to the last."""
    model = screen.model
    section = [c.key for c in model.columns].index("order_no")
    return [model.index(row, section).data() for row in range(model.rowCount())]


def select(screen: OrdersScreen, number: str) -> None:
    screen.table.select_row(numbers(screen).index(number))
