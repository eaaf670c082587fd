"""How many different things a letter to a platform asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from claimdesk.core.policy.expressions import compiled, expanded
from claimdesk.core.policy.message import Message, Span
from claimdesk.core.policy.sentences import sentences

_DECISION = "q_decision"
_FOLLOWS = frozenset({"q_money", "q_mark"})  # what a decision brings with it: one of them is no request of its own
_KINDS = (
    _DECISION,
    *sorted(_FOLLOWS),
    "q_costs",
    "q_review",
    "q_buyer",
    "q_return",
    "q_account",
    "q_answer",
    "q_rules",
)


def many_requests(message: Message, numbers: Mapping[str, int]) -> Iterable[Span]:
    """Every request after the first, when a letter asks for as many different things as the rule says.

    A decision and one thing that follows from it, its money or its mark on the account, are one request.
    """
    asked: dict[str, Span] = {}
    for kind, span in _requests(message.folded.text):
        asked.setdefault(kind, span)
    if _DECISION in asked:
        follows = min(_FOLLOWS & asked.keys(), key=lambda kind: asked[kind], default="")
        asked.pop(follows, None)
    if len(asked) >= numbers["requests"]:
        for start, end in sorted(asked.values())[1:]:
            yield message.folded.span(start, end)


def _requests(text: str) -> Iterator[tuple[str, Span]]:
    """The kinds of things that are asked for, with where: after a word that asks, as an order, or in a list."""
    listing = False
    for start, end in sentences(text):
        begun = _begin().match(text, start, end)
        first = begun.end() if begun else start
        before = compiled("<q_ask>").search(text, start, end)
        item = listing and first > start
        if before:
            reason = compiled("<q_reason>").search(text, before.end(), end)
            found = _kinds(text, before.start(), reason.start() if reason else end)
        elif item or compiled("<q_ask_after>").search(text, start, end):
            found = _kinds(text, first, end)
        else:
            found = ((kind, span) for kind, span in _kinds(text, first, end) if span[0] == first)
        yield from found
        listing = item or (bool(before) and text[start:end].rstrip()[-1:] in (":", "："))


def _kinds(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    for kind in _KINDS:
        found = compiled(f"<{kind}>").search(text, start, end)
        if found:
            yield kind, found.span()


@cache
def _begin() -> re.Pattern[str]:
    """Blanks, the mark of a list, and a word that goes on."""
    return re.compile(rf"\s{{0,8}}(?:{expanded('<q_begin>')}){{0,3}}")
