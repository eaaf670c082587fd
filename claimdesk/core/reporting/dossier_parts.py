"""What of a case belongs into its dossier: the exhibits, the history that others may read, and what is still lacking."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.core.cases.fold import undone
from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.cases import Event, EventKind

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView, TimelineEntry
    from claimdesk.core.knowledge.wording import Wording

# What a shop did and was told. How it weighed a case (answers, notes, reasons, follow-ups) is its own.
_TOLD = frozenset({
    EventKind.OPENED, EventKind.NOTICE_READ, EventKind.EVIDENCE_ADDED, EventKind.SENT, EventKind.OUTCOME_RECORDED,
    EventKind.CLOSED, EventKind.REOPENED,
})  # fmt: skip
_UNDOING = frozenset({EventKind.UNDONE.value, EventKind.REDONE.value})
_LONGEST = 80
_UNFIT = re.compile(r'[<>:"|?*%\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Lacking:
    """A required item without a file, and the step that collects it."""

    step: str
    item: str
    label: Bilingual


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One numbered piece of evidence: `file` is its path in the dossier, `name` what it was called when it was added."""

    number: int
    file: str
    item: str
    title: str
    name: str
    sha256: str
    size: int
    at: datetime


def lacking_items(view: CaseView) -> tuple[Lacking, ...]:
    """The required items of the path's evidence steps, for the order's platform, that have no file."""
    held = {file.item for file in view.case.evidence}
    return tuple(
        Lacking(place.step.id, item.id, item.label)
        for place in view.walk.path
        if place.step.kind == "evidence"
        for item in place.step.items
        if item.required and item.id not in held and (not item.platforms or view.order.platform in item.platforms)
    )


def exhibits_of(view: CaseView, language: str, wording: Wording) -> tuple[Exhibit, ...]:
    """The files of a case, numbered as its letters number them."""
    titles = {item.id: item.label for step in view.scenario.steps for item in step.items}
    other = wording.text("dossier_other_file")
    return tuple(
        Exhibit(
            number, f"exhibits/{number:02d}-{safe_name(file.item, 40)}-{safe_name(file.name)}", file.item,
            titles.get(file.item, other).get(language), file.name, file.sha256, file.size, file.at,
        )
        for number, file in enumerate(view.case.evidence, 1)
    )  # fmt: skip


def safe_name(name: str, longest: int = _LONGEST) -> str:
    """A file name that every system can unpack and that leads nowhere else; its ending is kept."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in unicodedata.normalize("NFC", last) if unicodedata.category(sign)[0] != "C")
    fit = _UNFIT.sub("_", seen).strip(". ")
    stem, dot, ending = fit.rpartition(".")
    if dot and len(ending) <= 10:
        fit = f"{stem[: longest - len(ending) - 1].rstrip('. ')}.{ending}"
    return fit[:longest].strip(". ") or "file"


def history_of(view: CaseView, events: Sequence[Event]) -> tuple[TimelineEntry, ...]:
    """The lines of the history that go out: nothing that was taken back, and only evidence that is enclosed."""
    gone = undone(events).gone
    enclosed = {(file.item, file.sha256, file.at) for file in view.case.evidence}
    told = {
        event.id
        for event in events
        if event.id not in gone and event.kind in _TOLD
        and (event.kind is not EventKind.EVIDENCE_ADDED
             or (str(event.data["item"]), str(event.data["sha256"]), event.at) in enclosed)
    }  # fmt: skip
    return tuple(
        entry for entry in view.timeline if (entry.event in told if entry.event else entry.kind not in _UNDOING)
    )
