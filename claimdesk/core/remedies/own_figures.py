"""The shop's own figures behind the comparison: a month's profit, defects in the window, exchange rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimdesk.core.records.money import Money
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.core.remedies.knowledge import RemedyKnowledge
    from claimdesk.core.shop.shop import Shop

# Settings of the data folder: a month's contribution profit ({"minor", "currency"}), defects in the window by platform.
PROFIT = "remedies.monthly_profit"
DEFECTS = "remedies.defects"
RATES = "remedies.rates"  # the owner's units per US dollar, by currency, as text
_MOST_DEFECTS = 100_000
_MOST_RATE = Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of a currency that make about one US dollar; `own` is the owner's, None while the shipped one counts."""

    currency: str
    shipped: Decimal
    own: Decimal | None

    @property
    def value(self) -> Decimal:
        """The rate that counts."""
        return self.shipped if self.own is None else self.own


@dataclass(frozen=True, slots=True)
class Figures:
    """What the owner gave, beside what is shipped. `rates_source` and `defect_source` say where the shipped is from."""

    profit: Money | None
    defects: Mapping[str, int]
    rates: tuple[Rate, ...]
    rates_source: str
    rates_checked: str
    defect_source: str
    defect_checked: str


class OwnFigures:
    """Reads, keeps and resets them."""

    def __init__(self, shop: Shop, knowledge: RemedyKnowledge) -> None:
        self._shop, self._knowledge = shop, knowledge

    def all(self) -> Figures:
        """Every figure as it stands."""
        profit, own = self._shop.get(PROFIT, None), self.own_rates()
        known = self._knowledge
        return Figures(
            profit=Money(int(profit["minor"]), str(profit["currency"])) if profit else None,
            defects={str(name): int(count) for name, count in (self._shop.get(DEFECTS, None) or {}).items()},
            rates=tuple(Rate(code, rate, own.get(code)) for code, rate in sorted(known.per_usd.items())),
            rates_source=known.rates_source,
            rates_checked=known.rates_checked,
            defect_source=known.defects.source,
            defect_checked=known.defects.checked.isoformat(),
        )

    def own_rates(self) -> dict[str, Decimal]:
        """The owner's rates by currency."""
        return {code: Decimal(rate) for code, rate in (self._shop.get(RATES, None) or {}).items()}

    def set_profit(self, profit: Money | None) -> None:
        """Keep a month's contribution profit; None forgets it. Raises Problem `figure_out_of_range`."""
        if profit is not None and profit.minor < 0:
            raise Problem("figure_out_of_range", value=str(profit.decimal()))
        self._shop.set(PROFIT, None if profit is None else {"minor": profit.minor, "currency": profit.currency})

    def set_defects(self, platform: str, count: int | None) -> None:
        """Keep how many defects a platform counts now; None forgets it. Raises Problem `figure_out_of_range`."""
        if count is not None and not 0 <= count <= _MOST_DEFECTS:
            raise Problem("figure_out_of_range", value=str(count))
        kept = {**(self._shop.get(DEFECTS, None) or {}), platform: count}
        self._shop.set(DEFECTS, {name: value for name, value in kept.items() if value is not None})

    def set_rate(self, currency: str, rate: Decimal | None) -> None:
        """Let another rate count for a currency; None goes back to the shipped one. Raises Problem.

        Codes: `figure_out_of_range`, `cost_currency_unknown` for a currency that is not among those shipped.
        """
        if currency not in self._knowledge.per_usd:
            raise Problem("cost_currency_unknown", value=currency)
        if rate is not None and not (rate.is_finite() and 0 < rate <= _MOST_RATE):
            raise Problem("figure_out_of_range", value=str(rate))
        kept = {**{code: str(value) for code, value in self.own_rates().items()}, currency: rate and str(rate)}
        self._shop.set(RATES, {code: value for code, value in kept.items() if value is not None})
