"""Templates as a workbook: one sheet for what they are, one for their paragraphs in every language, one for what they ask.

Every cell is text, so that nothing in it is ever computed, and reading it back gives the same templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, BinaryIO
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from claimdesk.core.importing import zip_guard
from claimdesk.core.importing.sheet_rows import calamine_sheets
from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.schema import LANGUAGES, Template
from claimdesk.core.reporting.cells import CellWriter

_ABOUT = ("id", "version", "checked", "audience", "stage", "platforms", "title_en", "title_zh", "purpose_en",
          "purpose_zh", "brief", "native_checked")  # fmt: skip
_PARAGRAPHS = ("template", "id", "when", "optional", *LANGUAGES)
_FIELDS = ("template", "name", "ask_en", "ask_zh", "kind", "default")
_SHEETS = {"Templates": _ABOUT, "Paragraphs": _PARAGRAPHS, "Fields": _FIELDS}
_WIDE = {"en", "zh", "de", "fr", "es", "it", "ja", "purpose_en", "purpose_zh"}
# Excel reads `_x0041_` in a cell as a letter; written with the mark's own code it stays what it says.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def write_templates(file: BinaryIO, templates: Sequence[Template]) -> None:
    """Write all of them into an open file."""
    book = Workbook(write_only=True)
    rows: Mapping[str, Iterable[dict[str, str]]] = {
        "Templates": (_about(one) for one in templates),
        "Paragraphs": (row for one in templates for row in _paragraphs(one)),
        "Fields": (row for one in templates for row in _fields(one)),
    }
    for title, columns in _SHEETS.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "C2"
        for index, column in enumerate(columns):
            sheet.column_dimensions["ABCDEFGHIJKLMNOP"[index]].width = 60 if column in _WIDE else 18
        cells = CellWriter(sheet, ZoneInfo("UTC"))
        sheet.append([cells.text(column, "heading") for column in columns])
        for row in rows[title]:
            sheet.append([cells.text(_ESCAPE.sub("_x005F_", row[column]), "wrapped") for column in columns])
    book.save(file)


@dataclass(frozen=True, slots=True)
class SheetTemplates:
    """What a workbook says: `data` are templates as plain data for `replies.files.sound`, in the order of its rows.

    `rows` tells the row of each template, and of each of its paragraphs and fields, by sheet; `stray` are rows that
    belong to no template, as Problems with `sheet` and `row`.
    """

    data: tuple[dict[str, Any], ...]
    rows: Mapping[str, Mapping[str, tuple[int, ...]]]
    stray: tuple[Problem, ...] = ()


def read_templates(file: IO[bytes], name: str) -> list[dict[str, Any]]:
    """The templates in a workbook as plain data, in the order of its rows. Raises Problem as `read_sheets` does."""
    return list(read_sheets(file, name).data)


def read_sheets(file: IO[bytes], name: str) -> SheetTemplates:
    """The templates in a workbook, with where each stands.

    Raises Problem `template_file_unreadable`, `template_file_empty` or `template_columns_missing` (sheet, columns).
    """
    try:
        zip_guard.check(file)
        file.seek(0)
        cells = {sheet.name: list(sheet.rows()) for sheet in calamine_sheets(file) if sheet.name in _SHEETS}
    except zip_guard.Refused as refused:
        raise Problem("template_file_unreadable", file=name, reason=refused.code) from refused
    except Exception as error:
        raise Problem("template_file_unreadable", file=name, reason=type(error).__name__) from error
    sheets = {sheet: list(_rows(iter(rows))) for sheet, rows in cells.items()}
    by_id: dict[str, dict[str, Any]] = {}
    places: dict[str, dict[str, list[int]]] = {}
    stray: list[Problem] = []
    for number, row in sheets.get("Templates", ()):
        data = _data(row)
        if not data["id"] or data["id"] in by_id:
            code = "template_row_twice" if data["id"] else "template_row_stray"
            stray.append(Problem(code, file=name, sheet="Templates", row=number, template=data["id"]))
            continue
        by_id[data["id"]] = data
        places[data["id"]] = {"Templates": [number], "Paragraphs": [], "Fields": []}
    if not by_id:
        raise Problem("template_file_empty", file=name)
    _refuse_lacking(cells.get("Paragraphs", []), name)
    for sheet, part, read in (("Paragraphs", "paragraphs", _paragraph), ("Fields", "fields", _field)):
        for number, row in sheets.get(sheet, ()):
            owner = row.get("template", "").strip()
            if owner not in by_id:
                stray.append(Problem("template_row_stray", file=name, sheet=sheet, row=number, template=owner))
                continue
            by_id[owner][part].append(read(row))
            places[owner][sheet].append(number)
    rows = {key: {sheet: tuple(numbers) for sheet, numbers in place.items()} for key, place in places.items()}
    return SheetTemplates(tuple(by_id.values()), rows, tuple(stray))


def _refuse_lacking(paragraphs: list[list[str]], file: str) -> None:
    """One fault for a sheet or a heading that is gone, not one for every row below it."""
    heads = {cell.strip().lower() for cell in paragraphs[0]} if paragraphs else set()
    lacking = [column for column in ("template", "id", "en", "zh") if column not in heads]
    if lacking:
        raise Problem("template_columns_missing", file=file, sheet="Paragraphs", columns=", ".join(lacking))


def _rows(rows: Iterator[list[str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows with their number, by the headings of the first, in whatever order somebody put the columns."""
    heads = [cell.strip().lower() for cell in next(rows, [])]
    for number, row in enumerate(rows, 2):
        filled = {head: _ESCAPED.sub(_letter, cell) for head, cell in zip(heads, row, strict=False) if head}
        if any(filled.values()):
            yield number, filled


def _letter(found: re.Match[str]) -> str:
    return "_" if found.group(1).upper() == "005F" else found.group()


def _about(one: Template) -> dict[str, str]:
    return {
        "id": one.id, "version": str(one.version), "checked": one.checked.isoformat(), "audience": one.audience.value,
        "stage": one.stage, "platforms": " ".join(one.platforms), "title_en": one.title.en, "title_zh": one.title.zh,
        "purpose_en": one.purpose.en, "purpose_zh": one.purpose.zh, "brief": " ".join(one.brief),
        "native_checked": " ".join(one.native_checked),
    }  # fmt: skip


def _paragraphs(one: Template) -> Iterator[dict[str, str]]:
    for paragraph in one.paragraphs:
        row = {"template": one.id, "id": paragraph.id, "when": paragraph.when, "optional": _yes(paragraph.optional)}
        yield row | {language: paragraph.text(language) for language in LANGUAGES}


def _fields(one: Template) -> Iterator[dict[str, str]]:
    for field in one.fields:
        yield {"template": one.id, "name": field.name, "ask_en": field.ask.en, "ask_zh": field.ask.zh,
               "kind": field.kind, "default": field.default}  # fmt: skip


def _yes(value: bool) -> str:  # noqa: FBT001 - one word for one value
    return "yes" if value else ""


def _data(row: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": row.get("id", "").strip(), "version": row.get("version", "1").split(".")[0] or "1",
        "checked": row.get("checked", "")[:10], "audience": row.get("audience", ""), "stage": row.get("stage", ""),
        "platforms": row.get("platforms", "").split(), "brief": row.get("brief", "").split(),
        "title": {"en": row.get("title_en", ""), "zh": row.get("title_zh", "")},
        "purpose": {"en": row.get("purpose_en", ""), "zh": row.get("purpose_zh", "")},
        "native_checked": row.get("native_checked", "").split(), "paragraphs": [], "fields": [],
    }  # fmt: skip


def _paragraph(row: Mapping[str, str]) -> dict[str, Any]:
    optional = row.get("optional", "").strip().lower() in ("yes", "true", "1", "是")
    texts = {language: row.get(language, "") for language in LANGUAGES}
    return {"id": row.get("id", ""), "when": row.get("when", ""), "optional": optional, **texts}


def _field(row: Mapping[str, str]) -> dict[str, Any]:
    asked = {"en": row.get("ask_en", ""), "zh": row.get("ask_zh", "")}
    return {"name": row.get("name", ""), "ask": asked, "kind": row.get("kind", "") or "text",
            "default": row.get("default", "")}  # fmt: skip
