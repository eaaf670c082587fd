"""Several shops in one data folder: an order of one never becomes part of an order of the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claimdesk.core.importing.imports import Imports
from claimdesk.core.importing.shop_choice import another_order
from claimdesk.core.orders.orders import Orders
from claimdesk.core.records.imports import FileChoices, FilePreview
from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.problems import Problem
from claimdesk.core.shop.shops import Shops
from claimdesk.core.storage.store import Store

from .samples import EXPORTS

HEAD = "Name,Email,Financial Status,Created at,Currency,Total,Lineitem quantity,Lineitem name,Lineitem price\n"
OURS = "#1001,a@example.com,paid,2025-03-01 10:00:00 -0500,USD,20.00,1,Lamp,20.00\n"
THEIRS = "#1001,b@example.com,paid,2022-07-09 10:00:00 +0200,EUR,55.00,1,Chair,55.00\n"
ERP = "订单编号,店铺名称,平台,买家姓名,付款时间,订单总金额,币种,商品名称\n"
AT = datetime(2026, 11, 22, tzinfo=UTC)
Write = Callable[..., Path]


@pytest.fixture
def orders(store: Store) -> Orders:
    return Orders(store)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(name: str, *rows: str, head: str = HEAD) -> Path:
        path = tmp_path / name
        path.write_text(head + "".join(rows), "utf-8")
        return path

    return written


def one(imports: Imports, path: Path, **options: str) -> FilePreview:
    (preview,) = imports.run([path], at=AT, **options).files
    return preview


def found(store: Store) -> list[tuple[str, int]]:
    return [(shop.name, shop.orders) for shop in Shops(store).all()]


def codes(preview: FilePreview) -> list[str]:
    return [issue.code for issue in (*preview.rejected, *preview.warnings)]


def test_orders_of_another_shop_are_kept_apart_and_told(
    imports: Imports, orders: Orders, store: Store, write: Write
) -> None:
    one(imports, write("ours.csv", OURS))
    preview = one(imports, write("theirs.csv", THEIRS))
    assert (preview.new, preview.updated, preview.rejected) == (1, 0, ())
    assert [(i.code, i.value, i.params["count"]) for i in preview.warnings] == [("shop_new", "Shopify 2", 1)]
    assert found(store) == [("", 1), ("Shopify 2", 1)]
    first, second = orders.find("#1001")
    assert (first.shop_id, first.total_minor, first.currency, len(first.lines)) == (1, 2000, "USD", 1)
    assert (second.total_minor, second.currency, second.lines[0].title) == (5500, "EUR", "Chair")


def test_each_file_finds_its_shop_again(imports: Imports, orders: Orders, store: Store, write: Write) -> None:
    one(imports, write("ours.csv", OURS))
    one(imports, write("theirs.csv", THEIRS))
    again = one(imports, write("theirs again.csv", THEIRS.replace("paid", "refunded")))
    assert (again.new, again.updated, [share.because for share in again.shops]) == (0, 1, ["orders"])
    assert [order.payment_status for order in orders.find("#1001")] == ["paid", "refunded"]
    assert one(imports, write("same.csv", OURS)).unchanged == 1
    assert found(store) == [("", 1), ("Shopify 2", 1)]


def test_the_same_day_another_buyer_is_another_shop(imports: Imports, orders: Orders, write: Write) -> None:
    one(imports, write("ours.csv", OURS))
    row = "#1001,z@example.com,paid,2025-03-01 12:00:00 -0500,USD,77.00,1,Chair,77.00\n"
    assert codes(one(imports, write("theirs.csv", row))) == ["shop_new"]
    assert len(orders.find("#1001")) == 2


def test_a_chosen_shop_is_obeyed_and_remembered(imports: Imports, orders: Orders, store: Store, write: Write) -> None:
    one(imports, write("a.csv", OURS), shop="Lamps & Co")
    one(imports, write("b.csv", OURS), shop="Another")
    assert [order.shop_id for order in orders.find("#1001")] == [2, 3]
    assert found(store) == [("", 0), ("Lamps & Co", 1), ("Another", 1)]
    row = OURS.replace("#1001", "#2001")
    preview = one(imports, write("c.csv", row))
    assert [(share.name, share.because) for share in preview.shops] == [("Another", "remembered")]
    assert one(imports, write("d.csv", OURS), shop="lamps & CO").unchanged == 1


def test_a_chosen_shop_never_mixes_two_orders(imports: Imports, orders: Orders, write: Write) -> None:
    one(imports, write("ours.csv", OURS), shop="Lamps")
    preview = one(imports, write("theirs.csv", THEIRS), shop="Lamps")
    assert [(i.code, i.value, i.params["day"]) for i in preview.rejected] == [
        ("number_of_another_order", "#1001", "2025-03-01")
    ]
    assert [order.total_minor for order in orders.find("#1001")] == [2000]


def test_a_look_makes_no_shop_and_undo_takes_it_away(imports: Imports, store: Store, write: Write) -> None:
    path = write("a.csv", OURS)
    preview = imports.preview(path, choices=FileChoices(new_shop="Lamps"))
    assert [(share.name, share.is_new) for share in preview.shops] == [("Lamps", True)]
    assert imports.run([path], shop="Lamps", dry_run=True, at=AT).batch_id is None
    assert found(store) == [("", 0)]
    batch = imports.run([path], shop="Lamps", at=AT).batch_id
    assert batch is not None
    assert imports.undo(batch).removed == 1
    assert found(store) == [("", 0)]
    assert one(imports, path).new == 1  # what was remembered of it does no harm
    assert found(store) == [("", 1)]


def test_a_file_that_names_its_shops_is_sorted_by_them(
    imports: Imports, orders: Orders, store: Store, write: Write
) -> None:
    rows = (
        "1001,North,亚马逊,Ann,2026/11/01 09:00,10.00,USD,Mug\n",
        "1001,South,亚马逊,Bob,2026/11/01 10:00,20.00,USD,Cup\n",
        "1002,North,亚马逊,Cid,2026/11/02 10:00,30.00,USD,Jug\n",
    )
    preview = one(imports, write("erp.csv", *rows, head=ERP))
    assert [(share.said, share.orders) for share in preview.shops] == [("North", 2), ("South", 1)]
    assert [(order.shop_id, order.total_minor) for order in orders.find("1001")] == [(1, 1000), (2, 2000)]
    again = one(imports, write("erp2.csv", rows[1], head=ERP))
    assert (again.unchanged, [share.because for share in again.shops]) == (1, ["said"])
    assert found(store) == [("", 2), ("South", 1)]


def test_one_shop_chosen_for_such_a_file_tells_the_double(imports: Imports, orders: Orders, write: Write) -> None:
    rows = (
        "1001,North,亚马逊,Ann,2026/11/01 09:00,10.00,USD,Mug\n",
        "1001,South,亚马逊,Bob,2026/11/01 10:00,20.00,USD,Cup\n",
    )
    preview = one(imports, write("erp.csv", *rows, head=ERP), shop="All")
    assert (preview.new, [issue.code for issue in preview.rejected]) == (1, ["number_of_another_order"])
    assert [order.total_minor for order in orders.find("1001")] == [1000]


def test_an_ebay_report_says_its_seller(imports: Imports, store: Store, tmp_path: Path) -> None:
    text = (EXPORTS / "synthetic-ebay-orders-report-us-82col.csv").read_text("utf-8-sig")

    def report(digits: str, seller: str) -> Path:
        path = tmp_path / f"{seller}.csv"
        path.write_text(re.sub(r"\d{2}-(?=\d{5}-\d{5})", digits, text).replace("demo-seller", seller), "utf-8")
        return path

    assert [(s.said, s.id) for s in one(imports, report("01-", "north")).shops] == [("north", 1)]
    assert [(s.said, s.name, s.is_new) for s in one(imports, report("02-", "south")).shops] == [
        ("south", "south", True)
    ]
    assert [s.id for s in one(imports, report("03-", "north")).shops] == [1]
    assert [name for name, _ in found(store)] == ["", "south"]


def test_platforms_with_equal_numbers_stay_apart(imports: Imports, orders: Orders, write: Write) -> None:
    head = "Order id,Platform,Buyer name,Total,Currency\n"
    rows = ("9001,Etsy,Ann,10.00,USD\n", "9001,Walmart,Bob,20.00,USD\n")
    assert one(imports, write("a.csv", *rows, head=head)).new == 2
    assert one(imports, write("b.csv", rows[1].replace("20", "21"), head=head)).updated == 1
    assert {(order.platform, order.total_minor) for order in orders.find("9001")} == {("etsy", 1000), ("walmart", 2100)}
    assert [order.buyer_name for order in orders.find("9001", "walmart")] == ["Bob"]


def test_lists_and_search_know_the_shop(imports: Imports, orders: Orders, write: Write) -> None:
    one(imports, write("ours.csv", OURS), shop="Lamps")
    one(imports, write("theirs.csv", THEIRS), shop="Chairs")
    page = orders.page(OrderFilter(text="#1001"), now=AT)
    assert sorted(row.shop_id for row in page.rows) == [2, 3]
    chairs = orders.page(OrderFilter(text="1001", shops=(3,)), now=AT)
    assert (chairs.total, [row.total_minor for row in chairs.rows]) == (1, [5500])


def test_undo_of_one_shop_leaves_the_other(imports: Imports, orders: Orders, write: Write) -> None:
    one(imports, write("ours.csv", OURS), shop="Lamps")
    batch = imports.run([write("theirs.csv", THEIRS)], shop="Chairs", at=AT).batch_id
    assert batch is not None
    imports.undo(batch)
    assert [order.total_minor for order in orders.find("#1001")] == [2000]


def test_shops_are_named_once(imports: Imports, store: Store, write: Write) -> None:
    one(imports, write("ours.csv", OURS), shop="Lamps")
    shops = Shops(store)
    shops.rename(2, "  Lamps  and more ")
    assert shops.all()[1].name == "Lamps and more"
    shops.rename(1, "First")
    for shop, name, code in (
        (1, "lamps and MORE", "shop_name_taken"), (1, " ", "shop_name_missing"), (9, "x", "shop_unknown")
    ):  # fmt: skip
        with pytest.raises(Problem) as caught:
            shops.rename(shop, name)
        assert caught.value.code == code


DAY = "2026-11-01"


@pytest.mark.parametrize(
    "stored, read, another",
    [
        ((DAY, "a@x.com", "Ann", "USD", 100), ("2026-11-03", "a@x.com", "Ann", "USD", 100), False),
        ((DAY, "a@x.com", "Ann", "USD", 100), ("2026-11-09", "a@x.com", "Ann", "USD", 100), True),
        ((DAY, "a@x.com", "Ann", "USD", 100), (DAY, "b@x.com", "Ann", "USD", 200), False),
        ((DAY, "a@x.com", "Ann", "USD", 100), (DAY, "b@x.com", "Bob", "USD", 200), True),
        ((DAY, "a@x.com", "Ann", "USD", 100), (DAY, "b@x.com", "Bob", "USD", 100), False),
        ((DAY, "", "A***", "USD", 100), (DAY, "", "Bob", "EUR", 200), False),
        ((None, "", "", "", None), (DAY, "b@x.com", "Bob", "USD", 100), False),
    ],
)
def test_what_makes_another_order(stored: tuple[object, ...], read: tuple[object, ...], another: bool) -> None:
    assert another_order(stored, read) is another
