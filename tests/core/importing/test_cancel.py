"""An import that is stopped, wherever it is, leaves the data folder as it was."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from claimdesk.core.importing.imports import Imports
from claimdesk.core.records.imports import FileChoices
from claimdesk.core.records.problems import Cancelled
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import dump

from .conftest import NOW
from .samples import EXPORTS

ORDERS = EXPORTS / "synthetic-amazon-all-orders-us.txt"
BOOK = EXPORTS / "synthetic-walmart-orders-37col.xlsx"
EVENTS = EXPORTS / "synthetic-amazon-mfn-returns-by-return-date.txt"


def stopped_at(step: int) -> Task:
    """A task whose operator presses Cancel at its step number so and so."""
    steps = count(1)
    task = Task()

    def seen(_done: int, _total: int) -> None:
        if next(steps) == step:
            task.stop.set()

    task.progress = seen
    return task


def state(store: Store) -> tuple[object, list[str]]:
    kept = (
        sorted(path.name for path in (store.folder / "imports").glob("*"))
        if (store.folder / "imports").exists()
        else []
    )
    return dump(store), kept


def test_stopping_at_any_step_leaves_nothing(store: Store, imports: Imports) -> None:
    imports.run([ORDERS], at=NOW)
    before = state(store)
    for step in range(1, 200):
        try:
            imports.run([BOOK, EVENTS], shop="Another", task=stopped_at(step), at=NOW)
        except Cancelled:
            assert state(store) == before, f"stopped at step {step}"
            continue
        break
    else:
        pytest.fail("the import never came to its end")
    assert step > 8
    assert state(store) != before


def test_a_look_can_be_stopped_too(store: Store, imports: Imports) -> None:
    before = state(store)
    for path in (ORDERS, BOOK):
        with pytest.raises(Cancelled):
            imports.preview(path, choices=FileChoices(new_shop="Another"), task=stopped_at(1))
    assert state(store) == before


def test_comparing_with_what_is_known_can_be_stopped(store: Store, imports: Imports, tmp_path: Path) -> None:
    imports.run([ORDERS], at=NOW)
    changed = tmp_path / ORDERS.name
    changed.write_bytes(ORDERS.read_bytes().replace(b"Shipped", b"Cancelled"))
    steps: list[tuple[int, int]] = []
    found = imports.preview(changed, task=Task(progress=lambda done, total: steps.append((done, total))))
    assert found.updated > 0
    assert steps[-1][0] == 0 and steps[-1][1] >= found.updated, "the comparison reports how many orders it looks at"
    with pytest.raises(Cancelled):
        imports.preview(changed, task=stopped_at(len(steps) - 1))
