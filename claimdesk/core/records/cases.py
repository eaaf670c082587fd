"""A case and its timeline: nothing is edited in place, every change is an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.moments import Moment


class EventKind(StrEnum):
    """What can happen to a case. Comments name the keys of `Event.data`."""

    OPENED = "opened"  # scenario
    ANSWERED = "answered"  # step, option, text (what was typed, if anything)
    NOTED = "noted"  # text
    NOTICE_READ = "notice_read"  # kind, sent_at, platform, reason, amount_minor, currency, odr, payer, subject, sender,
    #                            text, respond_by, read_from (pairs of field and words)
    EVIDENCE_ADDED = "evidence_added"  # item, sha256, name, size
    EVIDENCE_REMOVED = "evidence_removed"  # item, sha256
    COPIED = "copied"  # step, template, language
    SENT = "sent"  # step, template, audience, language, text, gloss
    # An event that follows from another in the same change carries `cause`, the id of that one.
    FINDING_ACCEPTED = "finding_accepted"  # step, rule, excerpt, reason
    CLOCK_OVERRIDDEN = "clock_overridden"  # clock, due (ISO instant), reason
    SCENARIO_CHANGED = "scenario_changed"  # scenario
    # outcome, odr (counts, not_counted, unknown), amount_minor (what it cost, or None), currency
    OUTCOME_RECORDED = "outcome_recorded"
    FOLLOW_STARTED = "follow_started"  # follow, outcome, decided (ISO instant it counts from)
    FOLLOW_ENDED = "follow_ended"  # follow, how (done, dismissed), reason
    EFFECT_TOLD = "effect_told"  # odr (counts, not_counted), once it is known
    CLOSED = "closed"
    REOPENED = "reopened"
    UNDONE = "undone"  # event (id of the event taken back)
    REDONE = "redone"  # event (id of the event put back)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline, in UTC."""

    id: int
    case_id: int
    at: datetime
    kind: EventKind
    data: Mapping[str, Any]


class CaseStatus(StrEnum):
    """Whose turn it is."""

    ACTION = "action"
    WAITING_BUYER = "waiting_buyer"
    WAITING_PLATFORM = "waiting_platform"
    WAITING_CARRIER = "waiting_carrier"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was chosen at a step and when; `check_again` once an earlier answer was changed after it.

    `scenario` is the one it was given in: a question's answer counts in the next scenario too, a deed does not.
    """

    step: str
    option: str
    at: datetime
    check_again: bool = False
    scenario: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file in the store that belongs to an item of the checklist."""

    item: str
    sha256: str
    name: str
    size: int
    at: datetime


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something that an outcome started; it goes on although the case is closed. `how` is done or dismissed, once ended."""

    id: str
    outcome: str
    decided_at: datetime
    started_at: datetime
    ended_at: datetime | None = None
    how: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case as its events make it."""

    id: int
    order_id: int
    opened_at: datetime
    scenario: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    notes: tuple[tuple[datetime, str], ...] = ()
    sent: tuple[Event, ...] = ()
    notices: tuple[Event, ...] = ()
    evidence: tuple[EvidenceFile, ...] = ()
    overrides: Mapping[str, tuple[datetime, str]] = field(default_factory=dict)  # clock -> due, reason
    outcome: str = ""
    odr: str = "unknown"  # counts, not_counted, unknown
    amount_minor: int | None = None  # what the outcome cost; None when nobody said
    closed_at: datetime | None = None
    can_undo: bool = False
    can_redo: bool = False
    follows: Mapping[str, FollowUp] = field(default_factory=dict)  # what its outcome started

    @property
    def ref(self) -> str:
        """The number people use: `C-0418`."""
        return f"C-{self.id:04d}"

    @property
    def follows_open(self) -> bool:
        """Whether anything that the outcome started is still to be done."""
        return any(follow.ended_at is None for follow in self.follows.values())


@dataclass(frozen=True, slots=True)
class Deadline:
    """One running clock. `safe` is the strictest end (alarms go by it), `outer` the latest that may still count."""

    clock: str  # key of the clock in its scenario
    rule: str
    action: Bilingual
    started_at: datetime
    safe: datetime
    outer: datetime | None
    zone: str  # IANA name of the marketplace's zone
    source: str
    confidence: str  # high, medium, low
    last_checked: str  # ISO day
    overridden_because: str = ""
    met_at: datetime | None = None
    watch: bool = False  # something to expect: shown, but no alarm and never what is due next
    edited_because: str = ""  # why the owner lets other ends of the rule count
    follow: str = ""  # id of the follow-up it belongs to, empty for a clock of the scenario
    dismissed_because: str = ""  # why the owner let a follow-up be


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What a list shows of one case."""

    id: int
    ref: str
    order_id: int
    order_no: str
    platform: str
    marketplace: str
    buyer_name: str
    item: str
    scenario: str
    title: Bilingual
    status: CaseStatus
    outcome: str
    opened_at: datetime
    closed_at: datetime | None
    next_deadline: Deadline | None
    steps_done: int
    steps_total: int
    amount_minor: int | None
    currency: str
    events: int
    shop_id: int = 1
    odr: str = "unknown"  # whether it counts in the defect rate: counts, not_counted, unknown
    purchased_at: Moment | None = None  # when its order was bought
    cost_minor: int | None = None  # what its outcome cost, in `currency`; None while nobody said
