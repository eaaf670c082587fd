"""Settings and column mappings of a data folder, JSON each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from claimdesk.core.storage.texts import json_text, storable


def setting(conn: Connection, key: str, default: Any = "") -> Any:
    """The value of a setting, or the default when it was never set."""
    row = conn.exec_driver_sql("SELECT value FROM settings WHERE key = ?", (storable(key),)).first()
    return default if row is None else json.loads(row[0])


def starting(conn: Connection, prefix: str) -> dict[str, Any]:
    """Every setting whose key begins with a prefix, by key."""
    rows = conn.exec_driver_sql(
        "SELECT key, value FROM settings WHERE substr(key, 1, ?) = ? ORDER BY key", (len(prefix), prefix)
    )
    return {row[0]: json.loads(row[1]) for row in rows}


def set_setting(conn: Connection, key: str, value: Any) -> None:
    """Set a setting to what JSON can hold."""
    conn.exec_driver_sql(
        "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        (storable(key), json_text(value)),
    )


def profile(conn: Connection, signature: str) -> tuple[str, dict[str, Any]] | None:
    """Name and mapping of the profile made for these headings; None when there is none."""
    row = conn.exec_driver_sql("SELECT name, data FROM profiles WHERE signature = ?", (signature,)).first()
    return None if row is None else (row[0], json.loads(row[1]))


def profiles(conn: Connection) -> list[tuple[str, str, dict[str, Any]]]:
    """Every profile as `(signature, name, mapping)`, by name."""
    rows = conn.exec_driver_sql("SELECT signature, name, data FROM profiles ORDER BY name, id")
    return [(row[0], row[1], json.loads(row[2])) for row in rows]


def save_profile(conn: Connection, signature: str, name: str, data: Mapping[str, Any]) -> None:
    """Keep a mapping for these headings, in place of an earlier one."""
    conn.exec_driver_sql(
        "INSERT INTO profiles (signature, name, data) VALUES (?, ?, ?) "
        "ON CONFLICT (signature) DO UPDATE SET name = excluded.name, data = excluded.data",
        (signature, storable(name), json_text(data)),
    )


def delete_profile(conn: Connection, signature: str) -> None:
    """Forget the mapping for these headings."""
    conn.exec_driver_sql("DELETE FROM profiles WHERE signature = ?", (signature,))
