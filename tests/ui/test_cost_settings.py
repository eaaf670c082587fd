"""Settings, Costs: typed, found, deleted, brought in from a sheet with a preview, written out, taken back; own figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.money import Money
from claimdesk.core.remedies.cost_sheet import SkuCost
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.settings.costs import CostsPage
from claimdesk.ui.settings.costs_import import CostImportDialog
from tests.ui.case_desk import delivered_order
from tests.ui.settings_desk import listed, shown_page


@pytest.fixture
def desk(desk) -> Desk:
    desk.remedies.costs.keep([SkuCost("LAMP-B", "USD", 1200, 720, 890, Decimal("0.15"), notes="Wei")])
    return desk


@pytest.fixture
def page(qtbot, ctx, desk) -> CostsPage:
    return shown_page(qtbot, ctx, CostsPage)


@pytest.fixture
def undo(ctx) -> list:
    found: list = []
    ctx.toast.connect(lambda text, back: found.append((text, back)))
    return found


def typed(page: CostsPage, **said: str) -> None:
    for name, text in said.items():
        page.editor.fields[name].setText(text)


def test_a_cost_is_added_found_and_taken_back(page, desk, undo) -> None:
    page.start_new()
    assert not page.editor.keep_button.isEnabled()
    typed(page, sku="MUG", currency="eur", unit_minor="3.10", referral="12 %", notes="two sizes")
    page.editor.keep_button.click()
    assert desk.remedies.costs.of("mug") == SkuCost("MUG", "EUR", 310, referral=Decimal("0.12"), notes="two sizes")
    assert listed(page) == ["LAMP-B", "MUG"]
    page.search.setText("sizes")
    page.show_found()
    assert listed(page) == ["MUG"]
    undo[-1][1]()
    assert desk.remedies.costs.of("MUG") is None


def test_what_cannot_be_is_told_before_it_is_kept(page) -> None:
    page.start_new()
    typed(page, sku="MUG", currency="USD", unit_minor="abc")
    assert page.editor._hint.text() == "Unit cost: type the amount as 12.50"
    typed(page, unit_minor="1.234")
    assert page.editor._hint.text()
    typed(page, unit_minor="1.23", referral="150")
    assert page.editor._hint.text() == "The referral fee is a percentage from 0 to 100"
    typed(page, referral="", currency="dollar")
    assert page.editor.fields["currency"].text() == "dol", "three letters at most"
    typed(page, currency="US")
    assert not page.editor.keep_button.isEnabled()


def test_a_cost_is_changed_renamed_and_deleted(page, desk, undo) -> None:
    page.table.select_id(page._ids["LAMP-B"])
    page.show_chosen()
    assert page.editor.fields["unit_minor"].text() == "12.00"
    typed(page, sku="LAMP-C", unit_minor="13")
    page.editor.keep_button.click()
    assert desk.remedies.costs.of("LAMP-B") is None
    assert desk.remedies.costs.of("LAMP-C").unit_minor == 1300
    undo[-1][1]()
    assert [cost.sku for cost in desk.remedies.costs.all()] == ["LAMP-B"]
    page.table.select_id(page._ids["LAMP-B"])
    page.show_chosen()
    page.editor.remove_button.click()
    assert desk.remedies.costs.all() == ()
    assert page._none.isVisibleTo(page)
    undo[-1][1]()
    assert desk.remedies.costs.of("LAMP-B").notes == "Wei"


def test_a_sheet_is_shown_before_it_is_taken(page, desk, undo, tmp_path) -> None:
    file = tmp_path / "costs.csv"
    file.write_text("SKU,Unit cost,Currency\nLAMP-B,13.00,USD\nVASE,4.50,GBP\nJAR,?,USD\n", "utf-8")
    page.plan_import(file)
    dialog = page.findChild(CostImportDialog)
    assert dialog is not None
    assert dialog.summary.text() == "costs.csv: 1 new, 1 changed, 0 as they are, 1 rows to look at."
    cells = [column.cell(dialog.changes.model.record(0)).text for column in dialog._change_columns()]
    assert cells[:2] == ["LAMP-B", "$12.00 → $13.00"]
    bad = [column.cell(dialog.issues.model.record(0)).text for column in dialog._issue_columns()]
    assert bad == ["4", "Unit cost", "?", "The amount cannot be read or is negative; the row was left out."]
    assert desk.remedies.costs.of("VASE") is None, "nothing is changed before it is accepted"
    dialog.take.click()
    assert desk.remedies.costs.of("VASE") == SkuCost("VASE", "GBP", 450)
    assert desk.remedies.costs.of("LAMP-B").unit_minor == 1300
    undo[-1][1]()
    assert [cost.unit_minor for cost in desk.remedies.costs.all()] == [1200]


def test_the_costs_are_written_out(page, desk, tmp_path, undo) -> None:
    page.export(tmp_path / "costs.xlsx")
    assert undo[-1][0] == "Written to costs.xlsx"
    assert desk.remedies.costs.import_sheet(tmp_path / "costs.xlsx", "EUR", dry_run=True).changes == ()


def test_own_figures_are_kept_and_reset(page, desk) -> None:
    card = page.figures
    assert "checked" in card._rate_source.text() and "checked" in card._defect_source.text()
    card.profit.setText("2500")
    card.profit.editingFinished.emit()
    assert desk.remedies.figures.all().profit == Money(250_000, "USD")
    card.defects.setText("2")
    card.defects.editingFinished.emit()
    assert desk.remedies.figures.all().defects == {"amazon": 2}
    card.rate_currency.setCurrentIndex(card.rate_currency.findData("EUR"))
    card.rate.setText("0.93")
    card.rate.editingFinished.emit()
    assert card._rate_source.text().startswith("Yours; shipped is")
    assert card.rate_reset.isEnabled()
    for button in (card.profit_reset, card.defects_reset, card.rate_reset):
        button.click()
    found = desk.remedies.figures.all()
    assert (found.profit, dict(found.defects), [r for r in found.rates if r.own is not None]) == (None, {}, [])
    card.rate.setText("zero")
    card.rate.editingFinished.emit()
    assert card.rate.text() == f"{next(r for r in found.rates if r.currency == 'EUR').shipped:f}"


def test_the_page_is_a_category_of_the_settings(qtbot, ctx, desk, page) -> None:
    window = MainWindow(ctx)
    qtbot.addWidget(window)
    window.go_to("settings")
    screen = window.screen("settings")
    screen.show_page("costs")
    assert screen.pages.currentWidget() is screen.costs
    assert listed(screen.costs) == ["LAMP-B"]


def test_costs_reach_the_comparison(page, desk, now) -> None:
    whole = desk.orders.order(delivered_order(desk))
    for line in whole.lines:
        page.start_new()
        typed(page, sku=line.sku, currency="USD", unit_minor="7.77")
        page.editor.keep_button.click()
    assumed = desk.remedies.assumptions(whole, {"platform": whole.platform}, {}, now)
    assert str(assumed.items["unit_cost"].origin) == "costs"


def test_the_exported_file_has_an_ending(page, tmp_path, monkeypatch) -> None:
    target = str(tmp_path / "mine")
    monkeypatch.setattr("claimdesk.ui.settings.costs.QFileDialog.getSaveFileName", lambda *_: (target, ""))
    page._ask_export()
    assert Path(f"{target}.xlsx").exists()
