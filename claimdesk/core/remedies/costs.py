"""What the goods cost the shop, per SKU: kept in the settings, filled by hand or from a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from claimdesk.core.importing.headings import normal_heading
from claimdesk.core.records.problems import Problem, RowIssue
from claimdesk.core.records.tasks import Task
from claimdesk.core.remedies.cost_sheet import NOTES, SkuCost, read_cost_sheet
from claimdesk.core.shop.shop import Shop

_PREFIX = "cost."
_AMOUNTS = ("unit_minor", "reship_minor", "return_minor")


@dataclass(frozen=True, slots=True)
class CostChange:
    """What becomes of one SKU; `old` is None for one that is new, `new` for one that is forgotten."""

    old: SkuCost | None
    new: SkuCost | None


@dataclass(frozen=True, slots=True)
class CostImport:
    """What reading a sheet did, or would do in a dry run: counts are SKUs, issues name rows of the sheet."""

    file: str
    rows: int
    new: int
    updated: int
    unchanged: int
    issues: tuple[RowIssue, ...]
    changes: tuple[CostChange, ...] = ()


class Costs:
    """The shop's costs by SKU; the case and width of a SKU's letters do not matter."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def of(self, sku: str) -> SkuCost | None:
        """The costs of a SKU; None when nobody gave any."""
        return _cost(self._shop.get(_key(sku), None)) if sku.strip() else None

    def all(self) -> tuple[SkuCost, ...]:
        """Every SKU with costs, by SKU."""
        found = (_cost(value) for value in self._shop.starting(_PREFIX).values())
        return tuple(sorted((cost for cost in found if cost is not None), key=lambda cost: cost.sku.casefold()))

    def keep(self, costs: Iterable[SkuCost]) -> None:
        """Keep these, all or none, in place of what was known of their SKUs.

        Raises Problem `cost_sku_empty`, or `cost_out_of_range` for a negative amount or a share outside 0 to 1.
        """
        self._shop.set_all({_key(cost.sku): _data(cost) for cost in costs})

    def remove(self, sku: str) -> None:
        """Forget the costs of a SKU."""
        self._shop.set(_key(sku), None)

    def put_back(self, changes: Iterable[CostChange]) -> None:
        """Take changes back, all or none: each SKU is as it was before."""
        values: dict[str, Any] = {}
        for change in changes:
            for cost in (change.new, change.old):
                if cost is not None:
                    values[_key(cost.sku)] = None if cost is not change.old else _data(cost)
        self._shop.set_all(values)

    def import_sheet(self, path: Path, currency: str, *, dry_run: bool = False, task: Task | None = None) -> CostImport:
        """Take over a sheet (Excel, CSV): its SKUs replace what was known of them, others stay.

        `currency` is that of amounts whose row and sign name none. Rows that cannot be used are left out and named.
        Raises Problem `cost_sheet_unknown` when no row of headings names SKU and an amount, and those of the readers.
        """
        sheet = read_cost_sheet(path, currency, task or Task())
        known = {_key(cost.sku): cost for cost in self.all()}
        before = [(known.get(_key(cost.sku)), cost) for cost in sheet.costs]
        pairs = [(old, _merged(old, new)) for old, new in before]
        changes = tuple(CostChange(old, new) for old, new in pairs if old != new)
        changed = [change.new for change in changes if change.new is not None]
        new = sum(old is None for old, _ in before)
        if not dry_run:
            self.keep(changed)
        counts = (new, len(changed) - new, len(before) - len(changed))
        return CostImport(path.name, sheet.rows, *counts, issues=sheet.issues, changes=changes)


def _merged(old: SkuCost | None, new: SkuCost) -> SkuCost:
    """A sheet without a column says nothing about it; amounts in another currency are not mixed."""
    if old is None or old.currency != new.currency:
        return new
    return SkuCost(
        sku=new.sku,
        currency=new.currency,
        unit_minor=old.unit_minor if new.unit_minor is None else new.unit_minor,
        reship_minor=old.reship_minor if new.reship_minor is None else new.reship_minor,
        return_minor=old.return_minor if new.return_minor is None else new.return_minor,
        referral=old.referral if new.referral is None else new.referral,
        media=old.media if new.media is None else new.media,
        notes=new.notes or old.notes,
    )


def _key(sku: str) -> str:
    folded = normal_heading(sku)
    if not folded:
        raise Problem("cost_sku_empty")
    return _PREFIX + folded


def _data(cost: SkuCost) -> dict[str, Any]:
    amounts = {name: getattr(cost, name) for name in _AMOUNTS}
    if any(value is not None and value < 0 for value in amounts.values()):
        raise Problem("cost_out_of_range", sku=cost.sku)
    if cost.referral is not None and not 0 <= cost.referral <= 1:
        raise Problem("cost_out_of_range", sku=cost.sku)
    referral = None if cost.referral is None else str(cost.referral)
    return {
        "sku": cost.sku.strip(), "currency": cost.currency, **amounts, "referral": referral, "media": cost.media,
        "notes": cost.notes.strip()[:NOTES],
    }  # fmt: skip


def _cost(data: Any) -> SkuCost | None:
    if not isinstance(data, dict):
        return None
    referral = data.get("referral")
    return SkuCost(
        sku=data["sku"],
        currency=data["currency"],
        unit_minor=data.get("unit_minor"),
        reship_minor=data.get("reship_minor"),
        return_minor=data.get("return_minor"),
        referral=None if referral is None else Decimal(referral),
        media=data.get("media"),
        notes=str(data.get("notes") or ""),
    )
