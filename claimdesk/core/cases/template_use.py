"""How often each template was sent, and how the cases ended in which it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from claimdesk.core.cases.fold import fold
from claimdesk.core.health.rates import FEWEST, wilson
from claimdesk.core.storage import case_rows

if TYPE_CHECKING:
    from claimdesk.core.cases.outcomes import Outcomes
    from claimdesk.core.scenarios.loader import Scenarios
    from claimdesk.core.storage.store import Store

RECENT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """One template's use. `ended` are cases with an outcome in which it was sent, `well` those that cost nothing.

    `steps` counts the steps of the playbooks that offer it.
    """

    recent: int = 0  # sent in the last 90 days
    sent: int = 0
    ended: int = 0
    well: int = 0
    steps: int = 0

    @property
    def enough(self) -> bool:
        """Whether enough cases have ended to speak of a rate."""
        return self.ended >= FEWEST

    @property
    def rate(self) -> float:
        """The share of cases that ended well; 0 when none has ended."""
        return self.well / self.ended if self.ended else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, 95 times in 100 (Wilson's score interval)."""
        return wilson(self.well, self.ended)


class TemplateUses:
    """Counts from the timelines of all cases; what was taken back there does not count here."""

    def __init__(self, store: Store, outcomes: Outcomes, scenarios: Scenarios) -> None:
        self._store, self._outcomes, self._scenarios = store, outcomes, scenarios

    def by_template(self, now: datetime) -> Mapping[str, TemplateUse]:
        """The use of every template that was sent or is offered, by id."""
        counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
        for scenario in self._scenarios.all():
            for step in scenario.steps:
                for template in step.templates:
                    counts[template][4] += 1
        with self._store.reading() as conn:
            cases = case_rows.cases(conn)
            events = case_rows.all_events(conn)
        for id_, order_id, opened_at in cases:
            if not events.get(id_):
                continue
            case = fold(order_id, opened_at, events[id_])
            outcome = self._outcomes.find(case.outcome)
            for event in case.sent:
                count = counts[str(event.data.get("template", ""))]
                count[0] += event.at > now - RECENT
                count[1] += 1
            for template in {str(event.data.get("template", "")) for event in case.sent} if outcome else ():
                counts[template][2] += 1
                counts[template][3] += bool(outcome and outcome.good)
        return {template: TemplateUse(*count) for template, count in counts.items()}
