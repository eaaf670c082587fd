"""From cleaned text to values, a column at a time: each distinct text of a column is read once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import unescape

from claimdesk.core.importing.amounts import Minor, decimal_sign, symbol_of
from claimdesk.core.importing.blobs import spread
from claimdesk.core.importing.cells import folded, is_damaged_id, whole_id
from claimdesk.core.importing.dates import read_dates
from claimdesk.core.importing.fields import FIELDS, Kind
from claimdesk.core.importing.schema import Choice, ExportFormat
from claimdesk.core.importing.table import Table
from claimdesk.core.records.money import minor_digits
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

    def get(self, name: str) -> list[Cell] | None:
        """The values of a field, None when no column fills it."""
        return self.columns.get(name)

    def reject(self, place: int, name: str, code: str, value: str = "") -> None:
        """Mark a row as unusable; the first reason stays."""
        if place not in self.rejected:
            self.rejected[place] = RowIssue(self.numbers[place], self.headings.get(name, name), code, value[:80])

    def warn(self, place: int, name: str, code: str, value: str = "") -> None:
        """Note something that was read but is doubtful."""
        self.warnings.append(RowIssue(self.numbers[place], self.headings.get(name, name), code, value[:80]))


def read_values(table: Table, definition: ExportFormat) -> Values:
    """All columns of a table as values: moments as text, money in minor units, identifiers checked."""
    values = Values(table.numbers)
    for name in dict.fromkeys(column.field for column in table.columns):
        found = table.of(name)
        values.headings[name] = found[0][0].heading
        texts = found[0][1]
        for _, others in found[1:]:
            texts = [first or other for first, other in zip(texts, others, strict=True)]
        values.texts[name] = list(map(unescape, texts)) if _escaped(name, definition) else texts
    values.texts, values.numbers = spread(values.texts, values.numbers, definition)
    _marketplaces(values, definition)
    for name, texts in values.texts.items():
        if name == "marketplace":
            continue
        _READERS.get(FIELDS[name].kind, _text)(values, name, texts, definition)
    if definition.number_fallback in values.columns:
        _number_fallback(values, definition.number_fallback)
    _platforms(values, definition)
    _money(values, definition)
    return values


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


def _moment(values: Values, name: str, texts: list[str], definition: ExportFormat) -> None:
    patterns = definition.dates.columns.get(name, definition.dates.patterns)
    read = read_dates({text for text in set(texts) if text}, patterns, _zone(values, definition))
    known: dict[str, Cell] = {"": None, **read.texts, **dict.fromkeys(read.unreadable | read.undecided)}
    values.columns[name] = list(map(known.__getitem__, texts))
    values.decisions.append(f"{name}:{read.turned}{bool(read.exchanged)}")
    if read.turned:
        place = next(place for place, text in enumerate(texts) if text)
        values.warn(place, name, "date_order_turned", texts[place])
    if read.exchanged:
        place = next(place for place, text in enumerate(texts) if text in read.exchanged)
        values.warn(place, name, "date_exchanged", texts[place])
    if read.serials:
        place = next(place for place, text in enumerate(texts) if text in read.serials)
        values.warn(place, name, "date_serial", texts[place])
    for wrong, code in ((read.undecided, "date_undecided"), (read.unreadable, "date_unreadable")):
        for place, text in enumerate(texts) if wrong else ():
            if text in wrong:
                values.reject(place, name, code, text)


def _zone(values: Values, definition: ExportFormat) -> str:
    """The zone of hours without an offset: that of the file's marketplace where the format names one."""
    if not definition.dates.zones:
        return definition.dates.zone
    places = Counter(str(place) for place in values.columns["marketplace"] if place)
    common = places.most_common(1)[0][0] if places else ""
    return definition.dates.zones.get(common, definition.dates.zone)


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
    """Money waits until the currencies are known."""


_READERS: dict[Kind, Callable[[Values, str, list[str], ExportFormat], None]] = {
    Kind.TEXT: _text, Kind.NOTE: _text, Kind.ID: _id, Kind.MOMENT: _moment, Kind.COUNT: _count, Kind.FLAG: _flag,
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
    values.columns["marketplace"] = list(first_of(definition.marketplace, values))


def _money(values: Values, definition: ExportFormat) -> None:
    names = [name for name in values.texts if FIELDS[name].kind is Kind.MONEY]
    values.currencies = _currencies(values, definition, names)
    kinds = sorted(set(values.currencies))
    for name in names:
        texts = values.texts[name]
        sign = decimal_sign(set(texts), definition.amounts.decimal)
        if not sign and kinds and all(currency and minor_digits(currency) == 0 for currency in kinds):
            sign = "."
        values.decisions.append(f"{name}:{sign}")
        minors = {currency: Minor(sign, currency) for currency in kinds}
        if len(kinds) <= 1:
            values.columns[name] = list(map(minors[kinds[0]].__getitem__, texts)) if kinds else []
        else:
            values.columns[name] = [minors[kind][text] for kind, text in zip(values.currencies, texts, strict=True)]
        wrong = {text for one in minors.values() for text in one.unreadable}
        for place, text in enumerate(texts) if wrong else ():
            if text in wrong:
                values.reject(place, name, "amount_undecided" if not sign else "amount_unreadable", text)
        if "" in minors and len(minors[""]) > 1:
            place = next(p for p, (k, t) in enumerate(zip(values.currencies, texts, strict=True)) if t and not k)
            values.warn(place, name, "currency_missing", texts[place])


def _currencies(values: Values, definition: ExportFormat, names: list[str]) -> list[str]:
    """The currency of each row: its column, else what its amounts print, else its marketplace's, else the format's."""
    amounts = definition.amounts
    column = values.texts.get("currency")
    known = {text: _code(text) for text in set(column)} if column else {}
    result = [known[text] for text in column] if column else [""] * len(values.numbers)
    for name in names:
        symbols = {
            text: symbol
            for text in set(values.texts[name])
            if not text.isascii() or not text[-1:].isdigit() or not text[:1].isdigit()
            if text and (symbol := symbol_of(text))
        }
        if symbols:
            result = [have or symbols.get(text, "") for have, text in zip(result, values.texts[name], strict=True)]
    if column and not all(result):
        _share_in_orders(result, values.columns["order_no"])
    if amounts.currencies:
        places = values.columns["marketplace"]
        result = [have or amounts.currencies.get(str(place), "") for have, place in zip(result, places, strict=True)]
    if amounts.currency and not column:
        result = [have or amounts.currency for have in result]
    values.columns["currency"] = list(result)
    return result


def _share_in_orders(currencies: list[str], numbers: list[Cell]) -> None:
    """Rows without a currency take that of another row of their order (Shopify prints it on the first)."""
    of_order = {number: currency for number, currency in zip(numbers, currencies, strict=True) if currency}
    for place, currency in enumerate(currencies):
        if not currency:
            currencies[place] = of_order.get(numbers[place], "")


def _code(text: str) -> str:
    if re.fullmatch(r"[A-Za-z]{3}", text):
        return text.upper()
    return symbol_of(text) or {"RMB": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP"}.get(text, "")
