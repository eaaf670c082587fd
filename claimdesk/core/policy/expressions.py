"""The expressions of rule files: word lists put in place, gaps bounded, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.policy.schema import WordFile
from claimdesk.core.records.problems import Problem

_REFERENCE = re.compile(r"<([a-z][a-z0-9_]*)>")
_GAP = re.compile(r"gap(\d{1,3})")
_DEEPEST = 6
_WORD_START = "(?:(?<![a-z])|(?![a-z])|(?=n't))"  # nothing but a denial begins inside a Latin word


@cache
def shipped_words() -> Mapping[str, tuple[str, ...]]:
    """Every word list of `resources/policy/words/`. Raises Problem `knowledge_faulty` when a name occurs twice."""
    words: dict[str, tuple[str, ...]] = {}
    for path in shipped_files("resources", "policy", "words"):
        for name, entries in read_knowledge(path, WordFile).words.items():
            if name in words:
                raise Problem("knowledge_faulty", file=path.name, key=name, reason="this word list exists already")
            words[name] = entries
    return words


@cache
def expanded(expression: str, depth: int = 0) -> str:
    """The expression with `<name>` and `<gapN>` put in place. Raises Problem `policy_expression`."""
    if depth > _DEEPEST:
        raise Problem("policy_expression", expression=expression[:80], reason="word lists refer to each other")

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        gap = _GAP.fullmatch(name)
        if gap:
            return r"(?:[^.!?\n。]|\.(?=\S)){0," + gap.group(1) + "}?"
        if name not in shipped_words():
            raise Problem("policy_expression", expression=expression[:80], reason=f"unknown word list {name}")
        return "(?:" + "|".join(expanded(entry, depth + 1) for entry in shipped_words()[name]) + ")"

    return _REFERENCE.sub(put, expression)


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """The compiled expression. A Latin word matches as a whole word. Raises Problem `policy_expression`."""
    try:
        return re.compile(f"{_WORD_START}(?:{expanded(expression)})(?![a-z])")
    except re.error as error:
        raise Problem("policy_expression", expression=expression[:80], reason=str(error)) from error


def hits(expression: str, text: str) -> list[tuple[int, int]]:
    """Every place where the expression stands in the text, not beginning inside a Latin word."""
    return [match.span() for match in compiled(expression).finditer(text) if match.end() > match.start()]


@cache
def raw_compiled(expression: str) -> re.Pattern[str]:
    """An expression over the text as it was written, case and all. Raises Problem `policy_expression`."""
    try:
        return re.compile(expression)
    except re.error as error:
        raise Problem("policy_expression", expression=expression[:80], reason=str(error)) from error
