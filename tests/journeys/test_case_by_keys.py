"""A whole case by keyboard alone, in the real window: order, scenario, questions, evidence, messages, waits, outcome."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from claimdesk.core.cases.view import CaseView
from claimdesk.core.desk import Desk
from claimdesk.ui.cases.new_case import NewCaseDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.orders.history import HistoryRow
from claimdesk.ui.widgets.buttons import LinkButton
from tests.journeys.test_intake_window import NOW, Hands, case_of, ctx, shop, window
from tests.journeys.waiting import settle, wait
from tests.ui.keys import CTRL, SHIFT

__all__ = ["ctx", "shop", "window"]  # fixtures

ARRIVED = "114-3160136-2933751"
VALUES = {"date": "2026-12-01", "money": "12.50"}


def tab_to(hands: Hands, wanted: type[QWidget], name: str = "") -> QWidget:
    """Press Tab until such a widget has the focus."""
    for _ in range(25):
        widget = QApplication.focusWidget()
        if isinstance(widget, wanted) and (not name or widget.objectName() == name):
            return widget
        hands.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name or wanted.__name__}")


def open_new_case(hands: Hands, window: MainWindow, order: str, words: str) -> None:
    """Ctrl+N, the scenario by a search, the order by another, Enter."""
    hands.key(Qt.Key.Key_N, CTRL)
    dialog = next(d for d in window.findChildren(NewCaseDialog) if d.isVisible())
    QTest.keyClicks(dialog.search, words)
    wait(lambda: len(dialog.list.entries.entries()) == 2)
    if dialog._choice is not None and dialog._choice.order is not None:  # the screen behind had one chosen
        tab_to(hands, LinkButton)
        hands.key(Qt.Key.Key_Space)
    field = tab_to(hands, QLineEdit, "newCaseOrderSearch")
    QTest.keyClicks(field, order)
    wait(lambda: dialog.preview.pick.found.count() == 1)
    tab_to(hands, HistoryRow)
    hands.key(Qt.Key.Key_Space)
    wait(dialog.create_button.isEnabled)
    assert dialog.chosen == "S03", "the choice of scenario stays while the order is chosen"
    hands.key(Qt.Key.Key_Return)


def answer(hands: Hands, window: MainWindow, choices: dict[str, int]) -> None:
    """Bring the step shown to its end with keys."""
    screen = case_of(window)
    step, kind = screen.shown_step, screen.session.view.walk.at(screen.shown_step).step.kind
    if kind == "message":
        body = screen.message_body()
        wait(lambda: body.writing is not None)
        for _ in range(12):
            if not body.writing.missing:
                break
            asked = {fill.name: fill.kind for fill in body.writing.fill_ins()}
            hands.fill(VALUES.get(asked[body.writing.missing[0]], "see the attached page"))
        assert not body.writing.missing
        wait(lambda: body.may_copy)
        hands.key(Qt.Key.Key_C, CTRL | SHIFT)
        hands.key(Qt.Key.Key_Return, CTRL)
    elif kind == "evidence":
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.blue)
        QGuiApplication.clipboard().setImage(image)
        hands.key(Qt.Key.Key_V, CTRL)
        hands.key(Qt.Key.Key_Return)
    else:
        if step in choices:
            hands.key(Qt.Key(Qt.Key.Key_0 + choices[step]))
        hands.key(Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize(
    "choices, outcome, kinds",
    [
        (
            {"claim_filed": 2, "protected": 3, "first_scan": 1, "proof": 3, "place": 1, "decide": 1, "outcome": 1},
            "denied", {"question", "instruction", "evidence", "message", "wait", "outcome"},
        ),
        (
            {"claim_filed": 1, "protected": 2, "first_scan": 2, "proof": 1, "place": 2, "decide": 3, "outcome": 2},
            "refunded_before_filing", {"question", "instruction", "evidence", "message", "outcome"},
        ),
    ],
)  # fmt: skip
def test_a_case_from_its_order_to_its_outcome(
    window: MainWindow, shop: Desk, choices: dict[str, int], outcome: str, kinds: set[str]
) -> None:
    hands = Hands(window)
    before = {row.id for row in shop.cases.rows(NOW)}
    open_new_case(hands, window, ARRIVED, "tracking says delivered")
    wait(lambda: window.here == "case" and case_of(window).session.view is not None)
    wait(lambda: case_of(window).shown_step == "claim_filed")
    seen: set[str] = set()
    phases: list[str] = []
    for _ in range(30):
        screen = case_of(window)
        view: CaseView = screen.session.view
        if view.case.closed_at is not None:
            break
        place = view.walk.at(screen.shown_step)
        seen.add(place.step.kind)
        phases += [place.step.phase] if place.step.phase not in phases else []
        assert screen.shown_step == view.walk.current, "the window goes on to the next step by itself"
        answer(hands, window, choices)
    case_id = next(row.id for row in shop.cases.rows(NOW) if row.id not in before)
    case = shop.cases.case(case_id)
    assert case.outcome == outcome
    assert kinds <= seen
    assert phases == ["understand", "collect", "decide", "act", "follow_up"]
    assert len(case.sent) == sum(place.step.kind == "message" for place in shop.cases.view(case_id, NOW).walk.path)
    assert [file.name[-4:] for file in case.evidence] == [".png"]
    given = {step: answer.option for step, answer in case.answers.items()}
    assert given.keys() >= choices.keys()
