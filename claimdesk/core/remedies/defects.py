"""What one more order defect costs a shop: our own model, with its numbers in `resources/remedies/defects.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from claimdesk.core.remedies.schema import DefectModel


@dataclass(frozen=True, slots=True)
class Standing:
    """How the shop stands: orders and defects inside the platform's window, and a month's contribution profit.

    `profit_minor` is in minor units of the currency that the result shall have.
    """

    orders: int
    defects: int
    profit_minor: Decimal


def allowed_defects(orders: int, target: Decimal) -> int:
    """The most defects that keep the rate below the target; none for a hundred orders or fewer at 1 %."""
    return max(0, int((orders * target).to_integral_value(ROUND_CEILING)) - 1)


def defect_value(standing: Standing, model: DefectModel) -> Decimal:
    """The cost of one more defect in minor units: chance of trouble × monthly profit × risk factor."""
    chance = model.worst
    if standing.orders > 0:
        rate = Decimal(standing.defects + 1) / standing.orders
        chance = next((step.chance for step in model.steps if rate < step.below), model.worst)
    return chance * standing.profit_minor * model.risk_factor
