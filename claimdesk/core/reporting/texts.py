"""Text from outside, made fit for a cell."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold: control characters but tab and line feed, lone surrogates, the two non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
# Excel counts UTF-16 units, so an emoji is two.
_LIMIT = 32_767
_CUT = " […]"


def fit_for_cell(text: str) -> str:
    """The text without what a workbook cannot hold, line ends as line feeds, cut at 32,767 UTF-16 units with `[…]`."""
    fit = _UNFIT.sub("", _LINE_END.sub("\n", text)) if not text.isprintable() else text
    if len(fit) * 2 <= _LIMIT or _units(fit) <= _LIMIT:
        return fit
    raw = fit.encode("utf-16-le")[: (_LIMIT - len(_CUT)) * 2]
    return raw.decode("utf-16-le", "ignore") + _CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
