"""Putting things into a draft, going back to an earlier one, spelling, other languages, rules that are off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimdesk.core.desk import Desk
from claimdesk.ui.case.reply.body import MessageBody
from claimdesk.ui.case.reply.history_dialog import HistoryDialog
from claimdesk.ui.case.reply.writing import DIFFERS, NONE, PAIRED
from tests.ui.case_desk import case_screen, composer
from tests.ui.keys import CTRL, hit
from tests.ui.reply_desk import case, desk, reply_case, settle, write

__all__ = ["case", "desk"]  # fixtures


@pytest.fixture
def body(qtbot, ctx, case) -> MessageBody:
    return composer(case_screen(qtbot, ctx, case))


def focus(body: MessageBody, index: int, at: int = -1) -> None:
    editor = body.composer.row(body.writing.lines[index].id).english
    end = len(editor.toPlainText())
    editor.select(end if at < 0 else at, end if at < 0 else at)


def menu(body: MessageBody, name: str = ""):
    insert = body._tools.insert
    insert.aboutToShow.emit()
    if not name:
        return insert
    found = next(action.menu() for action in insert.actions() if action.menu() and action.menu().objectName() == name)
    found.aboutToShow.emit()
    return found


def pick(actions, words: str) -> None:
    next(action for action in actions if action.text().startswith(words)).trigger()


def tinted(body: MessageBody, line_id: str, kind: str) -> set[str]:
    editor = body.composer.row(line_id).english
    return {editor.toPlainText()[m.start : m.end] for m in editor._marks if m.kind == kind}


def test_a_paragraph_of_ones_own_has_no_meaning_until_it_is_written(body, desk, case, qtbot, ctx) -> None:
    focus(body, 1)
    pick(menu(body).actions(), "New paragraph")
    own = body.writing.lines[2]
    row = body.composer.row(own.id)
    assert row.english.hasFocus() and own.text == ""
    QTest.keyClicks(row.english, "The scan was made at 14:05.")
    settle(body)
    assert own.meaning == NONE and row._doubt.text() == "Written by hand, no meaning yet"
    assert row._write.isVisible() and not body.composer.head.paired.isVisible()
    row._write.click()
    assert row.chinese.hasFocus()
    QTest.keyClicks(row.chinese, "x")
    assert own.meaning == PAIRED and not row._write.isVisible()
    settle(body)
    text = body.writing.text
    again = composer(case_screen(qtbot, ctx, case))
    assert again.writing.text == text and again.writing.lines[2].text == "The scan was made at 14:05."
    focus(again, 2)
    pick(menu(again).actions(), "Remove this paragraph")
    assert "14:05" not in again.writing.text and len(again.writing.lines) == len(body.writing.lines) - 1
    focus(again, 0)
    assert not next(a for a in menu(again).actions() if a.text() == "Remove this paragraph").isEnabled()


def test_a_paragraph_of_another_letter_comes_with_its_meaning_and_values(body) -> None:
    letters = menu(body, "insertLetters").actions()
    assert len(letters) > 10
    focus(body, 0)
    paragraphs = letters[0].menu().actions()
    paragraphs[1].trigger()
    line = body.writing.lines[1]
    assert line.after == body.writing.lines[0].id and line.text and line.gloss and line.meaning == PAIRED
    assert {line.text[s.start : s.end] for s in line.spans} == tinted(body, line.id, "value") | tinted(
        body, line.id, "missing"
    )


def test_a_value_is_put_where_the_cursor_is(body) -> None:
    line = body.writing.lines[2]
    write(body, 2, "We asked them today.")
    focus(body, 2, len("We asked"))
    pick(menu(body, "insertValues").actions(), "Order number")
    settle(body)
    assert line.text == "We asked 112-4098217-3356201 them today."
    assert "112-4098217-3356201" in tinted(body, line.id, "value")
    assert line.meaning == DIFFERS
    editor = body.composer.row(line.id).english
    assert editor.textCursor().position() == len("We asked 112-4098217-3356201")
    editor.undo()
    settle(body)
    assert line.text == "We asked them today."


def test_a_place_to_fill_in_is_asked_for_and_blocks_copy(body) -> None:
    write(body, 2, "It lay at")
    focus(body, 2)
    action = next(a for a in menu(body, "insertPlaces").actions() if a.data() == "evidence_list")
    action.trigger()
    settle(body)
    line = body.writing.lines[2]
    assert line.text == "It lay at {{ evidence_list }}" and body.writing.missing == ("evidence_list",)
    assert not body.may_copy
    field = body.composer._fills["evidence_list"].field
    assert field.isVisible()
    field.setFocus()
    QTest.keyClicks(field, "1. the door")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(body)
    assert body.writing.lines[2].text == "It lay at 1. the door" and not body.writing.missing


def test_the_list_of_evidence_names_the_files_of_the_case(qtbot, ctx, desk, case, now, tmp_path) -> None:
    file = tmp_path / "signature.pdf"
    file.write_bytes(b"%PDF-1.4")
    desk.cases.add_evidence(case, "proof", file, now)
    body = composer(case_screen(qtbot, ctx, case))
    write(body, 2, "We have:")
    focus(body, 2)
    pick(menu(body).actions(), "List of evidence")
    assert body.writing.lines[2].text == "We have: 1. signature.pdf"


def test_what_was_typed_for_another_template_is_found_again(body, desk, case, now, monkeypatch) -> None:
    first = body.writing.draft.template
    write(body, 2, "An hour of careful words.")
    text = body.writing.text
    body._tools._template.menu().actions()[1].trigger()
    settle(body)
    assert body.writing.draft.template != first and "careful words" not in body.writing.text
    assert [kept.text for kept in desk.cases.draft_history(case, "reply_buyer")] == [text], "before anything is typed"
    write(body, 0, "Hello there.")
    body._tools._history.click()
    dialog = body.findChild(HistoryDialog)
    assert dialog.isVisible() and "careful words" in dialog.text.toPlainText() + "".join(
        state.text for state in dialog._states
    )
    wanted = next(at for at, state in enumerate(dialog._states) if state.text == text)
    dialog.list.set_value(str(wanted))
    assert dialog.text.toPlainText() == text
    dialog.restore.click()
    settle(body)
    assert body.writing.draft.template == first and body.writing.text == text
    assert any("Hello there." in kept.text for kept in desk.cases.draft_history(case, "reply_buyer")), "nothing is lost"


def test_an_empty_history_says_how_it_fills(body) -> None:
    body._tools._history.click()
    dialog = body.findChild(HistoryDialog)
    assert not dialog.restore.isEnabled() and dialog.list.value == ""


def test_a_slip_is_underlined_and_mended_from_the_menu(body) -> None:
    write(body, 2, "We recieved your answer.")
    line = body.writing.lines[2]
    editor = body.composer.row(line.id).english
    assert any(m.misspelt and line.text[m.start : m.end] == "recieved" for m in editor._marks)
    found = editor.context_menu(5)
    assert [action.text() for action in found.actions()[:2]] == ["received", "relieved"]
    found.actions()[0].trigger()
    settle(body)
    assert line.text == "We received your answer."
    assert not any(m.misspelt for m in editor._marks)
    assert not any(action.text() == "received" for action in editor.context_menu(5).actions())


def test_a_slip_is_mended_from_its_card_and_the_meaning_stays(body) -> None:
    original = body.writing.lines[3].text
    write(body, 3, original + " We recieved it.")
    body.composer.row(body.writing.lines[3].id).chinese.replace_text("意思")
    settle(body)
    while body.composer.current_finding and body.composer.current_finding.category != "spelling":
        body.composer.go_to_issue(1)
    assert body.composer._card._use.text() == "Use “received”"
    body.composer.use_suggestion()
    settle(body)
    assert body.writing.lines[3].text.endswith("We received it.") and body.writing.lines[3].meaning == PAIRED


def test_a_word_of_ones_own_is_never_named_again(body, desk) -> None:
    write(body, 2, "The recieved lamp.")
    editor = body.composer.row(body.writing.lines[2].id).english
    pick(editor.context_menu(6).actions(), "Add “recieved” to my words")
    settle(body)
    assert desk.policy.own_words() == {"recieved"}
    assert not any(m.misspelt for m in editor._marks)


def test_emoji_before_a_slip_move_no_mark(body) -> None:
    write(body, 2, "😀😀 We recieved it.")
    editor = body.composer.row(body.writing.lines[2].id).english
    mark = next(m for m in editor._marks if m.misspelt)
    cursor = editor.textCursor()
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "recieved"


def test_a_rule_that_is_off_is_told(body, desk, ctx, case, now, qtbot) -> None:
    assert body.checks._words.text() == ""
    passed = body.checks._passed.text()
    desk.policy.switch_off("FM-02", "Our text is plain anyway", now)
    again = composer(case_screen(qtbot, ctx, case))
    assert again.checks._words.text() == "1 rule is off" and again.checks._passed.text() != passed


def test_the_reply_speaks_the_language_of_the_marketplace_and_can_be_switched(qtbot, ctx, desk, now) -> None:
    with desk.store.writing() as conn:
        conn.exec_driver_sql("UPDATE orders SET marketplace = 'amazon.de'")
    body = composer(case_screen(qtbot, ctx, reply_case(desk, now)))
    assert body.writing.draft.language == "de" and body.composer.head._left.text() == "Deutsch"
    english = next(a for a in body._tools._language.menu().actions() if a.text() == "English")
    english.trigger()
    settle(body)
    assert body.writing.draft.language == "en" and body.writing.lines[0].text.startswith("Hello")
    write(body, 1, "Some English words.")
    next(a for a in body._tools._language.menu().actions() if a.text().startswith("Deutsch")).trigger()
    assert body.writing.draft.language == "de" and "Some English" not in body.writing.text


def test_words_typed_for_an_english_letter_are_asked_for_again_in_german(body) -> None:
    write(body, 2, "It lay at")
    focus(body, 2)
    next(a for a in menu(body, "insertPlaces").actions() if a.data() == "delivery_place").trigger()
    settle(body)
    line_id = body.writing.lines[2].id
    body._on_filled("delivery_place", "the front door")
    assert next(line for line in body.writing.lines if line.id == line_id).text == "It lay at the front door"
    next(a for a in body._tools._language.menu().actions() if a.text().startswith("Deutsch")).trigger()
    focus(body, 2)
    next(a for a in menu(body, "insertPlaces").actions() if a.data() == "delivery_place").trigger()
    settle(body)
    row = body.composer._fills["delivery_place"]
    assert row.isVisible() and row.field.text() == "" and row.field.placeholderText() == "type it in Deutsch"
    body._on_filled("delivery_place", "der Haustür")
    assert "der Haustür" in body.writing.text and "front door" not in body.writing.text
    assert body.writing.fills == {"delivery_place": "the front door", "delivery_place@de": "der Haustür"}


def test_the_keyboard_opens_the_insert_menu(qtbot, ctx, case, monkeypatch) -> None:
    screen = case_screen(qtbot, ctx, case)
    opened: list[bool] = []
    monkeypatch.setattr(composer(screen)._tools._insert, "showMenu", lambda: opened.append(True))
    hit(screen, Qt.Key.Key_J, CTRL)
    assert opened == [True]


_TYPIST = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from claimdesk.core.desk import Desk
from claimdesk.ui.application import Application
from claimdesk.ui.tour.hands import breathe
folder, case_id = Path(sys.argv[1]), int(sys.argv[2])
settings = QSettings(str(folder.parent / "typist.ini"), QSettings.Format.IniFormat)
app = Application(["claimdesk"], settings=settings, language="en", theme="light")
window = app.show_window(folder, lambda: Desk.open(folder))
for _ in range(100):
    breathe(50)
    if app.ctx.desk is not None:
        break
app.ctx.open_case.emit(case_id)
editor = None
for _ in range(200):
    breathe(50)
    editor = next((w for w in window.findChildren(object) if w.objectName().startswith("english-") and w.isVisible()), None)
    if editor is not None:
        break
editor.setFocus()
QTest.keyClicks(editor, "Typed before the crash. ")
breathe(1_000)
print("quiet", flush=True)
breathe(60_000)
"""


def test_a_crash_loses_nothing_older_than_the_pause(desk, case, now) -> None:
    """The window is killed without warning a second after the last key: a busy machine saves a little later than 400 ms."""
    folder = desk.folder
    desk.close()
    typist = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, str(folder), str(case)], stdout=subprocess.PIPE, text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert typist.stdout is not None
    try:
        assert typist.stdout.readline().strip() == "quiet"
    finally:
        os.kill(typist.pid, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        typist.stdout.close()
        typist.wait()
    again = Desk.open(folder)
    kept = again.cases.saved_draft(case, "reply_buyer")
    again.close()
    assert kept is not None and "Typed before the crash." in kept["text"]


def test_a_minute_later_the_earlier_words_can_be_looked_at(body, desk, case, now, ctx) -> None:
    write(body, 2, "First words of this paragraph.")
    ctx.now = lambda: now + timedelta(minutes=2)
    write(body, 2, "Other words of this paragraph.")
    kept = desk.cases.draft_history(case, "reply_buyer")
    assert len(kept) == 1 and "First words" in kept[0].text
