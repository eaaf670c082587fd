"""A message that lies ahead of where the case stands: which it is, and what marking it as sent would answer first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdesk.core.scenarios.walk import PathStep, Walk


def next_message(walk: Walk) -> str | None:
    """The first message of the predicted path that is not done; None when there is none."""
    return next((place.step.id for place in walk.path if place.step.kind == "message" and place.state != "done"), None)


def open_before(walk: Walk, step: str) -> tuple[PathStep, ...]:
    """The open steps before a step that lies ahead; none before the one where the case stands."""
    here = walk.at(step)
    if here is None or here.state != "ahead":
        return ()
    return tuple(place for place in walk.path if place.state != "done" and place.number < here.number)


def answers_before(walk: Walk, step: str) -> tuple[tuple[str, str], ...] | None:
    """Step and answer of each open step before this one, where a fact prefills every one of them; else None.

    An answer that leaves the scenario or ends the case is never given on the way.
    """
    answers = []
    for place in open_before(walk, step):
        option = next((one for one in place.options if one.id == place.prefill), None)
        if option is None or option.go or option.outcome:
            return None
        answers.append((place.step.id, option.id))
    return tuple(answers)
