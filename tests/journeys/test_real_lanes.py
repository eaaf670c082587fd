"""The real window over real job lanes: what a key does when a step's content arrives after the step was shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget

from claimdesk.core.desk import Desk
from claimdesk.core.scenarios.walk import Walk
from claimdesk.ui.case.screen import CaseScreen
from claimdesk.ui.cases.change_scenario import read_other_scenarios
from claimdesk.ui.intake.dialog import IntakeDialog
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.tour.hands import Hands
from tests.core.cases.walking import walk_until
from tests.journeys.test_intake_window import AMAZON, ASKED, BAY, HOME, LATE, NOW, WARM, shop
from tests.ui.keys import CTRL, SHIFT, focused, hit
from tests.ui.windows import active_window, window_context

__all__ = ["shop"]  # a fixture


@pytest.fixture
def window(qtbot, qapp: QApplication, shop: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    with window_context(qapp, Jobs(), tmp_path, NOW) as ctx:
        yield active_window(qtbot, ctx, shop)


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands(window)


def opened(window: MainWindow, hands: Hands, case: int) -> CaseScreen:
    """The case on the screen, at the step where it stands."""
    window.ctx.open_case.emit(case)
    screen = window.screen("case")
    assert isinstance(screen, CaseScreen)
    hands.wait("the case", lambda: screen.session.view is not None and screen.session.view.case.id == case)
    return screen


def test_the_reply_key_lands_in_the_first_value_that_is_missing(window, hands, shop) -> None:
    case = shop.cases.open(shop.orders.find(HOME)[0].id, "S11", NOW)
    screen = opened(window, hands, case)
    hit(window, Qt.Key.Key_R, CTRL)
    hands.wait("the draft", lambda: (body := screen.message_body()) is not None and body.writing is not None)
    body = screen.message_body()
    assert body.writing.missing
    assert focused() == f"fillField-{body.writing.missing[0]}"


def stands_before_a_message(walk: Walk) -> bool:
    ids = [place.step.id for place in walk.path]
    message = next(place.step.id for place in walk.path if place.step.kind == "message" and place.state != "done")
    return ids.index(message) == ids.index(walk.current) + 1


def test_continue_lands_in_the_first_value_that_is_missing(window, hands, shop) -> None:
    case = shop.cases.open(shop.orders.find(HOME)[0].id, "S11", NOW)
    walk = walk_until(shop, case, NOW, stands_before_a_message)
    screen = opened(window, hands, case)
    hands.wait("the step", lambda: screen.shown_step == walk.current)
    screen.setFocus()
    hit(window, Qt.Key.Key_1)
    hit(window, Qt.Key.Key_Return)
    hands.wait("the message", lambda: (body := screen.message_body()) is not None and body.writing is not None)
    body = screen.message_body()
    assert body.writing.missing
    assert focused() == f"fillField-{body.writing.missing[0]}"


def granted(order: str) -> str:
    return (f"From: {AMAZON}\nSubject: Your A-to-z Guarantee claim decision for order {order}\n"
            f"Date: Sun, 22 Nov 2026 01:00:00 +0000\n\nWe have granted the buyer's "
            f"A-to-z Guarantee claim of $21.99 on order {order}. We have debited your account.")  # fmt: skip


def pasted(window: MainWindow, hands: Hands, text: str) -> IntakeDialog:
    """The dialog of a notice that was pasted, as soon as it is there."""
    QGuiApplication.clipboard().setText(text)
    hit(window, Qt.Key.Key_V, CTRL)
    hands.wait("the dialog", lambda: any(dialog.isVisible() for dialog in window.findChildren(IntakeDialog)))
    return next(dialog for dialog in window.findChildren(IntakeDialog) if dialog.isVisible())


def test_space_does_what_a_pasted_decision_proposes(window, hands, shop) -> None:
    case = shop.cases.open(shop.orders.find(LATE)[0].id, "S05", NOW)
    opened(window, hands, case)
    dialog = pasted(window, hands, granted(LATE))
    assert QApplication.focusWidget() is not dialog.close_button, "nor while it is still being read"
    hands.wait("the reading", dialog.take_button.isEnabled)
    assert QApplication.focusWidget() is dialog.take_button
    hit(window, Qt.Key.Key_Space)
    hands.wait("the outcome", lambda: shop.cases.case(case).outcome == "granted_seller")


def test_after_a_decision_the_window_stands_on_what_comes_next(window, hands, shop) -> None:
    case = shop.cases.open(shop.orders.find(WARM)[0].id, "S05", NOW)
    screen = opened(window, hands, case)
    hands.wait("the step", lambda: screen.shown_step == "first_scan" or bool(screen.shown_step))
    earlier = screen.shown_step
    dialog = pasted(window, hands, granted(WARM))
    hands.wait("the reading", dialog.take_button.isEnabled)
    hit(window, Qt.Key.Key_Return)
    hands.wait("the outcome", lambda: screen.session.view.case.outcome == "granted_seller")
    assert earlier != screen.shown_step == "outcome"
    rows = {row.step_id: row for row in screen.rail._model.rows if row.step_id}
    assert rows["outcome"].kind == "done" and rows["outcome"].shown
    assert "current" not in {row.kind for row in rows.values()}, "nothing is open in a case that has ended"
    asked = screen.centre.findChild(QLabel, "stepAsk")
    assert asked.text() == "It ended: Granted, paid by us"
    assert not hands.sees("outcomeAmount"), "nothing is asked any more"
    assert hands.find(QPushButton, "followGo").text() == "Reopen and appeal"
    hands.click("followGo")
    hands.wait("the appeal", lambda: screen.session.view.case.scenario == "S17")
    assert screen.session.view.case.closed_at is None and screen.shown_step == screen.session.view.walk.current
    assert shop.cases.draft(case, NOW, template="P_APPEAL").fill_ins[0].value, "the day of the decision is known"
    assert window.toast.can_undo
    window.toast.undo()
    hands.wait("undo", lambda: screen.session.view.case.scenario == "S05")
    assert screen.session.view.case.outcome == "granted_seller" and screen.shown_step == "outcome"


def test_what_follows_offers_the_way_itself_and_the_dialog_suggests_it(window, hands, shop) -> None:
    case = shop.cases.open(shop.orders.find(BAY)[0].id, "S05", NOW)
    shop.cases.record_outcome(case, "granted_seller", "counts", None, NOW)
    screen = opened(window, hands, case)
    window.resize(1440, 900)
    hands.click("follow-appeal-go")
    hands.wait("the appeal", lambda: screen.session.view.case.scenario == "S17")


def test_a_decision_that_was_read_suggests_the_appeal_for_a_case_that_goes_on(shop) -> None:
    order = shop.orders.find(HOME)[0]
    case = shop.cases.open(order.id, "S05", NOW)
    shop.notices.take(replace(shop.notices.read(granted(HOME), NOW), open_case=case), NOW)
    shop.cases.reopen(case, NOW)
    asked = read_other_scenarios(shop, case, NOW)
    assert asked.choice.suggested[0].scenario.id == "S17"


def covered(window: MainWindow, toast: QWidget) -> list[str]:
    """The controls that can be seen of the screen in front and that a note lies over."""
    place = QRect(toast.mapTo(window, QPoint()), toast.size())
    controls = (w for kind in (QAbstractButton, QLineEdit, QTextEdit) for w in window.findChildren(kind))
    return [
        w.objectName() or type(w).__name__ for w in controls
        if w.isVisible() and not w.visibleRegion().isEmpty()
        and w.visibleRegion().translated(w.mapTo(window, QPoint())).intersects(place)
    ]  # fmt: skip


@pytest.mark.parametrize("size", [(1440, 900), (1120, 680)], ids=["wide", "narrow"])
def test_a_note_covers_no_control_and_goes_with_its_step(window, hands, shop, size: tuple[int, int]) -> None:
    window.resize(*size)
    case = shop.cases.open(shop.orders.find(ASKED)[0].id, "S04", NOW)
    walk_until(shop, case, NOW, lambda walk: walk.at(walk.current).step.kind == "message")
    screen = opened(window, hands, case)
    hands.wait("the check", lambda: (body := screen.message_body()) is not None and body.may_copy)
    hit(window, Qt.Key.Key_C, CTRL | SHIFT)
    hands.wait("the note", screen.centre.note.isVisible)
    assert not covered(window, screen.centre.note)
    assert screen.message_body().sending.visibleRegion().boundingRect().height() > 20, "the steps below are in sight"
    hit(window, Qt.Key.Key_Return, CTRL)
    hands.wait("the next step", lambda: screen.message_body() is None)
    assert not screen.centre.note.isVisible(), "it spoke of the step before"
    assert not screen.centre.band.isVisible()
    window.ctx.toast.emit("The clock is set by hand.", lambda: None)
    hands.wait("the toast", window.toast.isVisible)
    assert not covered(window, window.toast)
    window.go_to("today")
    hands.wait("today", lambda: window.here == "today")
