"""How a case can end: what each outcome does to money and to the order defect rate."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped_files
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem


class Outcome(Knowledge):
    """One way a case ends. `odr` unknown is asked, never guessed; `money` says who bears the amount."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Bilingual
    words: tuple[str, ...] = ()  # how a platform's mail says it
    odr: Literal["counts", "not_counted", "unknown"]
    money: Literal["none", "lost", "part", "platform", "recovered", "goods"]
    good: bool  # ended without loss
    next: Bilingual
    source: str
    checked: date


class OutcomeFile(Knowledge):
    """Outcomes of one kind."""

    outcomes: tuple[Outcome, ...]


class Outcomes:
    """Every outcome, by id."""

    def __init__(self, outcomes: tuple[Outcome, ...]) -> None:
        self._by_id = {outcome.id: outcome for outcome in outcomes}

    @classmethod
    def load(cls) -> Outcomes:
        """The shipped outcomes. Raises Problem for a faulty file."""
        files = (read_knowledge(path, OutcomeFile) for path in shipped_files("resources", "outcomes"))
        return cls(tuple(outcome for file in files for outcome in file.outcomes))

    def all(self) -> tuple[Outcome, ...]:
        """Every outcome, in the order of the files."""
        return tuple(self._by_id.values())

    def find(self, outcome_id: str) -> Outcome | None:
        """The outcome with this id; None when there is none."""
        return self._by_id.get(outcome_id)

    def get(self, outcome_id: str) -> Outcome:
        """The outcome with this id. Raises Problem `outcome_unknown`."""
        if outcome_id not in self._by_id:
            raise Problem("outcome_unknown", outcome=outcome_id)
        return self._by_id[outcome_id]
