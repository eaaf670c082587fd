"""Similar past cases with what was sent and how they ended, and how often cases of a scenario end at no cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from claimdesk.core.cases.fold import fold
from claimdesk.core.health.rates import Rate
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.core.storage import case_rows, similar_rows
from claimdesk.core.storage.folding import fold as fold_text

if TYPE_CHECKING:
    from claimdesk.core.cases.missing import KnownScenarios
    from claimdesk.core.cases.outcomes import Outcomes
    from claimdesk.core.orders.orders import Orders
    from claimdesk.core.records.cases import Case
    from claimdesk.core.records.orders import Order
    from claimdesk.core.replies.replies import Replies
    from claimdesk.core.storage.similar_rows import Candidate
    from claimdesk.core.storage.store import Store

SHOWN: Final = 12
_LOOKED: Final = 300  # candidates whose timelines are read
_WEIGHTS: Final = {"scenario": 8, "reason": 5, "sku": 5, "text": 3, "words": 2, "carrier": 2, "country": 1}
_ENDED: Final = 4
_LIKE: Final = 60.0  # how alike two texts are, of 100, to say so
_LEAST: Final = 5  # weight below which a case has too little in common


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A past case; `shared` names what it has in common: scenario, reason, sku, text, words, carrier, country."""

    case_id: int
    ref: str
    order_no: str
    title: Bilingual
    outcome: Bilingual | None  # None: not ended, or closed without an outcome
    good: bool
    ended: bool
    lasted: timedelta | None
    amount_minor: int | None
    currency: str
    sent: tuple[Bilingual, ...]  # titles of what was sent, in order
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """Similar cases, the most alike first, and the rate of the case's scenario over all its ended cases."""

    cases: tuple[SimilarCase, ...]
    rate: Rate
    scenario: Bilingual


class SimilarCases:
    """Compares a case with those before it."""

    def __init__(
        self, store: Store, orders: Orders, outcomes: Outcomes, replies: Replies, scenarios: KnownScenarios
    ) -> None:
        self._store, self._orders, self._outcomes = store, orders, outcomes
        self._replies, self._scenarios = replies, scenarios

    def of_case(self, case_id: int) -> Similar:
        """What is like a case. Raises Problem `case_unknown`."""
        with self._store.reading() as conn:
            found = case_rows.case(conn, case_id)
            if found is None:
                raise Problem("case_unknown", case=f"C-{case_id:04d}")
            case = fold(found[1], found[2], case_rows.events(conn, case_id))
            order = self._orders.order(case.order_id)
            candidates = similar_rows.candidates(conn, order, _LOOKED)
            told = similar_rows.events_of(conn, [one.case_id for one in candidates])
        cases = {id_: fold(order_id, at, events) for id_, (order_id, at, events) in told.items()}
        orders = {one.id: one for one in self._orders.orders({other.order_id for other in cases.values()})}
        ranked = []
        for one in candidates:
            other = cases.get(one.case_id)
            if other is None or other.order_id not in orders:
                continue
            shared = self._shared(case, other, one)
            weight = sum(_WEIGHTS[name] for name in shared)
            if weight >= _LEAST:
                # One that has ended tells more than one that is as much alike and still open.
                ranked.append((weight + _ENDED * bool(other.outcome), other.opened_at, other.id, other, shared))
        ranked.sort(key=lambda entry: entry[:3], reverse=True)
        rows = tuple(self._row(other, orders[other.order_id], shared) for *_, other, shared in ranked[:SHOWN])
        return Similar(rows, self.rates().get(case.scenario, Rate()), self._scenarios.title(case.scenario))

    def rates(self) -> Mapping[str, Rate]:
        """How often the newest cases of each scenario ended at no cost."""
        with self._store.reading() as conn:
            told = similar_rows.events_of(conn, similar_rows.newest_cases(conn))
        counts: dict[str, list[int]] = {}
        for order_id, at, events in told.values():
            case = fold(order_id, at, events)
            outcome = self._outcomes.find(case.outcome)
            if outcome is not None:
                count = counts.setdefault(case.scenario, [0, 0])
                count[0] += outcome.good
                count[1] += 1
        return {scenario: Rate(*count) for scenario, count in counts.items()}

    @staticmethod
    def _shared(case: Case, other: Case, one: Candidate) -> tuple[str, ...]:
        found = {
            "scenario": case.scenario == other.scenario,
            "reason": bool(_reasons(case) & _reasons(other)),
            "sku": one.sku,
            "text": _alike(_words(case), _words(other)),
            "words": one.words and not one.sku,
            "carrier": one.carrier,
            "country": one.country,
        }
        return tuple(name for name, holds in found.items() if holds)

    def _row(self, case: Case, order: Order, shared: tuple[str, ...]) -> SimilarCase:
        outcome = self._outcomes.find(case.outcome)
        sent = dict.fromkeys(str(event.data.get("template") or "") for event in case.sent)
        return SimilarCase(
            case_id=case.id,
            ref=case.ref,
            order_no=order.order_no,
            title=self._scenarios.title(case.scenario),
            outcome=outcome.title if outcome else None,
            good=bool(outcome and outcome.good),
            ended=case.closed_at is not None,
            lasted=case.closed_at - case.opened_at if case.closed_at else None,
            amount_minor=case.amount_minor,
            currency=order.currency,
            sent=tuple(self._title(template) for template in sent),
            shared=shared,
        )

    def _title(self, template: str) -> Bilingual:
        try:
            return self._replies.get(template).title
        except Problem:
            return Bilingual(template or "–", template or "–")  # of a template that is gone, or written freely


def _reasons(case: Case) -> set[str]:
    return {str(event.data["reason"]) for event in case.notices if event.data.get("reason")}


def _words(case: Case) -> str:
    return " ".join(fold_text(str(event.data.get("text") or ""))[:2_000] for event in case.notices)


def _alike(one: str, other: str) -> bool:
    return bool(one and other) and fuzz.token_set_ratio(one, other) >= _LIKE
