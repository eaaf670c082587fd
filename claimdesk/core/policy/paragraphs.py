"""A finding lies in one paragraph: what stands beyond a blank line is another matter."""

from __future__ import annotations

import re

Span = tuple[int, int]
_BLANK_LINE = re.compile(r"\n[ \t]{0,20}\n\s{0,20}")


def within_paragraph(text: str, span: Span) -> Span:
    """The longest part of a stretch of text that lies in one paragraph."""
    start, end = span
    edges = [(found.start(), found.end()) for found in _BLANK_LINE.finditer(text, start, end)]
    starts, ends = [start, *(after for _, after in edges)], [*(before for before, _ in edges), end]
    parts = [(first, last) for first, last in zip(starts, ends, strict=True) if first < last]
    return max(parts, key=lambda part: part[1] - part[0], default=span)
