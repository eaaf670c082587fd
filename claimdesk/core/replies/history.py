"""The history of one template: its revisions in words a list can show, and which text counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, cast

from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.difference import Difference, difference
from claimdesk.core.replies.faults import faults, read_form
from claimdesk.core.replies.schema import Template
from claimdesk.core.storage.template_rows import Revision

Kind = Literal["original", "edited", "restored", "reset", "kept", "imported", "created"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a history. `number` counts the changes from 1 (0 is the shipped text, whose `at` is None).

    `change` is against the line before it in time; None for the first.
    """

    id: int
    number: int
    at: datetime | None
    kind: Kind
    template: Template
    change: Difference | None


@dataclass(frozen=True, slots=True)
class TemplateState:
    """A template as it is being written.

    `counts` is what replies use: another text than `template` while that one has `faults`. `revision` is the id of the
    newest revision (0 for a shipped text that was never changed), `update` the newer shipped text where there is one.
    """

    template: Template
    counts: Template | None
    shipped: Template | None
    revision: int = 0
    at: datetime | None = None
    based_on: int = 0
    stale: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()
    update: Template | None = None

    @property
    def edited(self) -> bool:
        """Whether the text is not the shipped one."""
        return self.shipped is None or content(self.template) != content(self.shipped)

    @property
    def own(self) -> bool:
        """Whether the operator made the template."""
        return self.shipped is None


class History:
    """Revisions of one template (newest first) over its shipped text."""

    def __init__(self, shipped: Template | None, rows: Sequence[Revision]) -> None:
        self._shipped, self._rows = shipped, rows

    def state(self) -> TemplateState | None:
        """The template as its newest revision has it; None for an own one that was removed."""
        row = next(iter(self._rows), None)
        written = text_in(row) if row else None
        if row is None or written is None:
            if self._shipped is None:
                return None
            return TemplateState(
                self._shipped, self._shipped, self._shipped, row.id if row else 0, row.at if row else None
            )
        wrong = faults(written)
        based_on = int(row.data.get("based_on", 0))
        newer = self._shipped if self._shipped and self._shipped.version > based_on else None
        return TemplateState(
            template=written,
            counts=written if not wrong else effective(self._rows) or self._shipped,
            shipped=self._shipped,
            revision=row.id,
            at=row.at,
            based_on=based_on,
            stale={key: tuple(languages) for key, languages in (row.data.get("stale") or {}).items()},
            faults=wrong,
            update=newer if newer and content(newer) != content(written) else None,
        )

    def entries(self) -> tuple[Entry, ...]:
        """Every revision, newest first, then the shipped text as it was before the first of them."""
        entries: list[Entry] = []
        oldest_first = list(reversed(self._rows))
        before: Template | None = None
        if self._shipped and not any(row.data.get("kind") == "original" for row in oldest_first):
            entries.append(Entry(0, 0, None, "original", self._shipped, None))
            before = self._shipped
        number = 0
        for row in oldest_first:
            text = text_in(row) or self._shipped
            if text is None:
                continue
            kind = cast(Kind, row.data.get("kind", "edited") if row.data else "reset")
            number += kind != "original"
            change = difference(before, text) if before else None
            entries.append(Entry(row.id, 0 if kind == "original" else number, None if kind == "original" else row.at,
                                 kind, text, change))  # fmt: skip
            before = text
        return tuple(reversed(entries))


def text_in(row: Revision) -> Template | None:
    """The text of a revision; None where it stands for the shipped one, or cannot be read any more."""
    if not row.data.get("template"):
        return None
    try:
        return read_form(row.data["template"])
    except Problem:
        return None


def effective(rows: Sequence[Revision]) -> Template | None:
    """The newest text without fault since the last reset; None when the shipped one counts."""
    for row in rows:
        if not row.data:
            return None
        if row.data.get("kind") == "original":
            return None
        text = text_in(row)
        if text is not None and not faults(text):
            return text
    return None


def content(template: Template) -> dict[str, Any]:
    """What a template says, without where it comes from."""
    return template.model_dump(mode="json", exclude={"id", "version", "checked", "brief", "native_checked"})
