"""The shop's costs per SKU as a workbook that can be changed and brought in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from claimdesk.core.remedies.cost_sheet import SkuCost
from claimdesk.core.reporting.cells import SHARE_FORMAT, CellWriter
from claimdesk.core.storage.atomic import replace_file

if TYPE_CHECKING:
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.remedies.costs import Costs

# Headings that the reading of a sheet knows; the item is only for the eye.
_COLUMNS = (("SKU", 22), ("Item", 44), ("Currency", 10), ("Unit cost", 12), ("Reship freight", 14),
            ("Return freight", 14), ("Referral rate", 13), ("Media", 8), ("Notes", 44))  # fmt: skip


class CostFiles:
    """Writes the costs out."""

    def __init__(self, costs: Costs, orders: Orders) -> None:
        self._costs, self._orders = costs, orders

    def export(self, target: Path) -> tuple[Path, int]:
        """Write every cost into a workbook: the path it has in the end, and how many rows. Raises Problem."""
        costs, titles = self._costs.all(), self._orders.sku_titles()
        return replace_file(target, lambda file: _write(file, costs, titles)), len(costs)


def _write(file: BinaryIO, costs: Iterable[SkuCost], titles: Mapping[str, str]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Costs")
    sheet.freeze_panes = "B2"
    for at, (_, width) in enumerate(_COLUMNS):
        sheet.column_dimensions["ABCDEFGHI"[at]].width = width
    cells = CellWriter(sheet, ZoneInfo("UTC"))
    sheet.append([cells.text(heading, "heading") for heading, _ in _COLUMNS])
    for cost in costs:
        media = "" if cost.media is None else "yes" if cost.media else "no"
        sheet.append([
            cells.text(cost.sku), cells.text(titles.get(cost.sku, "")), cells.text(cost.currency),
            cells.money(cost.unit_minor, cost.currency), cells.money(cost.reship_minor, cost.currency),
            cells.money(cost.return_minor, cost.currency), cells.number(cost.referral, SHARE_FORMAT),
            cells.text(media), cells.text(cost.notes, "wrapped"),
        ])  # fmt: skip
    book.save(file)
