"""One cell of text: what exporters and spreadsheets wrap around a value is taken off, nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

# "Null" and "Nan" are people's names: only the spellings that programs write count.
_BLANK_WORDS: Final = frozenset({"", "-", "--", "---", "N/A", "n/a", "null", "NULL", "(null)", "—", "–"})
# What a spreadsheet shows where it could not compute.
ERRORS: Final = frozenset({
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!",
    "#GETTING_DATA",
})  # fmt: skip
_AROUND: Final = " \t\r\n\xa0\u3000\u200b\ufeff"
_TRIAL: Final = 10_000
_SCIENTIFIC: Final = re.compile(r"[+-]?\d(?:[.,]\d+)?[eE]\+\d{2,3}")
_WHOLE_FLOAT: Final = re.compile(r"(\d+)\.0+")
_LOST: Final = re.compile(r"\?\?|[^\W\d_]\?[^\W\d_]")


def clean(text: str) -> str:
    """The value without blanks around it, a leading `'`, or `="…"`; blank words (`--`, `N/A`, `null`) are empty."""
    text = text.strip(_AROUND)
    if text in _BLANK_WORDS:
        return ""
    if text[0] == "=":
        return _unwrapped(text)
    if text[0] == "'" and "'" not in text[1:]:
        return text[1:].strip(_AROUND)
    return text


def _unwrapped(text: str) -> str:
    inner = text[1:].strip()
    if len(inner) >= 2 and inner[0] == '"' and inner[-1] == '"':
        return clean(inner.strip('"')) if inner.strip('"') else ""
    return text


class Cleaned(dict[str, str]):
    """Cleans the cells of one column; a value met a thousand times is cleaned and kept once."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = 0

    def __missing__(self, text: str) -> str:
        value = self[text] = clean(text)
        return value

    def all(self, texts: Sequence[str]) -> Iterable[str]:
        """The cells cleaned. A column whose values hardly ever come again is not remembered any longer."""
        if self._seen > _TRIAL and len(self) * 2 > self._seen:
            return map(clean, texts)
        self._seen += len(texts)
        return map(self.__getitem__, texts)


def is_damaged_id(text: str) -> bool:
    """Whether an identifier went through a number and lost its digits: `3.18E+11`, but not the SKU `1E10`."""
    return _SCIENTIFIC.fullmatch(text) is not None


def whole_id(text: str) -> str:
    """An identifier without the `.0` that a spreadsheet's number left behind."""
    match = _WHOLE_FLOAT.fullmatch(text)
    return match.group(1) if match and len(match.group(1)) <= 15 else text


def folded(text: str) -> str:
    """Text for looking up in the maps of a format file."""
    return " ".join(text.casefold().split())


def is_masked(text: str) -> bool:
    """Whether part of a name, an address or a phone number is hidden by asterisks, or stands as `?` (`M?nchen`)."""
    return "*" in text or ("?" in text and has_lost_letters(text))


def has_lost_letters(text: str) -> bool:
    """Whether letters of a name or a place became `?` before the text was exported."""
    return _LOST.search(text) is not None
