"""The deadline rules, and what each gives for an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from claimdesk.core.deadlines.marketplaces import Marketplace, Marketplaces
from claimdesk.core.deadlines.schema import DeadlineFile, DeadlineRule
from claimdesk.core.deadlines.spans import loose_end, strict_end
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.moments import Moment
from claimdesk.core.records.problems import Problem


@dataclass(frozen=True, slots=True)
class Computed:
    """Both ends of a clock in UTC, and the IANA zone it is shown in. `safe` is never after `outer`."""

    safe: datetime
    outer: datetime
    zone: str


class Deadlines:
    """Every deadline rule, by id."""

    def __init__(self, rules: Mapping[str, DeadlineRule], marketplaces: Marketplaces) -> None:
        self._rules = dict(rules)
        self.marketplaces = marketplaces

    @classmethod
    def load(cls) -> Deadlines:
        """The shipped rules. Raises Problem for a faulty file."""
        files = (read_knowledge(path, DeadlineFile) for path in shipped_files("resources", "deadlines"))
        return cls({rule.id: rule for file in files for rule in file.rules}, Marketplaces.load())

    def all(self) -> tuple[DeadlineRule, ...]:
        """Every rule, in the order of their ids."""
        return tuple(self._rules[key] for key in sorted(self._rules))

    def rule(self, rule_id: str) -> DeadlineRule:
        """The rule with this id. Raises Problem `rule_unknown`."""
        if rule_id not in self._rules:
            raise Problem("rule_unknown", rule=rule_id)
        return self._rules[rule_id]

    def find(self, rule_id: str) -> DeadlineRule | None:
        """The rule with this id; None when there is none."""
        return self._rules.get(rule_id)

    def compute(self, rule_id: str, start: Moment, marketplace: str) -> Computed:
        """When the clock that starts at `start` ends on a marketplace. Raises Problem `rule_unknown`."""
        rule = self.rule(rule_id)
        place = self.marketplaces.get(marketplace)
        zone = self.zone(rule, place)
        strict, loose = rule.ends(place.region, place.country)
        safe = strict_end(start, strict, zone, place.country)
        return Computed(safe, max(safe, loose_end(start, loose, zone, place.country)), zone)

    def compute_from(self, rule_id: str, moments: Mapping[str, Moment | None], marketplace: str) -> Computed | None:
        """The clock of a rule with several triggers, from the moments that are known; None when none is.

        Raises Problem `rule_unknown`.
        """
        rule = self.rule(rule_id)
        place = self.marketplaces.get(marketplace)
        zone = self.zone(rule, place)
        ends = [
            (strict_end(moment, given.span, zone, place.country), loose_end(moment, given.span, zone, place.country))
            for given in rule.inputs
            if (moment := moments.get(given.fact)) is not None
        ]
        if not ends:
            return None
        chosen = min(ends) if rule.pick == "earliest" else max(ends)
        return Computed(chosen[0], max(chosen), zone)

    def applies(self, rule: DeadlineRule, marketplace: str, region: str = "") -> bool:
        """Whether a rule holds on a marketplace; `region` is that of the order where it is known."""
        place = self.marketplaces.get(marketplace)
        return not rule.regions or not {region or place.region, place.country}.isdisjoint(rule.regions)

    @staticmethod
    def zone(rule: DeadlineRule, place: Marketplace) -> str:
        """The zone a rule is counted in on a marketplace."""
        return place.zone if rule.zone == "marketplace" else rule.zone
