"""Labelled letters to platforms: those that the network learns from, and those by which it is learnt how far to believe it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from claimdesk.core.policy.folding import fold, masked
from claimdesk.core.policy.network import of_letter
from claimdesk.core.policy.policy import Policy
from claimdesk.core.policy.quotations import without_quotations
from claimdesk.core.records.replies import Audience, Severity
from tests.core.policy.learning import CONTRADICTION, PARTS, UNSEEN, found, plain_policy, sources, written_out
from tests.core.policy.measured import Sentence

LETTERS = ("tone", "threat", "frequency", "completeness", CONTRADICTION)  # what is read out of such a letter
DOUBTED = ("tone", "threat", "completeness")  # what rules say of these is weighed with what the network says
SURE = ("shouting", "assurance", "repeated")  # checks that count what stands there, and were never wrong
APART = (0, 1)  # parts that the network has not read
TOGETHER = 5  # neighbours stay in one part, as twins stand together
SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to a platform: where it is from, what it breaks, as the check sees it; `part` is -1 but for unseen ones."""

    source: str
    message: Sentence
    part: int
    text: str

    @property
    def breaks(self) -> list[str]:
        return sorted(self.message.categories)


def labelled_letters() -> Iterator[Letter]:
    """Every letter to a platform but those held back, and those with other faults, each text once; those shipped last."""
    seen: set[str] = set()
    places: Counter[str] = Counter()
    for source, messages in chain(sources(), [(SHIPPED, written_out(Audience.PLATFORM))]):
        for message in messages:
            if message.audience != "platform" or message.text in seen or not message.categories <= set(LETTERS):
                continue
            seen.add(message.text)
            part = places[source] // TOGETHER % PARTS if source.startswith(UNSEEN) else -1
            places[source] += 1
            yield Letter(source, message, part, without_quotations(masked(fold(message.text), ())).text)


def examples() -> Iterator[tuple[str, list[str], bool]]:
    """What the network reads: folded letters, what they break, whether they are in order."""
    for one in labelled_letters():
        if one.part not in APART:
            yield one.text, one.breaks, not one.message.category


def doubtful(policy: Policy) -> list[str]:
    """Rules that are sometimes wrong about a letter whose meaning the whole of it tells better."""
    own = (rule for rule in policy.rules() if rule.audience != "buyer" and rule.category in DOUBTED)
    able = (
        rule for rule in own if rule.severity is not Severity.BLOCK
    )  # what must not be sent is never merely hinted at
    return sorted(rule.id for rule in able if not rule.when and rule.check not in SURE)


def rows() -> Iterator[dict[str, object]]:
    """What rules and network say of each letter that the network has not read, and of those shipped."""
    policy = plain_policy()
    rules = set(doubtful(policy))
    for one in labelled_letters():
        if one.part in APART or one.source == SHIPPED:
            yield {
                "shipped": one.source == SHIPPED,
                "breaks": one.breaks,
                "harmless": not one.message.category,
                "read": of_letter(one.text),
                "found": found(policy, one.message, rules),
            }
