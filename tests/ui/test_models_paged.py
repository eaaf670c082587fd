"""The paged model: few questions, old rows until the new are there, a selection kept by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.paged import CELL_ROLE, KEPT_PAGES, PAGE, RECORD_ROLE, PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable

COLUMNS = (
    Column("number", "Number", 80, lambda r: Cell(f"no {r}"), sort="number", value=lambda r: r),
    Column("rest", "Rest", 0, lambda r: Cell("x" * 50), least=60),
    Column(
        "kind",
        "Kind",
        60,
        lambda r: Cell("odd" if r % 2 else "even", "ok"),
        kind="chip",
        sort="kind",
        descending_first=True,
    ),
)


@dataclass
class Source:
    """Answers at once, or keeps the questions until the test says so."""

    total: int = 1000
    later: bool = False
    asked: list[tuple[Any, int, int]] = field(default_factory=list)
    waiting: list[Any] = field(default_factory=list)
    cancelled: int = 0
    error: Exception | None = None

    def __call__(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> Any:
        self.asked.append((query, offset, limit))
        start = int(str(query).split(":")[-1]) if ":" in str(query) else 0
        rows = tuple(range(start + offset, start + min(offset + limit, self.total)))

        def answer() -> None:
            if self.error is not None:
                failed(self.error)
            else:
                done(Window(self.total, rows, 3.0))

        if self.later:
            self.waiting.append(answer)
        else:
            answer()
        return self

    def cancel(self) -> None:
        self.cancelled += 1


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(source: Source, qapp: Any) -> PagedTableModel:
    made = PagedTableModel(source, lambda record: record)
    made.set_columns(COLUMNS)
    return made


@pytest.fixture
def table(model: PagedTableModel, qtbot: Any) -> PagedTable:
    view = PagedTable(model)
    qtbot.addWidget(view)
    view.set_columns(COLUMNS)
    view.resize(400, 400)
    view.show()
    return view


def test_a_model_that_qt_accepts(model: PagedTableModel, qtmodeltester: Any) -> None:
    model.ask("all")
    qtmodeltester.check(model)


def test_one_question_fills_the_first_screen(source: Source, table: PagedTable, model: PagedTableModel) -> None:
    source.total = 200_000
    with_filled: list[tuple[int, float]] = []
    model.filled.connect(lambda total, ms: with_filled.append((total, ms)))
    model.ask("all")
    QTest.qWait(1)
    assert source.asked == [("all", 0, PAGE)]
    assert with_filled == [(200_000, 3.0)]
    assert model.rowCount() == 200_000
    assert model.index(0, 0).data() == "no 0"


def test_scrolling_far_asks_for_what_is_seen_only(
    source: Source, table: PagedTable, model: PagedTableModel, qtbot: Any
) -> None:
    source.total = 200_000
    model.ask("all")
    source.asked.clear()
    table.scrollTo(model.index(150_000, 0))
    qtbot.waitUntil(lambda: model.index(150_000, 0).data() == "no 150000")
    assert len(source.asked) <= 2
    assert all(offset % PAGE == 0 and limit == PAGE for _, offset, limit in source.asked)


def test_placeholders_until_the_page_is_there(source: Source, model: PagedTableModel, qtbot: Any) -> None:
    model.ask("all")
    source.later = True
    far = model.index(900, 0)
    assert far.data(CELL_ROLE) is None
    qtbot.waitUntil(lambda: len(source.waiting) == 1)
    source.waiting.pop()()
    assert far.data() == "no 900"


def test_only_so_many_pages_are_kept(source: Source, model: PagedTableModel, qtbot: Any) -> None:
    source.total = 10_000
    model.ask("all")
    for page in range(1, KEPT_PAGES + 5):
        model.index(page * PAGE, 0).data()
        qtbot.waitUntil(lambda page=page: model.peek(page * PAGE) is not None)
    assert model.peek(0) is None
    assert len(model._pages) == KEPT_PAGES


def test_old_rows_stay_until_the_new_ones_are_ready(source: Source, model: PagedTableModel) -> None:
    model.ask("all")
    source.later = True
    model.ask("other:5000")
    assert model.index(0, 0).data() == "no 0"
    source.waiting.pop()()
    assert model.index(0, 0).data() == "no 5000"


def test_an_answer_to_an_earlier_question_is_dropped(source: Source, model: PagedTableModel) -> None:
    source.later = True
    model.ask("first:1000")
    model.ask("second:2000")
    assert source.cancelled == 1
    first, second = source.waiting
    second()
    first()
    assert model.index(0, 0).data() == "no 2000"


def test_a_failed_question_leaves_the_rows(source: Source, model: PagedTableModel) -> None:
    model.ask("all")
    errors: list[Exception] = []
    model.failed.connect(errors.append)
    source.error = ValueError("broken")
    model.ask("other:5000")
    assert [str(error) for error in errors] == ["broken"]
    assert model.index(0, 0).data() == "no 0"


def test_a_failed_page_becomes_disabled_rows(source: Source, model: PagedTableModel, qtbot: Any) -> None:
    model.ask("all")
    source.error = ValueError("broken")
    far = model.index(900, 0)
    far.data()
    qtbot.waitUntil(lambda: model.flags(far) == Qt.ItemFlag.NoItemFlags)
    asked = len(source.asked)
    far.data()
    QTest.qWait(5)
    assert len(source.asked) == asked, "a failing page is not asked for again and again"
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_is_selected_while_ctrl_is_held(table: PagedTable, model: PagedTableModel) -> None:
    """Ctrl+K leads to rows too; what the program selects never toggles."""
    model.ask("all")
    table.show()
    QTest.keyPress(table.windowHandle(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        assert table.select_id(7)
        assert table.selected_ids() == [7]
        assert table.select_id(7)
        assert table.selected_ids() == [7]
    finally:
        QTest.keyRelease(table.windowHandle(), Qt.Key.Key_Control)


def test_selection_is_kept_by_id_when_rows_move(source: Source, table: PagedTable, model: PagedTableModel) -> None:
    model.ask("all")
    assert table.select_id(7)
    model.ask("from:5")
    assert table.selected_ids() == [7]
    assert table.currentIndex().row() == 2
    assert table.currentIndex().data(RECORD_ROLE) == 7


def test_what_is_no_longer_listed_is_no_longer_selected(
    source: Source, table: PagedTable, model: PagedTableModel
) -> None:
    model.ask("all")
    table.select_id(7)
    heard: list[list[int]] = []
    table.picked.connect(heard.append)
    model.ask("from:5000")
    assert heard[-1] == []
    assert table.selected_ids() == []


def test_selecting_everything_asks_for_nothing(source: Source, table: PagedTable, model: PagedTableModel) -> None:
    source.total = 200_000
    model.ask("all")
    source.asked.clear()
    table.selectAll()
    assert table.selected_count() == 200_000
    assert len(table.selected_ids()) == PAGE
    QTest.qWait(1)
    assert len(source.asked) <= 1


def test_keys_open_and_peek(table: PagedTable, model: PagedTableModel, qtbot: Any) -> None:
    model.ask("all")
    table.select_id(3)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.peeked) as peeked:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert opened.args == [3]
    assert peeked.args == [3]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_ids() == [4]


def test_a_click_on_a_heading_asks_for_that_order(table: PagedTable, model: PagedTableModel, qtbot: Any) -> None:
    model.ask("all")
    table.show_sort("number", False)
    heading = table.horizontalHeader()

    def click(section: int) -> list[Any]:
        spot = QPoint(heading.sectionViewportPosition(section) + 20, heading.height() // 2)
        with qtbot.waitSignal(table.sort_asked) as asked:
            qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        return list(asked.args)

    assert click(0) == ["number", True]
    assert click(2) == ["kind", True]


def test_columns_fill_the_width_and_give_way_when_narrow(table: PagedTable, model: PagedTableModel) -> None:
    model.ask("all")
    QTest.qWait(1)
    used = sum(table.columnWidth(at) for at in range(3))
    assert abs(used - table.viewport().width()) <= 8
    table.resize(220, 400)
    QTest.qWait(1)
    assert table.columnWidth(1) >= 60
