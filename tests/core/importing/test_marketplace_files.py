"""Exports of Amazon, eBay, Etsy and Walmart as other shops get them: other layouts, sites, ways to write a day."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.events import EVENT_VALUES
from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES
from claimdesk.core.importing.parsing import ParsedFile

Parse = Callable[..., ParsedFile]
Row = Mapping[str, str]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(headings: Sequence[str], *rows: Row, above: Sequence[str] = (), separator: str = ",") -> Path:
        path = tmp_path / "export.txt"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(f'"{line}"\r\n' for line in above)
            out = csv.writer(file, delimiter=separator)
            out.writerows([headings, *([row.get(heading, "") for heading in headings] for row in rows)])
        return path

    return write


@pytest.fixture
def headings(catalogue: Catalogue) -> Callable[[str], list[str]]:
    def of(format_id: str) -> list[str]:
        return list(catalogue.get(format_id).definition.columns)

    return of


def order_of(parsed: ParsedFile, place: int = 0) -> dict[str, Any]:
    return dict(zip(ORDER_VALUES, parsed.orders.values[place], strict=True))


def lines_of(parsed: ParsedFile, place: int = 0) -> list[tuple[str, int, int]]:
    lines = [dict(zip(LINE_VALUES, row[1:], strict=True)) for row in parsed.orders.lines[place]]
    return [(line["sku"], line["quantity"], line["price_minor"]) for line in lines]


def events_of(parsed: ParsedFile) -> list[dict[str, Any]]:
    return [dict(zip(EVENT_VALUES, values, strict=True)) for values in parsed.events.values]


def format_of(parsed: ParsedFile) -> str:
    return parsed.recognised.format.definition.id


# Amazon: transactions

TRANSACTIONS = [
    ("jp", "2024/04/02 23:00:53JST", "返金", "2024-04-02T14:00:53Z", "refunded"),
    ("it", "5 gen 2024 08.12.44 GMT+00.00", "Rimborso", "2024-01-05T08:12:44Z", "refunded"),
    ("mx", "5 de enero de 2024 08:12:44 GMT-8", "Reembolso", "2024-01-05T16:12:44Z", "refunded"),
    ("mx", "5 de enero de 2024 08:12:44 p.m. PST", "Reclamo de la Garantía A a Z", "2024-01-06T04:12:44Z", "claim"),
    ("mx", "1 ago. 2024 20:12:44 PDT", "Reclamo de la Garantía de A a Z", "2024-08-02T03:12:44Z", "claim"),
    ("ca", "2024-01-05 8:12:44 AM PST", "Refund", "2024-01-05T16:12:44Z", "refunded"),
    ("any", "5 Jan 2024 8:12:44 pm UTC", "Refund", "2024-01-05T20:12:44Z", "refunded"),
    ("es", "2 dic 2024 23:12:44 UTC", "Garantía de A a Z", "2024-12-02T23:12:44Z", "claim"),
    ("es", "2 dic 2024 23:12:44 UTC", "Reclamación de la Garantía de la A a la Z", "2024-12-02T23:12:44Z", "claim"),
]  # fmt: skip


HOMES = {"ca": "amazon.ca"}


def transaction(catalogue: Catalogue, language: str, **told: str) -> tuple[list[str], dict[str, str]]:
    columns = catalogue.get(f"amazon.transactions.{language}").definition.columns
    heading = {name: text for text, name in reversed(columns.items())}
    return list(heading.values()), {heading[name]: text for name, text in told.items()}


@pytest.mark.parametrize("language, at, kind, moment, event", TRANSACTIONS)
def test_a_transaction_is_read_however_its_shop_writes_it(
    parse: Parse, written: Callable[..., Path], catalogue: Catalogue,
    language: str, at: str, kind: str, moment: str, event: str,
) -> None:  # fmt: skip
    told = {"event_at": at, "transaction_type": kind, "order_no": "404-1-1", "product_sales": "-12", "sku": "S"}
    place = HOMES.get(language, "")
    head, row = transaction(catalogue, language, **told, settlement_id="5", event_total="-11", marketplace=place)
    parsed = parse(written(head, row))
    assert (format_of(parsed), parsed.rejected) == (f"amazon.transactions.{language}", ())
    assert [(one["at"], one["kind"]) for one in events_of(parsed)] == [(moment, event)]


@pytest.mark.parametrize(
    "place, found, currency",
    [("amazon.com", "us", "USD"), ("amazon.ca", "ca", "CAD"), ("amazon.de", "eu", "EUR"), ("amazon.se", "eu", "SEK"),
     ("amazon.co.uk", "uk", "GBP"), ("amazon.in", "any", "INR"), ("amazon.ae", "any", "AED"),
        ("amazon.com.au", "au", "AUD")],
)  # fmt: skip
def test_without_lines_above_the_shop_tells_english_reports_apart(
    parse: Parse, written: Callable[..., Path], catalogue: Catalogue, place: str, found: str, currency: str
) -> None:
    told = {"event_at": "5 Jan 2024 08:12:44 UTC", "transaction_type": "Refund", "order_no": "1-1-1", "sku": "S"}
    head, row = transaction(catalogue, "us", **told, product_sales="-1,234.50", marketplace=place, settlement_id="5")
    parsed = parse(written(head, row))
    [event] = events_of(parsed)
    assert (format_of(parsed), event["amount_minor"], event["currency"]) == (f"amazon.transactions.{found}", 123450, currency)  # fmt: skip


def test_an_english_report_in_euro_says_so_above_its_headings(
    parse: Parse, written: Callable[..., Path], catalogue: Catalogue
) -> None:
    told = {"event_at": "5 Jan 2024 08:12:44 UTC", "transaction_type": "Refund", "order_no": "1-1-1", "sku": "S"}
    head, row = transaction(catalogue, "uk", **told, product_sales="-5.00", settlement_id="5")
    parsed = parse(written(head, row, above=["Includes", "All amounts in EUR, unless specified"]))
    assert (format_of(parsed), events_of(parsed)[0]["currency"]) == ("amazon.transactions.eu", "EUR")


@pytest.mark.parametrize("above", ["All amounts in SGD, unless specified", ""])
def test_an_english_report_of_a_shop_unknown_is_given_no_currency(
    parse: Parse, written: Callable[..., Path], catalogue: Catalogue, above: str
) -> None:
    told = {"event_at": "5 Jan 2024 08:12:44 UTC", "transaction_type": "Adjustment", "order_no": "1-1-1"}
    head, row = transaction(catalogue, "us", **told, event_total="5.00", settlement_id="5")
    parsed = parse(written(head, row, above=["Includes", above] if above else []))
    assert [issue.code for issue in parsed.warnings] == ["currency_missing"]
    assert events_of(parsed)[0]["currency"] == ""


def test_an_amount_of_nothing_is_an_amount(parse: Parse, written: Callable[..., Path], catalogue: Catalogue) -> None:
    told = {"event_at": "5 Jan 2024 08:12:44 UTC", "transaction_type": "Order_Retrocharge", "order_no": "1-1-1"}
    head, row = transaction(catalogue, "us", **told, event_total="0", settlement_id="5", marketplace="amazon.com")
    [event] = events_of(parse(written(head, row)))
    assert (event["amount_minor"], event["currency"]) == (0, "USD")


def test_new_orders_without_delivery_windows(parse: Parse, written: Callable[..., Path]) -> None:
    head = ["order-id", "order-item-id", "purchase-date", "payments-date", "buyer-email", "buyer-name",
            "payment-method-details", "buyer-phone-number", "sku", "number-of-items", "product-name", "quantity-purchased",
            "currency", "item-price", "item-tax", "shipping-price", "ship-service-level", "recipient-name", "ship-address-1",
            "ship-city", "ship-state", "ship-postal-code", "ship-country", "item-promotion-discount", "is-prime",
            "is-buyer-requested-cancellation"]  # fmt: skip
    row = {"order-id": "113-1-1", "order-item-id": "7", "purchase-date": "2025-11-01T23:30:00-07:00", "sku": "S",
           "quantity-purchased": "2", "currency": "USD", "item-price": "10.00", "item-promotion-discount": "-1.00",
           "shipping-price": "4.00", "is-buyer-requested-cancellation": "true", "buyer-name": "Jo"}  # fmt: skip
    parsed = parse(written(head, row, separator="\t"))
    assert (format_of(parsed), parsed.warnings) == ("amazon.new_orders", ())
    assert lines_of(parsed) == [("S", 2, 1000)]
    order = order_of(parsed)
    assert (order["total_minor"], order["cancel_requested"], order["buyer_name"]) == (1300, 1, "Jo")


# eBay


def ebay(**told: str) -> dict[str, str]:
    names = {"record": "Sales Record Number", "number": "Order Number", "item": "Item Number", "sku": "Custom Label",
             "count": "Quantity", "price": "Sold For", "total": "Total Price", "tax": "eBay Collected Tax",
             "own_tax": "Seller Collected Tax", "sale": "Sale Date", "paid": "Paid On Date", "sent": "Shipped On Date",
             "parcel": "Tracking Number"}  # fmt: skip
    return {names[name]: text for name, text in told.items()} | {"Buyer Username": "u", "Ship To Name": "Jo"}


SUMMARY = ebay(record="1", number="2-2-2", count="2", price="$30.00", total="$36.00", tax="$0.00", own_tax="$6.00",
               sale="Jul-04-25", paid="Jul-04-25")  # fmt: skip


@pytest.mark.parametrize("second, status", [("Jul-07-25", "shipped"), ("", "unshipped")])
def test_an_ebay_order_is_shipped_when_its_last_item_is(
    parse: Parse, written: Callable[..., Path], headings: Callable[[str], list[str]], second: str, status: str
) -> None:
    items = [
        ebay(record="1", number="2-2-2", item="9", sku="A", count="1", price="$10.00", sent="Jul-06-25", parcel="T1"),
        ebay(record="1", number="2-2-2", item="8", sku="B", count="1", price="$20.00", sent=second),
    ]
    parsed = parse(written(headings("ebay.orders.us"), SUMMARY, *items))
    order = order_of(parsed)
    assert (order["status"], order["total_minor"], order["tax_minor"]) == (status, 3600, 600)
    assert lines_of(parsed) == [("A", 1, 1000), ("B", 1, 2000)]


@pytest.mark.parametrize(
    "money, place, currency",
    [("$", "ebay.com", "USD"), ("C $", "ebay.ca", "CAD"), ("AU $", "ebay.com.au", "AUD"), ("£", "ebay.co.uk", "GBP")],
)
def test_what_was_paid_names_the_ebay_site(
    parse: Parse, written: Callable[..., Path], headings: Callable[[str], list[str]],
    money: str, place: str, currency: str,
) -> None:  # fmt: skip
    row = ebay(record="1", number="3-3-3", item="9", sku="A", count="2", price=f"{money}6.25", total=f"{money}1,012.50")
    order = order_of(parse(written(headings("ebay.orders.us"), row)))
    assert (order["marketplace"], order["currency"], order["total_minor"]) == (place, currency, 101250)


def test_an_australian_ebay_report(parse: Parse, written: Callable[..., Path]) -> None:
    row = {"Sales Record Number": "1", "Order Number": "6-1-1", "Buyer Username": "u", "Post To Name": "Sam",
           "Post To Postcode": "0800", "Item Number": "9", "Item Title": "Mug", "Custom Label": "C", "Quantity": "2",
           "Sold For": "AU $12.00", "Postage And Handling": "AU $9.95", "Total Price": "AU $33.95",
           "Sale Date": "05-Sep-25", "Posted On Date": "06-Sep-25"}  # fmt: skip
    parsed = parse(written(list(row), row))
    order = order_of(parsed)
    assert (format_of(parsed), order["marketplace"], order["currency"]) == ("ebay.orders.au", "ebay.com.au", "AUD")
    assert (order["shipping_minor"], order["status"], order["ship_postal_code"]) == (995, "shipped", "0800")


def test_early_file_exchange_gives_the_buyers_address(
    parse: Parse, written: Callable[..., Path], headings: Callable[[str], list[str]]
) -> None:
    row = {"Sales Record Number": "11", "Order ID": "22-1", "User Id": "u", "Buyer Full name": "Al", "Item Number": "9",
           "Buyer Address 1": "1 Road", "Buyer Postcode": "M1 1AA", "Post To Address 1": "2 Street",
           "Post To Postcode": "M2 2BB", "Sale Date": "03-Jan-19", "Total Price": "£8.00"}  # fmt: skip
    early = [*headings("ebay.file_exchange.uk.early"), "Checkout Date"]
    assert order_of(parse(written(early, row)))["ship_postal_code"] == "M1 1AA"
    later = [*headings("ebay.file_exchange.uk"), "Buyer Address 1", "Buyer Postcode", "Checkout Date"]
    assert order_of(parse(written(later, row)))["ship_postal_code"] == "M2 2BB"


# Etsy and Walmart


@pytest.mark.parametrize("adjusted, refund", [("40.00", 1900), ("0.00", None), ("", None), ("59.00", None)])
def test_an_etsy_total_that_was_adjusted_is_a_refund(
    parse: Parse, written: Callable[..., Path], headings: Callable[[str], list[str]], adjusted: str, refund: int | None
) -> None:
    row = {"Sale Date": "03/31/24", "Order ID": "3100000001", "Buyer User ID": "bea", "Number of Items": "1",
           "Order Total": "59.00", "Adjusted Order Total": adjusted, "Currency": "USD"}  # fmt: skip
    order = order_of(parse(written(headings("etsy.sold_orders"), row)))
    assert (order["total_minor"], order["refund_minor"]) == (5900, refund)


def test_the_walmart_file_of_2017_needs_no_second_look(parse: Parse, written: Callable[..., Path]) -> None:
    row = {"PO#": "1577000000001", "Order#": "2577", "Order Date": "03/01/2017", "Ship By": "03/04/2017",
           "Customer Name": "Dee", "Customer Email ID": "x@relay.example", "Line#": "1", "Status": "Shipped",
           "Qty": "2", "SKU": "L", "Item Cost": "10.00", "Shipping Cost": "2.00", "Tax": "0.75"}  # fmt: skip
    parsed = parse(written(list(row), row))
    order = order_of(parsed)
    assert (format_of(parsed), parsed.warnings) == ("walmart.orders", ())
    assert (order["purchased_at"], order["total_minor"], order["buyer_email"]) == (
        "2017-03-01",
        2275,
        "x@relay.example",
    )


# Words of a state that no map holds


def test_an_amazon_order_that_was_sent_stays_sent_whatever_became_of_it(
    parse: Parse, written: Callable[..., Path], headings: Callable[[str], list[str]]
) -> None:
    row = {"amazon-order-id": "1-1-1", "order-status": "Shipped - Refused at the Door", "sku": "S", "quantity": "1"}
    parsed = parse(written(headings("amazon.all_orders"), row, separator="\t"))
    order = order_of(parsed)
    assert (order["status"], order["substatus"]) == ("shipped", "Shipped - Refused at the Door")
    assert parsed.warnings == ()


@pytest.mark.parametrize(
    "told, status",
    [({}, "unshipped"), ({"Fulfilled at": "2025-02-03 09:59:00 +0100"}, "shipped"),
     ({"Cancelled at": "2025-02-03 09:59:00 +0100"}, "cancelled")],
)  # fmt: skip
def test_a_shopify_order_without_a_state_stands_where_its_days_say(
    parse: Parse, written: Callable[..., Path], headings: Callable[[str], list[str]], told: Row, status: str
) -> None:
    first = {"Name": "#D2001", "Financial Status": "paid", "Lineitem quantity": "1", "Lineitem name": "A", "Total": "9"}
    second = {"Name": "#D2001", "Lineitem quantity": "1", "Lineitem name": "B"}
    parsed = parse(written(headings("shopify.orders"), {**first, **told, "Currency": "EUR"}, second))
    assert order_of(parsed)["status"] == status
