"""What follows from an outcome, in the case's right pane: shown with its clock, done, let be, taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.case_desk import case_screen, delivered_order


@pytest.fixture
def lost(desk, now) -> int:
    """A case that was lost an hour ago."""
    case_id = desk.cases.open(delivered_order(desk), "S02", now - timedelta(days=2))
    desk.cases.record_outcome(case_id, "granted_seller", "counts", None, now - timedelta(hours=1))
    return case_id


def button(screen, name: str) -> QPushButton:
    found = screen.context.follow.findChild(QPushButton, name)
    assert found is not None, name
    return found


def test_a_closed_case_shows_its_outcome_and_what_runs(qtbot, ctx, desk, lost) -> None:
    screen = case_screen(qtbot, ctx, lost)
    card = screen.context.follow
    assert card.isVisibleTo(screen)
    assert card._ending.text() == "Granted, paid by us"
    assert card._effect.text() == "Cost $32.50, counts in the defect rate"
    assert [row.objectName() for row in card.rows] == ["follow-prevention", "follow-appeal"]
    clock = screen.context.clock.clock
    assert clock is not None and clock.follow == "prevention"
    assert screen.context.clock.set_button.isVisibleTo(screen)


def test_an_open_case_has_no_such_card(qtbot, ctx, desk, now) -> None:
    screen = case_screen(qtbot, ctx, desk.cases.open(delivered_order(desk), "S02", now))
    assert not screen.context.follow.isVisibleTo(screen)


def test_done_with_a_note_and_taken_back(qtbot, ctx, desk, lost) -> None:
    screen = case_screen(qtbot, ctx, lost)
    button(screen, "follow-prevention-done").click()
    field = screen.context.follow.rows[0].field
    assert field.isVisibleTo(screen)
    QTest.keyClicks(field, "Check the plug before packing")
    QTest.keyClick(field, Qt.Key.Key_Return)
    case = desk.cases.case(lost)
    assert case.follows["prevention"].how == "done"
    assert case.notes[-1][1] == "Check the plug before packing"
    assert screen.undo()
    assert desk.cases.case(lost).follows["prevention"].ended_at is None


def test_let_be_wants_a_reason(qtbot, ctx, desk, lost) -> None:
    screen = case_screen(qtbot, ctx, lost)
    button(screen, "followLeave-appeal").click()
    field = next(row for row in screen.context.follow.rows if row.objectName() == "follow-appeal").field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.cases.case(lost).follows["appeal"].ended_at is None
    QTest.keyClicks(field, "Nothing new")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.cases.case(lost).follows["appeal"].reason == "Nothing new"
    row = next(row for row in screen.context.follow.rows if row.objectName() == "follow-appeal")
    assert row.due.text().endswith("Nothing new")


def test_the_effect_is_asked_and_told(qtbot, ctx, desk, now) -> None:
    case_id = desk.cases.open(delivered_order(desk), "S19", now)
    desk.cases.record_outcome(case_id, "chargeback_lost", "", None, now)
    screen = case_screen(qtbot, ctx, case_id)
    assert "not known yet" in screen.context.follow._effect.text()
    button(screen, "follow-effect-counts").click()
    assert desk.cases.case(case_id).odr == "counts"
    assert screen.context.follow._effect.text().endswith("counts in the defect rate")
