"""What docs/scenario-format.md tells authors is what the schema takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from claimdesk.core.scenarios import schema
from claimdesk.core.scenarios.authoring import check_file
from claimdesk.core.scenarios.schema import Scenario
from tests.core.scenarios.exploring import FACTS
from tests.core.scenarios.test_authoring import KNOWN

TEXT = (Path(__file__).parents[3] / "docs" / "scenario-format.md").read_text("utf-8")
ROW = re.compile(r"^\| (\*\*)?`(\w+)`(?:\*\*)? \| (.+) \|$", re.MULTILINE)
MODELS = ("Scenario", "Suggestion", "ClockUse", "Step", "Option", "EvidenceItem")


def part(title: str) -> str:
    """The text under one heading."""
    return TEXT.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("name", MODELS)
def test_every_key_is_told_and_whether_it_is_required(name: str) -> None:
    model: type[BaseModel] = getattr(schema, name)
    told = {key: bool(bold) for bold, key, _ in ROW.findall(part(name))}
    assert told == {key: field.is_required() for key, field in model.model_fields.items()}


def _literals(annotation: Any) -> set[str]:
    if get_origin(annotation) is None and not get_args(annotation):
        return set()
    values = {value for value in get_args(annotation) if isinstance(value, str) and value}
    return values.union(*(_literals(inner) for inner in get_args(annotation) if not isinstance(inner, str)))


@pytest.mark.parametrize("name", MODELS)
def test_every_value_that_is_one_of_some_is_told(name: str) -> None:
    model: type[BaseModel] = getattr(schema, name)
    said = {key: words for _, key, words in ROW.findall(part(name))}
    for key, field in model.model_fields.items():
        assert {value for value in _literals(field.annotation) if f"`{value}`" not in said[key]} == set(), key


def test_no_part_of_the_schema_is_left_out() -> None:
    assert set(MODELS) == {
        name for name, thing in vars(schema).items()
        if isinstance(thing, type) and issubclass(thing, BaseModel) and thing.__module__ == schema.__name__
    }  # fmt: skip


def test_the_facts_are_those_that_conditions_know() -> None:
    assert set(re.findall(r"`(\w+)`[,.]", part("Facts").split("a day:", 1)[1])) == set(FACTS)


def test_the_example_is_a_good_file(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert example is not None
    path = tmp_path / "mine.toml"
    path.write_text(example[1], "utf-8")
    assert isinstance(check_file(path, KNOWN, ["S03"]), Scenario)
