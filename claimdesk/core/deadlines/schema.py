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


class DeadlineRule(Knowledge):
    """One clock. `safe` is the strictest text found, `outer` the loosest (absent: the same as safe).

    `zone` is `marketplace` or an IANA name. `confidence` low shows "please verify". Region entries of `regions`
    empty means everywhere.
    """

    id: str
    platform: str
    regions: tuple[str, ...] = ()
    title: Bilingual
    trigger: Bilingual
    safe: Span
    outer: Span | None = None
    zone: str = "marketplace"
    watch: bool = False  # something to expect rather than something to do
    pick: Literal["", "earliest", "latest"] = ""  # of several inputs, which one counts
    inputs: tuple[Trigger, ...] = ()
    source: str
    confidence: Literal["high", "medium", "low"]
    checked: date


class DeadlineFile(Knowledge):
    """One platform's rules."""

    rules: tuple[DeadlineRule, ...]
