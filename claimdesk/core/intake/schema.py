"""What the files in `resources/intake/` may say."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator

from claimdesk.core.knowledge.shipped import Knowledge

Words = tuple[str, ...]
_HOUR: Final = r"^(?:[01]\d|2[0-4]):[0-5]\d$"


class QuotingFile(Knowledge):
    """How mail programs mark forwards and answers. Marks are expressions, header names plain words."""

    forward_marks: Words
    forward_subjects: Words
    reply_subjects: Words
    quote_marks: Words
    headers: dict[Literal["from", "to", "subject", "date"], Words]
    # How platforms set off the buyer's own words; between rows of dashes, before them, after them, in such a row.
    begins: Words = Field(min_length=1)
    ends: Words = Field(min_length=1)
    before: Words = Field(min_length=1)
    after: Words = Field(min_length=1)
    named: Words = Field(min_length=1)


class PartOfDay(Knowledge):
    """Words for a part of the day (expressions), and between which hours `HH:MM` a time called so may lie."""

    words: Words = Field(min_length=1)
    of_day: Words = ()
    first: str = Field(pattern=_HOUR)
    last: str = Field(pattern=_HOUR)


class DaysFile(Knowledge):
    """How days and hours are printed: all lists are expressions, zones lead to IANA's names.

    `not_zones`: language -> zones that are ordinary words of it.
    """

    source: str = Field(min_length=1)
    checked: date
    day_first: Words
    month_first: Words
    ordinals: Words = Field(min_length=1)
    ordinals_before_month: Words = Field(min_length=1)
    before_month: Words = Field(min_length=1)
    before_year: Words = Field(min_length=1)
    before_hour: Words = Field(min_length=1)
    behind_hour: Words = Field(min_length=1)
    before_day: Words = Field(min_length=1)
    fillers: Words = Field(min_length=1)
    weekdays: Words = Field(min_length=1)
    filler_zones: Words = Field(min_length=1)
    parts: tuple[PartOfDay, ...] = Field(min_length=1)
    zones: dict[str, str]
    zones_before: dict[str, str]
    not_zones: dict[str, Words]

    @field_validator("zones", "zones_before")
    @classmethod
    def _known(cls, zones: dict[str, str]) -> dict[str, str]:
        for name in zones.values():
            try:
                ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError) as error:
                raise ValueError(f"no zone of the world: {name}") from error
        return zones


class LanguageFile(Knowledge):
    """How one language says things. All lists hold expressions, `~` for a gap; `common` plain words to know it by."""

    language: str
    common: Words
    breaks: Words
    supposing: Words
    possible: Words
    negation_before: Words
    negation_after: Words
    negation_reach: int = Field(default=16, gt=0)  # characters after a deed in which a "not" still denies it
    order_label: Words
    number_joints: Words  # between the word for an order and its number
    reference_label: Words
    amount_label: Words
    amount_not: Words
    respond_cue: Words
    until_cue: Words
    until_after: Words = ()
    within_cue: Words
    within_after: Words = ()
    not_deadline: Words
    others_turn: Words = ()  # before a time that is the buyer's, not the shop's
    abbreviations: Words = ()  # whose point ends no sentence
    reason_label: Words
    hours: Words
    days: Words
    business_days: Words
    weeks: Words
    numbers: dict[str, int]
    concepts: dict[str, Words]
    reasons: dict[str, Words]


class KindRule(Knowledge):
    """Concepts that together make a mail of one kind. `leading`: only in the subject or the first lines."""

    kind: str
    weight: int = Field(gt=0)
    all: Words
    with_: Words = Field(default=(), alias="with")
    without: Words = ()
    absent: Words = ()
    subject_extra: int = 0
    leading: bool = False


class KindsFile(Knowledge):
    """The rules, strongest wins. `requests` can be denied or supposed as deeds can; a "please" leaves them as they are."""

    deeds: Words
    requests: Words
    denied_by_themselves: Words
    trouble: Words
    subject_bonus: int
    rules: tuple[KindRule, ...]


class Domain(Knowledge):
    """A sender domain: mails from it and its subdomains come from this marketplace."""

    name: str
    marketplace: str


class PlatformFile(Knowledge):
    """One platform: how it is recognised, what its order numbers look like, which clock a notice starts.

    `numbers` match anywhere; `labelled` only behind the word for an order. `claims` is the kind of a claim that names
    no reason to tell its kind by. `reasons` map a claim's reason to its kind.
    """

    platform: str
    domains: tuple[Domain, ...]
    brands: Words
    words: Words
    relay: str = ""
    numbers: Words = ()
    labelled: Words = ()
    opened: str = "claim_filed"
    opened_by_reason: dict[str, str] = {}
    own_copy: Words = ()
    clocks: dict[str, str] = {}


class CurrencyFile(Knowledge):
    """How currencies are written."""

    tokens: dict[str, Words]
    open: dict[str, Words]
