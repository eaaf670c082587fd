"""Splits a mail into sentences: the unit in which words belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimdesk.core.intake.folding import Folded
from claimdesk.core.intake.lexicon import lexicons

MOST: Final = 700
_LONGEST: Final = 900
_WRAPPED: Final = 58  # characters after which a line was broken for width
_STOP: Final = re.compile(
    r"[.!?]+[\"')\]]*(?=\s|$)|[。!?](?=[\u3041-\u9fff])|。|\n|;(?=\s|[\u3041-\u9fff])|(?<=[\u3041-\u9fff])!"
)
_LABEL: Final = re.compile(r"[ \t>*\-•·]*(?:[-*•·]|\d{1,2}[.)] |[^\n:.]{2,40}: ?)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` up to `end` of the folded text."""

    start: int
    end: int
    text: str
    in_subject: bool


def sentences(folded: Folded, subject_end: int) -> list[Sentence]:
    """The sentences of a text whose first `subject_end` characters are its subject; at most `MOST`."""
    found: list[Sentence] = []
    start = 0
    for end in _ends(folded, subject_end):
        for piece_start, piece_end in _pieces(folded.text, start, end):
            text = folded.text[piece_start:piece_end]
            if text.strip():
                found.append(Sentence(piece_start, piece_end, text, piece_end <= subject_end + 1))
        start = end
        if len(found) >= MOST:
            break
    return found[:MOST]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \n":
        start += 1
    while end - start > _LONGEST:
        yield start, start + _LONGEST
        start += _LONGEST
    if start < end:
        yield start, end


def _ends(folded: Folded, subject_end: int) -> Iterator[int]:
    text = folded.text
    for match in _STOP.finditer(text):
        sign = match.group()
        if sign == "\n":
            if match.start() <= subject_end or not _wraps(folded, match.start()):
                yield match.end()
        elif sign != "." or not _goes_on(folded, match):
            yield match.end()
    yield len(text)


@cache
def _cut_short() -> re.Pattern[str]:
    """An abbreviation of any language, or a short number, at the end."""
    words = "|".join(lexicon.lists["abbreviations"].pattern for lexicon in lexicons().values())
    return re.compile(rf"(?:^|[\s(])(?:{words}|[0-9]{{1,2}})$")


def _goes_on(folded: Folded, match: re.Match[str]) -> bool:
    """Whether a point ends an abbreviation or a number rather than a sentence."""
    text = folded.text
    if not _cut_short().search(text[max(0, match.start() - 12) : match.start()]):
        return False
    following = text[match.end() : match.end() + 3].lstrip(" ")
    if not following:
        return False
    after = folded.source[folded.starts[match.end()] :][:3].lstrip() if match.end() < len(text) else ""
    digit_before = match.start() > 0 and text[match.start() - 1].isdigit()
    return not digit_before or (after[:1].isalpha() and text[match.end() : match.end() + 1] == " ")


def _wraps(folded: Folded, position: int) -> bool:
    """Whether a line break stands inside a sentence: the next line goes on in lower case, or this one is full."""
    text = folded.text
    if position + 1 >= len(text) or text[position + 1] == "\n" or (position and text[position - 1] == "\n"):
        return False
    line_start = text.rfind("\n", 0, position) + 1
    length = position - line_start
    following = text[position + 1 : position + 80].lstrip(" ")
    if not following or length < 20 or text[position - 1] in ".!?。:":
        return False
    at = position + 1
    while at < len(text) and text[at] == " ":
        at += 1
    first = folded.source[folded.starts[at]] if at < len(text) else ""
    if first.islower():
        return True
    return length >= _WRAPPED and not _LABEL.match(following) and (first.isalnum() or first in "\"'“„«(")
