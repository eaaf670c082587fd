"""Files of parcels: one may hold a part of an order only, so that what another file told of the whole must stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from claimdesk.core.importing.fields import LINE_VALUES, ORDER_VALUES, SHIPMENT_VALUES

if TYPE_CHECKING:
    from claimdesk.core.importing.merging import Existing, Incoming

Row = tuple[Any, ...]
_QUANTITY: Final = LINE_VALUES.index("quantity") + 1  # behind the key; in a stored line behind its id too
_SENT: Final = LINE_VALUES.index("quantity_shipped") + 1
_LINE_MONEY: Final = tuple(place + 1 for place, name in enumerate(LINE_VALUES) if name.endswith("_minor"))
_MONEY: Final = tuple(
    ORDER_VALUES.index(f"{name}_minor") for name in ("subtotal", "shipping", "tax", "discount", "total")
)
_TRACKING: Final = SHIPMENT_VALUES.index("tracking_no") + 1


def beside_other_parcels(existing: Existing, incoming: Incoming, stored: Sequence[Row | None]) -> Incoming:
    """What a file of parcels says of an order together with what is stored; `stored` is the line each of its lines is.

    Parcels that are new are added to an order of which only parcels are known. Where another file told the whole
    order, or the parcels are known, quantities and amounts of a part leave those of the whole as they are.
    """
    new = _are_new(existing, incoming)
    adds = new and bool(existing.lines) and all(_is_all_sent(line) for line in existing.lines)
    lines = [
        told if line is None else _line(line, told, new=new, adds=adds)
        for told, line in zip(incoming.lines, stored, strict=True)
    ]
    matched = {line[0] for line in stored if line is not None}
    part = any(line[0] not in matched for line in existing.lines) or any(
        line is not None and (told[_QUANTITY] or 0) < (line[_QUANTITY + 1] or 0)
        for told, line in zip(incoming.lines, stored, strict=True)
    )
    values = list(incoming.values)
    for place in _MONEY if adds or part else ():
        have, told = existing.values[place], values[place]
        values[place] = told if have is None else have + (told or 0) if adds else have
    return replace(incoming, values=tuple(values), lines=tuple(lines))


def _are_new(existing: Existing, incoming: Incoming) -> bool:
    known = {row[_TRACKING + 1] for row in existing.shipments}
    told = {row[_TRACKING] for row in incoming.shipments}
    return bool(told) and "" not in told and known.isdisjoint(told)


def _is_all_sent(line: Row) -> bool:
    return line[_SENT + 1] is not None and line[_QUANTITY + 1] == line[_SENT + 1]


def _line(stored: Row, told: Row, *, new: bool, adds: bool) -> Row:
    """A file's line with the quantities and amounts that the whole line has."""
    cells = list(told)
    before = stored[_SENT + 1]
    if new and before is not None:
        cells[_SENT] = before + (told[_SENT] or 0)
    elif before is not None:
        cells[_SENT] = max(before, told[_SENT] or 0)
    if adds:
        for place in (_QUANTITY, *_LINE_MONEY):
            cells[place] = told[place] if stored[place + 1] is None else stored[place + 1] + (told[place] or 0)
    elif (told[_QUANTITY] or 0) < (stored[_QUANTITY + 1] or 0):
        for place in (_QUANTITY, *_LINE_MONEY):
            cells[place] = told[place] if stored[place + 1] is None else stored[place + 1]
    return tuple(cells)
