"""Files that cannot be what they should be: each ends in a named reason, and nothing is stored."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from claimdesk.core.importing.imports import Imports
from claimdesk.core.importing.parsing import ParsedFile
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.imports import ImportResult
from claimdesk.core.records.problems import Cancelled, Problem
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage.store import Store

from .conftest import NOW
from .samples import EXPORTS

SHOPIFY = [
    "Name",
    "Financial Status",
    "Currency",
    "Total",
    "Created at",
    "Lineitem quantity",
    "Lineitem name",
    "Lineitem price",
]
ORDER = ["#1", "paid", "USD", "5.00", "2026-11-01 10:00:00 -0800", "1", "Mug", "5.00"]


def workbook_bytes(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A workbook with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def bomb() -> bytes:
    return with_part(
        workbook_bytes(SHOPIFY), SHEET, b"<worksheet " + _NS.encode() + b">" + b" " * (40 << 20) + b"</worksheet>"
    )


def corner() -> bytes:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return with_part(
        workbook_bytes(SHOPIFY), SHEET, f"<worksheet {_NS}><sheetData>{cells}</sheetData></worksheet>".encode()
    )


def tall() -> bytes:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="AZ1048576"><v>1</v></c></row>'
    return with_part(
        workbook_bytes(SHOPIFY), SHEET, f"<worksheet {_NS}><sheetData>{cells}</sheetData></worksheet>".encode()
    )


def laughs() -> bytes:
    text = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">]><worksheet {_NS}><sheetData/></worksheet>'
    return with_part(workbook_bytes(SHOPIFY), SHEET, text.encode())


def locked() -> bytes:
    """The container that Excel writes for a workbook with a password; its directory names the encrypted package."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHH", 0x3E, 3, 0xFFFE, 9)
    return head.ljust(512, b"\0") + "EncryptedPackage".encode("utf-16-le").ljust(4096, b"\0")


CASES: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "file_missing"),
    "empty": (b"", "file_empty"),
    "blank": (b"\xef\xbb\xbf \r\n\r\n", "file_empty"),
    "headings only": ((",".join(SHOPIFY) + "\n").encode(), "file_no_rows"),
    "prose": (b"Dear shop,\nwhere is my parcel?\n", "format_unknown"),
    "truncated workbook": (workbook_bytes(SHOPIFY, ORDER)[:-800], "file_truncated"),
    "broken workbook": (with_part(workbook_bytes(SHOPIFY), SHEET, b"<worksheet><sheetData><row"), "file_truncated"),
    "password": (locked(), "file_password"),
    "archive": (
        with_part(workbook_bytes(SHOPIFY), "xl/workbook.xml", b"")[:0] or b"PK\x05\x06" + bytes(18),
        "file_is_archive",
    ),
    "pdf": (b"%PDF-1.7 ...", "file_is_pdf"),
    "json": (b'{"orders": []}', "file_is_json"),
    "mail": (b"From: a@example.com\nTo: b@example.com\nSubject: Claim\n\nHello", "file_is_mail"),
    "page without a table": (b"<html><body>Sign in</body></html>", "file_not_table"),
    "empty bytes": (b"Name\0,Financial" + bytes(40_000), "file_nul"),
    "bomb": (bomb(), "workbook_bomb"),
    "cell in the far corner": (corner(), "too_many_columns"),
    "cell far below": (tall(), "workbook_sparse"),
    "document type": (laughs(), "workbook_dtd"),
    "a million columns": (b"," * 1_000_000 + b"\n", "too_many_columns"),
    "open quote": (f'{",".join(SHOPIFY)}\n#1,paid,USD,"5.00,x\n#2,paid\n'.encode(), "file_quotes"),
    "quote inside": (f'{",".join(SHOPIFY)}\n#1,"pa"id,USD,5.00,,1,Mug,5\n'.encode(), "file_quotes"),
    "endless cell": (f"{','.join(SHOPIFY)}\n#1,paid,USD,5.00,,1,{'x' * (2 << 20)},5\n".encode(), "cell_too_long"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bad_file_ends_in_a_named_reason(name: str, tmp_path: Path, imports: Imports, store: Store) -> None:
    content, code = CASES[name]
    path = tmp_path / "orders.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        imports.run([EXPORTS / "synthetic-amazon-all-orders-us.txt", path], at=NOW)
    assert caught.value.code == code
    said = Wording.load().text(code, caught.value.params)
    assert code not in (said.en, said.zh)
    assert "{" not in said.en + said.zh
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM orders").scalar_one() == 0
    assert list((store.folder / "imports").glob("*")) == []


def test_the_name_of_a_file_decides_nothing(parse: Callable[..., ParsedFile], tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(workbook_bytes(SHOPIFY, ORDER))
    parsed = parse(path)
    assert (parsed.orders.numbers, parsed.recognised.table.name) == (["#1"], "Sheet")
    path = tmp_path / "orders.xlsx"
    path.write_text(",".join(SHOPIFY) + "\n" + ",".join(ORDER), "utf-8")
    assert parse(path).orders.numbers == ["#1"]
    path = tmp_path / "orders.xls"
    path.write_text("\t".join(SHOPIFY) + "\n" + "\t".join(ORDER), "utf-8")
    assert parse(path).orders.numbers == ["#1"]
    path.write_text(f"<table><tr><th>{'<th>'.join(SHOPIFY)}</tr><tr><td>{'<td>'.join(ORDER)}</tr></table>", "utf-8")
    assert parse(path).orders.numbers == ["#1"]


def test_rows_with_empty_bytes_are_left_out(sheet: Callable[..., Path], parse: Callable[..., ParsedFile]) -> None:
    parsed = parse(sheet("n.csv", SHOPIFY, ORDER, ["#2", "pa\0id", *ORDER[2:]]))
    assert parsed.orders.numbers == ["#1"]
    assert [(issue.row, issue.code) for issue in parsed.rejected] == [(3, "row_nul")]


def test_lines_in_another_encoding_are_left_out_and_counted(tmp_path: Path, parse: Callable[..., ParsedFile]) -> None:
    path = tmp_path / "mixed.csv"
    lines = [",".join(SHOPIFY).encode()]
    for number in range(1000):
        row = ",".join([f"#{number}", *ORDER[1:6], "Café", "5.00"])
        lines.append(row.encode("utf-8" if number % 2 else "cp1252"))
    path.write_bytes(b"\n".join(lines))
    parsed = parse(path)
    assert len(parsed.orders.numbers) == 500
    assert {issue.code for issue in parsed.rejected} == {"row_undecodable"}
    assert len(parsed.rejected) == 500
    assert {order[0][5] for order in parsed.orders.lines} == {"Café"}


def test_a_quote_that_swallows_rows_is_named(sheet: Callable[..., Path], parse: Callable[..., ParsedFile]) -> None:
    swallowing = [*ORDER[:6], '"Mug', "5.00"]
    closing = ["#3", *ORDER[1:6], 'Mug"', "5.00"]
    parsed = parse(sheet("q.csv", SHOPIFY, ORDER, swallowing, ["#2", *ORDER[1:]], closing))
    assert parsed.orders.numbers == ["#1"]
    assert [(issue.row, issue.code) for issue in parsed.rejected] == [(3, "row_swallowed")]


def test_a_row_cut_off_at_the_end_is_left_out(tmp_path: Path, parse: Callable[..., ParsedFile]) -> None:
    path = tmp_path / "cut.csv"
    path.write_text("\n".join([",".join(SHOPIFY), ",".join(ORDER), "#2,paid,USD,5"]), "utf-8")
    parsed = parse(path)
    assert (parsed.orders.numbers, [issue.code for issue in parsed.rejected]) == (["#1"], ["row_short"])


def test_a_cancelled_import_leaves_nothing(imports: Imports, store: Store) -> None:
    task = Task()
    steps: list[int] = []

    def progress(done: int, _total: int) -> None:
        steps.append(done)
        if len(steps) > 3:
            task.stop.set()

    task.progress = progress
    with pytest.raises(Cancelled):
        imports.run([EXPORTS / "synthetic-amazon-all-orders-us.txt"], task=task, at=NOW)
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM orders").scalar_one() == 0
    assert imports.batches() == ()
    assert list((store.folder / "imports").glob("*")) == []


def test_an_import_keeps_a_copy_of_its_file(run: Callable[..., ImportResult], store: Store) -> None:
    import gzip

    source = EXPORTS / "synthetic-amazon-all-orders-us.txt"
    run(source)
    (kept,) = (store.folder / "imports").iterdir()
    assert gzip.decompress(kept.read_bytes()) == source.read_bytes()
    run(source)  # brings nothing new, so nothing is kept
    assert list((store.folder / "imports").iterdir()) == [kept]


def test_an_unknown_format_names_headings_and_no_one(
    sheet: Callable[..., Path], parse: Callable[..., ParsedFile]
) -> None:
    rows = [["Report"], ["No", "Name", "Phone", "City"], ["1", "Jane Doe", "617-555-0100", "Boston", "extra"]]
    with pytest.raises(Problem) as caught:
        parse(sheet("x.csv", *rows))
    assert caught.value.params["headings"] == "No, Name, Phone, City"
