"""Real desks in folders of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from claimdesk.core.desk import Desk
from tests.core.storage.filling import add_orders


@contextmanager
def desk_with(folder: Path, *orders: dict[str, Any]) -> Iterator[Desk]:
    """A new desk with these orders, as an import writes them; closed in the end."""
    with closing(Desk.open(folder)) as desk:
        add_orders(desk.store, *orders)
        yield desk


@contextmanager
def sample_desk(folder: Path, now: datetime) -> Iterator[Desk]:
    """A new desk with the sample shop; closed in the end."""
    with closing(Desk.open(folder)) as desk:
        desk.sample.fill(now)
        yield desk
