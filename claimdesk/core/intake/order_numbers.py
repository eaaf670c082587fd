"""Finds the order a mail is about among the numbers it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimdesk.core.intake.folding import Folded
from claimdesk.core.intake.lexicon import compiled, lexicons
from claimdesk.core.intake.platforms import platform_files

_MOST: Final = 200  # numbers that one mail may name; the rest is a list, not a notice


@dataclass(frozen=True, slots=True)
class OrderNumber:
    """A number as the mail prints it, and where."""

    number: str
    platform: str
    start: int
    end: int
    weight: int


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Platform, expression, and whether it needs the word for an order before it; longest shapes first."""
    rows: list[tuple[str, re.Pattern[str], bool]] = []
    for file in platform_files():
        rows += [(file.platform, re.compile(pattern), False) for pattern in file.numbers]
        rows += [(file.platform, re.compile(pattern), True) for pattern in file.labelled]
    return tuple(rows)


@cache
def _label() -> re.Pattern[str]:
    """The word for an order in any language, with what may stand between it and the number."""
    words = "|".join(lexicon.lists["order_label"].pattern for lexicon in lexicons().values())
    between = (lexicon.lists["number_joints"].pattern for lexicon in lexicons().values())
    joints = "|".join(pattern.removeprefix(r"(?<![a-z])") for pattern in between)
    return re.compile(
        rf"(?:{words})(?:[ \n]?\((?:s|id|po)\))?[ \n]{{0,3}}[:#\-=(\[\"']{{0,3}}[ \n]{{0,3}}(?:(?:{joints})[.:°º]? ?)?#?$"
    )


@cache
def _reference() -> re.Pattern[str]:
    return compiled(
        tuple(p for lexicon in lexicons().values() for p in (lexicon.lists["reference_label"].pattern,)), "zh"
    )


def order_numbers(folded: Folded, platform: str, subject_end: int) -> list[OrderNumber]:
    """The order numbers of a mail, the one it is about first: that of the subject, then of a reference, then the first.

    `platform` narrows the shapes; empty allows those that need no platform to be known.
    """
    text = folded.text
    found: dict[str, OrderNumber] = {}
    taken: list[tuple[int, int]] = []
    for shape_platform, pattern, needs_label in _shapes():
        if platform and shape_platform != platform:
            continue
        for match in pattern.finditer(text):
            start, end = match.start(), match.end()
            if any(start < high and low < end for low, high in taken):
                continue
            labelled = _label().search(text[max(0, start - 60) : start]) is not None
            if needs_label and not labelled:
                continue
            if not platform and needs_label:
                continue
            if len(taken) > _MOST:
                break
            taken.append((start, end))
            number = _printed(folded, start, end)
            weight = (40 if start < subject_end else 0) + (10 if labelled else 0)
            weight += 15 if _reference().search(text[max(0, start - 40) : start]) else 0
            known = found.get(number)
            if known is None or weight > known.weight:
                found[number] = OrderNumber(number, shape_platform, start, end, weight)
    return sorted(found.values(), key=lambda one: (-one.weight, one.start))


def _printed(folded: Folded, start: int, end: int) -> str:
    number = folded.text[start:end].strip().upper()
    digits = re.sub(r"\D", "", number)
    if len(digits) == 17 and re.fullmatch(r"\d{3}[- ]?\d{7}[- ]?\d{7}", number):
        return f"{digits[:3]}-{digits[3:10]}-{digits[10:]}"
    return number
