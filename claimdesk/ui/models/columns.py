"""A table's columns declared as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows: its words, and how a delegate is to paint them.

    `tone` is a colour role of the theme for words and icons, and a kind for a chip. An `icon` stands before the
    words. `lead` is a value shown in a well before them, `share` (0 to 1) a bar before them. `menu` shows that a click
    opens one.
    """

    text: str = ""
    tone: str = "text"
    icon: str = ""
    strong: bool = False
    tip: str = ""
    lead: str = ""
    share: float = -1.0
    icon_tone: str = ""  # where it is not the words' own
    menu: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `cell` makes the cell of a record, `value` its native value, `sort` names the order SQL knows.

    `kind` picks the delegate (text, mark, chip, lead, bar, box). A `width` of 0 takes what the other columns leave.
    """

    key: str
    title: str
    width: int
    cell: Callable[[Any], Cell]
    kind: str = "text"
    sort: str = ""
    right: bool = False
    left: int = 0  # space before the content
    least: int = 0  # how narrow it may become in a narrow window, 0: its width
    descending_first: bool = False  # what the first click on its heading asks for
    value: Callable[[Any], Any] | None = None
