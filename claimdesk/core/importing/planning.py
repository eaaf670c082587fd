"""What a file would change: which of its orders are new, which tell something new, which are known already."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES
from claimdesk.core.importing.filling import without_gaps
from claimdesk.core.importing.leaving import Left
from claimdesk.core.importing.merging import Existing, Incoming, Merge, merged
from claimdesk.core.importing.ordering import ParsedOrders
from claimdesk.core.importing.shop_choice import another_order, compared
from claimdesk.core.records.imports import FieldChange
from claimdesk.core.records.money import Money
from claimdesk.core.records.shops import FIRST_SHOP
from claimdesk.core.records.tasks import Task
from claimdesk.core.storage import import_writes

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Any, ...]
_SHOWN_CHANGES = 1000
_KEY = 3  # shop_id, platform, order_no
_PURCHASED = ORDER_VALUES.index("purchased_at")
_NOTHING_LEFT = Left(())


@dataclass(slots=True)
class Update:
    """One stored order and what a file changes about it."""

    order_id: int
    position: int
    merge: Merge
    partly: bool = False  # some of what the file says was left out: the order is no copy of it


@dataclass(slots=True)
class Plan:
    """Positions in a file's orders that are new, updates of stored ones, and how many tell nothing new."""

    new: list[int] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    taken: list[tuple[int, str]] = field(default_factory=list)  # numbers that another order has: position, its day
    unchanged: int = 0
    changes: list[FieldChange] = field(default_factory=list)  # those left out too
    counts: Counter[str] = field(default_factory=Counter)


def plan(
    conn: Connection,
    orders: ParsedOrders,
    shops: Sequence[int] = (),
    left: Left = _NOTHING_LEFT,
    task: Task | None = None,
) -> Plan:
    """Compare a file's orders with the stored ones of their shops (by position); nothing is written.

    The changes tell of everything that differs; `updates` lack what is to be left as it is. Raises Cancelled.
    """
    result = Plan()
    task = task or Task()
    for (shop, platform), positions in _by_shop(orders, shops, result).items():
        numbers = [orders.numbers[position] for position in positions]
        known = import_writes.order_hashes(conn, shop, platform, numbers)
        if not known:
            result.new.extend(positions)
            continue
        changed: list[int] = []
        full = _full(conn, orders, positions, known) if orders.fills_only else set[int]()
        for position, number in zip(positions, numbers, strict=True):
            found = known.get(number)
            if found is None:
                result.new.append(position)
            elif position in full or (found[1] == orders.hashes[position] and not orders.fills_only):
                result.unchanged += 1
            else:
                changed.append(position)
        _compare(conn, orders, (shop, platform), changed, result, left, task)
    result.new.sort()
    return result


def _full(
    conn: Connection, orders: ParsedOrders, positions: list[int], known: Mapping[str, tuple[int, str]]
) -> set[int]:
    """Positions of known orders that a file about something else has nothing to add to."""
    numbers = orders.numbers
    return without_gaps(conn, orders, {at: known[numbers[at]][0] for at in positions if numbers[at] in known})


def _by_shop(orders: ParsedOrders, shops: Sequence[int], result: Plan) -> dict[tuple[int, str], list[int]]:
    """Positions by shop and platform. Orders that the file tells apart but the choice of one shop does not are taken."""
    if len(set(orders.platforms)) == 1 and len(set(shops)) < 2 and not orders.shops:
        return {(shops[0] if shops else FIRST_SHOP, orders.platforms[0]): list(range(len(orders.numbers)))}
    found: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    seen: set[tuple[int, str, str]] = set()
    for position, (shop, platform) in enumerate(zip(shops or repeat(FIRST_SHOP), orders.platforms, strict=False)):
        key = (shop, platform, orders.numbers[position])
        if key in seen:
            result.taken.append((position, str(orders.values[position][_PURCHASED] or "–")[:10]))
            continue
        seen.add(key)
        found[shop, platform].append(position)
    return dict(found)


def _compare(
    conn: Connection,
    orders: ParsedOrders,
    key: tuple[int, str],
    positions: list[int],
    result: Plan,
    left: Left,
    task: Task,
) -> None:
    for start in range(0, len(positions), 2000):
        task.step(start, len(positions))
        part = positions[start : start + 2000]
        rows = import_writes.existing_orders(conn, *key, [orders.numbers[position] for position in part])
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
                orders.of_parcels,
                orders.totals_summed,
            )
            if orders.numbered_by_shop and another_order(compared(existing.values), compared(orders.values[position])):
                result.taken.append((position, str(existing.values[_PURCHASED] or "–")[:10]))
                continue
            merge = merged(existing, incoming)
            if merge:
                _describe(result, orders.numbers[position], existing, merge)
            partly = bool(left) and left.take_out(orders.numbers[position], merge)
            if merge:
                result.updates.append(Update(order_id, position, merge, partly))
            else:
                result.unchanged += 1


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
