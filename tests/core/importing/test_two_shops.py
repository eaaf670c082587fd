"""Two shops may count alike: an order of one never becomes part of an order of the other."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from claimdesk.core.importing.imports import Imports
from claimdesk.core.orders.orders import Orders
from claimdesk.core.storage.store import Store

HEAD = "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price\n"
AT = datetime(2026, 11, 22, tzinfo=UTC)


def test_a_number_of_another_order_is_left_out_and_told(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(HEAD + "#1001,a@example.com,paid,2025-03-01 10:00:00 -0500,USD,20.00,1,Lamp,20.00\n", "utf-8")
    theirs.write_text(HEAD + "#1001,b@example.com,paid,2022-07-09 10:00:00 +0200,EUR,55.00,1,Chair,55.00\n", "utf-8")
    store = Store.open(tmp_path / "data")
    imports, orders = Imports(store), Orders(store)
    imports.run([ours], at=AT)
    (preview,) = imports.run([theirs], at=AT).files
    assert (preview.new, preview.updated) == (0, 0)
    assert [(i.code, i.value, i.params["day"]) for i in preview.rejected] == [
        ("number_of_another_order", "#1001", "2025-03-01")
    ]
    (order,) = orders.find("#1001")
    assert (order.total_minor, order.currency, len(order.lines)) == (2000, "USD", 1)
    store.close()
