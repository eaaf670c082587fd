"""What the events of a file would change: which are new, which tell something new, and what was refunded by them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimdesk.core.importing.cells import folded
from claimdesk.core.importing.events import EVENT_VALUES, ParsedEvents
from claimdesk.core.importing.leaving import Left
from claimdesk.core.records.imports import FieldChange
from claimdesk.core.records.money import Money
from claimdesk.core.records.order_events import OrderEventKind
from claimdesk.core.records.shops import FIRST_SHOP
from claimdesk.core.storage import event_rows, import_writes

if TYPE_CHECKING:
    from sqlalchemy import Connection

Row = tuple[Any, ...]
Pair = tuple[str, str]  # platform, order number
_AT = {name: place for place, name in enumerate(EVENT_VALUES)}
_SOURCE = frozenset({"kind", "format", "file", "row"})
_REFUND = OrderEventKind.REFUNDED.value
_NOTHING_LEFT = Left(())
_WHERE = 2  # file and row, the last of an event's values


@dataclass(slots=True)
class EventPlan:
    """Positions of new events, changes of stored ones as (id, order id, columns), refunds that follow by order."""

    new: list[int] = field(default_factory=list)
    updates: list[tuple[int, int, dict[str, Any]]] = field(default_factory=list)
    unchanged: int = 0
    touched: set[int] = field(default_factory=set)  # ids of stored orders that get or change an event
    stored: frozenset[Pair] = frozenset()  # orders that are there
    refunds: dict[Pair, int] = field(default_factory=dict)
    changes: list[FieldChange] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return bool(self.new or self.updates)


def plan_events(
    conn: Connection, events: ParsedEvents, shop: int = FIRST_SHOP, left: Left = _NOTHING_LEFT
) -> EventPlan:
    """Compare a file's events with the stored ones of a shop's orders; nothing is written."""
    result = EventPlan()
    if not events.numbers:
        return result
    ids = order_ids(conn, events, shop)
    result.stored = frozenset(ids)
    stored = event_rows.existing_events(conn, ids.values())
    changed: dict[int, Row] = {}
    for position, pair in enumerate(_pairs(events)):
        order_id = ids.get(pair, 0)
        have = stored.get((order_id, events.keys[position]))
        told = events.values[position]
        is_left = bool(left) and left.holds(pair[1], f"event.{told[_AT['kind']]}")
        if have is None:
            if order_id:
                _note(result, pair[1], "", told)
            if not is_left:
                result.new.append(position)
                result.touched.update({order_id} - {0})
            continue
        if have[3:-_WHERE] == told[:-_WHERE]:
            result.unchanged += 1
            continue
        changes = _changes(have[3:], told, events.progress[position])
        if not changes:
            result.unchanged += 1
            continue
        after = tuple(changes.get(name, value) for name, value in zip(EVENT_VALUES, have[3:], strict=True))
        _note(result, pair[1], _words(have[3:]), after)
        if not is_left:
            result.updates.append((have[0], order_id, changes))
            result.touched.add(order_id)
            changed[have[0]] = after
    if result:
        _refunds(conn, events, result, ids, stored.values(), changed)
    return result


def order_ids(conn: Connection, events: ParsedEvents, shop: int) -> dict[Pair, int]:
    """The ids of a shop's orders that are there."""
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for platform, number in dict.fromkeys(_pairs(events)):
        numbers[platform].append(number)
    return {
        (platform, number): row[0]
        for platform, asked in numbers.items()
        for number, row in import_writes.order_hashes(conn, shop, platform, asked).items()
    }


def _pairs(events: ParsedEvents) -> Iterable[Pair]:
    return zip(events.platforms, events.numbers, strict=True)


def _changes(have: Row, told: Row, progress: tuple[str, ...]) -> dict[str, Any]:
    """What a file changes about an event: blanks never, a status never backward; with it goes where that was read."""
    changes = {
        name: new
        for name, old, new in zip(EVENT_VALUES, have, told, strict=True)
        if name not in _SOURCE and new not in (None, "") and new != old
    }
    if "status" in changes and _rank(changes["status"], progress) < _rank(have[_AT["status"]], progress):
        del changes["status"]
    if changes:
        changes.update({name: told[_AT[name]] for name in ("file", "row")})
    return changes


def _rank(status: str, progress: tuple[str, ...]) -> int:
    """How far a status has come; one that the format does not rank counts as the furthest."""
    plain = folded(status)
    if not plain:
        return -1
    return progress.index(plain) if plain in progress else len(progress)


def _refunds(
    conn: Connection,
    events: ParsedEvents,
    result: EventPlan,
    ids: dict[Pair, int],
    stored: Iterable[Row],
    changed: dict[int, Row],
) -> None:
    """The refund of each order that the events tell of, where it differs from what the order says."""
    before: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    after: defaultdict[Pair | int, list[tuple[str, int]]] = defaultdict(list)
    currencies: dict[Pair, str] = {}
    kind = 3 + _AT["kind"]
    for row in (one for one in stored if one[kind] == _REFUND):
        before[row[1]].extend(_refund(row[3:]))
        after[row[1]].extend(_refund(changed.get(row[0], row[3:])))
    for position in result.new:
        pair = (events.platforms[position], events.numbers[position])
        told = list(_refund(events.values[position]))
        after[ids.get(pair, pair)].extend(told)
        if told:
            currencies[pair] = events.values[position][_AT["currency"]]
    state = event_rows.refund_state(conn, ids.values())
    touched = {order_id for _, order_id, _ in result.updates}
    for pair in dict.fromkeys(_pairs(events)):
        order_id = ids.get(pair, 0)
        if pair not in currencies and order_id not in touched:
            continue
        total = event_rows.refunded(after[order_id or pair])
        if total is None:
            continue
        now, currency = state.get(order_id, (None, ""))
        if currency and currencies.get(pair, currency) not in ("", currency):
            continue  # an amount in another currency is no amount of this order
        managed = now is None or now == event_rows.refunded(before[order_id])
        if total != now and (managed or total > (now or 0)):
            result.refunds[pair] = total


def _refund(values: Row) -> Iterable[tuple[str, int]]:
    if values[_AT["kind"]] == _REFUND and values[_AT["amount_minor"]] is not None:
        yield values[_AT["format"]], values[_AT["amount_minor"]]


def _note(result: EventPlan, number: str, before: str, values: Row) -> None:
    name = f"event.{values[_AT['kind']]}"
    result.counts[name] += 1
    result.changes.append(FieldChange(number, name, before, _words(values)))


def _words(values: Row) -> str:
    """An event as the preview shows it: its day, its amount, its reference."""
    amount, currency = values[_AT["amount_minor"]], values[_AT["currency"]]
    parts = [
        values[_AT["at"]],
        "" if amount is None else f"{Money(amount, currency).decimal()} {currency}".strip(),
        "" if values[_AT["rating"]] is None else f"{values[_AT['rating']]}/5",
        values[_AT["status"]] or values[_AT["reason"]] or values[_AT["reference"]],
    ]
    return " · ".join(filter(None, parts))
