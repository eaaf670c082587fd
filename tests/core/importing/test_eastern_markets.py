"""What exports of South-East Asia and China hold beyond the samples: countries, return columns, prefixes, local dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from claimdesk.core.importing.catalogue import Catalogue
from claimdesk.core.importing.dates import pattern, read_dates
from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.parsing import ParsedFile

Read = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def read(catalogue: Catalogue, parse: Callable[..., ParsedFile], tmp_path: Path) -> Read:
    """Write orders as a workbook with all headings of a format, and give back what the program reads of them."""

    def orders(format_id: str, *rows: Mapping[str, object]) -> list[dict[str, Any]]:
        known = catalogue.get(format_id).definition
        headings = [*dict.fromkeys([*known.signature, *known.columns, *known.ignored])]
        assert all(heading in headings for row in rows for heading in row)
        book = openpyxl.Workbook()
        for cells in (headings, *([row.get(heading) for heading in headings] for row in rows)):
            book.active.append(cells)
        book.save(tmp_path / "orders.xlsx")
        parsed = parse(tmp_path / "orders.xlsx")
        assert (parsed.recognised.format.definition.id, parsed.rejected) == (format_id, ())
        found = parsed.orders
        return [
            dict(zip(ORDER_VALUES, values, strict=True))
            | {"platform": platform}
            | {"lines": [dict(zip(LINE_VALUES, row[1:], strict=True)) for row in lines]}
            | {"parcels": [dict(zip(SHIPMENT_VALUES, row[1:], strict=True)) for row in parcels]}
            for platform, values, lines, parcels in zip(
                found.platforms, found.values, found.lines, found.shipments, strict=True
            )
        ]

    return orders


@pytest.mark.parametrize(
    "country, printed, minor, currency, hour",
    [
        ("Viet Nam", "159000", 159_000, "VND", "07"),
        ("Indonesia", "159000", 15_900_000, "IDR", "07"),
        ("Thailand", "1,020.50", 102_050, "THB", "07"),
        ("Malaysia", "59.90", 5_990, "MYR", "06"),
        ("Philippines", "59.90", 5_990, "PHP", "06"),
    ],
)
def test_one_regional_export_has_the_money_and_hours_of_its_country(
    read: Read, country: str, printed: str, minor: int, currency: str, hour: str
) -> None:
    row = {"Order ID": "579111111111111111", "Country": country, "Order Amount": printed, "SKU ID": "1",
           "Created Time": "13/11/2026 14:05:07"}  # fmt: skip
    [order] = read("tiktok.orders.sea", row)
    assert (order["total_minor"], order["currency"]) == (minor, currency)
    assert order["purchased_at"] == f"2026-11-13T{hour}:05:07Z"


@pytest.mark.parametrize(
    "country, price, currency",
    [
        ("United States", "$6.50", "USD"),
        ("Canada", "$6.50", "CAD"),
        ("Germany", "€6,50", "EUR"),
        ("Japan", "￥650", "CNY"),
    ],
)
def test_a_sign_of_several_currencies_is_that_of_the_country(
    read: Read, country: str, price: str, currency: str
) -> None:
    row = {"order id": "PO-1", "Order item ID": "1", "ship country": country, "base price total": price}
    [order] = read("temu.orders.en", row)
    assert order["currency"] == currency


@pytest.mark.parametrize(
    "format_id, number, status, returned, told, meant",
    [
        ("shopee.orders.id", "No. Pesanan", "Status Pesanan", "Status Pembatalan/ Pengembalian",
         ("Selesai", "Permintaan Disetujui"), "returned"),
        ("shopee.orders.id", "No. Pesanan", "Status Pesanan", "Status Pembatalan/ Pengembalian",
         ("Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2024-05-12.", ""), "delivered"),
        ("shopee.orders.vn", "Mã đơn hàng", "Trạng Thái Đơn Hàng", "Trạng thái Trả hàng/Hoàn tiền",
         ("Hoàn thành", "Đã Chấp Thuận Yêu Cầu"), "returned"),
        ("shopee.orders.vn", "Mã đơn hàng", "Trạng Thái Đơn Hàng", "Trạng thái Trả hàng/Hoàn tiền",
         ("Người mua xác nhận đã nhận được hàng, nhưng vẫn có thể gửi yêu cầu trước ngày 2024-05-30", ""), "delivered"),
        ("shopee.orders.vn", "Mã đơn hàng", "Trạng Thái Đơn Hàng", "Trạng thái Trả hàng/Hoàn tiền",
         ("Đã huỷ", ""), "cancelled"),
        ("shopee.orders.th", "หมายเลขคำสั่งซื้อ", "สถานะการสั่งซื้อ", "สถานะการคืนเงินหรือคืนสินค้า",
         ("สำเร็จแล้ว", "คำขอได้รับการยอมรับแล้ว"), "returned"),
        ("shopee.orders.th", "หมายเลขคำสั่งซื้อ", "สถานะการสั่งซื้อ", "สถานะการคืนเงินหรือคืนสินค้า",
         ("สำเร็จแล้ว", "คำขอไม่ได้รับการยอมรับ"), "delivered"),
    ],
)  # fmt: skip
def test_a_return_stands_in_a_column_of_its_own(
    read: Read, format_id: str, number: str, status: str, returned: str, told: tuple[str, str], meant: str
) -> None:
    [order] = read(format_id, {number: "240501ABC", status: told[0], returned: told[1]})
    assert (order["status"], order["substatus"]) == (meant, told[1] or told[0])


def test_thai_orders_have_their_money_and_parcels(read: Read) -> None:
    row = {"หมายเลขคำสั่งซื้อ": "260603TH0001", "ชื่อผู้ใช้ (ผู้ซื้อ)": "somchai", "วันที่ทำการสั่งซื้อ": "03/06/2569 00:30",
           "เวลาส่งสินค้า": "4 มิ.ย. 2569 09:00", "ราคาขายสุทธิ": "398.00", "จำนวน": "2", "จำนวนเงินทั้งหมด": "438.00",
           "ตัวเลือกการจัดส่ง": "Flash", "*หมายเลขติดตามพัสดุ": "TH0123"}  # fmt: skip
    [order] = read("shopee.orders.th", row)
    assert (order["purchased_at"], order["shipped_at"]) == ("2026-06-02T17:30:00Z", "2026-06-04T02:00:00Z")
    assert (order["total_minor"], order["lines"][0]["price_minor"], order["lines"][0]["quantity"]) == (
        43_800,
        39_800,
        2,
    )
    assert (order["parcels"][0]["carrier"], order["parcels"][0]["tracking_no"]) == ("Flash", "TH0123")


def test_what_was_paid_back_for_units_is_added_up(read: Read) -> None:
    unit = {"orderNumber": "77", "sellerSku": "S", "shippingCountry": "TH", "paidPrice": "199.00", "status": "returned",
            "refundAmount": "199.00"}  # fmt: skip
    [order] = read("lazada.orders", {**unit, "orderItemId": "1"}, {**unit, "orderItemId": "2"})
    assert (order["refund_minor"], order["total_minor"], order["currency"]) == (39_800, 39_800, "THB")


def test_items_may_stand_in_one_line_of_their_cell(read: Read) -> None:
    items = "【1】Mouse, (2.4G) (产品属性:Color:Red) (商家编码:MS-02) (产品数量:2 piece) 【2】Pad (商家编码:P-1) (产品数量:1 lot)"
    [order] = read("aliexpress.orders.2026", {"订单号": "8188888888888881", "商品信息": items, "订单金额": "CN￥88.00"})
    assert [(line["title"], line["sku"], line["variation"], line["quantity"]) for line in order["lines"]] == [
        ("Mouse, (2.4G)", "MS-02", "Color:Red", 2), ("Pad", "P-1", "", 1),
    ]  # fmt: skip
    assert (order["total_minor"], order["currency"]) == (8_800, "CNY")


def test_dhgate_states_may_be_printed_as_codes(read: Read) -> None:
    items = "【1】Dress 商品编号/工厂编号：WD-001 数量：2 产品单价：$15.00"
    [order] = read(
        "dhgate.orders", {"订单号": "1880000001", "订单状态": "101009", "订单信息": items, "订单总金额": "$30.00"}
    )
    assert order["status"] == "shipped"
    [line] = order["lines"]
    assert (line["title"], line["sku"], line["quantity"], line["price_minor"]) == ("Dress", "WD-001", 2, 3_000)


def test_taobao_parcels_are_named_without_what_stands_before_them(read: Read) -> None:
    row = {
        "订单编号": "3515",
        "物流单号": "No:SF123,No:SF124",
        "物流公司": "顺丰速运",
        "宝贝标题": "锅",
        "宝贝总数量": "2",
    }
    [order] = read("taobao.export_order_list", row)
    assert [parcel["tracking_no"] for parcel in order["parcels"]] == ["SF123", "SF124"]
    assert [line["quantity"] for line in order["lines"]] == [2]


@pytest.mark.parametrize(
    "written, platform",
    [
        ("Temu半托管", "temu"),
        ("AliExpress半托管", "aliexpress"),
        ("Shopee全球", "shopee"),
        ("虾皮", "shopee"),
        ("SHEIN", "shein"),
    ],
)
def test_an_erp_names_the_platform_and_the_way_of_selling(read: Read, written: str, platform: str) -> None:
    row = {"订单号": "N1", "SKU": "A", "平台渠道": written, "订单状态": "待打单(缺货)"}
    [order] = read("dianxiaomi.orders", row)
    assert (order["platform"], order["status"]) == (platform, "unshipped")


def test_an_sku_may_end_in_a_count(read: Read) -> None:
    [order] = read("mabang.orders", {"订单编号": "M1", "平台sku*数量": "MAX2*3;BOXX2", "平台": "eBay"})
    assert [(line["sku"], line["quantity"]) for line in order["lines"]] == [("MAX2", 3), ("BOXX2", None)]


@pytest.mark.parametrize(
    "country, marketplace", [("比利时", "amazon.com.be"), ("土耳其", "amazon.com.tr"), ("UK", "amazon.co.uk")]
)
def test_lingxing_names_countries(read: Read, country: str, marketplace: str) -> None:
    [order] = read("lingxing.orders", {"订单号": "303-1", "国家": country, "订购日期": "2026-09-20 08:12:44"})
    assert order["marketplace"] == marketplace


@pytest.mark.parametrize(
    "text, moment",
    [
        ("13/06/2569 10:30", "2026-06-13T03:30:00Z"),
        ("14 มิถุนายน 2569", "2026-06-14"),
        ("3 thg 6, 2026", "2026-06-03"),
        ("3 tháng 6 2026", "2026-06-03"),
        ("17 Agu 2026 08:00", "2026-08-17T01:00:00Z"),
        ("2026/7/14 上午 09:05:00", "2026-07-14T02:05:00Z"),
        ("2026年7月14日 下午3:05", "2026-07-14T08:05:00Z"),
        ("2026年7月14日15时05分", "2026-07-14T08:05:00Z"),
        ("20260714", "2026-07-14"),
        ("20260714150500", "2026-07-14T08:05:00Z"),
        ("Tue, 14 Jul 2026 15:05:00 +0700", "2026-07-14T08:05:00Z"),
        ("Tuesday, July 14, 2026", "2026-07-14"),
    ],
)
def test_dates_of_the_region(text: str, moment: str) -> None:
    assert read_dates({text}, ("DD/MM/YYYY HH:mm",), "Asia/Bangkok").texts == {text: moment}


def test_a_year_of_no_calendar_is_no_date() -> None:
    assert pattern("DD/MM/YYYY").read("03/06/2469", "UTC") is None


def test_brackets_may_stand_in_what_an_item_is_called(read: Read) -> None:
    items = "【1】Case [A] (产品属性:Color:Red(matte), Size:M) (商家编码:S(1)-2) (产品数量:4 piece)"
    [order] = read(
        "aliexpress.orders.2026", {"订单号": "8188888888888881", "商品信息": items, "实际发货单号": "LP1,Cainiao:LP2"}
    )
    [line] = order["lines"]
    assert (line["title"], line["variation"], line["sku"]) == ("Case [A]", "Color:Red(matte), Size:M", "S(1)-2")
    assert [(parcel["carrier"], parcel["tracking_no"]) for parcel in order["parcels"]] == [
        ("", "LP1"),
        ("Cainiao", "LP2"),
    ]


@pytest.mark.parametrize(
    "printed, moment",
    [
        ("Jul 14, 2026, 1:02:33 am PDT (UTC-7)", "2026-07-14T08:02:33Z"),
        ("14 Jul 2026, 1:02 am BST(UTC+1)", "2026-07-14T00:02:00Z"),
    ],
)
def test_temu_prints_days_first_outside_america(read: Read, printed: str, moment: str) -> None:
    [order] = read("temu.orders.en", {"order id": "PO-1", "Order item ID": "1", "purchase date": printed})
    assert order["purchased_at"] == moment


def test_a_spreadsheet_s_number_for_an_hour_is_in_the_hours_of_the_export(read: Read) -> None:
    row = {"订单号": "303-1", "国家": "日本", "订购日期": 46285.5}
    [order] = read("lingxing.orders", row)
    assert order["purchased_at"] == "2026-09-20T03:00:00Z"


@pytest.mark.parametrize("encoding", ["cp874", "utf-8"])
def test_thai_text_of_windows(parse: Callable[..., ParsedFile], tmp_path: Path, encoding: str) -> None:
    lines = ["หมายเลขคำสั่งซื้อ,สถานะการสั่งซื้อ,ชื่อผู้ใช้ (ผู้ซื้อ),ชื่อสินค้า,ชื่อผู้รับ", "260603TH0001,สำเร็จแล้ว,somchai,เสื้อยืด,สมชาย"]
    (tmp_path / "th.csv").write_bytes("\r\n".join(lines).encode(encoding))
    parsed = parse(tmp_path / "th.csv")
    assert (parsed.encoding, parsed.recognised.format.definition.id) == (encoding, "shopee.orders.th")


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("가방 기타 고양이 검은색 감사합니다 김철수 서울특별시 강남구", "cp949"),
        ("张三 广东省广州市越秀区 平底锅 等待买家收货", "gb18030"),
        ("フライパン 山田太郎 東京都千代田区", "cp932"),
        ("Müller, Straße 5, Köln", "cp1252"),
        ("Иван Петров, Москва, улица Ленина", "cp1251"),
        ("陳小姐 台北市信義區 鍋子", "big5"),
        ("สมชาย ใจดี กรุงเทพมหานคร เขตบางรัก", "cp874"),
    ],
)
def test_thai_is_not_seen_where_it_is_not(
    parse: Callable[..., ParsedFile], tmp_path: Path, text: str, encoding: str
) -> None:
    rows = "Order ID,Order date,Buyer name,Total,Currency\r\n" + f"X-1,2026-01-05,{text.replace(',', ' ')},5.00,EUR\r\n"
    (tmp_path / "o.csv").write_bytes(rows.encode(encoding))
    assert parse(tmp_path / "o.csv").encoding == encoding
