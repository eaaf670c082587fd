"""Parcels of orders: one per tracking number, or one where only a carrier is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.values import Cell, Values

if TYPE_CHECKING:
    from claimdesk.core.importing.ordering import Groups

Row = tuple[Any, ...]


def parcels_of(values: Values, groups: Groups) -> list[tuple[Row, ...]]:
    """For each order its parcels as (key, *SHIPMENT_VALUES); a service alone is no parcel."""
    count = len(values.numbers)
    carriers, numbers = values.get("carrier"), values.get("tracking_no")
    if carriers is None and numbers is None:
        return [()] * len(groups.firsts)
    blank: list[Cell] = [""] * count
    nothing: list[Cell] = [None] * count
    rows: list[Row] = list(
        zip(
            numbers or blank,
            carriers or blank,
            numbers or blank,
            values.get("service") or blank,
            values.get("shipped_at") or nothing,
            values.get("first_scan_at") or nothing,
            values.get("last_scan_at") or nothing,
            values.get("delivered_at") or nothing,
            strict=True,
        )
    )
    made: list[tuple[Row, ...]] = [
        (row,) if row[1] or row[2] else () for row in (rows[place] for place in groups.firsts)
    ]
    for position, places in groups.several.items():
        made[position] = _distinct([rows[place] for place in places if rows[place][1] or rows[place][2]])
    return made


def _distinct(rows: list[Row]) -> tuple[Row, ...]:
    found: dict[str, Row] = {}
    for row in rows:
        have = found.get(row[0])
        found[row[0]] = row if have is None else tuple(old or new for old, new in zip(have, row, strict=True))
    if len(found) > 1 and "" in found:  # a carrier without a number belongs to a parcel that has one
        del found[""]
    return tuple(found.values())
