"""Cells of a workbook: real dates and numbers, and text that can never turn into a formula."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from babel.numbers import get_currency_symbol
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from claimdesk.core.records.moments import Moment
from claimdesk.core.records.money import Money, minor_digits
from claimdesk.core.reporting.texts import fit_for_cell

TEXT_FORMAT = "@"
DAY_FORMAT = "yyyy-mm-dd"
INSTANT_FORMAT = "yyyy-mm-dd hh:mm"
COUNT_FORMAT = "#,##0"
SHARE_FORMAT = "0.0%"
# Excel's calendar: day 60 is a 29 February 1900 that never was; earlier days are off by one.
_FIRST_DAY = date(1900, 3, 1)

_INK, _ACCENT, _LINE = "FF111827", "FF1F4E79", "FFD0D7DE"
_STYLES: dict[str, dict[str, Any]] = {
    "text": {"alignment": Alignment(vertical="top")},
    "wrapped": {"alignment": Alignment(vertical="top", wrap_text=True)},
    "title": {"font": Font(bold=True, size=16, color=_INK)},
    "section": {"font": Font(bold=True, size=12, color=_INK)},
    "quiet": {"font": Font(color="FF6B7280")},
    "heading": {
        "font": Font(bold=True, color="FFFFFFFF"),
        "fill": PatternFill("solid", start_color=_ACCENT),
        "alignment": Alignment(vertical="center", wrap_text=True),
        "border": Border(bottom=Side(style="thin", color=_LINE)),
    },
}


@cache
def money_format(currency: str) -> str:
    """The number format of a currency: its symbol, its decimals by ISO 4217, negative amounts red with a minus."""
    digits = minor_digits(currency)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    symbol = get_currency_symbol(currency, "en_US") if currency else ""
    # A symbol of letters ("CHF") stands apart from the digits. Quotes would end the literal, so they go.
    literal = f'"{symbol.replace(chr(34), "")}{" " if symbol[-1:].isalpha() else ""}"' if symbol else ""
    return f"{literal}{pattern};[Red]-{literal}{pattern}"


class CellWriter:
    """Makes the cells of one sheet. `cleaned` counts texts that held what a workbook cannot hold."""

    def __init__(self, sheet: WriteOnlyWorksheet, zone: ZoneInfo) -> None:
        self._sheet = sheet
        self._zone = zone
        self._ready: dict[tuple[str, str], Any] = {}
        self.cleaned = 0

    def text(self, text: str, style: str = "text") -> Cell | None:
        """A text cell: whatever it says (`=1+1`, `#N/A`, `@x`) is shown, never computed, also after a save as CSV."""
        if not text:
            return None
        fit = fit_for_cell(text)
        self.cleaned += fit != text
        cell = self._cell(style, TEXT_FORMAT)
        cell.value = fit
        # openpyxl has just guessed a type from the first character; the type is ours to say.
        cell.data_type = "s"
        return cell

    def number(self, value: float | Decimal | None, number_format: str = COUNT_FORMAT) -> Cell | None:
        """A number, or nothing where none is known."""
        if value is None:
            return None
        cell = self._cell("text", number_format)
        cell.value = value
        return cell

    def money(self, minor: int | None, currency: str) -> Cell | None:
        """An amount in its currency's format, exact; nothing where none is known."""
        return None if minor is None else self.number(Money(minor, currency).decimal(), money_format(currency))

    def moment(self, moment: Moment | None) -> Cell | None:
        """A real date, with the time of day in the writer's zone where one is known; text before March 1900."""
        if moment is None:
            return None
        local = moment.astimezone(self._zone).replace(tzinfo=None) if isinstance(moment, datetime) else moment
        if (local.date() if isinstance(local, datetime) else local) < _FIRST_DAY:
            return self.text(local.isoformat(" ") if isinstance(local, datetime) else local.isoformat())
        cell = self._cell("text", INSTANT_FORMAT if isinstance(local, datetime) else DAY_FORMAT)
        cell.value = local
        return cell

    def _cell(self, style: str, number_format: str) -> Cell:
        """An empty cell in a style: looked up once, then shared, because finding a style costs more than a cell."""
        cell: Any = WriteOnlyCell(self._sheet)
        ready = self._ready.get((style, number_format))
        if ready is None:
            for name, value in _STYLES[style].items():
                setattr(cell, name, value)
            cell.number_format = number_format
            # Excel keeps the quote before a text when the file is saved as CSV, so it stays text there too.
            cell.quotePrefix = number_format == TEXT_FORMAT
            ready = self._ready[style, number_format] = cell._style  # noqa: SLF001
        cell._style = ready  # noqa: SLF001 - the constructor's own parameter would copy it
        return cast(Cell, cell)
