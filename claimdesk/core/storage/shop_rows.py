"""The shops of a data folder as rows, and which of them hold orders with given numbers."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.records.shops import FIRST_SHOP, ShopRow
from claimdesk.core.storage.texts import storable

_CHUNK = 5_000


def shops(conn: Connection, *, counted: bool = True) -> list[ShopRow]:
    """Every shop, the first first, with its number of orders unless that is not wanted."""
    found = conn.exec_driver_sql("SELECT id, name FROM shops ORDER BY id").all()
    counts: dict[int, int] = {}
    if counted:
        if len(found) == 1:
            counts[found[0][0]] = int(conn.exec_driver_sql("SELECT count(*) FROM orders").scalar_one())
        else:
            counts = {row[0]: row[1] for row in conn.exec_driver_sql(
                "SELECT shop_id, count(*) FROM orders GROUP BY shop_id")}  # fmt: skip
    return [ShopRow(row[0], row[1], counts.get(row[0], 0)) for row in found]


def is_used(conn: Connection, shop_id: int) -> bool:
    """Whether a shop has orders."""
    return conn.exec_driver_sql("SELECT 1 FROM orders WHERE shop_id = ? LIMIT 1", (shop_id,)).first() is not None


def add(conn: Connection, name: str) -> int:
    """Make a shop; gives its id."""
    return int(conn.exec_driver_sql("INSERT INTO shops (name) VALUES (?)", (storable(name),)).lastrowid)


def rename(conn: Connection, shop_id: int, name: str) -> None:
    """Call a shop something else."""
    conn.exec_driver_sql("UPDATE shops SET name = ? WHERE id = ?", (storable(name), shop_id))


def remove_unused(conn: Connection) -> None:
    """Forget shops without an order, all but the first."""
    conn.exec_driver_sql(
        "DELETE FROM shops WHERE id <> ? AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop_id = shops.id)",
        (FIRST_SHOP,),
    )


def holders(
    conn: Connection, platform: str, order_nos: Collection[str], names: Collection[str] = ()
) -> list[tuple[Any, ...]]:
    """`(shop_id, order_no, *names)` of every stored order of a platform with one of these numbers, of any shop."""
    sql = (
        f"SELECT {', '.join(('shop_id', 'order_no', *names))} FROM orders "
        "WHERE platform = ? AND order_no IN (SELECT value FROM json_each(?))"
    )
    numbers = list(order_nos)
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(numbers), _CHUNK):
        part = json.dumps(numbers[start : start + _CHUNK])
        found.extend(tuple(row) for row in conn.exec_driver_sql(sql, (platform, part)))
    return found
