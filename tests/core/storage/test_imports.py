"""What an import writes, and how it is taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.core.records.imports import KeptOrder
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import case_rows, import_writes, order_reads
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import NOW, add_orders, dump, row_of

JOURNAL = ("import_batches", "import_changes")


def change(store: Store, orders: dict[int, dict[str, Any]], lines: dict[int, dict[str, Any]] | None = None) -> int:
    """A later import that changes orders, and lines, by their ids."""
    with store.writing() as conn:
        batch = import_writes.new_batch(conn, file="later.txt", at=NOW + timedelta(hours=1))
        import_writes.update_orders(conn, orders.items(), batch)
        import_writes.update_lines(conn, (lines or {}).items(), batch)
        import_writes.reindex(conn, list(orders))
    return batch


def add_line(store: Store, order_id: int, batch: int, **line: Any) -> None:
    with store.writing() as conn:
        row = row_of(import_writes.LINE_COLUMNS, {"order_id": order_id, "line_key": "added", "line_no": 9, **line})
        import_writes.insert_lines(conn, [(batch, *row)])
        import_writes.reindex(conn, [order_id])


def undo(store: Store, batch: int) -> Any:
    with store.writing() as conn:
        return import_writes.undo_batch(conn, batch, NOW + timedelta(days=1))


def test_columns_left_out_of_a_bulk_write_are_empty_and_a_zero_stays_a_zero(store: Store) -> None:
    add_orders(store, {"order_no": "1", "total_minor": 0}, {"order_no": "2"})
    add_orders(store, {"order_no": "3", "tax_minor": 0, "buyer_note": "x"}, {"order_no": "4", "seller_note": "y"})
    with store.reading() as conn:
        one, two, three, four = order_reads.orders(conn, [1, 2, 3, 4])
    assert (one.total_minor, two.total_minor, three.tax_minor, four.tax_minor) == (0, None, 0, None)
    assert (three.buyer_note, four.buyer_note, three.seller_note, four.seller_note) == ("x", "", "", "y")


VALUE = st.sampled_from(["", None, 0, 5, "text"])


@settings(max_examples=100, deadline=None)
@given(rows=st.lists(st.fixed_dictionaries({"total_minor": VALUE, "tax_minor": VALUE, "paid_at": VALUE}), min_size=1))
def test_leaving_columns_out_never_loses_a_value(rows: list[dict[str, Any]]) -> None:
    names = ("id", "batch_id", "row_hash", *import_writes.ORDER_COLUMNS)
    chunk = [(1, 1, "", *row_of(import_writes.ORDER_COLUMNS, row)) for row in rows]
    kept = {names[at] for at in import_writes._used(names, chunk)}
    for name in ("total_minor", "tax_minor", "paid_at"):
        values = {row[name] for row in rows}
        assert name in kept or values in ({""}, {None})


def test_existing_rows_come_back_by_their_keys(store: Store) -> None:
    add_orders(
        store,
        {"order_no": "1", "row_hash": "abc", "lines": [{"sku": "A"}], "shipments": [{"tracking_no": "T"}]},
        {"order_no": "2", "platform": "ebay"},
    )
    with store.reading() as conn:
        orders = import_writes.existing_orders(conn, 1, "amazon", ["1", "2", "3"])
        assert import_writes.order_hashes(conn, 1, "amazon", ["1", "2", "3"]) == {"1": (1, "abc")}
        lines = import_writes.existing_lines(conn, [1, 2])
        shipments = import_writes.existing_shipments(conn, [1, 2])
        assert import_writes.next_order_id(conn) == 3
    assert list(orders) == ["1"]
    row = orders["1"]
    assert row[:2] == (1, "abc")
    assert dict(zip(import_writes.ORDER_COLUMNS, row[2:], strict=True))["order_no"] == "1"
    assert lines[1, "1"][1 + import_writes.LINE_COLUMNS.index("sku")] == "A"
    assert shipments[1, "1"][1 + import_writes.SHIPMENT_COLUMNS.index("tracking_no")] == "T"
    assert import_writes.ORDER_COLUMNS[:3] == ("shop_id", "platform", "order_no")
    assert import_writes.LINE_COLUMNS[:2] == ("order_id", "line_key")
    assert import_writes.SHIPMENT_COLUMNS[:2] == ("order_id", "shipment_key")


def test_the_key_of_an_order_cannot_be_changed(store: Store) -> None:
    add_orders(store, {"order_no": "1"})
    before = dump(store)
    with pytest.raises(KeyError):
        change(store, {1: {"order_no": "2"}})
    assert dump(store) == before


def test_undoing_the_first_import_leaves_an_empty_house(store: Store) -> None:
    empty = dump(store)
    batch = add_orders(store, {"order_no": "1", "lines": [{"sku": "A"}], "shipments": [{}]}, {"order_no": "2"})
    result = undo(store, batch)
    assert (result.restored, result.removed, result.kept) == (0, 2, ())
    assert dump(store, without=JOURNAL) == {k: v for k, v in empty.items() if k not in JOURNAL}
    with store.writing() as conn:
        conn.exec_driver_sql("INSERT INTO order_search (order_search) VALUES ('integrity-check')")
        [row] = import_writes.batches(conn)
    assert row.undone_at == NOW + timedelta(days=1)


def test_undo_puts_back_exactly_what_stood_before(store: Store) -> None:
    add_orders(
        store,
        {"order_no": "1", "status": "unshipped", "buyer_name": "Ann", "lines": [{"sku": "A", "quantity": 1}]},
        {"order_no": "2", "status": "unshipped", "total_minor": 5},
        {"order_no": "3"},
    )
    before = dump(store, without=JOURNAL)
    batch = change(
        store,
        {
            1: {"status": "shipped", "buyer_name": "Anna", "row_hash": "new1", "shipped_at": "2026-11-02"},
            2: {"total_minor": None, "row_hash": "new2"},
        },
        {1: {"quantity": 2}},
    )
    add_line(store, 2, batch, sku="EXTRA")
    assert dump(store, without=JOURNAL) != before
    result = undo(store, batch)
    assert (result.restored, result.removed, result.kept) == (2, 0, ())
    assert dump(store, without=JOURNAL) == before
    with store.reading() as conn:
        assert order_reads.page(conn, OrderFilter(text="extra"), now=NOW).total == 0
        assert order_reads.page(conn, OrderFilter(text="anna"), now=NOW).total == 0


def test_an_order_that_a_case_uses_stays_and_says_so(store: Store) -> None:
    batch = add_orders(store, {"order_no": "1", "lines": [{"sku": "A"}]}, {"order_no": "2"})
    with store.writing() as conn:
        case_rows.new_case(conn, 1, NOW + timedelta(minutes=1))
    with store.reading() as conn:
        assert [row.cases_since for row in import_writes.batches(conn)] == [1]
    result = undo(store, batch)
    assert (result.removed, result.kept) == (1, (KeptOrder("1", "used_by_case"),))
    with store.reading() as conn:
        [order] = order_reads.orders(conn, [1, 2])
        assert order_reads.page(conn, OrderFilter(text="a"), now=NOW).total == 1
    assert order.lines[0].sku == "A"


def test_what_a_later_import_changed_stays_and_says_so(store: Store) -> None:
    first = add_orders(store, {"order_no": "1", "status": "pending"}, {"order_no": "2"}, {"order_no": "3"})
    second = change(store, {1: {"status": "unshipped", "buyer_note": "n", "row_hash": "h2"}, 2: {"status": "shipped"}})
    third = change(store, {1: {"status": "shipped", "row_hash": "h3"}})
    result = undo(store, second)
    assert (result.restored, result.kept) == (2, (KeptOrder("1", "changed_later"),))
    with store.reading() as conn:
        one, two = order_reads.orders(conn, [1, 2])
        hashes = import_writes.order_hashes(conn, 1, "amazon", ["1"])
    assert (one.status, one.buyer_note, two.status) == ("shipped", "", "unknown")
    # A mixture is no file's copy: the next import has to compare it.
    assert hashes == {"1": (1, "")}
    result = undo(store, first)
    assert (result.removed, result.kept) == (2, (KeptOrder("1", "changed_later"),))
    assert undo(store, third).restored == 1


def test_imports_undone_newest_first_end_where_they_began(store: Store) -> None:
    states = [dump(store, without=JOURNAL)]
    batches = [add_orders(store, {"order_no": "1", "lines": [{"sku": "A"}]}, {"order_no": "2"})]
    for status in ("unshipped", "shipped", "delivered"):
        states.append(dump(store, without=JOURNAL))
        batches.append(change(store, {1: {"status": status, "row_hash": status}}, {1: {"title": status}}))
    for batch, state in zip(reversed(batches), reversed(states), strict=True):
        assert undo(store, batch).kept == ()
        assert dump(store, without=JOURNAL) == state


def test_an_import_that_changes_its_own_orders_goes_as_a_whole(store: Store) -> None:
    batch = add_orders(store, {"order_no": "1", "status": "pending"})
    with store.writing() as conn:
        import_writes.update_orders(conn, [(1, {"status": "shipped"})], batch)
    result = undo(store, batch)
    assert (result.restored, result.removed, result.kept) == (0, 1, ())


@pytest.mark.parametrize("code", ["batch_unknown", "batch_undone"])
def test_an_import_is_undone_once(store: Store, code: str) -> None:
    batch = add_orders(store, {"order_no": "1"})
    if code == "batch_undone":
        undo(store, batch)
    with pytest.raises(Problem) as caught:
        undo(store, batch if code == "batch_undone" else 77)
    assert caught.value.code == code


def test_the_list_of_imports_is_newest_first_with_its_counts(store: Store) -> None:
    add_orders(store, {"order_no": "1"})
    later = change(store, {1: {"status": "shipped"}})
    with store.writing() as conn:
        import_writes.finish_batch(conn, later, rows=9, new=0, updated=1, unchanged=7, rejected=1)
        rows = import_writes.batches(conn)
    assert [(row.id, row.file, row.rows, row.updated) for row in rows] == [
        (later, "later.txt", 9, 1),
        (1, "orders.txt", 1, 0),
    ]
    assert rows[1].imported_at == NOW
