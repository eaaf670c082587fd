"""A case as its events make it: a pure fold, so that history, undo and resume are one mechanism."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from claimdesk.core.records.cases import Answer, Case, Event, EventKind, EvidenceFile, FollowUp
from claimdesk.core.scenarios.walk import DONE, SKIPPED

# What an undo never takes back: the opening itself, a copy to the clipboard, and the undoing.
_FIXED = frozenset({EventKind.OPENED, EventKind.UNDONE, EventKind.REDONE, EventKind.COPIED})
_COMPENSATING = frozenset({EventKind.UNDONE, EventKind.REDONE})


class Undone(NamedTuple):
    """Where the undoing stands.

    `gone` are the ids of events that are taken back; `back` those of them that can be put back, the next one last;
    `next` is the event that an undo would take back, None when there is none.
    """

    gone: frozenset[int]
    back: tuple[int, ...]
    next: int | None


def undone(events: Iterable[Event]) -> Undone:
    """What is taken back of a timeline, in the order it was written.

    A new change after an undo ends what could be put back, as in any editor; what was undone stays undone.
    """
    changes: list[int] = []
    gone: set[int] = set()
    back: list[int] = []
    for event in events:
        if event.kind not in _FIXED:
            changes.append(event.id)
            back.clear()
        elif event.kind is EventKind.UNDONE:
            gone.add(int(event.data["event"]))
            back.append(int(event.data["event"]))
        elif event.kind is EventKind.REDONE:
            gone.discard(int(event.data["event"]))
            back = [each for each in back if each in gone]
    following = next((each for each in reversed(changes) if each not in gone), None)
    return Undone(frozenset(gone), tuple(back), following)


def together(events: Sequence[Event], event_id: int) -> tuple[int, ...]:
    """The ids of one change: the event, what caused it, and all that followed from the same cause."""
    cause = next((int(e.data["cause"]) for e in events if e.id == event_id and "cause" in e.data), event_id)
    return tuple(e.id for e in events if e.id == cause or e.data.get("cause") == cause)


def fold(order_id: int, opened_at: datetime, events: Sequence[Event]) -> Case:
    """The case that these events make. Raises ValueError when there is no opening event."""
    if not events or events[0].kind is not EventKind.OPENED:
        raise ValueError("a case begins with its opening")
    taken = undone(events)
    folding = _Folding(str(events[0].data["scenario"]))
    for event in events:
        if event.id not in taken.gone and event.kind not in _COMPENSATING:
            folding.take(event)
    return folding.case(events[0].case_id, order_id, opened_at, taken)


class _Folding:
    """The case while its events are read, one after another."""

    def __init__(self, scenario: str) -> None:
        self._scenario = scenario
        self._answers: dict[str, Answer] = {}
        self._notes: list[tuple[datetime, str]] = []
        self._sent: list[Event] = []
        self._notices: list[Event] = []
        self._evidence: dict[tuple[str, str], EvidenceFile] = {}
        self._overrides: dict[str, tuple[datetime, str]] = {}
        self._closing: Event | None = None
        self._follows: dict[str, FollowUp] = {}
        self._effect = ""  # of the outcome on the defect rate, told later
        self._steps: dict[int, str] = {}  # answering event -> its step
        self._left: dict[str, str] = {}  # scenario -> the step whose answer left it

    def case(self, case_id: int, order_id: int, opened_at: datetime, taken: Undone) -> Case:
        """What has come of the events."""
        end = self._closing.data if self._closing else {}
        return Case(
            id=case_id,
            order_id=order_id,
            opened_at=opened_at,
            scenario=self._scenario,
            answers=self._answers,
            notes=tuple(self._notes),
            sent=tuple(self._sent),
            notices=tuple(self._notices),
            evidence=tuple(self._evidence.values()),
            overrides=self._overrides,
            outcome=str(end.get("outcome", "")),
            odr=self._effect or str(end.get("odr", "unknown")),
            amount_minor=end.get("amount_minor"),
            closed_at=self._closing.at if self._closing else None,
            can_undo=taken.next is not None,
            can_redo=bool(taken.back),
            follows=self._follows,
        )

    def take(self, event: Event) -> None:
        """Add one event that stands."""
        data = event.data
        match event.kind:
            case EventKind.ANSWERED:
                self._answer(event)
            case EventKind.SCENARIO_CHANGED:
                self._change(event)
            case EventKind.NOTED:
                self._notes.append((event.at, str(data["text"])))
            case EventKind.SENT:
                self._sent.append(event)
            case EventKind.NOTICE_READ:
                self._notices.append(event)
            case EventKind.EVIDENCE_ADDED:
                key = (str(data["item"]), str(data["sha256"]))
                self._evidence.pop(key, None)  # the same file again moves to the end
                self._evidence[key] = EvidenceFile(*key, str(data["name"]), int(data["size"]), event.at)
            case EventKind.EVIDENCE_REMOVED:
                self._evidence.pop((str(data["item"]), str(data["sha256"])), None)
            case EventKind.CLOCK_OVERRIDDEN:
                self._overrides[str(data["clock"])] = datetime.fromisoformat(str(data["due"])), str(data["reason"])
            case EventKind.OUTCOME_RECORDED | EventKind.CLOSED:
                self._closing = event
            case EventKind.FOLLOW_STARTED:
                decided = datetime.fromisoformat(str(data["decided"]))
                started = FollowUp(str(data["follow"]), str(data["outcome"]), decided, event.at)
                self._follows[started.id] = started
            case EventKind.FOLLOW_ENDED:
                self._end_follow(event)
            case EventKind.EFFECT_TOLD:
                self._effect = str(data["odr"])
            case EventKind.REOPENED:
                self._reopen()
            case _:
                pass

    def _answer(self, event: Event) -> None:
        """Keep the answer; changing an earlier one marks every one given after it for another look.

        The same answer again only confirms: the mark goes, and the time at which it was done stays. A message sent
        again counts from then.
        """
        step, option = str(event.data["step"]), str(event.data["option"])
        before = self._answers.get(step)
        if before is not None and before.option != option and {before.option, option} != {DONE, SKIPPED}:
            following = list(self._answers)
            for later in following[following.index(step) + 1 :]:
                self._answers[later] = replace(self._answers[later], check_again=True)
        confirms = before is not None and (before.option, before.scenario) == (option, self._scenario)
        at = before.at if before is not None and confirms and "cause" not in event.data else event.at
        self._answers[step] = Answer(step=step, option=option, at=at, scenario=self._scenario)
        self._steps[event.id] = step

    def _change(self, event: Event) -> None:
        """Go on with another scenario; whoever comes back to one is asked again what made the case leave it."""
        if "cause" in event.data:
            self._left[self._scenario] = self._steps.get(int(event.data["cause"]), "")
        self._scenario = str(event.data["scenario"])
        leaving = self._answers.get(self._left.pop(self._scenario, ""))
        if leaving is not None and leaving.scenario == self._scenario:
            del self._answers[leaving.step]

    def _end_follow(self, event: Event) -> None:
        found = self._follows.get(str(event.data["follow"]))
        if found is not None:
            how, reason = str(event.data["how"]), str(event.data.get("reason", ""))
            self._follows[found.id] = replace(found, ended_at=event.at, how=how, reason=reason)

    def _reopen(self) -> None:
        """An open case has no outcome, and nothing follows from it: the step that recorded it is asked again."""
        if self._closing is not None and "cause" in self._closing.data:
            self._answers.pop(self._steps.get(int(self._closing.data["cause"]), ""), None)
        self._closing, self._effect = None, ""
        self._follows = {}
