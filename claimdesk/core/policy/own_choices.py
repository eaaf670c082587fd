"""What the owner of a shop has set about the message check: rules switched off with the reason, and words of her own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from claimdesk.core.policy.schema import PolicyRule
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Severity

if TYPE_CHECKING:
    from claimdesk.core.shop.shop import Shop

PREFIX = "policy.off."
WORDS = "policy.words"
_MOST_WORDS = 5_000
_WORD = re.compile(r"[^\W\d_]{2,60}(?:['’-][^\W\d_]{1,60})*")


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """Why a rule is switched off, and since when (UTC)."""

    reason: str
    at: datetime


def can_switch_off(rule: PolicyRule) -> bool:
    """Whether the owner may switch a rule off: never one that blocks."""
    return rule.severity is not Severity.BLOCK


def checked(rule: PolicyRule, reason: str, at: datetime) -> SwitchedOff:
    """What can be kept. Raises Problem `rule_blocks`, `off_reason_missing`."""
    if not can_switch_off(rule):
        raise Problem("rule_blocks", rule=rule.id)
    if not reason.strip():
        raise Problem("off_reason_missing")
    return SwitchedOff(reason.strip(), at.astimezone(UTC))


def read_off(shop: Shop, rules: Mapping[str, PolicyRule]) -> dict[str, SwitchedOff]:
    """Every rule that is switched off; one that is not there any more, or blocks by now, is left out."""
    found: dict[str, SwitchedOff] = {}
    for key, said in shop.starting(PREFIX).items():
        rule = rules.get(key.removeprefix(PREFIX))
        off = _read(said) if rule is not None and can_switch_off(rule) else None
        if off is not None:
            found[key.removeprefix(PREFIX)] = off
    return found


def keep_off(shop: Shop, rule_id: str, off: SwitchedOff | None) -> None:
    """Keep that a rule is off; None switches it on."""
    shop.set(PREFIX + rule_id, None if off is None else {"reason": off.reason, "at": moment_text(off.at)})


def read_words(shop: Shop) -> frozenset[str]:
    """The owner's own words, in lower case."""
    said = shop.get(WORDS, [])
    return frozenset(str(word) for word in said) if isinstance(said, list) else frozenset()


def keep_words(shop: Shop, words: frozenset[str]) -> None:
    """Keep the owner's own words."""
    shop.set(WORDS, sorted(words))


def with_word(words: frozenset[str], word: str) -> frozenset[str]:
    """The words with one more, in lower case. Raises Problem `word_faulty` for what is no word, `words_full`."""
    plain = word.strip().lower().replace("’", "'")
    if not _WORD.fullmatch(plain):
        raise Problem("word_faulty", word=word.strip()[:60])
    if plain not in words and len(words) >= _MOST_WORDS:
        raise Problem("words_full", most=_MOST_WORDS)
    return words | {plain}


def _read(said: Any) -> SwitchedOff | None:
    try:
        return SwitchedOff(str(said["reason"]), datetime.fromisoformat(str(said["at"])))
    except (TypeError, KeyError, ValueError):
        return None
