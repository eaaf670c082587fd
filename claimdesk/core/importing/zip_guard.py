"""Looks at a workbook's parts before any reader does: sizes, document types, and how far its cells reach."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

PARTS: Final = 2_000
PART_BYTES: Final = 200 << 20
TOTAL_BYTES: Final = 300 << 20
RATIO: Final = 200
RATIO_FROM: Final = 1 << 20
COLUMNS: Final = 1_000
CELLS: Final = 10_000_000
_FORMULAS: Final = 1_000  # as many are named
_BLOCK: Final = 1 << 20
_OVERLAP: Final = 256
_DOCTYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROOT: Final = re.compile(rb"<[A-Za-z]")
# Patterns that begin with plain bytes are many times faster. A file that writes its attributes in another way is not
# measured here; the process that reads it is bounded and watched in any case.
_ROW: Final = re.compile(rb'<row\b[^>]*?\sr="(\d+)')
_FAR: Final = re.compile(rb' r="([A-Z]{2,})\d')
_DEEP: Final = re.compile(rb' r="[A-Z]{1,4}(\d{7,})')
_FORMULA_ONLY: Final = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?r=[\"']([A-Z]{1,3}\d{1,7})[\"'][^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


class Refused(Exception):
    """The workbook is not read; `code` names the reason."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen in the sheets' XML: cells whose formula has no stored value, the first of them; cells with values.

    `size` is what all parts unpack to, in bytes.
    """

    unknown_formulas: tuple[str, ...] = ()
    cells: int = 0
    size: int = 0


def check(file: IO[bytes]) -> Scan:
    """Refuse a workbook that would cost too much or reaches outside itself.

    Raises Refused with `workbook_too_big`, `workbook_bomb`, `workbook_dtd`, `workbook_sparse`, `file_truncated`.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            size = _directory(archive)
            formulas: list[str] = []
            cells = 0
            for info in archive.infolist():
                if info.filename.lower().endswith((".xml", ".rels")):
                    cells += _part(archive, info, formulas)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise Refused("file_truncated", reason=type(error).__name__) from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise Refused("file_truncated", reason="zlib") from error
        raise
    finally:
        file.seek(0)
    return Scan(tuple(formulas), cells, size)


def _directory(archive: zipfile.ZipFile) -> int:
    """What all parts unpack to, by the directory."""
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > PARTS or total > TOTAL_BYTES or any(info.file_size > PART_BYTES for info in infos):
        raise Refused("workbook_too_big", size=total >> 20, limit=TOTAL_BYTES >> 20)
    for info in infos:
        if info.file_size > RATIO_FROM and info.file_size > RATIO * max(1, info.compress_size):
            raise Refused("workbook_bomb", part=info.filename[:80])
        if info.flag_bits & 1:
            raise Refused("file_password")
    return total


def _blocks(part: IO[bytes]) -> Iterator[bytes]:
    tail = b""
    while block := part.read(_BLOCK):
        yield tail + block
        tail = block[-_OVERLAP:]


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, formulas: list[str]) -> int:
    """Look through one part; returns the cells of a sheet that hold a value."""
    is_sheet = "worksheets/" in info.filename.lower() and not info.filename.lower().endswith(".rels")
    last_row, rows, cells = 0, 0, 0
    columns: set[bytes] = set()
    prolog = True
    with archive.open(info) as part:
        for block in _blocks(part):
            if prolog:  # a document type stands before the root element or nowhere
                if _DOCTYPE.search(block) or b"<\0!\0" in block or b"\0<\0!" in block:
                    raise Refused("workbook_dtd", part=info.filename[:80])
                prolog = _ROOT.search(block) is None
            if not is_sheet:
                continue
            last_row = max(last_row, max(map(int, _ROW.findall(block)), default=0))
            last_row = max(last_row, max((int(row[:12]) for row in _DEEP.findall(block)), default=0))
            rows += block.count(b"<row")
            cells += block.count(b"<v>") + block.count(b"<is>")
            columns.update(_FAR.findall(block))
            if b"<f" in block and len(formulas) < _FORMULAS:
                formulas.extend(cell.decode() for cell in _FORMULA_ONLY.findall(block))
    if is_sheet:
        _extent(max(last_row, rows), max((_column(name) for name in columns), default=26))
    return cells


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number


def _extent(rows: int, columns: int) -> None:
    if columns > COLUMNS:
        raise Refused("too_many_columns", limit=COLUMNS, columns=columns)
    if rows * columns > CELLS * 3 or (columns > 26 and rows * columns > CELLS):
        raise Refused("workbook_sparse", rows=rows, columns=columns)
