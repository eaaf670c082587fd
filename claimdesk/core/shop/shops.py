"""The shops of one data folder: each keeps its own orders, also where two count alike."""

from __future__ import annotations

from dataclasses import replace

from claimdesk.core.records.problems import Problem
from claimdesk.core.records.shops import FIRST_SHOP, ShopRow
from claimdesk.core.storage import setting_rows, shop_rows
from claimdesk.core.storage.store import Store

_LONGEST = 80


class Shops:
    """Lists and names shops; an import makes them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[ShopRow, ...]:
        """Every shop with its number of orders, the first first; that one is called as the shop's profile says."""
        with self._store.reading() as conn:
            own = str(setting_rows.setting(conn, "shop.name"))
            found = shop_rows.shops(conn)
        return tuple(replace(one, name=one.name or own) if one.id == FIRST_SHOP else one for one in found)

    def rename(self, shop_id: int, name: str) -> None:
        """Call a shop something else. Raises Problem `shop_name_missing`, `shop_name_taken` or `shop_unknown`."""
        name = shop_name(name)
        if not name:
            raise Problem("shop_name_missing")
        with self._store.writing() as conn:
            found = shop_rows.shops(conn, counted=False)
            if all(one.id != shop_id for one in found):
                raise Problem("shop_unknown", shop=shop_id)
            if any(one.id != shop_id and one.name.casefold() == name.casefold() for one in found):
                raise Problem("shop_name_taken", name=name)
            shop_rows.rename(conn, shop_id, name)


def shop_name(text: str) -> str:
    """A name as it is kept: one line of at most eighty characters."""
    return " ".join(text.split())[:_LONGEST]
