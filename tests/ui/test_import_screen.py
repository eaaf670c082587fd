"""The Import screen on a real desk: look, import, show, undo; several files; files that cannot be read; cancel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget

from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem, RowIssue
from claimdesk.ui.context import Changes
from claimdesk.ui.importing.entries import Phase
from claimdesk.ui.importing.field_words import FieldWords
from claimdesk.ui.importing.screen import ImportScreen
from claimdesk.ui.jobs import Jobs
from tests.ui.import_desk import desk, import_screen, screen
from tests.ui.order_sheets import FOUR, GERMAN, LATE, many, write_sheet

__all__ = ["desk", "screen"]  # fixtures

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
ALL_ORDERS = EXPORTS / "synthetic-amazon-all-orders-us.txt"


def press(screen: ImportScreen, qtbot: Any, name: str) -> None:
    QTest.qWait(1)  # rows made by the last answer are shown by the loop
    button = screen.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tiles(screen: ImportScreen) -> list[str]:
    return [screen.progress._tiles[key].number for key in ("new", "updated", "unchanged", "rejected")]


def test_it_starts_with_a_drop_area_and_what_is_recognised(screen) -> None:
    assert screen._left.currentWidget() is screen.start
    known = screen.start._known.text()
    assert "Amazon All Orders" in known and "·" in known
    assert known.count("\N{NO-BREAK SPACE}·") == known.count("·"), "no line begins with the dot"
    assert not screen.progress.isVisible()


def test_a_file_is_shown_before_anything_is_written(screen, desk) -> None:
    screen.take_files([ALL_ORDERS])
    assert screen.session.phase is Phase.READY
    assert screen.file.name.text() == ALL_ORDERS.name
    assert screen.file.found.text() == "Detected: Amazon All Orders"
    assert screen.columns.model.rowCount() == 32
    assert screen.columns.model.index(0, 2).data() == "Order number"
    assert tiles(screen) == ["5", "0", "0", "0"]
    assert screen.progress.go.text() == "Import 5 orders"
    assert desk.orders.count() == 0


def test_import_show_and_undo(screen, ctx, desk, qtbot) -> None:
    screen.take_files([ALL_ORDERS])
    with qtbot.waitSignal(ctx.changed) as changed:
        press(screen, qtbot, "import_go")
    assert changed.args == [Changes(orders=True, cases=True)]
    assert screen.session.phase is Phase.DONE
    assert desk.orders.count() == 5
    batch = screen.session.batches[0]
    with qtbot.waitSignal(ctx.show_orders) as shown:
        press(screen, qtbot, "import_orders")
    assert shown.args == [OrderFilter(batch_id=batch.id)]
    with qtbot.waitSignal(ctx.toast) as told:
        press(screen, qtbot, "import_undo")
    assert told.args[0] == "Import undone: 0 orders as they were, 5 removed"
    assert desk.orders.count() == 0
    assert screen._left.currentWidget() is screen.start
    assert screen.session.batches[0].undone_at is not None


def test_enter_imports_once_the_file_is_checked(screen, desk, qtbot) -> None:
    screen.take_files([ALL_ORDERS])
    assert screen.progress.go.hasFocus()
    qtbot.keyClick(screen.progress.go, Qt.Key.Key_Return)
    assert desk.orders.count() == 5


def test_ctrl_z_takes_back_the_import_of_this_visit(screen, desk, qtbot) -> None:
    assert screen.undo() is False
    screen.take_files([ALL_ORDERS])
    press(screen, qtbot, "import_go")
    assert screen.undo() is True
    assert desk.orders.count() == 0


def test_an_earlier_import_is_undone_and_kept_orders_are_listed(screen, ctx, desk, tmp_path, now, qtbot) -> None:
    result = desk.imports.run([write_sheet(tmp_path / "sheet.csv")], at=now)
    kept = desk.orders.find(LATE["Order number"])[0]
    desk.cases.open(kept.id, "S05", now)
    screen.refresh(Changes(orders=True))
    with qtbot.waitSignal(ctx.toast) as told:
        press(screen, qtbot, f"import_undo_{result.batch_id}")
    assert told.args[0] == "Import undone: 0 orders as they were, 3 removed, 1 kept"
    assert screen.earlier._kept._label.text() == "1 order was kept"
    [row] = screen.earlier.findChildren(QWidget, "import_kept_order")
    assert [label.text() for label in row.findChildren(QLabel)] == [
        LATE["Order number"],
        "Kept: a case uses this order",
    ]
    assert screen.earlier._kept.isVisible()
    assert desk.orders.count() == 1


def test_the_same_file_again_changes_nothing(screen, desk, qtbot) -> None:
    screen.take_files([ALL_ORDERS])
    press(screen, qtbot, "import_go")
    screen.take_files([ALL_ORDERS])
    assert tiles(screen) == ["0", "0", "5", "0"]
    assert not screen.progress.go.isEnabled()
    assert screen.progress._title.text() == "Nothing new"


def test_what_a_later_file_changes_is_named(screen, desk, tmp_path, now, qtbot) -> None:
    desk.imports.run([write_sheet(tmp_path / "first.csv", [LATE])], at=now)
    later = {**LATE, "Status": "delivered", "Delivered": "2026-11-16"}
    screen.take_files([write_sheet(tmp_path / "later.csv", [later])])
    assert tiles(screen) == ["0", "1", "0", "0"]
    names = [name for name, _ in screen.session.change_counts()]
    words = {screen.changes._fields.field(name) for name in names}
    assert {"Status", "Delivered at"} <= words
    assert screen.changes.isVisible()


def test_rows_with_issues_are_listed_with_words(screen, tmp_path) -> None:
    bad = {**GERMAN, "Order number": "", "Buyer": "Nobody"}
    wrong = {**GERMAN, "Ordered": "2026/13/02"}
    screen.take_files([write_sheet(tmp_path / "sheet.csv", [LATE, bad, wrong])])
    assert tiles(screen)[0] == "1"
    assert tiles(screen)[3] == "2"
    model = screen.issues.model
    assert screen.issues.isVisible()
    assert model.rowCount() == 2
    assert {model.index(row, 0).data() for row in range(2)} == {"3", "4"}
    assert {model.index(row, 3).data() for row in range(2)} == {"Leave the row out"}
    words = [model.index(row, 2).data() for row in range(2)]
    assert all(" " in text for text in words), words  # a sentence, not a code
    assert screen.issues.to_reject.text() == "2 rejected"


def test_a_file_of_which_no_row_can_be_imported_is_not_called_known(screen, desk, tmp_path) -> None:
    screen.take_files([write_sheet(tmp_path / "sheet.csv", [{**LATE, "Ordered": "2026/13/02"}])])
    assert screen.progress._title.text() == "Nothing to import"
    assert not screen.progress.go.isEnabled()
    screen.session.write()
    assert screen.session.phase is Phase.READY
    assert screen.session.batches == ()


def test_several_files_are_one_import(screen, desk, tmp_path, qtbot) -> None:
    first, second = write_sheet(tmp_path / "a.csv", FOUR[:2]), write_sheet(tmp_path / "b.csv", FOUR[2:])
    screen.take_files([first, second])
    assert [entry.path.name for entry in screen.session.files] == ["a.csv", "b.csv"]
    assert screen.file._of.text() == "1 of 2"
    qtbot.mouseClick(screen.file.forth, Qt.MouseButton.LeftButton)
    assert screen.file.name.text() == "b.csv"
    press(screen, qtbot, "import_go")
    assert desk.orders.count() == 4
    assert len(screen.session.batches) == 1


def test_a_file_that_cannot_be_read_is_named_and_left_out(screen, desk, tmp_path, qtbot) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    screen.take_files([broken, ALL_ORDERS])
    assert screen.file.found.text() == "Cannot be read"
    assert "Nothing was changed" in screen.file._about.text()
    assert "1 file cannot be read and is left out." in screen.progress._state.text()
    press(screen, qtbot, "import_go")
    assert desk.orders.count() == 5


@pytest.mark.parametrize("name, content", [
    ("missing.csv", None),
    ("empty.csv", b""),
    ("picture.csv", bytes(range(256)) * 40),
    ("prose.csv", b"Dear shop,\nwhere is my parcel?\n"),
])  # fmt: skip
def test_only_unreadable_files_leave_nothing_to_import(screen, desk, tmp_path, name, content) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    screen.take_files([path])
    assert screen.session.phase is Phase.READY
    assert not screen.progress.go.isEnabled()
    assert screen.progress._title.text() == "Nothing to import"
    about = screen.file._about.text()
    assert about.count(" ") > 3, "words, not a code"
    assert desk.orders.count() == 0


def test_another_format_can_be_chosen_and_taken_back(screen) -> None:
    screen.take_files([ALL_ORDERS])
    screen.file.format_chosen.emit("shopify.orders")
    assert screen.session.entry.format_id == "shopify.orders"
    screen.file.format_chosen.emit("")
    assert screen.file.found.text() == "Detected: Amazon All Orders"


def test_a_failed_import_says_so_in_place_and_can_be_tried_again(screen, desk, monkeypatch, qtbot) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise Problem("disk_full")

    screen.take_files([ALL_ORDERS])
    monkeypatch.setattr(desk.imports, "run", full)
    press(screen, qtbot, "import_go")
    assert screen.session.phase is Phase.READY
    assert screen.error.isVisible()
    assert "disk is full" in screen.error._label.text()
    assert "Free some space" in screen.error._label.text()
    monkeypatch.undo()
    press(screen, qtbot, "import_go")
    assert not screen.error.isVisible()
    assert desk.orders.count() == 5


def test_choosing_files_uses_the_systems_dialog(screen, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(ALL_ORDERS)], ""))
    press(screen, qtbot, "import_choose")
    assert screen.file.name.text() == ALL_ORDERS.name
    press(screen, qtbot, "import_cancel")
    assert screen._left.currentWidget() is screen.start


def test_files_dropped_before_the_desk_is_open_wait(ctx, desk, qtbot) -> None:
    made = ImportScreen(ctx)
    qtbot.addWidget(made)
    made.show()
    made.take_files([ALL_ORDERS])
    assert made.session.phase is Phase.START
    ctx.use_desk(desk)
    made.refresh(Changes(orders=True))
    assert made.session.phase is Phase.READY


def test_cancel_while_writing_leaves_the_data_as_they_were(ctx, desk, tmp_path, qtbot) -> None:
    threads = Jobs()
    ctx.jobs = threads
    made = import_screen(qtbot, ctx, desk)
    made.take_files([write_sheet(tmp_path / "many.csv", many(20_000))])
    qtbot.waitUntil(lambda: made.session.phase is Phase.READY, timeout=20_000)
    assert tiles(made)[0] == "20,000"
    press(made, qtbot, "import_go")
    assert made.session.phase is Phase.WRITING
    press(made, qtbot, "import_cancel")
    qtbot.waitUntil(lambda: made.session.phase is Phase.READY, timeout=20_000)
    assert desk.orders.count() == 0
    threads.shut_down()


def test_the_window_lives_while_a_file_is_read(ctx, desk, tmp_path, qtbot) -> None:
    threads = Jobs()
    ctx.jobs = threads
    made = import_screen(qtbot, ctx, desk)
    made.take_files([write_sheet(tmp_path / "many.csv", many(5_000))])
    assert made.session.phase is Phase.CHECKING
    assert made.progress._title.text() == "Checking"
    QTest.qWait(1)
    qtbot.waitUntil(lambda: made.session.phase is Phase.READY, timeout=20_000)
    threads.shut_down()


def test_every_field_has_a_name(qapp) -> None:
    from claimdesk.core.importing.fields import FIELDS, LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
    from claimdesk.core.records.order_events import OrderEventKind

    words = FieldWords()
    changed = [*ORDER_VALUES, *(f"line.{n}" for n in LINE_VALUES), *(f"shipment.{n}" for n in SHIPMENT_VALUES)]
    changed += [f"event.{kind}" for kind in OrderEventKind]
    for name in [*FIELDS, *changed, "line", "shipment"]:
        found = words.field(name)
        assert "." not in found, name
        assert found[:1].isupper(), name


def test_an_issue_without_words_shows_its_code(screen) -> None:
    assert screen.issues._words(RowIssue(3, "Total", "no_such_code")) == "no_such_code"


def test_after_the_import_enter_shows_its_orders(screen, qtbot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.take_files([ALL_ORDERS])
    assert screen.progress.go.hasFocus()
    QTest.keyClick(screen.progress.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.session.phase is Phase.DONE)
    assert screen.progress.show_orders.hasFocus()


@pytest.mark.parametrize("how", ["undo", "earlier", "key"])
def test_after_taking_an_import_back_the_keys_stay_on_the_screen(screen, desk, qtbot, how) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.take_files([ALL_ORDERS])
    QTest.keyClick(screen.progress.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.session.phase is Phase.DONE)
    if how == "key":
        assert screen.undo()
    else:
        name = "import_undo" if how == "undo" else f"import_undo_{screen.session.batches[0].id}"
        button = screen.findChild(QAbstractButton, name)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.orders.count() == 0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.focusWidget() is screen.choose


def test_tab_comes_to_the_buttons_of_a_card_before_its_table(screen, qtbot) -> None:
    screen.take_files([ALL_ORDERS])
    each, met = screen.columns.copy.nextInFocusChain(), []
    while each is not screen.columns.copy:
        met.append(each)
        each = each.nextInFocusChain()
    assert met.index(screen.columns.table) < met.index(screen.columns.leave_out)


@pytest.mark.parametrize("width", [980, 1363])
def test_an_issue_is_read_to_its_end(screen, tmp_path, qtbot, width) -> None:
    path = tmp_path / "rounded.csv"
    path.write_text("Order id,Order date,Total,Currency\n1.12409E+16,2026-11-02,5.00,USD\nX-2,2026-11-02,5.00,USD\n")
    screen.resize(width, 640)
    screen.take_files([path])
    table = screen.issues.table
    words = screen.issues._wrong(screen.session.entry.preview.rejected[0]).text

    def fits() -> bool:
        lines = table.rowHeight(0) // table.fontMetrics().height()
        return lines * (table.columnWidth(2) - 46) >= table.fontMetrics().horizontalAdvance(words)

    qtbot.waitUntil(fits)


def test_what_to_do_about_a_file_is_said_once(screen, ctx, desk, tmp_path) -> None:
    problem = Problem("knowledge_faulty", file="a.toml", key="b", reason="no")
    screen.session.error = problem
    screen.session.changed.emit()
    cure = ctx.text(desk.wording.cure(problem.code, problem.params))
    told = [one.text() for one in screen.error.findChildren(QLabel)]
    assert sum(text.count(cure) for text in told) == 1


def test_encodings_and_formats_are_within_reach(screen, tmp_path) -> None:
    path = tmp_path / "plain.csv"
    path.write_bytes("Order id,Käufer,Total,Currency\nX-1,Jörg Müller,5.00,EUR\n".encode("cp1252"))
    screen.take_files([path])
    menu = screen.file.menu(screen.session, screen.session.entry)
    assert len([action for action in menu.actions() if not action.isSeparator()]) < 25
    encodings = menu.findChild(QMenu, "import_encodings")
    assert [action.text() for action in encodings.actions() if action.isChecked()] == ["CP1252"]
    formats = [action.text() for one in menu.findChildren(QMenu) for action in one.actions()]
    assert {one.title.en for one in screen.session.formats} <= set(formats)
    next(action for action in encodings.actions() if action.text() == "GB18030").trigger()
    menu.close()
    assert screen.session.entry.choices.encoding == "gb18030"


def test_a_value_no_column_holds_is_called_as_the_program_calls_it(screen, tmp_path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Order id,Order date,Total,Currency\nX-1,2026-11-02,5.00,EUR\n")
    screen.take_files([path])
    issue = next(one for one in screen.session.entry.preview.warnings if one.column == "platform")
    assert screen.issues._column(issue).text == "Platform"


def test_counts_and_buttons_keep_their_room_in_a_low_window(screen, tmp_path) -> None:
    """Three files, two of them unreadable, with changes of known orders, at the smallest size of the window."""
    screen.take_files([write_sheet(tmp_path / "one.csv", FOUR)])
    screen.progress.go.click()
    (tmp_path / "a.csv").write_bytes(b"")
    (tmp_path / "b.csv").write_bytes(b"")
    screen.resize(1044, 604)
    later = [{**row, "Status": "delivered", "Delivered": "2026-11-16"} for row in FOUR]
    screen.take_files([tmp_path / "a.csv", tmp_path / "b.csv", write_sheet(tmp_path / "two.csv", later)])
    assert screen.changes.isVisible()
    for _ in range(3):
        QApplication.processEvents()
    go, state = screen.progress.go, screen.progress._state
    assert go.height() >= go.sizeHint().height()
    assert state.height() >= state.heightForWidth(state.width())
    tiles = screen.progress._tiles
    assert tiles["unchanged"].y() >= tiles["new"].y() + tiles["new"].height()
    screen.resize(1363, 806)
    assert screen.earlier.isVisible()
    assert screen.progress.minimumHeight() < 300
