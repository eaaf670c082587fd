"""The case workspace on real services: keys, earlier answers, undo, resume, notes, evidence, outcome."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from claimdesk.core.desk import Desk
from claimdesk.core.records.cases import CaseStatus
from claimdesk.ui.case.evidence import EvidenceBody
from claimdesk.ui.case.option_card import OptionCard
from claimdesk.ui.case.question import QuestionBody
from claimdesk.ui.case.rail_paint import ROW
from claimdesk.ui.tour.hands import breathe
from tests.ui.case_desk import case_screen, delivered_order, walk_to
from tests.ui.keys import press


@pytest.fixture
def case(desk, now) -> int:
    return desk.cases.open(delivered_order(desk), "S03", now)


@pytest.fixture
def toasts(ctx) -> list[str]:
    said: list[str] = []
    ctx.toast.connect(lambda text, undo: said.append(text))
    return said


def card(screen, option: str) -> OptionCard:
    return screen.centre.body.findChild(OptionCard, f"option-{option}")


def rail(screen) -> dict[str, str]:
    return {row.step_id: row.kind for row in screen.rail._model.rows if row.step_id}


def test_the_step_worked_on_stays_in_sight_when_the_rail_gets_lower(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    ids = [place.step.id for place in screen.session.view.walk.path]
    screen.show_step(ids[-1], ahead=True)
    steps = screen.rail._list
    assert steps.currentIndex().data(ROW).step_id == ids[-1]
    screen.host.resize(1364, 420)
    breathe(50)
    assert steps.viewport().rect().contains(steps.visualRect(steps.currentIndex()).center())
    assert steps.visualRect(steps.currentIndex()).bottom() <= steps.viewport().rect().bottom()


def test_a_case_opens_at_its_first_step_with_its_facts(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    assert screen.shown_step == "claim_filed"
    assert screen.header._title.text() == "Not received, tracking says delivered"
    assert screen.header._status.text() == "Action needed"
    assert screen.header._risk.text() == "$32.50"
    assert screen.context.order._rows[0][1].text() == "112-4098217-3356201"
    assert rail(screen)["claim_filed"] == "current" and rail(screen)["outcome"] == "ahead"


def test_digits_choose_and_enter_continues(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    press(screen, Qt.Key.Key_3)
    assert card(screen, "asked").isChecked() and not card(screen, "no").isChecked()
    press(screen, Qt.Key.Key_Return)
    assert desk.cases.case(case).answers["claim_filed"].option == "asked"
    assert screen.shown_step == "protected"
    assert rail(screen)["claim_filed"] == "done"


def test_a_whole_scenario_is_walked_with_keys(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    for _ in range(20):
        body = screen.centre.body
        if screen.message_body() is not None:
            for asked in [ask.name for ask in body.writing.fill_ins()]:
                body._on_filled(asked, "2026-11-20")
            press(screen, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            press(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            if isinstance(body, QuestionBody) and not body._options.chosen:
                press(screen, Qt.Key.Key_1)
            press(screen, Qt.Key.Key_Return)
        if screen.session.closed:
            break
    view = desk.cases.view(case, now)
    assert view.row.status is CaseStatus.CLOSED and view.case.outcome
    assert view.case.sent, "a message was marked as sent on the way"
    assert screen.header._close.text() == "Reopen"


def test_the_preselected_answer_says_why(qtbot, ctx, desk, case, now) -> None:
    walk_to(desk, case, "proof", now)
    screen = case_screen(qtbot, ctx, case)
    assert card(screen, "scan_only").isChecked()
    reason = screen.centre.body._reason
    assert reason.isVisible() and "Answer 3 is preselected" in reason.words and "11 Nov" in reason.words


def test_keys_do_nothing_while_a_note_is_written(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    press(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    field = screen.context.timeline.note
    assert field.hasFocus()
    QTest.keyClicks(field, "12 lamps in the bag")
    press(screen, Qt.Key.Key_Return)
    view = desk.cases.view(case, now)
    assert [text for _, text in view.case.notes] == ["12 lamps in the bag"]
    assert not view.case.answers, "Enter in the note answered the step"
    assert any(entry.text.en == "12 lamps in the bag" for entry in screen.session.view.timeline)
    assert isinstance(QApplication.focusWidget(), OptionCard), "the step has the keys again"


def test_an_earlier_answer_can_be_changed_and_later_ones_say_check_again(qtbot, ctx, desk, case, now) -> None:
    walk_to(desk, case, "place", now)
    screen = case_screen(qtbot, ctx, case)
    screen.rail.chosen.emit("claim_filed")
    assert screen.shown_step == "claim_filed"
    press(screen, Qt.Key.Key_2)
    press(screen, Qt.Key.Key_Return)
    assert desk.cases.case(case).answers["claim_filed"].option == "yes"
    assert rail(screen)["protected"] == "check" and rail(screen)["proof"] == "check"
    assert screen.shown_step == "protected", "the next answer that wants a look"
    assert screen.centre._again.isVisible()
    press(screen, Qt.Key.Key_Return)
    assert rail(screen)["protected"] == "done"


def test_undo_and_redo(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    press(screen, Qt.Key.Key_1)
    press(screen, Qt.Key.Key_Return)
    assert screen.shown_step == "protected"
    assert screen.undo()
    assert screen.shown_step == "claim_filed" and not desk.cases.case(case).answers
    assert screen.redo()
    assert screen.shown_step == "protected" and desk.cases.case(case).answers["claim_filed"].option == "no"
    assert not screen.redo()


def test_leaving_and_coming_back_lands_on_the_same_step(qtbot, ctx, desk, case, now, tmp_path) -> None:
    screen = case_screen(qtbot, ctx, case)
    press(screen, Qt.Key.Key_1)
    press(screen, Qt.Key.Key_Return)
    desk.close()
    again = Desk.open(tmp_path / "data")
    ctx.use_desk(again)
    try:
        fresh = case_screen(qtbot, ctx, case)
        assert fresh.shown_step == "protected"
        assert fresh.session.view.case.answers["claim_filed"].option == "no"
    finally:
        again.close()


def test_back_and_forward_show_steps_without_changing_them(qtbot, ctx, desk, case, now) -> None:
    walk_to(desk, case, "proof", now)
    screen = case_screen(qtbot, ctx, case)
    before = len(desk.cases.events(case))
    screen.go_back()
    assert screen.shown_step == "first_scan"
    screen.go_back()
    assert screen.shown_step == "protected"
    screen.go_forward()
    screen.go_forward()
    assert screen.shown_step == "proof"
    screen.go_forward()
    assert screen.shown_step == "proof", "what lies ahead cannot be opened"
    assert len(desk.cases.events(case)) == before


def test_questions_cannot_be_skipped_other_steps_can(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    assert not screen.centre.foot._skip.isVisible()
    walk_to(desk, case, "evidence", now)
    screen.session.reload()
    assert screen.centre.foot._skip.isVisible()
    screen.centre.foot._skip.click()
    assert desk.cases.case(case).answers["evidence"].option == "skipped"
    assert screen.shown_step == "decide"


def test_the_menu_offers_what_can_be_done_now(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    offered = {action.objectName(): action.isEnabled() for action in screen.menu_actions()}
    assert not offered["case-skip"] and not offered["case-copy"] and offered["case-note"]
    walk_to(desk, case, "reply_buyer", now)
    screen.session.reload()
    offered = {action.objectName(): action.isEnabled() for action in screen.menu_actions()}
    assert offered["case-skip"] and offered["case-copy"]
    next(action for action in screen.menu_actions() if action.objectName() == "case-skip").trigger()
    assert desk.cases.case(case).answers["reply_buyer"].option == "skipped"


def test_evidence_is_added_by_picking_dropping_and_pasting(qtbot, ctx, desk, case, now, tmp_path, monkeypatch) -> None:
    walk_to(desk, case, "evidence", now)
    screen = case_screen(qtbot, ctx, case)
    body = screen.centre.body
    assert isinstance(body, EvidenceBody)
    assert screen.centre.foot._note.text() == "1 required item to collect"
    picked, dropped = tmp_path / "proof.pdf", tmp_path / "photo.png"
    picked.write_bytes(b"signed")
    dropped.write_bytes(b"picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(picked)], ""))
    body._rows["tracking_page"]._add.click()
    body._rows["delivery_photo"].files_dropped.emit("delivery_photo", [str(dropped)])
    held = {(file.item, file.name) for file in desk.cases.case(case).evidence}
    assert held == {("tracking_page", "proof.pdf"), ("delivery_photo", "photo.png")}
    assert "advised" in screen.centre.foot._note.text()

    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    body.setFocus()
    press(screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    files = desk.cases.case(case).evidence
    assert len(files) == 3 and files[-1].name.endswith(".png") and len(files[-1].sha256) == 64

    body._rows["delivery_photo"].remove_asked.emit("delivery_photo", files[1].sha256)
    assert {file.item for file in desk.cases.case(case).evidence} == {"tracking_page", files[-1].item}


def test_a_file_that_is_gone_is_told_and_changes_nothing(qtbot, ctx, desk, case, now, tmp_path, toasts) -> None:
    walk_to(desk, case, "evidence", now)
    screen = case_screen(qtbot, ctx, case)
    screen.centre.body.add("tracking_page", [str(tmp_path / "gone.pdf")])
    assert toasts and not desk.cases.case(case).evidence
    assert screen.shown_step == "evidence"


def test_copied_files_are_pasted(qtbot, ctx, desk, case, now, tmp_path) -> None:
    walk_to(desk, case, "evidence", now)
    screen = case_screen(qtbot, ctx, case)
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"scan")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(mime)
    screen.centre.body.setFocus()
    press(screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(f.item, f.name) for f in desk.cases.case(case).evidence] == [("tracking_page", "scan.pdf")]


def test_the_outcome_is_recorded_with_its_amount_and_effect(qtbot, ctx, desk, case, now) -> None:
    walk_to(desk, case, "outcome", now)
    screen = case_screen(qtbot, ctx, case)
    body = screen.centre.body
    assert not screen.centre.foot.button("continueButton").isEnabled()
    assert {c._mark for c in body._options.cards} <= {"Counts", "Not counted", "Ask the platform"}
    body._field.setText("twelve")
    press(screen, Qt.Key.Key_1) if QApplication.focusWidget() is not body._field else body.take_digit(1)
    assert screen.centre.foot._note.text() == "Type the amount as 12.50"
    body._field.setText("12.50")
    screen.centre.foot.button("continueButton").click()
    recorded = [e for e in desk.cases.events(case) if e.kind == "outcome_recorded"]
    assert recorded[0].data["amount_minor"] == 1250
    assert screen.session.closed and screen.header._status.text() == "Closed"
    ended = desk.cases.outcome(screen.session.view.case.outcome)
    assert (screen.header._risk_label.text(), screen.header._risk.text()) == ("Outcome", ended.title.en)


def test_closing_can_be_taken_back(qtbot, ctx, desk, case, now, toasts) -> None:
    screen = case_screen(qtbot, ctx, case)
    screen.header._close.click()
    assert screen.session.closed and "C-0001" in toasts[-1]
    assert (screen.header._risk_label.text(), screen.header._risk.text()) == ("Outcome", "no outcome recorded")
    assert not screen.centre.foot.button("continueButton").isEnabled()
    before = len(desk.cases.events(case))
    press(screen, Qt.Key.Key_1)
    press(screen, Qt.Key.Key_Return)
    assert len(desk.cases.events(case)) == before, "a closed case is read only"
    screen.header._close.click()
    assert not screen.session.closed
    assert (screen.header._risk_label.text(), screen.header._risk.text()) == ("At risk", "$32.50")


def test_the_clock_counts_down_and_tells_safe_and_latest(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    clock = screen.context.clock
    first = clock._left.text()
    assert "Safe deadline" in clock._safe.text() and "Seattle" in clock._latest.text()
    ctx.now = lambda: now + timedelta(hours=2)
    screen._tick._go()
    assert clock._left.text() != first


def test_below_1280_the_context_is_a_drawer(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case, width=1044, height=586)
    assert not screen.context.isVisible()
    assert screen.header._clock.isVisible() and " h" in screen.header._clock.text()
    screen.toggle_context()
    assert screen.context.isVisible()
    press(screen, Qt.Key.Key_Escape)
    assert not screen.context.isVisible()


def test_folded_sections_are_remembered(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    screen.context.timeline.toggle()
    assert screen.context.timeline.folded
    other = case_screen(qtbot, ctx, case)
    assert other.context.timeline.folded and not other.context.order.folded
    other.add_note()
    assert not other.context.timeline.folded and other.context.timeline.note.hasFocus()


def test_the_language_changes_at_once(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    ctx.interface.choose("zh")
    QTest.qWait(1)
    assert screen.header._title.text() == "未收到货：物流显示已签收"
    assert screen.centre._ask.text() == "买家已经提交索赔或纠纷了吗？"
    ctx.interface.choose("en")


def test_a_case_that_is_not_there_is_told_in_place(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, 999)
    assert screen._stack.currentIndex() == 0
    assert "cannot be shown" in screen._empty.sentence.text() and screen._empty.detail.text()


def test_another_screens_change_is_taken_over(qtbot, ctx, desk, case, now) -> None:
    from claimdesk.ui.context import Changes

    screen = case_screen(qtbot, ctx, case)
    desk.cases.answer(case, "claim_filed", "no", now)
    screen.refresh(Changes(cases=True))
    assert screen.shown_step == "protected"
