"""A rule's lengths, confidence and origin in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from claimdesk.core.deadlines.own_rules import OwnRule
    from claimdesk.core.deadlines.schema import DeadlineRule, Span

UNITS = ("minutes", "hours", "cal_days", "biz_days")


@dataclass(frozen=True, slots=True)
class ShownRule:
    """A rule as it counts, as its file has it, and what the owner set."""

    rule: DeadlineRule
    shipped: DeadlineRule
    own: OwnRule | None
    editable: bool


class RuleWords(QObject):
    """Words in the language shown now."""

    def unit(self, unit: str) -> str:
        """The unit as a field offers it."""
        return {
            "minutes": self.tr("minutes"), "hours": self.tr("hours"), "cal_days": self.tr("days"),
            "biz_days": self.tr("business days"), "date": self.tr("on the day"),
        }.get(unit, unit)  # fmt: skip

    def span(self, span: Span) -> str:
        """`48 h`, `3 days`, `2 business days`."""
        many = {
            "minutes": self.tr("{0} min"), "hours": self.tr("{0} h"), "cal_days": self.tr("{0} days"),
            "biz_days": self.tr("{0} business days"),
        }  # fmt: skip
        one = {"cal_days": self.tr("1 day"), "biz_days": self.tr("1 business day")}
        if span.unit == "date":
            return self.tr("the day itself")
        if span.amount == 1 and span.unit in one:
            return one[span.unit]
        return many[span.unit].format(span.amount)

    def safe(self, rule: DeadlineRule) -> str:
        """The strict end; of several triggers the first that is over, or the last."""
        if rule.inputs:
            return self.tr("the earliest of {0}") .format(len(rule.inputs)) if rule.pick == "earliest" else (
                self.tr("the latest of {0}").format(len(rule.inputs)))  # fmt: skip
        return self.span(rule.safe)

    def outer(self, rule: DeadlineRule) -> str:
        """The loose end, empty where it is the same."""
        return "" if rule.inputs or rule.outer is None or rule.outer == rule.safe else self.span(rule.outer)

    def confidence(self, confidence: str) -> str:
        """How sure the source is."""
        return {"high": self.tr("High"), "medium": self.tr("Medium"), "low": self.tr("please verify")}.get(
            confidence, ""
        )

    def where(self, rule: DeadlineRule) -> str:
        """Where the rule holds."""
        return ", ".join(rule.regions) if rule.regions else self.tr("everywhere")
