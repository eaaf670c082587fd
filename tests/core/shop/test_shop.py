"""The shop's settings."""

from __future__ import annotations

from claimdesk.core.shop.shop import DEFAULT_ZONE, Shop, ShopProfile
from claimdesk.core.storage.store import Store


def test_a_shop_that_said_nothing_lives_by_shanghai_time(store: Store) -> None:
    assert Shop(store).profile() == ShopProfile("", "", DEFAULT_ZONE, "")


def test_what_was_set_is_there_after_a_restart(store: Store) -> None:
    profile = ShopProfile("王记 Store", "Wang\nBest regards", "Europe/Berlin", "Bonded warehouse 3")
    Shop(store).set_profile(profile)
    Shop(store).set("seen", [1, 2])
    store.close()
    again = Store.open(store.folder)
    assert Shop(again).profile() == profile
    assert Shop(again).get("seen") == [1, 2]
    assert Shop(again).get("unseen", None) is None
    again.close()
