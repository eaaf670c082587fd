"""From rows to events of orders: returns, refunds, claims, feedback, as the rules of an events file say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import and_
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
    texts = _Texts(values)
    rules = [_Rule(rule, values, texts, definition, file) for rule in definition.events]
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
    keep_lines(values, definition)
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


def keep_lines(values: Values, definition: ExportFormat) -> None:
    """Take the fields of lines out of rows that name no single line."""
    if not definition.lines_when:
        return
    lines = [True] * len(values.numbers)
    for condition in definition.lines_when:
        lines = list(map(and_, lines, _fitting(condition, values)))
    for name in [name for name in values.columns if name in FIELDS and FIELDS[name].level is Level.LINE]:
        blank: Cell = "" if FIELDS[name].kind in (Kind.TEXT, Kind.ID, Kind.NOTE) else None
        column = values.columns[name]
        values.columns[name] = [cell if line else blank for cell, line in zip(column, lines, strict=True)]


class _Texts:
    """The columns of one file as texts, read once however many rules want them."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._known: dict[Sequence[str], Sequence[str]] = {}
        self.blank = [""] * len(values.numbers)

    def first(self, names: Sequence[str]) -> Sequence[str]:
        """For each row the first of these fields that holds something."""
        if names not in self._known:
            columns = [self._values.columns[name] for name in names if name in self._values.columns]
            texts = [[str(cell) if cell not in (None, "") else "" for cell in column] for column in columns]
            found = texts[0] if texts else self.blank
            for others in texts[1:]:
                found = [have or other for have, other in zip(found, others, strict=True)]
            self._known[names] = found
        return self._known[names]

    def key(self, name: str) -> Sequence[str]:
        """A field as it stands in keys of events: nothing and zero alike."""
        column = self._values.columns.get(name)
        return self.blank if column is None else [str(cell) if cell else "" for cell in column]

    def notes(self, names: Sequence[str]) -> Sequence[str]:
        """For each row what these fields hold, as `heading: text`, one below the other."""
        told = [[f"{self._values.headings.get(name, name)}: {text}" if text else "" for text in self.first((name,))]
                for name in names if name in self._values.columns]  # fmt: skip
        if len(told) < 2:
            return told[0] if told else self.blank
        return ["\n".join(filter(None, texts)) for texts in zip(*told, strict=True)]

    def cells(self, name: str) -> Sequence[Cell]:
        """A field as it was read."""
        column = self._values.columns.get(name)
        return [None] * len(self.blank) if column is None else column

    def sums(self, names: Sequence[str]) -> Sequence[int | None]:
        """For each row the sum of the amounts in these fields, None where there is none."""
        columns = [self._values.columns[name] for name in names if name in self._values.columns]
        if not columns:
            return [None] * len(self.blank)
        if len(columns) == 1:
            return [None if cell is None else int(cell) for cell in columns[0]]
        return [
            sum(amounts) if (amounts := [int(cell) for cell in cells if cell is not None]) else None
            for cells in zip(*columns, strict=True)
        ]


def _fitting(condition: Condition, values: Values) -> list[bool]:
    """Which rows meet a condition; each distinct text is judged once."""
    wanted, pattern = frozenset(condition.any), re.compile(condition.pattern) if condition.pattern else None

    def fits(text: str) -> bool:
        plain = folded(text)
        return (
            plain in wanted
            or bool(pattern and pattern.search(plain))
            or bool(plain and not wanted and not condition.pattern)
        )

    result = [False] * len(values.numbers)
    for name in condition.fields:
        texts = values.texts.get(name)
        if texts is not None:
            known = {text: fits(text) for text in set(texts)}
            result = [have or known[text] for have, text in zip(result, texts, strict=True)]
    return [not one for one in result] if condition.unless else result


class _Rule:
    """One rule over the columns of one file."""

    def __init__(self, rule: EventRule, values: Values, texts: _Texts, definition: ExportFormat, file: str) -> None:
        self.rule = rule
        self._values = values
        self._source = (definition.id, file)
        self._orders = texts.first((rule.order,))
        self._fits = [bool(number) for number in self._orders]
        for condition in rule.when:
            self._fits = list(map(and_, self._fits, _fitting(condition, values)))
        self._keys = [texts.key(name) for name in rule.key]
        amounts, others = texts.sums(rule.amount), texts.sums(rule.amount_else)
        self._amounts = [
            amount if amount or other is None else other for amount, other in zip(amounts, others, strict=True)
        ]
        self._columns: dict[str, Sequence[Cell]] = {
            "at": texts.cells(rule.at), "rating": texts.cells(rule.rating), "quantity": texts.cells(rule.quantity),
            "sku": texts.first(("sku", "item_ref")), "line_id": texts.first(("line_id",)),
            "note": texts.notes(rule.note), "row": values.numbers,
        }  # fmt: skip
        for name in ("reference", "reason", "status", "comment", "response", "carrier", "tracking_no"):
            self._columns[name] = texts.first(getattr(rule, name))

    def event(self, place: int) -> tuple[str, str, Row] | None:
        """Order number, key and EVENT_VALUES of what the row tells; None when the rule does not fit it."""
        if not self._fits[place]:
            return None
        amount, kind = self._amounts[place], self.rule.kind.value
        if amount is not None and self.rule.turned:
            amount = -amount
        if self.rule.needs_amount and not amount:
            return None
        columns = self._columns
        currency = self._values.currencies[place] if amount is not None and self._values.currencies else ""
        row = (
            kind, columns["at"][place], columns["reference"][place], columns["reason"][place], columns["status"][place],
            amount, currency, columns["rating"][place], columns["comment"][place], columns["response"][place],
            columns["note"][place], columns["carrier"][place], columns["tracking_no"][place], columns["sku"][place],
            columns["line_id"][place], columns["quantity"][place], *self._source, columns["row"][place],
        )  # fmt: skip
        return self._orders[place], "|".join([kind, *(texts[place] for texts in self._keys)]), row
