"""What outcomes start: in every scenario, however they were recorded; ended, dismissed, taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from claimdesk.core.cases.outcomes import Follow, Outcomes
from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.desk import Desk
from claimdesk.core.knowledge.conditions import constants_in, names_in
from claimdesk.core.records.cases import CaseStatus
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.loader import Scenarios
from tests.core.cases.test_cases import DELIVERED, LATE, clocks, minutes
from tests.core.scenarios.exploring import FACTS
from tests.core.storage.filling import NOW

OUTCOMES = Outcomes.load()
SCENARIOS = Scenarios.load().all()


def started(desk: Desk, case_id: int) -> set[str]:
    return {follow.id for follow in desk.cases.case(case_id).follows.values() if follow.ended_at is None}


def ended(desk: Desk, outcome: str, scenario: str = "S05", order: int = LATE, odr: str = "") -> int:
    case_id = desk.cases.open(order, scenario, NOW)
    desk.cases.record_outcome(case_id, outcome, odr, None, minutes(1))
    return case_id


@pytest.mark.parametrize("scenario", [s.id for s in SCENARIOS if "amazon" in s.platforms and s.id != "S17"])
def test_a_lost_claim_starts_the_appeal_clock_in_every_scenario(desk: Desk, scenario: str) -> None:
    case_id = ended(desk, "granted_seller", scenario, DELIVERED)
    found = clocks(desk, case_id, minutes(2))["follow:appeal"]
    assert (found.rule, found.started_at) == ("AMZ-APPEAL-30", minutes(1))
    assert found.safe == minutes(1) + timedelta(days=27)
    assert "prevention" in started(desk, case_id)


@pytest.mark.parametrize(
    "outcome, scenario, order, follows",
    [
        ("granted_seller", "S05", LATE, {"appeal", "carrier", "prevention"}),
        ("granted_seller", "S02", DELIVERED, {"appeal", "prevention"}),
        ("granted_platform", "S05", LATE, {"check_funding", "evidence"}),
        ("debited_not_counted", "S05", LATE, {"carrier", "prevention"}),
        ("refunded_after_filing", "S02", DELIVERED, {"appeal_defect", "prevention"}),
        ("refunded_before_filing", "S05", LATE, {"carrier"}),
        ("refunded_before_filing", "S02", DELIVERED, set()),
        ("denied", "S03", DELIVERED, {"evidence"}),
        ("withdrawn", "S03", DELIVERED, {"evidence"}),
        ("recharged", "S18", DELIVERED, {"appeal_recharged"}),
        ("cancelled_after_filing", "S20", DELIVERED, {"prevention"}),
        ("appeal_granted", "S17", DELIVERED, {"reversal"}),
        ("appeal_denied", "S17", DELIVERED, {"prevention"}),
        ("granted_seller", "S17", DELIVERED, {"prevention"}),
        ("chargeback_lost", "S19", DELIVERED, {"effect", "prevention"}),
        ("chargeback_won", "S19", DELIVERED, {"money", "evidence"}),
        ("recovered", "S13", DELIVERED, {"money"}),
        ("solved", "S04", DELIVERED, set()),
    ],
)
def test_what_follows(desk: Desk, outcome: str, scenario: str, order: int, follows: set[str]) -> None:
    assert started(desk, ended(desk, outcome, scenario, order)) == follows


@pytest.mark.parametrize(
    "outcome, scenario, answers, follows",
    [
        ("debited", "S05", {"protected": "yes"}, {"appeal_money", "prevention"}),
        (
            "refunded_before",
            "S05",
            {"protected": "no", "claim_filed": "no", "solution": "refund"},
            set(),
        ),  # the carrier claim is a step of its own there
        ("lost", "S13", {"who_refunded": "platform", "file_safe_t": "skipped"}, {"safe_t_us"}),
        ("lost", "S13", {"who_refunded": "platform"}, {"safe_t_appeal"}),
        ("lost", "S13", {"who_refunded": "seller"}, set()),
    ],
)
def test_what_follows_looks_at_the_answers(
    desk: Desk, outcome: str, scenario: str, answers: dict[str, str], follows: set[str]
) -> None:
    case_id = desk.cases.open(LATE, scenario, NOW)
    for count in range(1, 30):
        current = desk.cases.view(case_id, minutes(count)).walk
        place = current.at(current.current or "")
        if place is None:
            break
        ways = [option.id for option in place.options if option.id not in place.disabled and not option.go]
        wanted = outcome if place.step.kind == "outcome" else answers.get(place.step.id) or place.prefill or ways[0]
        desk.cases.answer(case_id, place.step.id, wanted, minutes(count))
    assert desk.cases.case(case_id).outcome
    assert started(desk, case_id) == follows


def test_a_closed_case_shows_what_follows_everywhere(desk: Desk) -> None:
    case_id = ended(desk, "granted_seller")
    view = desk.cases.view(case_id, minutes(2))
    running = [clock for clock in view.deadlines if clock.met_at is None]
    assert {clock.follow for clock in running} == {"prevention", "appeal", "carrier"}
    assert view.row.status is CaseStatus.CLOSED
    assert view.row.next_deadline == running[0] == desk.cases.rows(minutes(2))[0].next_deadline
    assert [entry.text.en for entry in view.timeline if entry.kind == "follow_started"] == [
        "To do: Appeal, if there is new evidence",
        "To do: Claim the loss from the carrier",
        "To do: Note what would prevent it",
    ]
    late = running[0].safe + timedelta(hours=1)
    assert [row.id for row in desk.cases.today(late).overdue] == [case_id]
    assert set(view.follow) == {"appeal", "carrier", "prevention"}


def test_done_is_kept_with_its_note_and_taken_back(desk: Desk) -> None:
    case_id = ended(desk, "granted_seller")
    desk.cases.finish_follow(case_id, "prevention", minutes(3), "Photograph every parcel")
    case = desk.cases.case(case_id)
    assert case.follows["prevention"].how == "done"
    assert case.notes[-1] == (minutes(3), "Photograph every parcel")
    assert clocks(desk, case_id, minutes(4))["follow:prevention"].met_at == minutes(3)
    assert desk.cases.undo(case_id, minutes(4))
    assert "prevention" in started(desk, case_id)
    assert desk.cases.case(case_id).notes == ()
    assert desk.cases.redo(case_id, minutes(5))
    assert "prevention" not in started(desk, case_id)


def test_a_follow_up_is_let_be_only_with_a_reason(desk: Desk) -> None:
    case_id = ended(desk, "granted_seller")
    with pytest.raises(Problem, match="reason_missing"):
        desk.cases.dismiss_follow(case_id, "appeal", " ", minutes(3))
    desk.cases.dismiss_follow(case_id, "appeal", "Nothing new", minutes(3))
    found = clocks(desk, case_id, minutes(4))["follow:appeal"]
    assert (found.dismissed_because, found.met_at) == ("Nothing new", minutes(3))
    told = [entry for entry in desk.cases.view(case_id, minutes(4)).timeline if entry.kind == "follow_ended"]
    assert [(entry.text.zh, entry.detail.en if entry.detail else "") for entry in told] == [
        ("不再处理：有新证据则申诉", "Nothing new")
    ]
    with pytest.raises(Problem, match="follow_unknown"):
        desk.cases.finish_follow(case_id, "appeal", minutes(5))


def test_undoing_or_reopening_takes_back_what_the_outcome_started(desk: Desk) -> None:
    case_id = ended(desk, "granted_seller")
    assert desk.cases.undo(case_id, minutes(2))
    assert (desk.cases.case(case_id).outcome, started(desk, case_id)) == ("", set())
    assert desk.cases.redo(case_id, minutes(3))
    assert "appeal" in started(desk, case_id)
    desk.cases.reopen(case_id, minutes(4))
    assert desk.cases.case(case_id).follows == {}
    assert not any(clock.follow for clock in desk.cases.view(case_id, minutes(5)).deadlines)


def test_an_unknown_effect_is_asked_until_it_is_told(desk: Desk) -> None:
    case_id = ended(desk, "chargeback_lost", "S19", DELIVERED)
    assert desk.cases.case(case_id).odr == "unknown"
    with pytest.raises(Problem, match="odr_unknown"):
        desk.cases.finish_follow(case_id, "effect", minutes(3))
    desk.cases.finish_follow(case_id, "effect", minutes(3), odr="not_counted")
    assert desk.cases.case(case_id).odr == "not_counted"
    assert desk.cases.undo(case_id, minutes(4))
    assert (desk.cases.case(case_id).odr, "effect" in started(desk, case_id)) == ("unknown", True)


@pytest.mark.parametrize(
    "outcome, said, odr",
    [
        ("granted_seller", "unknown", "unknown"),
        ("granted_seller", "counts", "counts"),
        ("granted_platform", "unknown", "unknown"),
        ("refunded_after_filing", "not_counted", "not_counted"),
        ("denied", "unknown", "not_counted"),
        ("withdrawn", "unknown", "not_counted"),
    ],
)
def test_a_notice_silent_on_the_defect_rate_leaves_it_unknown(desk: Desk, outcome: str, said: str, odr: str) -> None:
    case_id = desk.cases.open(LATE, "S05", NOW)
    notice = {"kind": "granted_seller", "sent_at": "2026-11-16T08:00:00Z"}
    desk.cases.take_notice(case_id, notice, minutes(1), outcome, said)
    assert desk.cases.case(case_id).odr == odr
    assert ("effect" in started(desk, case_id)) == (odr == "unknown")


def test_a_pasted_decision_counts_from_its_own_time(desk: Desk) -> None:
    case_id = desk.cases.open(LATE, "S05", NOW)
    desk.cases.take_notice(
        case_id, {"kind": "granted_seller", "sent_at": "2026-11-10T18:00:00Z"}, minutes(1), "granted_seller", "counts"
    )
    found = clocks(desk, case_id, minutes(2))["follow:appeal"]
    assert found.started_at.isoformat() == "2026-11-10T18:00:00+00:00"
    assert desk.cases.undo(case_id, minutes(3))
    assert started(desk, case_id) == set()


def test_the_clock_on_the_page_wins_after_the_case_is_closed_too(desk: Desk) -> None:
    case_id = ended(desk, "granted_seller")
    due = NOW + timedelta(days=3)
    desk.cases.override_clock(case_id, "follow:appeal", due, "The page says so", minutes(3))
    assert clocks(desk, case_id, minutes(4))["follow:appeal"].safe == due
    desk.cases.finish_follow(case_id, "appeal", minutes(5))
    with pytest.raises(Problem, match="case_closed"):
        desk.cases.override_clock(case_id, "follow:appeal", due, "Again", minutes(6))


def test_shopify_knows_no_defect_rate() -> None:
    assert OUTCOMES.effect("chargeback_lost", "shopify") == "not_counted"
    assert OUTCOMES.effect("chargeback_lost", "amazon") == "unknown"


@pytest.mark.parametrize("use", OUTCOMES.follow(), ids=lambda use: use.id)
def test_every_follow_up_names_what_there_is(use: Follow) -> None:
    rules = {rule.id for rule in Deadlines.load().all()}
    assert {rule for rule in use.rule.values() if rule} <= rules
    assert all(OUTCOMES.find(outcome) for outcome in use.after)
    for start in use.starts:
        kind, _, what = start.partition(":")
        assert start == "decided" or (kind == "fact" and what in FACTS)
    options: dict[str, set[str]] = {}
    for scenario in SCENARIOS:
        for step in scenario.steps:
            options.setdefault(step.id, {"done", "skipped"}).update(option.id for option in step.options)
    known = {"scenario", "family", "effect"} | FACTS
    assert names_in(use.when) <= known | options.keys() if use.when else True
    for name, constants in constants_in(use.when).items() if use.when else ():
        if name in options and name not in known:
            assert constants <= options[name] | {None}, name
    for text in (use.action, use.why):
        assert text.en.strip()
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)


def test_no_bad_outcome_ends_without_a_word_of_what_follows() -> None:
    bad = {outcome.id for outcome in OUTCOMES.all() if outcome.money == "lost" and not outcome.good}
    assert bad - {outcome for use in OUTCOMES.follow() for outcome in use.after} == set()


def test_an_appeal_is_gone_on_with_and_taken_back_as_one(desk: Desk) -> None:
    case_id = ended(desk, "granted_seller")
    before = started(desk, case_id)
    desk.cases.go_on_with(case_id, "appeal", minutes(2))
    case = desk.cases.case(case_id)
    assert (case.scenario, case.closed_at, case.outcome) == ("S17", None, "")
    desk.cases.undo(case_id, minutes(3))
    case = desk.cases.case(case_id)
    assert (case.scenario, case.outcome) == ("S05", "granted_seller") and case.closed_at
    assert started(desk, case_id) == before
    for follow in ("prevention", "reversal"):
        with pytest.raises(Problem, match="follow_unknown"):
            desk.cases.go_on_with(case_id, follow, minutes(4))


def test_every_way_leads_to_a_scenario_that_there_is() -> None:
    known = {scenario.id for scenario in SCENARIOS}
    ways = {use.id: use.go for use in OUTCOMES.follow() if use.go or use.way}
    assert len(ways) == 4
    assert set(ways.values()) <= known
