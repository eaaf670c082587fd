"""What is known about a case: the facts of its order, and what its own timeline adds."""

from __future__ import annotations

from datetime import datetime

from claimdesk.core.orders.facts import order_facts
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Case
from claimdesk.core.records.facts import Fact, Facts, FactValue
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.orders import Order

_CASE = Bilingual("From the case", "来自案件")


def case_facts(case: Case, order: Order, now: datetime) -> Facts:
    """The order's facts, with the case's own: `opened_at`, `sent` (messages sent), `evidence` (files kept)."""
    own: dict[str, FactValue] = {
        "opened_at": moment_text(case.opened_at),
        "sent": len(case.sent),
        "evidence": len(case.evidence),
    }
    found = dict(order_facts(order, now).items)
    found.update({name: Fact(name, value, _CASE) for name, value in own.items()})
    return Facts(found)
