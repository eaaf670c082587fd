"""Findings about a draft that only say what it is still waiting for: a value is asked for, not scolded."""

from __future__ import annotations

from collections.abc import Iterable

from claimdesk.core.policy.schema import PolicyRule
from claimdesk.core.records.replies import FillIn, Finding

_DATED = frozenset({"timeline"})  # words that hold days


def only_waits(finding: Finding, asked: Iterable[FillIn], missing: Iterable[str], rules: Iterable[PolicyRule]) -> bool:
    """Whether a finding goes away by itself once what is missing is filled in.

    It lies on the place of such a value, or it misses a date while the place of one is waiting. `rules` are those
    that were looked at.
    """
    names = set(missing)
    if finding.category == "placeholder":
        return any(name in finding.excerpt for name in names)
    dated = any(ask.name in names and (ask.kind == "date" or ask.name in _DATED) for ask in asked)
    return dated and any(rule.id == finding.rule and rule.check == "no_request" for rule in rules)
