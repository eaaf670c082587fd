"""Bad scenario files are named with file, key and reason, and never stop the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.checks import References
from claimdesk.core.scenarios.loader import Scenarios
from tests.core.scenarios.writing import GOOD, with_change

KNOWN = References(frozenset({"AMZ-CONTACT-48"}), frozenset({"solved"}), frozenset({"B_ACK_24H"}))
SHIPPED = {scenario.id for scenario in Scenarios.load().all()}

FAULTS = {
    "not TOML": ("id = ", "id == ", "", ""),
    "unknown key": ("checked =", "cheked = 1\nchecked =", "cheked", "not permitted"),
    "bad id": ('id = "S99"', 'id = "s99"', "id", "match pattern"),
    "unknown kind": ('kind = "message"', 'kind = "letter"', "steps.1.kind", ""),
    "double step": ('id = "write"\nkind', 'id = "ask"\nkind', "steps", "same id"),
    "double option": ('id = "no"', 'id = "yes"', "steps.ask.options", "same id"),
    "jump back": ('why = { en = "Because.", zh = "因为。" }\naudience', 'why = { en = "B", zh = "因" }\nnext = "ask"\naudience', "steps.write.next", "later"),
    "jump nowhere": ('next = "end"', 'next = "nowhere"', "steps.ask.next", "nowhere"),
    "no template": ('templates = ["B_ACK_24H"]\n', "", "steps.write.templates", "template"),
    "unreadable condition": ('when = "not refunded"', 'when = "refunded ="', "steps.write.when", "refunded ="),
    "condition that calls": ('when = "not refunded"', 'when = "open()"', "steps.write.when", "Call"),
    "condition too deep": ('when = "not refunded"', f'when = "{"(" * 3000}a{")" * 3000}"', "steps.write.when", "deep"),
    "no Chinese": ('zh = "写"', 'zh = " "', "steps.write.title", "Chinese"),
    "no English": ('en = "Mine"', 'en = ""', "title", "English"),
    "broken braces": ("{delivered_at} 签收", "{delivered_at 签收", "steps.ask.options.yes.because", ""),
    "braces that reach in": ("on {delivered_at}", "on {delivered_at.x}", "steps.ask.options.yes.because", "name of a fact"),
    "outcome without one": ('outcome = "solved"\n', "", "steps.end.options", "outcome"),
    "clock met nowhere": ('met_by = ["write"]', 'met_by = ["wrote"]', "clocks.contact.met_by", "wrote"),
    "clock starts oddly": ('"done:write"', '"sent:write"', "clocks.contact.starts", "sent:write"),
    "clock starts nowhere": ('"option:ask=yes"', '"option:ask=maybe"', "clocks.contact.starts", "maybe"),
    "no such rule": ("AMZ-CONTACT-48", "AMZ-NONE", "clocks.contact.rule", "AMZ-NONE"),
    "no such outcome": ('outcome = "solved"', 'outcome = "sold"', "steps.end.options.well.outcome", "sold"),
    "no such template": ("B_ACK_24H", "B_NONE", "steps.write.templates", "B_NONE"),
    "no such scenario": ('go = "S03"', 'go = "S77"', "steps.ask.options.else.go", "S77"),
}  # fmt: skip


def load(folder: Path, text: str | bytes, name: str = "mine.toml") -> Scenarios:
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return Scenarios.load(folder)


def test_the_good_file_is_used(tmp_path: Path) -> None:
    found = load(tmp_path, GOOD)
    assert found.faults == ()
    assert found.get("S99").title.zh == "我的"
    assert {scenario.id for scenario in found.all()} == SHIPPED | {"S99"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_file_is_named_and_kept_out(tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, key, reason = FAULTS[fault]
    known = References(
        KNOWN.rules if "rule" in key else None,
        KNOWN.outcomes if key.endswith("outcome") else None,
        KNOWN.templates if key.endswith("templates") and new else None,
    )
    if any(part is not None for part in (known.rules, known.outcomes, known.templates)):
        # Only the owner's file is held to these few ids.
        monkeypatch.setattr("claimdesk.core.scenarios.loader.shipped_files", lambda *_: [])
        (tmp_path / "other.toml").write_text(GOOD.replace("S99", "S03"), "utf-8")
    (tmp_path / "mine.toml").write_text(with_change(old, new), "utf-8")
    found = Scenarios.load(tmp_path, known)
    (problem,) = found.faults
    assert problem.code == "knowledge_faulty"
    assert problem.params["file"] == "mine.toml"
    assert problem.params["key"] == key
    assert reason in problem.params["reason"]
    assert found.find("S99") is None
    assert found.find("S03") is not None


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"x" * 100, b"a = " + b"[" * 5000, b"\x00"])
def test_a_file_that_is_no_scenario_is_kept_out(tmp_path: Path, content: bytes) -> None:
    found = load(tmp_path, content)
    assert [problem.params["file"] for problem in found.faults] == ["mine.toml"]
    assert {scenario.id for scenario in found.all()} == SHIPPED


def test_a_folder_called_like_a_file_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    assert [problem.params["file"] for problem in Scenarios.load(tmp_path).faults] == ["folder.toml"]


def test_a_missing_folder_is_no_fault(tmp_path: Path) -> None:
    assert Scenarios.load(tmp_path / "none").faults == ()


def test_two_files_with_one_id(tmp_path: Path) -> None:
    load(tmp_path, GOOD, "first.toml")
    found = load(tmp_path, with_change("Mine", "Second"), "second.toml")
    assert found.get("S99").title.en == "Mine"
    assert [(p.params["file"], p.params["key"]) for p in found.faults] == [("second.toml", "id")]


def test_the_owners_file_replaces_a_shipped_one(tmp_path: Path) -> None:
    found = load(tmp_path, with_change('id = "S99"', 'id = "S04"'))
    assert found.get("S04").title.en == "Mine"
    assert len(found.all()) == len(SHIPPED)


def test_one_lost_file_takes_those_that_lead_to_it(tmp_path: Path) -> None:
    first = with_change('go = "S03"', 'go = "S98"')
    load(tmp_path, first, "first.toml")
    found = load(tmp_path, with_change('id = "S99"', 'id = "S98"').replace('go = "S03"', 'go = "S97"'), "second.toml")
    assert sorted(p.params["file"] for p in found.faults) == ["first.toml", "second.toml"]
    assert {scenario.id for scenario in found.all()} == SHIPPED


def test_a_faulty_shipped_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "S99.toml").write_text(with_change('go = "S03"', 'go = "S77"'), "utf-8")
    monkeypatch.setattr("claimdesk.core.scenarios.loader.shipped_files", lambda *_: [tmp_path / "S99.toml"])
    with pytest.raises(Problem, match="knowledge_faulty") as caught:
        Scenarios.load()
    assert caught.value.params["key"] == "steps.ask.options.else.go"


def test_an_unknown_scenario() -> None:
    with pytest.raises(Problem) as caught:
        Scenarios.load().get("S98")
    assert caught.value.code == "scenario_unknown"
    assert "S03" in caught.value.params["known"]
