"""How numbers, days, sums and greetings are written in each language (`resources/policy/forms/`), compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped_files
from claimdesk.core.policy.expressions import expanded
from claimdesk.core.records.problems import Problem

Language = Literal["any", "en", "zh", "de", "fr", "es", "it", "ja"]


class Form(Knowledge):
    """How something is written in one language, or in `any`, as an expression."""

    language: Language
    pattern: str = Field(min_length=1)


class FormFile(Knowledge):
    """Forms that the checks look for: name -> one pattern or several, each with the same groups."""

    source: str = Field(min_length=1)
    checked: date
    forms: dict[str, Annotated[tuple[Form, ...], Field(min_length=1)]]


# Every form the checks look for, with the groups each of its patterns has.
_GROUPS: Mapping[str, frozenset[str]] = MappingProxyType({
    "order_number": frozenset(), "order_digits": frozenset(), "card": frozenset(), "order_word": frozenset(),
    "exhibit": frozenset({"number"}), "day": frozenset({"day", "month"}), "another_matter": frozenset(),
    "all_of_a_sum": frozenset({"part", "whole"}), "half_of_a_sum": frozenset({"part", "whole"}),
    "rest_of_pieces": frozenset({"total", "gone", "rest"}), "appeal": frozenset(), "step": frozenset(),
    "greeting": frozenset(), "title": frozenset(), "anybody": frozenset(), "addressed": frozenset({"name"}),
})  # fmt: skip
_GROUP = re.compile(r"\(\?P<(\w+)>")
_LIST = re.compile(r"(?<!\?P)<[a-z][a-z0-9_]*>")


@cache
def shipped_forms() -> Mapping[str, re.Pattern[str]]:
    """Every form with the patterns of all its languages as one. Raises Problem `knowledge_faulty`, `policy_expression`."""
    forms: dict[str, re.Pattern[str]] = {}
    for path in shipped_files("resources", "policy", "forms"):
        for name, patterns in read_knowledge(path, FormFile).forms.items():
            if name in forms or name not in _GROUPS:
                reason = "this form exists already" if name in forms else "no check looks for this form"
                raise Problem("knowledge_faulty", file=path.name, key=name, reason=reason)
            forms[name] = _compiled(path.name, name, patterns)
    for name in _GROUPS.keys() - forms.keys():
        raise Problem("knowledge_faulty", file="forms", key=name, reason="this form is missing")
    return forms


def form(name: str) -> re.Pattern[str]:
    """One form. Its groups are told by `said`."""
    return shipped_forms()[name]


def said(match: re.Match[str], group: str) -> str:
    """What a group of a form holds, whichever of its patterns matched."""
    return match[_group(match, group)]


def place(match: re.Match[str], group: str) -> tuple[int, int]:
    """Where a group of a form stands, whichever of its patterns matched."""
    return match.span(_group(match, group))


def _group(match: re.Match[str], group: str) -> str:
    return next(name for name, text in match.groupdict().items() if text and name.startswith(f"{group}_"))


def _compiled(file: str, name: str, patterns: tuple[Form, ...]) -> re.Pattern[str]:
    """The patterns side by side; a group is numbered by its pattern, because a name may stand only once."""
    parts: list[str] = []
    for index, one in enumerate(patterns):
        if sorted(_GROUP.findall(one.pattern)) != sorted(_GROUPS[name]):
            groups = ", ".join(sorted(_GROUPS[name])) or "none"
            raise Problem("knowledge_faulty", file=file, key=name, reason=f"a pattern has other groups than {groups}")
        numbered = _GROUP.sub(rf"(?P<\g<1>_{index}>", one.pattern)
        parts.append("(?:" + _LIST.sub(lambda found: expanded(found.group()), numbered) + ")")
    try:
        return re.compile("|".join(parts))
    except re.error as error:
        raise Problem("knowledge_faulty", file=file, key=name, reason=str(error)) from error
