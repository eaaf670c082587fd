"""`claimdesk open-case`, `answer`, `draft`, `check`, `show`: every scenario from its notice or order to its outcome."""

from __future__ import annotations

import json
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from claimdesk import bootstrap
from claimdesk.core.knowledge.shipped import shipped
from claimdesk.core.scenarios.loader import Scenarios
from tests.journeys.scenario_paths import JOURNEYS, Journey
from tests.ui.order_sheets import write_sheet


class CommandLine:
    """`claimdesk` over one data folder: the JSON of each call, which must not fail."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def __call__(self, *arguments: str | Path) -> dict[str, Any]:
        self._capsys.readouterr()
        status = bootstrap.main([*map(str, arguments), "--data-dir", str(self.folder), "--json"])
        found: dict[str, Any] = json.loads(self._capsys.readouterr().out)
        assert status in (0, 1), found
        return found


@pytest.fixture
def claimdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "data", capsys)


def fills() -> dict[str, str]:
    """What an operator might type for each value of the templates."""
    table = tomllib.loads((shipped("templates") / "replies" / "values.toml").read_text("utf-8"))
    return {value["name"]: value["sample"]["en"] for value in table["values"]}


def current(shown: dict[str, Any]) -> dict[str, Any] | None:
    return next((step for step in shown["path"] if step["state"] == "current"), None)


def send(claimdesk: CommandLine, case: str, platform: str, folder: Path) -> None:
    """Draft the message of the current step, fill in what is missing, and see that nothing stops it."""
    made = claimdesk("draft", case, "--language", "en")
    text, known = made["text"], fills()
    for name in made["missing"]:
        assert "{{ " + name + " }}" in text, name
        text = text.replace("{{ " + name + " }}", known[name])
    file = folder / "message.txt"
    file.write_text(text, "utf-8")
    asked = ("--audience", made["audience"], "--platform", platform, "--language", made["language"])
    found = claimdesk("check", file, *asked)
    assert [one for one in found["findings"] if one["severity"] == "block"] == [], text


@pytest.mark.parametrize("journey", JOURNEYS, ids=[journey.scenario for journey in JOURNEYS])
def test_one_path_to_the_end(claimdesk: CommandLine, tmp_path: Path, journey: Journey) -> None:
    claimdesk("import", write_sheet(tmp_path / "orders.csv", [journey.row]))
    number, platform = journey.row["Order number"], journey.row["Platform"]
    if journey.notice:
        file = tmp_path / "notice.eml"
        file.write_text(journey.notice, "utf-8")
        read = claimdesk("intake", file)
        assert (read["kind"], read["order_no"]) == (journey.kind, number)
    at = datetime.now(UTC).replace(microsecond=0)
    shown = claimdesk("open-case", number, "--scenario", journey.scenario, "--at", at.isoformat())
    case, chosen = str(shown["id"]), dict(answer.split("=") for answer in journey.answers.split())
    clocks = {clock["rule"]: clock["met_at"] for clock in shown["clocks"]}
    walked: list[str] = []
    while step := current(shown):
        offered = [option for option in step["options"] if option not in step.get("disabled", {})]
        name = chosen.pop(step["step"], "")
        option = name if name in offered else step["prefill"] or offered[0]
        assert step["kind"] not in ("question", "outcome") or name == option, (step["step"], name, offered)
        if step["kind"] == "message":
            send(claimdesk, case, platform, tmp_path)
        if step["kind"] != "remedy":
            walked.append(step["step"])
        at += timedelta(minutes=5)
        shown = claimdesk("answer", case, step["step"], option, "--at", at.isoformat())
        clocks.update({clock["rule"]: clock["met_at"] for clock in shown["clocks"]})
        assert len(walked) < 40
    shown = claimdesk("show", case)
    assert shown["scenario"] == journey.scenario
    assert not journey.steps or tuple(walked) == journey.steps
    assert shown["outcome"] == journey.outcome
    assert all(step["state"] == "done" for step in shown["path"])
    assert set(journey.clocks) <= set(clocks), clocks
    assert set(chosen) <= {"remedy", "solution"}, "every answer is asked for"
    assert [row["outcome"] for row in claimdesk("cases")["cases"]] == [journey.outcome]


def test_every_scenario_has_its_journey() -> None:
    assert [journey.scenario for journey in JOURNEYS] == [scenario.id for scenario in Scenarios.load().all()]
