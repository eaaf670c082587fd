"""Editing templates: what the operator writes is a revision of the shipped text, which itself is never touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from claimdesk.core.records.problems import Problem
from claimdesk.core.replies.faults import read_form
from claimdesk.core.replies.history import Entry, History, Kind, TemplateState, content, effective
from claimdesk.core.replies.replies import Replies
from claimdesk.core.replies.schema import Template
from claimdesk.core.replies.staleness import stale_after
from claimdesk.core.storage import template_rows
from claimdesk.core.storage.store import Connection, Store
from claimdesk.core.storage.template_rows import Revision


class Revisions:
    """Keeps changed templates, and lets `Replies` use the newest revision of each that has no fault."""

    def __init__(self, store: Store, replies: Replies) -> None:
        self._store, self._replies = store, replies
        with store.reading() as conn:
            self._apply(conn)

    # what there is

    def states(self) -> tuple[TemplateState, ...]:
        """Every template as it is being written, in order of id; own ones that were removed are left out."""
        with self._store.reading() as conn:
            changed = {key: self._history(conn, key) for key in template_rows.changed_templates(conn)}
        found = {
            template.id: History(template, ()) for template in self._replies.all() if self._replies.shipped(template.id)
        }
        states = (history.state() for history in {**found, **changed}.values())
        return tuple(sorted((state for state in states if state), key=lambda state: state.template.id))

    def state(self, template_id: str) -> TemplateState:
        """One template as it is being written. Raises Problem `template_unknown`."""
        with self._store.reading() as conn:
            state = self._history(conn, template_id).state()
        if state is None:
            raise Problem("template_unknown", template=template_id)
        return state

    def history(self, template_id: str) -> tuple[Entry, ...]:
        """Every revision, newest first; the shipped text, as it was when it was first changed, is the last."""
        with self._store.reading() as conn:
            return self._history(conn, template_id).entries()

    def text_of(self, template_id: str, revision: int) -> Template:
        """The text of one revision (0 is the shipped one). Raises Problem `template_revision_unknown`."""
        for entry in self.history(template_id):
            if entry.id == revision:
                return entry.template
        shipped = self._replies.shipped(template_id)
        if revision == 0 and shipped:
            return shipped
        raise Problem("template_revision_unknown", template=template_id)

    # changing

    def save(
        self,
        template_id: str,
        data: Mapping[str, Any],
        at: datetime,
        *,
        session: int = 0,
        settled: Collection[tuple[str, str]] = (),
        kind: Kind = "edited",
    ) -> tuple[TemplateState, int]:
        """Keep a template as it stands, plain data in the form of `schema.Template`; and the session to go on with.

        All savings of one `session` (what the first one gave) are one revision, which goes away when it says what the
        one before says; the session is then 0 again. Faulty texts are kept too; until they are mended the text before
        counts. `settled` are stale (paragraph, language) that fit. Raises Problem `template_form_faulty`.
        """
        template = read_form({**data, "id": template_id})
        with self._store.writing() as conn:
            session = self._keep(conn, template, at, session, settled, kind)
            self._apply(conn)
        return self.state(template_id), session

    def _keep(
        self, conn: Connection, template: Template, at: datetime, session: int,
        settled: Collection[tuple[str, str]], kind: Kind,
    ) -> int:  # fmt: skip
        rows = template_rows.revisions(conn, template.id)
        mine = session if rows and rows[0].id == session else 0
        before = History(self._replies.shipped(template.id), rows[1:] if mine else rows).state()
        base = before.based_on if before else 0
        base = base or (shipped.version if (shipped := self._replies.shipped(template.id)) else 0)
        marks = before.stale if before else {}
        stale = stale_after(before.template if before else None, template, marks, settled)
        if before and content(before.template) == content(template) and dict(before.stale) == stale:
            self._drop(conn, rows, mine)
            return 0
        row = {"template": template.model_dump(mode="json"), "based_on": base, "kind": kind, "stale": stale}
        if mine:
            template_rows.rewrite_revision(conn, mine, row, at)
            return mine
        self._keep_original(conn, template.id, rows, at)
        return template_rows.add_revision(conn, template.id, row, at)

    def _keep_original(self, conn: Connection, template_id: str, rows: Collection[Revision], at: datetime) -> None:
        """The shipped text goes into the history before the first change, because an update may replace it."""
        shipped = self._replies.shipped(template_id)
        if shipped and not any(row.data for row in rows):
            original = {"template": shipped.model_dump(mode="json"), "based_on": shipped.version, "kind": "original"}
            template_rows.add_revision(conn, template_id, original, at)

    def _drop(self, conn: Connection, rows: list[Revision], mine: int) -> None:
        """A session that ends where it began leaves nothing behind."""
        if not mine:
            return
        left = [row for row in rows if row.id != mine]
        alone = [row.id for row in left if row.data.get("kind") == "original"] if len(left) == 1 else []
        template_rows.remove_revisions(conn, [mine, *alone])

    def restore(self, template_id: str, revision: int, at: datetime) -> TemplateState:
        """Let an earlier text count again, as a new revision. Raises Problem `template_revision_unknown`."""
        text = self.text_of(template_id, revision)
        return self.save(template_id, text.model_dump(mode="json"), at, kind="restored")[0]

    def reset(self, template_id: str, at: datetime) -> int:
        """Let the shipped text count again, take an own template out of use; what was written stays in the history.

        Gives the revision made, for `take_back`.
        """
        with self._store.writing() as conn:
            made = template_rows.add_revision(conn, template_id, {}, at)
            self._apply(conn)
        return made

    def keep_mine(self, template_id: str, at: datetime) -> TemplateState:
        """Keep the own text beside a newer shipped one, which is then no longer offered."""
        state = self.state(template_id)
        shipped = self._replies.shipped(template_id)
        if shipped is None or not state.update:
            return state
        row = {"template": state.template.model_dump(mode="json"), "based_on": shipped.version, "kind": "kept",
               "stale": dict(state.stale)}  # fmt: skip
        with self._store.writing() as conn:
            template_rows.add_revision(conn, template_id, row, at)
            self._apply(conn)
        return self.state(template_id)

    def create(self, template: Template, at: datetime) -> TemplateState:
        """A template of the operator's own under a free id made from the given one."""
        with self._store.writing() as conn:
            taken = {one.id for one in self._replies.all()} | set(template_rows.changed_templates(conn))
            own = template.model_copy(update={"id": _free(template.id, taken), "brief": ()})
            self._keep(conn, own, at, 0, (), "created")
            self._apply(conn)
        return self.state(own.id)

    def take_in(self, templates: Iterable[Template], at: datetime) -> tuple[int, ...]:
        """Keep templates that came from a file, all or none; the revisions made (none for texts that were the same)."""
        with self._store.writing() as conn:
            kept = [self._keep(conn, template, at, 0, (), "imported") for template in templates]
            self._apply(conn)
        return tuple(revision for revision in kept if revision)

    def take_back(self, revisions: Collection[int]) -> None:
        """Take revisions out again that were just made, as Undo does, with originals that then stand alone."""
        with self._store.writing() as conn:
            template_rows.remove_revisions(conn, revisions)
            for template_id in template_rows.changed_templates(conn):
                rows = template_rows.revisions(conn, template_id)
                if all(row.data.get("kind") == "original" for row in rows):
                    template_rows.remove_revisions(conn, [row.id for row in rows])
            self._apply(conn)

    # keeping Replies true

    def _history(self, conn: Connection, template_id: str) -> History:
        return History(self._replies.shipped(template_id), template_rows.revisions(conn, template_id))

    def _apply(self, conn: Connection) -> None:
        counting = {}
        for template_id in template_rows.changed_templates(conn):
            template = effective(template_rows.revisions(conn, template_id))
            if template is not None:
                counting[template_id] = template
        self._replies.use(counting)


def _free(wanted: str, taken: Collection[str]) -> str:
    if wanted not in taken:
        return wanted
    return next(name for number in range(2, 10_000) if (name := f"{wanted}_{number}") not in taken)
