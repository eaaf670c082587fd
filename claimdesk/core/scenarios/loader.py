"""All scenarios: the shipped ones, and the owner's own beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.facts import FactValue
from claimdesk.core.records.problems import Problem
from claimdesk.core.scenarios.authoring import FileFault, explained
from claimdesk.core.scenarios.checks import ANY, References, check_scenario
from claimdesk.core.scenarios.paths import count_paths
from claimdesk.core.scenarios.platform_words import ANYWHERE, in_words_of
from claimdesk.core.scenarios.router import Suggested, suggest
from claimdesk.core.scenarios.schema import Scenario


class Scenarios:
    """The scenarios by id.

    `faults` holds what was wrong with files of the owner that could not be used, `file_faults` the same by file, with
    line, key and cure. Every scenario is given in the words of a platform: the one named, else words that fit any.
    """

    def __init__(
        self,
        scenarios: list[Scenario],
        faults: tuple[Problem, ...] = (),
        file_faults: Mapping[str, FileFault] = MappingProxyType({}),
    ) -> None:
        self._by_id = {scenario.id: scenario for scenario in scenarios}
        self._told: dict[tuple[str, str], Scenario] = {}
        self.faults = faults
        self.file_faults = file_faults

    @classmethod
    def load(cls, extra: Path | None = None, known: References = ANY) -> Scenarios:
        """Shipped scenarios, then those of a folder, which may replace shipped ones by id.

        A faulty file of the folder is kept out and named in `faults`: one that cannot be read, whose parts do not fit
        together, whose id another file of the folder has, or that leads to a scenario nobody has. `known` are the
        rules, outcomes and templates that exist. Raises Problem `knowledge_faulty` for a faulty shipped file.
        """
        shipped: _Files = {}
        for path in shipped_files("resources", "scenarios"):
            _read(path, shipped, known)
        own, faults = _own(extra, known)
        while lost := next(_lost({**shipped, **own}), None):
            scenario_id, key, target = lost
            file = own[scenario_id][0] if scenario_id in own else shipped[scenario_id][0]
            problem = Problem("knowledge_faulty", file=file, key=key, reason=f"there is no scenario {target}")
            if scenario_id not in own:
                raise problem
            del own[scenario_id]
            faults.append(problem)
        told = {str(p.params["file"]): explained(extra / str(p.params["file"]), p, known) for p in faults if extra}
        return cls([scenario for _, scenario in {**shipped, **own}.values()], tuple(faults), told)

    def all(self, platform: str = ANYWHERE) -> tuple[Scenario, ...]:
        """Every scenario, in the order of their ids."""
        return tuple(self._in_words_of(key, platform) for key in sorted(self._by_id))

    def get(self, scenario_id: str, platform: str = ANYWHERE) -> Scenario:
        """The scenario with this id. Raises Problem `scenario_unknown`."""
        if scenario_id not in self._by_id:
            raise Problem("scenario_unknown", scenario=scenario_id, known=", ".join(sorted(self._by_id)))
        return self._in_words_of(scenario_id, platform)

    def find(self, scenario_id: str, platform: str = ANYWHERE) -> Scenario | None:
        """The scenario with this id; None when there is none."""
        return self._in_words_of(scenario_id, platform) if scenario_id in self._by_id else None

    def _in_words_of(self, scenario_id: str, platform: str) -> Scenario:
        key = (scenario_id, platform)
        if key not in self._told:
            self._told[key] = in_words_of(self._by_id[scenario_id], platform)
        return self._told[key]

    def suggest(self, facts: Mapping[str, FactValue], platform: str) -> tuple[Suggested, ...]:
        """The fitting scenarios, best first, with reasons."""
        return suggest(self.all(platform), facts, platform)

    def paths(self, scenario_id: str) -> int:
        """How many ways lead through a scenario, as `count_paths` counts them. Raises Problem `scenario_unknown`."""
        return count_paths(self.get(scenario_id))


_Files = dict[str, tuple[str, Scenario]]  # id -> name of the file, scenario


def _read(path: Path, found: _Files, known: References) -> None:
    scenario = check_scenario(read_knowledge(path, Scenario), path.name, known)
    if scenario.id in found:
        reason = f"{scenario.id} is also the id of {found[scenario.id][0]}"
        raise Problem("knowledge_faulty", file=path.name, key="id", reason=reason)
    found[scenario.id] = (path.name, scenario)


def _own(folder: Path | None, known: References) -> tuple[_Files, list[Problem]]:
    found: _Files = {}
    faults: list[Problem] = []
    for path in sorted(folder.glob("*.toml")) if folder and folder.is_dir() else ():
        try:
            _read(path, found, known)
        except Problem as problem:
            faults.append(problem)
        except (OSError, RecursionError) as error:
            faults.append(Problem("knowledge_faulty", file=path.name, key="", reason=str(error)))
    return found, faults


def _lost(files: _Files) -> Iterator[tuple[str, str, str]]:
    """Scenario, key and target of options that lead to a scenario that is not there."""
    for scenario_id, (_, scenario) in files.items():
        for step in scenario.steps:
            for option in step.options:
                if option.go and option.go not in files:
                    yield scenario_id, f"steps.{step.id}.options.{option.id}.go", option.go
