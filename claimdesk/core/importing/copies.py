"""Rows that a file holds twice, as files put together do: read once, or their amounts would count twice."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from claimdesk.core.importing.schema import ExportFormat
from claimdesk.core.importing.values import Values


def leave_out_copies(values: Values, definition: ExportFormat) -> None:
    """Mark rows that repeat an earlier row in everything that is read of them.

    Where the export numbers its lines or has one row an order, such a row is a copy; so it is where the headings
    stand again between the two. Elsewhere equal rows beside each other may be two units of one thing; those further
    apart are counted too, and the operator is told.
    """
    rows = values.row_texts()
    if len(set(rows)) == len(rows):
        return
    several = {row for row, count in Counter(rows).items() if count > 1}
    certain = definition.grain == "order" or "line_id" in values.texts
    numbers = values.columns["order_no"]
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        if row in several and numbers[place]:
            places.setdefault(row, []).append(place)
    alike: list[tuple[int, int]] = []
    for same in places.values():
        if len(same) == 1 or values.numbers[same[0]] == values.numbers[same[-1]]:
            continue
        for place, first in _copies(values, same, certain=certain):
            values.copies.add(place)
            values.warn(place, "order_no", "row_copy", str(numbers[place]), same=values.numbers[first])
        kept = [place for place in same if place not in values.copies]
        if definition.grain != "unit":
            alike += [(place, first) for first, place in pairwise(kept) if _apart(values, first, place)]
    if alike:
        place, first = min(alike)
        values.warn(place, "order_no", "rows_alike", str(numbers[place]), count=len(alike), same=values.numbers[first])
        if values.treats("rows_alike", "reject"):
            values.copies.update(place for place, _ in alike)


def _copies(values: Values, same: list[int], *, certain: bool) -> Iterator[tuple[int, int]]:
    """Which of the places of equal rows are copies, each with the place it copies."""
    if certain:
        yield from ((place, same[0]) for place in same[1:])
        return
    most = 0  # as many of the row as the fullest part of the file so far has
    for _, part in groupby(same, key=lambda place: bisect(values.joints, values.numbers[place])):
        inside = list(part)
        yield from ((place, same[0]) for place in inside[:most])
        most = max(most, len(inside))


def _apart(values: Values, first: int, place: int) -> bool:
    """Whether rows of other orders stand between two rows of one part of the file."""
    numbers, rows = values.columns["order_no"], values.numbers
    if bisect(values.joints, rows[first]) != bisect(values.joints, rows[place]):
        return False
    return any(numbers[between] != numbers[place] for between in range(first + 1, place))
