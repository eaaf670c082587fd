"""A data folder and what stands over it."""

from __future__ import annotations

import pytest

from claimdesk.core.orders.orders import Orders
from claimdesk.core.remedies.knowledge import RemedyKnowledge
from claimdesk.core.remedies.remedies import Remedies
from claimdesk.core.shop.shop import Shop
from claimdesk.core.storage.store import Store


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def shop(store) -> Shop:
    return Shop(store)


@pytest.fixture
def remedies(store, shop) -> Remedies:
    return Remedies.load(Orders(store), shop)


@pytest.fixture(scope="session")
def knowledge() -> RemedyKnowledge:
    return RemedyKnowledge.load()
