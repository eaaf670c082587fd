"""What the intake reads and writes on its lanes: a notice with all that can be chosen for it, and the taking of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.records.bilingual import Bilingual

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.intake.notices import Reading
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.schema import Scenario
    from claimdesk.ui.intake.source import Source


@dataclass(frozen=True, slots=True)
class Offer:
    """A notice that was read, its order, the open case it would go to, and the scenarios for a new one."""

    reading: Reading
    order: Order | None
    scenarios: tuple[Scenario, ...]
    case_ref: str = ""
    case_title: Bilingual | None = None
    outcome: Bilingual | None = None  # what taking the notice would record on its case


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was done to which case, and how many events it had then: Undo looks whether more came since."""

    case_id: int
    ref: str
    what: str  # opened, opened_decided, updated, decided
    title: Bilingual
    events: int
    messages: tuple[int, ...] = ()  # what was kept with it for the first time


def read_source(desk: Desk, source: Source, now: datetime) -> Offer:
    """What a mail says and what can be done with it. Raises Problem as `Notices.read`."""
    return _offer(desk, desk.notices.read(source.content(), now), now)


def with_order(desk: Desk, reading: Reading, order_id: int, now: datetime) -> Offer:
    """The same notice for an order that was chosen by hand. Raises Problem `order_unknown`."""
    about = desk.notices.about(reading.notice, order_id, now)
    return _offer(desk, replace(about, raw=reading.raw, known=reading.known), now)


def with_payer(desk: Desk, reading: Reading, payer: str, now: datetime) -> Offer:
    """The same notice once the operator has said who pays: `seller` or `platform`."""
    return _offer(desk, desk.notices.with_payer(reading, payer), now)


def _offer(desk: Desk, reading: Reading, now: datetime) -> Offer:
    every = tuple(desk.scenarios.all())
    if not reading.orders:
        return Offer(reading, None, every)
    order = reading.orders[0]
    offered = tuple(one for one in every if order.platform in one.platforms) or every
    from claimdesk.core.cases.notices import outcome_of  # at first use: the frame paints without it

    outcome = "" if reading.payer_asked else outcome_of(reading.notice.kind, reading.notice.odr)
    ending = desk.outcomes.get(outcome).title if outcome else None
    if reading.open_case is None:
        return Offer(reading, order, offered, outcome=ending)
    case = desk.cases.case(reading.open_case)
    return Offer(reading, order, offered, case.ref, desk.scenarios.get(case.scenario).title, ending)


def take(desk: Desk, reading: Reading, scenario: str, order_id: int, now: datetime) -> TakenBack:
    """Bring the notice to its case. Raises Problem as `Notices.take`."""
    taken = desk.notices.take(reading, now, scenario=scenario, order_id=order_id)
    case = desk.cases.case(taken.case_id)
    title = desk.wording.text(f"notice_{reading.notice.kind}")
    return TakenBack(case.id, case.ref, taken.what, title, len(desk.cases.events(case.id)), taken.messages)


def take_back(desk: Desk, done: TakenBack, now: datetime) -> bool:
    """Take the notice back out of its case, and the case with it that it opened; False when more has happened there."""
    if done.what.startswith("opened"):
        taken_back = desk.cases.take_back_opening(done.case_id, done.events)
        if taken_back:
            desk.messages.forget(done.messages)
        return taken_back
    if len(desk.cases.events(done.case_id)) != done.events:
        return False
    desk.messages.forget(done.messages)
    return desk.cases.undo(done.case_id, now)


def keep(desk: Desk, reading: Reading, order_id: int, now: datetime) -> tuple[int, ...]:
    """Keep the mail without a case; the ids of what is new. Raises Problem as `Notices.keep`."""
    return desk.notices.keep(reading, now, order_id=order_id)[1]
