"""From a file to a suggested case: what returns, claims and ratings lead to, and what the history says of them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from tests.core.importing.transactions import ORDER, report, row

NOW = datetime(2026, 11, 17, 6, 20, tzinfo=UTC)
EXPORTS = Path(__file__).parents[2] / "data" / "exports"
RETURNS = EXPORTS / "synthetic-amazon-mfn-returns-by-return-date.txt"
MONEY = EXPORTS / "synthetic-amazon-date-range-us-7preamble-bom.csv"


def best(desk: Desk, number: str) -> str:
    [order] = desk.orders.find(number)
    return desk.cases.suggest(order.id, NOW)[0].scenario.id


@pytest.mark.parametrize(
    "file, number, scenario",
    [
        (RETURNS, "114-9808109-1177021", "S13"),  # authorised, not back
        (RETURNS, "112-0357285-5941353", "S15"),  # refunded, and a claim
        (EXPORTS / "synthetic-amazon-fba-customer-returns.txt", "113-5062462-5485817", "S14"),
        (EXPORTS / "synthetic-amazon-seller-feedback.txt", "111-2461587-8135394", "S16"),
        (MONEY, "111-8419533-7423698", "S17"),  # a claim that was charged
    ],
)
def test_a_file_suggests_the_case(desk: Desk, file: Path, number: str, scenario: str) -> None:
    desk.imports.run([file], at=NOW)
    assert best(desk, number) == scenario


def test_a_requested_return_and_a_chargeback_suggest_theirs(desk: Desk, tmp_path: Path) -> None:
    lines = RETURNS.read_text("utf-8").splitlines()[:2]
    asked = tmp_path / "returns.txt"
    asked.write_text("\n".join(lines).replace("\tApproved\t", "\tPendingApproval\t"), "utf-8")
    desk.imports.run([asked], at=NOW)
    assert best(desk, "114-9808109-1177021") == "S11"
    money = row("Nov 9, 2026 8:00:00 AM PST", "Chargeback Refund", sales="-12.50", total="-12.50")
    desk.imports.run([report(tmp_path / "november.csv", "us", money)], at=NOW)
    assert best(desk, ORDER) == "S19"


def test_good_feedback_suggests_nothing_about_ratings(desk: Desk) -> None:
    desk.imports.run([EXPORTS / "synthetic-amazon-seller-feedback.txt"], at=NOW)
    [order] = desk.orders.find("111-8419533-7423698")
    assert "S16" not in {suggested.scenario.id for suggested in desk.cases.suggest(order.id, NOW)}


def test_every_event_stands_in_the_history_with_its_row(desk: Desk) -> None:
    desk.imports.run([RETURNS], at=NOW)
    [order] = desk.orders.find("112-0357285-5941353")
    view = desk.cases.view(desk.cases.open(order.id, "S15", NOW), NOW)
    told = [entry for entry in view.timeline if entry.detail is not None and RETURNS.name in entry.detail.en]
    assert len(told) == len(order.events) == 5
    by_kind = {entry.kind: entry for entry in told}
    assert by_kind["refunded"].text.en == "Refunded: 21.38 USD"
    assert by_kind["return_received"].at.isoformat() == "2025-07-22"
    assert by_kind["return_requested"].detail is not None
    assert by_kind["return_requested"].detail.en.endswith(f"{RETURNS.name}, row 3")
    assert by_kind["return_requested"].detail.zh.endswith(f"{RETURNS.name} 第 3 行")
    # A claim of which the file gives no day stands at the import and says so.
    assert by_kind["claim"].at == NOW
    assert by_kind["claim"].detail is not None and "no day" in by_kind["claim"].detail.en
    assert [entry.kind for entry in view.timeline][:3] == ["placed", "return_requested", "return_received"]
