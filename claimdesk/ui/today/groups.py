"""Today's list as items: a head where a group begins, then its cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.core.records.cases import CaseRow

if TYPE_CHECKING:
    from claimdesk.core.cases.reading import Today

GROUPS = ("overdue", "today", "soon")


@dataclass(frozen=True, slots=True)
class Item:
    """A head (no case) or a case of a group."""

    group: str
    row: CaseRow | None = None
    count: int = 0
    rows: tuple[CaseRow, ...] = ()  # of a head: the cases below it


def items(today: Today, shown: Callable[[CaseRow], bool]) -> tuple[Item, ...]:
    """Heads and cases that are shown; a group without cases has no head."""
    result: list[Item] = []
    for group in GROUPS:
        rows = tuple(row for row in getattr(today, group) if shown(row))
        if rows:
            result.append(Item(group, count=len(rows), rows=rows))
            result.extend(Item(group, row) for row in rows)
    return tuple(result)


def platforms(rows: Iterable[CaseRow]) -> tuple[str, ...]:
    """Platforms of these cases, those with most cases first."""
    found: dict[str, int] = {}
    for row in rows:
        found[row.platform] = found.get(row.platform, 0) + 1
    return tuple(sorted(found, key=lambda platform: (-found[platform], platform)))
