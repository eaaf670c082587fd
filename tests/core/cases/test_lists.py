"""Lists of cases: order, filters, what is due, cases whose scenario is gone, and thousands of them."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.cases import CaseStatus, EventKind
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import case_rows
from tests.core.cases.conftest import ORDERS
from tests.core.scenarios.writing import GOOD
from tests.core.storage.filling import NOW, add_orders

DELIVERED, LATE, IN_TIME = 1, 2, 3


def test_the_next_safe_end_comes_first_and_closed_ones_last(desk: Desk) -> None:
    second = desk.cases.open(LATE, "S05", NOW)
    first = desk.cases.open(DELIVERED, "S03", NOW - timedelta(hours=10))
    closed = desk.cases.open(IN_TIME, "S04", NOW)
    desk.cases.close(closed, NOW)
    rows = desk.cases.rows(NOW)
    assert [row.id for row in rows] == [first, second, closed]
    assert [row.next_deadline is None for row in rows] == [False, False, True]
    assert [row.id for row in desk.cases.rows(NOW, status="open")] == [first, second]
    assert [row.id for row in desk.cases.rows(NOW, status="closed")] == [closed]
    assert [row.id for row in desk.cases.rows(NOW, status="action")] == [first, second]
    assert desk.cases.rows(NOW, status="waiting_buyer") == ()
    for row in rows:
        assert row == desk.cases.view(row.id, NOW).row
        assert desk.cases.of_order(row.order_id, NOW) == (row,)
    assert desk.cases.of_order(99, NOW) == ()


@pytest.mark.parametrize(
    "text, found", [("c-0001", True), ("0000001-00", True), ("ADA", True), ("lamp", True), ("delivered", True),
                    ("已签收", True), ("carrier called", True), ("nobody", False), ("  ", True)],
)  # fmt: skip
def test_text_is_looked_for_in_all_that_a_case_says(desk: Desk, text: str, found: bool) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    desk.cases.note(case_id, "Carrier CALLED back", NOW)
    assert bool(desk.cases.rows(NOW, text=text)) == found


def test_today_sorts_by_the_shops_own_day(desk: Desk) -> None:
    overdue = desk.cases.open(DELIVERED, "S03", NOW - timedelta(hours=49))
    due = desk.cases.open(LATE, "S03", NOW - timedelta(hours=47))
    soon = desk.cases.open(IN_TIME, "S03", NOW)
    today = desk.cases.today(NOW)
    assert [[row.id for row in rows] for rows in (today.overdue, today.today, today.soon)] == [[overdue], [due], [soon]]
    assert (today.later, today.waiting_buyer, today.waiting_platform) == (0, 0, 0)


def test_a_case_outlives_the_file_of_its_scenario(tmp_path: Path) -> None:
    own = tmp_path / "shop" / "scenarios"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text(GOOD, "utf-8")
    desk = Desk.open(tmp_path / "shop")
    add_orders(desk.store, *ORDERS)
    case_id = desk.cases.open(DELIVERED, "S99", NOW)
    desk.cases.answer(case_id, "ask", "yes", NOW)
    desk.cases.open(LATE, "S05", NOW)
    desk.close()
    (own / "mine.toml").unlink()
    desk = Desk.open(tmp_path / "shop")
    try:
        rows = {row.id: row for row in desk.cases.rows(NOW)}
        assert len(rows) == 2
        assert (rows[case_id].scenario, rows[case_id].title.en) == ("S99", "Scenario S99 (file not found)")
        assert "S99" in rows[case_id].title.zh
        view = desk.cases.view(case_id, NOW)
        assert view.case.answers["ask"].option == "yes"
        assert [place.step.kind for place in view.walk.path] == ["instruction", "outcome"]
        assert "S99" in view.timeline[-2].text.en
        desk.cases.note(case_id, "Still here", NOW)
        with pytest.raises(Problem, match="draft_none"):
            desk.cases.draft(case_id, NOW)
        desk.cases.answer(case_id, "scenario_gone", "done", NOW)
        desk.cases.answer(case_id, "outcome", "solved", NOW)
        assert desk.cases.case(case_id).outcome == "solved"
        desk.cases.undo(case_id, NOW)
        desk.cases.change_scenario(case_id, "S03", NOW)
        assert desk.cases.view(case_id, NOW).row.scenario == "S03"
    finally:
        desk.close()


def test_a_clock_of_the_owners_with_no_rule_costs_no_list(tmp_path: Path) -> None:
    own = tmp_path / "shop" / "scenarios"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text(GOOD.replace("AMZ-CONTACT-48", "MINE-12"), "utf-8")
    desk = Desk.open(tmp_path / "shop")
    try:
        add_orders(desk.store, *ORDERS)
        if desk.scenarios.find("S99"):
            desk.cases.answer(desk.cases.open(DELIVERED, "S99", NOW), "ask", "yes", NOW)
            assert [row.next_deadline for row in desk.cases.rows(NOW)] == [None]
        else:
            assert desk.scenarios.faults
    finally:
        desk.close()


def test_the_history_names_steps_by_the_scenario_they_were_answered_in(desk: Desk) -> None:
    case_id = desk.cases.open(LATE, "S04", NOW)
    desk.cases.change_scenario(case_id, "S05", NOW)
    desk.cases.undo(case_id, NOW)
    desk.cases.answer(case_id, "last_scan", "fresh", NOW)
    told = [entry.text.en for entry in desk.cases.view(case_id, NOW).timeline]
    assert told[-1] == "Last scan"
    assert told[-2].startswith("Undone: Goes on as:")
    assert told[:2] == ["Order placed", "Shipped"]


def test_thousands_of_cases_are_listed_at_once(desk: Desk) -> None:
    add_orders(desk.store, *({**ORDERS[at % 3], "order_no": f"112-{at:07d}-0000001"} for at in range(2_200)))
    with desk.store.writing() as conn:
        for at in range(2_200):
            case_id = case_rows.new_case(conn, 4 + at, NOW)
            case_rows.append(conn, case_id, NOW, EventKind.OPENED, {"scenario": ("S03", "S05", "S04")[at % 3]})
            for step in ("claim_filed", "protected", "carrier", "buyer_wants", "solution", "decide"):
                case_rows.append(conn, case_id, NOW, EventKind.ANSWERED, {"step": step, "option": "no"})
            if at >= 200:
                data = {"outcome": "solved", "odr": "not_counted", "amount_minor": 0, "currency": "USD"}
                case_rows.append(conn, case_id, NOW, EventKind.OUTCOME_RECORDED, data)
    desk.cases.rows(NOW)
    begun = time.process_time()
    rows = desk.cases.rows(NOW)
    took = time.process_time() - begun
    assert len(rows) == 2_200
    assert sum(row.status is CaseStatus.CLOSED for row in rows) == 2_000
    # About 0.3 s here; walking the closed ones too, or telling every fact of every option, takes ten times that.
    assert took < 1.5, f"{took:.2f} s"
