"""What a scenario file in `resources/scenarios/` may say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from claimdesk.core.knowledge.shipped import Knowledge
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.replies import Audience

StepKind = Literal["question", "instruction", "evidence", "remedy", "message", "wait", "outcome"]
Phase = Literal["understand", "collect", "decide", "act", "follow_up"]
Strength = Literal["strong", "fixable", "weak", "undecided", "none"]
Odr = Literal["counts", "not_counted", "unknown"]


class Option(Knowledge):
    """One way to leave a step.

    `next` jumps ahead to a later step (default: the following one), `go` leaves for another scenario.
    `prefill` is a condition over facts and earlier answers: when it holds the option is preselected, and
    `because` says why; it may quote facts in braces, as in `{delivered_at}`.
    `outcome` names an entry of `resources/outcomes/` and is required on the options of an outcome step.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Bilingual
    leads: Bilingual | None = None
    strength: Strength = "none"
    next: str = ""
    go: str = ""
    when: str = ""  # offered only when this holds
    prefill: str = ""
    because: Bilingual | None = None
    outcome: str = ""
    because_if: dict[str, Bilingual] = Field(default_factory=dict)  # condition -> what tells more than `because`
    forbidden: dict[str, Bilingual] = Field(default_factory=dict)  # condition -> why the option is then disabled
    says: dict[str, Bilingual] = Field(default_factory=dict)  # value of a letter -> the words that this answer gives it


class EvidenceItem(Knowledge):
    """One item of the checklist."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Bilingual
    why: Bilingual
    required: bool = False
    platforms: tuple[str, ...] = ()  # empty: every platform of the scenario


class Step(Knowledge):
    """One step. A question and an outcome list their options, a remedy those remedies that are compared.

    The options of a remedy are named as the remedies are (keep, partial, resend, return, contest), so that later
    conditions can ask for the choice. Every other step, and a remedy without options, is left by its one option `done`.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kind: StepKind
    phase: Phase
    title: Bilingual  # short, for the rail
    ask: Bilingual  # the question or headline of the centre
    why: Bilingual
    do: tuple[Bilingual, ...] = ()  # what to do, in order
    dont: tuple[Bilingual, ...] = ()
    when: str = ""  # conditional step: part of the path only when this holds (facts, and answers by step id)
    next: str = ""  # where `done` leads; default: the following step
    options: tuple[Option, ...] = ()
    items: tuple[EvidenceItem, ...] = ()  # evidence
    audience: Audience | None = None  # message
    templates: tuple[str, ...] = ()  # message: first fitting one is the default
    wait_for: Literal["", "buyer", "platform", "carrier", "time"] = ""  # wait
    proves: dict[str, str] = Field(default_factory=dict)  # facts that are true once it is done -> condition, or ""
    paste_where: Bilingual | None = None  # message: where in the platform's pages it goes
    source: str = ""


class ClockUse(Knowledge):
    """A deadline that runs in this scenario.

    `rule` maps a platform to a rule id of `resources/deadlines/`; `default` serves the others; a platform
    with an empty rule has none. `starts` is `opened`, `fact:<name of a fact holding an instant>`,
    `done:<step>`, or `option:<step>=<option>`; several are tried in order, the first that is known counts.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    rule: dict[str, str]
    starts: tuple[str, ...] = ("opened",)
    met_by: tuple[str, ...] = ()  # steps whose completion stops it
    when: str = ""
    action: Bilingual


class Suggestion(Knowledge):
    """When the router offers the scenario: a condition over facts, how well it fits (0 to 100), and why in words."""

    when: str
    score: int = Field(ge=0, le=100)
    because: Bilingual


class Scenario(Knowledge):
    """One scenario, from the first question to the outcome."""

    id: str = Field(pattern=r"^[A-Z][A-Z0-9_]*$")
    version: int = 1
    checked: date
    family: Literal["not_received", "not_as_described", "returns", "claims", "chargebacks", "feedback", "service"]
    platforms: tuple[str, ...]
    title: Bilingual
    purpose: Bilingual
    brief: tuple[str, ...] = ()  # items of the brief it covers
    sources: tuple[str, ...] = ()
    elsewhere: Bilingual | None = None  # why it is not offered on the other platforms
    suggest: tuple[Suggestion, ...] = ()
    clocks: tuple[ClockUse, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=2)

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
