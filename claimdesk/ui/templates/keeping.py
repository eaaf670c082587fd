"""Autosave of the template being written: 400 ms after the last key, and at once when it is left."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.ui.autosave import AutosaveTimer
from claimdesk.ui.context import Changes
from claimdesk.ui.templates.reading import Opened
from claimdesk.ui.templates.writing import TemplateText

if TYPE_CHECKING:
    from claimdesk.core.replies.history import Entry, TemplateState
    from claimdesk.ui.context import WindowContext


@dataclass(eq=False)
class _Session:
    """One visit of one template: all its savings are one revision. Read and set on the database lane only."""

    template: str
    text: TemplateText
    revision: int = 0


class Keeper(QObject):
    """`kept(state, entries)` after a saving, `failed(error)` when it could not be kept: the text stays here then."""

    kept = Signal(object, object)
    failed = Signal(object)
    saving = Signal()

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._session: _Session | None = None
        self._unkept: dict[str, TemplateText] = {}
        self._running = 0
        self._told = True  # whether the other screens know what was written
        self._timer = AutosaveTimer(self._save, self)

    @property
    def busy(self) -> bool:
        """Whether something is being kept or waits for it."""
        return self._running > 0 or self._timer.isActive()

    def begin(self, opened: Opened) -> TemplateText:
        """The text to write on: as it was read, or as it was left where it could not be kept."""
        template, session = opened.state.template.id, self._session
        if session is not None and session.template == template and self.busy:
            return session.text  # what is being written is newer than what was read
        text = self._unkept.pop(template, None)
        again = text is not None
        text = text or TemplateText(opened.data)
        self._session = _Session(template, text)
        if again:
            self.touch()
        return text

    def touch(self) -> None:
        """Something was changed: keep it after the next pause."""
        self._told = False
        self._timer.touch()
        self.saving.emit()

    def flush(self) -> None:
        """Keep it now, and tell the other screens."""
        if self._timer.isActive():
            self._timer.stop()
            self._save()
        elif not self._told and not self._running:
            self._tell()

    def leave(self) -> None:
        """Keep it now; what is written next is a revision of its own."""
        self.flush()
        session = self._session
        if session is not None:
            self._session = _Session(session.template, session.text)

    def _tell(self) -> None:
        self._told = True
        self._ctx.changed.emit(Changes(settings=True))

    def _save(self) -> None:
        desk, session, now = self._ctx.desk, self._session, self._ctx.now()
        if desk is None or session is None:
            return
        data, settled = copy.deepcopy(session.text.data), frozenset(session.text.settled)
        self._running += 1

        def work(_: object) -> tuple[TemplateState, tuple[Entry, ...]]:
            state, session.revision = desk.revisions.save(
                session.template, data, now, session=session.revision, settled=settled
            )
            return state, desk.revisions.history(session.template)

        def done(result: tuple[TemplateState, tuple[Entry, ...]]) -> None:
            self._running -= 1
            state, entries = result
            self._unkept.pop(session.template, None)
            self.kept.emit(state, entries)
            if not self.busy and (self._session is None or self._session is not session):
                self._tell()

        def failed(error: Exception) -> None:
            self._running -= 1
            self._unkept[session.template] = session.text
            self._told = True  # there is nothing new to tell
            self.failed.emit(error)

        self._ctx.jobs.run(work, owner=self, done=done, failed=failed, lane="database", keeps=True)
