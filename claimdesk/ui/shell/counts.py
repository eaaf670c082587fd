"""What the frame counts: orders, due and open cases, the shop's name and the zones of the clocks; read by one job."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.records.cases import CaseStatus

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk

PLATFORM = "America/Los_Angeles"


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the frame."""

    orders: int
    due: int  # overdue and due today
    open_cases: int
    shop: str
    home: str  # IANA names
    platform: str
    imported_at: datetime | None  # the last import that stands
    imported_rows: int


def count(desk: Desk, now: datetime) -> Counts:
    """Read everything the frame shows; for a lane, never for the main thread."""
    profile = desk.shop.profile()
    today = desk.cases.today(now)
    rows = desk.cases.rows(now)
    batches = [batch for batch in desk.imports.batches() if batch.undone_at is None]
    last = max(batches, key=lambda batch: batch.imported_at, default=None)
    return Counts(
        orders=desk.orders.count(),
        due=len(today.overdue) + len(today.today),
        open_cases=sum(row.status is not CaseStatus.CLOSED for row in rows),
        shop=profile.name,
        home=profile.zone,
        platform=_platform_zone(desk),
        imported_at=last.imported_at if last else None,
        imported_rows=last.rows if last else 0,
    )


def _platform_zone(desk: Desk) -> str:
    """The zone of the marketplace with most orders; that of Amazon's home while there are none."""
    facets = desk.orders.facets()
    if not facets:
        return PLATFORM
    platform, marketplace, _ = max(facets, key=lambda facet: facet[2])
    return desk.deadlines.marketplaces.get(marketplace, platform).zone
