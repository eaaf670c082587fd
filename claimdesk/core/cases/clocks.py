"""The clocks of a case: pure, from its scenario, the answers on its path and the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from claimdesk.core.cases.notices import printed_ends
from claimdesk.core.deadlines.deadlines import Computed, Deadlines
from claimdesk.core.deadlines.schema import DeadlineRule
from claimdesk.core.deadlines.spans import started
from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.cases import Answer, Case, Deadline, FollowUp
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.moments import Moment, parse_moment
from claimdesk.core.scenarios.schema import ClockUse, Scenario
from claimdesk.core.scenarios.walk import SKIPPED, Walk, walk

_PRINTED = "OWN-NOTICE"  # the rule of a clock that only a notice tells of


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the clocks of one case look at: `given` are the answers that stand on its path.

    `printed` holds the ends that notices print, by the fact that a clock starts from.
    """

    case: Case
    scenario: str
    given: Mapping[str, Answer]
    values: Mapping[str, Any]
    platform: str
    marketplace: str
    deadlines: Deadlines
    printed: Mapping[str, Moment]


def case_clocks(
    case: Case,
    scenario: Scenario,
    facts: Mapping[str, FactValue],
    platform: str,
    marketplace: str,
    deadlines: Deadlines,
    path: Walk | None = None,
    follow: Iterable[ClockUse] = (),
) -> tuple[Deadline, ...]:
    """Running clocks by their safe end, those that are only watched after the others, then the met ones by when.

    A closed case has none running but those of `follow`, which its outcome started.

    Only answers on the path count, so that a step which a changed answer took away neither starts nor stops a clock.
    `path` is the walk with these facts, when the caller has it.
    """
    path = path or walk(scenario, facts, case.answers)
    given = {s.step.id: case.answers[s.step.id] for s in path.path if s.state == "done"}
    values = {**facts, **{step: answer.option for step, answer in given.items()}}
    printed = printed_ends(case.notices)
    reading = _Reading(case, scenario.id, given, values, platform, marketplace or platform, deadlines, printed)
    clocks = [clock for use in scenario.clocks if (clock := _clock(use, reading)) is not None]
    clocks += [clock for use in follow if (clock := _followed(use, reading)) is not None]
    running = [clock for clock in clocks if clock.met_at is None and (case.closed_at is None or clock.follow)]
    met = [clock for clock in clocks if clock.met_at is not None]
    return (*sorted(running, key=lambda c: (c.watch, c.safe)), *sorted(met, key=lambda c: c.met_at or c.safe))


def _followed(use: ClockUse, reading: _Reading) -> Deadline | None:
    """The clock of a follow-up: its condition was asked when it started, and it is met when it was ended."""
    found = reading.case.follows.get(use.id)
    clock = _clock(use.model_copy(update={"id": follow_clock(use.id), "when": ""}), reading, found)
    if clock is None or found is None:
        return clock
    reason = found.reason if found.how == "dismissed" else ""
    return replace(clock, follow=use.id, met_at=found.ended_at, dismissed_because=reason)


def follow_clock(follow: str) -> str:
    """The name of a follow-up's clock among the clocks of its case."""
    return f"follow:{follow}"


def _clock(use: ClockUse, reading: _Reading, follow: FollowUp | None = None) -> Deadline | None:
    # A rule that is not there (a file of the owner may name any) gives no clock rather than no list of cases.
    name, start = _begin(use, reading, follow)
    printed = reading.printed.get(name.removeprefix("fact:"))
    rule = reading.deadlines.find(use.rule.get(reading.platform, use.rule.get("default", "")))
    if rule is None and printed is not None:
        rule = reading.deadlines.find(_PRINTED)
    if rule is None or not holds(use.when, reading.values):
        return None
    if not reading.deadlines.applies(rule, reading.marketplace, str(reading.values.get("region") or "")):
        return None
    ends = _ends(rule, start, reading)
    if printed is not None:
        ends = _as_printed(ends, printed, rule, reading)
    due, reason = reading.case.overrides.get(use.id, (None, ""))
    if ends is None or start is None:
        if due is None:
            return None
        # The page shows a clock although nothing here says when it began: then it runs from the opening of the case.
        place = reading.deadlines.marketplaces.get(reading.marketplace, reading.platform)
        start, ends = reading.case.opened_at, Computed(due, due, reading.deadlines.zone(rule, place))
    begun = started(start, ends.zone)
    own = reading.deadlines.own(rule.id)
    return Deadline(
        clock=use.id,
        rule=rule.id,
        action=use.action,
        started_at=begun,
        safe=due or ends.safe,
        outer=due or ends.outer,
        zone=ends.zone,
        source=rule.source,
        confidence=rule.confidence,
        last_checked=rule.checked.isoformat(),
        overridden_because=reason,
        met_at=min(_met(use, begun, reading), default=None),
        watch=rule.watch,
        edited_because=own.reason if own is not None else "",
    )


def _begin(use: ClockUse, reading: _Reading, follow: FollowUp | None) -> tuple[str, Moment | None]:
    """What starts a clock, and when: the first of its starts that is known."""
    for name in use.starts:
        moment = _start(name, reading, follow)
        if moment is not None:
            return name, moment
    return "", None


def _as_printed(ends: Computed | None, printed: Moment, rule: DeadlineRule, reading: _Reading) -> Computed:
    """The end that the notice prints is the latest that counts; alarms go by whatever comes first, it or the rule."""
    own = reading.deadlines.compute(_PRINTED, printed, reading.marketplace)
    if ends is None or rule.id == _PRINTED:
        return own
    return Computed(min(ends.safe, own.safe), own.outer, ends.zone)


def _ends(rule: DeadlineRule, start: Moment | None, reading: _Reading) -> Computed | None:
    if rule.inputs:
        moments = {given.fact: _moment(reading.values.get(given.fact)) for given in rule.inputs}
        several = reading.deadlines.compute_from(rule.id, moments, reading.marketplace)
        if several is not None:
            return several
    return None if start is None else reading.deadlines.compute(rule.id, start, reading.marketplace)


def _start(name: str, reading: _Reading, follow: FollowUp | None) -> Moment | None:
    kind, _, what = name.partition(":")
    match kind:
        case "decided":
            return follow.decided_at if follow is not None else None
        case "opened":
            return reading.case.opened_at
        case "fact":
            return _moment(reading.values.get(what))
        case "done":
            answer = reading.given.get(what)
            return answer.at if answer is not None and answer.option != SKIPPED else None
        case "option":
            step, _, option = what.partition("=")
            answer = reading.given.get(step)
            return answer.at if answer is not None and answer.option == option else None
        case _:
            return None


def _met(use: ClockUse, begun: datetime, reading: _Reading) -> Iterator[datetime]:
    """When the clock was stopped: by steps on the path, or, since it runs, by the same deed in another scenario."""
    for step in use.met_by:
        answer = reading.given.get(step) or reading.case.answers.get(step)
        if answer is None or answer.option == SKIPPED:
            continue
        elsewhere = answer.scenario not in ("", reading.scenario) and answer.at >= begun
        if step in reading.given or elsewhere:
            yield answer.at


def _moment(value: object) -> Moment | None:
    try:
        moment = parse_moment(str(value)) if value else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
