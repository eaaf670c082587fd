"""Cases on a real desk: opened, walked, sent, closed, taken back, and found again."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from claimdesk.core.records.cases import CaseStatus, Deadline
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience
from tests.core.storage.filling import NOW

DELIVERED, LATE, IN_TIME = 1, 2, 3


def minutes(count: float) -> datetime:
    return NOW + timedelta(minutes=count)


def walk_to(desk: Desk, case_id: int, step: str, **chosen: str) -> None:
    """Answer as the facts say, else as told, else the first way, until a step is current."""
    for count in range(1, 40):
        current = desk.cases.view(case_id, minutes(count)).walk
        place = current.at(current.current or "")
        assert place is not None, f"{step} was not met"
        if place.step.id == step:
            return
        ways = [option.id for option in place.options if option.id not in place.disabled and not option.go]
        desk.cases.answer(case_id, place.step.id, chosen.get(place.step.id) or place.prefill or ways[0], minutes(count))
    raise AssertionError(step)


def clocks(desk: Desk, case_id: int, at: datetime) -> dict[str, Deadline]:
    return {clock.clock: clock for clock in desk.cases.view(case_id, at).deadlines}


def test_a_case_is_resumed_where_it_was_left(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    walk_to(desk, case_id, "decide", claim_filed="no", proof="scan_only", place="same")
    before = desk.cases.view(case_id, minutes(50))
    folder = desk.folder
    desk.store.close()
    again = Desk.open(folder)
    try:
        assert again.cases.view(case_id, minutes(50)) == before
        assert before.walk.current == "decide"
    finally:
        again.close()


def test_mark_sent_keeps_the_exact_text_and_starts_the_follow_up(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    walk_to(desk, case_id, "reply_buyer", claim_filed="no")
    draft = desk.cases.draft(case_id, minutes(50))
    assert "promise" not in clocks(desk, case_id, minutes(50))
    assert clocks(desk, case_id, minutes(50))["contact"].met_at is None
    desk.cases.mark_copied(case_id, "reply_buyer", draft, minutes(50))
    desk.cases.mark_sent(case_id, "reply_buyer", draft, minutes(51))
    view = desk.cases.view(case_id, minutes(52))
    (sent,) = view.case.sent
    assert (sent.data["text"], sent.data["gloss"], sent.at) == (draft.text, draft.gloss, minutes(51))
    running = clocks(desk, case_id, minutes(52))
    assert running["contact"].met_at == minutes(51)
    assert (running["promise"].started_at, running["promise"].safe) == (minutes(51), minutes(51) + timedelta(hours=24))
    assert view.row.status is CaseStatus.WAITING_BUYER
    assert desk.cases.undo(case_id, minutes(53))
    back = desk.cases.view(case_id, minutes(53))
    assert (back.case.sent, back.walk.current) == ((), "reply_buyer")
    assert "promise" not in clocks(desk, case_id, minutes(53))


def test_only_a_message_step_can_be_sent(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    draft = desk.cases.draft(case_id, NOW, template="B_ACK_24H")
    for step in ("claim_filed", "reply_buyer", "nonsense"):
        with pytest.raises(Problem, match="step_unknown"):
            desk.cases.mark_sent(case_id, step, draft, NOW)


def test_a_clock_forgets_steps_that_left_the_path(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    walk_to(
        desk,
        case_id,
        "tell_refund",
        claim_filed="yes",
        protected="not_protected",
        proof="nothing",
        place="other",
        decide="refund",
    )
    assert clocks(desk, case_id, minutes(50))["info"].met_at is not None
    desk.cases.answer(case_id, "decide", "trace", minutes(51))
    assert clocks(desk, case_id, minutes(52))["info"].met_at is None


def test_going_on_as_another_scenario_keeps_answers_and_the_running_clock(desk: Desk) -> None:
    case_id = desk.cases.open(LATE, "S04", NOW)
    walk_to(desk, case_id, "arrived", last_scan="fresh", carrier="normal", claim_filed="no")
    met = clocks(desk, case_id, minutes(45))["contact"].met_at
    desk.cases.add_evidence(case_id, "tracking_page", Path(__file__), minutes(45))
    desk.cases.answer(case_id, "arrived", "late", minutes(46))
    view = desk.cases.view(case_id, minutes(47))
    assert view.case.scenario == "S05"
    assert view.case.answers["claim_filed"].option == "no"
    assert [file.item for file in view.case.evidence] == ["tracking_page"]
    asked = view.walk.at("claim_filed")
    assert asked is not None
    walk_to(desk, case_id, "reply_buyer", protected="no", buyer_wants="wait", solution="choice")
    view = desk.cases.view(case_id, minutes(60))
    assert view.walk.current == "reply_buyer", "the message of the scenario before does not stand for this one"
    assert clocks(desk, case_id, minutes(60))["contact"].met_at == met
    while desk.cases.view(case_id, minutes(60)).case.scenario == "S05":
        assert desk.cases.undo(case_id, minutes(61))
    view = desk.cases.view(case_id, minutes(62))
    assert (view.case.scenario, view.walk.current) == ("S04", "arrived")
    assert desk.cases.redo(case_id, minutes(63))
    assert desk.cases.case(case_id).scenario == "S05"
    desk.cases.change_scenario(case_id, "S04", minutes(64))
    assert desk.cases.view(case_id, minutes(65)).walk.current == "arrived", "what left S04 is asked again"


@pytest.mark.parametrize(
    "option, typed, kept", [("found", None, 0), ("refunded_before", None, 5860), ("refunded_before", 1200, 1200)]
)
def test_an_outcome_is_recorded_with_what_it_cost_and_closes(
    desk: Desk, option: str, typed: int | None, kept: int
) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    walk_to(desk, case_id, "outcome", claim_filed="no")
    desk.cases.answer(case_id, "outcome", option, minutes(60), amount_minor=typed)
    case = desk.cases.case(case_id)
    assert (case.closed_at, case.amount_minor, case.odr) == (minutes(60), kept, "not_counted")
    view = desk.cases.view(case_id, minutes(61))
    assert (view.row.status, view.row.next_deadline, view.walk.current) == (CaseStatus.CLOSED, None, None)
    assert desk.cases.rows(minutes(61)) == (view.row,)
    desk.cases.reopen(case_id, minutes(62))
    assert desk.cases.view(case_id, minutes(62)).walk.current == "outcome"


def test_an_outcome_whose_cost_nobody_knows_says_so(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    desk.cases.record_outcome(case_id, "refunded_part", "not_counted", None, NOW)
    assert desk.cases.case(case_id).amount_minor is None


def test_a_closed_case_refuses_changes(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    cases, draft = desk.cases, desk.cases.draft(case_id, NOW, template="B_ACK_24H")
    finding = cases.check(case_id, "Leave a five star review!", Audience.BUYER, "en", NOW)[0]
    cases.close(case_id, NOW)
    before = cases.events(case_id)
    for change in (
        lambda: cases.answer(case_id, "claim_filed", "no", NOW),
        lambda: cases.mark_sent(case_id, "reply_buyer", draft, NOW),
        lambda: cases.change_scenario(case_id, "S04", NOW),
        lambda: cases.record_outcome(case_id, "solved", "not_counted", None, NOW),
        lambda: cases.add_evidence(case_id, "photo", Path(__file__), NOW),
        lambda: cases.remove_evidence(case_id, "photo", "0", NOW),
        lambda: cases.override_clock(case_id, "contact", NOW, "case page", NOW),
        lambda: cases.accept_finding(case_id, "reply_buyer", finding, "quoted", NOW),
        lambda: cases.close(case_id, NOW),
    ):
        with pytest.raises(Problem, match="case_closed"):
            change()
    assert cases.events(case_id) == before
    cases.note(case_id, "The carrier paid.", NOW)
    assert [text for _, text in cases.case(case_id).notes] == ["The carrier paid."]


def test_bad_answers_change_nothing(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    before = desk.cases.events(case_id)
    for step, option, code in (
        ("claim_filed", "maybe", "option_unknown"),
        ("claim_filed", "skipped", "option_unknown"),
        ("outcome", "found", "step_unknown"),
        ("nonsense", "yes", "step_unknown"),
    ):
        with pytest.raises(Problem, match=code):
            desk.cases.answer(case_id, step, option, NOW)
    with pytest.raises(Problem, match="scenario_unknown"):
        desk.cases.change_scenario(case_id, "S77", NOW)
    with pytest.raises(Problem, match="clock_unknown"):
        desk.cases.override_clock(case_id, "none", NOW, "why not", NOW)
    with pytest.raises(Problem, match="case_unknown"):
        desk.cases.view(99, NOW)
    desk.cases.change_scenario(case_id, "S03", NOW)
    assert desk.cases.events(case_id) == before


def test_a_forbidden_option_is_refused(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    walk_to(desk, case_id, "decide", claim_filed="no", protected="protected", first_scan="yes", proof="signature")
    with pytest.raises(Problem, match="option_forbidden"):
        desk.cases.answer(case_id, "decide", "refund", minutes(50))


def test_the_printed_clock_wins(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    with pytest.raises(Problem, match="reason_missing"):
        desk.cases.override_clock(case_id, "contact", minutes(90), " ", NOW)
    desk.cases.override_clock(case_id, "contact", minutes(90), "Case page says so", NOW)
    clock = clocks(desk, case_id, NOW)["contact"]
    assert (clock.safe, clock.outer, clock.overridden_because) == (minutes(90), minutes(90), "Case page says so")
    desk.cases.undo(case_id, NOW)
    assert clocks(desk, case_id, NOW)["contact"].safe == NOW + timedelta(hours=48)


def test_evidence_is_kept_by_its_content(desk: Desk, tmp_path: Path) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"picture")
    desk.cases.add_evidence(case_id, "delivery_photo", photo, NOW)
    (file,) = desk.cases.case(case_id).evidence
    assert (file.item, file.name, file.size) == ("delivery_photo", "photo.png", 7)
    desk.cases.remove_evidence(case_id, "delivery_photo", file.sha256, NOW)
    assert desk.cases.case(case_id).evidence == ()
    with pytest.raises(Problem, match="evidence_unknown"):
        desk.cases.remove_evidence(case_id, "delivery_photo", file.sha256, NOW)
    with pytest.raises(Problem, match="evidence_unreadable"):
        desk.cases.add_evidence(case_id, "delivery_photo", tmp_path / "none.png", NOW)


def test_the_check_knows_the_record(desk: Desk) -> None:
    case_id = desk.cases.open(LATE, "S05", NOW)

    def rules(text: str, at: datetime = NOW) -> set[str]:
        return {finding.rule for finding in desk.cases.check(case_id, text, Audience.BUYER, "en", at)}

    assert "AP-13" in rules("Your parcel was delivered on Monday.")
    assert "AP-13R" in rules("We have refunded you in full.")
    assert "FM-07" in rules("Please see the attached label for order 111-0000002-0000002.")
    desk.cases.add_evidence(case_id, "tracking_page", Path(__file__), NOW)
    assert "FM-07" not in rules("Please see the attached label for order 111-0000002-0000002.")
    walk_to(desk, case_id, "tell_refund", protected="no", claim_filed="no", buyer_wants="refund", solution="refund")
    assert "AP-13R" not in rules("We have refunded you in full.", minutes(50)), "the refund was made at its step"
    view = desk.cases.view(case_id, minutes(50))
    assert (view.facts.items["refunded"].value, view.facts.items["refunded"].because.en) == (True, "Refund")


def test_messages_without_an_answer_are_counted(desk: Desk) -> None:
    case_id = desk.cases.open(DELIVERED, "S03", NOW)
    walk_to(desk, case_id, "reply_buyer", claim_filed="no")
    draft = desk.cases.draft(case_id, minutes(50))
    for count in range(2):
        assert "TN-02" not in {f.rule for f in desk.cases.check(case_id, "Hello", Audience.BUYER, "en", minutes(51))}
        desk.cases.mark_sent(case_id, "reply_buyer", draft, minutes(50 + count))
    assert "TN-02" in {f.rule for f in desk.cases.check(case_id, "Hello", Audience.BUYER, "en", minutes(52))}
    desk.cases.answer(case_id, "wait_buyer", "done", minutes(53))
    assert "TN-02" not in {f.rule for f in desk.cases.check(case_id, "Hello", Audience.BUYER, "en", minutes(54))}
