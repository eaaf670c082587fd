"""Where sentences begin and end in a folded text."""

from __future__ import annotations

import re

_END = re.compile(r"(?:[.!?]+(?=[\s\"')\]]|$|[\u3400-\u9fff])|。+|\n)[\s\"')\]]{0,4}")
LONGEST = 900


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences that cover the text; one longer than 900 characters is cut."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [match.end() for match in _END.finditer(text)] + [len(text)]:
        while end - start > LONGEST:
            spans.append((start, start + LONGEST))
            start += LONGEST - 200  # what stands across the cut is still seen together
        if end > start:
            spans.append((start, end))
            start = end
    return spans
