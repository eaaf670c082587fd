"""What an outcome starts: found when it is recorded, ended by the operator, taken back with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claimdesk.core.cases.clocks import case_clocks
from claimdesk.core.cases.facts import case_facts, proven_facts
from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.cases import Case, EventKind, FollowUp
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.walk import walk
from claimdesk.core.storage import case_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from claimdesk.core.cases.outcomes import Follow, Outcomes
    from claimdesk.core.cases.reading import CaseReading
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.schema import Scenario
    from claimdesk.core.storage.store import Store

_KNOWN_EFFECTS = ("counts", "not_counted")


@dataclass(frozen=True, slots=True)
class Ending:
    """How a case ends: `data` as `EventKind.OUTCOME_RECORDED` keeps it, and when that was decided."""

    data: Mapping[str, Any]
    decided_at: datetime


class CaseFollowing:
    """Starts and ends what follows from outcomes."""

    def __init__(
        self, store: Store, reading: CaseReading, orders: Orders, deadlines: Deadlines, outcomes: Outcomes
    ) -> None:
        self._store, self._reading, self._orders = store, reading, orders
        self._deadlines, self._outcomes = deadlines, outcomes

    def started_by(self, case: Case, scenario: Scenario, ending: Ending, at: datetime) -> tuple[str, ...]:
        """The follow-ups that an outcome of a case starts: their condition holds and their clock can run."""
        order = self._orders.order(case.order_id)
        place = self._deadlines.marketplaces.get(order.marketplace, order.platform)
        facts = case_facts(case, order, at, place.zone)
        path = walk(scenario, facts.values(), case.answers)
        values = {
            **proven_facts(facts, path).values(),
            **{step.step.id: step.answer for step in path.path if step.state == "done"},
            "scenario": scenario.id, "family": scenario.family, "effect": str(ending.data["odr"]),
        }  # fmt: skip
        outcome = str(ending.data["outcome"])
        fitting = [use for use in self._outcomes.follow() if outcome in use.after and holds(use.when, values)]
        return tuple(use.id for use in self._running(case, scenario, order, values, fitting, ending, at))

    def _running(
        self, case: Case, scenario: Scenario, order: Order, values: Mapping[str, Any], fitting: list[Follow],
        ending: Ending, at: datetime,
    ) -> Iterator[Follow]:  # fmt: skip
        outcome = str(ending.data["outcome"])
        follows = {use.id: FollowUp(use.id, outcome, ending.decided_at, at) for use in fitting}
        ended = replace(case, follows=follows, closed_at=at)
        clocks = case_clocks(
            ended, scenario, values, order.platform, order.marketplace, self._deadlines, follow=fitting
        )  # fmt: skip
        started = {clock.follow for clock in clocks}
        return (use for use in fitting if use.id in started)

    def record(
        self, conn: Connection, case_id: int, at: datetime, ending: Ending, follows: tuple[str, ...], cause: int | None
    ) -> None:
        """Append an outcome and what it starts; `cause` is the event that it follows from, None when it stands alone."""
        data = dict(ending.data) if cause is None else {**ending.data, "cause": cause}
        recorded = case_rows.append(conn, case_id, at, EventKind.OUTCOME_RECORDED, data)
        for follow in follows:
            started = {
                "follow": follow, "outcome": ending.data["outcome"], "decided": moment_text(ending.decided_at),
                "cause": recorded if cause is None else cause,
            }  # fmt: skip
            case_rows.append(conn, case_id, at, EventKind.FOLLOW_STARTED, started)

    def finish(self, case_id: int, follow: str, at: datetime, text: str = "", odr: str = "") -> None:
        """Mark a follow-up as done; `text` is kept as a note beside it.

        One that asks for the effect on the defect rate takes it as `odr` (counts, not_counted). Raises Problem
        `case_unknown`, `follow_unknown` (not started, or ended), `odr_unknown`.
        """
        self._open_follow(case_id, follow)
        use = self._outcomes.follow_up(follow)
        asks_effect = use is not None and use.asks == "effect"
        if asks_effect and odr not in _KNOWN_EFFECTS:
            raise Problem("odr_unknown", value=odr)
        with self._store.writing() as conn:
            ended = {"follow": follow, "how": "done", "reason": ""}
            cause = case_rows.append(conn, case_id, at, EventKind.FOLLOW_ENDED, ended)
            if asks_effect:
                case_rows.append(conn, case_id, at, EventKind.EFFECT_TOLD, {"odr": odr, "cause": cause})
            if text.strip():
                case_rows.append(conn, case_id, at, EventKind.NOTED, {"text": text.strip(), "cause": cause})

    def dismiss(self, case_id: int, follow: str, reason: str, at: datetime) -> None:
        """Let a follow-up be, with the reason. Raises Problem `case_unknown`, `follow_unknown`, `reason_missing`."""
        self._open_follow(case_id, follow)
        if not reason.strip():
            raise Problem("reason_missing")
        ended = {"follow": follow, "how": "dismissed", "reason": reason.strip()}
        with self._store.writing() as conn:
            case_rows.append(conn, case_id, at, EventKind.FOLLOW_ENDED, ended)

    def go_on(self, case_id: int, follow: str, at: datetime) -> None:
        """Open the case again and go on with the scenario of a follow-up; one undo takes back both.

        Raises Problem `case_unknown`, `follow_unknown` (not started, ended, or done in no scenario of its own).
        """
        use = self._outcomes.follow_up(self._open_follow(case_id, follow).id)
        if use is None or not use.go:
            raise Problem("follow_unknown", case=self._reading.case(case_id).ref, follow=follow)
        with self._store.writing() as conn:
            cause = case_rows.append(conn, case_id, at, EventKind.REOPENED, {})
            changed = {"scenario": use.go, "cause": cause}
            case_rows.append(conn, case_id, at, EventKind.SCENARIO_CHANGED, changed)

    def _open_follow(self, case_id: int, follow: str) -> FollowUp:
        case = self._reading.case(case_id)
        found = case.follows.get(follow)
        if found is None or found.ended_at is not None:
            raise Problem("follow_unknown", case=case.ref, follow=follow)
        return found
