"""What the owner of a shop has set about deadline rules: other ends, with the reason, kept in the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimdesk.core.deadlines.schema import DeadlineRule, Span
from claimdesk.core.records.moments import moment_text
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.core.shop.shop import Shop

PREFIX = "deadlines.own."
LONGEST = {"minutes": 60 * 24 * 366, "hours": 24 * 366, "cal_days": 3 * 366, "biz_days": 3 * 261}


@dataclass(frozen=True, slots=True)
class OwnRule:
    """The owner's ends of one rule, in every region; why, and when this was set (UTC)."""

    safe: Span
    outer: Span
    reason: str
    at: datetime


def can_edit(rule: DeadlineRule) -> bool:
    """Whether the ends of a rule are lengths: not one of several triggers, nor a day that is printed somewhere."""
    return not rule.inputs and "date" not in {rule.safe.unit, (rule.outer or rule.safe).unit}


def with_own(rule: DeadlineRule, own: OwnRule | None) -> DeadlineRule:
    """The rule as it is counted: with the owner's ends in place of those of the file."""
    if own is None:
        return rule
    return rule.model_copy(update={"safe": own.safe, "outer": own.outer, "regional": ()})


def checked(rule: DeadlineRule, safe: Span, outer: Span, reason: str, at: datetime) -> OwnRule:
    """What can be kept. Raises Problem `rule_fixed`, `reason_missing`, `span_faulty`."""
    if not can_edit(rule):
        raise Problem("rule_fixed", rule=rule.id)
    if not reason.strip():
        raise Problem("reason_missing")
    for span in (safe, outer):
        if not 0 < span.amount <= LONGEST.get(span.unit, 0):
            raise Problem("span_faulty", amount=span.amount)
    return OwnRule(safe, outer, reason.strip(), at.astimezone(UTC))


def read_own(shop: Shop, rules: Mapping[str, DeadlineRule]) -> dict[str, OwnRule]:
    """Everything the owner has set, by rule; what no longer fits a rule is left out."""
    found: dict[str, OwnRule] = {}
    for key, said in shop.starting(PREFIX).items():
        rule = rules.get(key.removeprefix(PREFIX))
        own = _read(said) if rule is not None and can_edit(rule) else None
        if own is not None:
            found[key.removeprefix(PREFIX)] = own
    return found


def keep_own(shop: Shop, rule_id: str, own: OwnRule | None) -> None:
    """Keep the owner's ends of a rule; None forgets them."""
    said = None if own is None else {
        "safe": own.safe.model_dump(), "outer": own.outer.model_dump(), "reason": own.reason, "at": moment_text(own.at),
    }  # fmt: skip
    shop.set(PREFIX + rule_id, said)


def _read(said: Any) -> OwnRule | None:
    try:
        return OwnRule(
            Span.model_validate(said["safe"]), Span.model_validate(said["outer"]), str(said["reason"]),
            datetime.fromisoformat(str(said["at"])),
        )  # fmt: skip
    except (TypeError, KeyError, ValueError, ValidationError):
        return None
