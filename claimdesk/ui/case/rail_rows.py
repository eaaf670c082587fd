"""The rows of the steps rail, from the walk: a head where a phase begins, then its steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.ui.case.standing import ended, outcome_option

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.walk import PathStep

HEAD = "head"
DONE = "done"
CURRENT = "current"
AHEAD = "ahead"
CHECK = "check"  # answered, but an earlier answer was changed since


@dataclass(frozen=True, slots=True)
class RailRow:
    """One row: `phase` for a head; number, title and a second line for a step."""

    kind: str
    phase: str = ""
    step_id: str = ""
    number: int = 0
    title: str = ""
    detail: str = ""
    conditional: bool = False
    shown: bool = False
    over: bool = False  # the case has ended

    @property
    def opens(self) -> bool:
        """Whether a click leads anywhere."""
        return self.kind in (DONE, CURRENT, CHECK)


def rail_rows(view: CaseView, shown: str, language: str) -> tuple[RailRow, ...]:
    """The rail of a case; `shown` is the step in the middle."""
    rows: list[RailRow] = []
    over = ended(view)  # a decision may end a case whose steps are open
    phase = ""
    for place in view.walk.path:
        if place.step.phase != phase:
            phase = place.step.phase
            rows.append(RailRow(HEAD, phase=phase))
        rows.append(
            RailRow(
                state_of(place) if not over else DONE if place.step.kind == "outcome" or place.state == DONE else AHEAD,
                phase,
                place.step.id,
                place.number,
                place.step.title.get(language),
                answer_words(place, language, outcome_option(view, place) if over else ""),
                place.conditional,
                place.step.id == shown,
                over,
            )
        )
    return tuple(rows)


def state_of(place: PathStep) -> str:
    """How the rail shows a step."""
    if place.state == DONE:
        return CHECK if place.check_again else DONE
    return CURRENT if place.state == CURRENT else AHEAD


def answer_words(place: PathStep, language: str, answer: str = "") -> str:
    """The answer given at a step (or another one named), in its option's words; empty for steps that are simply done."""
    for option in place.step.options:
        if option.id == (answer or place.answer):
            return option.label.get(language)
    return ""
