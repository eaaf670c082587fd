"""Reads a mailbox mail by mail, and takes those that need no question, on the lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from claimdesk.core.records.problems import Problem
from claimdesk.ui.intake.reading import TakenBack, take, take_back

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.intake.notices import Reading
    from claimdesk.core.records.tasks import Task
    from claimdesk.ui.intake.source import Source

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail of a mailbox: what was read of it, or why nothing could be; `done` once it was taken."""

    number: int
    raw: bytes
    reading: Reading | None
    problem: Problem | None = None
    done: TakenBack | None = None

    @property
    def is_clear(self) -> bool:
        """Whether it can be taken together with others."""
        return self.done is None and self.reading is not None and self.reading.is_clear


def read_box(desk: Desk, source: Source, now: datetime, task: Task) -> tuple[Letter, ...]:
    """Every mail of a mailbox, in its order. Raises Problem for a file that is no mailbox or text at all."""
    mails = desk.notices.letters(source.content())
    found: list[Letter] = []
    for at, mail in enumerate(mails, 1):
        found.append(_letter(desk, at, mail, now))
        task.step(at, len(mails))
    return tuple(found)


def _letter(desk: Desk, number: int, mail: bytes, now: datetime) -> Letter:
    try:
        return Letter(number, mail, desk.notices.read(mail, now))
    except Problem as problem:
        return Letter(number, mail, None, problem)


def take_clear(desk: Desk, letters: Sequence[Letter], now: datetime, task: Task) -> tuple[Letter, ...]:
    """Take every mail that needs no question, the earliest first, and give all of them as they are then.

    Each is read again before it is taken: an earlier one may have opened the case that it belongs to.
    """
    known = {letter.number: letter for letter in letters}
    waiting = sorted((letter for letter in letters if letter.is_clear), key=_sent)
    for at, letter in enumerate(waiting, 1):
        again = _letter(desk, letter.number, letter.raw, now)
        if again.is_clear and again.reading is not None:
            known[letter.number] = _taken(desk, again, again.reading, now)
        else:
            known[letter.number] = again
        task.step(at, len(waiting))
    return tuple(
        letter if letter.done is not None or letter.reading is None else _letter(desk, letter.number, letter.raw, now)
        for letter in (known[one.number] for one in letters)
    )


def _taken(desk: Desk, letter: Letter, reading: Reading, now: datetime) -> Letter:
    try:
        return replace(letter, done=take(desk, reading, "", reading.orders[0].id, now))
    except Problem as problem:
        return replace(letter, problem=problem)


def _sent(letter: Letter) -> datetime:
    sent = letter.reading.notice.sent_at if letter.reading is not None else None
    if sent is None:
        return _LAST
    return sent if isinstance(sent, datetime) else datetime.combine(sent, time.min, UTC)


def take_all_back(desk: Desk, done: Sequence[TakenBack], now: datetime) -> bool:
    """Take notices out of their cases again, the last one first; False when more has happened in one of them since."""
    begun: set[int] = set()  # cases of which a later notice was taken back just now: their count of events is ours
    kept: set[int] = set()
    for one in sorted(done, key=lambda taken: taken.events, reverse=True):  # within a case: the last one first
        if one.case_id in kept:
            continue
        now_there = len(desk.cases.events(one.case_id)) if one.case_id in begun else one.events
        (begun if take_back(desk, replace(one, events=now_there), now) else kept).add(one.case_id)
    return not kept
