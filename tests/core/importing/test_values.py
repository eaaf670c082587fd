"""Dates, amounts, cells and encodings, one rule each."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.core.importing.amounts import amount, decimal_sign, symbol_of, to_minor
from claimdesk.core.importing.cells import clean, is_damaged_id, whole_id
from claimdesk.core.importing.dates import read_dates
from claimdesk.core.importing.encodings import decide_encoding
from claimdesk.core.importing.headings import normal_heading


@pytest.mark.parametrize(
    "text, pattern, zone, moment",
    [
        ("2024-01-05T08:12:44-08:00", "", "", "2024-01-05T16:12:44Z"),
        ("2023-05-31 23:06:04 -0700", "", "", "2023-06-01T06:06:04Z"),
        ("2024-01-05", "", "Asia/Tokyo", "2024-01-05"),
        ("Jul-21-25", "MMM-DD-YY", "", "2025-07-21"),
        ("10-Dez-25", "DD-MMM-YY", "", "2025-12-10"),
        ("11-Mär-26", "DD-MMM-YY", "", "2026-03-11"),
        ("07/04/2026 1:02:03 PM", "MM/DD/YYYY h:mm:ss A", "America/Los_Angeles", "2026-07-04T20:02:03Z"),
        ("Dec 1, 2023 12:38:23 AM PST", "MMM D, YYYY h:mm:ss A zzz", "", "2023-12-01T08:38:23Z"),
        ("Jul 1, 2023 12:38:23 AM PST", "MMM D, YYYY h:mm:ss A zzz", "", "2023-07-01T07:38:23Z"),
        ("Jul 1, 2023 12:38:23\u202fAM PDT", "MMM D, YYYY h:mm:ss A zzz", "", "2023-07-01T07:38:23Z"),
        ("2024/01/05 17:12:44 JST", "YYYY/MM/DD HH:mm:ss zzz", "", "2024-01-05T08:12:44Z"),
        ("05.01.2024 08:12:44 GMT+01:00", "DD.MM.YYYY HH:mm:ss ZZ", "", "2024-01-05T07:12:44Z"),
        ("2024年1月5日", "YYYY年M月D日", "", "2024-01-05"),
        ("2026-08-01 24:00", "", "Asia/Shanghai", "2026-08-01T16:00:00Z"),
        ("03 Jun 2026 20:41", "DD MMM YYYY HH:mm", "Asia/Bangkok", "2026-06-03T13:41:00Z"),
    ],
)
def test_a_date_is_read_by_its_pattern(text: str, pattern: str, zone: str, moment: str) -> None:
    assert read_dates([text], (pattern,) if pattern else (), zone).texts == {text: moment}


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2024-13-01", "24:30", "1/2", "soon", "2024-01-05T25:00:00", "0001-01-01"]
)
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    read = read_dates([text], ("MM/DD/YYYY",), "")
    assert (read.texts, read.unreadable) == ({}, frozenset({text}))


@pytest.mark.parametrize(
    "values, known, sign",
    [
        (["1.433,66", "5,00"], "", ","),
        (["1,433.66"], "", "."),
        (["37.200", "25000"], ",", ","),
        (["37.200", "25000"], "", ""),
        (["9.88", "37.200"], "", "."),
        (["1,23,456", "5"], "", "."),
        (["12.5", "12,5"], ".", "."),
        (["0.125"], "", "."),
    ],
)
def test_the_decimal_sign_is_decided_by_the_column(values: list[str], known: str, sign: str) -> None:
    assert decimal_sign(values, known).sign == sign


@pytest.mark.parametrize(
    "text, sign, value",
    [
        ("$1,433.66", ".", "1433.66"),
        ("116,99 €", ",", "116.99"),
        ("1 234,56", ",", "1234.56"),
        ("1\u202f234,56", ",", "1234.56"),
        ("1'234.56", ".", "1234.56"),
        ("(12.00)", ".", "-12.00"),
        ("-$5", ".", "-5"),
        ("5.00-", ".", "-5.00"),
        ("US $12.34", ".", "12.34"),
        ("37.200", ",", "37200"),
        (".50", ".", "0.50"),
        ("￥1,980", ".", "1980"),
    ],
)
def test_an_amount_is_read(text: str, sign: str, value: str) -> None:
    assert amount(text, sign) == Decimal(value)


@pytest.mark.parametrize(
    "text, sign", [("9.88", ""), ("1E+5", "."), ("2 x 5.00", "."), ("five", "."), ("1.2.3", "."), ("12,34", ".")]
)
def test_what_is_no_amount_is_not_made_one(text: str, sign: str) -> None:
    assert amount(text, sign) is None


@given(st.integers(-(10**9), 10**9), st.sampled_from(["USD", "JPY", "KWD"]))
def test_minor_units_are_exact(minor: int, currency: str) -> None:
    digits = {"USD": 2, "JPY": 0, "KWD": 3}[currency]
    text = f"{Decimal(minor).scaleb(-digits):f}"
    value = amount(text, ".")
    assert value is not None
    assert to_minor(value, currency) == minor


def test_symbols_name_a_currency_only_when_they_are_certain() -> None:
    assert [symbol_of(text) for text in ("£1", "1 €", "US $1", "CDN$ 1", "THB 1", "$1", "¥1", "1")] == [
        "GBP", "EUR", "USD", "CAD", "THB", "", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "raw, value",
    [
        ("  x\t", "x"), ("--", ""), ("N/A", ""), ("null", ""), (" ", ""), ("-", ""), ("'02134", "02134"), ("Null", "Null"),
        ('="02134"', "02134"), ('=""9400100000000000000003""', "9400100000000000000003"), ("'tis", "tis"),
        ("=SUM(A1)", "=SUM(A1)"), ("\xa05\xa0", "5"), ("O'Neil", "O'Neil"), ("'n' roll", "'n' roll"),
    ],
)  # fmt: skip
def test_wrappings_are_taken_off(raw: str, value: str) -> None:
    assert clean(raw) == value


@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    if not once.startswith(("=", "'")):
        assert clean(once) == once


def test_damage_to_identifiers_is_seen() -> None:
    assert [is_damaged_id(text) for text in ("3.18509E+11", "9,4E+21", "1E10", "12E+3", "3.18E-2")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert (whole_id("400081.0"), whole_id("1.50"), whole_id("5764614130387857.0")) == (
        "400081",
        "1.50",
        "5764614130387857.0",
    )


def test_headings_are_compared_without_their_accidents() -> None:
    assert normal_heading("\ufeff  Sales\u00a0 Channel\t") == "sales channel"
    assert normal_heading("实际发货物流：\n运单号") == normal_heading("实际发货物流: 运单号")
    assert normal_heading("Ma\u0303 đơn hàng") == normal_heading("Mã đơn hàng")


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("order,城市\n1,杭州市余杭区\n2,深圳市\n", "gb18030"),
        ("order,name\n1,王伟\n", "gb18030"),
        ("order,city\n1,東京都千代田区\n2,さいたま市\n", "cp932"),
        ("order,name\n1,田中\n2,サトウ\n", "cp932"),
        ("order,name\n1,Zoë\n2,José García\n", "cp1252"),
        ("order,price\n1,£12.00\n2,£5.00\n", "cp1252"),
        ("order,name\n1,王小明\n2,臺北市信義區\n3,陳先生\n", "big5"),
        ("order,name\n1,김철수\n2,서울특별시 강남구 역삼동 김민수 이영희\n", "cp949"),
        ("order,name\n1,Łukasz Świątek\n2,Żółć\n", "cp1250"),
        ("order,name\n1,Иван Петров\n2,Москва\n", "cp1251"),
        ("order,name\n1,Zoë 王\n", "utf-8"),
        ("order,name\n1,plain\n", "utf-8"),
        ("order,name\n1,Zoë 王\n", "utf-16"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(text.encode(encoding))
    found = decide_encoding(path, "", lambda _: False)
    assert found.label == encoding
    assert path.read_bytes().decode(found.name).removeprefix("\ufeff") == text
