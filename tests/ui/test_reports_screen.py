"""Reports on real services: key figures, charts that can be read as tables, products, and what narrows them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimdesk.ui.context import Changes
from claimdesk.ui.reports.screen import ReportsScreen
from claimdesk.ui.widgets.figures_table import FigureColumn, FiguresTable
from claimdesk.ui.widgets.line_chart import ChartLine, LineChart
from tests.ui.case_desk import delivered_order, show
from tests.ui.order_sheets import GERMAN, LATE, SHOP

ALL = Changes(orders=True, cases=True, settings=True)


@pytest.fixture
def cases(desk, now) -> None:
    """Four claims of this month: one denied, one granted at a cost, one at the own shop, one running and overdue."""
    late, german, shop = (desk.orders.find(row["Order number"])[0].id for row in (LATE, GERMAN, SHOP))
    desk.cases.open(late, "S05", now - timedelta(hours=60))
    denied = desk.cases.open(delivered_order(desk), "S03", now - timedelta(days=6))
    granted = desk.cases.open(german, "S04", now - timedelta(days=6))
    desk.cases.open(shop, "S05", now - timedelta(hours=1))
    desk.cases.record_outcome(denied, "denied", "not_counted", None, now - timedelta(days=2))
    desk.cases.record_outcome(granted, "granted_seller", "counts", 3990, now - timedelta(days=1))


def screen_of(qtbot, ctx, **size: int) -> ReportsScreen:
    screen = ReportsScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen, **size)
    return screen


def figures(screen) -> list[tuple[str, str]]:
    return [(value.text(), note.text()) for _, value, note in screen.page.figures.cells]


def test_key_figures(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    claims, free, cost, recovered, running = figures(screen)
    assert (claims, free) == (("4", "100.00 % of orders"), ("1", "50 % of those ended"))
    assert cost[0] == "€39.90" and recovered == ("—", "") and running == ("2", "1 overdue")
    assert screen.page.days.text() == "everything so far"


def test_charts_are_tables_when_asked(qtbot, ctx, cases) -> None:
    page = screen_of(qtbot, ctx).page
    assert page.months.table.rows == (("Nov 2026", "1", "1"),)
    assert not page.months.as_table and page.months.switch.text() == "Show as table"
    QTest.mouseClick(page.months.switch, Qt.MouseButton.LeftButton)
    QTest.qWait(1)
    assert page.months.as_table and page.months.table.isVisible() and page.months.switch.text() == "Show as chart"
    assert page.rates.y() > page.months.geometry().bottom(), "a table is wide: the other stands below"
    assert page.rates.table.rows == (("17 Nov", "0.00 %", "100.00 %"),)


def test_products_with_most_claims(qtbot, ctx, cases) -> None:
    page = screen_of(qtbot, ctx).page
    rows = {row[0]: row[1:] for row in page.product_table.rows}
    assert rows["Gooseneck kettle 0.9 L"][:3] == ("1", "1", "100.0 %") and rows["Gooseneck kettle 0.9 L"][4] == "€39.90"
    assert len(rows) == 4


def test_chips_and_days_narrow_the_overview_not_the_workbook(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx)
    assert {value for value, _ in screen.platform._choices} == {"amazon", "shopify"}
    screen.platform.set_values(("shopify",), tell=True)
    assert figures(screen)[0] == ("1", "100.00 % of orders") and not screen.page.rates.isVisible()
    assert [number.text() for _, number in screen.pane.sheets] == ["", "4 rows", "4 rows"]
    screen.platform.clear()
    screen.scenario.set_values(("S04",), tell=True)
    assert figures(screen)[0][0] == "1" and figures(screen)[1][0] == "0"
    screen.scenario.clear()
    QTest.mouseClick(screen.findChild(type(screen.range), "report-range")._buttons["month"], Qt.MouseButton.LeftButton)
    assert figures(screen)[0][0] == "4" and screen.page.days.text() == "19 Oct 2026 to 17 Nov 2026"


def test_days_without_claims_say_so(qtbot, ctx, desk) -> None:
    page = screen_of(qtbot, ctx).page
    assert page._none.isVisible() and page._none.text() == "No claim was opened in these days."
    assert figures(page.window().findChild(ReportsScreen))[0][0] == "0"
    assert not page.products.isVisible()


def test_it_is_painted_in_both_languages_and_in_a_narrow_window(qtbot, ctx, cases) -> None:
    screen = screen_of(qtbot, ctx, width=1044, height=586)
    ctx.interface.choose("zh")
    screen.retranslate()
    assert screen.page.title.text() == "索赔概览"
    assert not screen.grab().isNull()
    ctx.interface.choose("en")


def test_lines_with_gaps_and_none_at_all(qtbot, qapp) -> None:
    chart = LineChart()
    qtbot.addWidget(chart)
    chart.show_lines((), (), ())
    assert not chart.grab().isNull()
    lines = [
        ChartLine(str(at), shares) for at, shares in enumerate(((None, 0.1), (None, None), (2.0, None), (0.0, 0.0)))
    ]
    chart.show_lines(("Oct", "Nov"), lines, [(0.01, "limit")])
    assert chart.accessibleName() == "0 10.00 %; 2 200.00 %; 3 0.00 %"
    assert not chart.grab().isNull()


def test_a_table_gives_way_where_it_has_no_room(qtbot, qapp) -> None:
    table = FiguresTable()
    qtbot.addWidget(table)
    columns = [
        FigureColumn("Product", right=False),
        FigureColumn("Reason", right=False),
        FigureColumn("Granted, paid by us"),
    ]
    table.show_rows(columns, [("Clamp desk lamp 12 W, white", "Not received, tracking says delivered", "1,204")] * 3)
    for width in (900, 420, 200, 90):
        table.resize(width, 120)
        widths, gap = table._widths()
        assert width < 100 or sum(widths) + 2 * gap + 32 <= width + 1, width
        assert all(each > 0 for each in widths) and not table.grab().isNull()
