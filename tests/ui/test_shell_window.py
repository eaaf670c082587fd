"""The frame: opens without a desk, goes everywhere by rail and key, changes look and language live, never falls."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox

from claimdesk.core.records.problems import Problem
from claimdesk.core.records.search import Marked, MarkedBoth, SearchGroup, SearchHit
from claimdesk.ui.context import Changes
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.screen import Screen
from claimdesk.ui.shell import places
from claimdesk.ui.shell.search_results import Hit
from claimdesk.ui.tokens import active
from tests.ui.desks import PlainDesk, order_row


class Room(Screen):
    """A screen that remembers what it was told."""

    def __init__(self, ctx) -> None:
        super().__init__(ctx)
        self.told: list[object] = []
        self.words = QLabel(self)

    def refresh(self, changes: Changes) -> None:
        self.told.append(changes)

    def retranslate(self) -> None:
        self.words.setText(self.tr("Room"))

    def show_case(self, case_id: int) -> None:
        self.told.append(("case", case_id))

    def show_filter(self, wanted) -> None:
        self.told.append(("orders", wanted.text))

    def take_files(self, paths) -> None:
        self.told.append(("files", paths))

    def selected_order(self) -> int:
        return 7

    def undo(self) -> bool:
        self.told.append("undo")
        return False


def _failing(_ctx):
    raise ImportError("not there")


@pytest.fixture
def rooms(monkeypatch):
    """Screens of other makers stand for themselves elsewhere; here are plain rooms in their place."""
    for name in ("today", "cases", "orders", "import", "case"):
        monkeypatch.setitem(places.PLACES, name, places.Place(name, "sun-horizon", Room))


@pytest.fixture
def window(qtbot, ctx, rooms):
    frame = MainWindow(ctx)
    qtbot.addWidget(frame)
    frame.show()
    return frame


@pytest.fixture
def desk(ctx, window, tmp_path):
    opened = PlainDesk(tmp_path)
    ctx.use_desk(opened)
    return opened


def test_the_frame_stands_without_a_desk(window) -> None:
    assert window.here == "today"
    assert window.windowTitle() == "ClaimDesk"
    assert "Opening" in window.status.database.main.text()
    assert not window.status.saved.isVisible()
    assert window.rail.button("today").isChecked()
    for place in places.RAIL:
        window.go_to(place.name)
        assert window.here == place.name


def test_the_desk_fills_the_frame(window, desk) -> None:
    assert window.windowTitle() == "Northlight Home — ClaimDesk"
    assert window.shop.text() == "Northlight Home"
    assert window.rail.button("today").badge == 2
    assert window.rail.button("cases").badge == 2  # the closed one does not count
    assert window.status.database.quiet.text() == "128,462 orders"
    assert window.status.clocks.main.text() == "Beijing 14:20 · Seattle Mon 22:20"
    assert window.status.saved.main.text() == "All changes saved"
    assert window.status.work.quiet.text() == "last 09:20 · 1,204 rows"


def test_work_under_way_is_named_with_its_progress(window, ctx, desk) -> None:
    seen = []

    def work(task):
        task.step(300, 1_204)
        seen.append((window.status.work.main.text(), window.status.work.quiet.text(), window.status.bar.isVisible()))

    ctx.jobs.run(work, owner=window, done=lambda _: None, title="Importing")
    assert seen == [("Importing", "300 / 1,204", True)]
    assert window.status.work.main.text() == "Import idle"
    assert not window.status.bar.isVisible()


def test_measures_of_the_frame(window) -> None:
    window.resize(1440, 900)
    assert window.rail.width() == 76
    assert window.status.height() == 26
    assert window.menuWidget().height() == 38
    assert window.search.width() == 340
    assert (window.minimumWidth(), window.minimumHeight()) == (1120, 680)


def test_every_place_by_click_and_by_key(qtbot, window) -> None:
    keys = {"today": "Ctrl+1", "cases": "Ctrl+2", "orders": "Ctrl+3", "import": "Ctrl+I", "templates": "Ctrl+5",
            "reports": "Ctrl+6", "settings": "Ctrl+,"}  # fmt: skip
    for name, keys_of in keys.items():
        qtbot.mouseClick(window.rail.button(name), Qt.MouseButton.LeftButton)
        assert window.here == name
        action = window.menus.action(f"go-{name}")
        assert QKeySequence(keys_of) in action.shortcuts()
        window.go_to("today" if name != "today" else "cases")
        action.trigger()
        assert window.here == name
        assert window.rail.button(name).isChecked()


def test_no_two_commands_share_a_key(window) -> None:
    keys = [key.toString() for action in window.menus.keyed() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert not {"Ctrl+Space", "Ctrl+.", "Ctrl+Shift+F"} & set(keys)  # left to input methods


def test_the_sheet_of_shortcuts_names_undo_and_the_search_too(window) -> None:
    window.menus.action("shortcuts").trigger()
    sheet = window.findChild(QDialog, "shortcuts")
    told = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Undo", "Ctrl+Z", "Redo", "Ctrl+K", "Ctrl+1"} <= told
    sheet.close()


def test_a_screen_is_built_at_its_first_visit_only(window) -> None:
    assert window.screen("orders") is window.screen("orders")
    window.go_to("cases")
    first = window.screen("cases")
    window.go_to("today")
    window.go_to("cases")
    assert window.screen("cases") is first


def test_a_screen_that_fails_says_so_and_the_rest_works(window, monkeypatch) -> None:
    monkeypatch.setitem(places.PLACES, "cases", places.Place("cases", "briefcase", _failing))
    window.go_to("cases")
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "This page could not be opened." in texts
    window.go_to("settings")
    assert window.here == "settings"


def test_what_changed_reaches_a_hidden_screen_when_it_is_shown(window, ctx, desk) -> None:
    orders = window.screen("orders")
    orders.told.clear()
    ctx.changed.emit(Changes(cases=True))
    ctx.changed.emit(Changes(orders=True))
    assert orders.told == []
    window.go_to("orders")
    assert orders.told == [Changes(orders=True, cases=True)]


def test_language_changes_live_and_is_kept(window, ctx, desk) -> None:
    window.choose_language("zh")
    assert window.rail.button("orders").text() == "订单"
    assert window.menus.menu("file").title().startswith("文件")
    assert window.status.clocks.main.text().startswith("北京 14:20 · 西雅图 周一")
    assert window.status.saved.main.text() == "所有更改已保存"
    assert ctx.settings.value("language") == "zh"
    window.choose_language("en")
    assert window.rail.button("orders").text() == "Orders"


def test_look_changes_live_and_is_kept(window, ctx) -> None:
    before = window.grab().toImage().pixelColor(40, window.height() - 200)
    window.choose_theme("dark")
    after = window.grab().toImage().pixelColor(40, window.height() - 200)
    assert after == active().color("base") != before
    assert ctx.settings.value("theme") == "dark"
    assert window.menus.action("theme-dark").isChecked()


def test_search_finds_cases_orders_and_commands(qtbot, window, ctx, desk) -> None:
    window.search.setText("lamp")
    window.search.returnPressed.emit()
    titles = [hit.title for hit in window.search.popup.hits]
    assert titles[0] == "Cases"
    assert "112-4400001" in titles
    assert desk.searched == ["lamp"]
    first = window.search.popup.marked
    assert first.detail.startswith("Note: ")
    assert [first.detail[start:end] for start, end in first.detail_marks] == ["lamp"]
    with qtbot.waitSignal(ctx.open_case) as told:
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert told.args == [1]
    assert window.here == "case"
    assert window.rail.button("cases").isChecked()
    assert not window.search.popup.isVisible()


def test_search_by_keys_picks_an_order(qtbot, window, ctx, desk) -> None:
    desk.cases_held = []
    window.search.setText("112")
    window.search.returnPressed.emit()
    qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert ("orders", order_row(2).order_no) in window.screen("orders").told
    assert window.here == "orders"


def test_all_orders_of_a_search_are_one_key_away(qtbot, window, ctx, desk) -> None:
    desk.cases_held = []
    window.search.setText("lamp")
    window.search.returnPressed.emit()
    qtbot.keyClick(window.search, Qt.Key.Key_PageDown)
    assert window.search.popup.marked.title == "Show all of these orders"
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert ("orders", "lamp") in window.screen("orders").told


@pytest.mark.parametrize("hit, told", [
    (("buyer", 3, "Ada Wong", 0), ("show_orders", "Ada Wong")), (("message", 7, "112-1", 4), ("open_case", 4)),
    (("message", 7, "112-1", 0), ("show_orders", "112-1")), (("template", 0, "B_LATE", 0), ("show_template", "B_LATE")),
    (("message", 0, "", 0), ("show_screen", "cases")),
])  # fmt: skip
def test_what_was_found_opens_where_it_lives(qtbot, window, ctx, desk, hit, told) -> None:
    kind, number, key, case_id = hit
    desk.cases_held, desk.found_beside = [], ()
    desk.orders = SimpleNamespace(**{**vars(desk.orders), "page": lambda *_a, **_k: SimpleNamespace(rows=(), total=0)})
    shown = Marked(key or "no subject")
    both = MarkedBoth(shown, shown)
    desk.found_beside = (SearchGroup(kind, (SearchHit(kind, number, key, both, both, case_id=case_id),)),)
    window.search.setText("ada")
    window.search.returnPressed.emit()
    with qtbot.waitSignal(getattr(ctx, told[0])) as signal:
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
    [value] = signal.args
    assert getattr(value, "text", value) == told[1]


def test_escape_leaves_the_search(qtbot, window, desk) -> None:
    window.search.setText("lamp")
    window.search.returnPressed.emit()
    assert window.search.popup.isVisible()
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.popup.isVisible()
    assert window.search.text() == ""


def test_tinted_words_are_painted_and_long_lines_cut(qtbot, window, desk) -> None:
    window.search.popup.show_hits(
        [Hit("Orders"), Hit("x" * 400, "y" * 400, "€1", "package", lambda: None, ((0, 3), (390, 399)), ((398, 400),))]
    )
    assert not window.search.popup.grab().isNull()


def test_search_finds_commands_and_says_when_there_is_nothing(window, ctx, desk) -> None:
    desk.cases_held = []
    desk.orders = SimpleNamespace(**{**vars(desk.orders), "page": lambda *_a, **_k: SimpleNamespace(rows=(), total=0)})
    window.search.setText("excel")
    window.search.returnPressed.emit()
    assert [hit.title for hit in window.search.popup.hits] == ["Commands", "Export to Excel"]
    window.search.setText("zzz")
    window.search.returnPressed.emit()
    assert [hit.title for hit in window.search.popup.hits] == ["Nothing found for “zzz”"]


def test_blank_search_asks_nothing(window, desk) -> None:
    window.search.setText("   ")
    window.search.returnPressed.emit()
    assert desk.searched == []
    assert not window.search.popup.isVisible()


def test_files_dropped_go_to_import(window) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/orders/a.csv"), QUrl("https://example.com/b.csv")])
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    window.dropEvent(event)
    assert window.here == "import"
    assert window.screen("import").told[-1] == ("files", [Path("/orders/a.csv")])


def test_files_chosen_go_to_import_and_the_folder_is_kept(window, ctx, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/shop/orders.txt"], ""))
    window.menus.action("choose-files").trigger()
    assert window.screen("import").told[-1] == ("files", [Path("/shop/orders.txt")])
    assert ctx.settings.value("import/folder") == str(Path("/shop"))


def test_new_case_starts_from_what_is_selected(qtbot, window, ctx) -> None:
    heard = []
    ctx.new_case.disconnect()
    ctx.new_case.connect(heard.append)
    window.menus.action("new-case").trigger()
    assert heard == [7]


def test_undo_goes_to_the_screen_first_then_to_the_note(window, ctx) -> None:
    done = []
    ctx.toast.emit("Deleted", lambda: done.append(1))
    assert window.toast.isVisible()
    window.menus.action("undo").trigger()
    assert "undo" in window.screen("today").told
    assert done == [1]


def test_a_failure_without_a_handler_becomes_a_note(window, ctx) -> None:
    ctx.jobs.unhandled.emit(Problem("code_without_words"))
    assert window.toast.text == "code_without_words"
    ctx.jobs.unhandled.emit(RuntimeError("odd"))
    assert "Nothing was lost" in window.toast.text


def test_data_that_cannot_be_opened_is_said_plainly(window, qtbot) -> None:
    window.show_desk_problem(Problem("data_locked"))
    pane = window.findChild(QLabel.__mro__[2], "desk-problem")
    assert pane is not None
    assert pane.isVisible()
    assert window.status.database.main.text() == "Database not open"
    assert not window.rail.isEnabled()


@pytest.mark.parametrize("answer, closes", [("Keep working", False), ("Stop and close", True)])
def test_closing_asks_while_something_long_is_under_way(window, ctx, monkeypatch, answer, closes) -> None:
    answers = []

    def press(box) -> int:
        answers.append(box.text())
        next(button for button in box.buttons() if button.text() == answer).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)

    def work(task) -> None:
        assert window.close() is closes
        assert task.stop.is_set() is closes

    ctx.jobs.run(work, owner=window, done=lambda _: None, title="Importing")
    assert answers == ["Importing is still under way."]
    assert window.isVisible() is not closes


def test_geometry_is_kept(qtbot, ctx, rooms) -> None:
    first = MainWindow(ctx)
    first.resize(1200, 700)
    first.show()
    first.close()
    second = MainWindow(ctx)
    qtbot.addWidget(second)
    assert second.height() == 700  # the width is cut to the small screen of the test platform
    first.deleteLater()


def test_chinese_fits_where_english_does(window, ctx) -> None:
    """Every label of the frame has the room it asks for, in both languages, at the smallest size."""
    window.resize(1120, 680)
    for language in ("en", "zh"):
        ctx.interface.choose(language)
        for name in ("settings", "reports", "templates"):
            window.go_to(name)
            window.centralWidget().layout().activate()
            for label in window.screen(name).findChildren(QLabel):
                if label.isVisible() and label.text() and not label.wordWrap() and label.minimumSizeHint().width() > 24:
                    assert label.width() >= label.minimumSizeHint().width() - 1, (language, name, label.text())
