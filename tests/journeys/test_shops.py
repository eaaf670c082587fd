"""Two shops that count alike, on the command line: imported, listed, worked on, taken back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claimdesk import bootstrap
from claimdesk.core.desk import Desk

HEAD = "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price,Billing Name\n"
OURS = HEAD + "#1001,a@example.com,paid,2026-11-01 10:00:00 -0500,USD,20.00,1,Lamp,20.00,Ann Bell\n"
THEIRS = HEAD + "#1001,b@example.com,paid,2026-07-09 10:00:00 +0200,EUR,55.00,1,Chair,55.00,Bea Cole\n"
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def claimdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def called(*arguments: str | Path) -> tuple[dict[str, Any], int]:
        capsys.readouterr()
        status = bootstrap.main([*map(str, arguments), "--data-dir", str(tmp_path / "data"), "--json"])
        return json.loads(capsys.readouterr().out), status

    return called


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(OURS, "utf-8")
    theirs.write_text(THEIRS, "utf-8")
    return ours, theirs


def test_two_shops_from_import_to_undo(claimdesk: Any, files: tuple[Path, Path]) -> None:
    claimdesk("import", files[0], "--shop", "Lamps")
    found, status = claimdesk("import", files[1], "--shop", "Chairs")
    assert (status, found["files"][0]["orders"]["new"]) == (0, 1)
    assert found["files"][0]["shops"] == [{"name": "Chairs", "new": True, "orders": 1}]
    orders, _ = claimdesk("orders", "--search", "1001")
    assert {(order["shop"], order["total_minor"]) for order in orders["orders"]} == {("Lamps", 2000), ("Chairs", 5500)}
    orders, _ = claimdesk("orders", "--shop", "chairs")
    assert [order["total_minor"] for order in orders["orders"]] == [5500]
    error, status = claimdesk("orders", "--shop", "Tables")
    assert (status, error["error"]["code"]) == (2, "shop_not_found")
    error, status = claimdesk("open-case", "#1001", "--scenario", "S05")
    assert (status, error["error"]["code"]) == (2, "order_in_shops")
    case, status = claimdesk("open-case", "#1001", "--scenario", "S05", "--shop", "Chairs")
    assert (status, case["currency"]) == (0, "EUR")
    undone, status = claimdesk("undo-import", "2")
    assert (status, undone["removed"], [kept["order_no"] for kept in undone["kept"]]) == (1, 0, ["#1001"])
    undone, status = claimdesk("undo-import", "1")
    assert (status, undone["removed"]) == (0, 1)


def test_the_second_shop_is_found_without_being_named(claimdesk: Any, files: tuple[Path, Path]) -> None:
    claimdesk("import", files[0])
    found, status = claimdesk("import", files[1])
    assert (status, [issue["code"] for issue in found["files"][0]["warnings"]]) == (1, ["shop_new"])
    assert found["files"][0]["rejected"] == []
    assert claimdesk("orders")[0]["total"] == 2


def test_a_notice_about_a_number_of_two_shops_asks_whose(tmp_path: Path, files: tuple[Path, Path]) -> None:
    desk = Desk.open(tmp_path / "data")
    desk.imports.run([files[0]], shop="Lamps", at=NOW)
    desk.imports.run([files[1]], shop="Chairs", at=NOW)
    orders = desk.orders.find("#1001")
    assert [order.shop for order in orders] == ["Lamps", "Chairs"]
    text = "From: Shopify <mailer@shopify.com>\nSubject: Chargeback for order #1001\n\nA customer filed a chargeback for order #1001."
    reading = desk.notices.read(text, NOW)
    assert (reading.orders, [order.shop for order in reading.choices]) == ((), ["Lamps", "Chairs"])
    assert desk.notices.about(reading.notice, orders[1].id, NOW).orders[0].shop == "Chairs"
    desk.close()
