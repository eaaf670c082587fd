"""From a notice to the case: finds the order, opens the fitting case or brings the open one up to date."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from claimdesk.core.cases.notices import notice_facts, outcome_of
from claimdesk.core.intake.arriving import Arrivals
from claimdesk.core.records.cases import Event, EventKind
from claimdesk.core.records.intake import Caution
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.intake.intake import Intake
    from claimdesk.core.messages.messages import Messages
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.intake import Notice
    from claimdesk.core.records.messages import MessageFile, StoredMessage
    from claimdesk.core.records.orders import Order
    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.scenarios.router import Suggested

_GRANTED = frozenset({"granted_seller", "granted_amazon"})
_DOUBTS = frozenset({"sender_lookalike", "authentication_failed", "own_message", "mail_known", "kind_guessed"})
_MOST_NAMED = 12  # order numbers of one mail that are looked up
LONGEST_KEPT = 20_000  # characters of a mail that are kept in the timeline


@dataclass(frozen=True, slots=True)
class Reading:
    """A notice and what it is about: the orders with its number, the open case on the first, the fitting scenarios.

    `choices` are the orders that the mail names when it names several that are here: nobody but the operator can say
    which one it is about, and `orders` is empty until then.
    """

    notice: Notice
    orders: tuple[Order, ...]
    open_case: int | None
    suggested: tuple[Suggested, ...]
    raw: bytes = field(default=b"", repr=False)  # the mail or text as it came
    known: StoredMessage | None = None  # the same mail, when it is kept already
    choices: tuple[Order, ...] = ()

    @property
    def payer_asked(self) -> bool:
        """Whether it grants a claim without saying who pays: a decision is not recorded before that is known."""
        return self.notice.kind in _GRANTED and not self.notice.payer

    @property
    def is_clear(self) -> bool:
        """Whether it can be taken without asking: a known kind, one order that is here, no doubt about it."""
        doubts = {caution.code for caution in self.notice.warnings} & _DOUBTS
        return (
            bool(self.orders)
            and self.notice.kind != "none"
            and not self.payer_asked
            and not doubts
            and (self.open_case is not None or bool(self.suggested))
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking a notice did, and to which case."""

    case_id: int
    what: Literal["opened", "opened_decided", "updated", "decided"]
    messages: tuple[int, ...] = ()  # ids of what was kept with it for the first time


class Notices:
    """Brings notices to cases. Reading changes nothing; taking is one undoable step of the case."""

    def __init__(self, intake: Intake, orders: Orders, cases: Cases, scenarios: Scenarios, messages: Messages) -> None:
        self._intake, self._orders, self._cases, self._scenarios = intake, orders, cases, scenarios
        self._arrivals, self._messages = Arrivals(intake, messages), messages

    def read(self, raw: bytes | str, now: datetime) -> Reading:
        """What a mail or text says, and what it is about here. Raises Problem as `Intake.read` does.

        A mail that is kept already says so, and belongs to the order that it was given.
        """
        notice = self._intake.read(raw, now)
        known = self._arrivals.known(notice)
        if known is not None:
            notice = replace(notice, warnings=(*notice.warnings, Caution("mail_known")))
        content = raw.encode("utf-8", "replace") if isinstance(raw, str) else raw
        return replace(self._found(notice, known, now), raw=content, known=known)

    def _found(self, notice: Notice, known: StoredMessage | None, now: datetime) -> Reading:
        if known is not None and known.order_id is not None:
            return self.about(notice, known.order_id, now)
        named = [self._named(no, notice.platform) for no in (notice.order_no, *notice.other_orders[:_MOST_NAMED]) if no]
        here = [orders for orders in named if orders]
        if len(here) > 1:
            return Reading(notice, (), None, (), choices=tuple(orders[0] for orders in here))
        if here and len({order.shop_id for order in here[0]}) > 1:
            return Reading(notice, (), None, (), choices=here[0])  # shops that count alike: nobody else can say whose
        return self._reading(notice, here[0], now) if here else Reading(notice, (), None, ())

    def _named(self, order_no: str, platform: str) -> tuple[Order, ...]:
        return self._orders.find(order_no, platform) or self._orders.find(order_no)

    def with_payer(self, reading: Reading, payer: str) -> Reading:
        """The same reading once the operator has said who pays the granted claim: `seller` or `platform`."""
        kind = "granted_amazon" if payer == "platform" else "granted_seller"
        warnings = tuple(caution for caution in reading.notice.warnings if caution.code != "payer_not_said")
        return replace(reading, notice=replace(reading.notice, kind=kind, payer=payer, warnings=warnings))

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

        A decision records its outcome, on the case that it opens too. The case is opened at the mail's own time, so
        that its clocks run from there. Raises Problem `notice_without_order`, `notice_without_scenario`,
        `notice_payer_unknown`.
        """
        notice = reading.notice
        order = next((o for o in reading.orders if o.id == order_id), reading.orders[0] if reading.orders else None)
        if order is None:
            raise Problem("notice_without_order", order_no=notice.order_no or "–")
        if reading.payer_asked:
            raise Problem("notice_payer_unknown", order_no=order.order_no)
        outcome = outcome_of(notice.kind, notice.odr)
        case_id = reading.open_case
        chosen = scenario or (reading.suggested[0].scenario.id if reading.suggested else "")
        if case_id is None and not chosen:
            raise Problem("notice_without_scenario", order_no=order.order_no)
        kept, new = self._arrivals.keep(notice, reading.raw, order.id, at)
        if case_id is not None:
            if self._has(case_id, notice):
                return Taken(case_id, "updated", new)
            self._cases.take_notice(case_id, notice_data(notice), at, outcome, notice.odr, _evidence(kept))
            return Taken(case_id, "decided" if outcome else "updated", new)
        opened = notice.sent_at if isinstance(notice.sent_at, datetime) and notice.sent_at < at else at
        case_id = self._cases.open(order.id, chosen, opened)
        self._cases.take_notice(case_id, notice_data(notice), at, outcome, notice.odr, _evidence(kept))
        return Taken(case_id, "opened_decided" if outcome else "opened", new)

    def letters(self, raw: bytes | str) -> tuple[bytes, ...]:
        """The mails of a mailbox, each as it came; one for anything else. Raises Problem as `Intake.read` does."""
        return tuple(self._intake.mails(raw))

    def keep(self, reading: Reading, at: datetime, *, order_id: int = 0) -> tuple[StoredMessage, tuple[int, ...]]:
        """Keep a mail without a case: with the order it is about, or with none until somebody says which.

        Gives the message as it is kept and the ids of what is new. Raises Problem `evidence_unwritable`.
        """
        known = [order.id for order in reading.orders]
        chosen = order_id if order_id in known else known[0] if known else None
        return self._arrivals.keep(reading.notice, reading.raw, chosen, at)

    def _has(self, case_id: int, notice: Notice) -> bool:
        """Whether a case holds this very mail."""
        data = notice_data(notice)
        told = ("kind", "sent_at", "subject", "text")
        return any(
            all(kept.data.get(name) == data[name] for name in told) for kept in self._cases.case(case_id).notices
        )


def _evidence(message: StoredMessage) -> tuple[MessageFile, ...]:
    """What came attached to a mail and may prove something; pictures of its layout stay out."""
    return tuple(file for file in message.files if file.kept and not file.inline)


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
