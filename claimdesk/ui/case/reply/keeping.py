"""Loads the draft of a message step, keeps it while it is written, and reads what it was before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from claimdesk.core.records.replies import Draft
from claimdesk.ui.autosave import AutosaveTimer
from claimdesk.ui.case.reply.writing import Writing

if TYPE_CHECKING:
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class DraftKeeping(QObject):
    """`loaded(step, saved, draft, templates)` when a draft is there, `failed(error)` when it cannot be had.

    `renewed(writing, draft, templates)`: how a writing's template stands now, or None when it was deleted.
    """

    loaded = Signal(str, object, object, object)
    failed = Signal(object)
    renewed = Signal(object, object, object)

    def __init__(
        self,
        ctx: WindowContext,
        session: CaseSession,
        standing: Callable[[], tuple[int, str, Writing | None]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._session, self._standing = ctx, session, standing
        self.timer = AutosaveTimer(self.now, self)

    def soon(self) -> None:
        """Keep the draft after the pause."""
        self.timer.touch()

    def now(self) -> None:
        """Keep the draft as it stands."""
        self.timer.stop()
        case_id, step, writing = self._standing()
        if writing is None or case_id != self._session.case_id:
            return
        data = writing.saved()
        self._session.quietly(lambda cases, case_id, now: cases.save_draft(case_id, step, data, now))

    def finish(self) -> None:
        """Nothing typed is lost: an open pause is written at once."""
        if self.timer.isActive():
            self.now()

    def load(
        self, place: PathStep, platform: str, template: str = "", language: str = "", state: dict[str, Any] | None = None
    ) -> None:  # fmt: skip
        """Ask for the draft of a step as it was left, in another template or language, or in an earlier `state`."""
        desk, step = self._ctx.desk, place.step.id
        if desk is None:
            return
        templates = place.step.templates

        def question(cases: Any, case_id: int, now: Any) -> Any:
            saved = state or cases.saved_draft(case_id, step) or {}
            kept = str(saved.get("template", ""))
            if not desk.replies.knows(kept):
                kept = ""  # one of the operator's own, deleted since: the step's first letter stands in
            if state is None and saved:
                saved = _as_left(cases, case_id, step, saved, template or kept, language)
            draft = cases.draft(
                case_id, now, step=step, template=template or kept,
                language=language or saved.get("language", ""), fills=saved.get("fills") or {},
            )  # fmt: skip
            return saved, draft, desk.replies.for_step(templates, platform)

        self._session.ask(
            question, lambda found: self.loaded.emit(step, *found), self.failed.emit, lane="database"
        )  # fmt: skip

    def renew(self, place: PathStep, platform: str, writing: Writing) -> None:
        """Render what is written anew: its template, the order or an answer may have changed elsewhere."""
        desk = self._ctx.desk
        if desk is None:
            return
        step, templates, draft = place.step.id, place.step.templates, writing.draft

        def question(cases: Any, case_id: int, now: Any) -> Any:
            if not desk.replies.knows(draft.template):
                return None, ()
            fresh = cases.draft(case_id, now, step=step, template=draft.template, language=draft.language,
                                fills=dict(writing.fills))  # fmt: skip
            return fresh, desk.replies.for_step(templates, platform)

        self._session.ask(question, lambda found: self.renewed.emit(writing, *found))

    def render(self, writing: Writing, done: Callable[[Draft], None]) -> None:
        """The draft anew, over what has been filled in."""
        step = self._standing()[1]
        fills, template, language = dict(writing.fills), writing.draft.template, writing.draft.language

        def question(cases: Any, case_id: int, now: Any) -> Draft:
            draft: Draft = cases.draft(case_id, now, step=step, template=template, language=language, fills=fills)
            return draft

        self._session.ask(question, done)

    def other_letters(self, writing: Writing, done: Callable[[tuple[Draft, ...]], None]) -> None:
        """The other letters to the same reader, over this case."""
        draft, fills = writing.draft, dict(writing.fills)
        self._session.ask(lambda cases, case_id, now: cases.other_drafts(case_id, draft, now, fills), done)

    def history(self, done: Callable[[Any], None]) -> None:
        """What the draft was before, the newest first; after everything that is being written now."""
        self.finish()
        step = self._standing()[1]
        self._session.ask(lambda cases, case_id, now: cases.draft_history(case_id, step), done, lane="database")


def _as_left(
    cases: Any, case_id: int, step: str, saved: dict[str, Any], template: str, language: str
) -> dict[str, Any]:
    """What was typed into this letter in this language when it was last written, over the values given since."""
    wanted = (template, language or saved.get("language"))
    if (saved.get("template"), saved.get("language")) == wanted:
        return saved
    states = (one.data for one in cases.draft_history(case_id, step))
    left = next((data for data in states if (data.get("template"), data.get("language")) == wanted), None)
    if left is None:
        return saved
    fills = {**(left.get("fills") or {}), **(saved.get("fills") or {})}
    return {**left, "fills": fills, "copied_at": ""}
