"""The defect rates on Today: a gauge per marketplace, what the picked case would do, and a warning of the next."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from claimdesk.core.desk import Desk
from claimdesk.core.records.order_events import HealthFigure
from claimdesk.core.storage import health_rows
from claimdesk.ui.context import Changes
from claimdesk.ui.today.defect_card import DefectCard, Gauge
from claimdesk.ui.today.screen import TodayScreen
from claimdesk.ui.widgets.labels import Plain
from tests.ui.case_desk import delivered_order, show

ALL = Changes(orders=True, cases=True, settings=True)


def texts(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(Plain)]


@pytest.fixture
def case(desk, now) -> int:
    return desk.cases.open(delivered_order(desk), "S03", now)


def card_of(qtbot, ctx) -> DefectCard:
    screen = TodayScreen(ctx)
    screen.refresh(ALL)
    show(qtbot, screen)
    return screen.defects


def test_a_gauge_for_each_marketplace_that_has_a_limit(qtbot, ctx, case) -> None:
    card = card_of(qtbot, ctx)
    assert card.isVisible() and len(card.findChildren(Gauge)) == 2  # amazon.com and amazon.de; the own shop has none
    assert "0 of 2 orders" in texts(card) and "0 of 1 orders" in texts(card)


def test_the_picked_case_shows_what_a_granted_claim_would_do(qtbot, ctx, case) -> None:
    card = card_of(qtbot, ctx)
    well = card.findChild(QWidget, "defectWhatIf")
    assert "0.00 %  →  50.00 %" in texts(well)
    assert any("Dana Whitfield" in text for text in texts(well))


def test_a_case_that_counts_is_in_the_rate_and_asks_no_more(qtbot, ctx, desk, now, case) -> None:
    desk.cases.record_outcome(case, "granted_seller", "counts", None, now)
    card = card_of(qtbot, ctx)
    assert "1 of 2 orders" in texts(card)
    assert card.findChild(QWidget, "defectWhatIf") is None


def test_the_next_defect_is_warned_of_where_it_would_break_the_limit(qtbot, ctx, case) -> None:
    card = card_of(qtbot, ctx)
    assert any("one more defect means 100.00 %" in text for text in texts(card))  # amazon.de, one order


def test_without_a_limited_marketplace_there_is_no_card(qtbot, ctx, case) -> None:
    card = card_of(qtbot, ctx)
    card.show_rates((), None)
    assert not card.isVisible()


def test_a_report_of_the_platform_is_shown_with_its_day(qtbot, ctx, desk, case) -> None:
    told = HealthFigure("amazon", "amazon.com", "order_defect", "mfn", "", "2026-11-10", 539, 4, "0.0074", "0.01", "")
    with desk.store.writing() as conn:
        health_rows.insert_figures(conn, [told], 1, "health.json")
    card = card_of(qtbot, ctx)
    assert "4 of 539, report" in texts(card)
    assert any("10 Nov 2026" in row.toolTip() for row in card.findChildren(QWidget))
    assert "0.74 %" in [gauge.accessibleName() for gauge in card.findChildren(Gauge)]


def test_the_first_run_shows_which_rates_will_be_watched(qtbot, ctx, tmp_path) -> None:
    desk = Desk.open(tmp_path / "empty")
    ctx.use_desk(desk)
    try:
        screen = TodayScreen(ctx)
        screen.refresh(ALL)
        show(qtbot, screen)
        card = screen.first_run.findChild(QWidget, "firstRates")
        assert {"Amazon", "eBay"} <= set(texts(card))
        assert [gauge.accessibleName() for gauge in card.findChildren(Gauge)] == ["No data", "No data"]
    finally:
        desk.close()
