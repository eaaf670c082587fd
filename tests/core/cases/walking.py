"""A case brought to a step, without anybody at the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from claimdesk.core.desk import Desk
from claimdesk.core.scenarios.walk import Walk


def walk_until(
    desk: Desk, case_id: int, now: datetime, there: Callable[[Walk], bool], answers: Mapping[str, str] | None = None
) -> Walk:
    """Answer step by step with what is given, else what the facts suggest, else the first option; the walk that is there."""
    given = answers or {}
    for _ in range(30):
        walk = desk.cases.view(case_id, now).walk
        if there(walk):
            return walk
        place = walk.at(walk.current)
        option = given.get(place.step.id) or place.prefill or place.options[0].id
        desk.cases.answer(case_id, place.step.id, option, now)
    raise AssertionError(walk.current)


def walk_to(desk: Desk, case_id: int, step: str, now: datetime) -> None:
    """Answer everything before a step."""
    walk_until(desk, case_id, now, lambda walk: walk.current == step)
