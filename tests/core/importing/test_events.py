"""Files about something else than orders: what they tell of orders, once, in any language, and taken back whole."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.events import EVENT_VALUES
from claimdesk.core.importing.imports import Imports
from claimdesk.core.importing.parsing import ParsedFile, parse_file
from claimdesk.core.records.imports import Counts, ImportResult
from claimdesk.core.records.order_events import OrderEvent
from claimdesk.core.records.orders import Order, OrderStatus
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage import order_reads
from claimdesk.core.storage.store import Store
from tests.core.storage.filling import dump

from .samples import EXPORTS
from .transactions import ORDER, report, row

Run = Callable[..., ImportResult]
Parse = Callable[..., ParsedFile]
JOURNAL = ("import_batches", "import_changes")

RETURNS = EXPORTS / "synthetic-amazon-mfn-returns-by-return-date.txt"
TRANSACTIONS = EXPORTS / "synthetic-amazon-date-range-us-7preamble-bom.csv"
FEEDBACK = EXPORTS / "synthetic-amazon-seller-feedback.txt"
EVERY = sorted(
    path
    for path in EXPORTS.iterdir()
    if any(word in path.name for word in ("fba-c", "fba-r", "mfn-", "feedback", "date-range"))
)


def order_of(store: Store, number: str) -> Order:
    with store.reading() as conn:
        [found] = order_reads.by_number(conn, number)
    return found


def kinds(order: Order) -> list[str]:
    return [event.kind.value for event in order.events]


def only(parsed: ParsedFile) -> dict[str, object]:
    [values] = parsed.events.values
    return dict(zip(EVENT_VALUES, values, strict=True))


def orders_file(path: Path, *, status: str = "Shipped", price: str = "40.00") -> Path:
    """The all-orders report with one order: a lamp for 40.00."""
    headings = (
        "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\t"
        "sales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax"
    )
    cells = (
        f"{ORDER}\t\t2026-11-01T08:00:00+00:00\t2026-11-02T08:00:00+00:00\t{status}\tMerchant\tAmazon.com\tBrass lamp\t"
        f"LAMP\tB0LAMP\tShipped\t1\tUSD\t{price}\t3.00"
    )
    path.write_text(f"{headings}\n{cells}\n", "utf-8")
    return path


def test_every_file_imported_again_changes_nothing(run: Run, store: Store) -> None:
    first = run(*EVERY)
    before = dump(store)
    again = run(*EVERY)
    assert again.batch_id is None
    assert dump(store) == before
    for one, two in zip(first.files, again.files, strict=True):
        assert two.events.new == two.events.updated == two.new == two.updated == 0
        assert two.events.unchanged == one.events.new + one.events.unchanged > 0
        assert two.unchanged == one.new + one.updated + one.unchanged
        assert two.events.without_order == one.events.without_order


def test_undoing_the_files_leaves_an_empty_house(run: Run, imports: Imports, store: Store) -> None:
    empty = dump(store, without=JOURNAL)
    batch = run(*EVERY).batch_id
    assert batch is not None
    undone = imports.undo(batch)
    assert (undone.restored, undone.kept) == (0, ())
    assert undone.removed > 10
    assert dump(store, without=JOURNAL) == empty


def test_a_refund_is_no_other_money_of_the_order(run: Run, imports: Imports, store: Store, tmp_path: Path) -> None:
    run(orders_file(tmp_path / "orders.txt"))
    before = order_of(store, ORDER)
    untouched = dump(store, without=JOURNAL)
    refund = row("Nov 9, 2026 8:00:00 AM PST", "Refund", sales="-40.00", tax="-3.00", fees="6.00", total="-37.00")
    done = run(report(tmp_path / "november.csv", "us", refund))
    assert (done.files[0].new, done.files[0].updated, done.files[0].unchanged) == (0, 1, 0)
    assert done.files[0].events == Counts(new=1)
    after = order_of(store, ORDER)
    assert after.refund_minor == 4300
    assert (after.total_minor, after.subtotal_minor, after.tax_minor) == (4300, 4000, 300)
    assert (after.lines, after.status, after.purchased_at) == (before.lines, before.status, before.purchased_at)
    assert done.batch_id is not None
    assert imports.undo(done.batch_id).restored == 1
    assert dump(store, without=JOURNAL) == untouched


def test_reports_that_overlap_count_a_refund_once(run: Run, imports: Imports, store: Store, tmp_path: Path) -> None:
    one = row("Nov 9, 2026 8:00:00 AM PST", "Refund", sales="-10.00", total="-9.00")
    two = row("Nov 20, 2026 8:00:00 AM PST", "Refund", sales="-5.00", total="-4.50")
    first = run(report(tmp_path / "november-1.csv", "us", one)).batch_id
    done = run(report(tmp_path / "november.csv", "us", one, two))
    assert done.files[0].events == Counts(new=1, unchanged=1)
    assert order_of(store, ORDER).refund_minor == 1500
    # The order the first import made stays for the second one's sake; what it made of the refund goes with it.
    assert first is not None and done.batch_id is not None
    assert imports.undo(done.batch_id).restored == 1
    assert order_of(store, ORDER).refund_minor == 1000


def test_undoing_the_earlier_of_two_refunds_leaves_the_later(
    run: Run, imports: Imports, store: Store, tmp_path: Path
) -> None:
    run(orders_file(tmp_path / "orders.txt"))
    first = run(report(tmp_path / "a.csv", "us", row("Nov 9, 2026 8:00:00 AM PST", "Refund", sales="-10.00"))).batch_id
    run(report(tmp_path / "b.csv", "us", row("Nov 20, 2026 8:00:00 AM PST", "Refund", sales="-5.00")))
    assert order_of(store, ORDER).refund_minor == 1500
    assert first is not None
    undone = imports.undo(first)
    assert (undone.restored, undone.kept) == (1, ())
    assert order_of(store, ORDER).refund_minor == 500


def test_equal_rows_of_one_report_are_two_refunds(run: Run, store: Store, tmp_path: Path) -> None:
    one = row("Nov 9, 2026 8:00:00 AM PST", "Refund", sales="-10.00", total="-9.00")
    run(report(tmp_path / "november.csv", "us", one, one))
    assert order_of(store, ORDER).refund_minor == 2000


def test_two_reports_of_one_refund_do_not_add_up(run: Run, store: Store, tmp_path: Path) -> None:
    number = "112-0357285-5941353"
    run(RETURNS)
    assert order_of(store, number).refund_minor == 2138
    refund = row("Jul 23, 2025 8:00:00 AM PDT", "Refund", order=number, sku="RING-7", sales="-21.38", total="-18.00")
    run(report(tmp_path / "july.csv", "us", refund))
    assert order_of(store, number).refund_minor == 2138


def test_an_order_met_in_a_return_first_is_completed_by_its_export(run: Run, store: Store, tmp_path: Path) -> None:
    done = run(report(tmp_path / "november.csv", "us", row("Nov 9, 2026 8:00:00 AM PST", "Refund", sales="-40.00")))
    assert (done.files[0].new, done.files[0].events.new) == (1, 1)
    bare = order_of(store, ORDER)
    assert (bare.status, bare.purchased_at, bare.total_minor, bare.lines) == (OrderStatus.UNKNOWN, None, None, ())
    done = run(orders_file(tmp_path / "orders.txt"))
    assert (done.files[0].new, done.files[0].updated) == (0, 1)
    whole = order_of(store, ORDER)
    assert (whole.id, whole.status, whole.total_minor, whole.refund_minor) == (bare.id, OrderStatus.SHIPPED, 4300, 4000)
    assert [line.sku for line in whole.lines] == ["LAMP"]
    assert kinds(whole) == ["refunded"]


def test_the_line_of_a_transaction_and_of_the_export_are_one(run: Run, store: Store, tmp_path: Path) -> None:
    run(report(tmp_path / "november.csv", "us", row("Nov 3, 2026 8:00:00 AM PST", "Order", sales="40.00")))
    assert [line.price_minor for line in order_of(store, ORDER).lines] == [None]
    run(orders_file(tmp_path / "orders.txt"))
    [line] = order_of(store, ORDER).lines
    assert (line.sku, line.title, line.quantity, line.price_minor) == ("LAMP", "Brass lamp", 1, 4000)


def mfn(path: Path, **changed: str) -> Path:
    """The returns report with its first row only, some cells changed."""
    lines = RETURNS.read_text("utf-8").splitlines()
    headings, cells = lines[0].split("\t"), lines[1].split("\t")
    for heading, text in changed.items():
        cells[headings.index(heading.replace("_", " "))] = text
    path.write_text("\t".join(headings) + "\n" + "\t".join(cells) + "\n", "utf-8")
    return path


def test_a_return_goes_on_and_an_older_report_does_not_move_it_back(run: Run, store: Store, tmp_path: Path) -> None:
    pending = mfn(tmp_path / "1.txt", Return_request_status="PendingApproval")
    completed = mfn(
        tmp_path / "2.txt",
        Return_request_status="Completed", Return_delivery_date="22-Jul-2025", Refunded_Amount="21.38",
    )  # fmt: skip
    run(pending)
    number = "114-9808109-1177021"
    assert kinds(order_of(store, number)) == ["return_requested"]
    done = run(completed)
    assert done.files[0].events == Counts(new=3, updated=1)
    order = order_of(store, number)
    assert sorted(kinds(order)) == ["refunded", "return_authorised", "return_received", "return_requested"]
    requested = next(event for event in order.events if event.kind == "return_requested")
    assert (requested.status, requested.file, requested.row) == ("Completed", "2.txt", 2)
    again = run(pending)
    assert (again.batch_id, again.files[0].events) == (None, Counts(unchanged=1))
    assert order_of(store, number) == order


def test_undo_puts_an_event_back_to_what_it_was(run: Run, imports: Imports, store: Store, tmp_path: Path) -> None:
    run(mfn(tmp_path / "1.txt", Return_request_status="PendingApproval"))
    before = dump(store, without=JOURNAL)
    batch = run(mfn(tmp_path / "2.txt", Refunded_Amount="21.38")).batch_id
    assert batch is not None
    assert imports.undo(batch).restored == 1
    assert dump(store, without=JOURNAL) == before


def test_a_dry_run_counts_events_and_keeps_none(run: Run, imports: Imports, store: Store) -> None:
    empty = dump(store)
    counted = run(RETURNS, TRANSACTIONS, dry_run=True)
    assert [file.events.new for file in counted.files] == [10, 3]
    assert imports.preview(RETURNS).events == Counts(new=10)
    assert dump(store) == empty


def test_a_row_without_its_order_is_refused_where_it_must_have_one(run: Run, tmp_path: Path) -> None:
    file = run(mfn(tmp_path / "1.txt", Order_ID=" ")).files[0]
    assert [(issue.row, issue.column, issue.code) for issue in file.rejected] == [(2, "Order ID", "order_no_missing")]
    assert (file.new, file.events) == (0, Counts())


def test_a_faulty_row_does_not_take_the_other_events_of_its_order_along(run: Run, store: Store, tmp_path: Path) -> None:
    good = row("Nov 9, 2026 8:00:00 AM PST", "Refund", sales="-10.00")
    file = run(report(tmp_path / "november.csv", "us", good, row("some day", "Refund", sales="-5.00"))).files[0]
    assert [(issue.row, issue.code) for issue in file.rejected] == [(10, "date_unreadable")]
    assert order_of(store, ORDER).refund_minor == 1000


@pytest.mark.parametrize(
    "address, text, day",
    [
        ("a1b2c3d4@marketplace.amazon.com", "3/4/26", "2026-03-04"),
        ("a1b2c3d4@marketplace.amazon.co.uk", "3/4/26", "2026-04-03"),
        ("a1b2c3d4@marketplace.amazon.de", "03.04.26", "2026-04-03"),
        ("a1b2c3d4@marketplace.amazon.co.jp", "26/04/03", "2026-04-03"),
    ],
)
def test_days_of_feedback_are_read_as_its_marketplace_writes_them(
    address: str, text: str, day: str, parse: Parse, tmp_path: Path
) -> None:
    path = tmp_path / "feedback.txt"
    headings = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email"
    path.write_text(f"{headings}\n{text}\t2\tlate\t\t{ORDER}\t{address}\n", "utf-8")
    found = only(parse(path))
    assert (found["at"], found["rating"]) == (day, 2)


def test_an_answer_to_feedback_is_added_to_it(run: Run, store: Store, tmp_path: Path) -> None:
    headings = "Date\tRating\tComments\tYour Response\tOrder ID\tRater Email"
    path = tmp_path / "feedback.txt"
    for answer in ("", "We are sorry"):
        path.write_text(f"{headings}\n1/5/24\t1\tbad\t{answer}\t{ORDER}\tx@marketplace.amazon.com\n", "utf-8")
        run(path)
    [event] = order_of(store, ORDER).events
    assert (event.rating, event.comment, event.response) == (1, "bad", "We are sorry")


def test_both_orders_of_a_replacement_name_the_other(run: Run, store: Store) -> None:
    run(EXPORTS / "synthetic-amazon-fba-replacements.txt")
    [sent] = order_of(store, "113-5062462-5485817").events
    [back] = order_of(store, "114-2046198-1303300").events
    assert (sent.reference, back.reference) == ("114-2046198-1303300", "113-5062462-5485817")
    assert (sent.file, sent.row) == (back.file, back.row) == ("synthetic-amazon-fba-replacements.txt", 2)


CUSTOM = """
id = "test.disputes"
platform = "ebay"
title = { en = "Disputes", zh = "争议" }
kind = "events"
grain = "event"
signature = ["Order", "Dispute", "Opened"]

[columns]
"Order" = "order_no"
"Dispute" = "case_ref"
"Opened" = "event_at"
"Why" = "case_reason"
"Held" = "event_total"

[amounts]
currency = "USD"

[[events]]
kind = "chargeback"
key = ["case_ref"]
at = "event_at"
reference = ["case_ref"]
reason = ["case_reason"]
amount = ["event_total"]
"""


def custom(folder: Path, text: str = CUSTOM) -> Catalogue:
    file = folder / "test.disputes.toml"
    file.write_text(text, "utf-8")
    return Catalogue.load([file])


def test_such_a_format_needs_no_python(tmp_path: Path) -> None:
    path = tmp_path / "disputes.csv"
    path.write_text("Order,Dispute,Opened,Why,Held\n17-1,D-9,2026-11-03,not received,-12.50\n", "utf-8")
    parsed = parse_file(path, custom(tmp_path), task=Task())
    found = only(parsed)
    assert parsed.events.numbers == parsed.orders.numbers == ["17-1"]
    assert {name: found[name] for name in ("kind", "at", "reference", "reason", "amount_minor", "currency")} == {
        "kind": "chargeback", "at": "2026-11-03", "reference": "D-9", "reason": "not received", "amount_minor": -1250,
        "currency": "USD",
    }  # fmt: skip


@pytest.mark.parametrize(
    "broken",
    [
        CUSTOM.replace('amount = ["event_total"]', 'amount = ["refunded"]'),
        CUSTOM.replace('kind = "events"', ""),
        CUSTOM.replace('grain = "event"', 'grain = "order"'),
        CUSTOM.replace('kind = "chargeback"', 'kind = "quarrel"'),
        CUSTOM.partition("[[events]]")[0],
    ],
)
def test_a_faulty_format_is_named(broken: str, tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        custom(tmp_path, broken)
    assert caught.value.code == "knowledge_faulty"


def test_events_come_with_their_order_oldest_first(run: Run, store: Store) -> None:
    run(FEEDBACK, TRANSACTIONS)
    order = order_of(store, "111-2461587-8135394")
    assert kinds(order) == ["transaction", "feedback", "refunded"]
    assert all(isinstance(event, OrderEvent) and event.noted_at is not None for event in order.events)
    assert [(event.file, event.row) for event in order.events] == [
        (TRANSACTIONS.name, 9), (FEEDBACK.name, 2), (TRANSACTIONS.name, 10),
    ]  # fmt: skip


def test_the_quoted_twin_of_a_report_tells_the_same(parse: Parse, tmp_path: Path) -> None:
    source = EXPORTS / "synthetic-amazon-fba-customer-returns.txt"
    twin = tmp_path / "twin.csv"
    with source.open(encoding="utf-8", newline="") as read, twin.open("w", encoding="utf-8", newline="") as written:
        rows = (line.rstrip("\r\n").split("\t") for line in read)
        csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    place = EVENT_VALUES.index("file")
    one, two = (
        [values[:place] + values[place + 1 :] for values in parse(path).events.values] for path in (source, twin)
    )
    assert one == two


def test_a_file_that_fills_gaps_fills_them_also_when_it_comes_again(run: Run, store: Store, imports: Imports) -> None:
    """What a file has nothing to add to is passed over; what was taken out since is filled again."""
    path = EXPORTS / "synthetic-amazon-mfn-returns-by-return-date.txt"
    run(path)
    assert run(path).batch_id is None
    with store.writing() as conn:
        conn.exec_driver_sql("UPDATE order_lines SET title = '' WHERE order_id = 1")
        conn.exec_driver_sql("UPDATE orders SET purchased_at = NULL WHERE id = 2")
    again = run(path).files[0]
    assert dict(again.change_counts) == {"line.title": 1, "purchased_at": 1}
    assert run(path).batch_id is None


def test_a_file_of_events_that_comes_again_costs_no_more_than_the_first_time(
    imports: Imports, run: Run, tmp_path: Path
) -> None:
    """Measured in the thread's own time; the bound leaves room for a loaded machine."""
    lines = (EXPORTS / "synthetic-amazon-mfn-returns-by-return-date.txt").read_text("utf-8").splitlines()
    path = tmp_path / "returns.txt"
    rows = (lines[1 + at % (len(lines) - 1)].split("\t")[1:] for at in range(6000))
    path.write_text(
        "\n".join([lines[0], *("\t".join([f"114-{at:07d}-1177021", *row]) for at, row in enumerate(rows))]), "utf-8"
    )
    imports.formats()
    spent = []
    for _ in range(4):
        start = time.thread_time()
        run(path)
        spent.append(time.thread_time() - start)
    assert min(spent[1:]) <= 1.2 * spent[0]
