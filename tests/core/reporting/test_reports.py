"""The report of a whole shop, through the desk that the window uses."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Cancelled, Problem
from claimdesk.core.records.tasks import Task
from tests.core.desks import sample_desk

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory):
    with sample_desk(tmp_path_factory.mktemp("shop"), NOW) as desk:
        yield desk


def headings(sheet) -> list[str]:
    return [cell.value for cell in sheet[1]]


def test_every_order_and_case_is_in_it(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    written = desk.reports.workbook(target, NOW)
    orders, cases = desk.orders.ids(OrderFilter(), now=NOW), desk.cases.rows(NOW)
    assert (written.file, written.rows, written.cleaned) == (target, len(orders) + len(cases), 0)
    assert len(cases) > 3
    book = openpyxl.load_workbook(target)
    assert book.sheetnames == ["Summary", "Cases", "Orders"]
    numbers = [row[0] for row in book["Orders"].iter_rows(min_row=2, values_only=True)]
    assert numbers == [order.order_no for order in desk.orders.orders(orders)]
    assert [row[0] for row in book["Cases"].iter_rows(min_row=2, values_only=True)] == [case.ref for case in cases]
    assert len(book["Summary"]._charts) == 1
    # Not one code without words: a heading that has none shows its own name.
    texts = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert [text for text in texts if text.startswith("report_")] == []


def test_it_speaks_chinese(desk: Desk, tmp_path: Path) -> None:
    desk.reports.workbook(tmp_path / "报告.xlsx", NOW, language="zh")
    book = openpyxl.load_workbook(tmp_path / "报告.xlsx")
    assert book.sheetnames == ["概览", "案件", "订单"]
    assert headings(book["订单"])[:3] == ["订单号", "平台", "站点"]
    titles = {row[6] for row in book["案件"].iter_rows(min_row=2, values_only=True)}
    assert titles <= {scenario.title.zh for scenario in desk.scenarios.all()}


@pytest.mark.parametrize("language, market", [("en", "eBay US"), ("zh", "eBay 美国")])
def test_platforms_and_marketplaces_are_called_as_in_the_window(desk, tmp_path, language, market) -> None:
    desk.reports.workbook(tmp_path / "report.xlsx", NOW, language=language)
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    for sheet, at in ((book.worksheets[1], 2), (book.worksheets[2], 1)):
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        said = {row[at] for row in rows}
        assert "eBay" in said or sheet is book.worksheets[1]
        assert said.isdisjoint({"amazon", "ebay", "dhgate", "shopify", "tiktok"})
        assert not [row[at + 1] for row in rows if (row[at + 1] or "").startswith(("amazon.", "ebay."))]
    assert market in {row[2] for row in book.worksheets[2].iter_rows(min_row=2, values_only=True)}


def test_a_period_is_counted_in_the_shops_days(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    first, last = date(2026, 11, 8), date(2026, 11, 14)
    desk.reports.workbook(target, NOW, first=first, last=last)
    book = openpyxl.load_workbook(target)
    bought = headings(book["Orders"]).index("Bought")
    days = [row[bought].date() for row in book["Orders"].iter_rows(min_row=2, values_only=True)]
    assert days
    assert all(first <= day <= last for day in days)
    everything = tmp_path / "all.xlsx"
    desk.reports.workbook(everything, NOW)
    rows = openpyxl.load_workbook(everything)["Orders"].iter_rows(min_row=2, values_only=True)
    assert len(days) == sum(1 for row in rows if row[bought] and first <= row[bought].date() <= last)


def test_a_period_without_anything_is_an_empty_report(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    assert desk.reports.workbook(target, NOW, first=date(1999, 1, 1), last=date(1999, 1, 2)).rows == 0
    assert openpyxl.load_workbook(target)["Orders"].max_row == 1


def test_the_old_report_survives_a_full_disk(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "report.xlsx"
    desk.reports.workbook(target, NOW)
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Problem) as caught:
        desk.reports.workbook(target, NOW + timedelta(days=1))
    assert caught.value.code == "report_disk_full"
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]


def test_a_stopped_report_changes_nothing(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("claimdesk.core.reporting.tables._REPORT_EVERY", 1)
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    task = Task()
    task.stop.set()
    with pytest.raises(Cancelled):
        desk.reports.workbook(target, NOW, task=task)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.xlsx"]
