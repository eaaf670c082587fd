"""The clocks of a case: pure, from its scenario, its answers and the facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from claimdesk.core.deadlines.deadlines import Computed, Deadlines
from claimdesk.core.deadlines.spans import started
from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.cases import Case, Deadline
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.moments import Moment, parse_moment
from claimdesk.core.scenarios.schema import ClockUse, Scenario
from claimdesk.core.scenarios.walk import SKIPPED


def case_clocks(
    case: Case,
    scenario: Scenario,
    facts: Mapping[str, FactValue],
    platform: str,
    marketplace: str,
    deadlines: Deadlines,
) -> tuple[Deadline, ...]:
    """Running clocks by their safe end, then the met ones by when they were met. A closed case has none running."""
    values: dict[str, Any] = {**facts, **{step: answer.option for step, answer in case.answers.items()}}
    found = [_clock(use, case, values, platform, marketplace or platform, deadlines) for use in scenario.clocks]
    clocks = [clock for clock in found if clock is not None]
    running = [clock for clock in clocks if clock.met_at is None and case.closed_at is None]
    met = [clock for clock in clocks if clock.met_at is not None]
    return (*sorted(running, key=lambda c: c.safe), *sorted(met, key=lambda c: c.met_at or c.safe))


def _clock(
    use: ClockUse, case: Case, values: Mapping[str, Any], platform: str, marketplace: str, deadlines: Deadlines
) -> Deadline | None:
    rule_id = use.rule.get(platform, use.rule.get("default", ""))
    if not rule_id or not holds(use.when, values):
        return None
    rule = deadlines.rule(rule_id)
    if rule.regions and values.get("region") not in (None, *rule.regions):
        return None
    start = next((moment for name in use.starts if (moment := _start(name, case, values)) is not None), None)
    ends = _ends(rule_id, start, values, marketplace, deadlines)
    if start is None or ends is None:
        return None
    due, reason = case.overrides.get(use.id, (None, ""))
    return Deadline(
        clock=use.id,
        rule=rule_id,
        action=use.action,
        started_at=started(start, ends.zone),
        safe=due or ends.safe,
        outer=due or ends.outer,
        zone=ends.zone,
        source=rule.source,
        confidence=rule.confidence,
        last_checked=rule.checked.isoformat(),
        overridden_because=reason,
        met_at=_met(use, case),
    )


def _ends(
    rule_id: str, start: Moment | None, values: Mapping[str, Any], marketplace: str, deadlines: Deadlines
) -> Computed | None:
    rule = deadlines.rule(rule_id)
    if rule.inputs:
        several = deadlines.compute_from(
            rule_id, {i.fact: _moment(values.get(i.fact)) for i in rule.inputs}, marketplace
        )
        if several is not None:
            return several
    return None if start is None else deadlines.compute(rule_id, start, marketplace)


def _start(name: str, case: Case, values: Mapping[str, Any]) -> Moment | None:
    kind, _, what = name.partition(":")
    match kind:
        case "opened":
            return case.opened_at
        case "fact":
            return _moment(values.get(what))
        case "done":
            answer = case.answers.get(what)
            return answer.at if answer is not None and answer.option != SKIPPED else None
        case "option":
            step, _, option = what.partition("=")
            answer = case.answers.get(step)
            return answer.at if answer is not None and answer.option == option else None
        case _:
            return None


def _met(use: ClockUse, case: Case) -> datetime | None:
    done = [a.at for step in use.met_by if (a := case.answers.get(step)) is not None and a.option != SKIPPED]
    return min(done) if done else None


def _moment(value: object) -> Moment | None:
    try:
        moment = parse_moment(str(value)) if value else None
    except ValueError:
        return None
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
