"""From rows to events of orders: returns, refunds, claims, feedback, as the rules of an events file say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimdesk.core.importing.cells import folded
from claimdesk.core.importing.fields import FIELDS, Kind, Level
from claimdesk.core.importing.ordering import ParsedOrders, blank_order
from claimdesk.core.importing.schema import Condition, EventRule, ExportFormat
from claimdesk.core.importing.values import Cell, Values
from claimdesk.core.storage.event_rows import EVENT_COLUMNS

Row = tuple[Any, ...]
EVENT_VALUES = EVENT_COLUMNS[2:]  # behind order and key


@dataclass(slots=True)
class ParsedEvents:
    """The events of one file in the order of its rows; all lists have the same length.

    `values` follow EVENT_VALUES; `progress` is the order of statuses that an older file never moves back.
    """

    platforms: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    values: list[Row] = field(default_factory=list)
    progress: list[tuple[str, ...]] = field(default_factory=list)
    without_order: int = 0  # rows that are of no order: transfers, fees


def make_events(values: Values, definition: ExportFormat, file: str) -> ParsedEvents:
    """What the rows of an events file tell; afterwards `values` holds only what orders are made from.

    Rows of no order are taken out of `values`; rows that tell of something else than a line lose their line's fields.
    """
    done = ParsedEvents()
    if definition.order_optional:
        done.without_order = _take_out_without_order(values)
    else:
        for place, number in enumerate(values.columns["order_no"]):
            if not number:
                values.reject(place, "order_no", "order_no_missing")
    rules = [_Rule(rule, values, definition, file) for rule in definition.events]
    seen: Counter[tuple[str, str, str]] = Counter()
    platforms = values.columns.get("platform")
    for place in range(len(values.numbers)):
        if place in values.rejected:
            continue
        platform = str(platforms[place]) if platforms else definition.platform
        for number, key, row, rule in _of_row(rules, place, first=definition.first_event):
            seen[platform, number, key] += 1
            count = seen[platform, number, key]
            done.platforms.append(platform)
            done.numbers.append(number)
            done.keys.append(key if count == 1 else f"{key}#{count}")
            done.values.append(row)
            done.progress.append(rule.progress)
    _keep_lines(values, definition)
    return done


def add_mentioned(orders: ParsedOrders, events: ParsedEvents) -> None:
    """Orders that only events name (the original of a replacement) join the file's orders, with nothing known."""
    known = set(zip(orders.platforms, orders.numbers, strict=True))
    for place, pair in enumerate(zip(events.platforms, events.numbers, strict=True)):
        if pair in known:
            continue
        known.add(pair)
        orders.platforms.append(pair[0])
        orders.numbers.append(pair[1])
        orders.rows.append(events.values[place][EVENT_VALUES.index("row")])
        orders.values.append(blank_order())
        orders.lines.append(())
        orders.shipments.append(())
        orders.hashes.append("")
        if orders.shops:
            orders.shops.append("")


def _of_row(rules: Sequence[_Rule], place: int, *, first: bool) -> Iterator[tuple[str, str, Row, EventRule]]:
    for rule in rules:
        made = rule.event(place)
        if made is not None:
            yield *made, rule.rule
            if first:
                return


def _take_out_without_order(values: Values) -> int:
    numbers = values.columns["order_no"]
    keep = [place for place, number in enumerate(numbers) if number]
    gone = len(numbers) - len(keep)
    if gone:
        where = {place: new for new, place in enumerate(keep)}
        values.rejected = {where[place]: issue for place, issue in values.rejected.items() if place in where}
        values.numbers = [values.numbers[place] for place in keep]
        values.currencies = [values.currencies[place] for place in keep] if values.currencies else []
        values.texts = {name: [column[place] for place in keep] for name, column in values.texts.items()}
        values.columns = {name: [column[place] for place in keep] for name, column in values.columns.items()}
    return gone


def _keep_lines(values: Values, definition: ExportFormat) -> None:
    if not definition.lines_when:
        return
    tests = [_Test(condition, values) for condition in definition.lines_when]
    lines = [all(test.holds(place) for test in tests) for place in range(len(values.numbers))]
    for name in [name for name in values.columns if name in FIELDS and FIELDS[name].level is Level.LINE]:
        blank: Cell = "" if FIELDS[name].kind in (Kind.TEXT, Kind.ID, Kind.NOTE) else None
        column = values.columns[name]
        values.columns[name] = [cell if line else blank for cell, line in zip(column, lines, strict=True)]


class _Test:
    """A condition over the columns of one file; each distinct text is judged once."""

    def __init__(self, condition: Condition, values: Values) -> None:
        self._columns = [values.texts[name] for name in condition.fields if name in values.texts]
        self._any = frozenset(condition.any)
        self._pattern = re.compile(condition.pattern) if condition.pattern else None
        self._unless = condition.unless
        self._known: dict[str, bool] = {}

    def holds(self, place: int) -> bool:
        """Whether the row at a place meets it."""
        return any(self._fits(column[place]) for column in self._columns) != self._unless

    def _fits(self, text: str) -> bool:
        if text not in self._known:
            plain = folded(text)
            self._known[text] = (
                plain in self._any
                or bool(self._pattern and self._pattern.search(plain))
                or bool(plain and not self._any and not self._pattern)
            )
        return self._known[text]


class _Rule:
    """One rule over the columns of one file."""

    def __init__(self, rule: EventRule, values: Values, definition: ExportFormat, file: str) -> None:
        self.rule = rule
        self._tests = [_Test(condition, values) for condition in rule.when]
        self._values = values
        self._format = definition.id
        self._file = file

    def event(self, place: int) -> tuple[str, str, Row] | None:
        """Order number, key and EVENT_VALUES of what the row tells; None when the rule does not fit it."""
        rule = self.rule
        number = self._text((rule.order,), place)
        if not number or not all(test.holds(place) for test in self._tests):
            return None
        amount = self._amount(place)
        if rule.needs_amount and not amount:
            return None
        key = "|".join([rule.kind.value, *(str(self._cell(name, place) or "") for name in rule.key)])
        made: dict[str, Any] = {
            "kind": rule.kind.value, "at": self._cell(rule.at, place), "amount_minor": amount,
            "currency": self._values.currencies[place] if amount is not None and self._values.currencies else "",
            "rating": self._cell(rule.rating, place), "quantity": self._cell(rule.quantity, place),
            "sku": self._text(("sku", "item_ref"), place), "line_id": self._text(("line_id",), place),
            "note": self._note(place), "format": self._format, "file": self._file,
            "row": self._values.numbers[place],
        }  # fmt: skip
        for name in ("reference", "reason", "status", "comment", "response", "carrier", "tracking_no"):
            made[name] = self._text(getattr(rule, name), place)
        return number, key, tuple(made[name] for name in EVENT_VALUES)

    def _cell(self, name: str, place: int) -> Cell:
        column = self._values.columns.get(name)
        return None if column is None else column[place]

    def _text(self, names: Sequence[str], place: int) -> str:
        return next((str(cell) for name in names if (cell := self._cell(name, place)) not in (None, "")), "")

    def _note(self, place: int) -> str:
        texts = ((name, self._text((name,), place)) for name in self.rule.note)
        return "\n".join(f"{self._values.headings.get(name, name)}: {text}" for name, text in texts if text)

    def _amount(self, place: int) -> int | None:
        amount = self._sum(self.rule.amount, place) or self._sum(self.rule.amount_else, place)
        return -amount if amount is not None and self.rule.turned else amount

    def _sum(self, names: Sequence[str], place: int) -> int | None:
        amounts = [int(cell) for name in names if (cell := self._cell(name, place)) is not None]
        return sum(amounts) if amounts else None
