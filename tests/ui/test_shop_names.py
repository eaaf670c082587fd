"""Settings, Shops: where the data folder has several, each can be called something else, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimdesk.core.desk import Desk
from claimdesk.ui.context import Changes
from claimdesk.ui.settings.screen import SettingsScreen
from tests.ui.order_sheets import SHOP, write_sheet


@pytest.fixture
def screen(qtbot, ctx, desk: Desk, tmp_path, now) -> SettingsScreen:
    made = SettingsScreen(ctx)
    qtbot.addWidget(made)
    made.resize(1363, 806)
    made.show()
    made.refresh(Changes(settings=True))
    assert made.shops_card.isHidden(), "one shop is named above"
    desk.imports.run([write_sheet(tmp_path / "other.csv", [{**SHOP, "Order number": "NH-77"}])], shop="Lamps", at=now)
    made.refresh(Changes(orders=True))
    return made


def type_name(screen: SettingsScreen, at: int, name: str) -> None:
    field = screen.shops_card.rows[at].name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_shop_is_called_something_else_and_back(screen, ctx, desk) -> None:
    told: list[tuple[str, object]] = []
    ctx.toast.connect(lambda words, back: told.append((words, back)))
    assert screen.shops_card.isVisible()
    assert screen.shops_card.rows[1].orders.text() == "1 order"
    type_name(screen, 1, "Lamps & Co")
    assert [shop.name for shop in desk.shops.all()][1] == "Lamps & Co"
    words, back = told[-1]
    assert "Lamps & Co" in words
    back()
    assert [shop.name for shop in desk.shops.all()][1] == screen.shops_card.rows[1].name.text() == "Lamps"


def test_a_name_that_another_shop_has_is_refused_and_an_empty_one_left(screen, ctx, desk) -> None:
    told: list[str] = []
    ctx.toast.connect(lambda words, _: told.append(words))
    type_name(screen, 0, "Mugs")
    type_name(screen, 1, "mugs")
    assert [shop.name for shop in desk.shops.all()] == ["Mugs", "Lamps"]
    assert "mugs" in told[-1] and screen.shops_card.rows[1].name.text() == "Lamps"
    field = screen.shops_card.rows[1].name
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Lamps"


def test_it_speaks_chinese(screen, ctx) -> None:
    ctx.interface.choose("zh")
    assert screen.shops_card.title.text() == "全部店铺" and screen.shops_card.rows[1].orders.text() == "1 个订单"
