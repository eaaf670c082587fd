"""The Templates screen over a real desk: reading, writing by keyboard and mouse, history, and what may never be lost."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from claimdesk.ui.widgets.chips import Chip
from tests.ui.templates_desk import ALT, CTRL, ID, click, end_of, open_screen, sent, texts


@pytest.fixture
def screen(qtbot, ctx, desk):
    made = open_screen(qtbot, ctx)
    yield made
    made.keeper.flush()


# reading


def test_templates_stand_by_stage_with_their_counts(screen, desk) -> None:
    assert screen.head.aside.text() == str(len(desk.replies.all()))
    model = screen.tree.model()
    heads = [model.index(row, 0) for row in range(model.rowCount()) if model.index(row, 0).data(Qt.UserRole + 1)]
    assert len(heads) == 8
    assert sum(head.data(Qt.UserRole + 3) for head in heads) == len(desk.replies.all())
    chips = [chip.text() for chip in screen.editor.findChildren(Chip) if chip.isVisibleTo(screen)]
    assert "To the buyer" in chips


@pytest.mark.parametrize("words, found", [
    ("超期 退款", "B_INR_LATE_OFFER"), ("late refund or wait", None), ("Sendungsverfolgung im Blick", "B_INR_IN_WINDOW"),
    ("返金も含めて", "B_INR_IN_WINDOW"),
])  # fmt: skip
def test_a_search_reads_every_language(screen, desk, words, found) -> None:
    screen.search.setText(words)
    screen.search.returnPressed.emit()
    if found:
        assert found in [row.id for group in screen.tree._groups for row in group.rows]


def test_nothing_found_says_so_and_shows_all_again(screen) -> None:
    screen.search.setText("zebra crossing")
    screen.search.returnPressed.emit()
    assert screen.middle.currentWidget() is screen.empty
    assert not screen.about.isVisible()
    QTest.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    assert screen.middle.currentWidget() is screen.editor
    assert screen.tree.value


def test_platforms_narrow_the_tree_to_what_fits_there(screen, desk) -> None:
    screen.left.platform.set_values(("dhgate",), tell=True)
    listed = {row.id for group in screen.tree._groups for row in group.rows}
    assert listed == {t.id for t in desk.replies.all() if t.fits("dhgate")}


def test_variables_are_chips_and_are_copied_as_names(screen) -> None:
    editor = sent(screen, 2)
    assert "{{" not in editor.toPlainText()
    assert "{{ order_id }}" in editor.text()
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == editor.text()


# writing


def test_two_braces_open_the_list_and_enter_takes_from_it(screen, desk) -> None:
    editor = end_of(sent(screen, 2))
    before = editor.text()
    QTest.keyClicks(editor, " By {{carr")
    assert screen.variables.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, ".")
    assert editor.text() == before + " By {{ carrier }}."
    assert not screen.variables.isVisible()
    screen.keeper.flush()
    assert desk.replies.get(ID).paragraphs[2].en == before + " By {{ carrier }}."


def test_the_list_is_found_by_chinese_words_and_esc_leaves_it(screen) -> None:
    editor = end_of(sent(screen, 2))
    QTest.keyClicks(editor, " {{")
    editor.insertPlainText("承运")
    rows = [screen.variables.list.item(at).text() for at in range(screen.variables.list.count())]
    assert rows[0] == "Carrier" and len(rows) < 5
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not screen.variables.isVisible()
    assert editor.hasFocus()


def test_a_name_typed_out_or_pasted_becomes_a_chip(screen) -> None:
    editor = end_of(sent(screen, 2))
    QTest.keyClicks(editor, " {{ sku }}")
    assert "sku" not in editor.toPlainText()
    data = QMimeData()
    data.setText(" and {{item}}")
    editor.insertFromMimeData(data)
    assert editor.text().endswith(" {{ sku }} and {{ item }}")


def test_signs_beyond_the_first_plane_lose_nothing(screen) -> None:
    editor = end_of(sent(screen, 2))
    before = editor.text()
    editor.insertPlainText(" \U0001f600\U0001f69a {{ sku }} 𠮷 ")
    QTest.keyClicks(editor, "{{carr")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == before + " \U0001f600\U0001f69a {{ sku }} 𠮷 {{ carrier }}"
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == editor.text()


def test_every_step_can_be_taken_back_and_put_again(screen) -> None:
    editor = end_of(sent(screen, 2))
    start = copy.deepcopy(screen._text.data)
    first = editor.text()
    QTest.keyClicks(editor, " More.")
    QTest.keyClick(editor, Qt.Key.Key_Down, ALT)
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    count = len(screen._text.paragraphs)
    for _ in range(10):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert screen._text.data == start
    assert sent(screen, 2).text() == first
    for _ in range(10):
        assert screen.redo() or True
    assert len(screen._text.paragraphs) == count
    assert sent(screen, 3).text() == first + " More."


def test_paragraphs_are_added_moved_made_optional_and_removed(screen, desk) -> None:
    ids = [p["id"] for p in screen._text.paragraphs]
    end_of(sent(screen, 2))
    click(screen.sheet._rows[ids[2]], "paragraph-add")
    new = next(p["id"] for p in screen._text.paragraphs if p["id"] not in ids)
    editor = QApplication.focusWidget()
    assert editor is screen.sheet._rows[new].sent
    QTest.keyClicks(editor, "I am here for you.")
    screen.sheet._rows[new].read.insertPlainText("我随时在。")
    row = screen.sheet._rows[new]
    row.strip.optional.click()
    row.strip.when.setText("not item")
    row.strip.when.editingFinished.emit()
    click(row, "paragraph-up")
    screen.keeper.flush()
    kept = desk.replies.get(ID).paragraphs
    assert [p.id for p in kept] == [*ids[:2], new, *ids[2:]]
    assert (kept[2].en, kept[2].zh, kept[2].optional, kept[2].when) == (
        "I am here for you.",
        "我随时在。",
        True,
        "not item",
    )
    assert "“Item” is not known" in row._terms.text()
    click(row, "paragraph-remove")
    screen.keeper.flush()
    assert [p.id for p in desk.replies.get(ID).paragraphs] == ids


def test_faulty_text_is_kept_and_marked_while_the_text_before_counts(screen, desk) -> None:
    before = desk.replies.get(ID)
    editor = end_of(sent(screen, 2))
    QTest.keyClicks(editor, " {{ nobody }}")
    screen.keeper.flush()
    screen.previewing.now()
    assert desk.replies.get(ID) == before
    assert desk.revisions.state(ID).template.paragraphs[2].en.endswith("{{ nobody }}")
    assert "nobody" in screen.sheet._rows[before.paragraphs[2].id]._faults.text()
    assert screen.editor.fault_bar.isVisibleTo(screen)
    assert "1 to check" in screen.about.checks.state.text()


def test_text_is_kept_after_a_pause_and_when_the_screen_is_left(qtbot, screen, desk) -> None:
    editor = end_of(sent(screen, 2))
    QTest.keyClicks(editor, " One.")
    assert not desk.replies.get(ID).paragraphs[2].en.endswith("One.")
    qtbot.waitUntil(lambda: desk.replies.get(ID).paragraphs[2].en.endswith("One."))
    QTest.keyClicks(editor, " Two.")
    screen.hide()
    assert desk.replies.get(ID).paragraphs[2].en.endswith("Two.")


def test_another_template_never_gets_what_was_typed_in_the_one_before(screen, desk) -> None:
    QTest.keyClicks(end_of(sent(screen, 2)), " Mine.")
    other = desk.replies.get("B_LOST")
    screen.tree.choose("B_LOST")
    assert desk.replies.get(ID).paragraphs[2].en.endswith(" Mine.")
    screen.tree.choose(ID)
    assert sent(screen, 2).text().endswith(" Mine.")
    assert desk.replies.get("B_LOST") == other


def test_text_that_cannot_be_kept_stays_and_is_kept_later(screen, desk, monkeypatch) -> None:
    def full(*_args: object, **_given: object) -> object:
        raise OSError("disk full")

    QTest.keyClicks(end_of(sent(screen, 2)), " Later.")
    with monkeypatch.context() as patch:
        patch.setattr(type(desk.revisions), "save", full)
        screen.tree.choose("B_LOST")
    assert screen.editor.trouble.isVisibleTo(screen)
    screen.tree.choose(ID)
    assert sent(screen, 2).text().endswith(" Later.")
    screen.keeper.flush()
    assert desk.replies.get(ID).paragraphs[2].en.endswith(" Later.")


def test_one_language_changed_marks_the_others_until_they_fit(screen, desk) -> None:
    key = screen._text.paragraphs[2]["id"]
    QTest.keyClicks(end_of(sent(screen, 2)), " Soon.")
    screen.keeper.flush()
    row = screen.sheet._rows[key]
    assert row.read_note.isVisibleTo(row) and not row.sent_note.isVisibleTo(row)
    screen.sheet.language_chosen.emit("de")
    assert row.sent_note.isVisibleTo(row)
    QTest.mouseClick(row.read_note.fits, Qt.MouseButton.LeftButton)
    screen.keeper.flush()
    assert "zh" not in desk.revisions.state(ID).stale[key] and "de" in desk.revisions.state(ID).stale[key]
    assert not row.read_note.isVisibleTo(row)


def test_languages_that_nobody_has_checked_say_so(screen) -> None:
    offered = [action.text() for action in screen.sheet.languages.menu().actions()]
    assert [words for words in offered if "have a native speaker check" in words] == [
        words for words in offered if words.startswith(("Deutsch", "Français", "Español", "Italiano", "日本語"))
    ]
    assert len(offered) == 6


def test_fields_are_added_changed_and_taken_out(screen, desk) -> None:
    click(screen.about, "add-field")
    dialog = screen.findChild(QWidget, "template-field")
    dialog.english.setText("Day of the call")
    dialog.chinese.setText("通话日期")
    dialog.kind.setCurrentIndex(dialog.kind.findData("date"))
    click(dialog, "field-ok")
    assert screen._text.fields[-1]["name"] == "day_of_the_call"
    QTest.keyClicks(end_of(sent(screen, 2)), " {{day of the c")
    QTest.keyClick(sent(screen, 2), Qt.Key.Key_Tab)
    screen.keeper.flush()
    kept = desk.replies.get(ID)
    assert kept.paragraphs[2].en.endswith("{{ day_of_the_call }}") and kept.fields[-1].kind == "date"


# looking


def test_the_preview_follows_the_text_and_the_order_chosen(screen, desk) -> None:
    screen.tree.choose("B_SNAD_OPTIONS")
    screen.preview._choose("bare")
    screen.previewing.now()
    assert screen.preview.state.text() == "1 variable is empty"
    assert "Return route" in screen.preview.text()
    number = screen._catalogue.orders[0][0]
    screen.preview._choose(number)
    screen.previewing.now()
    assert number in screen.preview.text()
    screen.preview.number.setText("no such order")
    screen.preview._on_number()
    assert "no such order" in texts(screen.preview)
    screen.preview._choose("rich")
    QTest.keyClicks(end_of(sent(screen, 2)), " Fresh words.")
    screen.previewing.now()
    assert "Fresh words." in screen.preview.text()


def test_the_check_names_what_breaks_a_rule_and_why(screen) -> None:
    QTest.keyClicks(end_of(sent(screen, 2)), " Please change your review to five stars and I will send you $10.")
    screen.previewing.now()
    assert "to check" in screen.about.checks.state.text()
    assert "Asks to change a review" in texts(screen.about.checks)


def test_a_clean_letter_to_a_buyer_is_told_what_it_is_free_of(screen) -> None:
    review, contact = "No request for a review", "No link, e-mail or phone"
    said = texts(screen.about.checks)
    assert review in said and contact in said and "rules found nothing" in said
    QTest.keyClicks(end_of(sent(screen, 2)), " Please change your review.")
    screen.previewing.now()
    said = texts(screen.about.checks)
    assert review not in said and contact in said
    screen.tree.choose("P_POD")
    assert contact not in texts(screen.about.checks), "nothing of it is asked of a letter to the platform"


def test_too_few_cases_tell_no_rate(screen) -> None:
    assert "Too few cases" in texts(screen.about.use)
