"""What the files in `resources/remedies/` may say. Shares and amounts are texts, so that none becomes a float."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual

OptionId = Literal["keep", "partial", "resend", "return", "contest"]
Portion = Annotated[Decimal, Field(ge=0, le=1)]
Amount = Annotated[Decimal, Field(ge=0)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class OptionText(Knowledge):
    """One remedy: its name, the name beside a line of the chart, and what it is in one line."""

    id: OptionId
    title: Bilingual
    short: Bilingual
    line: Bilingual
    when: str = ""


class OptionFile(Knowledge):
    """All remedies. `close_under` is the difference below which the operator is asked to look again."""

    close_under: Portion
    options: tuple[OptionText, ...]


class Signal(Knowledge):
    """A name for a condition over facts, answers and the signals before it."""

    id: Name
    when: str


class Rule(Knowledge):
    """A hard rule: `forbids` disables remedies with the reason, `notes` puts the reason under their names."""

    id: Name
    forbids: tuple[OptionId, ...] = ()
    notes: tuple[OptionId, ...] = ()
    when: str
    tone: Literal["plain", "ok", "danger"] = "plain"
    reason: Bilingual
    source: str
    checked: date


class RuleFile(Knowledge):
    """Rules in the order of their weight: the first that holds gives the reason. Reminders stand under the list."""

    signals: tuple[Signal, ...] = ()
    rules: tuple[Rule, ...]
    reminders: tuple[Rule, ...] = ()


class AssumptionCase(Knowledge):
    """Another default where a condition holds."""

    when: str
    usd: Amount | None = None
    share: Portion | None = None
    of_revenue: Portion | None = None

    @model_validator(mode="after")
    def _one_value(self) -> AssumptionCase:
        if sum(value is not None for value in (self.usd, self.share, self.of_revenue)) != 1:
            raise ValueError("one of usd, share, of_revenue")
        return self


class AssumptionText(AssumptionCase):
    """One assumption with its default. `main` ones are always shown; `called` is its name on a platform that has one.

    `risk` says what the chance that it comes true is called among the costs, `risk_called` on a platform of its own.
    """

    id: Name
    when: str = ""
    kind: Literal["money", "share"]
    label: Bilingual
    called: dict[str, Bilingual] = Field(default_factory=dict)
    risk: Bilingual | None = None
    risk_called: dict[str, Bilingual] = Field(default_factory=dict)
    main: bool = False
    source: str
    checked: date
    cases: tuple[AssumptionCase, ...] = ()

    @model_validator(mode="after")
    def _fits_kind(self) -> AssumptionText:
        for value in (self, *self.cases):
            if (value.share is not None) != (self.kind == "share"):
                raise ValueError(f"the default of {self.id} does not fit its kind")
        return self


class AssumptionFile(Knowledge):
    """All assumptions, in the order in which they are shown."""

    assumptions: tuple[AssumptionText, ...]


class FeeRow(Knowledge):
    """A platform's referral fee and what it keeps of it on a refund; caps by currency, in major units."""

    platform: str
    referral: Portion
    kept_share: Portion
    kept_cap: dict[str, Amount] = Field(default_factory=dict)
    media_kept: bool = True  # False: nothing is kept of a full refund of media
    confidence: Literal["high", "medium", "low"]
    source: str
    checked: date


class FeeFile(Knowledge):
    """Fees by platform; the row without a platform serves the others."""

    fees: tuple[FeeRow, ...]


class DefectStep(Knowledge):
    """The chance of trouble while the rate is below a value."""

    below: Portion
    chance: Portion


class SimilarCases(Knowledge):
    """Outcomes by which similar cases count as lost or won, and how many are enough to tell."""

    enough: int = Field(gt=0)
    lost: tuple[str, ...]
    won: tuple[str, ...]


class DefectModel(Knowledge):
    """How the cost of a defect is estimated."""

    window_days: int = Field(gt=0)
    target: Portion
    worst: Portion
    risk_factor: Decimal = Field(ge=Decimal("0.05"), le=Decimal("0.25"))
    steps: tuple[DefectStep, ...]
    similar: SimilarCases
    source: str
    checked: date


class CurrencyFile(Knowledge):
    """Units of each currency that make about one US dollar."""

    per_usd: dict[str, Annotated[Decimal, Field(gt=0)]]
    source: str
    checked: date


class YesWords(Knowledge):
    """How a cell says yes."""

    words: tuple[str, ...]


class CostSheetWords(Knowledge):
    """The headings under which a sheet of costs names each field."""

    columns: dict[
        Literal["sku", "currency", "unit_cost", "reship", "return_label", "referral", "media", "notes"], tuple[str, ...]
    ]
    yes: YesWords
