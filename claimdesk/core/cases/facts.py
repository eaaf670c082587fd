"""What is known about a case: the facts of its order, and what its own timeline adds.

Facts come in this order, the later ones win: the order (`orders.facts`), what the case has kept and done (here), and
what was read from mails and messages: `issue`, `claim`, `claim_at`, `contact_at`, `info_at`, `decided_at`,
`chargeback`. The last are None until an intake reads them, unless the order's own events (returns, claims, feedback)
tell them; `read_facts` is their one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from claimdesk.core.cases.notices import notice_facts
from claimdesk.core.messages.facts import contact_facts
from claimdesk.core.orders.facts import order_facts
from claimdesk.core.orders.spans import days_since
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Case
from claimdesk.core.records.facts import Fact, Facts
from claimdesk.core.records.moments import moment_text, parse_moment
from claimdesk.core.records.orders import Order
from claimdesk.core.records.replies import Audience
from claimdesk.core.scenarios.walk import Walk

_CASE = Bilingual("From the case", "来自案件")
_ZONE = Bilingual("The zone of the marketplace", "站点所在的时区")
_UNREAD = Bilingual("No message about this order has been read", "没有读到关于这个订单的消息")
_READ = ("issue", "claim", "claim_at", "contact_at", "info_at", "decided_at", "chargeback")


def case_facts(case: Case, order: Order, now: datetime, zone: str) -> Facts:
    """The order's facts with the case's own: `opened_at`, `replied_at`, `messages_sent`, `evidence_files`, and what was read.

    `delivery_known` is whether the delivery is on record: by the order here, or by an answer (`proven_facts`).
    `replied_at` is when the buyer was first written to in this case; `zone` is the IANA name of the marketplace's
    zone, in which reasons name days.
    """
    found = dict(order_facts(order, now, zone).items)
    found.update((fact.name, fact) for fact in _kept(case))
    # What no message told must not hide what an import tells.
    found.update(
        {
            name: fact
            for name, fact in read_facts(notice_facts(case.notices)).items()
            if fact.value is not None or name not in found
        }
    )
    # What the buyer asked before the case counts, whoever else tells of it; later messages do not change the question.
    found.update((fact.name, fact) for fact in contact_facts(order.messages, case.opened_at))
    tracking = found["tracking"]
    found["delivery_known"] = Fact("delivery_known", tracking.value == "delivered", tracking.because)
    found["days_since_decision"] = _since_decision(found["decided_at"], now)
    found["zone"] = Fact("zone", zone, _ZONE)
    return Facts(found)


def read_facts(read: Iterable[Fact]) -> Mapping[str, Fact]:
    """The facts that only mails and messages tell; what none told is None and says so."""
    return {**{name: Fact(name, None, _UNREAD) for name in _READ}, **{fact.name: fact for fact in read}}


def proven_facts(facts: Facts, path: Walk) -> Facts:
    """The facts with what the done steps of a path made true (a refund that was made and is in no import yet)."""
    known = facts.values()
    proven = {
        name: Fact(name, value=True, because=place.step.title)
        for place in path.path
        if place.state == "done"
        for name in place.proven
        if known.get(name) is not True
    }
    return Facts({**facts.items, **proven}) if proven else facts


def _since_decision(decided: Fact, now: datetime) -> Fact:
    """How many whole days ago the platform decided; None while no notice of it was read."""
    moment = parse_moment(str(decided.value)) if decided.value else None
    return Fact("days_since_decision", None if moment is None else days_since(now, moment), decided.because)


def _kept(case: Case) -> Iterator[Fact]:
    yield Fact("opened_at", moment_text(case.opened_at), _CASE)
    replied = next((event.at for event in case.sent if event.data.get("audience") == Audience.BUYER.value), None)
    yield Fact("replied_at", moment_text(replied), _CASE)
    yield Fact("messages_sent", len(case.sent), _CASE)
    yield Fact("evidence_files", len(case.evidence), _CASE)


def unanswered_messages(case: Case, path: Walk) -> int:
    """Messages sent to the buyer since the buyer last answered, as far as the case knows: a finished wait is an answer."""
    waits = [s.step.id for s in path.path if s.state == "done" and s.step.wait_for == "buyer" and s.answer == "done"]
    answered = max((case.answers[step].at for step in waits), default=case.opened_at)
    return sum(event.at > answered for event in case.sent if event.data.get("audience") == "buyer")
