"""Which cells of an ods file are merged, which its reader does not tell; read without an XML reader."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from typing import IO, Final

_LIMIT: Final = 256 << 20
_TAG: Final = re.compile(r"<table:(table|table-row|table-cell|covered-table-cell)((?:\s[^>]*?)?)/?>")
_NAME: Final = re.compile(r"""\stable:name=(?:"([^"]*)"|'([^']*)')""")
_NUMBER: Final = re.compile(r"""table:number-(rows|columns)-(spanned|repeated)=["'](\d{1,7})["']""")
_SPANS: Final = re.compile(rb"""number-rows-spanned=["'](?:[2-9]|\d\d)""")


def ods_merges(file: IO[bytes]) -> dict[str, list[tuple[int, int, int, int]]]:
    """Sheet -> merges over several rows as (first row, first column, last row, last column) from 0.

    Nothing for other containers and for ods files without such merges.
    """
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive, archive.open("content.xml") as part:
            content = part.read(_LIMIT)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError):
        return {}
    finally:
        file.seek(0)
    return _merges(content.decode("utf-8", "replace")) if _SPANS.search(content) else {}


def _merges(content: str) -> dict[str, list[tuple[int, int, int, int]]]:
    found: dict[str, list[tuple[int, int, int, int]]] = {}
    sheet: list[tuple[int, int, int, int]] = []
    row = column = 0
    repeated = 0  # rows that the row at hand stands for
    for tag, attributes in (match.groups() for match in _TAG.finditer(content)):
        if tag == "table":
            name = _NAME.search(attributes)
            sheet = found.setdefault(unescape((name.group(1) or name.group(2) or "") if name else ""), [])
            row, repeated = 0, 0
            continue
        numbers = {f"{what} {how}": int(number) for what, how, number in _NUMBER.findall(attributes)}
        if tag == "table-row":
            row, column, repeated = row + repeated, 0, numbers.get("rows repeated", 1)
            continue
        rows, columns = numbers.get("rows spanned", 1), numbers.get("columns spanned", 1)
        if rows > 1:
            sheet.append((row, column, row + rows - 1, column + columns - 1))
        column += numbers.get("columns repeated", 1)
    return found
