"""From rows to orders: rows of one order are brought together by the grain of the export."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from claimdesk.core.importing.cells import folded
from claimdesk.core.importing.copies import leave_out_copies
from claimdesk.core.importing.fields import FIELDS, FLAGS, NULLABLE, ORDER_VALUES, Level
from claimdesk.core.importing.linework import Lines
from claimdesk.core.importing.parcels import parcels_of
from claimdesk.core.importing.schema import ExportFormat, StatusRule
from claimdesk.core.importing.values import Cell, Values, first_of
from claimdesk.core.records.orders import OrderStatus
from claimdesk.core.records.problems import RowIssue

Row = tuple[Any, ...]
_RANK = {status.value: rank for rank, status in enumerate(OrderStatus)}
_BLANK: dict[str, Cell] = {name: None if name in NULLABLE else 0 if name in FLAGS else "" for name in ORDER_VALUES}
_SUMS = ("subtotal", "shipping", "tax", "discount")


@dataclass(slots=True)
class ParsedOrders:
    """The orders of one file, in the order of their first rows; all lists have the same length.

    `values` follow ORDER_VALUES; `lines` hold (line key, *LINE_VALUES), `shipments` (shipment key, *SHIPMENT_VALUES).
    """

    platforms: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    values: list[Row] = field(default_factory=list)
    lines: list[tuple[Row, ...]] = field(default_factory=list)
    shipments: list[tuple[Row, ...]] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    shops: list[str] = field(default_factory=list)  # what the file calls the shop of each; empty: it never says
    flags_said: frozenset[str] = frozenset()  # flags that the file has a column for
    numbered_by_shop: bool = False  # the same number can be an order of another shop
    fills_only: bool = False  # what the file says about orders only fills gaps: it is of their events
    of_parcels: bool = False  # the file may hold some parcels of an order only
    totals_summed: bool = False  # the file prints no totals of orders
    rejected: list[RowIssue] = field(default_factory=list)
    warnings: list[RowIssue] = field(default_factory=list)


@dataclass(slots=True)
class Groups:
    """Which rows make which order: places of first rows, and all places of orders with several rows by position."""

    firsts: list[int]
    several: dict[int, list[int]]

    def places(self, position: int) -> list[int]:
        """All rows of the order at a position."""
        return self.several.get(position) or [self.firsts[position]]

    def pick(self, column: list[Cell]) -> list[Cell]:
        """For each order the first value of a column that is not blank."""
        if not self.firsts:
            return []
        picked: list[Cell] = [column[place] for place in self.firsts]
        for position, places in self.several.items():
            if picked[position] in (None, ""):
                picked[position] = next(
                    (column[place] for place in places if column[place] not in (None, "")), picked[position]
                )
        return picked


def make_orders(values: Values, definition: ExportFormat) -> ParsedOrders:
    """The orders that the rows of a file make; rows that cannot be used take their whole order with them."""
    _reject_incomplete(values, whole_orders=definition.kind == "orders")
    if definition.kind == "orders":
        leave_out_copies(values, definition)
    groups = _groups(values)
    lines = Lines(values, definition)
    columns = _order_columns(values, definition, groups, lines)
    totals_summed = "total_minor" not in columns
    _amounts(columns, groups, lines)
    for name in FLAGS & columns.keys():
        columns[name] = [flag or 0 for flag in columns[name]]
    done = ParsedOrders(
        rejected=sorted(values.rejected.values(), key=lambda issue: issue.row), warnings=values.warnings
    )
    done.numbers = [str(number) for number in groups.pick(values.columns["order_no"])]
    done.platforms = (
        [str(name) for name in groups.pick(values.columns["platform"])]
        if "platform" in values.columns
        else [definition.platform] * len(groups.firsts)
    )
    if any(values.columns.get("shop") or ()):
        done.shops = [str(shop or "") for shop in groups.pick(values.columns["shop"])]
    done.rows = [values.numbers[place] for place in groups.firsts]
    done.values = list(
        zip(*(columns.get(name) or [_BLANK[name]] * len(groups.firsts) for name in ORDER_VALUES), strict=True)
    )
    done.flags_said = frozenset(FLAGS & values.columns.keys())
    done.lines = lines.of_orders(groups)
    done.shipments = parcels_of(values, groups)
    done.fills_only = definition.kind == "events"
    done.of_parcels = definition.grain == "shipment_line"
    done.totals_summed = totals_summed
    done.numbered_by_shop = definition.numbered_by_shop
    done.hashes = [""] * len(groups.firsts) if done.fills_only else list(_hashes(values, definition, groups))
    return done


def blank_order() -> Row:
    """The values of an order of which only the number is known, as ORDER_VALUES."""
    return tuple(OrderStatus.UNKNOWN.value if name == "status" else _BLANK[name] for name in ORDER_VALUES)


def _reject_incomplete(values: Values, *, whole_orders: bool) -> None:
    numbers = values.columns["order_no"]
    if not all(numbers):
        for place, number in enumerate(numbers):
            if not number:
                values.reject(place, "order_no", "order_no_missing")
    if not whole_orders:  # an event stands for itself
        return
    broken = {numbers[place] for place in values.rejected if numbers[place]}
    for place, number in enumerate(numbers) if broken else ():
        if number in broken:
            values.reject(place, "order_no", "order_incomplete", str(number))


def _groups(values: Values) -> Groups:
    numbers, platforms = values.columns["order_no"], values.columns.get("platform")
    keys: list[Any] = list(zip(platforms, numbers, strict=True)) if platforms else numbers
    if len(set(filter(None, shops := values.columns.get("shop") or []))) > 1:
        keys = list(zip(keys, _carried(shops, keys), strict=True))
    out = values.rejected.keys() | values.copies
    places = [place for place in range(len(keys)) if place not in out] if out else range(len(keys))
    first = {keys[place]: place for place in reversed(places)}
    groups = Groups(sorted(first.values()), {})
    for place in sorted(set(places).difference(groups.firsts)):  # few: most orders have one row
        known = first[keys[place]]
        groups.several.setdefault(bisect_left(groups.firsts, known), [known]).append(place)
    return groups


def _carried(shops: list[Cell], keys: list[Any]) -> Iterator[Cell]:
    """The shop of each row; below the first row of an order it may be left out."""
    last: Cell = None
    for place, shop in enumerate(shops):
        if shop or not place or keys[place] != keys[place - 1]:
            last = shop
        yield last


def _order_columns(values: Values, definition: ExportFormat, groups: Groups, lines: Lines) -> dict[str, list[Cell]]:
    columns: dict[str, list[Cell]] = {}
    for name, column in values.columns.items():
        if name not in FIELDS or FIELDS[name].level is not Level.ORDER:
            continue
        target = f"{name}_minor" if f"{name}_minor" in ORDER_VALUES else name
        columns[target] = groups.pick(column)
    if definition.grain == "unit" and "refund_minor" in columns:
        _all_units(columns["refund_minor"], values.columns["refund"], groups)
    if "source_updated_at" in columns:
        _newest(columns["source_updated_at"], values.columns["source_updated_at"], groups)
    parts = [
        columns[name]
        for name in ("ship_address1", "ship_address2", "ship_address3", "ship_address4")
        if name in columns
    ]
    if parts:
        columns["ship_address"] = ["\n".join(map(str, filter(None, lines))) for lines in zip(*parts, strict=True)]
    columns["fulfilment"] = groups.pick(list(first_of(definition.fulfilment, values))) if definition.fulfilment else []
    statuses = _statuses(values, definition)
    if definition.grain == "summary_items":
        _carry_summaries(statuses, groups, lines)
    columns["status"] = _order_statuses(statuses, groups)
    if "status" in values.texts and not ("substatus" in columns and all(columns["substatus"])):
        pairs = list(zip(groups.pick(list(values.texts["status"])), columns["status"], strict=True))
        known = {pair: "" if folded(str(pair[0])) == pair[1] else pair[0] for pair in set(pairs)}
        finer = columns.get("substatus") or [""] * len(pairs)
        columns["substatus"] = [have or known[pair] for have, pair in zip(finer, pairs, strict=True)]
    return columns


def _all_units(column: list[Cell], rows: list[Cell], groups: Groups) -> None:
    """What was paid back for an order is the sum of what was paid back for its units."""
    for position, places in groups.several.items():
        amounts = [int(amount) for place in places if (amount := rows[place]) is not None]
        column[position] = sum(map(abs, amounts)) if amounts else None


def _newest(column: list[Cell], rows: list[Cell], groups: Groups) -> None:
    for position, places in groups.several.items():
        column[position] = max((str(rows[place]) for place in places if rows[place]), default=None)


def _statuses(values: Values, definition: ExportFormat) -> list[str]:
    """The status of each row by the first rule that says something, empty where none does."""
    result = [""] * len(values.numbers)
    unknown: set[str] = set()
    for rule in definition.status:
        texts = values.texts.get(rule.field)
        if texts is None:
            continue
        if rule.present:
            result = [have or (rule.present if text else "") for have, text in zip(result, texts, strict=True)]
            continue
        known = {text: _status_of(rule, folded(text)) for text in set(texts)}
        result = [have or known[text] for have, text in zip(result, texts, strict=True)]
        if rule.field == "status":
            unknown = {text for text, status in known.items() if text and not status}
    for text in sorted(unknown):
        place = values.texts["status"].index(text)
        if not result[place]:
            values.warn(place, "status", "status_unknown", text)
    return result


def _status_of(rule: StatusRule, text: str) -> str:
    found = rule.map.get(text, "")
    if found or not text:
        return found
    return next((status for pattern, status in rule.patterns.items() if re.search(pattern, text)), "")


def _carry_summaries(statuses: list[str], groups: Groups, lines: Lines) -> None:
    """An item stands where its own row or its order's summary row says, whichever is further."""
    for places in groups.several.values():
        items = [place for place in places if lines.is_line[place]]
        for summary in set(places).difference(items) if items else ():
            for place in items:
                statuses[place] = max(statuses[place], statuses[summary], key=lambda status: _RANK.get(status, -1))
            statuses[summary] = ""


def _order_statuses(statuses: list[str], groups: Groups) -> list[Cell]:
    result: list[Cell] = [statuses[place] for place in groups.firsts]
    for position, places in groups.several.items():
        seen = {statuses[place] for place in places} - {""}
        # A cancelled line does not cancel the order; else the line that is furthest behind says where the order stands.
        going = seen - {OrderStatus.CANCELLED.value} or seen
        result[position] = min(going, key=_RANK.__getitem__) if going else ""
    return [status or OrderStatus.UNKNOWN.value for status in result]


def _amounts(columns: dict[str, list[Cell]], groups: Groups, lines: Lines) -> None:
    """Amounts of the order: as printed, else summed from its lines; blank where neither is known."""
    count = len(groups.firsts)
    sums = {name: lines.summed(name, groups) for name in (*_SUMS, "gift")}
    for name in _SUMS:
        printed = columns.get(f"{name}_minor") or [None] * count
        if name == "discount":
            printed = [None if amount is None else abs(int(amount)) for amount in printed]
        columns[f"{name}_minor"] = [
            have if have is not None else other for have, other in zip(printed, sums[name], strict=True)
        ]
    if "seller_tax" in columns:
        both = zip(columns["tax_minor"], columns["seller_tax"], strict=True)
        columns["tax_minor"] = [one if two is None else int(one or 0) + int(two) for one, two in both]
    if "adjusted_total" in columns and "refund_minor" not in columns:
        totals = zip(columns.get("total_minor") or [None] * count, columns["adjusted_total"], strict=True)
        columns["refund_minor"] = [_paid_back(total, adjusted) for total, adjusted in totals]
    if "refund_minor" in columns:
        columns["refund_minor"] = [None if amount is None else abs(int(amount)) for amount in columns["refund_minor"]]
    parts = [
        columns["subtotal_minor"],
        columns["shipping_minor"],
        columns["tax_minor"],
        columns["discount_minor"],
        sums["gift"],
    ]
    printed = columns.get("total_minor") or [None] * count
    columns["total_minor"] = [
        total
        if total is not None or subtotal is None
        else subtotal + (shipping or 0) + (tax or 0) + (gift or 0) - (discount or 0)
        for total, subtotal, shipping, tax, discount, gift in zip(printed, *parts, strict=True)
    ]


def _paid_back(total: Cell, adjusted: Cell) -> int | None:
    """What an adjusted total says was paid back; exports print 0 where nothing was adjusted."""
    known = isinstance(total, int) and isinstance(adjusted, int) and 0 < adjusted < total
    return int(total or 0) - int(adjusted or 0) if known else None


def _hashes(values: Values, definition: ExportFormat, groups: Groups) -> Iterator[str]:
    """A digest of everything each order was read from, and of how it was read."""
    seed = f"{definition.id}:{definition.version}:{sorted(values.decisions)}".encode()
    texts = values.row_texts()
    for position, place in enumerate(groups.firsts):
        rows = groups.several.get(position)
        text = "".join(f"{texts[each]}\x1e" for each in rows) if rows else texts[place]
        yield blake2b(seed + text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
