"""What the operator wants left as it is: single changes of known orders, or all changes of a field or an order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimdesk.core.importing.merging import Merge

_PARTS = (("line.", "lines"), ("shipment.", "shipments"))


class Left:
    """Pairs of order number and field as `FieldChange` has them; an empty one stands for all."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = frozenset(pairs)

    def __bool__(self) -> bool:
        return bool(self._pairs)

    def holds(self, order_no: str, field: str) -> bool:
        """Whether this change is not wanted."""
        return not self._pairs.isdisjoint(((order_no, field), (order_no, ""), ("", field)))

    def take_out(self, order_no: str, merge: Merge) -> bool:
        """Take what is not wanted out of an order's changes; whether there was anything."""
        gone = _drop(merge.order, {name for name in merge.order if self.holds(order_no, name)})
        for prefix, name in _PARTS:
            rows: dict[int, dict[str, Any]] = getattr(merge, name)
            for row_id, values in list(rows.items()):
                gone |= _drop(values, {field for field in values if self.holds(order_no, prefix + field)})
                if not values:
                    del rows[row_id]
        if merge.new_lines and self.holds(order_no, "line"):
            merge.new_lines, gone = [], True
        if merge.new_shipments and self.holds(order_no, "shipment"):
            merge.new_shipments, gone = [], True
        return gone


def _drop(values: dict[str, Any], names: set[str]) -> bool:
    for name in names:
        del values[name]
    return bool(names)
