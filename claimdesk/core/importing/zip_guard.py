"""Looks at a workbook's parts before any reader does: sizes, document types, and how far its cells reach."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Final

from claimdesk.core.importing.sheet_parts import sheet_parts

PARTS: Final = 2_000
PART_BYTES: Final = 200 << 20
TOTAL_BYTES: Final = 300 << 20
RATIO: Final = 200
RATIO_FROM: Final = 1 << 20
COLUMNS: Final = 1_000
CELLS: Final = 10_000_000
_FORMULAS: Final = 1_000  # as many are named
_ERRORS: Final = 20_000
_BLOCK: Final = 1 << 20
_OVERLAP: Final = 256
_DOCTYPE: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ROOT: Final = re.compile(rb"<[A-Za-z]")
# Patterns that begin with plain bytes are many times faster. A file that writes its attributes in another way is not
# measured here; the process that reads it is bounded and watched in any case.
_ROW: Final = re.compile(rb'<row\b[^>]*?\sr="(\d+)')
_FAR: Final = re.compile(rb' r="(?:([A-Z]{2,})\d|[A-Z]?(\d{7,}))')  # right of column Z, or below row 999,999
_FAR_AND_DEEP: Final = re.compile(rb' r="[A-Z]{2,4}(\d{7,})')
_FORMULA: Final = re.compile(rb"<f[ >/]")  # a search in less time than `in` takes
_FORMULA_ONLY: Final = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?r=[\"']([A-Z]{1,3}\d{1,7})[\"'][^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)

_ERROR: Final = re.compile(
    rb' r="([A-Z]{1,3})(\d{1,7})"[^>]*? t="e"[^>]*>(?:<f\b[^>]*?(?:/>|>[^<]*</f>))?<v>([^<]{1,20})</v>'
)


class Refused(Exception):
    """The workbook is not read; `code` names the reason."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(slots=True)
class Seen:
    """What was seen in the XML of one sheet, the first thousands of each.

    `formulas` are cells whose formula has no stored value, `errors` cells (row, column from 1) that show an error.
    """

    formulas: dict[str, None] = field(default_factory=dict)
    errors: dict[int, dict[int, str]] = field(default_factory=dict)
    cells: int = 0  # that hold a value


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen of a workbook; `size` is what all parts unpack to, in bytes, `names` tells the sheets' parts."""

    parts: dict[str, Seen] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    macros: bool = False
    size: int = 0

    @property
    def cells(self) -> int:
        """Cells that hold a value, on all sheets."""
        return sum(seen.cells for seen in self.parts.values())

    def of(self, sheet: str) -> Seen:
        """What was seen on one sheet; nothing where its part is not known."""
        return self.parts.get(self.names.get(sheet, ""), Seen())


def unpacked_size(file: IO[bytes]) -> int:
    """Bytes that all parts unpack to, as the directory tells. Raises Refused as `check` does, but looks inside none."""
    with _named(file), zipfile.ZipFile(file) as archive:
        return _directory(archive)


def check(file: IO[bytes]) -> Scan:
    """Refuse a workbook that would cost too much or reaches outside itself.

    Raises Refused with `workbook_too_big`, `workbook_bomb`, `workbook_dtd`, `workbook_sparse`, `file_truncated`.
    """
    parts: dict[str, Seen] = {}
    with _named(file), zipfile.ZipFile(file) as archive:
        size = _directory(archive)
        macros = any(name.lower().endswith("vbaproject.bin") for name in archive.namelist())
        for info in archive.infolist():
            if info.filename.lower().endswith((".xml", ".rels")):
                parts[info.filename] = _part(archive, info)
        names = sheet_parts(archive)
    return Scan(parts, names, macros, size)


@contextmanager
def _named(file: IO[bytes]) -> Iterator[None]:
    """What a damaged archive raises, as one refusal; the file is at its beginning afterwards."""
    try:
        yield
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, RuntimeError) as error:
        raise Refused("file_truncated", reason=type(error).__name__) from error
    except Exception as error:
        if type(error).__module__ == "zlib":
            raise Refused("file_truncated", reason="zlib") from error
        raise
    finally:
        file.seek(0)


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


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Seen:
    """Look through one part."""
    is_sheet = "worksheets/" in info.filename.lower() and not info.filename.lower().endswith(".rels")
    last_row, rows = 0, 0
    columns: set[bytes] = set()
    seen = Seen()
    prolog = True
    with archive.open(info) as part:
        for block in _blocks(part):
            if prolog:  # a document type stands before the root element or nowhere
                if _DOCTYPE.search(block) or b"<\0!\0" in block or b"\0<\0!" in block:
                    raise Refused("workbook_dtd", part=info.filename[:80])
                prolog = _ROOT.search(block) is None
            if not is_sheet:
                continue
            if far := set(_FAR.findall(block)):
                columns.update(letters for letters, _ in far if letters)
                deep = {row for _, row in far if row}.union(_FAR_AND_DEEP.findall(block))
                last_row = max(last_row, max((int(row[:12]) for row in deep), default=0))
            # Within 26 columns 999,999 rows are never too many: the last row of each block is enough.
            start = 0 if columns else max(0, block.rfind(b'<row r="'))
            last_row = max(last_row, max(map(int, _ROW.findall(block, start)), default=0))
            if not start:
                rows += block.count(b"<row")
            _look(block, seen)
    if is_sheet:
        _extent(max(last_row, rows), max((_column(name) for name in columns), default=26))
    return seen


def _look(block: bytes, seen: Seen) -> None:
    seen.cells += block.count(b"</c>")  # an empty one closes itself
    if len(seen.formulas) < _FORMULAS and _FORMULA.search(block):
        seen.formulas.update((cell.decode(), None) for cell in _FORMULA_ONLY.findall(block))
    if b't="e"' in block and len(seen.errors) < _ERRORS:
        for column, row, text in _ERROR.findall(block):
            seen.errors.setdefault(int(row), {})[_column(column)] = text.decode("utf-8", "replace")


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
