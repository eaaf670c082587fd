"""Files of no known format whose headings are plain words: read by what they say, not by a format they look like."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.core.importing.amounts import amount
from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES
from claimdesk.core.importing.parsing import ParsedFile

Parse = Callable[..., ParsedFile]


def _orders(parsed: ParsedFile) -> dict[str, dict[str, Any]]:
    found = parsed.orders
    return {
        number: dict(zip(ORDER_VALUES, values, strict=True))
        | {"lines": [dict(zip(LINE_VALUES, row[1:], strict=True)) for row in lines]}
        for number, values, lines in zip(found.numbers, found.values, found.lines, strict=True)
    }


def test_words_of_any_export_are_not_taken_for_one_that_has_them_too(parse: Parse, sheet: Callable[..., Path]) -> None:
    head = ["Order number", "Order date", "Buyer name", "SKU", "Quantity", "Order total", "Currency", "Postcode", "Tracking number"]  # fmt: skip
    parsed = parse(sheet("o.csv", head, ["X-1", "2026-01-05", "Ann", "S", "2", "5.00", "USD", "02134", "9400"]))
    assert parsed.recognised.format.definition.id == "unknown"
    order = _orders(parsed)["X-1"]
    assert (order["purchased_at"], order["ship_postal_code"]) == ("2026-01-05", "02134")


def test_an_erp_without_its_own_columns_keeps_its_quantities(parse: Parse, sheet: Callable[..., Path]) -> None:
    head = ["订单号", "下单时间", "买家姓名", "SKU", "数量", "订单金额", "币种"]
    parsed = parse(sheet("o.csv", head, ["111-1", "2026-01-05 10:00", "张三", "A", "3", "￥30.00", ""]))
    order = _orders(parsed)["111-1"]
    assert [line["quantity"] for line in order["lines"]] == [3]
    assert (order["total_minor"], order["currency"]) == (3_000, "CNY")


def test_a_yen_sign_below_japanese_headings_is_yen(parse: Parse, sheet: Callable[..., Path]) -> None:
    head = ["注文番号", "注文日時", "購入者名", "商品名", "合計金額"]
    parsed = parse(sheet("o.csv", head, ["J-1", "2026/01/05 17:12", "山田", "鍋", '"￥1,280"'], encoding="cp932"))
    order = _orders(parsed)["J-1"]
    assert (order["total_minor"], order["currency"], parsed.rejected) == (1_280, "JPY", ())
    assert order["purchased_at"] == "2026-01-05T08:12:00Z"  # all headings are in characters that Chinese has too


@pytest.mark.parametrize(
    "word, meant",
    [
        ("Expédiée", "shipped"), ("Annulée", "cancelled"), ("Livrée", "delivered"), ("Spedita", "shipped"),
        ("Annullata", "cancelled"), ("Enviada", "shipped"), ("Verzonden", "shipped"), ("Versandbereit", "unshipped"),
        ("配送完了", "delivered"), ("待收貨", "shipped"),
    ],
)  # fmt: skip
def test_an_order_may_be_of_any_gender(parse: Parse, sheet: Callable[..., Path], word: str, meant: str) -> None:
    head = ["Order ID", "Order date", "Buyer name", "Status", "Total", "Currency"]
    parsed = parse(sheet("o.csv", head, ["X-1", "2026-01-05", "Ann", word, "5.00", "EUR"]))
    assert _orders(parsed)["X-1"]["status"] == meant


def test_dutch_headings(parse: Parse, sheet: Callable[..., Path]) -> None:
    head = ["Bestelnummer", "Besteldatum", "Klant", "Artikel", "Aantal", "Totaalbedrag", "Track & trace"]
    parsed = parse(
        sheet("o.csv", head, ["NL-1", "14-01-2026", "Jansen", "Pan", "2", "€ 20,50", "3SABC"], separator=";")
    )
    order = _orders(parsed)["NL-1"]
    assert (order["total_minor"], order["buyer_name"], order["lines"][0]["quantity"]) == (2_050, "Jansen", 2)


def test_the_english_export_of_shopee(parse: Parse, sheet: Callable[..., Path]) -> None:
    head = ["Order ID", "Order Status", "Return / Refund Status", "Tracking Number*", "Estimated Ship Out Date",
            "Order Creation Date", "SKU Reference No.", "Deal Price", "Quantity", "Product Subtotal", "Grand Total",
            "Username (Buyer)", "Country"]  # fmt: skip
    row = ["240501MY1", "Completed", "", "SPX1", "2024-05-03 23:59", "2024-05-01 09:15", "TS", "19.90", "2", "39.80",
           "44.70", "ali", "MY"]  # fmt: skip
    parsed = parse(sheet("o.csv", head, row, ["240501MY2", "Completed", "Request Approved", *row[3:]]))
    orders = _orders(parsed)
    assert parsed.recognised.format.definition.id == "shopee.orders.en"
    assert (orders["240501MY1"]["status"], orders["240501MY2"]["status"]) == ("delivered", "returned")
    assert (orders["240501MY1"]["total_minor"], orders["240501MY1"]["currency"]) == (4_470, "MYR")
    assert (orders["240501MY1"]["purchased_at"], orders["240501MY1"]["marketplace"]) == ("2024-05-01T01:15:00Z", "shopee.my")  # fmt: skip


def test_cells_merged_in_a_spreadsheet_of_2003_count_for_each_row(parse: Parse, tmp_path: Path) -> None:
    def cell(text: str, kind: str = "String", more: str = "") -> str:
        return f'<Cell {more}><Data ss:Type="{kind}">{text}</Data></Cell>'

    down = 'ss:MergeDown="1"'
    heads = "".join(map(cell, ["订单号", "下单时间", "SKU", "数量", "订单金额", "币种"]))
    first = (
        cell("0011", more=down) + cell("2026-01-05T00:00:00.000", "DateTime", down) + cell("A") + cell("1", "Number")
    )
    first += cell("30", "Number", down) + cell("CNY", more=down)
    second = cell("B", more='ss:Index="3"') + cell("2", "Number")
    rows = "".join(f"<Row>{row}</Row>" for row in (heads, first, second))
    path = tmp_path / "o.xls"
    path.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="O"><Table>'
        f"{rows}</Table></Worksheet></Workbook>",
        "utf-8",
    )
    order = _orders(parse(path))["0011"]
    assert [(line["sku"], line["quantity"]) for line in order["lines"]] == [("A", 1), ("B", 2)]
    assert (order["purchased_at"], order["total_minor"]) == ("2026-01-05", 3_000)


def test_cells_merged_in_an_open_document_count_for_each_row(parse: Parse, tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'

    down = 'table:number-rows-spanned="2" table:number-columns-spanned="1"'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    rows = [
        "".join(map(cell, ["订单号", "下单时间", "SKU", "数量", "币种"])),
        cell("0011", down) + cell("2026-01-05 10:00", down) + cell("A") + cell("1") + cell("CNY", down),
        covered + cell("B") + cell("2") + "<table:covered-table-cell/>",
    ]
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content{spaces}><office:body><office:spreadsheet><table:table table:name="A &amp; B">'
        f"{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "o.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" '
            'm:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>',
        )
    order = _orders(parse(tmp_path / "o.ods"))["0011"]
    assert [(line["sku"], line["quantity"]) for line in order["lines"]] == [("A", 1), ("B", 2)]


@pytest.mark.parametrize("text, value", [("12.00- kr", -12), ("12.00-", -12), ("12.00 EUR", 12), ("(12.00)", -12)])
def test_a_minus_may_stand_behind(text: str, value: int) -> None:
    assert amount(text, ".") == value
