"""What the remedy step reads: the assumptions of an order, the comparison under them, and similar cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from decimal import Decimal

    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.desk import Desk
    from claimdesk.core.records.facts import FactValue
    from claimdesk.core.remedies.assumptions import Assumptions
    from claimdesk.core.remedies.comparison import Comparison
    from claimdesk.core.remedies.history import Share


@dataclass(frozen=True, slots=True)
class RemedyReading:
    """`assumptions` carry what the operator typed; `choice` is the remedy picked before, empty when none was."""

    assumptions: Assumptions
    comparison: Comparison
    similar: Share | None
    choice: str


def known_of(view: CaseView, step: str) -> tuple[dict[str, FactValue], dict[str, str]]:
    """What the rules look at: the facts with the scenario's family, and the option of each step done before."""
    facts = {**view.facts.values(), "family": view.scenario.family}
    place = view.walk.at(step)
    before = [each for each in view.walk.path if place is None or each.number < place.number]
    return facts, {each.step.id: each.answer for each in before if each.state == "done"}


def compared_in(view: CaseView, step: str) -> tuple[str, ...]:
    """The remedies that the step of the scenario compares; empty for all of them."""
    place = view.walk.at(step)
    return tuple(option.id for option in place.options) if place is not None and place.step.options else ()


def read_remedies(desk: Desk, view: CaseView, step: str, now: datetime) -> RemedyReading:
    """Everything that the step shows, with what the case kept of it."""
    facts, answers = known_of(view, step)
    closed = desk.cases.rows(now, status="closed")
    similar = desk.remedies.similar(view.scenario.id, closed, but=view.case.id)
    saved = desk.cases.saved_draft(view.case.id, step) or {}
    assumed = desk.remedies.assumptions(view.order, facts, answers, now, similar).restored(saved)
    compared = desk.remedies.compare(facts, answers, assumed, compared_in(view, step))
    answer = view.case.answers.get(step)
    given = answer.option if answer is not None and compared.option(answer.option) is not None else ""
    return RemedyReading(assumed, compared, similar, given or str(saved.get("choice", "")))


def compare_again(
    desk: Desk, view: CaseView, step: str, before: RemedyReading, edits: Mapping[str, Decimal]
) -> RemedyReading:  # fmt: skip
    """The same with other values of the operator."""
    facts, answers = known_of(view, step)
    assumed = before.assumptions.changed(edits)
    compared = desk.remedies.compare(facts, answers, assumed, compared_in(view, step))
    return RemedyReading(assumed, compared, before.similar, before.choice)
