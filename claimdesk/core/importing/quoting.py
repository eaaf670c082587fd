"""Whether quotation marks of a text between tabs enclose values, or are characters of it.

Amazon writes titles such as `"Best Choice" pan` as they are; a spreadsheet that saves the same file puts marks around
values with commas, marks and line breaks. Read the wrong way, rows are lost without a word.
"""

from __future__ import annotations

from collections.abc import Sequence

_HEADINGS = 40


def tabs_are_quoted(lines: Sequence[str]) -> bool:
    """Whether marks enclose values: the headings' own say so, else every value that begins with one bears it out."""
    headings = max(lines[:_HEADINGS], key=lambda line: line.count("\t"), default="")
    if '"' in headings:
        return True
    width = headings.count("\t")
    proof = False
    inside = False  # a value that goes on over lines
    for line in lines:
        if '"' not in line:
            continue
        if inside:
            inside = _ends_value(line) is False
            continue
        for cell in line.split("\t"):
            if not cell.startswith('"'):
                continue
            if len(cell) < 2 or not cell.endswith('"'):
                if line.count("\t") >= width:
                    return False  # a whole row, and the mark is never closed
                proof = inside = True
            elif '"' in cell[1:-1].replace('""', ""):
                return False
            else:
                proof = proof or '""' in cell[1:-1] or "," in cell
    return proof


def _ends_value(line: str) -> bool:
    """Whether a line closes the value that an earlier line opened."""
    return line.split("\t", maxsplit=1)[0].replace('""', "").count('"') % 2 == 1
