"""Rows that a file holds twice, as files put together do: read once, or their amounts would count twice."""

from __future__ import annotations

from claimdesk.core.importing.schema import ExportFormat
from claimdesk.core.importing.values import Values


def leave_out_copies(values: Values, definition: ExportFormat) -> None:
    """Mark rows that repeat an earlier row in everything that is read of them.

    Where the export numbers its lines or has one row an order, and where its headings stand in the file again, such
    a row is a copy. Elsewhere equal rows beside each other may be two units of one thing; those further apart are
    counted too, and the operator is told.
    """
    texts = list(values.texts.values())
    if not texts:
        return
    rows = list(map("\x1f".join, zip(*texts, strict=True)))
    if len(set(rows)) == len(rows):
        return
    numbers = values.columns["order_no"]
    numbered = "line_id" in values.texts
    certain = definition.grain == "order" or numbered or values.joined
    first: dict[str, int] = {}
    alike: list[int] = []
    for place, row in enumerate(rows):
        found = first.setdefault(row, place)
        if found == place or values.numbers[found] == values.numbers[place] or not numbers[place]:
            continue
        apart = any(numbers[between] != numbers[place] for between in range(found + 1, place))
        if certain and (apart or numbered or definition.grain == "order"):
            values.copies.add(place)
            values.warn(place, "order_no", "row_copy", str(numbers[place]), same=values.numbers[found])
        elif apart and definition.grain != "unit":
            alike.append(place)
    if alike:
        values.warn(alike[0], "order_no", "rows_alike", str(numbers[alike[0]]), count=len(alike),
                    same=values.numbers[first[rows[alike[0]]]])  # fmt: skip
        if values.treats("rows_alike", "reject"):
            values.copies.update(alike)
