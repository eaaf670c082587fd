"""Files of no known format: recognised by their words and values, read as mapped, asked about where nobody can know."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.evidence import guess, platform_of
from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES
from claimdesk.core.importing.imports import Imports
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.importing.repair import repaired
from claimdesk.core.importing.synonyms import Synonyms
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.imports import FileChoices, FilePreview, ImportResult, MappingProfile
from claimdesk.core.records.problems import Problem

from .conftest import NOW

Sheet = Callable[..., Path]
Parse = Callable[..., ParsedFile]
FIELDS = ("order_no", "purchased_at", "status", "buyer_name", "ship_country", "title", "quantity", "total", "currency",
          "tracking_no")  # fmt: skip
ROW = ["206-7751830-9926315", "2026-11-14", "", "Jonas Reimann", "DE", "Mug", "2", "49.99", "EUR", "YT2631721000091144"]
SPOKEN: dict[str, list[str]] = {
    "en": ["Order ID", "Order Date", "Status", "Customer", "Country", "Item", "Qty", "Order Total", "Currency", "Tracking No."],
    "zh": ["订单编号", "下单时间", "订单状态", "买家姓名", "收件人国家", "商品名称", "数量", "订单金额", "币种", "运单号"],
    "zh-Hant": ["訂單編號", "訂單日期", "訂單狀態", "買家姓名", "國家", "商品名稱", "數量", "訂單金額", "幣別", "物流單號"],
    "de": ["Bestellnummer", "Bestelldatum", "Bestellstatus", "Käufer", "Land", "Artikel", "Menge", "Gesamtbetrag", "Währung",
           "Sendungsnummer"],
    "fr": ["Numéro de commande", "Date de commande", "Statut", "Nom de l'acheteur", "Pays", "Article", "Quantité",
           "Montant total", "Devise", "Numéro de suivi"],
    "es": ["Número de pedido", "Fecha de pedido", "Estado del pedido", "Comprador", "País", "Producto", "Cantidad",
           "Importe total", "Moneda", "Número de seguimiento"],
    "it": ["Numero ordine", "Data ordine", "Stato ordine", "Acquirente", "Paese", "Articolo", "Quantità", "Totale ordine",
           "Valuta", "Numero di tracking"],
    "ja": ["注文番号", "注文日", "注文ステータス", "購入者名", "国", "商品名", "数量", "合計金額", "通貨", "追跡番号"],
    "pt": ["Número do pedido", "Data do pedido", "Situação", "Nome do cliente", "País", "Produto", "Quantidade", "Valor total",
           "Moeda", "Código de rastreio"],
}  # fmt: skip
STATUS = {"en": "Delivered", "zh": "已签收", "zh-Hant": "已簽收", "de": "Zugestellt", "fr": "Livré", "es": "Entregado",
          "it": "Consegnato", "ja": "配達完了", "pt": "Entregue"}  # fmt: skip


def fields(parsed: ParsedFile) -> dict[str, str]:
    return {column.heading: column.field for column in parsed.columns}


def value(parsed: ParsedFile, name: str, place: int = 0) -> object:
    return parsed.orders.values[place][ORDER_VALUES.index(name)]


@pytest.mark.parametrize("language", SPOKEN)
def test_headings_are_understood_in_nine_languages(language: str, sheet: Sheet, parse: Parse) -> None:
    row = [*ROW[:2], STATUS[language], *ROW[3:]]
    parsed = parse(sheet("orders.csv", SPOKEN[language], row))
    assert parsed.recognised.format.definition.id == "unknown"
    assert tuple(column.field for column in parsed.columns) == FIELDS
    assert parsed.orders.platforms == ["amazon"]
    assert (value(parsed, "status"), value(parsed, "total_minor"), value(parsed, "currency")) == (
        "delivered",
        4999,
        "EUR",
    )
    assert parsed.orders.lines[0][0][1 + LINE_VALUES.index("quantity")] == 2


def test_no_heading_of_the_words_means_two_things_by_mistake(catalogue: Catalogue) -> None:
    """Words that stand for two fields are there on purpose: what the values look like decides."""
    words = Synonyms.load().words
    found: dict[tuple[str, str], set[str]] = {}
    for name, languages in words.headings.items():
        for language, texts in languages.items():
            for text in texts:
                found.setdefault((language, text), set()).add(name)
    assert {key: names for key, names in found.items() if len(names) > 1} == {}
    assert set(words.statuses) == {"pending", "unshipped", "shipped", "delivered", "returned", "refunded", "cancelled"}
    assert all(len(languages) >= 9 for languages in words.headings.values())


@pytest.mark.parametrize(
    "heading, field",
    [
        ("ORDER-ID *", "order_no"), ("orderNumber", "order_no"), ("Shopify Order ID", "order_no"), ("速卖通订单号", "order_no"),
        ("订单号（必填）", "order_no"), ("Order Numbr", "order_no"), ("Total (USD)", "total"), ("收件人 国家", "ship_country"),
        ("Bestell-Nr.", "order_no"), ("N° de commande", "order_no"), ("Trackingnummer", "tracking_no"),
    ],
)  # fmt: skip
def test_headings_are_matched_without_their_accidents(heading: str, field: str, catalogue: Catalogue) -> None:
    assert field in [meaning.field for meaning in catalogue.synonyms.meanings(heading)]


@pytest.mark.parametrize("heading", ["", "x", "Zustand der Verpackung", "退款时间备注说明", "?" * 80])
def test_other_headings_mean_nothing(heading: str, catalogue: Catalogue) -> None:
    assert not [one for one in catalogue.synonyms.meanings(heading) if one.field == "order_no"]


def test_values_tell_what_no_heading_says(catalogue: Catalogue) -> None:
    words = catalogue.synonyms

    def told(*values: str) -> str:
        name, sure = guess(values, words.statuses, words.platforms)
        assert sure < 60, "never taken without asking"
        return name

    assert told("206-7751830-9926315", "") == "order_no"
    assert told("a@b.com") == "buyer_email"
    assert told("Shipped", "Pending") == "status"
    assert told("DE", "FR") == "ship_country"
    assert told("EUR", "USD") == "currency"
    assert told("YT2631721000091144") == "tracking_no"
    assert told("2026/11/14 09:31") == "purchased_at"
    assert told("12.50", "1.299,00") == "total"
    assert told() == told("", "") == ""
    assert platform_of(["206-7751830-9926315", "05-14001-10001"]) == ""


def test_a_heading_that_its_values_contradict_is_not_believed(sheet: Sheet, parse: Parse) -> None:
    rows = [["206-7751830-99263" + f"{n:02}", "a very long remark", f"{n}.50"] for n in range(30)]
    parsed = parse(sheet("o.csv", ["Order ID", "Order date", "Total"], *rows))
    assert fields(parsed) == {"Order ID": "order_no", "Order date": "", "Total": "total"}


def test_too_few_known_words_are_refused_on_the_command_line_and_asked_in_the_window(
    sheet: Sheet, parse: Parse, imports: Imports
) -> None:
    path = sheet("o.csv", ["Ref", "Foo", "Bar"], ["206-7751830-9926315", "x", "y"])
    with pytest.raises(Problem) as caught:
        parse(path)
    assert caught.value.code == "format_unknown"
    preview = imports.preview(path)
    assert (preview.format, preview.rows, preview.new, preview.questions[0]) == ("unknown", 1, 0, "columns")
    assert preview.columns[0].suggested == "order_no"
    chosen = FileChoices(columns=(("Ref", "order_no"),), platform="amazon")
    assert imports.preview(path, choices=chosen).new == 1
    assert imports.run([path], choices={path: chosen}, at=NOW).files[0].new == 1


def test_a_kept_mapping_is_found_by_its_headings(sheet: Sheet, imports: Imports) -> None:
    path = sheet("o.csv", ["Ref", "Foo"], ["X-1", "5.00"])
    choices = FileChoices(columns=(("Ref", "order_no"), ("Foo", "total")), currency="EUR", platform="etsy", decimal=".")
    imports.save_profile(MappingProfile(imports.preview(path).signature, "Mine", choices))
    other = sheet("p.csv", [" REF ", "foo"], ["X-2", "6.00"])
    result = imports.run([other], at=NOW).files[0]
    assert (result.profile, result.new, result.platform) == ("Mine", 1, "etsy")
    (kept,) = imports.profiles()
    assert kept.choices == choices
    imports.delete_profile(kept.signature)
    assert imports.preview(other).questions[0] == "columns"


def test_another_mapping_is_another_reading(sheet: Sheet, imports: Imports) -> None:
    path = sheet("o.csv", ["Order ID", "One", "Two"], ["X-1", "5.00", "6.00"])
    first = FileChoices(columns=(("One", "total"),), currency="EUR")
    imports.run([path], choices={path: first}, at=NOW)
    second = FileChoices(columns=(("Two", "total"),), currency="EUR")
    preview = imports.preview(path, choices=second)
    assert [(change.field, change.after) for change in preview.changes] == [("total_minor", "6.00 EUR")]


def test_two_rows_of_headings_are_read_as_one(sheet: Sheet, parse: Parse) -> None:
    parsed = parse(sheet("o.csv", ["Order export", "", "", "", ""], ["Order", "", "Item", "", "Total"],
                         ["No.", "Date", "Name", "Qty", ""], ["X-1", "2026-11-14", "Mug", "2", "5.00"]))  # fmt: skip
    assert tuple(fields(parsed).values()) == ("order_no", "purchased_at", "title", "quantity", "total")
    assert (parsed.recognised.number, parsed.rows) == (3, 1)


def test_merged_cells_of_an_order_are_carried_down(tmp_path: Path, parse: Parse) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["订单导出"])
    sheet.merge_cells("A1:D1")
    sheet.append(["订单号", "买家姓名", "商品名称", "数量"])
    for row in (["X-1001", "Ann", "Mug", 2], [None, None, "Cup", 1], ["X-1002", "Ben", "Pan", 1]):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:B4")
    book.save(tmp_path / "o.xlsx")
    parsed = parse(tmp_path / "o.xlsx")
    assert (parsed.orders.numbers, [len(lines) for lines in parsed.orders.lines]) == (["X-1001", "X-1002"], [2, 1])
    assert parsed.rejected == ()


def test_the_sheet_with_orders_is_chosen_and_others_with_orders_are_named(tmp_path: Path, parse: Parse) -> None:
    book = Workbook()
    book.active.append(["Read me", "first"])
    for name, number, state in (("Old", "X-1", "hidden"), ("Nov", "X-2", "visible"), ("Dec", "X-3", "visible")):
        sheet = book.create_sheet(name)
        sheet.append(["Order ID", "Order date", "Total", "Currency"])
        sheet.append([number, "2026-11-14", 5, "EUR"])
        sheet.sheet_state = state
    book.save(tmp_path / "o.xlsx")
    parsed = parse(tmp_path / "o.xlsx")
    assert (parsed.recognised.table.name, parsed.orders.numbers, parsed.sheets) == ("Nov", ["X-2"], ("Dec",))
    assert (parsed.warnings[0].code, parsed.hidden_sheets) == ("sheets_hidden_left", ("Old",))


def test_every_sheet_with_orders_is_read_and_hidden_ones_are_not(
    tmp_path: Path, imports: Imports, run: Callable[..., ImportResult]
) -> None:
    book = Workbook()
    book.active.append(["Read me", "first"])
    states = (("Old", "hidden", 3), ("Empty", "visible", 0), ("Nov", "visible", 2), ("Dec", "visible", 1))
    for name, state, count in states:
        sheet = book.create_sheet(name)
        sheet.append(["Order ID", "Order date", "Total", "Currency"])
        for number in range(count):
            sheet.append([f"{name}-{number}", "2026-11-14", 5, "EUR"])
        sheet.sheet_state = state
    other = book.create_sheet("Other headings")
    other.append(["Remarks"])
    other.append(["Order number", "Customer name", "Price", "Bought on", "Ship country"])
    other.append(["Z-1", "Ann", 9, "2026-11-15", "DE"])
    book.save(tmp_path / "o.xlsx")
    result = run(tmp_path / "o.xlsx")
    assert [(one.sheet, one.new) for one in result.files] == [("Nov", 2), ("Dec", 1), ("Other headings", 1)]
    assert [[issue.value for issue in one.warnings if issue.code == "sheets_hidden_left"] for one in result.files] == [
        ["Old"]
    ] * 3
    path = tmp_path / "o.xlsx"
    two = [FileChoices(sheet="Dec"), FileChoices(sheet="Old")]
    chosen = imports.run([path], choices={path: two}, at=NOW)
    assert [(one.sheet, one.new, one.unchanged) for one in chosen.files] == [("Dec", 0, 1), ("Old", 3, 0)]
    assert [issue.code for issue in chosen.files[1].warnings][:1] == ["sheet_hidden"]
    assert result.batch_id is not None
    assert imports.undo(result.batch_id).removed == 4


def test_day_and_month_that_nobody_can_tell_are_asked(sheet: Sheet, imports: Imports) -> None:
    path = sheet("o.csv", ["Order ID", "Order date", "Paid at"], ["X-1", "05/03/2026", ""], ["X-2", "06/04/2026", ""])
    assert {issue.code for issue in imports.preview(path).rejected} == {"date_undecided"}
    assert "date_order" in imports.preview(path).questions
    for order, day in (("day", "2026-03-05"), ("month", "2026-05-03")):
        preview = imports.run([path], choices={path: FileChoices(date_order=order)}, dry_run=True, at=NOW).files[0]
        assert (preview.new, preview.rejected) == (2, ()), day
    told = sheet("p.csv", ["Order ID", "Order date", "Paid at"], ["X-1", "05/03/2026", "14/03/2026"])
    assert imports.preview(told).rejected == (), "the other column tells"


def test_one_odd_amount_spoils_no_column(sheet: Sheet, parse: Parse) -> None:
    rows = [[f"X-{n}", f"{n}.50", "USD"] for n in range(1, 30)]
    parsed = parse(sheet("o.csv", ["Order ID", "Total", "Currency"], *rows, ["X-30", '"1.299,00"', "USD"]))
    assert parsed.rejected == ()
    assert value(parsed, "total_minor", 29) == 129_900
    assert [(issue.row, issue.code) for issue in parsed.warnings if issue.code != "platform_missing"] == [
        (31, "amount_other_sign")
    ]


def test_amounts_are_decided_by_currency(sheet: Sheet, parse: Parse) -> None:
    rows = [["X-1", '"1.299,00"', "EUR"], ["X-2", "49.99", "USD"], ["X-3", "37.200", "VND"], ["X-4", '"1,234"', "JPY"]]
    parsed = parse(sheet("o.csv", ["Order ID", "Total", "Currency"], *rows))
    assert [value(parsed, "total_minor", place) for place in range(4)] == [129_900, 4999, 37_200, 1234]
    assert parsed.rejected == ()


def test_amounts_that_could_be_read_both_ways_are_asked(sheet: Sheet, imports: Imports) -> None:
    path = sheet("o.csv", ["Order ID", "Total", "Currency"], ["X-1", "1.234", "EUR"], ["X-2", "2.500", "EUR"])
    preview = imports.preview(path)
    assert {issue.code for issue in preview.rejected} == {"amount_undecided"}
    assert "decimal" in preview.questions
    assert imports.preview(path, choices=FileChoices(decimal=",")).rejected == ()


@pytest.mark.parametrize(
    "broken, whole",
    [("MarÃ\xada", "María"), ("Ã–sterreich", "Österreich"), ("çŽ‹ä¼Ÿ", "王伟"), ("Ã\x81lvaro", "Álvaro"), ("María", None),
     ("Ãlvaro", None), ("王伟", None), ("Anna", None), ("", None)],
)  # fmt: skip
def test_texts_are_repaired_only_where_that_is_certain(broken: str, whole: str | None) -> None:
    assert repaired(broken) == whole


def test_broken_texts_are_left_alone_until_asked(sheet: Sheet, imports: Imports) -> None:
    path = sheet("o.csv", ["Order ID", "Customer", "City"], ["X-1", "MarÃ­a", "KÃ¶ln"])
    preview = imports.preview(path)
    (issue,) = (issue for issue in preview.warnings if issue.code == "text_broken")
    assert (issue.value, issue.params) == ("MarÃ­a", {"count": 2, "repaired": "María"})
    imports.run([path], choices={path: FileChoices(repair=True)}, at=NOW)
    assert imports.preview(path, choices=FileChoices(repair=True)).unchanged == 1


def test_a_format_is_known_although_a_column_that_marks_it_is_gone(sheet: Sheet, parse: Parse) -> None:
    headings = ["amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "fulfillment-channel",
                "sales-channel", "sku", "asin", "quantity", "currency", "item-price", "item-status"]  # fmt: skip
    row = [
        "1-1",
        "1-1",
        "2026-11-01T00:00:00+00:00",
        "",
        "Merchant",
        "Amazon.com",
        "S",
        "B",
        "1",
        "USD",
        "5.00",
        "Shipped",
    ]
    parsed = parse(sheet("o.txt", headings, row, separator="\t"))
    assert parsed.recognised.format.definition.id == "amazon.all_orders"
    assert [(issue.code, issue.value) for issue in parsed.warnings] == [("format_alike", "order-status")]


def test_rejected_rows_go_out_corrected_and_come_back(sheet: Sheet, imports: Imports, tmp_path: Path) -> None:
    headings = ["Order ID", "Order date", "Customer", "Total", "Currency"]
    path = sheet("o.csv", headings, ["X-1", "2026-11-01", "Ann", "5.00", "EUR"], ["X-2", "soon", "=1+1", "6.00", "EUR"],
                 ["X-3", "2026-11-01", "Cy", "six", "EUR"])  # fmt: skip
    target = tmp_path / "wrong.xlsx"
    assert imports.export_issues(path, target, wording=Wording.load(), language="zh") == 2
    book = openpyxl.load_workbook(target)
    rows = [[cell.value for cell in row] for row in book.active]
    assert rows[0][:5] == headings
    assert [row[:6] for row in rows[1:]] == [
        ["X-2", "soon", "=1+1", "6.00", "EUR", "3"], ["X-3", "2026-11-01", "Cy", "six", "EUR", "4"],
    ]  # fmt: skip
    with zipfile.ZipFile(target) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
    book.active["B2"], book.active["D3"] = "2026-11-02", "7.00"
    book.save(target)
    back = imports.run([target], at=NOW).files[0]
    assert (back.new, back.rejected) == (2, ())
    with pytest.raises(Problem) as caught:
        imports.export_issues(path, tmp_path / "none" / "x.xlsx", wording=Wording.load())
    assert caught.value.code == "export_failed"


def test_a_kind_of_issue_can_be_treated_in_another_way(sheet: Sheet, imports: Imports) -> None:
    path = sheet("o.csv", ["Order ID", "Order date", "SKU"], ["X-1", "soon", "S"], ["X-2", "", "3.18E+11"])

    def preview(*treatments: tuple[str, str]) -> FilePreview:
        return imports.preview(path, choices=FileChoices(treatments=treatments))

    assert (preview().new, len(preview().rejected)) == (1, 1)
    assert (preview(("date_unreadable", "blank")).new, preview(("date_unreadable", "blank")).rejected) == (2, ())
    assert [issue.code for issue in preview(("id_lost", "reject")).rejected] == ["date_unreadable", "id_lost"]


def test_rows_that_come_twice_are_read_once_or_named(sheet: Sheet, parse: Parse) -> None:
    headings = ["Order ID", "SKU", "Quantity", "Price"]
    one, two = ["X-1", "S", "1", "5.00"], ["X-2", "T", "1", "6.00"]
    assert [len(lines) for lines in parse(sheet("a.csv", headings, one, one, two)).orders.lines] == [2, 1]
    joined = parse(sheet("b.csv", headings, one, one, two, headings, one, two, two))
    assert [len(lines) for lines in joined.orders.lines] == [2, 2]
    assert [issue.code for issue in joined.warnings if issue.code.startswith("row")] == ["row_copy", "row_copy"]
    apart = parse(sheet("c.csv", headings, one, two, one))
    assert [len(lines) for lines in apart.orders.lines] == [2, 1]
    assert [issue.code for issue in apart.warnings if issue.code.startswith("row")] == ["rows_alike"]


ODD_PARTS = {
    "an error that it does not know": (b'<c r="C2" t="n"><v>5</v></c>', b'<c r="C2" t="e"><v>#SPILL!</v></c>'),
    "a kind of cell that it does not know": (b'<c r="C2" t="n">', b'<c r="C2" t="zz">'),
    "an empty dimension": (b'ref="A1:D2"', b'ref=""'),
}


@pytest.mark.parametrize("how", ODD_PARTS)
def test_a_workbook_that_the_first_reader_refuses_is_read_by_the_second(how: str, tmp_path: Path, parse: Parse) -> None:
    book = Workbook()
    book.active.append(["Order ID", "Order date", "Total", "Currency"])
    book.active.append(["X-1", "2026-11-14", 5, "EUR"])
    plain = io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(tmp_path / "o.xlsx", "w") as new:
        for info in old.infolist():
            content = old.read(info)
            assert info.filename != "xl/worksheets/sheet1.xml" or ODD_PARTS[how][0] in content
            new.writestr(info.filename, content.replace(*ODD_PARTS[how]))
    parsed = parse(tmp_path / "o.xlsx")
    assert parsed.orders.numbers == ["X-1"]
    error = "error" in how
    assert value(parsed, "total_minor") == (None if error else 500)
    assert ("cell_error" in [issue.code for issue in parsed.warnings]) is error
