"""The shipped files about remedies, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from claimdesk.core.knowledge.shipped import read_knowledge, shipped
from claimdesk.core.remedies.schema import (
    AssumptionFile,
    AssumptionText,
    CurrencyFile,
    DefectModel,
    FeeFile,
    FeeRow,
    OptionFile,
    OptionText,
    RuleFile,
)


@dataclass(frozen=True, slots=True)
class RemedyKnowledge:
    """What the program knows about remedies, besides the shop's own figures."""

    options: tuple[OptionText, ...]
    close_under: Decimal
    rules: RuleFile
    assumptions: tuple[AssumptionText, ...]
    fees: tuple[FeeRow, ...]
    defects: DefectModel
    per_usd: Mapping[str, Decimal]
    rates_source: str = ""
    rates_checked: str = ""

    @classmethod
    def load(cls, folder: Path | None = None) -> RemedyKnowledge:
        """The shipped knowledge, or that of another folder. Raises Problem `knowledge_faulty` for a faulty file."""
        folder = folder or shipped("resources") / "remedies"
        options = read_knowledge(folder / "options.toml", OptionFile)
        rates = read_knowledge(folder / "currencies.toml", CurrencyFile)
        return cls(
            options=options.options,
            close_under=options.close_under,
            rules=read_knowledge(folder / "rules.toml", RuleFile),
            assumptions=read_knowledge(folder / "assumptions.toml", AssumptionFile).assumptions,
            fees=read_knowledge(folder / "fees.toml", FeeFile).fees,
            defects=read_knowledge(folder / "defects.toml", DefectModel),
            per_usd=rates.per_usd,
            rates_source=rates.source,
            rates_checked=rates.checked.isoformat(),
        )

    def fees_of(self, platform: str) -> FeeRow:
        """A platform's fees, or those of the row that serves the others."""
        return next((row for row in self.fees if row.platform == platform), self.fees[-1])
