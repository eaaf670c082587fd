"""Settings of the data folder, and the shop as replies sign for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claimdesk.core.storage import setting_rows
from claimdesk.core.storage.store import Store

DEFAULT_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class ShopProfile:
    """How the shop calls itself; `zone` is the IANA name of the zone that the operator lives by."""

    name: str = ""
    signature: str = ""
    zone: str = DEFAULT_ZONE
    return_route: str = ""


class Shop:
    """Reads and writes settings; values are whatever JSON can hold."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str, default: Any = "") -> Any:
        """The value of a setting, or the default when it was never set."""
        with self._store.reading() as conn:
            return setting_rows.setting(conn, key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a setting."""
        self.set_all({key: value})

    def set_all(self, values: Mapping[str, Any]) -> None:
        """Keep several settings, all or none."""
        with self._store.writing() as conn:
            for key, value in values.items():
                setting_rows.set_setting(conn, key, value)

    def starting(self, prefix: str) -> dict[str, Any]:
        """Every setting whose key begins with a prefix, by key."""
        with self._store.reading() as conn:
            return setting_rows.starting(conn, prefix)

    def profile(self) -> ShopProfile:
        """The shop; what was never set is empty, the zone is then that of Shanghai."""
        with self._store.reading() as conn:
            said = {name: str(setting_rows.setting(conn, f"shop.{name}")) for name in ShopProfile.__dataclass_fields__}
        return ShopProfile(**{**said, "zone": said["zone"] or DEFAULT_ZONE})

    def set_profile(self, profile: ShopProfile) -> None:
        """Keep all of the shop's profile."""
        self.set_all({f"shop.{name}": getattr(profile, name) for name in ShopProfile.__dataclass_fields__})
