"""What the orders call each SKU, and how often each item was ordered."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection

_TITLES = """
    SELECT l.sku, l.title FROM order_lines l
    JOIN (SELECT max(id) AS id FROM order_lines WHERE sku <> '' AND title <> '' GROUP BY sku) newest ON newest.id = l.id
"""


def titles(conn: Connection) -> dict[str, str]:
    """The title of the newest line of each SKU; a SKU without a title is left out."""
    return {str(sku): str(title) for sku, title in conn.exec_driver_sql(_TITLES)}


_ORDERED = """
    SELECT CASE WHEN l.title <> '' THEN l.title ELSE l.sku END, count(DISTINCT l.order_id)
    FROM order_lines l JOIN orders o ON o.id = l.order_id
    WHERE (? = '' OR substr(o.purchased_at, 1, 10) >= ?) AND (? = '' OR substr(o.purchased_at, 1, 10) <= ?)
      AND (? = '[]' OR o.platform IN (SELECT value FROM json_each(?)))
    GROUP BY 1
"""


def ordered(conn: Connection, first: str, last: str, platforms: Collection[str]) -> dict[str, int]:
    """In how many orders each item is, by its title or else its SKU; ISO days, both inclusive, empty for no end."""
    among = json.dumps(list(platforms))
    found = conn.exec_driver_sql(_ORDERED, (first, first, last, last, among, among))
    return {str(item): int(number) for item, number in found if item}
