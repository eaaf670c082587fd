"""Another scenario for an open case, and outcomes whose effect only the operator can tell."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from claimdesk.core.desk import Desk
from claimdesk.ui.cases.change_scenario import ChangeScenarioDialog
from claimdesk.ui.main_window import MainWindow
from tests.ui.case_desk import case_screen, delivered_order, walk_to


def test_the_scenario_is_changed_from_the_rail_and_answers_are_kept(qtbot, ctx, desk, now) -> None:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    desk.cases.answer(case, "claim_filed", "no", now)
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.show()
    ctx.open_case.emit(case)
    screen = window.screen("case")
    screen.rail.change.click()
    dialog = window.findChild(ChangeScenarioDialog)
    assert not dialog.list.choose("S03"), "its own scenario is no change"
    assert not dialog.preview.other.isVisible() and not dialog.go_there.isVisible()
    assert dialog.list.choose("S05")
    dialog.create_button.click()
    found = desk.cases.case(case)
    assert (found.scenario, found.answers["claim_filed"].option) == ("S05", "no")
    assert screen.header._title.text() == desk.scenarios.get("S05").title.en
    assert "C-0001 goes on as" in window.toast.text
    window.toast.undo()
    assert desk.cases.case(case).scenario == "S03"
    assert screen.header._title.text() == desk.scenarios.get("S03").title.en


def test_undo_of_a_change_takes_back_nothing_else(qtbot, ctx, desk, now) -> None:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    undo = []
    ctx.toast.connect(lambda text, back: undo.append(back))
    screen = case_screen(qtbot, ctx, case)
    dialog = ChangeScenarioDialog(ctx, case, screen)
    dialog.list.choose("S05")
    dialog.create_button.click()
    desk.cases.note(case, "The buyer wrote again.", now)
    undo[-1]()
    found = desk.cases.case(case)
    assert found.scenario == "S03" and len(found.notes) == 1


def test_a_closed_case_keeps_its_scenario(qtbot, ctx, desk, now) -> None:
    case = desk.cases.open(delivered_order(desk), "S03", now)
    dialog_of = case_screen(qtbot, ctx, case)
    dialog = ChangeScenarioDialog(ctx, case, dialog_of)
    dialog.show()
    desk.cases.close(case, now)
    dialog.list.choose("S05")
    dialog.create_button.click()
    assert dialog.error.isVisible() and desk.cases.case(case).scenario == "S03"
    dialog.reject()
    dialog_of.session.reload()
    assert not dialog_of.rail.change.isVisible()


def _last(desk: Desk, case: int, now) -> str:
    return desk.scenarios.get(desk.cases.case(case).scenario).steps[-1].id


@pytest.mark.parametrize("said", ["counts", "not_counted", "unknown"])
def test_what_only_the_platform_knows_is_asked(qtbot, ctx, desk, now, said) -> None:
    case = desk.cases.open(delivered_order(desk), "S19", now)
    last = _last(desk, case, now)
    walk_to(desk, case, last, now)
    screen = case_screen(qtbot, ctx, case)
    body, record = screen.centre.body, lambda: screen.centre.foot.button("continueButton")
    options = [option.id for option in body.place.options]
    assert not body._effect_row.isVisible()
    body.take_digit(options.index("lost") + 1)
    assert body._effect_row.isVisible() and body._effect.value == "", "nothing is guessed"
    assert not record().isEnabled() or "figures" in screen.centre.foot._note.text()
    body.proceed()
    assert desk.cases.case(case).closed_at is None
    QApplication.focusWidget()
    body._effect._buttons[said].click()
    assert record().isEnabled()
    record().click()
    assert desk.cases.case(case).odr == said
    assert body._effect.value == said, "a closed case shows what was said"


def test_another_outcome_is_asked_anew(qtbot, ctx, desk, now) -> None:
    case = desk.cases.open(delivered_order(desk), "S19", now)
    walk_to(desk, case, _last(desk, case, now), now)
    screen = case_screen(qtbot, ctx, case)
    body = screen.centre.body
    options = [option.id for option in body.place.options]
    lost = options.index("lost")
    other = next(at for at in range(len(options)) if at != lost)
    body.take_digit(lost + 1)
    body._effect._buttons["counts"].click()
    body.take_digit(other + 1)
    assert not body._effect_row.isVisible()
    body.take_digit(lost + 1)
    assert body._effect.value == ""
