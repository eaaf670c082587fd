"""The composer on real services: missing values, findings, rewording, autosave, copy, sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from claimdesk.core.records.replies import Severity
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.context import Changes
from claimdesk.ui.tour.hands import breathe
from tests.ui.case_desk import case_screen, composer
from tests.ui.keys import ALT, CTRL, SHIFT, press
from tests.ui.reply_desk import at_platform, case, desk, settle, write

__all__ = ["at_platform", "case", "desk"]  # fixtures

BAD = "Please change your review after the refund."


def test_the_draft_is_paired_and_its_values_are_marked(qtbot, ctx, case) -> None:
    body = composer(case_screen(qtbot, ctx, case))
    assert body.writing.draft.template == "B_INR_DELIVERED_CHECK"
    first = body.writing.lines[0]
    row = body.composer.row(first.id)
    assert row.english.toPlainText() == first.text and row.chinese.toPlainText() == first.gloss
    tinted = {row.english.toPlainText()[m.start : m.end] for m in row.english._marks if m.kind == "value"}
    assert "Dana" in tinted
    length = f"{len(body.writing.text):,} / {body.writing.draft.limit:,}"
    assert body.composer.head.count.text() == length
    assert "rules passed" in body.checks._passed.text()


def test_copy_puts_plain_english_on_the_clipboard_and_shows_the_way(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    assert not body.sending.isVisible()
    press(screen, Qt.Key.Key_C, CTRL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert text == body.writing.text and "{{" not in text and "您好" not in text
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    assert body.sending.isVisible()
    assert screen.session.view.walk.at("reply_buyer").step.paste_where.en == body.sending._lines[1][1].text()
    assert [e.kind for e in desk.cases.events(case)][-1] == "copied"


def test_sent_keeps_the_exact_text_and_moves_on(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    write(body, 1, "Your parcel is at your door.")
    exact, gloss = body.writing.text, body.writing.gloss
    press(screen, Qt.Key.Key_Return, CTRL)
    view = desk.cases.view(case, now)
    assert view.case.sent[-1].data["text"] == exact
    assert view.case.sent[-1].data["gloss"] == gloss
    assert view.case.answers["reply_buyer"].option == "done"
    assert screen.shown_step == view.walk.current == "reply_pod"
    notes = {row.step_id: screen.rail._second_line(row) for row in screen.rail._model.rows if row.step_id}
    assert notes["reply_buyer"] == "Sent today 14:20"


def test_what_was_sent_is_shown_as_it_was(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    write(body, 1, "Your parcel is at your door.")
    body.mark_sent()
    screen.show_step("reply_buyer")
    assert composer(screen)._shows_sent
    shown = [body.composer.row(line.id).english for line in body.composer._writing.lines]
    assert any(editor.toPlainText() == "Your parcel is at your door." for editor in shown)
    assert all(editor.isReadOnly() for editor in shown)
    screen.centre.foot.button("continueButton").click()
    assert screen.shown_step == "reply_pod"
    screen.show_step("reply_buyer")
    screen.centre.foot.button("writeAgain").click()
    assert not composer(screen)._shows_sent and composer(screen).may_copy


def test_a_missing_value_is_asked_in_place_and_blocks_copy(qtbot, ctx, desk, at_platform) -> None:
    screen = case_screen(qtbot, ctx, at_platform)
    body = composer(screen)
    assert body.writing.missing == ("evidence_list",)
    assert not body.may_copy and not screen.centre.foot.button("copyEnglish").isEnabled()
    assert screen.centre.foot._note.text() == "Fill in 1 value first"
    assert body.checks._missing.text() == "1 value to fill in"
    before = QGuiApplication.clipboard().text()
    press(screen, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == before

    field = body.composer._fills["evidence_list"].field
    assert field.isVisible() and field.hasFocus(), "the first thing to do has the focus"
    QTest.keyClicks(field, "1. delivery record")
    press(screen, Qt.Key.Key_Return)
    settle(body)
    assert "Evidence: 1. delivery record." in body.writing.text
    assert body.may_copy and not body.checks._missing.isVisible()


def test_an_error_blocks_copy_until_the_safer_wording_is_taken(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    write(body, 2, f"{BAD} I will help you.")
    wrong = [f for f in body.composer.findings if f.severity is Severity.BLOCK]
    assert wrong and not body.may_copy
    assert screen.centre.foot._note.text() == (
        "Fix or accept 1 issue first" if len(wrong) == 1 else f"Fix or accept {len(wrong)} issues first"
    )
    line = body.writing.lines[2]
    row = body.composer.row(line.id)
    waves = [row.english.toPlainText()[m.start : m.end] for m in row.english._marks if m.kind == "block"]
    assert any("change your review" in wave for wave in waves)
    assert body.composer._card.isVisible()
    press(screen, Qt.Key.Key_Return, ALT)
    settle(body)
    assert body.writing.lines[2].text == (
        "If anything is still not right, please tell me here and I will solve it. I will help you."
    )
    assert "如果还有任何问题，请在这里告诉我，我会解决。" in body.writing.lines[2].gloss, "in both languages"
    assert body.may_copy
    row.english.undo()
    settle(body)
    assert body.writing.lines[2].text.startswith(BAD) and not body.may_copy


def test_an_error_kept_needs_a_reason_that_goes_into_the_timeline(qtbot, ctx, desk, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    write(body, 2, BAD)
    while body.composer.current_finding is not None:
        card = body.composer._card
        card._keep.click()
        assert card._reason.isVisible() and card._reason.hasFocus()
        press(screen, Qt.Key.Key_Return)
        assert not body.may_copy, "an empty reason is none"
        QTest.keyClicks(card._reason, "Asked by Amazon in writing")
        press(screen, Qt.Key.Key_Return)
        settle(body)
    assert body.may_copy
    accepted = [e for e in desk.cases.events(case) if e.kind == "finding_accepted"]
    assert accepted and accepted[0].data["reason"] == "Asked by Amazon in writing"
    again = composer(case_screen(qtbot, ctx, case))
    settle(again)
    assert again.may_copy, "what was accepted stays accepted"


def test_f8_goes_through_the_issues(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    write(body, 1, BAD)
    write(body, 3, "Call me at +86 138 0013 8000.")
    seen = []
    for _ in body.composer.findings:
        press(screen, Qt.Key.Key_F8)
        seen.append(body.composer.current_finding.excerpt)
    assert len(set(seen)) == len(body.composer.findings)
    press(screen, Qt.Key.Key_F8, SHIFT)
    assert body.composer.current_finding.excerpt == seen[-2]


def test_an_error_that_comes_opens_its_card_over_a_mere_doubt(qtbot, ctx, case) -> None:
    body = composer(case_screen(qtbot, ctx, case))
    write(body, 1, "Please see the attached photo.")
    assert body.composer.current_finding.severity is Severity.WARN
    write(body, 2, BAD)
    assert body.composer.current_finding.severity is Severity.BLOCK
    assert body.composer._card.parent() is body.composer.row(body.writing.lines[2].id)._below


def test_a_paragraph_changed_by_hand_marks_its_meaning(qtbot, ctx, case) -> None:
    body = composer(case_screen(qtbot, ctx, case))
    original = body.writing.lines[2].text
    row = body.composer.row(body.writing.lines[2].id)
    write(body, 2, original + " Thank you.")
    assert row._doubt.isVisible() and row._doubt.text() == "Meaning may differ"
    write(body, 2, original)
    assert not row._doubt.isVisible()
    write(body, 2, "Something else.")
    row.chinese.replace_text("别的内容。")
    settle(body)
    assert not row._doubt.isVisible() and body.writing.lines[2].gloss == "别的内容。"


def type_into(body: MessageBody, index: int, text: str) -> None:
    """Key by key, before the paragraph, without letting a pause run out."""
    row = body.composer.row(body.writing.lines[index].id)
    row.english.setFocus()
    QTest.keyClicks(row.english, text)


def test_what_is_typed_is_kept_after_a_pause_and_restored(qtbot, ctx, desk, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    type_into(body, 2, "Hello again. ")
    assert body._keeping.timer.isActive() and body._keeping.timer.interval() == 400
    qtbot.waitUntil(lambda: desk.cases.saved_draft(case, "reply_buyer") is not None, timeout=3000)
    text = body.writing.text
    again = composer(case_screen(qtbot, ctx, case))
    assert again.writing.text == text and "Hello again. " in text


def test_leaving_before_the_pause_loses_nothing(qtbot, ctx, desk, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    type_into(body, 2, "Hello again. ")
    screen.go_back()
    assert "Hello again. " in desk.cases.saved_draft(case, "reply_buyer")["lines"][0]["text"]
    screen.go_forward()
    assert "Hello again. " in composer(screen).writing.text


def test_another_template_is_chosen(qtbot, ctx, case) -> None:
    body = composer(case_screen(qtbot, ctx, case))
    actions = body._tools._template.menu().actions()
    assert len(actions) >= 2 and actions[0].isChecked()
    actions[1].trigger()
    assert body.writing.draft.template == "B_ACK_24H"
    assert "B_ACK_24H" not in body._tools._template.text()


def test_what_was_typed_is_there_again_when_the_language_is_switched_back(qtbot, ctx, desk, case) -> None:
    body = composer(case_screen(qtbot, ctx, case))
    template = body.writing.draft.template
    write(body, 1, "My own words.")
    body._choose(template, "fr")
    settle(body)
    assert body.writing.draft.language == "fr" and "My own words." not in body.writing.text
    write(body, 1, "Mes mots.")
    body._choose(template, "en")
    settle(body)
    assert body.writing.draft.language == "en" and body.writing.lines[1].text == "My own words."
    assert desk.cases.saved_draft(case, "reply_buyer")["language"] == "en", "kept as it is shown"
    body._choose(template, "fr")
    settle(body)
    assert body.writing.lines[1].text == "Mes mots."


def test_pasted_markup_is_plain_text(qtbot, ctx, case) -> None:
    from PySide6.QtCore import QMimeData

    body = composer(case_screen(qtbot, ctx, case))
    row = body.composer.row(body.writing.lines[2].id)
    mime = QMimeData()
    mime.setHtml("<b>bold</b>")
    mime.setText("bold")
    row.english.selectAll()
    row.english.insertFromMimeData(mime)
    settle(body)
    assert body.writing.lines[2].text == "bold"


def test_a_closed_case_cannot_be_written_to(qtbot, ctx, desk, case, now) -> None:
    desk.cases.close(case, now)
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    assert body.composer.row(body.writing.lines[0].id).english.isReadOnly()
    assert not body.may_copy


def test_an_open_draft_follows_its_template_and_keeps_what_was_typed(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    own = body.writing.lines[-1]
    write(body, len(body.writing.lines) - 1, "Written by hand.")
    body.copy_english()
    state = desk.revisions.state(body.writing.draft.template)
    data = state.template.model_dump(mode="json")
    data["paragraphs"].append({"id": "own_1", "en": "One more sentence.", "zh": "再加一句。"})
    desk.revisions.save(state.template.id, data, now)
    screen.refresh(Changes(settings=True))
    breathe(5)
    settle(body)
    assert body.writing.lines[-1].text == "One more sentence." and not body.writing.copied_at
    assert next(line.text for line in body.writing.lines if line.id == own.id) == "Written by hand."
    assert body.composer.row("own_1").english.toPlainText() == "One more sentence."


def test_what_was_copied_stays_copied_while_nothing_changes(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    settle(body)
    body.copy_english()
    before = body.writing
    screen.refresh(Changes(settings=True))
    breathe(5)
    assert body.writing is before and before.copied_at


def test_a_deleted_template_gives_way_to_the_first_of_the_step(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    first = body.writing.draft.template
    shipped = desk.revisions.state(first).template
    own = desk.revisions.create(shipped.model_copy(update={"id": "B_OWN_ONE"}), now).template.id
    body._choose(own, "en")
    settle(body)
    assert body.writing.draft.template == own
    desk.revisions.reset(own, now)
    screen.refresh(Changes(settings=True))
    breathe(5)
    assert body.writing.draft.template == first and body.composer.isVisible() and not body._trouble.isVisible()


def test_tools_stand_below_the_question_where_both_have_no_room(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case, width=1204, height=700)
    body = composer(screen)
    tools = body.tools()
    right = tools.mapTo(screen.centre, tools.rect().bottomRight())
    assert right.x() <= screen.centre.width() and screen.centre._page.width() <= screen.centre.width()
    assert tools.y() > screen.centre._ask.y()
    screen.host.resize(1500, 700)
    breathe(5)
    assert tools.mapTo(screen.centre, tools.rect().bottomRight()).x() > screen.centre.width() - 60


def test_both_halves_of_the_head_are_as_wide_as_the_columns(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case, width=1204, height=700)
    head = composer(screen).composer.head
    assert head._right.mapTo(head, head._right.rect().topLeft()).x() >= head.width() // 2
