from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk.core.desk import Desk
from tests.core.cases.conftest import ORDERS
from tests.core.storage.filling import add_orders


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with the three orders of the case tests, all of one buyer."""
    opened = Desk.open(tmp_path / "shop")
    add_orders(opened.store, *ORDERS)
    yield opened
    opened.close()
