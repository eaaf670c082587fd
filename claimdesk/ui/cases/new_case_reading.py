"""What the New-case dialog asks of the desk, in the reading lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.records.cases import Case, Deadline
from claimdesk.core.records.orders import Order, OrderFilter, OrderRow

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.records.facts import FactValue
    from claimdesk.core.scenarios.authoring import FileFault
    from claimdesk.core.scenarios.router import Suggested
    from claimdesk.core.scenarios.schema import Scenario

FOUND = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """The scenarios offered, those that fit best first, for one order or for none yet."""

    scenarios: tuple[Scenario, ...]
    order: Order | None = None
    suggested: tuple[Suggested, ...] = ()
    deadlines: Mapping[str, Deadline] = field(default_factory=dict)  # by scenario
    elsewhere: tuple[Scenario, ...] = ()  # not on the order's platform, each with why
    faults: Mapping[str, FileFault] = field(default_factory=dict)  # scenario files of the owner that are left out

    def scenario(self, scenario_id: str) -> Scenario | None:
        """The scenario with this id."""
        return next((one for one in self.scenarios if one.id == scenario_id), None)


def read_choice(desk: Desk, order_id: int, now: datetime, case: Case | None = None) -> Choice:
    """What can be chosen for an order; every scenario when there is none. Raises Problem `order_unknown`.

    Deadlines are those of the case given, else of one that is opened now.
    """
    if not order_id:
        return Choice(desk.scenarios.all(), faults=desk.scenarios.file_faults)
    order = desk.orders.order(order_id)
    facts = desk.cases.order_facts(order, now).values()
    every = desk.scenarios.all(order.platform)
    offered = tuple(one for one in every if order.platform in one.platforms) or every
    opened = case or Case(id=0, order_id=order.id, opened_at=now, scenario="")
    due = {one.id: first for one in offered if (first := first_deadline(desk, one, order, facts, opened)) is not None}
    elsewhere = tuple(one for one in every if one not in offered and one.elsewhere is not None)
    # A case knows more than its order: a decision that was read into it suggests the appeal.
    told = desk.scenarios.suggest(desk.cases.view(case.id, now).facts.values(), order.platform) if case else None
    suggested = tuple(desk.cases.suggest(order_id, now) if told is None else told)
    return Choice(offered, order, suggested, due, elsewhere, desk.scenarios.file_faults)


def first_deadline(
    desk: Desk, scenario: Scenario, order: Order, facts: Mapping[str, FactValue], case: Case
) -> Deadline | None:
    """The clock that would end first if the case went by this scenario; None when none would run yet."""
    from claimdesk.core.cases.clocks import case_clocks

    clocks = case_clocks(
        replace(case, scenario=scenario.id), scenario, facts, order.platform, order.marketplace, desk.deadlines
    )
    return next((clock for clock in clocks if clock.met_at is None and not clock.watch), None)


def find_orders(desk: Desk, text: str, now: datetime) -> tuple[OrderRow, ...]:
    """The newest orders that fit a search."""
    page = desk.orders.page(
        OrderFilter(text=text), sort="purchased_at", descending=True, offset=0, limit=FOUND, now=now
    )
    return page.rows
