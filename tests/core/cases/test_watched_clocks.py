"""Clocks that are only watched, set by hand or edited by the owner; effects that only the platform knows; days in reasons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claimdesk.core.deadlines.schema import Span
from claimdesk.core.desk import Desk
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.telling import told
from tests.core.cases.test_cases import DELIVERED, clocks, walk_to
from tests.core.storage.filling import NOW


def test_a_watched_clock_is_shown_and_never_alarms(desk: Desk) -> None:
    """RETURN-15D is something to expect: the buyer's time to send the return."""
    case_id = desk.cases.open(DELIVERED, "S13", NOW)
    desk.cases.override_clock(case_id, "return_due", NOW - timedelta(days=1), "Shown on the return page", NOW)
    shown = clocks(desk, case_id, NOW)
    assert shown["return_due"].watch
    assert shown["return_due"].safe < NOW
    view = desk.cases.view(case_id, NOW)
    running = [clock for clock in view.deadlines if clock.met_at is None]
    assert [clock.watch for clock in running] == sorted(clock.watch for clock in running)
    assert view.row.next_deadline is None or not view.row.next_deadline.watch
    assert all(row.id != case_id for row in desk.cases.today(NOW).overdue)


def test_a_clock_on_the_page_runs_though_nothing_started_it(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    running = clocks(desk, case_id, NOW)
    idle = [use.id for use in desk.scenarios.get("S03").clocks if use.id not in running and not use.when]
    assert idle
    due = NOW + timedelta(hours=30)
    desk.cases.override_clock(case_id, idle[0], due, "The page says so", NOW)
    found = clocks(desk, case_id, NOW)[idle[0]]
    assert (found.safe, found.started_at) == (due, desk.cases.case(case_id).opened_at)


def test_a_rule_edited_by_the_owner_moves_running_clocks_and_says_why(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    clock = clocks(desk, case_id, NOW)["contact"]
    twelve = Span(amount=12, unit="hours")
    desk.deadlines.change_rule(clock.rule, twelve, twelve, "One shift a day", NOW)
    moved = clocks(desk, case_id, NOW)["contact"]
    assert (moved.safe, moved.edited_because) == (clock.started_at + timedelta(hours=12), "One shift a day")
    desk.deadlines.reset_rule(clock.rule)
    assert clocks(desk, case_id, NOW)["contact"] == clock


def _outcomes_by_effect(desk: Desk) -> dict[str, tuple[str, str]]:
    """Effect to a scenario and an option of its outcome step."""
    found = {}
    for scenario in desk.scenarios.all():
        for option in scenario.steps[-1].options:
            if option.outcome and not option.when:
                found.setdefault(desk.outcomes.get(option.outcome).odr, (scenario.id, option.id))
    return found


@pytest.mark.parametrize("said", ["counts", "not_counted", "unknown", ""])
def test_an_effect_that_only_the_platform_knows_is_what_the_operator_says(desk: Desk, said: str) -> None:
    scenario, option = _outcomes_by_effect(desk)["unknown"]
    case_id = desk.cases.open(DELIVERED, scenario, NOW)
    last = desk.scenarios.get(scenario).steps[-1].id
    walk_to(desk, case_id, last)
    desk.cases.answer(case_id, last, option, NOW + timedelta(hours=1), odr=said)
    assert desk.cases.case(case_id).odr == (said or "unknown")


def test_a_known_effect_is_not_argued_with(desk: Desk) -> None:
    scenario, option = _outcomes_by_effect(desk)["not_counted"]
    case_id = desk.cases.open(DELIVERED, scenario, NOW)
    last = desk.scenarios.get(scenario).steps[-1].id
    walk_to(desk, case_id, last)
    with pytest.raises(Problem, match="odr_unknown"):
        desk.cases.answer(case_id, last, option, NOW + timedelta(hours=1), odr="maybe")
    assert desk.cases.case(case_id).closed_at is None
    desk.cases.answer(case_id, last, option, NOW + timedelta(hours=1), odr="counts")
    assert desk.cases.case(case_id).odr == "not_counted"


def test_reasons_name_days_of_the_marketplace() -> None:
    """Two in the morning of the 11th in UTC is the evening of the 10th in California."""
    text = Bilingual("Delivered on {delivered_at}", "{delivered_at}签收")
    facts = {"delivered_at": "2026-11-11T02:00:00Z", "zone": "America/Los_Angeles"}
    assert told(text, facts).en == "Delivered on 10 Nov"
    assert told(text, {**facts, "zone": "Asia/Tokyo"}).en == "Delivered on 11 Nov"
    assert told(text, {"delivered_at": "2026-11-11", "zone": "America/Los_Angeles"}).en == "Delivered on 11 Nov"


def test_a_case_tells_its_facts_in_the_zone_of_its_marketplace(desk: Desk) -> None:
    order = desk.orders.order(DELIVERED)
    assert desk.cases.order_facts(order, NOW).values()["zone"] == "America/Los_Angeles"
