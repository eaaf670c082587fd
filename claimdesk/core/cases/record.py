"""What the record of a case says, as the rules of the message check read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimdesk.core.cases.facts import unanswered_messages
from claimdesk.core.records.moments import parse_moment
from claimdesk.core.records.order_events import OrderEventKind
from claimdesk.core.records.replies import Audience
from claimdesk.core.replies.writing import typed_day

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.deadlines.deadlines import Deadlines
    from claimdesk.core.policy.policy import Policy
    from claimdesk.core.records.cases import Case
    from claimdesk.core.records.orders import Order

_BUYER_WROTE = ("contact_at", "claim_at", "info_at", "issue", "claim", "chargeback", "return_state")
_NO_FILLS: Mapping[str, str] = MappingProxyType({})
# A day that the operator types into a reply because no import has it: the fact it gives, and what is then so.
_TYPED_DAYS = {
    "delivered_date": ("delivered_at", "tracking", "delivered"),
    "ship_date": ("shipped_at", "status", "shipped"),
}


def known_of(
    view: CaseView, values: Mapping[str, str | None], others: tuple[Case, ...], audience: Audience, now: datetime,
    policy: Policy, deadlines: Deadlines, fills: Mapping[str, str] = _NO_FILLS,
) -> dict[str, str]:  # fmt: skip
    """The values of a reply and the facts of its case, as text; what nobody knows is left out, and its rules are silent.

    `others` are the further cases on the order, `fills` what was typed into the reply. Whoever has answered that the
    carrier's record shows the delivery, or has typed its day, knows more than the last import: the parcel counts as
    delivered. Besides values and facts there are `attachments` (files kept as
    evidence, a number) and `evidence_names` (one a line), `unanswered_messages`, `earlier_text` (the last message of
    the case to the same reader), `review_requests` (messages on the order that asked for a review),
    `evidence_missing` (required items of the checklists on the path that have no file), `message_window` (`open` or
    `closed`), `replacement` (`sent`), and `order_words`: names and titles that are spelt as they are.
    """
    known = {name: value for name, value in values.items() if value and "@" not in name}
    known |= {name: str(value) for name, value in view.facts.values().items() if value is not None}
    known["attachments"] = str(len(view.case.evidence))
    known["evidence_names"] = "\n".join(file.name for file in view.case.evidence)
    known["unanswered_messages"] = str(unanswered_messages(view.case, view.walk))
    known["evidence_missing"] = str(_missing_items(view))
    known["review_requests"] = str(_review_requests((view.case, *others), policy))
    known["earlier_text"] = _earlier(view.case, audience)
    known["message_window"] = _window(view, now, policy, deadlines)
    known["order_words"] = "\n".join(filter(None, _spelt_right(view.order)))
    if any(event.kind is OrderEventKind.REPLACEMENT for event in view.order.events):
        known["replacement"] = "sent"
    if view.order.refund_minor:
        known["refund_minor"] = str(view.order.refund_minor)
    return known | dict(_told(known, fills))


def _told(known: Mapping[str, str], fills: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What the operator's answers and typed days say beyond the import; a day on record stands."""
    if known.get("delivery_known") == "True":
        yield "tracking", "delivered"
    for name, (fact, state, so) in _TYPED_DAYS.items():
        day = typed_day(fills.get(name, "")) if fact not in known else None
        if day is not None:
            yield fact, day.isoformat()
            yield state, so


def _missing_items(view: CaseView) -> int:
    kept = {file.item for file in view.case.evidence}
    platform = view.order.platform
    return sum(
        item.required and item.id not in kept and (not item.platforms or platform in item.platforms)
        for place in view.walk.path
        for item in place.step.items
    )


def _review_requests(cases: tuple[Case, ...], policy: Policy) -> int:
    sent = (event.data for case in cases for event in case.sent if event.data.get("audience") == Audience.BUYER.value)
    return sum(policy.asks_for_review(str(data.get("text", "")), str(data.get("language", "en"))) for data in sent)


def _earlier(case: Case, audience: Audience) -> str:
    sent = [event for event in case.sent if event.data.get("audience") == audience.value]
    return str(sent[-1].data.get("text", "")) if sent else ""


def _window(view: CaseView, now: datetime, policy: Policy, deadlines: Deadlines) -> str:
    """Whether the platform still lets the shop write of its own accord; a buyer who has written may be answered.

    Empty where the platform is not known to end it, or nobody knows when it began.
    """
    window = policy.limits.window(view.order.platform)
    if window is None or deadlines.find(window.rule) is None:
        return ""
    facts = view.facts.values()
    heard = any(facts.get(name) for name in _BUYER_WROTE) or any(
        place.state == "done" and place.step.wait_for == "buyer" and place.answer == "done" for place in view.walk.path
    )
    if heard:
        return "open"
    began = parse_moment(str(facts[window.starts])) if facts.get(window.starts) else None
    if began is None:
        return ""
    return "open" if now <= deadlines.compute(window.rule, began, view.order.marketplace).outer else "closed"


def _spelt_right(order: Order) -> Iterator[str]:
    yield from (order.buyer_name, order.ship_name, order.buyer_username, order.ship_address, order.ship_city)
    yield from (order.ship_state, order.ship_country)
    for line in order.lines:
        yield from (line.title, line.sku, line.variation)
    for parcel in order.shipments:
        yield from (parcel.carrier, parcel.service)
