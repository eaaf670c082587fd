"""Headings as they are compared: exporters change blanks, width, case and invisible characters, never the words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\ufeff\u200b-\u200f\u202a-\u202e\u2060\u00ad]")
_BLANKS = re.compile(r"\s+")


@lru_cache(maxsize=20_000)
def normal_heading(text: str) -> str:
    """A heading for comparing: NFKC, nothing invisible, single blanks, trimmed, case folded."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _BLANKS.sub(" ", text).strip().casefold()


def normal_row(cells: list[str]) -> list[str]:
    """All headings of a row, normalised; very long cells are no headings and count as empty."""
    return [normal_heading(cell) if len(cell) <= 300 else "" for cell in cells]
