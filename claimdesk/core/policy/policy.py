"""The message check: what in a text breaks or bends a rule, why, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from claimdesk.core.knowledge.conditions import holds, names_in
from claimdesk.core.policy.folding import fold, masked, masked_names, without_harmless_names
from claimdesk.core.policy.likeness import learnt
from claimdesk.core.policy.limits import Limits
from claimdesk.core.policy.loader import shipped_rules, verify
from claimdesk.core.policy.look import Look, finding_of
from claimdesk.core.policy.matching import Reading, rule_hits
from claimdesk.core.policy.message import Message
from claimdesk.core.policy.network import shipped_network
from claimdesk.core.policy.own_choices import (
    SwitchedOff,
    can_switch_off,
    checked,
    keep_off,
    keep_words,
    read_off,
    read_words,
    with_word,
)
from claimdesk.core.policy.quotations import quotations, without_quotations
from claimdesk.core.policy.schema import PolicyRule
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience, Finding

if TYPE_CHECKING:
    from claimdesk.core.shop.shop import Shop

LONGEST_TEXT = 8_000  # characters looked at; a longer text gets a finding that says so
_ALWAYS = ("any", "en", "zh")
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Policy:
    """All rules, those aside that the owner of a shop has switched off; `check` never raises for any text."""

    def __init__(self, rules: tuple[PolicyRule, ...], limits: Limits, shop: Shop | None = None) -> None:
        self._rules = rules
        self._by_id = {rule.id: rule for rule in rules}
        self._shop = shop
        self.limits = limits
        self._about_reviews = {rule.id for rule in rules if rule.asks_for_review}
        # Both are only ever replaced as a whole: the reading lane sees them before or after a change, never half of it.
        self._off: Mapping[str, SwitchedOff] = read_off(shop, self._by_id) if shop is not None else {}
        self._words = read_words(shop) if shop is not None else frozenset[str]()

    @classmethod
    def load(cls, shop: Shop | None = None) -> Self:
        """The shipped rules, with what the owner of a shop has set.

        Raises Problem `knowledge_faulty` or `policy_expression` when a file is damaged.
        """
        return cls(shipped_rules(), Limits.load(), shop)

    def prepare(self) -> None:
        """Compiles every expression now (about half a second) rather than at the first check.

        Raises Problem `policy_expression` or `condition_faulty` for a rule that cannot work.
        """
        verify(self._rules)
        learnt()
        shipped_network()

    def rules(self) -> tuple[PolicyRule, ...]:
        """Every rule there is."""
        return self._rules

    def applying(self, platform: str, audience: Audience) -> tuple[PolicyRule, ...]:
        """The rules that speak about messages to this audience on this platform and are not switched off."""
        return tuple(rule for rule in self._rules if rule.applies(platform, audience) and rule.id not in self._off)

    def off_here(self, platform: str, audience: Audience) -> tuple[str, ...]:
        """The ids of rules that would speak about such messages but are switched off."""
        return tuple(rule.id for rule in self._rules if rule.applies(platform, audience) and rule.id in self._off)

    def off(self, rule_id: str) -> SwitchedOff | None:
        """Why a rule is switched off; None for one that counts."""
        return self._off.get(rule_id)

    def can_switch_off(self, rule_id: str) -> bool:
        """Whether the owner may switch a rule off. Raises Problem `policy_rule_unknown`."""
        return can_switch_off(self._rule(rule_id))

    def switch_off(self, rule_id: str, reason: str, at: datetime) -> None:
        """Let a rule be silent in every check from now on; the reason is kept.

        Raises Problem `policy_rule_unknown`, `rule_blocks` (such a rule always counts), `off_reason_missing`.
        """
        self._keep_off(rule_id, checked(self._rule(rule_id), reason, at))

    def switch_on(self, rule_id: str) -> None:
        """Let a rule count again. Raises Problem `policy_rule_unknown`."""
        self.restore_off(rule_id, None)

    def restore_off(self, rule_id: str, off: SwitchedOff | None) -> None:
        """Put back what `off` gave before a change, for Undo. Raises Problem `policy_rule_unknown`, `rule_blocks`."""
        if off is not None and not self.can_switch_off(rule_id):
            raise Problem("rule_blocks", rule=rule_id)
        self._keep_off(self._rule(rule_id).id, off)

    def _keep_off(self, rule_id: str, off: SwitchedOff | None) -> None:
        if self._shop is not None:
            keep_off(self._shop, rule_id, off)
        others = {key: value for key, value in self._off.items() if key != rule_id}
        self._off = {**others, rule_id: off} if off is not None else others

    def _rule(self, rule_id: str) -> PolicyRule:
        if rule_id not in self._by_id:
            raise Problem("policy_rule_unknown", rule=rule_id)
        return self._by_id[rule_id]

    def own_words(self) -> frozenset[str]:
        """Words that the owner says are spelt right, in lower case."""
        return self._words

    def add_word(self, word: str) -> None:
        """Let a word count as spelt right, in every language. Raises Problem `word_faulty`, `words_full`."""
        self._keep_words(with_word(self._words, word))

    def remove_word(self, word: str) -> None:
        """Forget one of the owner's words; nothing happens when it is none."""
        self._keep_words(self._words - {word.strip().lower()})

    def _keep_words(self, words: frozenset[str]) -> None:
        if self._shop is not None:
            keep_words(self._shop, words)
        self._words = words

    def asks_for_review(self, text: str, language: str) -> bool:
        """Whether a message asks for a review: what `known["review_requests"]` counts among the messages sent."""
        folded = masked(fold(text[:LONGEST_TEXT]), ())
        spoken = dict.fromkeys((*_ALWAYS, language[:2]))
        reading = Reading(folded.text)
        return any(rule_hits(rule, reading, spoken) for rule in self._rules if rule.id in self._about_reviews)

    def check(
        self, text: str, *, audience: Audience, platform: str, language: str, known: Mapping[str, str] = _NOTHING
    ) -> tuple[Finding, ...]:
        """Everything to look at in a message, in order of position; positions are characters of `text`.

        `known` holds what the order and the case say (`variables.order_values`, `tracking`, `refunded`…): identifiers
        in it are no contact details, and rules about contradictions compare with it.
        """
        facts = {name: str(value) for name, value in known.items() if value not in (None, "")}
        head = text[:LONGEST_TEXT]
        folded = masked(fold(head), (facts[name] for name in masked_names() if name in facts and _plain(facts[name])))
        quoted: list[tuple[int, int]] = []
        if audience == Audience.BUYER:
            folded = without_harmless_names(folded, platform)
        else:
            quoted = [folded.span(*span) for span in quotations(folded)]
            folded = without_quotations(folded)
        limit = self.limits.characters(platform, audience)
        message = Message(text, folded, audience, platform, language, facts, limit, self._words)
        spoken = (*_ALWAYS, language[:2]) if language[:2] not in _ALWAYS else _ALWAYS
        look = Look(message, Reading(folded.text, language), head, spoken, quoted)
        applying = [rule for rule in self.applying(platform, audience) if _known_enough(rule, facts)]
        rules = {rule.id: rule for rule in applying if not rule.reads_like}
        found = {rule.id: look.at(rule) for rule in rules.values()}
        findings = [
            finding_of(rule, span, text, language)
            for rule in rules.values()
            for span in found[rule.id]
            if not look.touches(span, (other for name in rule.weaker_than for other in found.get(name, ())))
        ]
        weighing = [rule for rule in applying if rule.reads_like]
        if weighing:
            weigh = look.weighed if audience == Audience.BUYER else look.with_letter
            findings = weigh(findings, weighing)
        return tuple(sorted(findings, key=lambda f: (f.start, f.end, f.rule)))


def _known_enough(rule: PolicyRule, facts: Mapping[str, str]) -> bool:
    return not rule.when or (names_in(rule.when) <= facts.keys() and holds(rule.when, facts))


def _plain(value: str) -> bool:
    """Whether a known value may be blanked: never one that holds an address or a link itself."""
    return not any(mark in value.lower() for mark in ("@", "://", "www.", "whatsapp", "wechat"))
