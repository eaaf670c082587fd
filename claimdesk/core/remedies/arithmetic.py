"""The expected cost of each remedy: pure arithmetic in Decimal, every amount in minor units of one currency.

`R` is revenue, `C` unit cost, `f` the referral fee's share, `w` the cost of one defect, as the trade writes them.
Nothing is rounded here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Fees:
    """What the platform keeps of its referral fee on a refund: `kept_share` of it, at most `kept_cap` minor units."""

    referral: Decimal = _ZERO
    kept_share: Decimal = _ZERO
    kept_cap: Decimal | None = None
    keeps_on_full: bool = True  # False: a full refund returns the whole fee (media)


@dataclass(frozen=True, slots=True)
class Chances:
    """Chances, 0 to 1, that a remedy still ends in a claim at the seller's cost; `accept`: a part is accepted."""

    keep: Decimal = _ZERO
    returned: Decimal = _ZERO
    resend: Decimal = _ZERO
    partial: Decimal = _ZERO
    lose: Decimal = _ZERO
    accept: Decimal = _ZERO


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything the formulas take. Amounts in minor units, shares between 0 and 1."""

    revenue: Decimal
    unit_cost: Decimal = _ZERO
    reship: Decimal = _ZERO
    return_label: Decimal = _ZERO  # nothing when the buyer pays it
    handling: Decimal = _ZERO
    resale: Decimal = _ZERO  # share of the unit cost
    partial: Decimal = _ZERO  # share of the revenue
    insurance: Decimal = _ZERO
    labour: Decimal = _ZERO
    defect: Decimal = _ZERO
    fees: Fees = field(default_factory=Fees)
    chances: Chances = field(default_factory=Chances)

    def losing(self, chance: Decimal) -> Inputs:
        """The same with another chance of losing a contest."""
        return replace(self, chances=replace(self.chances, lose=chance))


@dataclass(frozen=True, slots=True)
class Parts:
    """What a cost is made of. All but `risk` is paid for certain; goods that can be sold again count negative."""

    refund: Decimal = _ZERO
    goods: Decimal = _ZERO
    freight: Decimal = _ZERO
    time: Decimal = _ZERO
    risk: Decimal = _ZERO

    @property
    def total(self) -> Decimal:
        """The expected cost."""
        return self.refund + self.goods + self.freight + self.time + self.risk

    def __add__(self, other: Parts) -> Parts:
        return Parts(
            self.refund + other.refund,
            self.goods + other.goods,
            self.freight + other.freight,
            self.time + other.time,
            self.risk + other.risk,
        )

    def times(self, weight: Decimal) -> Parts:
        """Each part, weighted."""
        return Parts(
            self.refund * weight, self.goods * weight, self.freight * weight, self.time * weight, self.risk * weight
        )


def kept_fee(revenue: Decimal, fees: Fees) -> Decimal:
    """What the platform keeps of the fee on `revenue` when that is refunded."""
    kept = fees.kept_share * fees.referral * revenue
    return kept if fees.kept_cap is None else min(fees.kept_cap, kept)


def _kept_on_full(inputs: Inputs) -> Decimal:
    return kept_fee(inputs.revenue, inputs.fees) if inputs.fees.keeps_on_full else _ZERO


def refund_base(inputs: Inputs) -> Decimal:
    """Cash lost by a full refund; goods and outbound freight are spent either way."""
    return inputs.revenue - (inputs.fees.referral * inputs.revenue - _kept_on_full(inputs))


def loss(inputs: Inputs) -> Decimal:
    """What a claim granted at the seller's cost takes: the refund and one defect."""
    return refund_base(inputs) + inputs.defect


def keep(inputs: Inputs) -> Parts:
    """Full refund, the buyer keeps the item."""
    return Parts(refund=refund_base(inputs), risk=inputs.chances.keep * inputs.defect)


def returned(inputs: Inputs) -> Parts:
    """Full refund once the item is back."""
    return Parts(
        refund=refund_base(inputs),
        goods=-inputs.resale * inputs.unit_cost,
        freight=inputs.return_label,
        time=inputs.handling,
        risk=inputs.chances.returned * inputs.defect,
    )


def resend(inputs: Inputs) -> Parts:
    """The item is sent again; what carrier or insurance pays comes off the freight."""
    return Parts(
        goods=inputs.unit_cost,
        freight=inputs.reship - inputs.insurance,
        risk=inputs.chances.resend * loss(inputs),
    )


def accepted_part(inputs: Inputs) -> Parts:
    """A partial refund that the buyer has accepted."""
    amount = inputs.partial * inputs.revenue
    refund = amount - (inputs.fees.referral * amount - kept_fee(amount, inputs.fees))
    return Parts(refund=refund, risk=inputs.chances.partial * loss(inputs))


def offered_part(inputs: Inputs, otherwise: Parts) -> Parts:
    """The offer of a partial refund, with what follows when it is declined, each by its chance."""
    accept = inputs.chances.accept
    return accepted_part(inputs).times(accept) + otherwise.times(_ONE - accept)


def contest(inputs: Inputs) -> Parts:
    """Answer the claim and let the platform decide."""
    return Parts(time=inputs.labour, risk=inputs.chances.lose * loss(inputs))


def break_even(inputs: Inputs) -> Decimal | None:
    """The revenue above which a replacement is cheaper than refund-and-keep, risk left out; None when it never is."""
    keeps = _ONE - inputs.fees.referral
    if keeps <= 0:
        return None
    return (inputs.unit_cost + inputs.reship - _kept_on_full(inputs)) / keeps


def break_even_at_risk(inputs: Inputs) -> Decimal | None:
    """The same with the chance of a second failure priced in."""
    plain = break_even(inputs)
    return None if plain is None else plain + inputs.chances.resend * loss(inputs) / (_ONE - inputs.fees.referral)
