"""A sheet of costs per SKU, read by the same readers as order exports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from claimdesk.core.importing.amounts import amount, symbol_of, to_minor
from claimdesk.core.importing.cells import clean
from claimdesk.core.importing.containers import Container, container_of
from claimdesk.core.importing.delimited import DelimitedText
from claimdesk.core.importing.encodings import decide_encoding
from claimdesk.core.importing.headings import normal_heading, normal_row
from claimdesk.core.importing.html_tables import HtmlTables
from claimdesk.core.importing.sources import Beginning, Source
from claimdesk.core.importing.workbook import Workbook
from claimdesk.core.knowledge.shipped import read_knowledge, shipped
from claimdesk.core.records.problems import Problem, RowIssue
from claimdesk.core.records.tasks import Task
from claimdesk.core.remedies.schema import CostSheetWords

_AMOUNTS = {"unit_cost": "unit_minor", "reship": "reship_minor", "return_label": "return_minor"}
_SEARCHED_ROWS = 40
NOTES = 500  # characters of a note


@dataclass(frozen=True, slots=True)
class SkuCost:
    """What one SKU costs, in minor units of `currency`; None where nobody said. `referral` is a share of the price."""

    sku: str
    currency: str
    unit_minor: int | None = None
    reship_minor: int | None = None
    return_minor: int | None = None
    referral: Decimal | None = None
    media: bool | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class CostSheet:
    """What a sheet says: one entry per SKU, the last row of a SKU counts; `rows` were read, `issues` name some."""

    costs: tuple[SkuCost, ...]
    rows: int
    issues: tuple[RowIssue, ...]


@dataclass(slots=True)
class _Rows:
    """The rows below the headings, by field."""

    places: Mapping[str, int]
    headings: Sequence[str]
    numbers: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    issues: list[RowIssue] = field(default_factory=list)

    def column(self, name: str) -> list[str]:
        place = self.places.get(name)
        return [""] * len(self.rows) if place is None else [clean(row[place]) for row in self.rows]

    def issue(self, at: int, name: str, code: str, value: str) -> None:
        place = self.places.get(name)
        heading = "" if place is None else self.headings[place].strip()
        self.issues.append(RowIssue(self.numbers[at], heading, code, value[:80]))


def read_cost_sheet(path: Path, currency: str, task: Task) -> CostSheet:
    """Everything a sheet says of costs; `currency` serves amounts that name none.

    Raises Problem `cost_sheet_unknown` (params: file, headings) and those of the readers.
    """
    source = _open(path)
    try:
        tables = source.beginnings()
        found = _headings(tables)
        if found is None:
            widest = max((row for table in tables for row in table.rows), key=len, default=[])
            named = ", ".join(cell.strip()[:40] for cell in widest if cell.strip())
            raise Problem("cost_sheet_unknown", file=path.name, headings=named[:400])
        table, index, places = found
        rows = _Rows(places, table.rows[index])
        for chunk in source.chunks(table, table.numbers[index], len(table.rows[index]), task.step):
            rows.numbers.extend(chunk.numbers)
            rows.rows.extend(chunk.rows)
            rows.issues.extend(chunk.issues)
    finally:
        source.close()
    return _read(rows, currency)


@cache
def _words() -> CostSheetWords:
    return read_knowledge(shipped("resources") / "remedies" / "cost_sheet.toml", CostSheetWords)


@cache
def _fields() -> Mapping[str, str]:
    return {normal_heading(text): name for name, texts in _words().columns.items() for text in texts}


def _open(path: Path) -> Source:
    container = container_of(path)
    if container is Container.WORKBOOK:
        return Workbook(path)
    if container is Container.HTML:
        return HtmlTables(path)
    return DelimitedText(path, decide_encoding(path, "", _knows))


def _knows(text: str) -> bool:
    """Whether the beginning of a text, decoded in some way, holds our headings."""
    known = _fields()
    for line in text.splitlines()[:_SEARCHED_ROWS]:
        for separator in "\t,;|":
            if sum(normal_heading(cell.strip(' "')) in known for cell in line.split(separator)[:200]) >= 2:
                return True
    return False


def _headings(tables: Sequence[Beginning]) -> tuple[Beginning, int, dict[str, int]] | None:
    """The table and row whose headings name a SKU and the most other fields, and where each field stands."""
    best: tuple[Beginning, int, dict[str, int]] | None = None
    for table in tables:
        for index, row in enumerate(table.rows[:_SEARCHED_ROWS]):
            places: dict[str, int] = {}
            for place, heading in enumerate(normal_row(row)):
                name = _fields().get(heading)
                if name is not None:
                    places.setdefault(name, place)
            useful = "sku" in places and places.keys() & {*_AMOUNTS, "referral"}
            if useful and (best is None or len(places) > len(best[2])):
                best = (table, index, places)
    return best


def _read(rows: _Rows, currency: str) -> CostSheet:
    skus = rows.column("sku")
    texts = {name: rows.column(name) for name in _AMOUNTS}
    signs = {name: _sign(column) for name, column in texts.items()}
    currencies, referrals, media = rows.column("currency"), rows.column("referral"), rows.column("media")
    notes = rows.column("notes")
    found: dict[str, SkuCost] = {}
    read = 0
    for at, sku in enumerate(skus):
        if not any(cell.strip() for cell in rows.rows[at]):
            continue
        read += 1
        named = currencies[at].upper() or next((s for name in texts if (s := symbol_of(texts[name][at]))), currency)
        cost = _row(rows, at, sku, named, {name: (texts[name][at], signs[name]) for name in texts}, referrals[at])
        if cost is None:
            continue
        if media[at]:
            cost = replace(cost, media=media[at].casefold() in _words().yes.words)
        cost = replace(cost, notes=notes[at][:NOTES])
        key = normal_heading(sku)
        if key in found:
            rows.issue(at, "sku", "cost_sku_twice", sku)
        found[key] = cost
    return CostSheet(tuple(found.values()), read, tuple(sorted(rows.issues, key=lambda issue: issue.row)))


def _row(
    rows: _Rows, at: int, sku: str, currency: str, amounts: Mapping[str, tuple[str, str]], referral: str
) -> SkuCost | None:
    """One row; None, with the reason among the issues, when it cannot be used."""
    if not sku:
        rows.issue(at, "sku", "cost_sku_missing", "")
        return None
    if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
        rows.issue(at, "currency", "cost_currency_unknown", currency)
        return None
    minors: dict[str, int | None] = {}
    for name, (text, sign) in amounts.items():
        value = amount(text, sign) if text else None
        if text and (value is None or value < 0):
            rows.issue(at, name, "cost_amount_unreadable", text)
            return None
        minors[_AMOUNTS[name]] = None if value is None else to_minor(value, currency)
    share = _share(referral)
    if referral and share is None:
        rows.issue(at, "referral", "cost_share_unreadable", referral)
        return None
    if share is None and all(value is None for value in minors.values()):
        rows.issue(at, "sku", "cost_nothing_said", sku)
        return None
    return SkuCost(sku, currency, minors["unit_minor"], minors["reship_minor"], minors["return_minor"], share)


def _sign(texts: Sequence[str]) -> str:
    """The decimal sign of a column: a comma where one stands before the last one or two digits, and no point does."""
    comma, point = (any(re.search(rf"{sign}\d{{1,2}}\D*$", text) for text in texts) for sign in (",", r"\."))
    return "," if comma and not point else "."


def _share(text: str) -> Decimal | None:
    """`15 %`, `15` and `0.15` are the same share; None when it is none."""
    percent = text.rstrip().endswith(("%", "％"))
    value = amount(text.rstrip(" %％"), _sign([text.rstrip(" %％")])) if text else None
    if value is None or value < 0:
        return None
    value = value / 100 if percent or value > 1 else value
    return value if value <= 1 else None
