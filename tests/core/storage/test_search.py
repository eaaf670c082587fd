"""Search: any character of any script finds its order, and no text raises."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.storage import import_writes, order_reads, order_search
from claimdesk.core.storage.folding import fold
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import NOW, add_orders

ORDERS = (
    {"order_no": "111-2223334-5556667", "buyer_name": "Ann O'Hara", "lines": [{"sku": "KURTA-XL", "title": "Red Dress"}]},
    {"order_no": "02-11111-22222", "buyer_name": "王建國", "lines": [{"sku": "A1", "title": "藍牙耳機 TWS-2"}]},
    {"order_no": "#1001", "buyer_name": "李明", "shipments": [{"tracking_no": "LX123456789CN"}]},
    {"order_no": "Ä-7", "buyer_name": "Åsa Ｗｉｄｅ", "lines": [{"sku": "q", "title": "50% off* (new)"}, {"sku": "Ω9"}]},
    {"order_no": "E-5", "buyer_name": "Bob", "buyer_username": "sunny_bob", "lines": [{"title": "🎧 headset"}]},
)  # fmt: skip


@pytest.fixture
def filled(store: Store) -> Store:
    add_orders(store, *ORDERS)
    return store


def found(store: Store, text: str) -> set[int]:
    """Numbers of the orders that a search finds, asserting that list, ids and total agree."""
    with store.reading() as conn:
        page = order_reads.page(conn, OrderFilter(text=text), now=NOW)
        ids = order_reads.ids(conn, OrderFilter(text=text), now=NOW)
    assert [row.id for row in page.rows] == ids
    assert page.total == len(ids)
    return set(ids)


@pytest.mark.parametrize(
    "text,expected",
    [
        ("2223334", {1}),  # the middle of an order number
        ("111-2223334-5556667", {1}),
        ("kurta", {1}),
        ("DRESS", {1}),
        ("red kurta", {1}),  # words in different fields
        ("dress red", {1}),
        ("red 1001", set()),
        ("o'hara", {1}),
        ("王", {2}),
        ("王建国", {2}),  # Simplified finds Traditional
        ("王建國", {2}),
        ("國", {2}),
        ("蓝牙", {2}),
        ("耳機", {2}),
        ("tws", {2}),
        ("明", {3}),  # last character of a field
        ("cn", {3}),
        ("lx1", {3}),
        ("#1001", {3}),
        ("#", {3}),
        ("wide", {4}),  # full-width letters
        ("ＷＩＤＥ", {4}),
        ("å", {4}),
        ("ω", {4}),
        ("50%", {4}),
        ("f*", {4}),
        ("sunny_bob", {5}),
        ("_b", {5}),
        ("🎧", {5}),
        ("q", {4}),
        ("李 1001", {3}),
        ("zz", set()),
        ("nothing of the kind", set()),
        ("", {1, 2, 3, 4, 5}),
        ("   ", {1, 2, 3, 4, 5}),
        ("\u3000", {1, 2, 3, 4, 5}),
        ("\x00", set()),
    ],
)
def test_what_is_found(filled: Store, text: str, expected: set[int]) -> None:
    assert found(filled, text) == expected


@pytest.mark.parametrize(
    "text",
    ['"', '""', "'", "a AND", "NOT", "NEAR(a b)", "a OR b)", "(", "col:x", "^a", "-a", "*", "a*", "{a}", "\\", "%",
     "_", ";--", "a\x00b", "\ud800", "\U0010ffff", "\U0010ffff\U0010ffff", "x" * 100_000, " ".join("abc" * 500)],
)  # fmt: skip
def test_syntax_of_the_index_is_only_text(filled: Store, text: str) -> None:
    found(filled, text)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(tmp_path_factory.mktemp("search"))
    add_orders(opened, *ORDERS)
    yield opened
    opened.close()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=40))
@example("\ud83d")
def test_no_text_raises(shared: Store, text: str) -> None:
    found(shared, text)


FIELDS = [
    (at, text)
    for at, order in enumerate(ORDERS, 1)
    for text in [
        order["order_no"],
        order["buyer_name"],
        *(part for line in order.get("lines", ()) for part in line.values()),  # type: ignore[attr-defined]
    ]
]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_piece_of_a_field_finds_its_order(shared: Store, data: st.DataObject) -> None:
    order_id, text = data.draw(st.sampled_from(FIELDS))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    piece = text[start:end]
    # A combining sequence cut in two is another text.
    if unicodedata.normalize("NFKC", piece) in unicodedata.normalize("NFKC", text):
        assert order_id in found(shared, piece)


def test_a_common_character_is_walked_and_a_rare_one_looked_up(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(order_search, "_FEW", 20)
    add_orders(store, *({"order_no": f"N{number:04}", "buyer_name": "王"} for number in range(60)))
    add_orders(store, {"order_no": "X", "buyer_name": "罕"})
    with store.reading() as conn:
        common, rare = order_search.condition(conn, "王"), order_search.condition(conn, "罕")
        both = order_search.condition(conn, "n0001 王")
    assert common is not None
    assert "instr" in common.sql
    assert rare is not None
    assert "MATCH" in rare.sql
    assert both is not None
    assert "MATCH" in both.sql
    assert "instr" in both.sql
    assert len(found(store, "王")) == 60
    assert found(store, "罕") == {61}
    assert found(store, "n0001 王") == {2}
    assert len(found(store, "n00 王")) == 60


def test_an_order_that_changed_is_found_by_what_it_says_now(filled: Store) -> None:
    with filled.writing() as conn:
        batch = import_writes.new_batch(conn, file="later.txt", at=NOW)
        import_writes.update_orders(conn, [(1, {"buyer_name": "Zoë Quist"})], batch)
        import_writes.reindex(conn, [1])
    assert found(filled, "quist") == {1}
    assert found(filled, "hara") == set()
    with filled.writing() as conn:
        conn.exec_driver_sql("INSERT INTO order_search (order_search) VALUES ('integrity-check')")


def test_folding_leaves_no_difference_of_case_width_or_script() -> None:
    assert fold("ＷＡＮＧ 王記 Straße") == "wang 王记 straße"
    assert fold(None) == ""
    assert fold("ABC-1") == "abc-1"
