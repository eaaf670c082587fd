"""The New-case dialog on a real desk: what fits comes first; search, keys, the order's search, opening."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from claimdesk.core.desk import Desk
from claimdesk.core.records.problems import Problem
from claimdesk.ui.cases.new_case import NewCaseDialog
from claimdesk.ui.cases.new_case_list import Entry, ScenarioListModel
from tests.core.scenarios.writing import GOOD
from tests.ui.order_sheets import LATE, write_sheet


@pytest.fixture
def late(desk) -> int:
    return desk.orders.find(LATE["Order number"])[0].id


def opened(ctx, qtbot, order: int = 0) -> NewCaseDialog:
    dialog = NewCaseDialog(ctx, order)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.qWait(1)
    return dialog


def facts(dialog: NewCaseDialog) -> dict[str, str]:
    grid = dialog.preview._facts
    return {grid.itemAtPosition(at, 0).widget().text(): grid.itemAtPosition(at, 1).widget().text()
            for at in range(grid.count() // 2)}  # fmt: skip


def test_what_fits_the_order_comes_first_with_its_reason(ctx, desk, late, now, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    entries = dialog.list.entries.entries()
    assert entries[0].title == "Suggested for this order"
    assert entries[1].scenario == "S05"
    assert entries[1].badge == "Best fit"
    assert entries[1].detail == " ".join(reason.en for reason in desk.cases.suggest(late, now)[0].because)
    ids = [entry.scenario for entry in entries if entry.offered]
    assert len(ids) == len(set(ids))
    assert set(ids) == {one.id for one in desk.scenarios.all() if "amazon" in one.platforms}
    assert dialog.chosen == "S05"
    assert dialog.create_button.isEnabled()


def test_what_the_platform_has_no_place_for_is_shown_with_the_reason(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    entries = dialog.list.entries.entries()
    apart = [entry for entry in entries if entry.forbidden]
    assert {entry.scenario for entry in apart} == {
        one.id for one in desk.scenarios.all() if "amazon" not in one.platforms
    }
    assert entries[-len(apart) - 1].title == "Not on this platform"
    assert all("Amazon" in entry.detail for entry in apart)
    for row, entry in enumerate(entries):
        if entry.forbidden:
            assert dialog.list.entries.flags(dialog.list.entries.index(row)) == Qt.ItemFlag.NoItemFlags
            assert not dialog.list.choose(entry.scenario)
    dialog.search.setText(apart[0].title)
    qtbot.waitUntil(lambda: len(dialog.list.entries.entries()) == 2)
    assert dialog.chosen == ""
    assert not dialog.create_button.isEnabled()


def test_a_faulty_scenario_file_is_named_with_line_key_and_cure(ctx, tmp_path, now, qtbot) -> None:
    folder = tmp_path / "data" / "scenarios"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(GOOD.replace('kind = "message"', 'kind = "letter"'), "utf-8")
    (folder / "good.toml").write_text(GOOD.replace('id = "S99"', 'id = "MINE"'), "utf-8")
    desk = Desk.open(tmp_path / "data")
    try:
        ctx.desk = desk
        desk.imports.run([write_sheet(tmp_path / "sheet.csv")], at=now)
        dialog = opened(ctx, qtbot, desk.orders.find(LATE["Order number"])[0].id)
        said = dialog.error._label.text()
        assert "mine.toml" in said and "steps.1.kind" in said and "Write one of" in said
        line = GOOD.splitlines().index('kind = "message"') + 1
        assert f"line {line}" in said
        assert "MINE" in [entry.scenario for entry in dialog.list.entries.entries()]
    finally:
        desk.close()


def test_the_right_side_says_what_it_takes(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    scenario = desk.scenarios.get("S05")
    assert dialog.preview._title.text() == scenario.title.en
    assert facts(dialog)["Order"] == LATE["Order number"]
    assert facts(dialog)["At risk"] == "$49.99"
    assert facts(dialog)["First deadline"].endswith(", answer the buyer")
    assert dialog.preview._steps._steps == tuple(step.title.en for step in scenario.steps if not step.when)
    assert f"Rules checked {scenario.checked:%b %Y}." in dialog.preview._note.text()
    assert dialog.list.choose("S06")
    assert dialog.preview._title.text() == desk.scenarios.get("S06").title.en


def test_the_first_deadline_is_the_one_the_case_then_has(ctx, desk, late, now, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    promised = dialog._choice.deadlines["S05"]
    with qtbot.waitSignal(ctx.open_case) as case:
        dialog.create_case()
    row = next(row for row in desk.cases.rows(now) if row.id == case.args[0])
    assert row.next_deadline.safe == promised.safe


def test_open_case_opens_and_goes_there(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    with qtbot.waitSignals([ctx.open_case, ctx.changed]):
        qtbot.mouseClick(dialog.findChild(QPushButton, "new_case_open"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert desk.cases.case(1).scenario == "S05"


def test_without_going_there_a_note_tells(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    dialog.go_there.setChecked(False)
    went: list[int] = []
    ctx.open_case.connect(went.append)
    with qtbot.waitSignal(ctx.toast) as told:
        dialog.create_case()
    assert told.args[0] == "The case is open"
    assert not went


def test_keys_search_move_and_open(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.chosen == "S06"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Up)
    qtbot.keyClicks(dialog.search, "lost")
    qtbot.waitUntil(lambda: dialog.chosen == "S06")
    with qtbot.waitSignal(ctx.open_case) as case:
        qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert desk.cases.case(case.args[0]).scenario == "S06"


def test_a_search_in_chinese_by_an_input_method(ctx, desk, late, qtbot) -> None:
    ctx.interface.choose("zh")
    dialog = opened(ctx, qtbot, late)
    event = QInputMethodEvent("", [])
    event.setCommitString("丢件")
    QApplication.sendEvent(dialog.search, event)
    qtbot.waitUntil(lambda: dialog.chosen == "S06")


def test_a_search_that_finds_nothing_opens_nothing(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot, late)
    dialog.search.setText("zzzz")
    qtbot.waitUntil(lambda: dialog.list.entries.rowCount() == 0)
    assert not dialog.create_button.isEnabled()
    dialog.create_case()
    assert desk.cases.rows(ctx.now()) == ()


def test_without_an_order_one_is_searched_for(ctx, desk, late, qtbot) -> None:
    dialog = opened(ctx, qtbot)
    assert not dialog.create_button.isEnabled()
    assert all(not entry.badge for entry in dialog.list.entries.entries())
    dialog.preview.pick.search.setText("5574410")
    qtbot.waitUntil(lambda: dialog.preview.pick.found.count() == 1)
    QTest.qWait(1)
    row = dialog.findChild(QWidget, f"newCaseOrder{late}")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert facts(dialog)["Order"] == LATE["Order number"]
    assert dialog.list.entries.entries()[1].scenario == "S05"
    assert dialog.create_button.isEnabled()


def test_a_problem_is_said_in_place(ctx, desk, late, monkeypatch, qtbot) -> None:
    def full(*_: object) -> int:
        raise Problem("disk_full")

    dialog = opened(ctx, qtbot, late)
    monkeypatch.setattr(desk.cases, "open", full)
    dialog.create_case()
    assert dialog.isVisible()
    assert dialog.error.isVisible()
    assert "disk is full" in dialog.error._label.text()
    assert dialog.create_button.isEnabled()


def test_the_window_behind_is_dimmed_until_it_closes(ctx, desk, late, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    dialog = NewCaseDialog(ctx, late, window)
    scrim = dialog._scrim
    assert scrim.isVisible()
    assert scrim.size() == window.size()
    dialog.show()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog._scrim is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_is_never_larger_than_its_window(ctx, desk, late, qtbot, language) -> None:
    ctx.interface.choose(language)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1120, 680)
    window.show()
    dialog = NewCaseDialog(ctx, late, window)
    dialog.show()
    QTest.qWait(1)
    assert dialog.height() <= 680 and dialog.width() == 944
    assert dialog.create_button.geometry().bottom() < dialog.height()
    dialog.close()


def test_heads_without_entries_go(qapp) -> None:
    model = ScenarioListModel()
    model.show((Entry("A"), Entry("one", "S1"), Entry("B"), Entry("two", "S2", "customs")))
    model.search("customs")
    assert [entry.title for entry in model.entries()] == ["B", "two"]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.row_of("S1") == 1, "what is not shown gives the first that is"
    model.search("nothing")
    assert model.entries() == ()
    assert model.row_of("") == -1
