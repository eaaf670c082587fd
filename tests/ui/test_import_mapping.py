"""Files of no known format on the Import screen: columns are proposed, chosen, kept, and recognised the next time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from claimdesk.core.records.imports import ColumnMatch
from claimdesk.ui.importing.entries import Phase
from claimdesk.ui.importing.field_menu import FieldMenu
from claimdesk.ui.importing.screen import ImportScreen
from claimdesk.ui.settings.mappings import MappingsCard
from tests.ui.import_desk import desk, screen

__all__ = ["desk", "screen"]  # fixtures

ERP = """订单号,平台,买家姓名,付款时间,订单金额,币种,最晚送达,物流单号,物流渠道,备注2
112-4098217-3356201,亚马逊,Ingrid Solheim,2026/11/14 09:31,49.99,USD,2026-11-28,YT2631721000091144,YunExpress,白色，送电源
204-7751830-9926315,亚马逊,Jonas Reimann,2026/11/14 09:52,"1.299,00",EUR,2026-12-02,,4PX,加急
"""


def written(folder: Path, text: str, name: str = "ERP weekly_20261117.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def column(screen: ImportScreen, heading: str) -> ColumnMatch:
    return next(one for one in screen.session.entry.preview.columns if one.heading == heading)


def test_columns_are_proposed_and_the_doubtful_one_waits(screen, desk, tmp_path) -> None:
    screen.take_files([written(tmp_path, ERP)])
    found = {one.heading: one.field for one in screen.session.entry.preview.columns}
    assert found == {
        "订单号": "order_no", "平台": "platform", "买家姓名": "buyer_name", "付款时间": "paid_at", "订单金额": "total",
        "币种": "currency", "最晚送达": "deliver_by", "物流单号": "tracking_no", "物流渠道": "carrier", "备注2": "",
    }  # fmt: skip
    assert column(screen, "备注2").suggested
    assert screen.columns.undecided.isVisible()
    assert not screen.progress.go.isEnabled()
    assert screen.progress._title.text() == "Choose the columns"
    screen.columns.leave_out.click()
    assert screen.session.entry.undecided == ()
    assert screen.progress.go.text() == "Import 2 orders"
    screen.progress.go.click()
    totals = {
        order.total_minor for n in ("112-4098217-3356201", "204-7751830-9926315") for order in desk.orders.find(n)
    }
    assert totals == {4999, 129_900}


def test_a_field_belongs_to_one_column(screen, tmp_path) -> None:
    screen.take_files([written(tmp_path, ERP)])
    screen.columns.field_chosen.emit("备注2", "buyer_name")
    assert (column(screen, "备注2").field, column(screen, "买家姓名").field) == ("buyer_name", "")
    assert column(screen, "备注2").confidence == 100


def test_a_kept_mapping_is_recognised_and_can_be_taken_back(screen, ctx, desk, tmp_path, qtbot) -> None:
    screen.take_files([written(tmp_path, ERP)])
    screen.columns.field_chosen.emit("备注2", "seller_note")
    with qtbot.waitSignal(ctx.toast) as told:
        screen.columns.save.click()
    assert "“ERP weekly”" in told.args[0]
    screen.take_files([written(tmp_path, ERP.replace("49.99", "50.00"), "another.csv")])
    assert column(screen, "备注2").field == "seller_note"
    assert screen.session.entry.preview.profile == "ERP weekly"
    assert "ERP weekly" in screen.file._match.text()
    assert screen.progress.go.isEnabled()
    told.args[1]()
    assert desk.imports.profiles() == ()


def test_taking_a_changed_mapping_back_keeps_the_former_one(screen, ctx, desk, tmp_path, qtbot) -> None:
    screen.take_files([written(tmp_path, ERP)])
    screen.columns.field_chosen.emit("备注2", "seller_note")
    screen.columns.save.click()
    qtbot.waitUntil(lambda: len(desk.imports.profiles()) == 1)
    former = desk.imports.profiles()[0]
    screen.columns.field_chosen.emit("备注2", "buyer_note")
    with qtbot.waitSignal(ctx.toast) as told:
        screen.columns.save.click()
    assert desk.imports.profiles() != (former,)
    told.args[1]()
    qtbot.waitUntil(lambda: desk.imports.profiles() == (former,))
    assert screen.session.entry.preview.profile == former.name


def test_an_unreadable_table_asks_for_the_order_number(screen, desk, tmp_path) -> None:
    screen.take_files([written(tmp_path, "a,b,c\nX-1001,5.00,Mug\nX-1002,6.00,Cup\n")])
    assert screen.columns.missing.isVisible()
    assert not screen.columns.save.isVisible()
    assert not screen.progress.go.isEnabled()
    screen.columns.field_chosen.emit("a", "order_no")
    screen.columns.leave_out.click()
    screen.columns.field_chosen.emit("b", "total")
    assert not screen.columns.missing.isVisible()
    assert set(screen.session.entry.preview.questions) >= {"platform", "currency"}
    assert screen.questions.isVisible()
    screen.questions.answered.emit("currency", "EUR")
    screen.questions.answered.emit("platform", "etsy")
    screen.progress.go.click()
    order = desk.orders.find("X-1001", "etsy")[0]
    assert (order.currency, order.total_minor) == ("EUR", 500)


def test_the_order_of_day_and_month_is_asked(screen, desk, tmp_path) -> None:
    screen.take_files([written(tmp_path, "Order id,Order date,Total,Currency\nX-1001,05/03/2026,5.00,USD\n")])
    assert "date_order" in screen.session.entry.preview.questions
    assert screen.session.count("rejected") == 1
    screen.questions.answered.emit("date_order", "day")
    assert screen.session.count("rejected") == 0
    assert screen.questions.lists["date_order"].currentData() == "day"
    screen.questions.answered.emit("date_order", "month")
    screen.progress.go.click()
    assert str(desk.orders.find("X-1001")[0].purchased_at)[:10] == "2026-05-03"


def test_a_kind_of_issue_is_treated_in_another_way(screen, desk, tmp_path) -> None:
    screen.take_files([written(tmp_path, "Order id,Order date,Total,Currency\nX-1001,soon,5.00,USD\n")])
    issue = screen.session.entry.preview.rejected[0]
    menu = screen.issues.menu(issue)
    assert [action.text() for action in menu.actions()][1:] == ["Leave the row out", "Import without this value"]
    menu.actions()[2].trigger()
    menu.close()
    assert (screen.session.count("rejected"), screen.session.count("new")) == (0, 1)
    screen.progress.go.click()
    assert desk.orders.find("X-1001")[0].purchased_at is None


def test_rejected_rows_are_exported_corrected_and_imported(screen, ctx, desk, tmp_path, monkeypatch, qtbot) -> None:
    import openpyxl

    target = tmp_path / "rows.xlsx"
    screen.take_files([written(tmp_path, "Order id,Order date,Total,Currency\nX-1,soon,5,USD\nX-2,2026-11-01,6,USD\n")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(ctx.toast) as told:
        screen.issues.export.click()
    assert told.args[0] == "1 row written to rows.xlsx"
    book = openpyxl.load_workbook(target)
    assert [cell.value for cell in book.active[2]][:4] == ["X-1", "soon", "5", "USD"]
    book.active["B2"] = "2026-11-02"
    book.save(target)
    screen.take_files([target])
    assert (screen.session.count("new"), screen.session.count("rejected")) == (1, 0)


def test_only_headings_are_copied(screen, tmp_path) -> None:
    screen.take_files([written(tmp_path, ERP)])
    screen.columns.copy.click()
    text = QApplication.clipboard().text()
    assert text.split("\n")[:2] == ["订单号", "平台"]
    assert "Ingrid" not in text


def test_the_menu_marks_what_is_required(qtbot, screen) -> None:
    menus = FieldMenu(screen)
    menu = menus.menu(ColumnMatch("备注2", "", 41, (), "seller_note"))
    first = menu.actions()[0]
    assert (first.data(), first.text()) == ("seller_note", "Your note")
    groups = [action.menu() for action in menu.actions() if action.menu() is not None]
    texts = [action.text() for group in groups if isinstance(group, QMenu) for action in group.actions()]
    assert "Order number (required)" in texts
    with qtbot.waitSignal(menus.chosen) as chosen:
        first.trigger()
    assert chosen.args == ["备注2", "seller_note"]
    menu.close()


def test_mappings_are_named_and_deleted_in_the_settings(ctx, screen, desk, tmp_path, qtbot) -> None:
    screen.take_files([written(tmp_path, ERP)])
    screen.columns.leave_out.click()
    screen.columns.save.click()
    card = MappingsCard(ctx)
    qtbot.addWidget(card)
    card.refresh()
    row = card.rows[0]
    assert row.name.text() == "ERP weekly"
    row.name.setText("Weekly")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    assert [one.name for one in desk.imports.profiles()] == ["Weekly"]
    with qtbot.waitSignal(ctx.toast) as told:
        card.rows[0].delete.click()
    assert desk.imports.profiles() == ()
    told.args[1]()
    assert [one.name for one in desk.imports.profiles()] == ["Weekly"]
    assert screen.session.phase is Phase.READY


def test_the_columns_of_a_kept_mapping_are_changed_in_the_settings(ctx, screen, desk, tmp_path, qtbot) -> None:
    screen.take_files([written(tmp_path, ERP)])
    screen.columns.leave_out.click()
    screen.columns.save.click()
    card = MappingsCard(ctx)
    qtbot.addWidget(card)
    card.refresh()
    qtbot.mouseClick(card.rows[0].edit, Qt.MouseButton.LeftButton)
    dialog = card.dialog

    def choose(heading: str, field: str) -> None:
        box = dialog.lists[heading]
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())

    choose("备注2", "order_no")
    assert (dialog.lists["订单号"].currentData(), dialog.take.isEnabled()) == ("", True)
    choose("备注2", "seller_note")
    assert dialog.lacking.text() == "Missing: Order number"
    assert not dialog.take.isEnabled()
    choose("订单号", "order_no")
    with qtbot.waitSignal(ctx.toast) as told:
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert dict(desk.imports.profiles()[0].choices.columns)["备注2"] == "seller_note"
    screen.take_files([written(tmp_path, ERP, "next.csv")])
    assert column(screen, "备注2").field == "seller_note"
    told.args[1]()
    assert dict(desk.imports.profiles()[0].choices.columns)["备注2"] == ""


def test_the_keys_go_to_the_columns_that_are_to_be_chosen(screen, tmp_path, qtbot) -> None:
    screen.window().activateWindow()
    screen.take_files([written(tmp_path, ERP)])
    assert screen.focusWidget() is screen.columns.table
    assert screen.columns.table.currentIndex().row() == 0
