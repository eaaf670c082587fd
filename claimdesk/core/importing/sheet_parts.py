"""Which part of a workbook holds which sheet, read without an XML reader from a file nobody trusts yet."""

from __future__ import annotations

import posixpath
import re
import zipfile
from html import unescape
from typing import Final

_LIMIT: Final = 4 << 20
_TAG: Final = re.compile(r"<(?:\w+:)?(sheet|Relationship)\s([^>]*)>")
_ATTRIBUTE: Final = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name of a sheet -> name of its part; sheets whose part cannot be told are left out."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        found.get("Id", ""): found.get("Target", "")
        for found in _tags(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    }
    parts: dict[str, str] = {}
    for found in _tags(archive, "xl/workbook.xml", "sheet"):
        target = targets.get(next((value for key, value in found.items() if key.endswith(":id")), ""), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if part in names:
            parts[found.get("name", "")] = part
    return parts


def _tags(archive: zipfile.ZipFile, part: str, tag: str) -> list[dict[str, str]]:
    with archive.open(part) as file:
        text = file.read(_LIMIT).decode("utf-8", "replace")
    return [
        {key: unescape(one or other) for key, one, other in _ATTRIBUTE.findall(found)}
        for name, found in _TAG.findall(text)
        if name == tag
    ]
