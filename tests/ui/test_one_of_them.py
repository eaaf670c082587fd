"""One order is one order: counts read as words in English too; and Tab enters the rail at the place in front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from claimdesk.ui.orders.foot import Foot
from claimdesk.ui.shell.rail import Rail
from claimdesk.ui.shell.status import StatusBar


def test_the_status_bar_says_one_order_and_one_row(qtbot, ctx, now) -> None:
    bar = StatusBar(ctx)
    qtbot.addWidget(bar)
    bar.show_orders(1)
    bar.show_import(now, 1)
    assert bar.database.quiet.text() == "1 order"
    assert bar.work.quiet.text().endswith("· 1 row")


def test_the_foot_of_the_list_says_one_order(qtbot) -> None:
    foot = Foot()
    qtbot.addWidget(foot)
    foot.write(1, 1, "", 1)
    assert "of 1 order" in [label.text() for label in foot.findChildren(QLabel)]


def test_tab_enters_the_rail_at_the_place_in_front(qtbot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show()
    rail.mark("today")
    rail.button("today").setFocus()  # where Tab stopped before
    rail.button("today").clearFocus()
    rail.mark("import")
    stops = [name for name in ("today", "cases", "orders", "import", "templates", "reports", "settings")
             if rail.button(name).focusPolicy() & Qt.FocusPolicy.TabFocus]  # fmt: skip
    assert stops == ["import"]
