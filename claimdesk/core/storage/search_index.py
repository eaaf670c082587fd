"""Keeping the search index in step with the orders: always one statement for many, triggers cost ten times more."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Connection

# Two blanks after every field, so that its last character starts a trigram too: one- and two-character
# searches are ranges of the index's vocabulary.
PAD = "  "
_PAD = f"'{PAD}'"
_FOLDED = f"""
    fold(o.order_no || {_PAD} || o.buyer_name || {_PAD}
         || CASE WHEN o.buyer_username IN ('', o.buyer_name) THEN '' ELSE o.buyer_username || {_PAD} END
         || coalesce((SELECT group_concat(l.sku || {_PAD} || l.title || {_PAD}, '')
                      FROM order_lines l WHERE l.order_id = o.id), '')
         || coalesce((SELECT group_concat(s.tracking_no || {_PAD}, '')
                      FROM shipments s WHERE s.order_id = o.id), ''))
"""
_CHUNK = 5_000


def index_new(conn: Connection, first_id: int) -> None:
    """Index every order with an id of at least `first_id`; none of them may be indexed already."""
    conn.exec_driver_sql(
        f"INSERT INTO order_search_text (order_id, folded) SELECT o.id, {_FOLDED} FROM orders o WHERE o.id >= ?",
        (first_id,),
    )
    conn.exec_driver_sql(
        "INSERT INTO order_search (rowid, folded) SELECT order_id, folded FROM order_search_text WHERE order_id >= ?",
        (first_id,),
    )


def drop(conn: Connection, ids: Collection[int]) -> None:
    """Take orders out of the index."""
    for chunk in _chunks(ids):
        conn.exec_driver_sql(
            "INSERT INTO order_search (order_search, rowid, folded) SELECT 'delete', order_id, folded "
            "FROM order_search_text WHERE order_id IN (SELECT value FROM json_each(?))",
            (chunk,),
        )
        conn.exec_driver_sql(
            "DELETE FROM order_search_text WHERE order_id IN (SELECT value FROM json_each(?))", (chunk,)
        )


def reindex(conn: Connection, ids: Collection[int]) -> None:
    """Index orders as they are now, whether they were indexed before or not."""
    drop(conn, ids)
    for chunk in _chunks(ids):
        conn.exec_driver_sql(
            f"INSERT INTO order_search_text (order_id, folded) SELECT o.id, {_FOLDED} FROM orders o "
            "WHERE o.id IN (SELECT value FROM json_each(?))",
            (chunk,),
        )
        conn.exec_driver_sql(
            "INSERT INTO order_search (rowid, folded) SELECT order_id, folded FROM order_search_text "
            "WHERE order_id IN (SELECT value FROM json_each(?))",
            (chunk,),
        )


def _chunks(ids: Collection[int]) -> list[str]:
    ordered = sorted(set(ids))
    return [json.dumps(ordered[start : start + _CHUNK]) for start in range(0, len(ordered), _CHUNK)]
