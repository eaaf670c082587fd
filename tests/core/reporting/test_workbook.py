"""The workbook as Excel would see it: types, formats, chart, and text that stays text."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import CaseRow, CaseStatus, Deadline
from claimdesk.core.records.orders import Order, OrderLine, OrderStatus, Shipment
from claimdesk.core.records.problems import Cancelled
from claimdesk.core.records.tasks import Task
from claimdesk.core.reporting import tables
from claimdesk.core.reporting.cells import money_format
from claimdesk.core.reporting.columns import Names
from claimdesk.core.reporting.entries import OrderEntry
from claimdesk.core.reporting.summary import Period
from claimdesk.core.reporting.tables import write_table
from claimdesk.core.reporting.texts import fit_for_cell
from claimdesk.core.reporting.workbook import Voice, save_workbook

NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
VOICE = Voice("en", ZONE, words=lambda code: code, names=Names(str, str, outcome=lambda name: f"outcome {name}"))

PAYLOADS = [
    "=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","y")', "=", "==1", "+1+1", "-1+1", "-2+3+cmd|' /C'!A0",
    "@SUM(1,1)", "@x", "\t=1+1", "\n=1+1", " =1+1", "   @x", "=1+1", "+1", "-1", "@x", "#N/A", "#REF!", "#DIV/0!",
    "'=1+1", '"=1+1"', "{=1+1}", "=A1", "=IMPORTXML(A1)", "1E10", "00123", "112-1234567-1234567", "TRUE", "2026-11-17",
    "=DDE(1;2)", "%0A=1", "|calc", "<b>x</b>", "&amp;=1", "]]>", "_x003D_1",
]  # fmt: skip


def order(**changes: object) -> Order:
    values: dict[str, object] = {
        "id": 1,
        "platform": "amazon",
        "order_no": "0012345678901234567",
        "marketplace": "amazon.com",
        "status": OrderStatus.DELIVERED,
        "purchased_at": datetime(2026, 11, 1, 20, 30, tzinfo=UTC),
        "deliver_by": date(2026, 11, 9),
        "currency": "USD",
        "total_minor": 5860,
        "buyer_name": "Ann",
        "lines": (OrderLine(1, sku="A-1", title="Lamp", quantity=2), OrderLine(2, sku="B-2", title="Bulb", quantity=1)),
        "shipments": (Shipment(carrier="UPS", tracking_no="1Z999"),),
    }
    return Order(**{**values, **changes})  # type: ignore[arg-type]


def case(number: int = 1, **changes: object) -> CaseRow:
    deadline = Deadline(
        clock="reply", rule="r", action=Bilingual("Answer the claim", "答复索赔"), started_at=NOW - timedelta(days=2),
        safe=NOW - timedelta(hours=1), outer=NOW + timedelta(hours=7), zone="America/Los_Angeles", source="s",
        confidence="high", last_checked="2026-11-01",
    )  # fmt: skip
    values: dict[str, object] = {
        "id": number, "ref": f"C-{number:04d}", "order_id": 1, "order_no": "112-1", "platform": "amazon",
        "marketplace": "amazon.com", "buyer_name": "Ann", "item": "Lamp", "scenario": "S03",
        "title": Bilingual("Delivered, not received", "已签收但未收到"), "status": CaseStatus.ACTION, "outcome": "",
        "opened_at": NOW - timedelta(days=2), "closed_at": None, "next_deadline": deadline, "steps_done": 2,
        "steps_total": 7, "amount_minor": 5860, "currency": "USD", "events": 3,
    }  # fmt: skip
    return CaseRow(**{**values, **changes})  # type: ignore[arg-type]


def saved(
    cases: list[CaseRow], orders: list[Order], voice: Voice = VOICE, period: Period | None = None
) -> tuple[bytes, int]:
    file = io.BytesIO()
    entries = (OrderEntry(o, 1) for o in orders)
    filled = save_workbook(file, period or Period(None, None, NOW), cases, entries, voice, Task())
    return file.getvalue(), filled.cleaned


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def column(book: openpyxl.Workbook, sheet: str, heading: str) -> list[openpyxl.cell.Cell]:
    rows = list(book[sheet].iter_rows())
    at = [cell.value for cell in rows[0]].index(heading)
    return [row[at] for row in rows[1:]]


def test_values_have_their_true_types() -> None:
    book = opened(saved([case()], [order()])[0])
    assert book.sheetnames == ["report_sheet_summary", "report_sheet_cases", "report_sheet_orders"]
    orders = "report_sheet_orders"
    number = column(book, orders, "report_order_no")[0]
    assert (number.value, number.data_type, number.number_format) == ("0012345678901234567", "s", "@")
    # 20:30 in UTC is the next morning in Shanghai, where the shop is.
    bought = column(book, orders, "report_bought")[0]
    assert bought.value == datetime(2026, 11, 2, 4, 30)
    assert bought.number_format == "yyyy-mm-dd hh:mm"
    assert column(book, orders, "report_deliver_by")[0].value == datetime(2026, 11, 9)
    assert column(book, orders, "report_deliver_by")[0].number_format == "yyyy-mm-dd"
    assert column(book, orders, "report_delivered")[0].value is None
    total = column(book, orders, "report_total")[0]
    assert (total.value, total.data_type, total.number_format) == (58.6, "n", '"$"#,##0.00;[Red]-"$"#,##0.00')
    assert column(book, orders, "report_quantity")[0].value == 3
    assert column(book, orders, "report_sku")[0].value == "A-1, B-2"
    cases = "report_sheet_cases"
    assert column(book, cases, "report_opened")[0].value == datetime(2026, 11, 20, 12, 0)
    assert column(book, cases, "report_due")[0].value == datetime(2026, 11, 22, 11, 0)
    assert column(book, cases, "report_next_action")[0].value == "Answer the claim"
    assert column(book, cases, "report_status")[0].value == "report_case_action"


def test_a_sheet_can_be_worked_with() -> None:
    book = opened(saved([case()], [order(), order(id=2)])[0])
    for name, rows in (("report_sheet_cases", 2), ("report_sheet_orders", 3)):
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.max_row == rows
        assert all(cell.font.bold and cell.fill.fill_type == "solid" for cell in sheet[1])
        assert sheet.column_dimensions["A"].width >= 10
        assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_from_outside_never_becomes_a_formula(payload: str) -> None:
    mean = order(
        order_no=payload, platform=payload, marketplace=payload, buyer_name=payload, ship_country=payload,
        lines=(OrderLine(1, sku=payload, title=payload),), shipments=(Shipment(carrier=payload, tracking_no=payload),),
        currency=payload,
    )  # fmt: skip
    mean_case = case(
        order_no=payload, platform=payload, marketplace=payload, buyer_name=payload, item=payload, outcome=payload,
        scenario=payload, title=Bilingual(payload, payload), currency=payload,
    )  # fmt: skip
    content, _ = saved([mean_case], [mean], Voice("en", ZONE, words=lambda code: code, names=Names(str, str, str)))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 3
        for name in sheets:
            xml = parts.read(name).decode("utf-8")
            assert "<f" not in re.sub("<filter|<f[a-z]+[ >]", "", xml)
            assert not re.search(r't="(e|str)"', xml)
    book = opened(content)
    texts = [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "s" and c.value]
    assert len([c for c in texts if c.value == payload]) >= 16
    assert all(c.quotePrefix and c.data_type == "s" for c in texts)
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type in ("f", "e")]


@given(st.text(st.characters(), max_size=60))
def test_any_text_can_be_written_and_read_back(text: str) -> None:
    fit = fit_for_cell(text)
    assert fit == fit_for_cell(fit)
    content, _ = saved([], [order(buyer_name=text)])
    found = column(opened(content), "report_sheet_orders", "report_buyer")[0].value
    assert (found or "") == fit


def test_what_a_workbook_cannot_hold_is_cleaned_and_counted() -> None:
    assert fit_for_cell("a\x00b\x1f\ud800c\ufffe\uffff") == "abc"
    assert fit_for_cell("one\r\ntwo\rthree\ttab") == "one\ntwo\nthree\ttab"
    assert fit_for_cell("王小姐 😀") == "王小姐 😀"
    long = fit_for_cell("😀" * 20_000)
    assert len(long.encode("utf-16-le")) // 2 <= 32_767
    assert long.endswith("😀 […]")
    assert fit_for_cell("x" * 32_767) == "x" * 32_767
    content, cleaned = saved([], [order(buyer_name="a\x00b"), order(id=2, buyer_name="y" * 40_000), order(id=3)])
    assert cleaned == 2
    assert column(opened(content), "report_sheet_orders", "report_buyer")[0].value == "ab"


@pytest.mark.parametrize(
    "currency, minor, shown, number_format",
    [
        ("USD", -1250, -12.5, '"$"#,##0.00;[Red]-"$"#,##0.00'),
        ("JPY", 1980, 1980, '"¥"#,##0;[Red]-"¥"#,##0'),
        ("KWD", 1234, 1.234, '"KWD "#,##0.000;[Red]-"KWD "#,##0.000'),
        ("GBP", 100, 1, '"£"#,##0.00;[Red]-"£"#,##0.00'),
        ("", 100, 1, "#,##0.00;[Red]-#,##0.00"),
    ],
)
def test_money_has_its_currencys_format(currency: str, minor: int, shown: float, number_format: str) -> None:
    assert money_format(currency) == number_format
    cell = column(
        opened(saved([], [order(currency=currency, total_minor=minor)])[0]), "report_sheet_orders", "report_total"
    )[0]
    assert (cell.value, cell.number_format) == (shown, number_format)


def test_money_is_exact() -> None:
    content = saved([], [order(total_minor=900_719_925_474_099_1)])[0]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert str(Decimal("90071992547409.91")) in parts.read("xl/worksheets/sheet3.xml").decode()


def test_the_summary_counts_and_draws() -> None:
    cases = [
        case(1),
        case(
            2, scenario="S05", title=Bilingual("Late", "迟到"), status=CaseStatus.CLOSED, outcome="won", currency="EUR"
        ),
        case(3, status=CaseStatus.WAITING_BUYER, next_deadline=None),
    ]
    period = Period(date(2026, 11, 1), None, NOW)
    book = opened(saved(cases, [order(), order(id=2, currency="JPY", total_minor=100)], period=period)[0])
    sheet = book["report_sheet_summary"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True) if row[0]}
    assert rows["report_orders"][0] == 2
    assert rows["report_cases_open"][0] == 2
    assert rows["report_overdue"][0] == 1
    assert rows["report_from"][0] == datetime(2026, 11, 1)
    assert rows["Delivered, not received"][:2] == (2, 0)
    assert rows["Late"][:2] == (1, 1)
    assert rows["outcome won"][:2] == (1, 1)
    disputed = [row[1:3] for row in sheet.iter_rows(values_only=True) if row[0] == "report_disputed"]
    assert disputed == [(58.6, "EUR"), (117.2, "USD")]
    (chart,) = sheet._charts
    series = chart.series[0]
    first, last = re.findall(r"\$(\d+)", series.val.numRef.f)
    assert [sheet.cell(row, 2).value for row in range(int(first), int(last) + 1)] == [2, 1]
    assert [sheet.cell(row, 1).value for row in range(int(first), int(last) + 1)] == ["Delivered, not received", "Late"]
    assert re.findall(r"\$[AB]\$", series.cat.numRef.f) == ["$A$", "$A$"]


def test_an_empty_shop_gives_a_workbook_without_a_chart() -> None:
    book = opened(saved([], [])[0])
    assert book["report_sheet_summary"]._charts == []
    assert book["report_sheet_cases"].max_row == 1
    assert book["report_sheet_orders"].auto_filter.ref == "A1:T1"


def test_a_second_sheet_follows_when_the_first_is_full() -> None:
    book = openpyxl.Workbook(write_only=True)
    from claimdesk.core.reporting.columns import order_columns

    entries = [OrderEntry(order(id=number), 0) for number in range(1, 8)]
    written = write_table(
        book, "Orders", order_columns(str, VOICE.names), entries, words=str, zone=ZONE, task=Task(), sheet_rows=4
    )  # fmt: skip
    file = io.BytesIO()
    book.save(file)
    again = opened(file.getvalue())
    assert written == (7, 0)
    assert [(sheet.title, sheet.max_row) for sheet in again] == [("Orders", 4), ("Orders 2", 4), ("Orders 3", 2)]
    assert tables.SHEET_ROWS == 1_048_576


def test_a_stopped_report_leaves_nothing(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    task = Task()
    task.stop.set()
    entries = (OrderEntry(order(id=number), 0) for number in range(1, 2000))
    with pytest.raises(Cancelled):
        save_workbook(io.BytesIO(), Period(None, None, NOW), [case()], entries, VOICE, task)
    assert list(tmp_path.iterdir()) == []


def test_dates_that_excel_cannot_hold_stay_text() -> None:
    content = saved([], [order(purchased_at=date(1899, 12, 31), deliver_by=date(1900, 3, 1))])[0]
    book = opened(content)
    assert column(book, "report_sheet_orders", "report_bought")[0].value == "1899-12-31"
    assert column(book, "report_sheet_orders", "report_deliver_by")[0].value == datetime(1900, 3, 1)
