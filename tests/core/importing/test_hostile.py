"""Hostile and odd workbooks, one fault each: refused from the directory, read as data, or reported by row."""

from __future__ import annotations

import io
import socket
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.importing.zip_guard import Refused, check
from claimdesk.core.records.problems import Problem

from .samples import EXPORTS

Parse = Callable[..., ParsedFile]
HEADINGS = ["Order ID", "Order date", "Total", "Currency", "SKU"]
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def saved(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(content: bytes, name: str, change: Callable[[bytes], bytes], **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, change(old.read(info)) if info.filename == name else old.read(info))
        for part, data in more.items():
            new.writestr(part.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


ORDER: list[object] = ["X-1", "2026-11-14", 5, "EUR", "S"]


def test_a_gigabyte_is_refused_from_the_directory_alone() -> None:
    strings = io.BytesIO()
    with zipfile.ZipFile(strings, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open(STRINGS, "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(bytes(1 << 20))
    strings.seek(0)
    started = time.thread_time()
    with pytest.raises(Refused) as caught:
        check(strings)
    assert caught.value.code in ("workbook_too_big", "workbook_bomb")
    assert time.thread_time() - started < 0.1


def test_sizes_that_lie_are_refused(tmp_path: Path, parse: Parse) -> None:
    """The directory says a part has a few bytes; it unpacks to more."""
    content = bytearray(changed(saved(ORDER), SHEET, lambda part: part + b" " * 5_000_000))
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        length = int.from_bytes(content[place + 28 : place + 30], "little")
        if bytes(content[place + 46 : place + 46 + length]) == SHEET.encode():
            content[place + 24 : place + 28] = (100).to_bytes(4, "little")
        place = content.find(b"PK\x01\x02", place + 4)
    (tmp_path / "o.xlsx").write_bytes(bytes(content))
    with pytest.raises(Problem) as caught:
        parse(tmp_path / "o.xlsx")
    assert caught.value.code in ("file_truncated", "workbook_bomb", "workbook_too_big")


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x SYSTEM "http://127.0.0.1:{port}/">',
     '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY % x SYSTEM "http://127.0.0.1:{port}/x.dtd"> %x;'],
)  # fmt: skip
def test_nothing_outside_a_workbook_is_reached(part: str, entity: str, tmp_path: Path, parse: Parse) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        dtd = f"<!DOCTYPE x [{entity.format(port=server.getsockname()[1])}]>".encode()
        content = changed(
            saved(ORDER), part, lambda old: old.replace(b"?>", b"?>" + dtd, 1) if b"?>" in old else dtd + old
        )
        (tmp_path / "o.xlsx").write_bytes(content)
        with pytest.raises(Problem) as caught:
            parse(tmp_path / "o.xlsx")
        assert caught.value.code == "workbook_dtd"
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_workbook_with_macros_is_read_as_data(tmp_path: Path, parse: Parse) -> None:
    (tmp_path / "o.xlsm").write_bytes(changed(saved(ORDER), "", bytes, xl__vbaProject_dot_bin=b"\xd0\xcf macros"))
    parsed = parse(tmp_path / "o.xlsm")
    assert (parsed.orders.numbers, parsed.warnings[0].code) == (["X-1"], "macros_ignored")


def test_formulas_without_results_never_make_an_order(tmp_path: Path, parse: Parse) -> None:
    (tmp_path / "o.xlsx").write_bytes(
        saved(["=A9&B9", "2026-11-14", 5, "EUR", "S"], ["X-2", "2026-11-14", "=1+1", "EUR", "S"])
    )
    parsed = parse(tmp_path / "o.xlsx")
    assert parsed.orders.numbers == ["X-2"]
    assert {(issue.row, issue.code) for issue in parsed.rejected} >= {(2, "formula_unknown"), (3, "formula_unknown")}
    assert [issue.row for issue in parsed.rejected if issue.code == "order_no_missing"] in ([], [2])


def test_errors_are_empty_and_said(tmp_path: Path, parse: Parse) -> None:
    content = changed(saved(ORDER, ["X-2", "2026-11-14", 7, "EUR", "T"]), SHEET,
                      lambda part: part.replace(b't="n"><v>7</v>', b't="e"><v>#N/A</v>'))  # fmt: skip
    (tmp_path / "o.xlsx").write_bytes(content)
    parsed = parse(tmp_path / "o.xlsx")
    assert parsed.orders.numbers == ["X-1", "X-2"]
    assert [(issue.row, issue.value) for issue in parsed.warnings if issue.code == "cell_error"] == [(3, "#N/A")]


def test_ten_thousand_identifiers_keep_every_character(tmp_path: Path, parse: Parse) -> None:
    numbers = [
        text for n in range(2500) for text in (f"{n:010d}", f"{n}E{n % 90}", f"123-{n:07d}-1234567", f"{10**17 + n}")
    ]
    (tmp_path / "o.xlsx").write_bytes(saved(*([text, "2026-11-14", 5, "EUR", text] for text in numbers)))
    parsed = parse(tmp_path / "o.xlsx")
    assert (parsed.orders.numbers, parsed.rejected) == (numbers, ())
    lines = ["\t".join(HEADINGS), *(f"{text}\t2026-11-14\t5\tEUR\t{text}" for text in numbers)]
    (tmp_path / "o.txt").write_text("\n".join(lines), "utf-8")
    assert parse(tmp_path / "o.txt").orders.numbers == numbers


@pytest.mark.parametrize("name", ["o.xls", "o.csv", "o.txt", "o.ods", "o", "o.html"])
def test_a_name_never_decides_how_a_file_is_read(name: str, tmp_path: Path, parse: Parse) -> None:
    text, page = "synthetic-amazon-all-orders-us.txt", "synthetic-erp-html-table-named.xls"
    old = Path(EXPORTS).parent / "faults" / "walmart.xls"
    sheet = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Orders"><Table>'
        + "".join(
            f"<Row>{''.join(f'<Cell><Data>{cell}</Data></Cell>' for cell in row)}</Row>" for row in (HEADINGS, ORDER)
        )
        + "</Table></Worksheet></Workbook>"
    )
    path = tmp_path / name
    for content, first in (
        (saved(ORDER), "X-1"),
        ((EXPORTS / text).read_bytes(), "111-2461587-8135394"),
        ((EXPORTS / page).read_bytes(), "111-2461587-8135394"),
        (old.read_bytes(), "108912345678901"),
        (sheet.encode(), "X-1"),
    ):
        path.write_bytes(content)
        assert parse(path).orders.numbers[0] == first
