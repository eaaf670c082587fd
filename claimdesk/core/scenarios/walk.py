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
    proven: tuple[str, ...] = ()  # facts that are true once the step is done as answered


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
    What was answered in another scenario counts where it is a question that stays in this one; a message or a wait
    of another scenario is not done here.
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
        options = offered(step, values)
        disabled = forbidden(options, values)
        answer = _answer(scenario, step, options, answers.get(step.id)) if current is None else None
        state: State = "done" if answer else "current" if current is None else "ahead"
        prefill, because = _prefill(options, disabled, values)
        taken = answer.option if answer else prefill or _first(options, disabled)
        path.append(
            PathStep(
                step=step,
                number=len(path) + 1,
                state=state,
                answer=answer.option if answer else "",
                check_again=answer.check_again if answer else False,
                prefill=prefill,
                because=because,
                conditional=bool(step.when),
                options=options,
                disabled=disabled,
                proven=enter(values, step, taken),
            )
        )
        if state == "current":
            current = step.id
        option = next((o for o in options if o.id == taken), None)
        if answer and option is not None and option.go:
            goes = option.go
            break
        if step.kind == "outcome":
            break
        position = following(scenario, position, option)
    return Walk(tuple(path), current, goes)


def enter(values: dict[str, Any], step: Step, taken: str) -> tuple[str, ...]:
    """Let later conditions see an answer, and what is true once the step is done; the names of those facts."""
    values[step.id] = taken
    proven = () if taken == SKIPPED else tuple(fact for fact, when in step.proves.items() if holds(when, values))
    values.update(dict.fromkeys(proven, True))
    return proven


def following(scenario: Scenario, position: int, option: Option | None) -> int:
    """The position after a step that is left by an option.

    A jump only ever leads ahead, so that every walk ends; the loader refuses files where it does not.
    """
    target = (option.next if option else "") or scenario.steps[position].next
    if target:
        return next((i for i, step in enumerate(scenario.steps) if step.id == target and i > position), position + 1)
    return position + 1


def offered(step: Step, values: Mapping[str, Any]) -> tuple[Option, ...]:
    """The options whose condition holds; the one option `done` of a step that has none."""
    if not step.options:
        return (_DONE_OPTION,)
    return tuple(option for option in step.options if holds(option.when, values))


def forbidden(options: tuple[Option, ...], values: Mapping[str, Any]) -> dict[str, Bilingual]:
    """The options that cannot be chosen, by id, and why."""
    found: dict[str, Bilingual] = {}
    for option in options:
        for condition, reason in option.forbidden.items():
            if holds(condition, values):
                found[option.id] = reason
                break
    return found


def _answer(scenario: Scenario, step: Step, options: tuple[Option, ...], answer: Answer | None) -> Answer | None:
    """The answer where it counts for this step, else None."""
    if answer is None:
        return None
    option = next((option for option in options if option.id == answer.option), None)
    if answer.scenario not in ("", scenario.id):
        return answer if step.kind == "question" and option is not None and not option.go else None
    # A remedy may be left without naming one, as in cases from before its choice was an answer.
    unnamed = answer.option == DONE and step.kind == "remedy"
    return answer if option is not None or unnamed or (answer.option == SKIPPED and can_skip(step)) else None


def can_skip(step: Step) -> bool:
    """Whether a step may be left without doing it: everything but questions and outcomes."""
    return step.kind not in ("question", "outcome")


def _prefill(
    options: tuple[Option, ...], disabled: Mapping[str, Bilingual], values: Mapping[str, Any]
) -> tuple[str, Bilingual | None]:
    for option in options:
        if option.prefill and option.id not in disabled and holds(option.prefill, values):
            better = next((text for when, text in option.because_if.items() if holds(when, values)), option.because)
            return option.id, told(better, values) if better else None
    return "", None


def _first(options: tuple[Option, ...], disabled: Mapping[str, Bilingual]) -> str:
    # Options that stay in this scenario come first: a guess about what lies ahead should not leave it.
    stay = [o.id for o in options if o.id not in disabled and not o.go]
    return stay[0] if stay else next((o.id for o in options), DONE)
