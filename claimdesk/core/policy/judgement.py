"""Whether a message as a whole reads like one that breaks a rule: what the rules found, weighed with its words.

A rule that finds a phrase can be wrong, and each is wrong at its own rate. How far each can be trusted was learnt from
messages that no rule was written or mended for; it stands beside the words in `resources/policy/likeness.json`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

CLEARLY = 1.0  # odds of nearly three to one
Named = tuple[str, str]  # a rule and its category


@dataclass(frozen=True, slots=True)
class Judgement:
    """Weights of a logistic sum; `trust` holds the rules that were learnt about, `limit` is where doubt begins."""

    limit: float
    start: float
    anything: float  # how much the words speak for any broken rule
    first: float  # … for the likeliest category
    second: float  # … for the next one
    same: float  # … for the category that a rule names
    rules: float  # for each rule that found something
    categories: float  # for each category of theirs
    some: float  # once, when any did
    trust: Mapping[str, float]

    def stands(
        self, scores: Sequence[float], found: Collection[Named], categories: Sequence[str], *, apart: bool = False
    ) -> bool:
        """Whether findings of these rules stand; without any, whether the words alone are reason to warn.

        `scores` are those of `Likeness`: one for each of the categories, then the one for anything. A sentence that is
        read `apart` from its message must speak more clearly.
        """
        *single, anything = scores
        first, second = sorted(single, reverse=True)[:2]
        named = {category for _, category in found}
        same = max((score for score, name in zip(single, categories, strict=True) if name in named), default=0.0)
        total = self.start + self.anything * anything + self.first * first + self.second * second
        if found:
            total += self.same * same + self.rules * len({rule for rule, _ in found})
            total += self.categories * len(named) + self.some + sum(self.trust[rule] for rule in {r for r, _ in found})
        return total >= self.limit + (CLEARLY if apart else 0.0)
