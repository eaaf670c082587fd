"""Reading cases: one whole, lists, and what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from claimdesk.core.cases.facts import case_facts
from claimdesk.core.cases.fold import fold
from claimdesk.core.cases.missing import KnownScenarios
from claimdesk.core.cases.quotes import quotes
from claimdesk.core.cases.timeline import Timelines
from claimdesk.core.cases.view import CaseView, closed_row, stand
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.cases import Case, CaseRow, CaseStatus, Event
from claimdesk.core.records.facts import Facts
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import case_rows
from claimdesk.core.storage.folding import fold as fold_text

if TYPE_CHECKING:
    from claimdesk.core.cases.outcomes import Outcome, Outcomes
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.scenarios.router import Suggested
    from claimdesk.core.shop.shop import Shop
    from claimdesk.core.storage.store import Store

SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Today:
    """What is due: past its safe end, today in the shop's zone, in the next three days; then how many come later or wait."""

    overdue: tuple[CaseRow, ...]
    today: tuple[CaseRow, ...]
    soon: tuple[CaseRow, ...]
    later: int
    waiting_buyer: int
    waiting_platform: int


class CaseReading:
    """Answers questions about cases; changes nothing."""

    def __init__(
        self,
        store: Store,
        orders: Orders,
        scenarios: Scenarios,
        deadlines: Deadlines,
        outcomes: Outcomes,
        shop: Shop,
        wording: Wording,
    ) -> None:
        self._store, self._orders, self._scenarios = store, orders, scenarios
        self._deadlines, self._outcomes, self._shop = deadlines, outcomes, shop
        self._known = KnownScenarios(scenarios, outcomes, wording)
        self._timelines = Timelines(wording, self._known, outcomes)

    def case(self, case_id: int) -> Case:
        """The case as its events make it. Raises Problem `case_unknown`."""
        return self._with_events(case_id)[0]

    def events(self, case_id: int) -> tuple[Event, ...]:
        """Every event of a case, oldest first. Raises Problem `case_unknown`."""
        return tuple(self._with_events(case_id)[1])

    def _with_events(self, case_id: int) -> tuple[Case, Sequence[Event]]:
        with self._store.reading() as conn:
            found = case_rows.case(conn, case_id)
            events = case_rows.events(conn, case_id)
        if found is None or not events:
            raise Problem("case_unknown", case=f"C-{case_id:04d}")
        return fold(found[1], found[2], events), events

    def view(self, case_id: int, now: datetime) -> CaseView:
        """Everything about a case at an instant. Raises Problem `case_unknown`."""
        case, events = self._with_events(case_id)
        order = self._orders.order(case.order_id)
        scenario = self._known.get(case.scenario, order.platform)
        standing = stand(case, order, scenario, self._deadlines, self._outcomes, len(events), now)
        return CaseView(
            case=case,
            row=standing.row,
            scenario=scenario,
            order=order,
            facts=standing.facts,
            walk=standing.walk,
            deadlines=standing.deadlines,
            timeline=self._timelines.entries(order, events),
            follow={id_: use for id_ in case.follows if (use := self._outcomes.follow_up(id_)) is not None},
            quotes=quotes(standing.walk, standing.facts),
        )

    def rows(self, now: datetime, *, status: str = "", text: str = "") -> tuple[CaseRow, ...]:
        """Cases by their next safe deadline, then those without one, the newest first.

        `status` is a CaseStatus value or `open`; `text` is looked for in number, order, buyer, item, scenario, notes.
        """
        closed = status == CaseStatus.CLOSED.value
        rows = self._rows(now, lambda case: not status or (case.closed_at is not None) == closed, text)
        return tuple(row for row in rows if status in ("", "open", row.status))

    def _rows(self, now: datetime, asked: Callable[[Case], bool], text: str = "") -> tuple[CaseRow, ...]:
        with self._store.reading() as conn:
            cases = case_rows.cases(conn)
            events = case_rows.all_events(conn)
        folded = (fold(order_id, opened_at, events[id_]) for id_, order_id, opened_at in cases if events.get(id_))
        wanted = [case for case in folded if asked(case)]
        orders = {order.id: order for order in self._orders.orders({case.order_id for case in wanted})}
        looked = fold_text(text.strip())
        rows = (
            self._row(case, orders[case.order_id], len(events[case.id]), now)
            for case in wanted
            if not looked or looked in self._searchable(case, orders[case.order_id])
        )
        return tuple(sorted(rows, key=_by_deadline))

    def _row(self, case: Case, order: Order, events: int, now: datetime) -> CaseRow:
        if case.closed_at is not None and not case.follows_open:
            return closed_row(case, order, self._known.title(case.scenario), events)
        scenario = self._known.get(case.scenario, order.platform)
        return stand(case, order, scenario, self._deadlines, self._outcomes, events, now).row

    def _searchable(self, case: Case, order: Order) -> str:
        title = self._known.title(case.scenario)
        notes = (text for _, text in case.notes)
        titles = (line.title for line in order.lines)
        parts = (case.ref, order.order_no, order.buyer_name, order.ship_name, *titles, title.en, title.zh, *notes)
        return fold_text("\n".join(parts))

    def of_order(self, order_id: int, now: datetime) -> tuple[CaseRow, ...]:
        """The cases on an order, oldest first."""
        with self._store.reading() as conn:
            ids = case_rows.cases_of_order(conn, order_id)
        order = self._orders.order(order_id) if ids else None
        found = [self._with_events(case_id) for case_id in ids]
        return tuple(self._row(case, order, len(events), now) for case, events in found if order is not None)

    def today(self, now: datetime) -> Today:
        """What is due now and soon, in open cases and after closed ones, and how many cases wait."""
        rows = self._rows(now, lambda case: case.closed_at is None or case.follows_open)
        due = [(row, row.next_deadline.safe) for row in rows if row.next_deadline is not None]
        zone = ZoneInfo(self._shop.profile().zone)
        here = now.astimezone(zone).date()
        overdue = tuple(row for row, safe in due if safe < now)
        today = tuple(row for row, safe in due if safe >= now and safe.astimezone(zone).date() == here)
        soon = tuple(row for row, safe in due if safe.astimezone(zone).date() > here and safe <= now + SOON)
        return Today(
            overdue=overdue,
            today=today,
            soon=soon,
            later=sum(safe > now + SOON for _, safe in due),
            waiting_buyer=sum(row.status is CaseStatus.WAITING_BUYER for row in rows),
            waiting_platform=sum(row.status is CaseStatus.WAITING_PLATFORM for row in rows),
        )

    def suggest(self, order_id: int, now: datetime) -> tuple[Suggested, ...]:
        """The scenarios that fit an order as it is now, best first. Raises Problem `order_unknown`."""
        order = self._orders.order(order_id)
        return self._scenarios.suggest(self.order_facts(order, now).values(), order.platform)

    def order_facts(self, order: Order, now: datetime) -> Facts:
        """The facts that a case opened now on this order would begin with."""
        return case_facts(Case(id=0, order_id=order.id, opened_at=now, scenario=""), order, now, self._zone(order))

    def _zone(self, order: Order) -> str:
        return self._deadlines.marketplaces.get(order.marketplace, order.platform).zone

    def outcome_effect(self, outcome_id: str, platform: str) -> str:
        """What an outcome does to a platform's defect rate: counts, not_counted, unknown. Raises Problem."""
        return self._outcomes.effect(outcome_id, platform)

    def outcome(self, outcome_id: str) -> Outcome | None:
        """The outcome with this id, as the files tell it; None when there is none."""
        return self._outcomes.find(outcome_id)


def _by_deadline(row: CaseRow) -> tuple[bool, float, float]:
    due = row.next_deadline
    return (due is None, due.safe.timestamp() if due else 0.0, -row.opened_at.timestamp())
