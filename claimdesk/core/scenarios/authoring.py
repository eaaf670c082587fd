"""Scenario files as their authors see them: the first fault with its line, its key, and what to do about it."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.checks import ANY, References, check_scenario
from claimdesk.core.scenarios.lines import line_of
from claimdesk.core.scenarios.schema import Scenario

_AT = re.compile(r"\(at line (\d+), column \d+\)")
# What a check says, and the code that says what to do about it; its first group fills `{name}`.
_CURES = (
    (re.compile(r"^there is no (?:rule|outcome|template|scenario) (\S+)$"), "scenario_cure_reference"),
    (re.compile(r"^(\S+) is not a remedy: "), "scenario_cure_remedy"),
    (re.compile(r"^(\S+) is not (?:a|an option of) "), "scenario_cure_place"),
    (re.compile(r"^two .* have the same id$|is also the id of"), "scenario_cure_double"),
    (re.compile(r"^the text is missing in (\w+)$"), "scenario_cure_text"),
    (re.compile(r"is not the name of a fact$|^(?:expected|Single|unmatched|unexpected) "), "scenario_cure_braces"),
    (re.compile(r"^the last step must be"), "scenario_cure_last"),
    (re.compile(r"^(?:options are missing|only questions|every option|only an outcome)"), "scenario_cure_options"),
    (re.compile(r"^(?:a message needs|an evidence step needs)"), "scenario_cure_parts"),
)


@dataclass(frozen=True, slots=True)
class FileFault:
    """The first fault of a file: `line` counts from 1 (0 where no line is meant), `key` is the path to the entry.

    `cure` is the code of the words that say what to do; `params` fill them.
    """

    line: int
    key: str
    reason: str
    cure: str
    params: dict[str, str]


def check_file(path: Path, known: References = ANY, scenarios: Sequence[str] | None = None) -> Scenario | FileFault:
    """The scenario in a file, read as the program would, or the first fault of it.

    `known` are the rules, outcomes and templates there are, `scenarios` the ids that `go` may name besides its own
    (None leaves that unchecked). Raises Problem `text_unreadable` when there is no such text.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem("text_unreadable", file=path.name, detail=str(error)) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _of_toml(str(error), text)
    except RecursionError:
        return FileFault(0, "", "nested too deeply", "scenario_cure_toml", {})
    try:
        scenario = Scenario.model_validate(data)
    except ValidationError as error:
        return _of_form(error.errors()[0], text, data)
    try:
        check_scenario(scenario, path.name, known)
    except Problem as problem:
        return _of_sense(str(problem.params["key"]), str(problem.params["reason"]), text, data)
    for key, target in _lost(scenario, scenarios):
        return _of_sense(key, f"there is no scenario {target}", text, data)
    return scenario


def explained(path: Path, problem: Problem, known: References = ANY) -> FileFault:
    """The fault for which a file of the owner was left out (`knowledge_faulty` or what reading it raised), with its line."""
    try:
        found = check_file(path, known)
        if isinstance(found, FileFault):
            return found
        text = path.read_text("utf-8")
        return _of_sense(str(problem.params["key"]), str(problem.params["reason"]), text, tomllib.loads(text))
    except (Problem, OSError) as error:
        detail = str(error.params.get("detail", "")) if isinstance(error, Problem) else str(error)
        return FileFault(0, "", detail, "scenario_cure_unreadable", {})


def _lost(scenario: Scenario, scenarios: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    for step in scenario.steps if scenarios is not None else ():
        for option in step.options:
            if option.go and option.go not in (*(scenarios or ()), scenario.id):
                yield f"steps.{step.id}.options.{option.id}.go", option.go


def _of_toml(reason: str, text: str) -> FileFault:
    at = _AT.search(reason)
    line = int(at[1]) if at else len(text.splitlines())
    return FileFault(line, "", _AT.sub("", reason).strip(), "scenario_cure_toml", {})


def _of_form(error: Mapping[str, Any], text: str, data: dict[str, Any]) -> FileFault:
    parts = tuple(str(part) for part in error["loc"])
    key, reason = ".".join(parts), error["msg"]
    line = line_of(text, data, parts)
    match error["type"]:
        case "missing":
            return FileFault(line, key, reason, "scenario_cure_missing", {"name": parts[-1]})
        case "extra_forbidden":
            known = _known_keys(parts)
            near = difflib.get_close_matches(parts[-1], known, 1)
            cure = "scenario_cure_misspelt" if near else "scenario_cure_extra"
            return FileFault(line, key, reason, cure, {"name": parts[-1], "near": near[0] if near else ""})
        case "literal_error" | "string_pattern_mismatch":
            context = error.get("ctx", {})
            expected = str(context.get("expected") or context.get("pattern") or "")
            return FileFault(line, key, reason, "scenario_cure_value", {"expected": expected})
        case _:
            return FileFault(line, key, reason, "scenario_cure_form", {"name": parts[-1] if parts else ""})


def _of_sense(key: str, reason: str, text: str, data: dict[str, Any]) -> FileFault:
    cure, name = "scenario_cure_sense", ""
    for pattern, code in _CURES:
        found = pattern.search(reason)
        if found:
            cure, name = code, next((group for group in found.groups() if group), "")
            break
    else:
        if ".when" in key or ".prefill" in key or ".forbidden" in key or ".proves" in key:
            cure = "scenario_cure_condition"
    return FileFault(line_of(text, data, tuple(key.split("."))), key, reason, cure, {"name": name})


def _known_keys(parts: Sequence[str]) -> list[str]:
    """What may stand where an unknown key stands."""
    names: set[str] = set()
    model: Any = Scenario
    for part in parts[:-1]:
        field = model.model_fields.get(part) if hasattr(model, "model_fields") else None
        if field is None:
            continue
        inner = getattr(field.annotation, "__args__", None) or (field.annotation,)
        model = next((one for one in inner if hasattr(one, "model_fields")), model)
    names.update(getattr(model, "model_fields", {}))
    return sorted(names)
