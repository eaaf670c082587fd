"""What the operator chooses before an import: the shop, the sheets, and which changes are wanted."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QLabel

from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.context import Changes
from claimdesk.ui.importing.changes_dialog import ChangesDialog
from claimdesk.ui.importing.questions import NEW
from claimdesk.ui.importing.screen import ImportScreen
from claimdesk.ui.orders.screen import OrdersScreen
from tests.ui.import_desk import desk, screen

__all__ = ["desk", "screen"]  # fixtures

HEALTH = Path(__file__).parents[1] / "data" / "health" / "synthetic-amazon-account-health-v2.json"
SHOPIFY = "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price\n"
OURS = SHOPIFY + "#1001,a@example.com,paid,2025-03-01 10:00:00 -0500,USD,20.00,1,Lamp,20.00\n"
THEIRS = SHOPIFY + "#1001,b@example.com,paid,2022-07-09 10:00:00 +0200,EUR,55.00,1,Chair,55.00\n"
PLAIN = "Order id,Order date,Buyer name,Total,Currency,Platform,City\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def imported(screen: ImportScreen, path: Path) -> None:
    screen.take_files([path])
    screen.progress.go.click()


def test_another_shop_is_proposed_and_can_be_named(screen, desk, tmp_path, monkeypatch) -> None:
    imported(screen, written(tmp_path, "ours.csv", OURS))
    screen.take_files([written(tmp_path, "theirs.csv", THEIRS)])
    lists = screen.questions.lists["shop"]
    assert lists.isVisible()
    texts = [lists.itemText(at) for at in range(lists.count())]
    assert texts == ["Shopify 2 (new)", "My shop", "New shop…"]
    assert screen.issues.isVisible()
    proposals: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda *given: (proposals.append(given[-1]), ("Chairs", True))[1])
    lists.setCurrentIndex(2)
    lists.activated.emit(2)
    assert proposals == ["Shopify 2"]
    assert lists.currentText() == "Chairs (new)"
    screen.progress.go.click()
    assert [(shop.name, shop.orders) for shop in desk.shops.all()] == [("", 1), ("Chairs", 1)]


def test_the_first_shop_can_be_chosen_and_the_choice_taken_back(screen, tmp_path) -> None:
    imported(screen, written(tmp_path, "ours.csv", OURS))
    screen.take_files([written(tmp_path, "theirs.csv", THEIRS)])
    screen.questions.answered.emit("shop", 1)
    assert (screen.session.count("new"), screen.session.count("rejected")) == (0, 1)
    screen.file.shop_chosen.emit(0)
    assert screen.session.count("new") == 1


def test_a_name_that_nobody_gave_changes_nothing(screen, tmp_path, monkeypatch) -> None:
    screen.take_files([written(tmp_path, "ours.csv", OURS)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", False))
    screen.file.shop_chosen.emit(NEW)
    assert screen.session.entry.choices.new_shop == ""


def test_orders_show_and_filter_the_shop_where_there_are_several(screen, ctx, desk, tmp_path, qtbot) -> None:
    orders = OrdersScreen(ctx)
    qtbot.addWidget(orders)
    orders.show()
    imported(screen, written(tmp_path, "ours.csv", OURS))
    orders.refresh(Changes(orders=True))
    assert "shop" not in [column.key for column in orders.model.columns]
    assert orders.filters.shop.isHidden()
    imported(screen, written(tmp_path, "theirs.csv", THEIRS))
    orders.refresh(Changes(orders=True))
    assert "shop" in [column.key for column in orders.model.columns]
    assert not orders.filters.shop.isHidden()
    orders.filters.shop.set_values(("2",), tell=True)
    assert orders.filters.filter == OrderFilter(shops=(2,))
    qtbot.waitUntil(lambda: orders.model.total == 1)
    shown = next(column for column in orders.model.columns if column.key == "shop").cell(orders.model.record(0))
    assert shown.text == "Shopify 2"
    assert orders.filters.active_names() == ["Shop: Shopify 2"]


def test_every_sheet_with_orders_is_looked_at_and_can_be_left_out(screen, desk, tmp_path) -> None:
    book = openpyxl.Workbook()
    for name, numbers in (("October", ("X-1", "X-2")), ("November", ("X-3",)), ("December", ("X-4",))):
        sheet = book.create_sheet(name)
        sheet.append(PLAIN.strip().split(","))
        for number in numbers:
            sheet.append([number, "2026-11-01", "Ann", 5, "USD", "Etsy", "Bonn"])
    del book["Sheet"]
    book.save(tmp_path / "o.xlsx")
    screen.take_files([tmp_path / "o.xlsx"])
    assert [entry.choices.sheet for entry in screen.session.files] == ["October", "November", "December"]
    assert screen.progress.go.text() == "Import 4 orders"
    screen.session.show_file(2)
    screen.file.leave_out.click()
    screen.progress.go.click()
    assert [preview.new for entry in screen.session.files if (preview := entry.preview)] == [2, 1]
    assert desk.orders.count() == 3


def test_changes_are_shown_from_what_to_what_and_can_be_left(screen, desk, tmp_path, qtbot) -> None:
    rows = "X-1,2026-11-01,Ann,5,USD,Etsy,Bonn\nX-2,2026-11-01,Bob,6,USD,Etsy,Bonn\n"
    imported(screen, written(tmp_path, "a.csv", PLAIN + rows))
    newer = rows.replace("Bonn", "Köln").replace(",5,", ",7,")
    screen.take_files([written(tmp_path, "b.csv", PLAIN + newer)])
    assert screen.progress.go.text() == "Import 2 orders"
    screen.changes.each.click()
    dialog = screen.findChild(ChangesDialog)
    told = {(row.change.order_no, row.change.field): (row.change.before, row.change.after) for row in dialog.rows}
    assert told["X-1", "ship_city"] == ("Bonn", "Köln")
    assert told["X-1", "total_minor"] == ("5.00 USD", "7.00 USD")
    at = next(i for i, row in enumerate(dialog.rows) if row.change.order_no == "X-2")
    table = dialog.card.table
    where = table.visualRect(dialog.card.model.index(at, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where.x(), where.y()))
    assert dialog.left() == {0: {("X-2", "ship_city")}}
    dialog.take.click()
    assert screen.progress.go.text() == "Import 1 order"
    screen.changes.boxes["ship_city"].click()
    assert screen.session.files[0].choices.leave == (("", "ship_city"),)
    screen.progress.go.click()
    first, second = desk.orders.find("X-1")[0], desk.orders.find("X-2")[0]
    assert (first.ship_city, first.total_minor, second.ship_city) == ("Bonn", 700, "Bonn")
    screen.take_files([tmp_path / "b.csv"])
    assert dict(screen.session.change_counts()) == {"ship_city": 2}


def test_one_of_a_field_left_as_it_is_is_taken_after_all(screen, tmp_path) -> None:
    rows = "X-1,2026-11-01,Ann,5,USD,Etsy,Bonn\nX-2,2026-11-01,Bob,6,USD,Etsy,Bonn\n"
    imported(screen, written(tmp_path, "a.csv", PLAIN + rows))
    screen.take_files([written(tmp_path, "b.csv", PLAIN + rows.replace("Bonn", "Köln"))])
    screen.changes.boxes["ship_city"].click()
    assert screen.progress._title.text() == "Nothing new"
    screen.changes.each.click()
    dialog = screen.findChild(ChangesDialog)
    assert all(dialog.is_left(row) for row in dialog.rows)
    dialog.turn(dialog.rows[:1], left=False)
    assert dialog.left() == {0: {("X-2", "ship_city")}}
    dialog.reject()


def test_a_report_of_account_health_is_imported_alone(screen, ctx, desk) -> None:
    screen.take_files([HEALTH])
    assert screen.progress.go.isEnabled()
    assert screen.progress.go.text() == "Import 1 figure"
    assert screen.file.found.text() == "Detected: Amazon account health"
    screen.progress.go.click()
    assert screen.progress._title.text() == "Imported"
    assert not screen.progress.show_orders.isVisible()
    assert screen.session.batch_id is not None
    screen.take_files([HEALTH])
    assert (screen.progress._title.text(), screen.progress.go.isEnabled()) == ("Nothing new", False)
    assert screen.progress._state.text() == "All figures of the report are known already."
    screen.session.undo(desk.imports.batches()[0].id)
    screen.take_files([HEALTH])
    assert screen.progress.go.isEnabled()


def test_the_format_is_named_in_the_language_shown(screen, ctx, desk) -> None:
    screen.take_files([HEALTH])
    assert screen.session.entry.preview.format_title.zh == "亚马逊账户状况"
    screen.progress.go.click()
    assert [batch.format_title.zh for batch in desk.imports.batches()] == ["亚马逊账户状况"]


def test_what_other_files_tell_stands_with_the_order_and_its_source(screen, ctx, desk, qtbot) -> None:
    exports = Path(__file__).parents[1] / "data" / "exports"
    imported(screen, exports / "synthetic-amazon-seller-feedback.txt")
    imported(screen, exports / "synthetic-amazon-date-range-us-7preamble-bom.csv")
    orders = OrdersScreen(ctx)
    qtbot.addWidget(orders)
    orders.show()
    orders.refresh(Changes(orders=True))
    orders.show_order(desk.orders.find("111-2461587-8135394")[0].id)
    qtbot.waitUntil(lambda: orders.pane.events.has_events)
    assert not orders.pane.events.isHidden()
    words = [label.text() for label in orders.pane.events.findChildren(QLabel)]
    assert any("synthetic-amazon-seller-feedback.txt, row 2" in text for text in words), words
    assert any("synthetic-amazon-date-range-us-7preamble-bom.csv, row 10" in text for text in words), words
