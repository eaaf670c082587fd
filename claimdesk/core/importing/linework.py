"""Lines of orders: what each row sells, its amounts, and the key by which a later file finds the same line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.fields import LINE_VALUES, NULLABLE
from claimdesk.core.importing.schema import ExportFormat
from claimdesk.core.importing.values import Cell, Values

if TYPE_CHECKING:
    from claimdesk.core.importing.ordering import Groups

Row = tuple[Any, ...]
_IDENTITY = ("line_id", "sku", "item_ref", "title")
_QUANTITY = LINE_VALUES.index("quantity")


def total_of(columns: list[list[Cell] | None]) -> list[Cell] | None:
    """Row-wise sums: None where no column has an amount, and None altogether when there is no column."""
    present = [column for column in columns if column is not None]
    if len(present) <= 1:
        return present[0] if present else None
    return [None if all(cell is None for cell in row) else sum(filter(None, row)) for row in zip(*present, strict=True)]


def _absolute(column: list[Cell] | None) -> list[Cell] | None:
    return None if column is None else [None if cell is None else abs(int(cell)) for cell in column]


class Lines:
    """The lines that the rows of a file make."""

    def __init__(self, values: Values, definition: ExportFormat) -> None:
        self._definition = definition
        self._values = values
        self._amounts = {
            "subtotal": self._price(),
            "shipping": values.get("line_shipping"),
            "tax": total_of([values.get(name) for name in ("line_tax", "line_shipping_tax", "gift_wrap_tax")]),
            "discount": total_of([_absolute(values.get(name)) for name in ("line_discount", "line_shipping_discount")]),
            "gift": values.get("gift_wrap"),
        }
        self.is_line = self._identified()

    def _price(self) -> list[Cell] | None:
        price, unit, quantity = (self._values.get(name) for name in ("line_price", "unit_price", "quantity"))
        if unit is None:
            return price
        counts = quantity or [None] * len(unit)
        from_unit: list[Cell] = [
            None if each is None else int(each) * (1 if count is None else int(count))
            for each, count in zip(unit, counts, strict=True)
        ]
        if price is None:
            return from_unit
        return [one if one is not None else other for one, other in zip(price, from_unit, strict=True)]

    def _identified(self) -> list[bool]:
        """Which rows are lines: in exports with summary rows only those that name an item, else every row."""
        count = len(self._values.numbers)
        if self._definition.grain not in ("summary_items", "order", "event"):
            return [True] * count
        columns = [column for name in _IDENTITY if (column := self._values.get(name)) is not None]
        return [any(cells) for cells in zip(*columns, strict=True)] if columns else [False] * count

    def summed(self, name: str, groups: Groups) -> list[Cell]:
        """For each order the sum of one amount over its lines, None where no line has one."""
        column = self._amounts[name]
        if column is None:
            return [None] * len(groups.firsts)
        column = [cell if line else None for cell, line in zip(column, self.is_line, strict=True)]
        sums = [column[place] for place in groups.firsts]
        for position, places in groups.several.items():
            amounts = [int(cell) for place in places if (cell := column[place]) is not None]
            sums[position] = sum(amounts) if amounts else None
        return sums

    def of_orders(self, groups: Groups) -> list[tuple[Row, ...]]:
        """For each order its lines as (key, *LINE_VALUES)."""
        rows = self._rows()
        made: list[tuple[Row, ...]] = [
            (row,) if line else () for row, line in ((rows[place], self.is_line[place]) for place in groups.firsts)
        ]
        for position, places in groups.several.items():
            made[position] = self._of_several([rows[place] for place in places if self.is_line[place]])
        return made

    def _rows(self) -> list[Row]:
        values, count = self._values, len(self._values.numbers)
        sources = {
            "price_minor": self._amounts["subtotal"], "tax_minor": self._amounts["tax"],
            "shipping_minor": self._amounts["shipping"], "discount_minor": self._amounts["discount"],
            "status": values.get("line_status") or values.get("status"),
            "quantity": values.get("quantity") or values.get("quantity_shipped"),
        }  # fmt: skip
        ones: list[Cell] = [1] * count
        sources["line_no"] = ones
        if self._definition.grain == "unit":
            sources["quantity"] = ones
        columns: dict[str, list[Cell]] = {}
        for name in LINE_VALUES:
            column = sources[name] if name in sources else values.get(name)
            columns[name] = column if column is not None else [None if name in NULLABLE else ""] * count
        keys = [
            line_id or f"{sku}|{ref}|1" if sku or ref or line_id else f"|{title}|{variation}|1"
            for line_id, sku, ref, title, variation in zip(
                *(columns[name] for name in ("line_id", "sku", "item_ref", "title", "variation")), strict=True
            )
        ]
        return list(zip(keys, *(columns[name] for name in LINE_VALUES), strict=True))

    def _of_several(self, rows: list[Row]) -> tuple[Row, ...]:
        if self._definition.grain == "unit":
            rows = _same_units(rows)
        elif self._definition.grain == "shipment_line":
            rows = _split_quantities(rows)
        elif self._definition.grain == "event":
            rows = _once(rows)
        seen: Counter[str] = Counter()
        made: list[Row] = []
        for number, row in enumerate(rows, 1):
            key, occurrence = row[0], 1
            seen[key] += 1
            occurrence = seen[key]
            if occurrence > 1:
                key = f"{key.removesuffix('|1')}|{occurrence}"
            made.append((key, number, *row[2:]))
        return tuple(made)


def _added(first: Row, other: Row) -> Row:
    """One line from two rows of it: counts and amounts added, texts of the first."""
    return tuple(
        have if position < 2 or isinstance(have, str) else new if have is None else have + (new or 0)
        for position, (have, new) in enumerate(zip(first, other, strict=True))
    )


def _same_units(rows: list[Row]) -> list[Row]:
    """Rows for single units of the same thing in the same state become one line."""
    found: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        key = (row[3], row[4], row[5], row[6], row[-1])
        found[key] = _added(found[key], row) if key in found else row
    return list(found.values())


def _once(rows: list[Row]) -> list[Row]:
    """Several events of one line name the same line."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row[0], row)
    return list(found.values())


def _split_quantities(rows: list[Row]) -> list[Row]:
    """Rows of one line that went out in several parcels become one line again."""
    found: dict[str, Row] = {}
    for row in rows:
        found[row[0]] = _added(found[row[0]], row) if row[0] in found else row
    return list(found.values())
