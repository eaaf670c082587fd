"""All scenarios: the shipped ones, and the owner's own beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk.core.knowledge.conditions import names_in
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.router import Suggested, suggest
from claimdesk.core.scenarios.schema import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimdesk.core.records.facts import FactValue
    from claimdesk.core.scenarios.schema import Step

MOST_PATHS = 1_000_000


class Scenarios:
    """The scenarios by id; `faults` holds what was wrong with files of the owner that could not be used."""

    def __init__(self, scenarios: list[Scenario], faults: tuple[Problem, ...] = ()) -> None:
        self._by_id = {scenario.id: scenario for scenario in scenarios}
        self.faults = faults

    @classmethod
    def load(cls, extra: Path | None = None) -> Scenarios:
        """Shipped scenarios, then those of a folder, which may replace shipped ones by id.

        A faulty file of the folder is kept out and named in `faults`. Raises Problem for a faulty shipped file.
        """
        found = [
            check_scenario(read_knowledge(path, Scenario), path.name)
            for path in shipped_files("resources", "scenarios")
        ]
        faults: list[Problem] = []
        for path in sorted(extra.glob("*.toml")) if extra and extra.is_dir() else ():
            try:
                found.append(check_scenario(read_knowledge(path, Scenario), path.name))
            except (Problem, OSError) as error:
                faults.append(
                    error
                    if isinstance(error, Problem)
                    else Problem("knowledge_faulty", file=path.name, key="", reason=str(error))
                )
        return cls(found, tuple(faults))

    def all(self) -> tuple[Scenario, ...]:
        """Every scenario, in the order of their ids."""
        return tuple(self._by_id[key] for key in sorted(self._by_id))

    def get(self, scenario_id: str) -> Scenario:
        """The scenario with this id. Raises Problem `scenario_unknown`."""
        if scenario_id not in self._by_id:
            raise Problem("scenario_unknown", scenario=scenario_id, known=", ".join(sorted(self._by_id)))
        return self._by_id[scenario_id]

    def suggest(self, facts: Mapping[str, FactValue], platform: str) -> tuple[Suggested, ...]:
        """The fitting scenarios, best first, with reasons."""
        return suggest(self.all(), facts, platform)

    def paths(self, scenario_id: str) -> int:
        """How many ways lead through a scenario when no condition is known, at most a million."""
        return _paths(self.get(scenario_id))


def _paths(scenario: Scenario) -> int:
    @cache
    def ways(position: int) -> int:
        if position >= len(scenario.steps):
            return 1
        step = scenario.steps[position]
        if step.kind == "outcome":
            return len(step.options)
        through = sum(1 if o.go else ways(_target(scenario, position, o.next or step.next)) for o in step.options)
        if not step.options:
            through = ways(_target(scenario, position, step.next))
        return min(MOST_PATHS, through + (ways(position + 1) if step.when else 0))

    return ways(0)


def _target(scenario: Scenario, position: int, name: str) -> int:
    return next((i for i, step in enumerate(scenario.steps) if step.id == name), position + 1) if name else position + 1


def check_scenario(scenario: Scenario, file: str) -> Scenario:
    """The scenario, when its parts fit together.

    Raises Problem `knowledge_faulty` naming the key: double ids, jumps that do not lead ahead, a message without a
    template, a question or outcome without options, or conditions that cannot be read.
    """
    for key, reason in _faults(scenario):
        raise Problem("knowledge_faulty", file=file, key=key, reason=reason)
    return scenario


def _faults(scenario: Scenario) -> Iterator[tuple[str, str]]:
    places = {step.id: i for i, step in enumerate(scenario.steps)}
    if len(places) != len(scenario.steps):
        yield "steps", "two steps have the same id"
    if scenario.steps[-1].kind != "outcome":
        yield "steps", "the last step must be an outcome"
    for i, step in enumerate(scenario.steps):
        yield from _step_faults(step)
        for target in (step.next, *(option.next for option in step.options)):
            if target and places.get(target, -1) <= i:
                yield f"steps.{step.id}.next", f"{target} is not a later step"
    for clock in scenario.clocks:
        for met in clock.met_by:
            if met not in places:
                yield f"clocks.{clock.id}.met_by", f"{met} is not a step"
    for where, condition in _conditions(scenario):
        try:
            names_in(condition) if condition else None
        except Problem as problem:
            yield where, f"{condition}: {problem.params.get('reason', '')}"


def _step_faults(step: Step) -> Iterator[tuple[str, str]]:
    where = f"steps.{step.id}"
    ids = [option.id for option in step.options]
    if len(set(ids)) != len(ids):
        yield f"{where}.options", "two options have the same id"
    if step.kind in ("question", "outcome") and not step.options:
        yield f"{where}.options", "options are missing"
    if step.kind not in ("question", "outcome") and step.options:
        yield f"{where}.options", "only questions and outcomes have options"
    if step.kind == "outcome" and any(not option.outcome for option in step.options):
        yield f"{where}.options", "every option of an outcome names its outcome"
    if step.kind == "message" and (not step.templates or step.audience is None):
        yield f"{where}.templates", "a message needs an audience and a template"
    if step.kind == "evidence" and not step.items:
        yield f"{where}.items", "an evidence step needs items"


def _conditions(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for i, suggestion in enumerate(scenario.suggest):
        yield f"suggest.{i}.when", suggestion.when
    for clock in scenario.clocks:
        yield f"clocks.{clock.id}.when", clock.when
    for step in scenario.steps:
        yield f"steps.{step.id}.when", step.when
        for option in step.options:
            yield f"steps.{step.id}.options.{option.id}.when", option.when
            yield f"steps.{step.id}.options.{option.id}.prefill", option.prefill
            for condition in option.forbidden:
                yield f"steps.{step.id}.options.{option.id}.forbidden", condition
