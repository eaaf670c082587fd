"""The list of orders: sorted, narrowed, paged, with a fixed number of queries however long it is."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, event

from claimdesk.core.records.cases import EventKind
from claimdesk.core.records.orders import OrderFilter, OrderRow, OrderStatus
from claimdesk.core.storage import buyers, case_rows, import_writes, order_list, order_reads
from claimdesk.core.storage.order_filter import SORTS
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import NOW, add_orders


@contextmanager
def counted(conn: Connection) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(conn, "before_cursor_execute", note)
    yield statements
    event.remove(conn, "before_cursor_execute", note)


@pytest.fixture
def many(store: Store) -> Store:
    chance = random.Random(7)
    add_orders(
        store,
        *(
            {
                "order_no": f"{chance.randrange(10**6):06}-{number}",
                "platform": chance.choice(["amazon", "ebay"]),
                "marketplace": chance.choice(["amazon.com", "amazon.de"]),
                "status": chance.choice(list(OrderStatus)).value,
                "purchased_at": chance.choice([None, f"2026-11-{chance.randrange(1, 29):02}", "2026-11-05T10:00:00Z"]),
                "deliver_by": chance.choice([None, f"2026-12-{chance.randrange(1, 29):02}"]),
                "total_minor": chance.choice([None, chance.randrange(10**5)]),
                "buyer_name": chance.choice(["ann", "Bob", "王"]),
                "lines": [{"sku": "S", "quantity": 1}] * chance.randrange(3),
            }
            for number in range(500)
        ),
    )
    return store


KEYS = {
    "purchased_at": lambda row: str(row.purchased_at or "") and row.purchased_at.isoformat(),
    "deliver_by": lambda row: row.deliver_by and row.deliver_by.isoformat(),
    "order_no": lambda row: row.order_no,
    "total": lambda row: row.total_minor,
    "buyer": lambda row: row.buyer_name.lower(),
    "status": lambda row: list(OrderStatus).index(row.status),
}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [True, False])
def test_sorting_keeps_empty_values_last_and_pages_fit_together(many: Store, sort: str, *, descending: bool) -> None:
    with many.reading() as conn:
        ids = order_reads.ids(conn, OrderFilter(), sort=sort, descending=descending, now=NOW)
        pages = [
            order_reads.page(
                conn, OrderFilter(), sort=sort, descending=descending, offset=start, limit=60, now=NOW
            )
            for start in range(0, 500, 60)
        ]  # fmt: skip
    rows = [row for page in pages for row in page.rows]
    assert [row.id for row in rows] == ids
    assert {page.total for page in pages} == {500}
    keys = [KEYS[sort](row) or None if sort != "total" else row.total_minor for row in rows]
    if sort == "status":
        keys = [KEYS[sort](row) for row in rows]
    known = [key for key in keys if key is not None]
    assert keys[len(known) :] == [None] * (len(keys) - len(known))
    assert known == sorted(known, reverse=descending)


def test_a_page_takes_the_same_few_queries_whatever_it_shows(many: Store) -> None:
    with many.writing() as conn:
        for order_id in range(1, 200):
            case_rows.new_case(conn, order_id, NOW)
    with many.reading() as conn:
        for wanted in (OrderFilter(), OrderFilter(text="ann"), OrderFilter(text="王 1"), OrderFilter(late=True)):
            for limit in (1, 200):
                with counted(conn) as statements:
                    order_reads.page(conn, wanted, limit=limit, now=NOW)
                assert len(statements) <= 9, statements
        with counted(conn) as statements:
            assert len(order_reads.orders(conn, range(1, 300))) == 299
        assert len(statements) == 6


def rows_of(store: Store, wanted: OrderFilter, now: datetime = NOW) -> list[OrderRow]:
    with store.reading() as conn:
        page = order_reads.page(conn, wanted, limit=1000, now=now)
    assert page.total == len(page.rows)
    return list(page.rows)


def test_filters_narrow_together(many: Store) -> None:
    everything = rows_of(many, OrderFilter())
    wanted = OrderFilter(
        platforms=("ebay",),
        statuses=(OrderStatus.SHIPPED, OrderStatus.PENDING),
        purchased_from="2026-11-03",
        purchased_to="2026-11-05",
    )
    expected = [
        row.id
        for row in everything
        if row.platform == "ebay"
        and row.status in {OrderStatus.SHIPPED, OrderStatus.PENDING}
        and row.purchased_at is not None
        and "2026-11-03" <= row.purchased_at.isoformat()[:10] <= "2026-11-05"
    ]
    assert expected
    assert [row.id for row in rows_of(many, wanted)] == expected


def test_a_day_that_is_no_day_narrows_nothing(many: Store) -> None:
    assert len(rows_of(many, OrderFilter(purchased_from="soon", purchased_to="9999-12-31"))) == 500


def test_late_is_past_the_latest_delivery_and_still_under_way(store: Store) -> None:
    add_orders(
        store,
        {"order_no": "past", "deliver_by": "2026-11-16", "status": "shipped"},
        {"order_no": "today", "deliver_by": "2026-11-17", "status": "shipped"},
        {"order_no": "earlier today", "deliver_by": "2026-11-17T06:00:00Z", "status": "unshipped"},
        {"order_no": "later today", "deliver_by": "2026-11-17T07:00:00Z", "status": "shipped"},
        {"order_no": "arrived", "deliver_by": "2026-11-10", "status": "shipped", "delivered_at": "2026-11-12"},
        {"order_no": "unknown", "status": "shipped"},
        *(
            {"order_no": status, "deliver_by": "2026-11-10", "status": status}
            for status in ("delivered", "cancelled", "returned", "refunded")
        ),
    )
    assert {row.order_no for row in rows_of(store, OrderFilter(late=True))} == {"past", "earlier today"}


def test_orders_of_a_batch_are_those_it_made_or_changed(store: Store) -> None:
    first = add_orders(store, {"order_no": "a"}, {"order_no": "b"})
    second = add_orders(store, {"order_no": "c"})
    with store.writing() as conn:
        import_writes.update_orders(conn, [(1, {"status": "shipped"})], second)
    assert {row.order_no for row in rows_of(store, OrderFilter(batch_id=first))} == {"a", "b"}
    assert {row.order_no for row in rows_of(store, OrderFilter(batch_id=second))} == {"a", "c"}


def test_the_row_names_the_first_line_and_counts_the_open_cases(store: Store) -> None:
    add_orders(
        store,
        {
            "order_no": "a",
            "lines": [{"title": "Second", "line_no": 2}, {"title": "First", "quantity": 3, "line_no": 1}],
        },
        {"order_no": "b", "lines": [{"sku": "only-sku"}]},
        {"order_no": "c"},
    )
    with store.writing() as conn:
        opened, closed, reopened, undone, decided = (case_rows.new_case(conn, 1, NOW) for _ in range(5))
        case_rows.append(conn, decided, NOW, EventKind.OUTCOME_RECORDED, {"outcome": "refunded"})
        for case in (closed, reopened):
            case_rows.append(conn, case, NOW, EventKind.CLOSED, {})
        case_rows.append(conn, reopened, NOW, EventKind.REOPENED, {})
        event_id = case_rows.append(conn, undone, NOW, EventKind.CLOSED, {})
        case_rows.append(conn, undone, NOW, EventKind.UNDONE, {"event": event_id})
    with store.reading() as conn:
        rows = {row.order_no: row for row in order_list.rows(conn, [3, 1, 99, 2])}
        assert list(rows) == ["c", "a", "b"]
        assert order_reads.page(conn, OrderFilter(has_case=True), now=NOW).total == 1
    assert (rows["a"].item, rows["a"].quantity, rows["a"].line_count) == ("First", 3, 2)
    assert rows["b"].item == "only-sku"
    assert (rows["c"].item, rows["c"].quantity, rows["c"].line_count) == ("", None, 0)
    assert (rows["a"].open_cases, rows["b"].open_cases) == (3, 0)
    assert opened == 1


def test_a_whole_order_comes_back_as_it_was_written(store: Store) -> None:
    add_orders(
        store,
        {
            "order_no": "114-1",
            "status": "shipped",
            "fulfilment": "seller",
            "purchased_at": "2026-11-01T08:00:00Z",
            "deliver_by": "2026-11-20",
            "total_minor": 5860,
            "cancel_requested": 1,
            "lines": [{"title": "Lamp", "price_minor": 5000}],
            "shipments": [{"tracking_no": "T1", "shipped_at": "2026-11-02"}],
        },
    )
    with store.reading() as conn:
        [order] = order_reads.by_number(conn, " 114-1 ")
        assert order_reads.by_number(conn, "114-1", "ebay") == []
        assert order_reads.order(conn, 2) is None
    assert order.status is OrderStatus.SHIPPED
    assert order.purchased_at == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert str(order.deliver_by) == "2026-11-20"
    assert order.cancel_requested is True
    assert order.lines[0].price_minor == 5000
    assert str(order.shipments[0].shipped_at) == "2026-11-02"


def test_the_same_buyer_is_more_than_the_same_name(store: Store) -> None:
    add_orders(
        store,
        {"order_no": "1", "buyer_name": "王", "ship_postal_code": "100", "buyer_username": "w1"},
        {"order_no": "2", "buyer_name": "王", "ship_postal_code": "100", "purchased_at": "2026-01-01"},
        {"order_no": "3", "buyer_name": "王", "ship_postal_code": "200"},
        {"order_no": "4", "buyer_name": "other", "buyer_username": "w1", "purchased_at": "2026-02-01"},
        {"order_no": "5", "buyer_name": "other", "buyer_username": "w1", "platform": "ebay"},
        {"order_no": "6", "buyer_name": "王", "buyer_email": "a@example.com"},
        {"order_no": "7", "buyer_name": "x", "buyer_email": "a@example.com"},
    )
    with store.reading() as conn:
        orders = {order.order_no: order for order in order_reads.orders(conn, range(1, 8))}
        history = {number: [row.order_no for row in buyers.of_buyer(conn, order)] for number, order in orders.items()}
    assert history == {"1": ["4", "2"], "2": ["1"], "3": [], "4": ["1"], "5": [], "6": ["7"], "7": ["6"]}


def test_facets_count_every_platform_and_marketplace(store: Store) -> None:
    add_orders(
        store,
        {"order_no": "1", "marketplace": "amazon.com"},
        {"order_no": "2", "marketplace": "amazon.com"},
        {"order_no": "3", "platform": "ebay", "marketplace": "ebay.com"},
    )
    with store.reading() as conn:
        assert order_reads.facets(conn) == [("amazon", "amazon.com", 2), ("ebay", "ebay.com", 1)]
        assert order_reads.count(conn) == 3
