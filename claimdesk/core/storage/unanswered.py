"""Orders whose buyer had the last word: a message of hers came after everything that was answered or decided."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection

from claimdesk.core.records.cases import EventKind
from claimdesk.core.records.messages import Channel, Speaker

_IDS: Final = "(SELECT value FROM json_each(?))"
_BOTH: Final = f"('{Speaker.BUYER}', '{Speaker.SHOP}')"
# One without a time of its own is older than the mail that quotes it, which counts.
_DATED: Final = f"(m.channel <> '{Channel.QUOTED}' OR m.at IS NOT NULL)"


def _last_words(among: str = "") -> str:
    """A query for the ids of these orders, of all or `among` some."""

    def of(column: str) -> str:
        return f"AND {column} IN {among}" if among else ""

    # A message without an order belongs to the order with its number; what was taken back was not said.
    return f"""
        SELECT order_id FROM (
            SELECT m.order_id AS order_id, coalesce(m.at, m.noted_at) AS at, m.speaker = '{Speaker.BUYER}' AS buyer
            FROM messages m
            WHERE m.order_id IS NOT NULL {of("m.order_id")} AND m.speaker IN {_BOTH} AND {_DATED}
            UNION ALL
            SELECT o.id, coalesce(m.at, m.noted_at), m.speaker = '{Speaker.BUYER}'
            FROM messages m JOIN orders o ON o.order_no = m.order_no AND m.platform IN ('', o.platform)
            WHERE m.order_id IS NULL AND m.order_no <> '' {of("o.id")} AND m.speaker IN {_BOTH} AND {_DATED}
            UNION ALL
            SELECT c.order_id, e.at, 0
            FROM cases c JOIN events e ON e.case_id = c.id
            WHERE (e.kind IN ('{EventKind.CLOSED}', '{EventKind.OUTCOME_RECORDED}')
                   OR (e.kind = '{EventKind.SENT}' AND json_extract(e.data, '$.audience') = '{Speaker.BUYER}'))
              {of("c.order_id")}
              AND coalesce((SELECT u.kind FROM events u
                            WHERE u.case_id = c.id AND u.kind IN ('{EventKind.UNDONE}', '{EventKind.REDONE}')
                              AND json_extract(u.data, '$.event') = e.id ORDER BY u.id DESC LIMIT 1), '')
                  <> '{EventKind.UNDONE}'
        )
        GROUP BY order_id
        HAVING max(CASE WHEN buyer THEN at END) > coalesce(max(CASE WHEN buyer THEN NULL ELSE at END), '')
    """


IDS: Final = _last_words()
"""A query for the ids of these orders."""
_AMONG: Final = _last_words(_IDS)


def among(conn: Connection, ids: Collection[int]) -> frozenset[int]:
    """Those of some orders."""
    wanted = json.dumps(list(ids))
    return frozenset(row[0] for row in conn.exec_driver_sql(_AMONG, (wanted,) * 3))
