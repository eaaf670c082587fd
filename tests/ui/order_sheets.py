"""Order files that a test makes up, in the form of ClaimDesk's own order sheet."""

from __future__ import annotations

import csv
from pathlib import Path

HEADINGS = (
    "Platform", "Marketplace", "Order number", "Ordered", "Status", "Fulfilment", "Ship by", "Earliest delivery",
    "Latest delivery", "Shipped", "Delivered", "Buyer", "Ship to city", "Ship to country", "SKU", "Item", "Quantity",
    "Currency", "Line price", "Order total", "Carrier", "Tracking number", "First scan", "Last scan",
)  # fmt: skip

LATE = {
    "Platform": "amazon", "Marketplace": "amazon.com", "Order number": "112-6631902-5574410", "Ordered": "2026-10-29",
    "Status": "shipped", "Fulfilment": "seller", "Ship by": "2026-11-01", "Earliest delivery": "2026-11-06",
    "Latest delivery": "2026-11-11", "Shipped": "2026-10-31", "Buyer": "Nadia Kowalczyk", "Ship to city": "Austin",
    "Ship to country": "US", "SKU": "LAMP-W", "Item": "Clamp desk lamp 12 W, white", "Quantity": "1",
    "Currency": "USD", "Line price": "49.99", "Order total": "49.99", "Carrier": "YunExpress",
    "Tracking number": "YT2630521000417702", "First scan": "2026-10-31", "Last scan": "2026-11-04",
}  # fmt: skip
DELIVERED = {
    **LATE, "Order number": "112-4098217-3356201", "Ordered": "2026-10-31", "Status": "delivered",
    "Delivered": "2026-11-11", "Buyer": "Dana Whitfield", "Item": "夹式台灯 12 W 黑色", "SKU": "LAMP-B",
    "Order total": "32.50", "Line price": "32.50", "Tracking number": "YT2630521000417799",
}  # fmt: skip
GERMAN = {
    **LATE, "Order number": "028-4417705-1183920", "Marketplace": "amazon.de", "Ordered": "2026-11-10",
    "Buyer": "Jonas Reimann", "Item": "Gooseneck kettle 0.9 L", "Currency": "EUR", "Order total": "39.90",
    "Line price": "39.90", "Latest delivery": "2026-11-20", "Ship to country": "DE", "SKU": "KETTLE",
    "Tracking number": "YT2630521000417755",
}  # fmt: skip
SHOP = {
    **LATE, "Platform": "shopify", "Marketplace": "shopify", "Order number": "NH-10482", "Ordered": "2026-11-12",
    "Buyer": "Nadia Kowalczyk", "Item": "Air purifier H13", "Order total": "129.00", "Line price": "129.00",
    "Latest delivery": "2026-11-25", "SKU": "PURE", "Tracking number": "",
}  # fmt: skip
FOUR = (LATE, DELIVERED, GERMAN, SHOP)


def write_sheet(path: Path, rows: object = FOUR) -> Path:
    """A sheet with these rows; a column that a row does not name is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS, restval="")
        writer.writeheader()
        writer.writerows(rows)  # type: ignore[arg-type]
    return path


def many(count: int) -> list[dict[str, str]]:
    """So many different orders, the newest last."""
    return [
        {**LATE, "Order number": f"112-{at:07d}-0000000", "Buyer": f"Buyer {at:05d}", "Order total": f"{10 + at % 90}.00",
         "Ordered": f"2026-{1 + at % 10:02d}-{1 + at % 28:02d}"}
        for at in range(count)
    ]  # fmt: skip
