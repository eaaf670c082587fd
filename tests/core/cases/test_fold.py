"""The fold: what events make of a case, and what undoing makes of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.cases.fold import fold, together, undone
from claimdesk.core.records.cases import Case, Event, EventKind

OPENED = datetime(2026, 11, 17, 6, 0, tzinfo=UTC)


class Timeline:
    """Events as the service writes them, one minute apart."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.add(EventKind.OPENED, scenario="S03")

    def add(self, kind: EventKind, **data: Any) -> int:
        number = len(self.events) + 1
        self.events.append(Event(number, 1, OPENED + timedelta(minutes=number - 1), kind, data))
        return number

    def answer(self, step: str, option: str, **more: Any) -> int:
        return self.add(EventKind.ANSWERED, step=step, option=option, **more)

    def undo(self) -> bool:
        return self._compensate(EventKind.UNDONE, undone(self.events).next)

    def redo(self) -> bool:
        return self._compensate(EventKind.REDONE, next(reversed(undone(self.events).back), None))

    def _compensate(self, kind: EventKind, event: int | None) -> bool:
        if event is None:
            return False
        for each in together(self.events, event):
            self.add(kind, event=each)
        return True

    @property
    def case(self) -> Case:
        return fold(7, OPENED, self.events)


def content(case: Case) -> Case:
    return replace(case, can_undo=False, can_redo=False)


def given_answers(case: Case) -> dict[str, str]:
    return {step: answer.option for step, answer in case.answers.items()}


def flagged(case: Case) -> set[str]:
    return {step for step, answer in case.answers.items() if answer.check_again}


def test_a_case_begins_with_its_opening() -> None:
    case = Timeline().case
    assert (case.scenario, case.answers, case.can_undo, case.can_redo) == ("S03", {}, False, False)
    with pytest.raises(ValueError, match="opening"):
        fold(7, OPENED, [])


def test_changing_an_earlier_answer_marks_the_later_ones() -> None:
    line = Timeline()
    for step in ("a", "b", "c"):
        line.answer(step, "yes")
    line.answer("b", "no")
    assert given_answers(line.case) == {"a": "yes", "b": "no", "c": "yes"}
    assert flagged(line.case) == {"c"}
    line.answer("a", "no")
    assert flagged(line.case) == {"b", "c"}


def test_the_same_answer_again_confirms_it_and_keeps_its_time() -> None:
    line = Timeline()
    line.answer("a", "yes")
    line.answer("b", "done")
    done = line.case.answers["b"].at
    line.answer("a", "no")
    line.answer("b", "done")
    assert flagged(line.case) == set()
    assert line.case.answers["b"].at == done


def test_a_message_sent_again_counts_from_then() -> None:
    line = Timeline()
    sent = line.add(EventKind.SENT, step="b", text="Hello")
    line.answer("b", "done", cause=sent)
    again = line.add(EventKind.SENT, step="b", text="Hello again")
    last = line.answer("b", "done", cause=again)
    assert line.case.answers["b"].at == line.events[last - 1].at
    assert [event.data["text"] for event in line.case.sent] == ["Hello", "Hello again"]


def test_doing_later_what_was_skipped_puts_nothing_in_doubt() -> None:
    line = Timeline()
    line.answer("evidence", "skipped")
    line.answer("b", "yes")
    line.answer("evidence", "done")
    assert flagged(line.case) == set()


def test_a_scenario_that_an_answer_left_asks_it_again_on_return() -> None:
    line = Timeline()
    line.answer("claim", "no")
    cause = line.answer("scan", "stale")
    line.add(EventKind.SCENARIO_CHANGED, scenario="S06", cause=cause)
    assert line.case.scenario == "S06"
    assert given_answers(line.case) == {"claim": "no", "scan": "stale"}
    line.add(EventKind.SCENARIO_CHANGED, scenario="S03")
    assert given_answers(line.case) == {"claim": "no"}


def test_a_change_of_scenario_is_undone_with_the_answer_that_made_it() -> None:
    line = Timeline()
    cause = line.answer("scan", "stale")
    line.add(EventKind.SCENARIO_CHANGED, scenario="S06", cause=cause)
    assert line.undo()
    assert (line.case.scenario, given_answers(line.case)) == ("S03", {})
    assert line.redo()
    assert (line.case.scenario, given_answers(line.case)) == ("S06", {"scan": "stale"})


def test_an_outcome_closes_and_reopening_asks_for_it_again() -> None:
    line = Timeline()
    line.answer("a", "yes")
    cause = line.answer("outcome", "debited")
    line.add(
        EventKind.OUTCOME_RECORDED,
        outcome="granted_seller",
        odr="counts",
        amount_minor=500,
        currency="USD",
        cause=cause,
    )
    case = line.case
    assert (case.outcome, case.odr, case.amount_minor) == ("granted_seller", "counts", 500)
    assert case.closed_at == line.events[-1].at
    line.add(EventKind.REOPENED)
    case = line.case
    assert (case.outcome, case.odr, case.amount_minor, case.closed_at) == ("", "unknown", None, None)
    assert given_answers(case) == {"a": "yes"}
    line.undo()
    assert line.case.outcome == "granted_seller"


def test_evidence_is_added_once_and_taken_off() -> None:
    line = Timeline()
    for name in ("one.png", "two.png"):
        line.add(EventKind.EVIDENCE_ADDED, item="photo", sha256=name[0], name=name, size=3)
    line.add(EventKind.EVIDENCE_ADDED, item="photo", sha256="o", name="again.png", size=3)
    assert [file.name for file in line.case.evidence] == ["two.png", "again.png"]
    line.add(EventKind.EVIDENCE_REMOVED, item="photo", sha256="o", name="again.png")
    assert [file.name for file in line.case.evidence] == ["two.png"]
    line.undo()
    assert [file.name for file in line.case.evidence] == ["two.png", "again.png"]


def test_copying_neither_is_undone_nor_ends_redo() -> None:
    line = Timeline()
    line.answer("a", "yes")
    line.undo()
    line.add(EventKind.COPIED, step="b", template="T", language="en")
    assert line.case.can_redo
    assert line.redo()
    assert given_answers(line.case) == {"a": "yes"}


changes = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from("abcd"), st.sampled_from(["yes", "no", "done", "skipped"])),
        st.tuples(st.just("send"), st.sampled_from("ef"), st.just("")),
        st.tuples(st.just("go"), st.sampled_from("abcd"), st.sampled_from(["S04", "S05"])),
        st.tuples(st.just("note"), st.just(""), st.text(min_size=1, max_size=5)),
        st.tuples(st.just("file"), st.sampled_from("xy"), st.sampled_from("12")),
        st.tuples(st.just("unfile"), st.sampled_from("xy"), st.sampled_from("12")),
        st.tuples(st.just("end"), st.just(""), st.just("")),
        st.tuples(st.just("copy"), st.just(""), st.just("")),
    ),
    max_size=12,
)


def perform(line: Timeline, what: str, first: str, second: str) -> None:
    match what:
        case "answer":
            line.answer(first, second)
        case "send":
            line.answer(first, "done", cause=line.add(EventKind.SENT, step=first, text="t"))
        case "go":
            line.add(EventKind.SCENARIO_CHANGED, scenario=second, cause=line.answer(first, "leave"))
        case "note":
            line.add(EventKind.NOTED, text=second)
        case "file":
            line.add(EventKind.EVIDENCE_ADDED, item=first, sha256=second, name="n", size=1)
        case "unfile":
            line.add(EventKind.EVIDENCE_REMOVED, item=first, sha256=second, name="n")
        case "end":
            line.add(EventKind.OUTCOME_RECORDED, outcome="solved", odr="not_counted", amount_minor=0, currency="USD")
        case _:
            line.add(EventKind.COPIED, step="e", template="T", language="en")


@given(changes)
def test_undoing_all_gives_the_opened_case_and_redoing_all_the_same_again(todo: list[tuple[str, str, str]]) -> None:
    line = Timeline()
    opened = line.case
    passed = []
    for change in todo:
        if change[0] != "copy":
            passed.append(content(line.case))
        perform(line, *change)
    last = line.case
    for before in reversed(passed):
        assert line.undo()
        assert content(line.case) == before
    assert not line.undo()
    assert content(line.case) == content(opened)
    assert line.case.can_redo == bool(passed)
    while line.redo():
        pass
    assert line.case == last


@given(changes, st.integers(1, 5), changes.filter(lambda todo: any(c[0] != "copy" for c in todo)))
def test_a_change_after_an_undo_ends_redo(
    todo: list[tuple[str, str, str]], back: int, more: list[tuple[str, str, str]]
) -> None:
    line = Timeline()
    for change in todo:
        perform(line, *change)
    for _ in range(back):
        line.undo()
    before = content(line.case)
    for change in more:
        perform(line, *change)
    assert not line.case.can_redo
    assert not line.redo()
    for change in more:
        if change[0] != "copy":
            assert line.undo()
    assert content(line.case) == before


@given(st.lists(st.sampled_from(["undo", "redo", "a", "b"]), max_size=30))
def test_any_order_of_undoing_agrees_with_two_stacks(doing: list[str]) -> None:
    line = Timeline()
    past: list[str] = []
    future: list[str] = []
    for count, what in enumerate(doing):
        if what == "undo":
            assert line.undo() == bool(past)
            if past:
                future.append(past.pop())
        elif what == "redo":
            assert line.redo() == bool(future)
            if future:
                past.append(future.pop())
        else:
            past.append(f"{what}{count}")
            future.clear()
            line.add(EventKind.NOTED, text=past[-1])
        assert [text for _, text in line.case.notes] == past
        assert (line.case.can_undo, line.case.can_redo) == (bool(past), bool(future))
