"""What a deadline file in `resources/deadlines/` may say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual


class Span(Knowledge):
    """A length of time: exact elapsed hours (or minutes), calendar days, or business days of the marketplace's country.

    `date` is the day itself: an instant is meant as printed, a day until its end.
    """

    amount: int = Field(ge=0)
    unit: Literal["minutes", "hours", "cal_days", "biz_days", "date"]


class Trigger(Knowledge):
    """One of several events that a rule counts from: a fact that holds a moment, and the span from it."""

    fact: str
    span: Span


class Regional(Knowledge):
    """What is different in some regions; an absent `safe` is the rule's own, an absent `outer` the same as safe."""

    regions: tuple[str, ...] = Field(min_length=1)
    safe: Span | None = None
    outer: Span | None = None


class DeadlineRule(Knowledge):
    """One clock. `safe` is the strictest text found, `outer` the loosest (absent: the same as safe).

    `zone` is `marketplace` or an IANA name. `confidence` low shows "please verify". `regions` names regions or countries
    (US, UK, EU, AE…); empty means everywhere. `note` says what two ends cannot.
    """

    id: str
    platform: str
    regions: tuple[str, ...] = ()
    title: Bilingual
    trigger: Bilingual
    safe: Span
    outer: Span | None = None
    regional: tuple[Regional, ...] = ()
    note: Bilingual | None = None
    zone: str = "marketplace"
    watch: bool = False  # something to expect rather than something to do
    pick: Literal["", "earliest", "latest"] = ""  # of several inputs, which one counts
    inputs: tuple[Trigger, ...] = ()
    source: str
    confidence: Literal["high", "medium", "low"]
    checked: date

    def ends(self, region: str, country: str) -> tuple[Span, Span]:
        """The strict and the loose span in a region and country."""
        for own in self.regional:
            if region in own.regions or country in own.regions:
                return own.safe or self.safe, own.outer or own.safe or self.safe
        return self.safe, self.outer or self.safe


class DeadlineFile(Knowledge):
    """One platform's rules."""

    rules: tuple[DeadlineRule, ...]
