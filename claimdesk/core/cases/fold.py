"""A case as its events make it: a pure fold, so that history, undo and resume are one mechanism."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from claimdesk.core.records.cases import Answer, Case, Event, EventKind, EvidenceFile

# What an undo never takes back: the opening itself, and the undoing.
_FIXED = (EventKind.OPENED, EventKind.UNDONE, EventKind.REDONE, EventKind.COPIED)


def undone_ids(events: Iterable[Event]) -> tuple[frozenset[int], tuple[int, ...]]:
    """The ids of events that are taken back, and those of them that can be put back, the next one last.

    A new change after an undo ends what could be put back, as in any editor; what was undone stays undone.
    """
    gone: set[int] = set()
    redoable: list[int] = []
    for event in events:
        if event.kind is EventKind.UNDONE:
            gone.add(int(event.data["event"]))
            redoable.append(int(event.data["event"]))
        elif event.kind is EventKind.REDONE:
            back = int(event.data["event"])
            gone.discard(back)
            if back in redoable:
                redoable.remove(back)
        elif event.kind not in _FIXED:
            redoable.clear()
    return frozenset(gone), tuple(redoable)


def undoable(events: Sequence[Event]) -> int | None:
    """The id of the event that an undo would take back; None when there is none."""
    gone, _ = undone_ids(events)
    return next((e.id for e in reversed(events) if e.kind not in _FIXED and e.id not in gone), None)


def standing(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that count, without those taken back and without the taking back."""
    gone, _ = undone_ids(events)
    return tuple(e for e in events if e.id not in gone and e.kind not in (EventKind.UNDONE, EventKind.REDONE))


def fold(order_id: int, opened_at: datetime, events: Sequence[Event]) -> Case:
    """The case that these events make. Raises ValueError when there is no opening event."""
    if not events or events[0].kind is not EventKind.OPENED:
        raise ValueError("a case begins with its opening")
    first = events[0]
    case = Case(id=first.case_id, order_id=order_id, opened_at=opened_at, scenario=str(first.data["scenario"]))
    for event in standing(events):
        case = _apply(case, event)
    _, redoable = undone_ids(events)
    return replace(case, can_undo=undoable(events) is not None, can_redo=bool(redoable))


def _apply(case: Case, event: Event) -> Case:
    data = event.data
    match event.kind:
        case EventKind.ANSWERED:
            return replace(case, answers=_answered(case, event))
        case EventKind.SCENARIO_CHANGED:
            return replace(case, scenario=str(data["scenario"]))
        case EventKind.NOTED:
            return replace(case, notes=(*case.notes, (event.at, str(data["text"]))))
        case EventKind.SENT:
            return replace(case, sent=(*case.sent, event))
        case EventKind.EVIDENCE_ADDED | EventKind.EVIDENCE_REMOVED:
            return replace(case, evidence=_evidence(case, event))
        case EventKind.CLOCK_OVERRIDDEN:
            due = datetime.fromisoformat(str(data["due"]).replace("Z", "+00:00"))
            return replace(case, overrides={**case.overrides, str(data["clock"]): (due, str(data["reason"]))})
        case EventKind.OUTCOME_RECORDED:
            return replace(case, outcome=str(data["outcome"]), odr=str(data["odr"]), closed_at=event.at)
        case EventKind.CLOSED:
            return replace(case, closed_at=event.at)
        case EventKind.REOPENED:
            return replace(case, closed_at=None, outcome="", odr="unknown")
        case _:
            return case


def _answered(case: Case, event: Event) -> dict[str, Answer]:
    """Answers with the new one; changing an earlier answer marks every one given after it for another look."""
    step, option = str(event.data["step"]), str(event.data["option"])
    before = case.answers.get(step)
    answers = dict(case.answers)
    if before is not None and before.option != option:
        order = list(answers)
        for later in order[order.index(step) + 1 :]:
            answers[later] = replace(answers[later], check_again=True)
    answers[step] = Answer(step=step, option=option, at=event.at)
    return answers


def _evidence(case: Case, event: Event) -> tuple[EvidenceFile, ...]:
    data = event.data
    kept = tuple(f for f in case.evidence if (f.item, f.sha256) != (data["item"], data["sha256"]))
    if event.kind is EventKind.EVIDENCE_REMOVED:
        return kept
    added = EvidenceFile(str(data["item"]), str(data["sha256"]), str(data["name"]), int(data["size"]), event.at)
    return (*kept, added)
