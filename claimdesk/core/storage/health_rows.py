"""Figures of account health as rows: added by imports, the newest of equal window read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, fields

from sqlalchemy import Connection

from claimdesk.core.records.order_events import HealthFigure

_NAMES = tuple(field.name for field in fields(HealthFigure))


def figures(conn: Connection, platform: str = "", marketplace: str = "") -> list[HealthFigure]:
    """The figures of all windows, the newest window first; of several imports of one window the last counts."""
    found = conn.exec_driver_sql(
        f"SELECT {', '.join(_NAMES)} FROM health_figures WHERE id IN (SELECT max(id) FROM health_figures "
        "WHERE (? = '' OR platform = ?) AND (? = '' OR marketplace = ?) "
        "GROUP BY platform, marketplace, metric, channel, first_day, last_day) "
        "ORDER BY last_day DESC, first_day DESC, platform, marketplace, metric, channel",
        (platform, platform, marketplace, marketplace),
    )
    return [HealthFigure(*row) for row in found]


def new_figures(conn: Connection, told: Iterable[HealthFigure]) -> list[HealthFigure]:
    """Those figures that tell something else than what is known of their window."""
    known = set(figures(conn))
    return [figure for figure in dict.fromkeys(told) if figure not in known]


def insert_figures(conn: Connection, told: Iterable[HealthFigure], batch_id: int, file: str) -> None:
    """Add figures of an import."""
    rows = [(batch_id, file, *astuple(figure)) for figure in told]
    conn.exec_driver_sql(
        f"INSERT INTO health_figures (batch_id, file, {', '.join(_NAMES)}) "
        f"VALUES ({', '.join('?' * (len(_NAMES) + 2))})",
        rows,
    )
