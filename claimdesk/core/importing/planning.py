"""What a file would change: which of its orders are new, which tell something new, which are known already."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.merging import Existing, Incoming, Merge, merged
from claimdesk.core.importing.ordering import ParsedOrders
from claimdesk.core.records.imports import FieldChange
from claimdesk.core.records.money import Money
from claimdesk.core.storage import import_writes

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Any, ...]
SHOP = 1  # the shop that a new data folder starts with
_SHOWN_CHANGES = 1000
_KEY = 3  # shop_id, platform, order_no
_PURCHASED = ORDER_VALUES.index("purchased_at")
_SAME_PURCHASE = 3  # days that reports may differ in what they call the purchase, zones included


@dataclass(slots=True)
class Update:
    """One stored order and what a file changes about it."""

    order_id: int
    position: int
    merge: Merge


@dataclass(slots=True)
class Plan:
    """Positions in a file's orders that are new, updates of stored ones, and how many tell nothing new."""

    new: list[int] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    taken: list[tuple[int, str]] = field(default_factory=list)  # numbers that another order has: position, its day
    unchanged: int = 0
    changes: list[FieldChange] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def plan(conn: Connection, orders: ParsedOrders) -> Plan:
    """Compare a file's orders with the stored ones; nothing is written."""
    result = Plan()
    for platform, positions in _by_platform(orders).items():
        numbers = [orders.numbers[position] for position in positions]
        known = import_writes.order_hashes(conn, SHOP, platform, numbers)
        if not known:
            result.new.extend(positions)
            continue
        changed: list[int] = []
        for position, number in zip(positions, numbers, strict=True):
            found = known.get(number)
            if found is None:
                result.new.append(position)
            elif found[1] == orders.hashes[position] and not orders.fills_only:
                result.unchanged += 1
            else:
                changed.append(position)
        _compare(conn, orders, platform, changed, result)
    result.new.sort()
    return result


def _by_platform(orders: ParsedOrders) -> dict[str, list[int]]:
    if len(set(orders.platforms)) == 1:
        return {orders.platforms[0]: list(range(len(orders.numbers)))}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for position, platform in enumerate(orders.platforms):
        found[platform].append(position)
    return dict(found)


def _compare(conn: Connection, orders: ParsedOrders, platform: str, positions: list[int], result: Plan) -> None:
    for start in range(0, len(positions), 2000):
        part = positions[start : start + 2000]
        rows = import_writes.existing_orders(conn, SHOP, platform, [orders.numbers[position] for position in part])
        ids = [int(row[0] or 0) for row in rows.values()]
        lines = _parts(import_writes.existing_lines(conn, ids))
        shipments = _parts(import_writes.existing_shipments(conn, ids))
        for position in part:
            row = rows[orders.numbers[position]]
            order_id = int(row[0] or 0)
            existing = Existing(order_id, tuple(row[2 + _KEY :]), lines.get(order_id, ()), shipments.get(order_id, ()))
            incoming = Incoming(
                orders.values[position],
                orders.lines[position],
                orders.shipments[position],
                orders.flags_said,
                orders.fills_only,
            )
            day = _another_order(existing.values, orders.values[position]) if orders.numbered_by_shop else None
            if day is not None:
                result.taken.append((position, day))
                continue
            merge = merged(existing, incoming)
            if merge:
                result.updates.append(Update(order_id, position, merge))
                _describe(result, orders.numbers[position], existing, merge)
            else:
                result.unchanged += 1


def _another_order(stored: Row, read: Row) -> str | None:
    """The day of the stored order when the file's order of the same number cannot be the same one, else None.

    One order is bought once: purchase days far apart are two orders, of two shops that count alike (Shopify's #1001).
    """
    before, after = stored[_PURCHASED], read[_PURCHASED]
    if not before or not after:
        return None
    apart = date.fromisoformat(str(before)[:10]) - date.fromisoformat(str(after)[:10])
    return str(before)[:10] if abs(apart.days) > _SAME_PURCHASE else None


def _parts(found: dict[tuple[int, str], Row]) -> dict[int, list[Row]]:
    parts: defaultdict[int, list[Row]] = defaultdict(list)
    for (order_id, _), row in found.items():
        parts[order_id].append((row[0], *row[2:]))
    return parts


def _describe(result: Plan, number: str, existing: Existing, merge: Merge) -> None:
    currency = merge.order.get("currency") or existing.values[ORDER_VALUES.index("currency")]
    found: list[tuple[str, str, str]] = []

    def note(prefix: str, names: tuple[str, ...], before: Row, after: dict[str, Any]) -> None:
        for name, value in after.items():
            found.append(
                (prefix + name, _shown(name, before[names.index(name)], currency), _shown(name, value, currency))
            )

    note("", ORDER_VALUES, existing.values, merge.order)
    for line in existing.lines:
        note("line.", LINE_VALUES, line[2:], merge.lines.get(line[0], {}))
    for parcel in existing.shipments:
        note("shipment.", SHIPMENT_VALUES, parcel[2:], merge.shipments.get(parcel[0], {}))
    found.extend(("line", "", f"{row[3]} {row[5]}".strip()) for row in merge.new_lines)
    found.extend(("shipment", "", f"{row[1]} {row[2]}".strip()) for row in merge.new_shipments)
    result.counts.update({name for name, _, _ in found})
    room = _SHOWN_CHANGES - len(result.changes)
    result.changes.extend(FieldChange(number, name, before, after) for name, before, after in found[: max(0, room)])


def _shown(name: str, value: Any, currency: str) -> str:
    if value is None:
        return ""
    if name.endswith("_minor") and currency:
        return f"{Money(int(value), currency).decimal()} {currency}"
    return str(value)
