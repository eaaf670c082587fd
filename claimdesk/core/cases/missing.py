"""What stands in for a scenario whose file is not there any more: it says so, and lets the case be brought to an end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.scenarios.platform_words import ANYWHERE
from claimdesk.core.scenarios.schema import Option, Scenario, Step

if TYPE_CHECKING:
    from claimdesk.core.cases.outcomes import Outcomes
    from claimdesk.core.knowledge.wording import Wording
    from claimdesk.core.scenarios.loader import Scenarios


class KnownScenarios:
    """Scenarios as cases need them: one that cannot be found is stood in for, so that no list fails for one case."""

    def __init__(self, scenarios: Scenarios, outcomes: Outcomes, wording: Wording) -> None:
        self._scenarios, self._outcomes, self._wording = scenarios, outcomes, wording
        self._standing_in: dict[str, Scenario] = {}

    def get(self, scenario_id: str, platform: str = ANYWHERE) -> Scenario:
        """The scenario with this id in the words of a platform, or its stand-in of two steps: what happened, and the outcome."""
        found = self._scenarios.find(scenario_id, platform) or self._standing_in.get(scenario_id)
        return found or self._standing_in.setdefault(scenario_id, self._stand_in(scenario_id))

    def title(self, scenario_id: str) -> Bilingual:
        """What the scenario is called."""
        found = self._scenarios.find(scenario_id)
        return found.title if found else self._wording.text("case_scenario_gone", {"scenario": scenario_id})

    def _stand_in(self, scenario_id: str) -> Scenario:
        def words(code: str) -> Bilingual:
            return self._wording.text(code, {"scenario": scenario_id})

        options = tuple(
            Option(id=outcome.id, label=outcome.title, leads=outcome.next, outcome=outcome.id)
            for outcome in self._outcomes.all()
        )
        told = Step(
            id="scenario_gone", kind="instruction", phase="understand", title=words("case_scenario_gone_step"),
            ask=words("case_scenario_gone_ask"), why=words("case_scenario_gone_why"),
            do=(words("case_scenario_gone_do"), words("case_scenario_gone_change")),
        )  # fmt: skip
        end = Step(
            id="outcome", kind="outcome", phase="follow_up", title=words("case_scenario_gone_end"),
            ask=words("case_scenario_gone_end_ask"), why=words("case_scenario_gone_end_why"), options=options,
        )  # fmt: skip
        return Scenario.model_construct(
            # An id need not follow the rules of a file that is not there.
            id=scenario_id, version=0, checked=date.min, family="service", platforms=(), title=self.title(scenario_id),
            purpose=words("case_scenario_gone_ask"), brief=(), sources=(), suggest=(), clocks=(), steps=(told, end),
        )  # fmt: skip
