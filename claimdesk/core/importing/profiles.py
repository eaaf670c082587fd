"""Mappings that the operator kept for files of no known format, as the store holds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.fields import FIELDS
from claimdesk.core.records.imports import FileChoices, MappingProfile
from claimdesk.core.storage import setting_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OTHER = ("columns", "treatments", "repair", "shop", "new_shop", "leave")
_PLAIN = tuple(one.name for one in fields(FileChoices) if one.name not in _OTHER)


def load(conn: Connection) -> Iterator[MappingProfile]:
    """Every mapping, by name. A field that the program no longer knows is left out of it."""
    for signature, name, data in setting_rows.profiles(conn):
        yield MappingProfile(signature, name, _choices(data))


def save(conn: Connection, profile: MappingProfile) -> None:
    """Keep a mapping, in place of an earlier one for the same headings."""
    choices = profile.choices
    data: dict[str, Any] = {name: getattr(choices, name) for name in _PLAIN}
    data |= {
        "shop": choices.shop,
        "repair": choices.repair,
        "columns": list(choices.columns),
        "treatments": list(choices.treatments),
    }
    setting_rows.save_profile(conn, profile.signature, profile.name, data)


def delete(conn: Connection, signature: str) -> None:
    """Forget the mapping for these headings."""
    setting_rows.delete_profile(conn, signature)


def _choices(data: dict[str, Any]) -> FileChoices:
    columns = tuple(
        (str(heading), str(name)) for heading, name in data.get("columns", ()) if not name or name in FIELDS
    )
    treatments = tuple((str(code), str(how)) for code, how in data.get("treatments", ()))
    plain: dict[str, Any] = {name: str(data.get(name, "")) for name in _PLAIN}
    shop = data.get("shop", 0)
    plain |= {"repair": bool(data.get("repair")), "shop": shop if isinstance(shop, int) else 0}
    return FileChoices(columns=columns, treatments=treatments, **plain)
