"""The deadline rules, and what each gives for an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.deadlines.marketplaces import Marketplace, Marketplaces
from claimdesk.core.deadlines.own_rules import OwnRule, can_edit, checked, keep_own, read_own, with_own
from claimdesk.core.deadlines.schema import DeadlineFile, DeadlineRule, Span
from claimdesk.core.deadlines.spans import loose_end, strict_end
from claimdesk.core.knowledge.shipped import read_knowledge, shipped_files
from claimdesk.core.records.moments import Moment
from claimdesk.core.records.problems import Problem

if TYPE_CHECKING:
    from claimdesk.core.shop.shop import Shop


@dataclass(frozen=True, slots=True)
class Computed:
    """Both ends of a clock in UTC, and the IANA zone it is shown in. `safe` is never after `outer`."""

    safe: datetime
    outer: datetime
    zone: str


class Deadlines:
    """Every deadline rule, by id; where the owner has set other ends, those count."""

    def __init__(self, rules: Mapping[str, DeadlineRule], marketplaces: Marketplaces, shop: Shop | None = None) -> None:
        self._shipped = dict(rules)
        self._shop = shop
        self.marketplaces = marketplaces
        self._own: Mapping[str, OwnRule] = read_own(shop, self._shipped) if shop is not None else {}
        self._rules = self._counted()

    @classmethod
    def load(cls, shop: Shop | None = None) -> Deadlines:
        """The shipped rules, with what the owner of a shop has set. Raises Problem for a faulty file."""
        files = (read_knowledge(path, DeadlineFile) for path in shipped_files("resources", "deadlines"))
        return cls({rule.id: rule for file in files for rule in file.rules}, Marketplaces.load(), shop)

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

    def shipped(self, rule_id: str) -> DeadlineRule:
        """The rule as its file has it, whatever the owner has set. Raises Problem `rule_unknown`."""
        self.rule(rule_id)
        return self._shipped[rule_id]

    def own(self, rule_id: str) -> OwnRule | None:
        """What the owner has set for a rule; None where its file counts."""
        return self._own.get(rule_id)

    def can_edit(self, rule_id: str) -> bool:
        """Whether the owner can set other ends for a rule. Raises Problem `rule_unknown`."""
        return can_edit(self.shipped(rule_id))

    def change_rule(self, rule_id: str, safe: Span, outer: Span, reason: str, at: datetime) -> None:
        """Let other ends count from now on, in every region; running clocks follow.

        Raises Problem `rule_unknown`, `rule_fixed` (its ends are no lengths), `span_faulty`, `reason_missing`.
        """
        self._keep(rule_id, checked(self.shipped(rule_id), safe, outer, reason, at))

    def reset_rule(self, rule_id: str) -> None:
        """Let the file count again. Raises Problem `rule_unknown`."""
        self.rule(rule_id)
        self._keep(rule_id, None)

    def restore_own(self, rule_id: str, own: OwnRule | None) -> None:
        """Put back what `own` gave before a change, for Undo. Raises Problem `rule_unknown`."""
        self.rule(rule_id)
        self._keep(rule_id, own)

    def _keep(self, rule_id: str, own: OwnRule | None) -> None:
        if self._shop is not None:
            keep_own(self._shop, rule_id, own)
        others = {key: value for key, value in self._own.items() if key != rule_id}
        self._own = {**others, rule_id: own} if own is not None else others
        # One assignment: the reading lane sees the rules before or after it, never half of them.
        self._rules = self._counted()

    def _counted(self) -> dict[str, DeadlineRule]:
        return {rule_id: with_own(rule, self._own.get(rule_id)) for rule_id, rule in self._shipped.items()}

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
