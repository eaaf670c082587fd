"""The date columns of a file: each decided from all its values, and by its neighbours where they leave it open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimdesk.core.importing.dates import DateColumn, read_dates
from claimdesk.core.importing.fields import FIELDS, Kind
from claimdesk.core.importing.schema import ExportFormat

if TYPE_CHECKING:
    from claimdesk.core.importing.values import Cell, Values


def read_moments(values: Values, definition: ExportFormat) -> None:
    """Every column of moments as text in UTC, or as days; what cannot be read is rejected, what was assumed is said."""
    place = _common_place(values, definition)
    zone = definition.dates.zones.get(place, definition.dates.zone)
    read: dict[str, DateColumn] = {}
    for name, texts in values.texts.items():
        if FIELDS[name].kind is Kind.MOMENT:
            read[name] = read_dates(set(filter(None, texts)), _patterns(name, place, definition), zone,
                                    order=definition.dates.order)  # fmt: skip
    seen = {column.order for column in read.values() if column.order}
    lean = seen.pop() if len(seen) == 1 else ""
    for name in [name for name, column in read.items() if column.is_open and lean]:
        read[name] = read_dates(set(filter(None, values.texts[name])), _patterns(name, place, definition), zone,
                                order=definition.dates.order, lean=lean)  # fmt: skip
    for name, column in read.items():
        _fill(values, name, column)


def _patterns(name: str, place: str, definition: ExportFormat) -> tuple[str, ...]:
    dates = definition.dates
    return (*dates.places.get(place, ()), *dates.columns.get(name, dates.patterns))


def _common_place(values: Values, definition: ExportFormat) -> str:
    """The marketplace, or the country, of most rows, where the format's dates depend on it."""
    if not definition.dates.zones and not definition.dates.places:
        return ""
    places = Counter(filter(None, values.places))
    return places.most_common(1)[0][0] if places else ""


def _fill(values: Values, name: str, read: DateColumn) -> None:
    texts = values.texts[name]
    known: dict[str, Cell] = {"": None, **read.texts, **dict.fromkeys(read.unreadable | read.undecided)}
    values.columns[name] = list(map(known.__getitem__, texts))
    values.decisions.append(f"{name}:{read.turned}{bool(read.exchanged)}")
    assumed = (
        (read.turned, read.texts.keys(), "date_order_turned"),
        (read.exchanged, read.exchanged, "date_exchanged"),
        (read.serials, read.serials, "date_serial"),
    )
    for happened, which, code in assumed:
        if happened:
            place = next(place for place, text in enumerate(texts) if text in which)
            values.warn(place, name, code, texts[place])
    for wrong, code in ((read.undecided, "date_undecided"), (read.unreadable, "date_unreadable")):
        for place, text in enumerate(texts) if wrong else ():
            if text in wrong:
                values.reject(place, name, code, text)
