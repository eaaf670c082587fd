"""Whether a message as a whole reads like one that breaks a rule: what the rules found, weighed with words and meaning.

A rule that finds a phrase can be wrong, and each is wrong at its own rate. How far each can be trusted was learnt from
messages that no rule was written or mended for; it stands beside the words in `resources/policy/likeness.json`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

CLEARLY = 1.0  # odds of nearly three to one
FAR = 6.0  # how much one score of the network may count; then its whole weight is bounded
Named = tuple[str, str]  # a rule and its category


@dataclass(frozen=True, slots=True)
class OfLetters:
    """The same of a letter to a platform, which words are not weighed of: the network reads it whole."""

    limit: float
    start: float
    anything: float
    first: float  # for the likeliest category
    same: float  # for the likeliest category that a rule names
    rules: float
    some: float
    named: float  # from where a category is read out of a letter in which rules found something else
    trust: tuple[str, ...]  # the rules that were learnt about

    def stands(self, scores: Sequence[float], found: Collection[Named], categories: Sequence[str]) -> bool:
        """Whether findings of these rules stand; without any, whether the letter alone is reason to warn."""
        *single, anything = (min(FAR, max(-FAR, score)) for score in scores)
        total = self.start + self.anything * anything + self.first * max(single)
        if found:
            named = {category for _, category in found}
            same = max((score for score, name in zip(single, categories, strict=True) if name in named), default=0.0)
            total += self.same * same + self.rules * len({rule for rule, _ in found}) + self.some
        return total >= self.limit


@dataclass(frozen=True, slots=True)
class Judgement:
    """Weights of a logistic sum over a message to a buyer; `trust` holds the rules that were learnt about."""

    limit: Mapping[str, float]  # language of the message -> from where there is reason to warn; "" for any other
    start: float
    anything: float  # how much the words speak for any broken rule
    first: float  # … for the likeliest category
    second: float  # … for the next one
    same: float  # … for the category that a rule names
    rules: float  # for each rule that found something
    categories: float  # for each category of theirs
    some: float  # once, when any did
    meant: tuple[float, float, float]  # the same of the network: for anything, its likeliest category, the same one
    trust: Mapping[str, float]
    letters: OfLetters

    def stands(
        self,
        scores: Sequence[float],
        found: Collection[Named],
        categories: Sequence[str],
        meaning: Callable[[], Sequence[float]],
        *,
        language: str = "",
        apart: bool = False,
    ) -> bool:
        """Whether findings of these rules stand; without any, whether the text alone is reason to warn.

        `scores` are those of `Likeness`: one for each of the categories, then the one for anything; `meaning` asks the network
        for the same, and is called only where that can change the answer. A sentence that is read `apart` from its message
        must speak more clearly.
        """
        limit = self.limit.get(language[:2], self.limit[""]) + (CLEARLY if apart else 0.0)
        total = self._of_words(scores, found, categories)
        most = FAR * sum(map(abs, self.meant))
        if abs(total - limit) > most:
            return total > limit
        return total + self._of_meaning(meaning(), found, categories) >= limit

    def _of_words(self, scores: Sequence[float], found: Collection[Named], categories: Sequence[str]) -> float:
        *single, anything = scores
        first, second = sorted(single, reverse=True)[:2]
        named = {category for _, category in found}
        same = max((score for score, name in zip(single, categories, strict=True) if name in named), default=0.0)
        total = self.start + self.anything * anything + self.first * first + self.second * second
        if found:
            total += self.same * same + self.rules * len({rule for rule, _ in found})
            total += self.categories * len(named) + self.some + sum(self.trust[rule] for rule in {r for r, _ in found})
        return total

    def _of_meaning(self, scores: Sequence[float], found: Collection[Named], categories: Sequence[str]) -> float:
        """How much the network speaks for it; the same category counts as none where no rule names one."""
        *single, anything = (min(FAR, max(-FAR, score)) for score in scores)
        named = {category for _, category in found}
        same = max((score for score, name in zip(single, categories, strict=True) if name in named), default=0.0)
        return sum(weight * score for weight, score in zip(self.meant, (anything, max(single), same), strict=True))
