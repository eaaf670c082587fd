"""A case as a screen shows it: everything in one record, nothing left to ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.cases.clocks import case_clocks
from claimdesk.core.cases.facts import case_facts, proven_facts
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Case, CaseRow, CaseStatus, Deadline
from claimdesk.core.scenarios.walk import PathStep, Walk, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimdesk.core.cases.outcomes import Follow, Outcomes
    from claimdesk.core.cases.quotes import Quote
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.records.facts import Facts
    from claimdesk.core.records.moments import Moment
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.schema import Scenario

_WAITING = {
    "buyer": CaseStatus.WAITING_BUYER,
    "platform": CaseStatus.WAITING_PLATFORM,
    "carrier": CaseStatus.WAITING_CARRIER,
    "time": CaseStatus.WAITING_CARRIER,
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line of the history: of the order before the case, or of the case itself."""

    at: Moment
    kind: str
    text: Bilingual
    detail: Bilingual | None = None
    event: int = 0  # id of the case's event; 0 for what the order tells


@dataclass(frozen=True, slots=True)
class CaseView:
    """All of one case: running deadlines come first, by their safe end, then those only watched, then met ones.

    `follow` are the words of what its outcome started, by id; `quotes` the messages that an answer is read from, by step.
    """

    case: Case
    row: CaseRow
    scenario: Scenario
    order: Order
    facts: Facts
    walk: Walk
    deadlines: tuple[Deadline, ...]
    timeline: tuple[TimelineEntry, ...]
    follow: Mapping[str, Follow] = field(default_factory=dict)
    quotes: Mapping[str, tuple[Quote, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows from a case's events and its order: the path, the clocks and the list's row."""

    facts: Facts
    walk: Walk
    deadlines: tuple[Deadline, ...]
    row: CaseRow


def stand(
    case: Case, order: Order, scenario: Scenario, deadlines: Deadlines, outcomes: Outcomes, events: int, now: datetime
) -> Standing:
    """Where a case stands at an instant."""
    facts = case_facts(case, order, now, deadlines.marketplaces.get(order.marketplace, order.platform).zone)
    values = facts.values()
    path = walk(scenario, values, case.answers)
    follow = [use for use in map(outcomes.follow_up, case.follows) if use is not None]
    clocks = case_clocks(case, scenario, values, order.platform, order.marketplace, deadlines, path, follow)
    running = next((clock for clock in clocks if clock.met_at is None and not clock.watch), None)
    if case.closed_at is not None:
        row = closed_row(case, order, scenario.title, events, running)
    else:
        current = path.at(path.current) if path.current else None
        steps = sum(step.state == "done" for step in path.path), len(path.path)
        row = _row(case, order, scenario.title, events, _turn(current), running, steps)
    return Standing(proven_facts(facts, path), path, clocks, row)


def closed_row(case: Case, order: Order, title: Bilingual, events: int, running: Deadline | None = None) -> CaseRow:
    """The list's row of a closed case; its steps are those that were answered.

    It needs no walk, and no clocks but `running`, the next of what its outcome started.
    """
    answered = len(case.answers)
    return _row(case, order, title, events, CaseStatus.CLOSED, running, (answered, answered))


def _turn(current: PathStep | None) -> CaseStatus:
    if current is None or current.step.kind != "wait":
        return CaseStatus.ACTION
    return _WAITING.get(current.step.wait_for, CaseStatus.ACTION)


def _row(
    case: Case, order: Order, title: Bilingual, events: int, status: CaseStatus, running: Deadline | None,
    steps: tuple[int, int],
) -> CaseRow:  # fmt: skip
    line = order.lines[0] if order.lines else None
    return CaseRow(
        id=case.id,
        ref=case.ref,
        order_id=order.id,
        order_no=order.order_no,
        platform=order.platform,
        marketplace=order.marketplace,
        buyer_name=order.buyer_name or order.ship_name or order.buyer_username,
        item=(line.title or line.sku) if line else "",
        scenario=case.scenario,
        title=title,
        status=status,
        outcome=case.outcome,
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        next_deadline=running,
        steps_done=steps[0],
        steps_total=steps[1],
        amount_minor=order.total_minor,
        currency=order.currency,
        events=events,
        shop_id=order.shop_id,
        odr=case.odr,
        purchased_at=order.purchased_at,
        cost_minor=case.amount_minor,
    )
