"""The Templates screen: revisions, updates, templates of one’s own, files, keyboard and language."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from claimdesk.core.replies.files import read_toml
from claimdesk.core.storage import template_rows
from claimdesk.ui.context import Changes
from claimdesk.ui.templates.screen import TemplatesScreen
from claimdesk.ui.tour.hands import breathe
from tests.ui.case_desk import show
from tests.ui.templates_desk import ID, click, end_of, open_screen, read, sent, texts


@pytest.fixture
def screen(qtbot, ctx, desk):
    made = open_screen(qtbot, ctx)
    yield made
    made.keeper.flush()


# history


def test_revisions_are_compared_restored_and_the_restoring_taken_back(qtbot, ctx, screen, desk) -> None:
    offered = []
    ctx.toast.connect(lambda words, undo: offered.append((words, undo)))
    shipped = desk.replies.shipped(ID)
    QTest.keyClicks(end_of(sent(screen, 2)), " Changed.")
    screen.keeper.leave()
    click(screen.about, "compare-revision")
    assert screen.middle.currentWidget() is screen.difference
    assert "Changed." in texts(screen.difference)
    click(screen.difference, "difference-restore")
    assert desk.replies.get(ID).paragraphs == shipped.paragraphs
    assert screen.middle.currentWidget() is screen.editor
    assert not sent(screen, 2).text().endswith("Changed.")
    assert [e.kind for e in desk.revisions.history(ID)] == ["restored", "edited", "original"]
    offered[-1][1]()
    assert desk.replies.get(ID).paragraphs[2].en.endswith("Changed.")
    assert sent(screen, 2).text().endswith("Changed.")


def test_back_to_what_came_with_the_program(screen, desk) -> None:
    QTest.keyClicks(end_of(sent(screen, 2)), " Changed.")
    screen.whole.act("reset")
    assert not desk.revisions.state(ID).edited
    assert not sent(screen, 2).text().endswith("Changed.")


def test_a_copy_is_an_own_template_that_can_be_deleted_and_brought_back(ctx, screen, desk) -> None:
    offered = []
    ctx.toast.connect(lambda words, undo: offered.append((words, undo)))
    click(screen.editor, "duplicate-template")
    assert screen._id == "B_ACK_24H_2" and screen._state.own
    screen.whole.act("delete")
    assert "B_ACK_24H_2" not in [t.id for t in desk.replies.all()]
    assert screen._id and screen._id != "B_ACK_24H_2"
    offered[-1][1]()
    assert "B_ACK_24H_2" in [t.id for t in desk.replies.all()]


def test_a_new_template_asks_for_its_name_and_use(screen, desk) -> None:
    click(screen, "new-template")
    dialog = screen.findChild(QWidget, "template-about")
    dialog.resize(1, 1)
    breathe(20)
    boxes = dialog.findChildren(QCheckBox)
    assert boxes and all(box.width() >= box.sizeHint().width() for box in boxes), "a platform is cut"
    click(dialog, "about-ok")
    assert dialog.wrong.isVisibleTo(dialog)
    dialog._lines["title_en"].setText("Holiday hours")
    dialog._lines["title_zh"].setText("假期安排")
    dialog._boxes["ebay"].click()
    assert not dialog._boxes["all"].isChecked()
    click(dialog, "about-ok")
    assert screen._id == "B_HOLIDAY_HOURS"
    QTest.keyClicks(end_of(sent(screen, 0)), "We are closed until Monday.")
    screen.keeper.flush()
    assert "B_HOLIDAY_HOURS" not in [t.id for t in desk.replies.all()], "no Chinese yet"
    read(screen, 0).insertPlainText("我们休息到周一。")
    screen.keeper.flush()
    assert desk.replies.get("B_HOLIDAY_HOURS").platforms == ("ebay",)


def test_a_shipped_update_is_offered_and_taken_paragraph_by_paragraph(ctx, screen, desk) -> None:
    """The own text is based on version 0 of what is shipped, so the shipped one counts as newer."""
    data = desk.replies.shipped(ID).model_dump(mode="json")
    data["paragraphs"][2]["en"] = "My own words."
    data["paragraphs"][3]["en"] = "And these."
    state, _ = desk.revisions.save(ID, data, ctx.now())
    with desk.store.writing() as conn:
        row = next(r for r in template_rows.revisions(conn, ID) if r.id == state.revision)
        template_rows.rewrite_revision(conn, row.id, {**row.data, "based_on": -1}, row.at)
    screen.open_template(ID)
    assert screen.editor.update_bar.isVisibleTo(screen)
    QTest.mouseClick(screen.editor.update_bar._button, Qt.MouseButton.LeftButton)
    assert "My own words" in texts(screen.difference)
    key = data["paragraphs"][2]["id"]
    click(screen.difference, f"take-{key}")
    assert desk.replies.get(ID).paragraphs[2] == desk.replies.shipped(ID).paragraphs[2]
    assert desk.replies.get(ID).paragraphs[3].en == "And these."
    assert screen.middle.currentWidget() is screen.difference
    assert "My own words" not in texts(screen.difference)
    click(screen.difference, "difference-mine")
    assert desk.revisions.state(ID).update is None
    assert not screen.editor.update_bar.isVisibleTo(screen)


# files


def test_files_are_shown_before_they_are_taken_in(ctx, screen, desk, tmp_path, monkeypatch) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "all.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    screen.files.export_workbook()
    book = load_workbook(path)
    rows = list(book["Paragraphs"].iter_rows(min_row=2))
    changed = next(row for row in rows if row[0].value == ID and "{{ order_id }}" in row[4].value)
    changed[4].value = "{{ order_id }} OutOfExcel"
    faulty = next(row for row in rows if row[0].value == "B_LOST")
    faulty[4].value = "{{ nobody }}"
    book.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(path)], ""))
    click(screen, "import-templates")
    said = texts(screen.difference)
    assert "OutOfExcel" in said and "1 template changes" in said
    assert f"row {faulty[0].row} (B_LOST)" in said
    assert not desk.revisions.state(ID).edited, "nothing was done yet"
    offered = []
    ctx.toast.connect(lambda words, undo: offered.append((words, undo)))
    click(screen.difference, "difference-import")
    assert "OutOfExcel" in "".join(p.en for p in desk.replies.get(ID).paragraphs)
    offered[-1][1]()
    assert not desk.revisions.state(ID).edited


def test_a_file_that_is_no_template_changes_nothing(screen, desk, tmp_path) -> None:
    (tmp_path / "holiday.toml").write_text("id = ", "utf-8")
    screen.files.read([tmp_path / "holiday.toml"])
    assert "holiday.toml" in texts(screen.difference)
    assert screen.difference.findChild(QWidget, "difference-import") is None
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert screen.middle.currentWidget() is screen.editor


def test_one_template_goes_out_as_a_file(screen, tmp_path, monkeypatch) -> None:
    path: Path = tmp_path / "one.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    screen.whole.act("export")
    assert read_toml(path).id == ID


# keyboard and language


def test_the_tree_folds_and_walks_by_keyboard(screen) -> None:
    tree = screen.tree
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Left)
    stage = tree.currentIndex().data(Qt.UserRole + 1)
    rows = tree.model().rowCount()
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert tree.model().rowCount() < rows
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert tree.model().rowCount() == rows and tree.currentIndex().data(Qt.UserRole + 1) == stage
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert screen._id == tree.value


def test_the_language_of_the_window_changes_everything_and_loses_nothing(ctx, screen, desk) -> None:
    QTest.keyClicks(end_of(sent(screen, 2)), " Kept.")
    ctx.interface.choose("zh")
    breathe(1)
    assert screen.head.title.text() == "模板"
    assert sent(screen, 2).text().endswith(" Kept.")
    assert screen.title.text() == desk.replies.get(ID).title.zh
    assert "规则" in texts(screen.about.checks)


def test_what_cannot_be_read_says_so_and_is_tried_again(qtbot, ctx, desk, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(desk.revisions), "states", lambda _: 1 / 0)
        made = TemplatesScreen(ctx)
        show(qtbot, made)
        made.refresh(Changes(settings=True))
        assert "could not be read" in made.empty.sentence.text()
    QTest.mouseClick(made.empty.button, Qt.MouseButton.LeftButton)
    assert made.middle.currentWidget() is made.editor
