"""Authors are told the line, the key and the cure of the first fault of a scenario file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from claimdesk.core.deadlines.deadlines import Deadlines
from claimdesk.core.knowledge.shipped import shipped_files
from claimdesk.core.knowledge.wording import Wording
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.authoring import FileFault, check_file
from claimdesk.core.scenarios.checks import References
from claimdesk.core.scenarios.lines import line_of
from claimdesk.core.scenarios.loader import Scenarios
from claimdesk.core.scenarios.schema import Scenario
from tests.core.scenarios.writing import GOOD, with_change

KNOWN = References(rules={rule.id for rule in Deadlines.load().all()}, outcomes={"solved"}, templates={"B_ACK_24H"})


def checked(folder: Path, text: str) -> Scenario | FileFault:
    path = folder / "mine.toml"
    path.write_text(text, "utf-8")
    return check_file(path, KNOWN, ["S03"])


def test_a_good_file_is_a_scenario(tmp_path: Path) -> None:
    found = checked(tmp_path, GOOD)
    assert isinstance(found, Scenario)
    assert found.id == "S99"


def test_the_options_of_a_remedy_are_named_as_the_remedies(tmp_path: Path) -> None:
    found = checked(tmp_path, GOOD.replace('kind = "question"', 'kind = "remedy"', 1))
    assert isinstance(found, FileFault)
    assert (found.key, found.cure, found.params["name"]) == ("steps.ask.options.yes", "scenario_cure_remedy", "yes")
    assert GOOD.splitlines()[found.line - 1] == "[[steps.options]]"


FAULTS = [
    ('id = "S99"', "id = S99", "", "scenario_cure_toml"),
    ('family = "service"', 'family = "servce"', "family", "scenario_cure_value"),
    ('family = "service"', 'famly = "service"', "family", "scenario_cure_missing"),
    ("checked = 2026-11-01", "checked = 2026-11-01\nversoin = 3", "versoin", "scenario_cure_misspelt"),
    ('when = "not refunded"', 'wait_fr = "buyer"', "steps.1.wait_fr", "scenario_cure_misspelt"),
    ('when = "not refunded"', "qqq = 1", "steps.1.qqq", "scenario_cure_extra"),
    ('label = { en = "Well", zh = "好" }', 'label = { en = "Well" }', "steps.2.options.0.label.zh", "scenario_cure_missing"),
    ('label = { en = "Well", zh = "好" }', 'label = { en = "Well", zh = " " }', "steps.end.options.well.label", "scenario_cure_text"),
    ('rule = { default = "AMZ-CONTACT-48" }', 'rule = { default = "AMZ-NONE" }', "clocks.contact.rule", "scenario_cure_reference"),
    ('templates = ["B_ACK_24H"]', 'templates = ["B_NONE"]', "steps.write.templates", "scenario_cure_reference"),
    ('outcome = "solved"', 'outcome = "well"', "steps.end.options.well.outcome", "scenario_cure_reference"),
    ('go = "S03"', 'go = "S77"', "steps.ask.options.else.go", "scenario_cure_reference"),
    ('next = "end"', 'next = "ask"', "steps.ask.next", "scenario_cure_place"),
    ('met_by = ["write"]', 'met_by = ["rite"]', "clocks.contact.met_by", "scenario_cure_place"),
    ('when = "not refunded"', 'when = "not not ("', "steps.write.when", "scenario_cure_condition"),
    ('{delivered_at}.", zh', '{delivered at}.", zh', "steps.ask.options.yes.because", "scenario_cure_braces"),
    ('id = "write"\n', 'id = "ask"\n', "steps", "scenario_cure_double"),
    ('kind = "outcome"', 'kind = "question"', "steps", "scenario_cure_last"),
    ('audience = "buyer"\n', "", "steps.write.templates", "scenario_cure_parts"),
]  # fmt: skip


@pytest.mark.parametrize("old, new, key, cure", FAULTS)
def test_the_first_fault_is_named_with_line_key_and_cure(
    tmp_path: Path, old: str, new: str, key: str, cure: str
) -> None:
    text = with_change(old, new)
    found = checked(tmp_path, text)
    assert isinstance(found, FileFault)
    assert (found.key, found.cure) == (key, cure)
    line = text.splitlines()[found.line - 1] if found.line else ""
    if new and key not in ("family", "steps"):
        assert new.splitlines()[-1].split("=")[0].strip() in line or "next" in key, (found.line, line)
    words = Wording.load().text(found.cure, found.params)
    assert words.en != found.cure
    assert "{" not in words.en.replace("{delivered_at}", "") and "{" not in words.zh.replace("{delivered_at}", "")


def test_a_line_is_found_inside_lists_and_behind_long_texts() -> None:
    text = '''
a = """
[[steps]]
id = "no"
"""
list = [
  "x = 1",
  "]",
]
[[steps]]
id = "one"
title.en = "One"
[[steps.options]]
id = "first"
[[steps]]
id = "two"
[[steps.options]]
id = "second"
"quoted key" = 1
'''
    data = tomllib.loads(text)
    where = {
        ("list", "0"): 6, ("steps", "one"): 10, ("steps", "0", "title", "en"): 12, ("steps", "one", "options", "first"): 13,
        ("steps", "two", "options", "second", "quoted key"): 19, ("steps", "1", "options", "0", "gone"): 17, ("gone",): 0,
    }  # fmt: skip
    assert {key: line_of(text, data, key) for key in where} == where


def test_every_key_of_every_shipped_file_has_its_line() -> None:
    for path in shipped_files("resources", "scenarios"):
        text = path.read_text("utf-8")
        data, lines = tomllib.loads(text), text.splitlines()
        for at, step in enumerate(data["steps"]):
            for name in step:
                found = lines[line_of(text, data, ("steps", str(at), name)) - 1]
                assert name in found, (path.name, step["id"], name, found)
            assert step["id"] in lines[line_of(text, data, ("steps", step["id"], "id")) - 1]


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("bad.toml", "none.toml"):
        with pytest.raises(Problem, match="text_unreadable"):
            check_file(tmp_path / name)


@pytest.mark.parametrize("old, new, key, cure", FAULTS)
def test_every_reason_is_told_in_chinese(tmp_path: Path, old: str, new: str, key: str, cure: str) -> None:
    found = checked(tmp_path, with_change(old, new))
    assert isinstance(found, FileFault)
    said = Wording.load().reason(found.reason)
    assert said.en == found.reason
    assert re.search("[\u4e00-\u9fff]", said.zh) and "读取程序的原文" not in said.zh, said


def test_a_file_that_is_left_out_says_where_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    (tmp_path / "b.toml").write_text(GOOD, "utf-8")
    (tmp_path / "c.toml").write_text(
        with_change('id = "S99"', 'id = "S98"').replace('go = "S03"', 'go = "S77"'), "utf-8"
    )
    (tmp_path / "d.toml").write_bytes(b"\xff\xfe\x00")
    found = Scenarios.load(tmp_path).file_faults
    assert {file: (fault.key, fault.cure) for file, fault in found.items()} == {
        "b.toml": ("id", "scenario_cure_double"),
        "c.toml": ("steps.ask.options.else.go", "scenario_cure_reference"),
        "d.toml": ("", "scenario_cure_unreadable"),
    }
    assert found["b.toml"].line == 2
    assert 'go = "S77"' in (tmp_path / "c.toml").read_text("utf-8").splitlines()[found["c.toml"].line - 1]
