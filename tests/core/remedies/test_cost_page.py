"""What the page of costs stands on: preview and undo of an import, export and back, titles, the shop's own figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.money import Money
from claimdesk.core.records.problems import Problem
from claimdesk.core.remedies.cost_sheet import SkuCost
from claimdesk.core.remedies.costs import CostChange
from tests.core.storage.filling import add_orders

D = Decimal
LAMP = SkuCost("LAMP", "USD", 1200, 720, 890, D("0.15"), media=False, notes="from Wei")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk.open(tmp_path / "shop")
    yield opened
    opened.close()


def sheet(folder: Path, text: str) -> Path:
    path = folder / "costs.csv"
    path.write_text(text, "utf-8")
    return path


def test_an_import_shows_what_it_would_change_and_names_bad_rows(desk: Desk, tmp_path: Path) -> None:
    costs = desk.remedies.costs
    costs.keep([LAMP, SkuCost("MUG", "EUR", 300)])
    file = sheet(
        tmp_path, "SKU,Unit cost,Currency,Notes\nLAMP,13.00,USD,\nMUG,3.00,EUR,\nVASE,4.5,GBP,new\nJAR,x,USD,\n"
    )
    plan = costs.import_sheet(file, "USD", dry_run=True)
    new = SkuCost("LAMP", "USD", 1300, 720, 890, D("0.15"), media=False, notes="from Wei")
    assert plan.changes == (CostChange(LAMP, new), CostChange(None, SkuCost("VASE", "GBP", 450, notes="new")))
    assert (plan.new, plan.updated, plan.unchanged) == (1, 1, 1)
    assert [(issue.row, issue.column, issue.code, issue.value) for issue in plan.issues] == [
        (5, "Unit cost", "cost_amount_unreadable", "x")
    ]
    assert costs.of("LAMP") == LAMP, "a preview changes nothing"
    done = costs.import_sheet(file, "USD")
    assert done.changes == plan.changes
    assert costs.of("VASE") is not None
    costs.put_back(done.changes)
    assert {cost.sku: cost for cost in costs.all()} == {"LAMP": LAMP, "MUG": SkuCost("MUG", "EUR", 300)}


def test_a_deletion_is_put_back(desk: Desk) -> None:
    costs = desk.remedies.costs
    costs.keep([LAMP])
    costs.remove("lamp")
    assert costs.all() == ()
    costs.put_back([CostChange(LAMP, None)])
    assert costs.all() == (LAMP,)


def test_what_was_exported_comes_in_again_unchanged(desk: Desk, tmp_path: Path) -> None:
    costs = desk.remedies.costs
    costs.keep([
        LAMP, SkuCost("=1+1", "JPY", 500, notes="=cmd"), SkuCost("杯子", "CNY", 860, 1200), SkuCost("K", "KWD", 1234),
        SkuCost("A", "USD", referral=D("0.08"), media=True),
    ])  # fmt: skip
    before = costs.all()
    written, rows = desk.cost_files.export(tmp_path / "costs.xlsx")
    assert (written.name, rows) == ("costs.xlsx", 5)
    again = costs.import_sheet(written, "USD")
    assert (again.changes, again.issues, again.unchanged) == ((), (), 5)
    assert costs.all() == before


def test_titles_are_those_of_the_newest_orders(desk: Desk) -> None:
    for number, title in ((1, "Old lamp"), (2, "Brass lamp")):
        order = {"order_no": f"111-000000{number}-0000001", "lines": [{"sku": "LAMP", "title": title, "quantity": 1}]}
        add_orders(desk.store, order)
    assert desk.orders.sku_titles() == {"LAMP": "Brass lamp"}


def test_the_shops_own_figures_are_kept_and_reset(desk: Desk) -> None:
    figures = desk.remedies.figures
    shipped = next(rate for rate in figures.all().rates if rate.currency == "EUR")
    assert (shipped.own, shipped.value, figures.all().profit) == (None, shipped.shipped, None)
    figures.set_profit(Money(250_000, "USD"))
    figures.set_defects("amazon", 3)
    figures.set_defects("ebay", 1)
    figures.set_rate("EUR", D("0.93"))
    found = figures.all()
    assert (found.profit, found.defects) == (Money(250_000, "USD"), {"amazon": 3, "ebay": 1})
    assert next(rate for rate in found.rates if rate.currency == "EUR").value == D("0.93")
    assert found.rates_source and found.rates_checked and found.defect_source
    figures.set_profit(None)
    figures.set_defects("ebay", None)
    figures.set_rate("EUR", None)
    found = figures.all()
    assert (found.profit, found.defects, [rate for rate in found.rates if rate.own]) == (None, {"amazon": 3}, [])


def test_figures_that_cannot_be_are_refused(desk: Desk) -> None:
    figures = desk.remedies.figures
    for work in (
        lambda: figures.set_profit(Money(-1, "USD")),
        lambda: figures.set_defects("amazon", -1),
        lambda: figures.set_rate("EUR", D(0)),
        lambda: figures.set_rate("EUR", D("NaN")),
    ):
        with pytest.raises(Problem, match="figure_out_of_range"):
            work()
    with pytest.raises(Problem, match="cost_currency_unknown"):
        figures.set_rate("XXX", D(1))
