"""Sums of money over cases; several currencies make `about $1,214`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claimdesk.core.records.cases import CaseRow
from claimdesk.ui.widgets.times import money_text


def sums(rows: Iterable[CaseRow]) -> tuple[tuple[str, int], ...]:
    """Currency and sum in minor units, the largest number of cases first; cases without an amount count nothing."""
    total: dict[str, int] = defaultdict(int)
    number: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.amount_minor is not None and row.currency:
            total[row.currency] += row.amount_minor
            number[row.currency] += 1
    return tuple((code, total[code]) for code in sorted(total, key=lambda code: (-number[code], code)))


def sum_words(rows: Iterable[CaseRow], most: int = 3) -> str:
    """`$176.00`, or each currency by itself: `$176.00 + €18.99`. No rate of exchange is invented."""
    parts = sums(rows)
    words = [money_text(minor, code) for code, minor in parts[:most]]
    return " + ".join(words) + (" + …" if len(parts) > most else "")
