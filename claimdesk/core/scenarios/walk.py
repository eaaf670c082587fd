"""The walk: a pure fold of answers over a scenario. No clock, no database, no window in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from claimdesk.core.knowledge.conditions import holds
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Answer
from claimdesk.core.records.facts import FactValue
from claimdesk.core.scenarios.schema import Option, Scenario, Step
from claimdesk.core.scenarios.telling import told

DONE = "done"
SKIPPED = "skipped"
State = Literal["done", "current", "ahead"]


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of the path: what it offers, what was answered, and what the facts already answer."""

    step: Step
    number: int
    state: State
    answer: str
    check_again: bool
    prefill: str
    because: Bilingual | None
    conditional: bool
    options: tuple[Option, ...]
    disabled: Mapping[str, Bilingual]  # option id -> why it cannot be chosen here


@dataclass(frozen=True, slots=True)
class Walk:
    """The path so far and, as far as defaults tell, ahead.

    `current` is None at the end; `goes` names the scenario that an answer leaves for.
    """

    path: tuple[PathStep, ...]
    current: str | None
    goes: str

    def at(self, step_id: str) -> PathStep | None:
        """The path's step with this id."""
        return next((step for step in self.path if step.step.id == step_id), None)


_DONE_OPTION = Option(id=DONE, label=Bilingual("Done", "完成"))


def walk(scenario: Scenario, facts: Mapping[str, FactValue], answers: Mapping[str, Answer]) -> Walk:
    """The path that these facts and answers make. Conditions see facts, and answers by step id.

    Steps before the current one carry their answers; steps ahead assume the default answer (what the facts
    prefill, else the first option offered), so that their number is the best guess of what it will take.
    """
    values: dict[str, Any] = dict(facts)
    path: list[PathStep] = []
    current: str | None = None
    position, goes = 0, ""
    while position < len(scenario.steps):
        step = scenario.steps[position]
        if not holds(step.when, values):
            position += 1
            continue
        answer = answers.get(step.id)
        options = _offered(step, values)
        disabled = _disabled(options, values)
        answered = answer is not None and current is None and _is_open(answer.option, step, options)
        state: State = "done" if answered else "current" if current is None else "ahead"
        prefill, because = _prefill(options, disabled, values)
        path.append(
            PathStep(
                step=step,
                number=len(path) + 1,
                state=state,
                answer=answer.option if answered and answer else "",
                check_again=bool(answered and answer and answer.check_again),
                prefill=prefill,
                because=because,
                conditional=bool(step.when),
                options=options,
                disabled=disabled,
            )
        )
        if state == "current":
            current = step.id
        taken = answer.option if answered and answer else prefill or _first(options, disabled)
        values[step.id] = taken
        option = next((o for o in options if o.id == taken), None)
        if answered and option is not None and option.go:
            goes = option.go
            break
        if step.kind == "outcome":
            break
        position = _next(scenario, position, (option.next if option else "") or step.next)
    return Walk(tuple(path), current, goes)


def _next(scenario: Scenario, position: int, target: str) -> int:
    # A jump only ever leads ahead, so that every walk ends; the loader refuses files where it does not.
    if target:
        return next((i for i, step in enumerate(scenario.steps) if step.id == target and i > position), position + 1)
    return position + 1


def _offered(step: Step, values: Mapping[str, Any]) -> tuple[Option, ...]:
    if not step.options:
        return (_DONE_OPTION,)
    return tuple(option for option in step.options if holds(option.when, values))


def _disabled(options: tuple[Option, ...], values: Mapping[str, Any]) -> dict[str, Bilingual]:
    found: dict[str, Bilingual] = {}
    for option in options:
        for condition, reason in option.forbidden.items():
            if holds(condition, values):
                found[option.id] = reason
                break
    return found


def _is_open(answer: str, step: Step, options: tuple[Option, ...]) -> bool:
    if answer == SKIPPED:
        return can_skip(step)
    return any(option.id == answer for option in options)


def can_skip(step: Step) -> bool:
    """Whether a step may be left without doing it: everything but questions and outcomes."""
    return step.kind not in ("question", "outcome")


def _prefill(
    options: tuple[Option, ...], disabled: Mapping[str, Bilingual], values: Mapping[str, Any]
) -> tuple[str, Bilingual | None]:
    for option in options:
        if option.prefill and option.id not in disabled and holds(option.prefill, values):
            return option.id, told(option.because, values) if option.because else None
    return "", None


def _first(options: tuple[Option, ...], disabled: Mapping[str, Bilingual]) -> str:
    # Options that stay in this scenario come first: a guess about what lies ahead should not leave it.
    stay = [o.id for o in options if o.id not in disabled and not o.go]
    return stay[0] if stay else next((o.id for o in options), DONE)
