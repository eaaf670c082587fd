"""Costs per SKU: kept, read from sheets of every kind, with each unusable row named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.problems import Problem
from claimdesk.core.remedies.cost_sheet import SkuCost

D = Decimal


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_text(text, encoding=encoding)
    return path


def test_costs_are_kept_by_sku_whatever_its_case(remedies) -> None:
    cost = SkuCost("Lamp-B", "USD", 1200, 720, 890, D("0.15"), media=False)
    remedies.costs.keep([cost, SkuCost("A-1", "CNY", 860)])
    assert remedies.costs.of(" LAMP-b ") == cost
    assert [c.sku for c in remedies.costs.all()] == ["A-1", "Lamp-B"]
    assert remedies.costs.of("unknown") is None
    assert remedies.costs.of("") is None
    remedies.costs.remove("lamp-b")
    assert remedies.costs.of("Lamp-B") is None
    assert [c.sku for c in remedies.costs.all()] == ["A-1"]


@pytest.mark.parametrize(
    "cost,code",
    [
        (SkuCost(" ", "USD", 1), "cost_sku_empty"),
        (SkuCost("A", "USD", -1), "cost_out_of_range"),
        (SkuCost("A", "USD", referral=D("1.5")), "cost_out_of_range"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_kept(remedies, cost: SkuCost, code: str) -> None:
    with pytest.raises(Problem) as caught:
        remedies.costs.keep([SkuCost("B", "USD", 1), cost])
    assert caught.value.code == code
    assert remedies.costs.all() == ()


def test_an_excel_sheet_is_read(remedies, tmp_path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["Costs of November"])
    sheet.append(["SKU", "Unit cost", "Reship freight", "Return freight", "Referral rate", "Currency"])
    sheet.append(["LAMP-B", 12, 7.2, 8.9, "15%", "USD"])
    sheet.append(["KETTLE", 9.35, None, None, 0.15, "EUR"])
    file = tmp_path / "costs.xlsx"
    book.save(file)
    done = remedies.costs.import_sheet(file, "USD")
    assert (done.rows, done.new, done.updated, done.unchanged, done.issues) == (2, 2, 0, 0, ())
    assert remedies.costs.of("LAMP-B") == SkuCost("LAMP-B", "USD", 1200, 720, 890, D("0.15"))
    assert remedies.costs.of("KETTLE") == SkuCost("KETTLE", "EUR", 935, referral=D("0.15"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_chinese_sheet_is_read_in_any_encoding(remedies, tmp_path, encoding: str) -> None:
    text = "货号,采购成本,运费,佣金率\n台灯-黑,¥86.40,51.84,12%\n"
    done = remedies.costs.import_sheet(write(tmp_path / "成本.csv", text, encoding), "CNY")
    assert (done.new, done.issues) == (1, ())
    assert remedies.costs.of("台灯-黑") == SkuCost("台灯-黑", "CNY", 8640, 5184, referral=D("0.12"))


def test_a_decimal_comma_is_told_by_the_column(remedies, tmp_path) -> None:
    file = write(tmp_path / "kosten.csv", "sku;cost;currency\nA;12,50;EUR\nB;1.299,00;EUR\n")
    remedies.costs.import_sheet(file, "USD")
    assert remedies.costs.of("A").unit_minor == 1250
    assert remedies.costs.of("B").unit_minor == 129_900


def test_yen_are_whole(remedies, tmp_path) -> None:
    remedies.costs.import_sheet(write(tmp_path / "c.csv", "sku,cost,currency\nA,1800,JPY\n"), "USD")
    assert remedies.costs.of("A").unit_minor == 1800


def test_every_row_that_cannot_be_used_is_named(remedies, tmp_path) -> None:
    rows = ("sku,cost,commission,currency", "A,12.00,15,USD", ",3.00,,USD", "B,twelve,,USD", "C,-1.00,,USD",
            "D,1.00,250%,USD", "E,1.00,,Dollar", "F,,,USD", "A,13.00,,USD", "", "G,2.00,,")  # fmt: skip
    file = write(tmp_path / "costs.csv", "\n".join(rows) + "\n")
    done = remedies.costs.import_sheet(file, "USD")
    assert [(i.row, i.code, i.value) for i in done.issues] == [
        (3, "cost_sku_missing", ""),
        (4, "cost_amount_unreadable", "twelve"),
        (5, "cost_amount_unreadable", "-1.00"),
        (6, "cost_share_unreadable", "250%"),
        (7, "cost_currency_unknown", "DOLLAR"),
        (8, "cost_nothing_said", "F"),
        (9, "cost_sku_twice", "A"),
    ]
    assert (done.rows, done.new) == (9, 2)
    assert remedies.costs.of("A").unit_minor == 1300
    words = Wording.load()
    assert all(words.text(issue.code).zh != issue.code for issue in done.issues)


def test_a_second_sheet_updates_and_leaves_what_it_does_not_name(remedies, tmp_path) -> None:
    remedies.costs.import_sheet(write(tmp_path / "1.csv", "sku,cost,reship cost\nA,12.00,7.00\nB,5.00,\n"), "USD")
    second = write(tmp_path / "2.csv", "sku,cost\na,13.00\nB,5.00\nC,1.00\n")
    before = remedies.costs.import_sheet(second, "USD", dry_run=True)
    assert remedies.costs.of("A").unit_minor == 1200
    done = remedies.costs.import_sheet(second, "USD")
    assert before == done
    assert (done.new, done.updated, done.unchanged) == (1, 1, 1)
    assert (remedies.costs.of("A").unit_minor, remedies.costs.of("A").reship_minor) == (1300, 700)


def test_a_sheet_without_skus_says_what_it_saw(remedies, tmp_path) -> None:
    with pytest.raises(Problem) as caught:
        remedies.costs.import_sheet(write(tmp_path / "x.csv", "Name,Price\nLamp,3\n"), "USD")
    assert caught.value.code == "cost_sheet_unknown"
    assert caught.value.params["headings"] == "Name, Price"
    assert Wording.load().cure("cost_sheet_unknown") is not None


def test_a_missing_file_is_a_problem_of_its_own(remedies, tmp_path) -> None:
    with pytest.raises(Problem) as caught:
        remedies.costs.import_sheet(tmp_path / "none.xlsx", "USD")
    assert caught.value.code == "file_missing"
