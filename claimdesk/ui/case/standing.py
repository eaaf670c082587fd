"""Where a case stands on its path, as the window shows it: a case that has ended stands at its outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdesk.core.cases.outcomes import Follow
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.walk import PathStep


def ended(view: CaseView) -> bool:
    """Whether the case is closed with an outcome, whoever recorded it: its step, or a decision that was read."""
    return view.case.closed_at is not None and bool(view.case.outcome)


def stands_at(view: CaseView) -> PathStep | None:
    """The step to show: the outcome of a case that has ended, else the open one, else the last that was done."""
    path = view.walk.path
    if ended(view):
        last = next((place for place in path if place.step.kind == "outcome"), None)
        if last is not None:
            return last
    current = view.walk.at(view.walk.current) if view.walk.current else None
    done = [place for place in path if place.state == "done"]
    return current or next(reversed(done or path), None)


def wants_a_look(view: CaseView, step: str) -> str:
    """The first step after this one whose answer an earlier change has put in doubt; empty for the open one, or none."""
    ids = [place.step.id for place in view.walk.path]
    later = view.walk.path[ids.index(step) + 1 :] if step in ids else ()
    again = next((place.step.id for place in later if place.check_again), "")
    return again if again != view.walk.current else ""


def outcome_option(view: CaseView, place: PathStep) -> str:
    """The option of an outcome step that says how the case ended, though nobody answered the step; empty for none."""
    fitting = (option.id for option in place.options if option.outcome == view.case.outcome)
    told = place.step.kind == "outcome" and ended(view)
    return place.answer or (next(fitting, "") if told else "")


def follows_open(view: CaseView) -> tuple[Follow, ...]:
    """What the outcome started and is not done, the first to end first."""
    running = (clock for clock in view.deadlines if clock.met_at is None and clock.follow in view.follow)
    return tuple(view.follow[clock.follow] for clock in running)


def comes_next(view: CaseView) -> Follow | None:
    """What is to be done next of what the outcome started."""
    return next(iter(follows_open(view)), None)
