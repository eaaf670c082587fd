"""Fills the assumptions of one order: estimates first, then whatever is known better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.money import minor_digits
from claimdesk.core.records.orders import Order
from claimdesk.core.remedies.assumptions import Assumption, Assumptions, Exchange, Origin
from claimdesk.core.remedies.cost_sheet import SkuCost
from claimdesk.core.remedies.knowledge import RemedyKnowledge
from claimdesk.core.remedies.schema import AssumptionCase, AssumptionText

_DEFAULT_CURRENCY = "USD"


class Filling:
    """The assumptions while they are gathered."""

    def __init__(self, knowledge: RemedyKnowledge, exchange: Exchange, order: Order, values: Mapping[str, Any]) -> None:
        self.currency = order.currency or _DEFAULT_CURRENCY
        self._exchange, self._order = exchange, order
        self._fees = knowledge.fees_of(order.platform)
        self._media = False
        revenue = Decimal(max(0, (order.total_minor or 0) - (order.tax_minor or 0)))
        self._items: dict[str, Assumption] = {}
        for text in knowledge.assumptions:
            case = next((c for c in text.cases if holds(c.when, values)), text)
            self._items[text.id] = _item(text, self._amount(case, revenue), order.platform)
        if order.total_minor is not None:
            self._set("revenue", revenue, Origin.ORDER)
        known = Origin.KNOWN if self._fees.confidence == "high" else Origin.ESTIMATE
        self._set("referral", self._fees.referral, known)

    def _amount(self, case: AssumptionCase, revenue: Decimal) -> Decimal:
        if case.share is not None:
            return case.share
        if case.of_revenue is not None:
            return (case.of_revenue * revenue).quantize(Decimal(1))
        return self._exchange.from_usd(case.usd or Decimal(0), self.currency)

    def _set(self, name: str, value: Decimal, origin: Origin) -> None:
        self._items[name] = replace(self._items[name], value=value, origin=origin)

    def from_shop(self, name: str, value: Decimal) -> None:
        """Take the shop's own figure."""
        self._set(name, value.quantize(Decimal(1)), Origin.SHOP)

    def from_history(self, name: str, value: Decimal) -> None:
        """Take what similar cases show."""
        self._set(name, value, Origin.HISTORY)

    def from_costs(self, costs: Mapping[str, SkuCost | None]) -> None:
        """Take the costs of the order's SKUs where every line has them: goods add up, the dearest freight counts."""
        lines = [(costs.get(line.sku), max(1, line.quantity or 1)) for line in self._order.lines]
        found = [(cost, count) for cost, count in lines if cost is not None]
        if not found or len(found) < len(lines):
            return
        units = [self._here(cost, cost.unit_minor, count) for cost, count in found]
        goods = [unit for unit in units if unit is not None]
        if len(goods) == len(units):
            self._set("unit_cost", sum(goods, Decimal(0)), Origin.COSTS)
        for name, freights in (
            ("reship", [self._here(cost, cost.reship_minor) for cost, _ in found]),
            ("return_label", [self._here(cost, cost.return_minor) for cost, _ in found]),
        ):
            known = [freight for freight in freights if freight is not None]
            # A default of nothing says that the buyer pays: then the freight is none of ours.
            if known and self._items[name].value:
                self._set(name, max(known), Origin.COSTS)
        rates = [cost.referral for cost, _ in found if cost.referral is not None]
        if len(rates) == len(found):
            self._set("referral", max(rates), Origin.COSTS)
        self._media = all(cost.media for cost, _ in found)

    def _here(self, cost: SkuCost, minor: int | None, count: int = 1) -> Decimal | None:
        return None if minor is None else self._exchange.between(Decimal(minor * count), cost.currency, self.currency)

    def done(self) -> Assumptions:
        """What was gathered."""
        cap = self._fees.kept_cap.get(self.currency)
        return Assumptions(
            currency=self.currency,
            items=self._items,
            kept_share=self._fees.kept_share,
            kept_cap=None if cap is None else cap.scaleb(minor_digits(self.currency)),
            keeps_on_full=self._fees.media_kept or not self._media,
        )


def _item(text: AssumptionText, value: Decimal, platform: str) -> Assumption:
    label = text.called.get(platform, text.label)
    risk = text.risk_called.get(platform, text.risk)
    return Assumption(text.id, label, text.kind, value, Origin.ESTIMATE, text.main, text.source, risk)
