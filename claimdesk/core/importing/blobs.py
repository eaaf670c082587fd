"""Exports that write all items, or all parcels, of an order into one cell: taken apart into rows of their own."""

from __future__ import annotations

import re

from claimdesk.core.importing.cells import clean
from claimdesk.core.importing.schema import Blob, ExportFormat

_PARTS = ("title", "sku", "variation", "quantity", "unit_price", "carrier", "tracking_no")


def spread(
    texts: dict[str, list[str]], numbers: list[int], definition: ExportFormat
) -> tuple[dict[str, list[str]], list[int]]:
    """The columns with one row an item or parcel; what belongs to the order stands on its first row only."""
    blobs = [
        (name, blob)
        for name, blob in (("items_blob", definition.items), ("tracking_blob", definition.parcels))
        if blob is not None and name in texts
    ]
    if not blobs:
        return texts, numbers
    fields = {field for _, blob in blobs for field in _PARTS if getattr(blob, field)}
    wide: dict[str, list[str]] = {name: [] for name in (*texts, *sorted(fields - texts.keys()))}
    places: list[int] = []
    for place, number in enumerate(numbers):
        row = {name: column[place] for name, column in texts.items()}
        rows = _rows(row, [(blob, row[name]) for name, blob in blobs])
        for each in rows:
            for name, column in wide.items():
                column.append(each.get(name, ""))
            places.append(number)
    return wide, places


def _rows(row: dict[str, str], cells: list[tuple[Blob, str]]) -> list[dict[str, str]]:
    parts = [_parts(blob, cell) for blob, cell in cells]
    count = max((len(one) for one in parts), default=0)
    rows = [dict(row), *({"order_no": row["order_no"], "platform": row.get("platform", "")} for _ in range(count - 1))]
    for found in parts:
        if len(found) > 1:  # a column of its own (商品编码) says which item only where there is one
            rows[0].update({name: "" for part in found for name in part})
        for place, part in enumerate(found):
            rows[place].update(part)
    for each in rows[1:]:
        each.setdefault("currency", row.get("currency", ""))
    return rows


def _parts(blob: Blob, cell: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for text in re.split(blob.split, cell):
        if not text.strip():
            continue
        part = {field: value for field in _PARTS if (value := _found(getattr(blob, field), text))}
        if part:
            found.append(part)
    return found


def _found(expression: str, text: str) -> str:
    match = re.search(expression, text) if expression else None
    return clean(match.group(1)) if match else ""
