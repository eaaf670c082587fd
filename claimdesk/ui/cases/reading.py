"""What the list reads, in one job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import CaseRow
from claimdesk.core.records.shops import ShopRow
from claimdesk.ui.cases.saved import KEY, OwnFilter, read

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk


@dataclass(frozen=True, slots=True)
class CaseBook:
    """All cases with what is needed to sort them into filters: scenario families and names of marketplaces."""

    rows: tuple[CaseRow, ...]
    families: Mapping[str, str]  # scenario id -> family
    scenarios: tuple[tuple[str, Bilingual], ...]  # id, title of those that have cases
    markets: Mapping[str, Bilingual]
    orders: int
    shops: tuple[ShopRow, ...]
    own: tuple[OwnFilter, ...]


def read_cases(desk: Desk, now: datetime) -> CaseBook:
    """Read everything the list and Today show of cases; for a lane, never for the main thread."""
    rows = tuple(desk.cases.rows(now))
    used = {row.scenario for row in rows}
    every = desk.scenarios.all()
    return CaseBook(
        rows=rows,
        families={scenario.id: scenario.family for scenario in every},
        scenarios=tuple((s.id, s.title) for s in every if s.id in used),
        markets=market_titles(),
        orders=desk.orders.count(),
        shops=desk.shops.all(),
        own=read(desk.shop.get(KEY, [])),
    )


def market_titles() -> Mapping[str, Bilingual]:
    """Marketplace to its name."""
    from claimdesk.core.deadlines.marketplaces import Marketplaces  # read with the first list, not with the frame

    return {market.id: market.title for market in Marketplaces.load().all()}
