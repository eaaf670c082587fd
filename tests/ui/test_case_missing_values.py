"""The composer around its text: values that nobody has given yet, read only when certain, and its head and foot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from claimdesk.ui.fonts import role_font
from claimdesk.ui.tour.hands import breathe
from claimdesk.ui.widgets.painting import text_width
from tests.ui.case_desk import case_screen, composer, delivered_order, walk_to
from tests.ui.keys import press
from tests.ui.reply_desk import at_platform, case, desk, settle, write

__all__ = ["at_platform", "case", "desk"]  # fixtures


def test_a_missing_value_is_shown_by_the_words_people_know_it_by(qtbot, ctx, desk, at_platform) -> None:
    body = composer(case_screen(qtbot, ctx, at_platform))
    line = next(line for line in body.writing.lines if "evidence_list" in line.missing)
    row = body.composer.row(line.id)
    assert "{{ evidence_list }}" in line.text == row.english.toPlainText(), "what is kept has the name"
    words = next(ask.ask for ask in body.writing.fill_ins() if ask.name == "evidence_list")
    for editor, shown in ((row.english, words.en), (row.chinese, words.zh)):
        (gap,) = editor._gaps()
        assert gap.label == shown and "_" not in gap.label
        block = editor.document().findBlock(gap.start)
        inside = [f for f in block.layout().formats() if f.start <= gap.start < f.start + f.length]
        assert any(f.format.foreground().color().alpha() == 0 for f in inside), "the name itself has no ink"
        (box,) = editor._boxes(gap)
        assert box.width() >= text_width(shown, role_font("body"))


@pytest.mark.parametrize("width", [1204, 1044])  # of windows 1280 and 1120 wide
def test_the_remark_of_the_foot_is_read_whole(qtbot, ctx, desk, now, width) -> None:
    number = desk.cases.open(delivered_order(desk), "S03", now)
    screen = case_screen(qtbot, ctx, number, width=width, height=700)
    screen.go_to_reply()
    settle(composer(screen))
    foot = screen.centre.foot
    assert "to mark it as sent" in foot._note.text()
    assert foot._note.heightForWidth(foot._note.width()) <= 34 < foot.height()
    assert foot.button("copyEnglish").accessibleDescription() == "Ctrl Shift C", "known even where there is no room"
    screen.host.resize(1700, 800)
    assert foot.button("copyEnglish")._hint == "Ctrl Shift C" and foot._note.heightForWidth(foot._note.width()) <= 17


def test_the_head_of_the_composer_names_things_as_the_templates_do(qtbot, ctx, case) -> None:
    screen = case_screen(qtbot, ctx, case)
    head = composer(screen).composer.head
    count = len(composer(screen).writing.lines)
    assert head._right.text() == "Chinese meaning" and head.paired.text() == f"{count} paragraphs paired"
    head.setFixedWidth(480)
    breathe(1)
    half = head.width() / 2
    right = head.paired.mapTo(head, head.paired.rect().topRight()).x()
    assert (
        head.paired.text() == f"{count} paired"
        and half < right <= head.width()
        and "paragraphs" in head.paired.toolTip()
    )


def test_a_gap_is_passed_and_deleted_as_one_thing(qtbot, ctx, desk, at_platform) -> None:
    screen = case_screen(qtbot, ctx, at_platform)
    body = composer(screen)
    line = next(line for line in body.writing.lines if "evidence_list" in line.missing)
    editor = body.composer.row(line.id).english
    (gap,) = editor._gaps()
    editor.select(gap.start, gap.start)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert editor.textCursor().position() == gap.end
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.textCursor().position() == gap.start
    QTest.keyClicks(editor, "x")
    assert editor.toPlainText() == line.text[: gap.start + 1] + line.text[gap.start + 1 :] and "x{{ ev" in line.text
    assert line.missing == ("evidence_list",)
    editor.select(gap.end + 1, gap.end + 1)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert "{{" not in line.text and "}}" not in line.text and line.missing == ()
    editor.undo()
    assert "{{ evidence_list }}" in line.text and line.missing == ("evidence_list",) and len(editor._gaps()) == 1
    assert not body.may_copy


def test_an_unreadable_day_stays_missing_and_says_what_is_expected(qtbot, ctx, desk, case, now) -> None:
    screen = case_screen(qtbot, ctx, case)
    body = composer(screen)
    body._choose("B_REFUND_STATUS", "en")
    settle(body)
    assert "refund_date" in body.writing.missing
    row = body.composer._fills["refund_date"]
    assert row.hint.isHidden() and not body.may_copy
    body._on_filled("refund_ref", "R-1")
    for text in ("2026-12-01kkk", "01/12/2026"):
        row.field.setFocus()
        row.field.selectAll()
        QTest.keyClicks(row.field, text)
        press(screen, Qt.Key.Key_Return)
        settle(body)
        assert text not in body.writing.text and "refund_date" in body.writing.missing and not body.may_copy
        assert row.field.text() == text and row.hint.isVisible() and "2026-11-19" in row.hint.text()
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, "1 Dec 2026")
    press(screen, Qt.Key.Key_Return)
    settle(body)
    assert row.hint.isHidden() and "December 1" in body.writing.text and body.writing.missing == ()


def test_a_day_corrected_later_reaches_a_paragraph_that_was_edited(qtbot, ctx, desk, case, now) -> None:
    body = composer(case_screen(qtbot, ctx, case))
    body._choose("B_REFUND_STATUS", "en")
    body._on_filled("refund_ref", "R-1")
    body._on_filled("refund_date", "2026-11-12")
    at = next(i for i, line in enumerate(body.writing.lines) if "November 12" in line.text)
    write(body, at, "Dear Dana, " + body.writing.lines[at].text)
    body._on_filled("refund_date", "2026-11-13")
    assert body.writing.lines[at].text.startswith("Dear Dana, ") and "November 13" in body.writing.lines[at].text
    body._on_filled("refund_date", "2026-11-1x")
    assert "November" not in body.writing.lines[at].text and body.writing.missing == ("refund_date",)
    body._on_filled("refund_date", "2026-11-14")
    assert "November 14" in body.writing.lines[at].text and body.writing.missing == ()


def test_a_date_that_waits_to_be_filled_in_is_no_missing_date(qtbot, ctx, desk, now) -> None:
    number = desk.cases.open(delivered_order(desk), "S17", now)
    desk.cases.answer(number, "days", "yes", now)
    walk_to(desk, number, "appeal", now)
    body = composer(case_screen(qtbot, ctx, number))
    line = next(line for line in body.writing.lines if line.id == "timeline")
    write(body, body.writing.lines.index(line), "The record of the order shows what happened.")
    rules = {finding.rule for finding in body.composer.findings}
    assert "decided_at" in body.writing.missing and "AP-08" not in rules
    subject = next(line for line in body.writing.lines if line.id == "subject")
    write(body, body.writing.lines.index(subject), f"We appeal the decision on order {body.view.order.order_no}.")
    assert "AP-08" in {finding.rule for finding in body.composer.findings}, "no date stands there, and none is waiting"
