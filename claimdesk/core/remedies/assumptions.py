"""What a comparison assumes for one order: each value with where it came from, and what the operator changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.money import minor_digits
from claimdesk.core.remedies.arithmetic import Chances, Fees, Inputs

_LARGEST = Decimal(10) ** 12


class Origin(StrEnum):
    """Where a value came from."""

    ORDER = "order"
    COSTS = "costs"  # the shop's costs of the SKU
    SHOP = "shop"  # the shop's orders, defects and profit
    HISTORY = "history"  # similar cases
    KNOWN = "known"  # a platform's published figure
    ESTIMATE = "estimate"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One value: minor units of the order's currency for money, 0 to 1 for a share. `main` ones are always shown.

    `risk` is what the chance that it comes true is called among the costs; None where there is no such chance.
    """

    id: str
    label: Bilingual
    kind: str  # money, share
    value: Decimal
    origin: Origin
    main: bool
    source: str
    risk: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All that is assumed about one order."""

    currency: str
    items: Mapping[str, Assumption]
    kept_share: Decimal = Decimal(0)
    kept_cap: Decimal | None = None  # minor units
    keeps_on_full: bool = True
    edits: Mapping[str, Decimal] = field(default_factory=dict)

    def value(self, name: str) -> Decimal:
        """The value of an assumption."""
        return self.items[name].value

    def changed(self, edits: Mapping[str, Decimal]) -> Assumptions:
        """With the operator's values in place of the defaults; unknown names and impossible values are left out."""
        good = {name: value for name, value in edits.items() if name in self.items and self._can_be(name, value)}
        items = {
            name: replace(item, value=good[name], origin=Origin.YOURS) if name in good else item
            for name, item in self.items.items()
        }
        return replace(self, items=items, edits=good)

    def kept(self) -> dict[str, Any]:
        """What a case keeps of the operator's values, as JSON can hold it; `restored` reads it."""
        values = {name: str(value) for name, value in self.edits.items()}
        return {"assumptions": {"currency": self.currency, "values": values}}

    def restored(self, data: Mapping[str, Any] | None) -> Assumptions:
        """With the values that a case kept; amounts of another currency count no longer."""
        saved = (data or {}).get("assumptions")
        if not isinstance(saved, dict) or saved.get("currency") != self.currency:
            return self
        found: dict[str, Decimal] = {}
        for name, text in dict(saved.get("values") or {}).items():
            try:
                found[str(name)] = Decimal(str(text))
            except InvalidOperation:
                continue
        return self.changed(found)

    def _can_be(self, name: str, value: Decimal) -> bool:
        top = Decimal(1) if self.items[name].kind == "share" else _LARGEST
        return value.is_finite() and 0 <= value <= top

    @property
    def estimated(self) -> tuple[str, ...]:
        """The shown values that nobody has confirmed."""
        return tuple(item.id for item in self.items.values() if item.main and item.origin is Origin.ESTIMATE)

    def inputs(self) -> Inputs:
        """What the formulas take."""
        value = self.value
        return Inputs(
            revenue=value("revenue"),
            unit_cost=value("unit_cost"),
            reship=value("reship"),
            return_label=value("return_label"),
            handling=value("handling"),
            resale=value("resale"),
            partial=value("partial"),
            insurance=value("insurance"),
            labour=value("labour"),
            defect=value("defect"),
            fees=Fees(value("referral"), self.kept_share, self.kept_cap, self.keeps_on_full),
            chances=Chances(
                keep=value("risk_keep"),
                returned=value("risk_return"),
                resend=value("risk_resend"),
                partial=value("risk_partial"),
                lose=value("lose"),
                accept=value("accept"),
            ),
        )


class Exchange:
    """Brings amounts from one currency to another by rough rates."""

    def __init__(self, per_usd: Mapping[str, Decimal]) -> None:
        self._per_usd = per_usd

    def from_usd(self, usd: Decimal, currency: str) -> Decimal:
        """Minor units of a currency, whole ones; an unknown currency counts as the dollar."""
        return (usd * self._per_usd.get(currency, Decimal(1))).scaleb(minor_digits(currency)).quantize(Decimal(1))

    def between(self, minor: Decimal, have: str, want: str) -> Decimal:
        """Minor units of one currency as those of another; the same when the currencies are."""
        if have == want:
            return minor
        usd = minor.scaleb(-minor_digits(have)) / self._per_usd.get(have, Decimal(1))
        return self.from_usd(usd, want)
