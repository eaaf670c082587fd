"""The clock card: set by hand from the page, doubtful rules, sources, watched clocks, seconds near the end, zones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime

from claimdesk.core.deadlines.schema import Span
from claimdesk.ui.case.clock_dialog import ClockDialog
from claimdesk.ui.case.screen import CaseScreen
from tests.ui.case_desk import case_screen, delivered_order


@pytest.fixture
def case(desk, now) -> int:
    return desk.cases.open(delivered_order(desk), "S03", now)


def asked(screen: CaseScreen) -> ClockDialog:
    screen.context.clock.set_button.click()
    dialog = screen.findChild(ClockDialog)
    assert dialog is not None
    return dialog


def moment(text: str) -> QDateTime:
    at = datetime.fromisoformat(text)
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))


@pytest.mark.parametrize(
    "zone, due",
    [
        ("America/Los_Angeles", datetime(2026, 11, 20, 7, 59, tzinfo=UTC)),
        ("Asia/Shanghai", datetime(2026, 11, 19, 15, 59, tzinfo=UTC)),
    ],
)
def test_the_clock_of_the_page_is_typed_in_either_zone(qtbot, ctx, desk, case, zone, due) -> None:
    said = []
    ctx.toast.connect(lambda text, undo: said.append(undo))
    screen = case_screen(qtbot, ctx, case)
    dialog = asked(screen)
    assert not dialog.accept_button.isEnabled(), "a reason is required"
    dialog.clocks.setCurrentIndex(dialog.clocks.findData("contact"))
    dialog.zones.set_value(zone)
    dialog.when.setDateTime(moment("2026-11-19T23:59"))
    dialog.reason.setText("  ")
    assert not dialog.accept_button.isEnabled()
    dialog.reason.setText("The case page says 19 Nov, 11:59 pm")
    assert "Beijing" in dialog.told.text() and "Seattle" in dialog.told.text()
    dialog.accept_button.click()
    clock = next(c for c in desk.cases.view(case, ctx.now()).deadlines if c.clock == "contact")
    assert (clock.safe, clock.overridden_because) == (due, "The case page says 19 Nov, 11:59 pm")
    card = screen.context.clock
    assert card._by_hand.text() == "Set by hand: The case page says 19 Nov, 11:59 pm"
    assert card._by_hand.isVisible() and not card._verify.isVisible()
    said[-1]()
    assert desk.cases.case(case).overrides == {}
    assert not card._by_hand.isVisible()


def test_every_clock_of_the_scenario_can_be_set_and_a_past_time_is_told(qtbot, ctx, desk, case, now) -> None:
    dialog = asked(case_screen(qtbot, ctx, case))
    offered = {dialog.clocks.itemData(at) for at in range(dialog.clocks.count())}
    assert offered == {use.id for use in desk.scenarios.get("S03").clocks}
    dialog.when.setDateTime(moment("2026-11-01T08:00"))
    assert "in the past" in dialog.told.text()
    dialog.cancel.click()
    assert desk.cases.case(case).overrides == {}


def test_a_closed_case_has_no_clock_to_set(qtbot, ctx, desk, case, now) -> None:
    desk.cases.close(case, now)
    screen = case_screen(qtbot, ctx, case)
    assert not screen.context.clock.set_button.isVisible()
    screen.changes.set_clock()
    assert screen.findChild(ClockDialog) is None


def test_a_doubtful_rule_asks_to_be_verified(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    card, view = screen.context.clock, screen.session.view
    assert not card._verify.isVisible()
    card.show_case(replace(view, deadlines=(replace(view.deadlines[0], confidence="low"),)))
    assert card._verify.isVisible() and card._verify.text() == "please verify"


def test_source_and_last_check_are_one_click_away(qtbot, ctx, desk, case, now) -> None:
    clock = desk.cases.view(case, now).deadlines[0]
    screen = case_screen(qtbot, ctx, case)
    card = screen.context.clock
    assert not card._source.isVisible()
    card._source_button.click()
    assert card._source.isVisible()
    assert clock.source in card._source.text() and clock.last_checked in card._source.text()
    twelve = Span(amount=12, unit="hours")
    desk.deadlines.change_rule(clock.rule, twelve, twelve, "One shift a day", now)
    screen.session.reload()
    assert "You changed this rule: One shift a day" in card._source.text()
    card._source_button.click()
    assert not card._source.isVisible()


def test_a_watched_clock_is_shown_below_and_does_not_alarm(qtbot, ctx, desk, now) -> None:
    case = desk.cases.open(delivered_order(desk), "S13", now)
    desk.cases.override_clock(case, "return_due", now - timedelta(minutes=3), "Return page", now)
    screen = case_screen(qtbot, ctx, case)
    view = screen.session.view
    watched = next(clock for clock in view.deadlines if clock.watch)
    card = screen.context.clock
    told = card._others.text() + card._safe.text()
    assert f"{watched.action.en}, expected today\N{NO-BREAK SPACE}" in told, "day and hour stay in one line"
    # Alone it stands in front, but it is no deadline and no second is counted for it.
    card.show_case(replace(view, deadlines=(watched,)))
    assert card._left.text() == "Passed" and "Safe deadline" not in card._safe.text()
    assert not card.nearly_out()


def test_seconds_are_counted_in_the_last_ten_minutes(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    due = screen.context.clock.clock.safe
    assert not screen._tick.each_second
    ctx.now = lambda: due - timedelta(minutes=9, seconds=5)
    screen._tick._go()
    assert screen._tick.each_second
    assert screen.context.clock._left.text() == "9 m 05 s"
    ctx.now = lambda: due - timedelta(minutes=9, seconds=4)
    qtbot.waitUntil(lambda: screen.context.clock._left.text() == "9 m 04 s", timeout=3000)
    ctx.now = lambda: due + timedelta(minutes=11)
    screen._tick._go()
    assert not screen._tick.each_second


def test_times_are_told_in_the_shops_zone_first(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    due = screen.context.clock.clock.safe  # 06:20 UTC, two days on
    assert "14:20" in screen.context.clock._safe.text()
    desk.shop.set_profile(replace(desk.shop.profile(), zone="Europe/London"))
    ctx.know_home(desk.shop.profile().zone)
    screen.session.reload()
    assert due.hour == 6 and "06:20" in screen.context.clock._safe.text()
    assert "Seattle" in screen.context.clock._latest.text()
