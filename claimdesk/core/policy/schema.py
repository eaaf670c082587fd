"""What a rule file in `resources/policy/rules/` may say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Severity

Category = Literal[
    "incentive", "review_change", "positive_only", "review_gating", "contact", "link", "off_platform", "marketing",
    "threat", "condition", "placeholder", "tone", "spelling", "length", "language", "completeness", "contradiction",
    "frequency", "returns", "shipping",
]  # fmt: skip


class Frame(Knowledge):
    """A meaning: several concepts that stand together in one sentence.

    Each entry of `all` is an expression; at most `within` characters may lie between them in sum. `ordered`
    demands the order given. `across` lets them stand in two neighbouring sentences, `sentences` in as many as it says.
    `between_not` must not match between the first and the last; an `unless` that matches around the hit makes it
    harmless.
    """

    all: tuple[str, ...] = Field(min_length=1, max_length=5)
    within: int = Field(default=60, ge=0, le=400)
    ordered: bool = False
    across: bool = False
    sentences: int = Field(default=1, ge=1, le=5)
    between_not: str = ""
    unless: tuple[str, ...] = ()


class PolicyRule(Knowledge):
    """One rule of the message check.

    `patterns` and `frames` map a language (or `any`) to what is looked for in the folded text: expressions in which
    `<name>` stands for a list of the word files and `<gap40>` for up to 40 characters of the same sentence. `unless`
    lists expressions that, matching around a hit, make it harmless; those of `any` count for every language and anywhere
    in the hit's sentence. `raw` patterns see the text as it was written.
    `check` names a code check, with its `numbers`. `when` is a condition over what is known of the case; a name
    that is not known makes the rule silent. `weaker_than` names rules whose finding in the same sentence makes this
    one superfluous. `reads_like` finds what reads most like the category, by words and meaning learnt for it; any warning or
    block of another rule of the category makes that superfluous. `as_a_whole` points at all that was read together, for
    what no sentence does alone.
    """

    id: str
    category: Category
    severity: Severity
    platforms: tuple[str, ...]  # ("all",) or names
    audience: Literal["buyer", "platform", "both"]
    why: Bilingual
    fix: Bilingual
    source: str
    checked: date
    patterns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    frames: dict[str, tuple[Frame, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    raw: tuple[str, ...] = ()
    check: str = ""
    numbers: dict[str, int] = Field(default_factory=dict)
    when: str = ""
    weaker_than: tuple[str, ...] = ()
    reads_like: bool = False
    as_a_whole: bool = False
    asks_for_review: bool = False  # whether a message this rule speaks of counts as a request for a review

    def applies(self, platform: str, audience: str) -> bool:
        """Whether the rule speaks about a message to this audience on this platform."""
        return self.audience in (audience, "both") and ("all" in self.platforms or platform in self.platforms)


class PolicyFile(Knowledge):
    """The rules of one subject."""

    rules: tuple[PolicyRule, ...]


class WordFile(Knowledge):
    """Word lists that rules refer to: name -> expressions, which may refer to other lists."""

    words: dict[str, tuple[str, ...]]


class Addresses(Knowledge):
    """Web addresses that lead nowhere but where a buyer may be sent, on these platforms, as an expression."""

    platforms: tuple[str, ...]
    pattern: str


class FoldingFile(Knowledge):
    """How letters are made comparable: look-alikes, words that people write in disguise, and shorthand."""

    shorthand: dict[str, str]  # what is typed in a hurry -> what it stands for
    lookalikes: dict[str, str]
    disguised: tuple[str, ...]
    leet: dict[str, str]
    masked: tuple[str, ...]  # names of known values that are blanked before rules look
    addresses: tuple[Addresses, ...] = ()  # blanked likewise in messages to buyers
