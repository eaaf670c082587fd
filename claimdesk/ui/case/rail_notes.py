"""Second lines of the steps rail for steps that have more to say than their answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from claimdesk.ui.widgets.times import due_text

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView


def rail_notes(view: CaseView, now: datetime, language: str, zone: str) -> dict[str, str]:
    """Step id to words: when a message was sent, how much evidence there is, what was skipped; times in a zone."""
    notes: dict[str, str] = {}
    files = {file.item for file in view.case.evidence}
    for place in view.walk.path:
        if place.step.kind == "evidence" and place.state != "ahead":
            items = [i for i in place.step.items if not i.platforms or view.order.platform in i.platforms]
            have = sum(item.id in files for item in items)
            words = QCoreApplication.translate("StepsRail", "{0} of {1} collected")
            notes[place.step.id] = words.format(have, len(items))
        elif place.answer == "skipped":
            notes[place.step.id] = QCoreApplication.translate("StepsRail", "Skipped")
    for event in view.case.sent:
        words = QCoreApplication.translate("StepsRail", "Sent {0}")
        notes[str(event.data.get("step", ""))] = words.format(due_text(event.at, now, language, zone=zone))
    return notes
