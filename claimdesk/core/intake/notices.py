"""From a notice to the case: finds the order, opens the fitting case or brings the open one up to date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from claimdesk.core.cases.notices import notice_facts, outcome_of
from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.intake.intake import Intake
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.intake import Notice
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.scenarios.router import Suggested

LONGEST_KEPT = 20_000  # characters of a mail that are kept in the timeline


@dataclass(frozen=True, slots=True)
class Reading:
    """A notice and what it is about: the orders with its number, the open case on the first, the fitting scenarios."""

    notice: Notice
    orders: tuple[Order, ...]
    open_case: int | None
    suggested: tuple[Suggested, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a notice did, and to which case."""

    case_id: int
    what: Literal["opened", "updated", "decided"]


class Notices:
    """Brings notices to cases. Reading changes nothing; taking is one undoable step of the case."""

    def __init__(self, intake: Intake, orders: Orders, cases: Cases, scenarios: Scenarios) -> None:
        self._intake, self._orders, self._cases, self._scenarios = intake, orders, cases, scenarios

    def read(self, raw: bytes | str, now: datetime) -> Reading:
        """What a mail or text says, and what it is about here. Raises Problem as `Intake.read` does."""
        notice = self._intake.read(raw, now)
        orders = self._orders.find(notice.order_no, notice.platform) if notice.order_no else ()
        if notice.order_no and not orders:
            orders = self._orders.find(notice.order_no)
        return self._reading(notice, orders, now) if orders else Reading(notice, (), None, ())

    def about(self, notice: Notice, order_id: int, now: datetime) -> Reading:
        """The same notice for an order that was chosen by hand. Raises Problem `order_unknown`."""
        return self._reading(notice, (self._orders.order(order_id),), now)

    def _reading(self, notice: Notice, orders: tuple[Order, ...], now: datetime) -> Reading:
        rows = self._cases.of_order(orders[0].id, now)
        running = next((row.id for row in reversed(rows) if row.closed_at is None), None)
        return Reading(notice, orders, running, self._suggest(orders[0], notice, now))

    def _suggest(self, order: Order, notice: Notice, now: datetime) -> tuple[Suggested, ...]:
        known = self._cases.order_facts(order, now).values()
        event = Event(0, 0, now, EventKind.NOTICE_READ, notice_data(notice))
        known.update({fact.name: fact.value for fact in notice_facts((event,))})
        return self._scenarios.suggest(known, order.platform)

    def take(self, reading: Reading, at: datetime, *, scenario: str = "", order_id: int = 0) -> Taken:
        """Bring a notice that was read to its case: the open one, else a new one of the named or best scenario.

        A decision on an open case records its outcome. The case is opened at the mail's own time, so that its clocks
        run from there. Raises Problem `notice_without_order`, `notice_without_scenario`.
        """
        notice = reading.notice
        order = next((o for o in reading.orders if o.id == order_id), reading.orders[0] if reading.orders else None)
        if order is None:
            raise Problem("notice_without_order", order_no=notice.order_no or "–")
        outcome = outcome_of(notice.kind, notice.odr)
        case_id = reading.open_case
        if case_id is not None:
            self._cases.take_notice(case_id, notice_data(notice), at, outcome, notice.odr)
            return Taken(case_id, "decided" if outcome else "updated")
        chosen = scenario or (reading.suggested[0].scenario.id if reading.suggested else "")
        if not chosen:
            raise Problem("notice_without_scenario", order_no=order.order_no)
        opened = notice.sent_at if isinstance(notice.sent_at, datetime) and notice.sent_at < at else at
        case_id = self._cases.open(order.id, chosen, opened)
        self._cases.take_notice(case_id, notice_data(notice), at)
        return Taken(case_id, "opened")


def notice_data(notice: Notice) -> dict[str, Any]:
    """What the timeline keeps of a notice, as JSON can hold it."""
    return {
        "kind": notice.kind,
        "platform": notice.platform,
        "sent_at": moment_text(notice.sent_at),
        "respond_by": moment_text(notice.respond_by),
        "reason": notice.reason,
        "amount_minor": notice.amount_minor,
        "currency": notice.currency,
        "odr": notice.odr,
        "payer": notice.payer,
        "subject": notice.subject,
        "sender": notice.sender,
        "text": notice.text[:LONGEST_KEPT],
        "read_from": [[read.field, read.text] for read in notice.read_from],
    }
