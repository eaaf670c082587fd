from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from tests.core.desks import desk_with


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with three orders: 1 delivered, 2 late in transit, 3 in transit and in time."""
    with desk_with(tmp_path / "shop", *ORDERS) as opened:
        yield opened


_LINES = [{"title": "Brass lamp", "sku": "LAMP", "quantity": 1}]
_COMMON = {
    "marketplace": "amazon.com", "status": "shipped", "fulfilment": "seller", "purchased_at": "2026-10-20T10:00:00Z",
    "ship_by": "2026-10-22", "buyer_name": "Ada Wong", "currency": "USD", "total_minor": 5860, "lines": _LINES,
}  # fmt: skip
_PARCEL = {"carrier": "UPS", "tracking_no": "1Z999", "shipped_at": "2026-10-21T10:00:00Z"}
ORDERS = (
    {**_COMMON, "order_no": "111-0000001-0000001", "deliver_by": "2026-11-12", "delivered_at": "2026-11-10",
     "shipments": [{**_PARCEL, "delivered_at": "2026-11-10T20:00:00Z"}]},
    {**_COMMON, "order_no": "111-0000002-0000002", "deliver_by": "2026-11-08",
     "shipments": [{**_PARCEL, "last_scan_at": "2026-11-12T08:00:00Z"}]},
    {**_COMMON, "order_no": "111-0000003-0000003", "deliver_by": "2026-11-30",
     "shipments": [{**_PARCEL, "last_scan_at": "2026-11-16T08:00:00Z"}]},
)  # fmt: skip
