"""The remedies for one order, compared by what they are expected to cost."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.orders import Order, OrderFilter
from claimdesk.core.remedies.assumptions import Assumptions, Exchange
from claimdesk.core.remedies.comparison import Comparison, compared
from claimdesk.core.remedies.costs import Costs
from claimdesk.core.remedies.defects import Standing, defect_value
from claimdesk.core.remedies.filling import Filling
from claimdesk.core.remedies.history import Share, lost_share
from claimdesk.core.remedies.knowledge import RemedyKnowledge
from claimdesk.core.remedies.own_figures import DEFECTS, PROFIT, OwnFigures
from claimdesk.core.remedies.rules import Ruling, rulings, with_signals
from claimdesk.core.shop.shop import Shop


class Remedies:
    """What each remedy costs; changes nothing but the shop's costs."""

    def __init__(self, orders: Orders, shop: Shop, knowledge: RemedyKnowledge) -> None:
        self._orders, self._shop, self._knowledge = orders, shop, knowledge
        self.costs = Costs(shop)
        self.figures = OwnFigures(shop, knowledge)

    @classmethod
    def load(cls, orders: Orders, shop: Shop) -> Remedies:
        """With the shipped knowledge. Raises Problem `knowledge_faulty` for a faulty file."""
        return cls(orders, shop, RemedyKnowledge.load())

    def assumptions(
        self,
        order: Order,
        facts: Mapping[str, FactValue],
        answers: Mapping[str, str],
        now: datetime,
        similar: Share | None = None,
    ) -> Assumptions:
        """What is assumed of an order before the operator changes anything.

        From the order, the costs of its SKUs, the shop's own figures, and `similar` cases once there are enough of
        them; else from the shipped estimates, chosen by facts and answers (option by step).
        """
        values = self._values(facts, answers)
        filling = Filling(self._knowledge, self._exchange(), order, values)
        filling.from_costs({line.sku: self.costs.of(line.sku) for line in order.lines if line.sku.strip()})
        value = self._defect(order, now, filling.currency)
        if value is not None:
            filling.from_shop("defect", value)
        if similar is not None and similar.decided >= self._knowledge.defects.similar.enough:
            filling.from_history("lose", similar.value)
        return filling.done()

    def compare(
        self,
        facts: Mapping[str, FactValue],
        answers: Mapping[str, str],
        assumptions: Assumptions,
        only: Collection[str] = (),
    ) -> Comparison:
        """The remedies that make sense, under the rules and these assumptions; nothing is read or written.

        `only` names those that the scenario compares; without it all are.
        """
        values = self._values(facts, answers)
        named = (o for o in self._knowledge.options if o.id in only) if only else self._knowledge.options
        options = tuple(o for o in named if holds(o.when, values))
        return compared(options, assumptions, rulings(self._knowledge.rules, values), self._knowledge.close_under)

    def forbidden(self, facts: Mapping[str, FactValue], answers: Mapping[str, str]) -> Mapping[str, Ruling]:
        """The remedies that a rule forbids in this situation, and why."""
        return rulings(self._knowledge.rules, self._values(facts, answers)).forbidden

    def similar(self, scenario: str, rows: Iterable[CaseRow], *, but: int = 0) -> Share | None:
        """How often closed cases of a scenario were lost among those decided; None when none was. `but` is left out."""
        counted = self._knowledge.defects.similar
        outcomes = [row.outcome for row in rows if row.scenario == scenario and row.id != but]
        lost = sum(outcome in counted.lost for outcome in outcomes)
        return lost_share(lost, lost + sum(outcome in counted.won for outcome in outcomes))

    def _values(self, facts: Mapping[str, FactValue], answers: Mapping[str, str]) -> dict[str, Any]:
        return with_signals(self._knowledge.rules, {**facts, **answers})

    def _exchange(self) -> Exchange:
        return Exchange({**self._knowledge.per_usd, **self.figures.own_rates()})

    def _defect(self, order: Order, now: datetime, currency: str) -> Decimal | None:
        """The cost of one more defect by the shop's own figures; None while the owner has given no profit."""
        profit = self._shop.get(PROFIT, None)
        if not profit:
            return None
        since = (now - timedelta(days=self._knowledge.defects.window_days)).date().isoformat()
        wanted = OrderFilter(platforms=(order.platform,), purchased_from=since)
        orders = self._orders.page(wanted, limit=1, now=now).total
        defects = int(self._shop.get(DEFECTS, {}).get(order.platform, 0))
        minor = self._exchange().between(Decimal(profit["minor"]), profit["currency"], currency)
        return defect_value(Standing(orders, defects, minor), self._knowledge.defects)
