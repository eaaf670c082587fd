"""The letter of a dossier: what the platform was told last, else what is written so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from claimdesk.core.records.moments import parse_moment
from claimdesk.core.records.problems import Problem
from claimdesk.core.records.replies import Audience

if TYPE_CHECKING:
    from claimdesk.core.cases.cases import Cases
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.schema import Step


@dataclass(frozen=True, slots=True)
class Letter:
    """The text word for word; `at` is when it was sent or copied, None for a draft."""

    text: str
    status: Literal["sent", "copied", "draft"]
    at: datetime | None = None


def letter_of(cases: Cases, view: CaseView, now: datetime) -> Letter | None:
    """The last text to the platform that was sent or copied, else the draft; None where the scenario needs none."""
    gone_out = [
        Letter(str(event.data["text"]), "sent", event.at)
        for event in view.case.sent
        if event.data.get("audience") == Audience.PLATFORM.value
    ]
    steps = [step for step in view.scenario.steps if step.kind == "message" and step.audience is Audience.PLATFORM]
    written: list[Letter] = []
    for step in steps:
        kept = _kept(cases, view, step)
        if kept is not None:
            (gone_out if kept.at is not None else written).append(kept)
    if gone_out:
        return max(gone_out, key=_when)
    if written:
        return written[-1]
    return _drafted(cases, view, now)


def _kept(cases: Cases, view: CaseView, step: Step) -> Letter | None:
    saved = cases.saved_draft(view.case.id, step.id) or {}
    text = str(saved.get("text") or "")
    if not text.strip():
        return None
    copied = parse_moment(str(saved.get("copied_at") or ""))
    return Letter(text, "copied", copied) if isinstance(copied, datetime) else Letter(text, "draft")


def _drafted(cases: Cases, view: CaseView, now: datetime) -> Letter | None:
    ahead = [place.step for place in view.walk.path if place.step.kind == "message"]
    step = next((step for step in ahead if step.audience is Audience.PLATFORM), None)
    if step is None:
        return None
    try:
        return Letter(cases.draft(view.case.id, now, step=step.id).text, "draft")
    except Problem:  # no letter fits the order's platform
        return None


def _when(letter: Letter) -> tuple[float, bool]:
    """By its time; a text that was sent is the same text that was copied before, and what was sent counts."""
    return (letter.at.timestamp() if letter.at else 0.0, letter.status == "sent")
