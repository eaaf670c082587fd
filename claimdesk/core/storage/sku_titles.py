"""What the orders call each SKU."""

from __future__ import annotations

from sqlalchemy import Connection

_TITLES = """
    SELECT l.sku, l.title FROM order_lines l
    JOIN (SELECT max(id) AS id FROM order_lines WHERE sku <> '' AND title <> '' GROUP BY sku) newest ON newest.id = l.id
"""


def titles(conn: Connection) -> dict[str, str]:
    """The title of the newest line of each SKU; a SKU without a title is left out."""
    return {str(sku): str(title) for sku, title in conn.exec_driver_sql(_TITLES)}
