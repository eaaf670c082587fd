"""From cleaned text to values, a column at a time: each distinct text of a column is read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from claimdesk.core.importing.blobs import spread
from claimdesk.core.importing.cells import ERRORS, folded, is_damaged_id, whole_id
from claimdesk.core.importing.date_columns import read_moments
from claimdesk.core.importing.fields import FIELDS, Kind
from claimdesk.core.importing.money_columns import read_money
from claimdesk.core.importing.repair import note_lost_letters, repair_texts
from claimdesk.core.importing.schema import Choice, ExportFormat
from claimdesk.core.importing.table import Table
from claimdesk.core.records.imports import FileChoices
from claimdesk.core.records.problems import RowIssue

Cell = str | int | None


@dataclass(slots=True)
class Values:
    """The fields of a file, one list each as long as `numbers`; `rejected` holds places of rows that cannot be used."""

    numbers: list[int]
    columns: dict[str, list[Cell]] = field(default_factory=dict)
    texts: dict[str, list[str]] = field(default_factory=dict)
    currencies: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    rejected: dict[int, RowIssue] = field(default_factory=dict)
    warnings: list[RowIssue] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)
    choices: FileChoices = field(default_factory=FileChoices)
    places: list[str] = field(default_factory=list)  # what zones and currencies of each row go by
    copies: set[int] = field(default_factory=set)  # places of rows that repeat another
    _rows: list[str] = field(default_factory=list)
    joints: list[int] = field(default_factory=list)  # numbers of rows where another file's headings follow

    def get(self, name: str) -> list[Cell] | None:
        """The values of a field, None when no column fills it."""
        return self.columns.get(name)

    def row_texts(self) -> list[str]:
        """Everything that is read of each row, as one text."""
        if len(self._rows) != len(self.numbers):
            self._rows = list(map("\x1f".join, zip(*self.texts.values(), strict=True)))
        return self._rows

    def reject(self, place: int, name: str, code: str, value: str = "") -> None:
        """Mark a row as unusable; the first reason stays. Where the operator said so, only the value is left out."""
        if name != "order_no" and self.treats(code, "blank"):
            self._note(place, name, code, value, {})
        elif place not in self.rejected:
            self.rejected[place] = RowIssue(self.numbers[place], self.headings.get(name, name), code, value[:80])

    def warn(self, place: int, name: str, code: str, value: str = "", **params: object) -> None:
        """Note something that was read but is doubtful; where the operator said so, the row is left out."""
        if self.treats(code, "reject") and code != "rows_alike":
            self.rejected.setdefault(
                place, RowIssue(self.numbers[place], self.headings.get(name, name), code, value[:80], dict(params))
            )
        else:
            self._note(place, name, code, value, params)

    def _note(self, place: int, name: str, code: str, value: str, params: Mapping[str, object]) -> None:
        self.warnings.append(
            RowIssue(self.numbers[place], self.headings.get(name, name), code, value[:80], dict(params))
        )

    def treats(self, code: str, how: str) -> bool:
        """Whether the operator wants issues with this code treated in this way."""
        return (code, how) in self.choices.treatments


def read_values(table: Table, definition: ExportFormat, choices: FileChoices | None = None) -> Values:
    """All columns of a table as values: moments as text, money in minor units, identifiers checked."""
    values = Values(table.numbers, choices=choices or FileChoices(), joints=table.joints)
    for name in dict.fromkeys(column.field for column in table.columns):
        found = table.of(name)
        values.headings[name] = found[0][0].heading
        texts = found[0][1]
        for _, others in found[1:]:
            texts = [first or other for first, other in zip(texts, others, strict=True)]
        values.texts[name] = list(map(unescape, texts)) if _escaped(name, definition) else texts
    values.texts, values.numbers = spread(values.texts, values.numbers, definition)
    _errors(values)
    repair_texts(values)
    note_lost_letters(values)
    _marketplaces(values, definition)
    for name, texts in values.texts.items():
        if name == "marketplace":
            continue
        _READERS.get(FIELDS[name].kind, _text)(values, name, texts, definition)
    read_moments(values, definition)
    if definition.number_fallback in values.columns:
        _number_fallback(values, definition.number_fallback)
    _platforms(values, definition)
    read_money(values, definition)
    return values


def _errors(values: Values) -> None:
    """Cells in which a spreadsheet shows an error hold nothing, which is said with the first of each column."""
    for name, texts in values.texts.items():
        if ERRORS.isdisjoint(texts):
            continue
        places = [place for place, text in enumerate(texts) if text in ERRORS]
        values.texts[name] = ["" if text in ERRORS else text for text in texts]
        values.warn(places[0], name, "cell_error", texts[places[0]], count=len(places))


def _escaped(name: str, definition: ExportFormat) -> bool:
    return definition.reading.entities and FIELDS[name].kind in (Kind.TEXT, Kind.NOTE)


def _text(values: Values, name: str, texts: list[str], _definition: ExportFormat) -> None:
    values.columns[name] = list(texts)


def _id(values: Values, name: str, texts: list[str], _definition: ExportFormat) -> None:
    changed: dict[str, str] = {}
    damaged: set[str] = set()
    for text in set(texts):
        if "+" in text and is_damaged_id(text):
            damaged.add(text)
            changed[text] = ""
        elif text.endswith("0") and "." in text:
            changed[text] = whole_id(text)
    if damaged:
        for place, text in enumerate(texts):
            if text in damaged:
                values.reject(place, name, "id_damaged", text) if name == "order_no" else values.warn(
                    place, name, "id_lost", text
                )
    values.columns[name] = [changed.get(text, text) for text in texts] if changed else list(texts)


def _count(values: Values, name: str, texts: list[str], _definition: ExportFormat) -> None:
    known: dict[str, Cell] = {text: _whole(text) for text in set(texts)}
    values.columns[name] = list(map(known.__getitem__, texts))
    wrong = {text for text, number in known.items() if text and number is None}
    for place, text in enumerate(texts) if wrong else ():
        if text in wrong:
            values.reject(place, name, "count_unreadable", text)


def _whole(text: str) -> int | None:
    match = re.fullmatch(r"(\d{1,9})(?:[.,]0+)?", text.replace("\xa0", ""))
    return int(match.group(1)) if match else None


def _flag(values: Values, name: str, texts: list[str], definition: ExportFormat) -> None:
    known: dict[str, Cell] = {text: int(folded(text) in definition.flags_true) if text else None for text in set(texts)}
    values.columns[name] = list(map(known.__getitem__, texts))


def _later(_values: Values, _name: str, _texts: list[str], _definition: ExportFormat) -> None:
    """Money waits until the currencies are known, dates until all their columns are."""


_READERS: dict[Kind, Callable[[Values, str, list[str], ExportFormat], None]] = {
    Kind.TEXT: _text, Kind.NOTE: _text, Kind.ID: _id, Kind.MOMENT: _later, Kind.COUNT: _count, Kind.FLAG: _flag,
    Kind.MONEY: _later,
}  # fmt: skip


def _number_fallback(values: Values, name: str) -> None:
    """Orders without a number yet are named by another column (eBay: the sales record)."""
    numbers, others = values.columns["order_no"], values.columns[name]
    for place, (number, other) in enumerate(zip(numbers, others, strict=True)):
        if not number and other:
            numbers[place] = other
            values.warn(place, "order_no", "number_from_record", str(other))


def chosen(choice: Choice, values: Values) -> list[str] | None:
    """What a choice gives for each row, empty where it says nothing; None when its column is not in the file."""
    if choice.constant:
        return [choice.constant] * len(values.numbers)
    texts = values.texts.get(choice.field)
    if texts is None:
        return None
    known = {text: _choice_of(choice, folded(text)) for text in set(texts)}
    return list(map(known.__getitem__, texts))


def _choice_of(choice: Choice, text: str) -> str:
    if choice.pattern:
        match = re.search(choice.pattern, text)
        text = match.group(1) if match else ""
    if not text:
        return ""
    if choice.starts and text not in choice.map:
        text = next((key for key in choice.map if text.startswith(key)), text)
    return choice.map.get(text, text if choice.keep or (choice.pattern and not choice.map) else "")


def first_of(choices: Sequence[Choice], values: Values) -> list[str]:
    """The first choice that says something, for each row."""
    result = [""] * len(values.numbers)
    for choice in choices:
        found = chosen(choice, values)
        if found is not None:
            result = [have or new for have, new in zip(result, found, strict=True)]
            if all(result):
                break
    return result


def _platforms(values: Values, definition: ExportFormat) -> None:
    if definition.platform_of is not None:
        found = chosen(definition.platform_of, values) or [""] * len(values.numbers)
        values.columns["platform"] = [name or definition.platform for name in found]


def _marketplaces(values: Values, definition: ExportFormat) -> None:
    markets = first_of(definition.marketplace, values)
    values.columns["marketplace"] = list(markets)
    values.places = first_of(definition.place, values) if definition.place else markets
