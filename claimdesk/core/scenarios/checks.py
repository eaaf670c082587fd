"""Whether the parts of a scenario fit together: what a file says beyond its form."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel

from claimdesk.core.knowledge.conditions import names_in
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.remedies.schema import OptionId
from claimdesk.core.scenarios.platform_words import platform_words
from claimdesk.core.scenarios.schema import Scenario, Step
from claimdesk.core.scenarios.telling import quoted

_ASKING = ("question", "outcome")
_REMEDIES = get_args(OptionId)


@dataclass(frozen=True, slots=True)
class References:
    """The ids that scenarios may name; None leaves a kind unchecked."""

    rules: Collection[str] | None = None
    outcomes: Collection[str] | None = None
    templates: Collection[str] | None = None


ANY = References()


def check_scenario(scenario: Scenario, file: str, known: References = ANY) -> Scenario:
    """The scenario, when its parts fit together.

    Raises Problem `knowledge_faulty` naming the key and the first reason found: double ids, jumps that do not lead
    ahead, a message without a template, a question or outcome without options, a text missing in one language,
    conditions or braces that cannot be read, or names of rules, outcomes and templates that do not exist.
    """
    for key, reason in _faults(scenario, known):
        raise Problem("knowledge_faulty", file=file, key=key, reason=reason)
    return scenario


def _faults(scenario: Scenario, known: References) -> Iterator[tuple[str, str]]:
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
    yield from _clock_faults(scenario, set(places))
    yield from _condition_faults(scenario, set(places))
    yield from _text_faults(scenario, "")
    yield from _reference_faults(scenario, known)


def _step_faults(step: Step) -> Iterator[tuple[str, str]]:
    where = f"steps.{step.id}"
    ids = [option.id for option in step.options]
    if len(set(ids)) != len(ids):
        yield f"{where}.options", "two options have the same id"
    if step.kind in _ASKING and not step.options:
        yield f"{where}.options", "options are missing"
    if step.kind not in (*_ASKING, "remedy") and step.options:
        yield f"{where}.options", "only questions, remedies and outcomes have options"
    for option in step.options if step.kind == "remedy" else ():
        if option.id not in _REMEDIES:
            yield f"{where}.options.{option.id}", f"{option.id} is not a remedy: {', '.join(_REMEDIES)}"
    if step.kind == "outcome" and any(not option.outcome for option in step.options):
        yield f"{where}.options", "every option of an outcome names its outcome"
    if step.kind != "outcome" and any(option.outcome for option in step.options):
        yield f"{where}.options", "only an outcome step records an outcome"
    if step.kind == "message" and (not step.templates or step.audience is None):
        yield f"{where}.templates", "a message needs an audience and a template"
    if step.kind == "evidence" and not step.items:
        yield f"{where}.items", "an evidence step needs items"
    if len({item.id for item in step.items}) != len(step.items):
        yield f"{where}.items", "two items have the same id"


def _clock_faults(scenario: Scenario, places: set[str]) -> Iterator[tuple[str, str]]:
    if len({clock.id for clock in scenario.clocks}) != len(scenario.clocks):
        yield "clocks", "two clocks have the same id"
    for clock in scenario.clocks:
        for met in clock.met_by:
            if met not in places:
                yield f"clocks.{clock.id}.met_by", f"{met} is not a step"
        for start in clock.starts:
            kind, _, what = start.partition(":")
            step, _, option = what.partition("=")
            if kind not in ("opened", "fact", "done", "option") or (kind != "opened" and not what):
                yield f"clocks.{clock.id}.starts", f"{start} is not a way to start"
            elif kind in ("done", "option") and step not in places:
                yield f"clocks.{clock.id}.starts", f"{step} is not a step"
            elif kind == "option" and option not in {o.id for o in scenario.step(step).options}:
                yield f"clocks.{clock.id}.starts", f"{option} is not an option of {step}"


def _condition_faults(scenario: Scenario, places: set[str]) -> Iterator[tuple[str, str]]:
    for where, condition in conditions(scenario):
        try:
            names = names_in(condition) if condition else frozenset()
        except Problem as problem:
            yield where, f"{condition}: {problem.params.get('reason', '')}"
            continue
        if ".proves" in where and not names <= places:
            yield where, f"{condition}: only answers may be asked here"


def conditions(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Every condition of a scenario, with the key where it stands; some are empty."""
    for i, suggestion in enumerate(scenario.suggest):
        yield f"suggest.{i}.when", suggestion.when
    for clock in scenario.clocks:
        yield f"clocks.{clock.id}.when", clock.when
    for step in scenario.steps:
        yield f"steps.{step.id}.when", step.when
        for condition in step.proves.values():
            yield f"steps.{step.id}.proves", condition
        for option in step.options:
            yield f"steps.{step.id}.options.{option.id}.when", option.when
            yield f"steps.{step.id}.options.{option.id}.prefill", option.prefill
            for condition in option.forbidden:
                yield f"steps.{step.id}.options.{option.id}.forbidden", condition
            for condition in option.because_if:
                yield f"steps.{step.id}.options.{option.id}.because_if", condition


def _text_faults(value: object, where: str) -> Iterator[tuple[str, str]]:
    match value:
        case Bilingual():
            if not value.en.strip() or not value.zh.strip():
                yield where, f"the text is missing in {'Chinese' if value.en.strip() else 'English'}"
            try:
                names = quoted(value) if "{" in value.en + value.zh or "}" in value.en + value.zh else frozenset()
            except ValueError as error:
                yield where, str(error)
                return
            # Reasons may quote facts as well; the titles of scenarios stand in lists of all platforms.
            allowed = frozenset() if where in ("title", "purpose") else platform_words().names()
            for name in sorted(names - allowed) if ".because" not in where else ():
                yield where, f"{name} is not a word of the platforms"
        case BaseModel():
            for name in type(value).model_fields:
                yield from _text_faults(getattr(value, name), f"{where}.{name}".strip("."))
        case dict():
            for name, each in value.items():
                yield from _text_faults(each, f"{where}.{name}")
        case tuple():
            for i, each in enumerate(value):
                yield from _text_faults(each, f"{where}.{getattr(each, 'id', i)}")


def _reference_faults(scenario: Scenario, known: References) -> Iterator[tuple[str, str]]:
    for clock in scenario.clocks:
        for rule in clock.rule.values():
            if rule and known.rules is not None and rule not in known.rules:
                yield f"clocks.{clock.id}.rule", f"there is no rule {rule}"
    for step in scenario.steps:
        for template in step.templates:
            if known.templates is not None and template not in known.templates:
                yield f"steps.{step.id}.templates", f"there is no template {template}"
        for option in step.options:
            if option.outcome and known.outcomes is not None and option.outcome not in known.outcomes:
                yield f"steps.{step.id}.options.{option.id}.outcome", f"there is no outcome {option.outcome}"
