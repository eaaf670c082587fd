"""What an order that is already there becomes when a file tells more: a file can add and correct, never erase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from claimdesk.core.importing.cells import is_masked
from claimdesk.core.importing.fields import FLAGS, LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.part_shipments import beside_other_parcels
from claimdesk.core.records.orders import OrderStatus

Row = tuple[Any, ...]
_RANK = {status.value: rank for rank, status in enumerate(OrderStatus)}
_STATUS = ORDER_VALUES.index("status")
_SUBSTATUS = ORDER_VALUES.index("substatus")
_UPDATED = ORDER_VALUES.index("source_updated_at")
_TOTAL, _SUBTOTAL, _SHIPPING, _TAX, _DISCOUNT = (
    ORDER_VALUES.index(f"{name}_minor") for name in ("total", "subtotal", "shipping", "tax", "discount")
)
_LINE = {name: place + 1 for place, name in enumerate(LINE_VALUES)}  # behind the key


@dataclass(frozen=True, slots=True)
class Incoming:
    """One order of a file; `flags` are the flags that the file has columns for."""

    values: Row
    lines: tuple[Row, ...]
    shipments: tuple[Row, ...]
    flags: frozenset[str] = frozenset()
    fills_only: bool = False  # a file about something else than orders: it fills gaps and adds no line to known ones
    of_parcels: bool = False  # a file of parcels, which may be some of the order's only
    totals_summed: bool = False  # the file prints no total: it was summed from the amounts that the file has


@dataclass(frozen=True, slots=True)
class Existing:
    """One order as it is stored; lines and parcels are (id, key, *values)."""

    id: int
    values: Row
    lines: Sequence[Row] = ()
    shipments: Sequence[Row] = ()


@dataclass(slots=True)
class Merge:
    """What changes: columns of the order, columns of lines and parcels by id, and lines and parcels to add."""

    order: dict[str, Any] = field(default_factory=dict)
    lines: dict[int, dict[str, Any]] = field(default_factory=dict)
    shipments: dict[int, dict[str, Any]] = field(default_factory=dict)
    new_lines: list[Row] = field(default_factory=list)
    new_shipments: list[Row] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.order or self.lines or self.shipments or self.new_lines or self.new_shipments)


def merged(existing: Existing, incoming: Incoming) -> Merge:
    """The changes that a file's order makes to the stored one; nothing when it tells nothing new."""
    pairs = _stored_lines(existing, incoming)
    if incoming.of_parcels:
        incoming = beside_other_parcels(existing, incoming, pairs)
    elif incoming.totals_summed:
        incoming = replace(incoming, values=_beside_printed_total(existing.values, incoming.values))
    old_file = incoming.fills_only or _is_older(existing.values[_UPDATED], incoming.values[_UPDATED])
    merge = Merge(order=_order_changes(existing.values, incoming, old_file=old_file))
    _merge_lines(merge, existing, incoming, pairs, old_file=old_file)
    _merge_shipments(merge, existing, incoming, old_file=old_file)
    return merge


def _beside_printed_total(stored: Row, told: Row) -> Row:
    """The values of a file without totals beside those of a known order.

    A total that is not the sum of the stored amounts was printed by another file and stays. Else the new sum takes
    from the stored order what this file has no column for (Etsy's items know nothing of a discount of the order).
    """
    have, total = stored[_TOTAL], told[_TOTAL]
    if have is None or total is None or have == total:
        return told
    unnamed = total - _sum(told)  # gift wrap, which has no place of its own
    if have not in (_sum(stored), _sum(stored) + unnamed):
        total = have
    else:
        both = [old if new is None else new for old, new in zip(stored, told, strict=True)]
        total = _sum(both) + unnamed
    return (*told[:_TOTAL], total, *told[_TOTAL + 1 :])


def _sum(values: Sequence[Any]) -> int:
    subtotal, shipping, tax, discount = (int(values[place] or 0) for place in (_SUBTOTAL, _SHIPPING, _TAX, _DISCOUNT))
    return subtotal + shipping + tax - discount


def _is_older(stored: str | None, told: str | None) -> bool:
    """Whether the file's state of the order is from before the stored one; both must say when."""
    return bool(stored and told and told < stored)


def _order_changes(stored: Row, incoming: Incoming, *, old_file: bool) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for place, name in enumerate(ORDER_VALUES):
        have, told = stored[place], incoming.values[place]
        if have == told or place in (_STATUS, _SUBSTATUS, _UPDATED):
            continue
        if name in FLAGS:
            if told or (name in incoming.flags and not old_file):
                changes[name] = told
        elif _replaces(have, told, old_file=old_file):
            changes[name] = told
    if not old_file:
        _status_changes(changes, stored, incoming.values)
        if incoming.values[_UPDATED] and incoming.values[_UPDATED] != stored[_UPDATED]:
            changes["source_updated_at"] = incoming.values[_UPDATED]
    return changes


def _status_changes(changes: dict[str, Any], stored: Row, told: Row) -> None:
    """A status goes forward, or where a newer file says so also back; a file without a date never moves it back."""
    status = told[_STATUS]
    if status == OrderStatus.UNKNOWN.value:
        return
    dated = bool(stored[_UPDATED] and told[_UPDATED])
    if not dated and _RANK[status] < _RANK.get(stored[_STATUS], 0):
        return
    if status != stored[_STATUS]:
        changes["status"] = status
        if told[_SUBSTATUS] != stored[_SUBSTATUS]:
            changes["substatus"] = told[_SUBSTATUS]
    elif told[_SUBSTATUS] and told[_SUBSTATUS] != stored[_SUBSTATUS]:
        changes["substatus"] = told[_SUBSTATUS]


def _replaces(have: Any, told: Any, *, old_file: bool) -> bool:
    """Whether a value replaces the stored one: blank never, masked never a full one, an older file only fills gaps."""
    if told in (None, "", have):
        return False
    if have is None or have == "":
        return True
    if old_file:
        return False
    return not (isinstance(told, str) and is_masked(told) and not is_masked(str(have)))


def _changes(names: Sequence[str], stored: Row, told: Row, *, old_file: bool, kept: frozenset[str]) -> dict[str, Any]:
    return {
        name: new
        for name, have, new in zip(names, stored, told, strict=True)
        if name not in kept and _replaces(have, new, old_file=old_file)
    }


def _stored_lines(existing: Existing, incoming: Incoming) -> list[Row | None]:
    """For each line of the file the stored one that it is."""
    free = {line[0]: line for line in existing.lines}
    result: list[Row | None] = []
    for told in incoming.lines:
        found = _same_line(told, list(free.values()))
        if found is not None:
            del free[found[0]]
        result.append(found)
    return result


def _merge_lines(
    merge: Merge, existing: Existing, incoming: Incoming, stored: Sequence[Row | None], *, old_file: bool
) -> None:
    keys = {line[1] for line in existing.lines}
    next_no = max((line[2] for line in existing.lines), default=0) + 1
    for told, found in zip(incoming.lines, stored, strict=True):
        if found is not None:
            changes = _changes(LINE_VALUES, found[2:], told[1:], old_file=old_file, kept=frozenset({"line_no"}))
            if changes:
                merge.lines[found[0]] = changes
            continue
        if incoming.fills_only and existing.lines:
            continue
        key = told[0]
        while key in keys:
            key += "'"
        keys.add(key)
        merge.new_lines.append((key, next_no, *told[2:]))
        next_no += 1


def _same_line(told: Row, stored: list[Row]) -> Row | None:
    """The stored line that a file's line is: by its id, else by SKU and item, else by its title."""

    def value(row: Row, name: str, shift: int) -> str:
        return str(row[_LINE[name] + shift] or "")

    line_id = value(told, "line_id", 0)
    if line_id:
        for row in stored:
            if value(row, "line_id", 1) == line_id:
                return row
    ways: tuple[tuple[str, str], ...] = (("sku", "item_ref"), ("title", "variation"))
    for names in ways:
        for row in stored:
            if line_id and value(row, "line_id", 1):
                continue
            mine, theirs = [value(told, name, 0) for name in names], [value(row, name, 1) for name in names]
            if names[0] == "title" and any(value(told, n, 0) and value(row, n, 1) for n in ("sku", "item_ref")):
                continue
            agree = [one == other for one, other in zip(mine, theirs, strict=True) if one and other]
            if agree and all(agree):
                return row
    return None


def _merge_shipments(merge: Merge, existing: Existing, incoming: Incoming, *, old_file: bool) -> None:
    by_key = {row[1]: row for row in existing.shipments}
    for told in incoming.shipments:
        found = by_key.get(told[0])
        if found is None:
            found = _nameless(told, existing, incoming)
        if found is None:
            merge.new_shipments.append(told)
            by_key[told[0]] = (0, *told)
        elif found[0]:
            changes = _changes(SHIPMENT_VALUES, found[2:], told[1:], old_file=old_file, kept=frozenset())
            if changes:
                merge.shipments[found[0]] = changes


def _nameless(told: Row, existing: Existing, incoming: Incoming) -> Row | None:
    """A parcel known only by its carrier is the order's only parcel, once either side knows the tracking number."""
    if len(existing.shipments) != 1 or len(incoming.shipments) != 1:
        return None
    only = existing.shipments[0]
    tracking = SHIPMENT_VALUES.index("tracking_no") + 2
    return only if not only[tracking] or not told[tracking - 1] else None


def describe(values: Mapping[str, Any]) -> dict[str, str]:
    """Values as the preview shows them."""
    return {name: "" if value is None else str(value) for name, value in values.items()}
