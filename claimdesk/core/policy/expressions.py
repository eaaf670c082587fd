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


@cache
def alternatives(expression: str) -> tuple[str, ...]:
    """The word lists a choice such as `(?:<a>|<b>|c|d)` is made of, one by one, and the rest of it together.

    Lists that many choices share are so compiled and looked up once.
    """
    if not (expression.startswith("(?:") and expression.endswith(")")):
        return (expression,)
    lists: list[str] = []
    others: list[str] = []
    for choice in _split(expression[3:-1]) or [expression]:
        (lists if _REFERENCE.fullmatch(choice) and not _GAP.fullmatch(choice[1:-1]) else others).append(choice)
    if not lists:
        return (expression,)
    return (*lists, *(["(?:" + "|".join(others) + ")"] if others else []))


def _split(inside: str) -> list[str]:
    """The choices of an alternation; none when the closing bracket belongs to an inner group."""
    choices, depth, bracket, start, position = [], 0, False, 0, 0
    while position < len(inside):
        char = inside[position]
        if char == "\\":
            position += 1
        elif bracket:
            bracket = char != "]"
        elif char == "[":
            bracket = True
        elif char in "()":
            depth += 1 if char == "(" else -1
            if depth < 0:
                return []
        elif char == "|" and depth == 0:
            choices.append(inside[start:position])
            start = position + 1
        position += 1
    return [*choices, inside[start:]]


@cache
def raw_compiled(expression: str) -> re.Pattern[str]:
    """An expression over the text as it was written, case and all. Raises Problem `policy_expression`."""
    try:
        return re.compile(expression)
    except re.error as error:
        raise Problem("policy_expression", expression=expression[:80], reason=str(error)) from error
