"""How a case can end: what each outcome does to money and to the order defect rate."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge, read_knowledge, shipped_files
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.schema import ClockUse


class Outcome(Knowledge):
    """One way a case ends. `odr` unknown is asked, never guessed; `money` says who bears the amount."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: Bilingual
    words: tuple[str, ...] = ()  # how a platform's mail says it
    odr: Literal["counts", "not_counted", "unknown"]
    money: Literal["none", "lost", "part", "platform", "recovered", "goods"]
    good: bool  # ended without loss
    told: bool = False  # the platform's decision says whether it counts; a notice silent on it leaves that unknown
    next: Bilingual
    source: str
    checked: date

    @property
    def end(self) -> str:
        """The group it is counted in: won, withdrawn, platform, refunded, lost, goods."""
        if self.money in ("platform", "recovered"):
            return "platform"
        if self.money == "goods":
            return "goods"
        if self.money == "none":
            return "withdrawn" if "withdraw" in self.id else "won"
        return "lost" if self.id.startswith(("granted", "debited", "appeal", "chargeback")) else "refunded"


class Follow(ClockUse):
    """What some outcomes start: something to do, with its clock, after the case is closed.

    `after` names the outcomes. `starts` may also be `decided`, the moment of the decision. `when` is a condition over
    facts, answers, and `scenario`, `family`, `effect` (on the defect rate). Where the platform has no rule, nothing
    starts. `asks` is what ending it wants to know: the effect on the defect rate, or a note. `go` is the scenario in
    which it is done, `way` what going there is called.
    """

    after: tuple[str, ...] = Field(min_length=1)
    starts: tuple[str, ...] = ("decided",)
    why: Bilingual
    asks: Literal["", "effect", "note"] = ""
    go: str = Field(default="", pattern=r"^([A-Z]\d{2})?$")
    way: Bilingual | None = None


class OutcomeFile(Knowledge):
    """Outcomes of one kind, and what follows from outcomes. `without_rate`: platforms that know no defect rate."""

    outcomes: tuple[Outcome, ...] = ()
    follow: tuple[Follow, ...] = ()
    without_rate: tuple[str, ...] = ()


class Outcomes:
    """Every outcome, by id, and what follows from it."""

    def __init__(
        self, outcomes: tuple[Outcome, ...], follow: tuple[Follow, ...] = (), without_rate: tuple[str, ...] = ()
    ) -> None:
        self._by_id = {outcome.id: outcome for outcome in outcomes}
        self._follow = {each.id: each for each in follow}
        self._without_rate = without_rate

    @classmethod
    def load(cls) -> Outcomes:
        """The shipped outcomes. Raises Problem for a faulty file."""
        files = [read_knowledge(path, OutcomeFile) for path in shipped_files("resources", "outcomes")]
        return cls(
            tuple(outcome for file in files for outcome in file.outcomes),
            tuple(each for file in files for each in file.follow),
            tuple(platform for file in files for platform in file.without_rate),
        )

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

    def follow(self) -> tuple[Follow, ...]:
        """Everything that outcomes can start, in the order of the files."""
        return tuple(self._follow.values())

    def follow_up(self, follow_id: str) -> Follow | None:
        """What is started under this id; None when a file knows it no longer."""
        return self._follow.get(follow_id)

    def effect(self, outcome_id: str, platform: str, *, silent: bool = False) -> str:
        """What an outcome does to a platform's defect rate: counts, not_counted, unknown.

        A `silent` notice says nothing of it: then only what holds for every such outcome is known. Raises Problem
        `outcome_unknown`.
        """
        outcome = self.get(outcome_id)
        if platform in self._without_rate:
            return "not_counted"
        return "unknown" if silent and outcome.told else outcome.odr
