"""Checks a draft on the reading lane, a moment after the last key, and drops answers about an older text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from claimdesk.core.records.replies import Finding
from claimdesk.ui.case.reply.writing import Writing

if TYPE_CHECKING:
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext

PAUSE = 200  # ms after the last key


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings of one text, how many rules it passed, and how many the owner has switched off."""

    text: str = ""
    findings: tuple[Finding, ...] = ()
    passed: int = 0
    off: int = 0


class DraftChecker(QObject):
    """`found()` when `checked` holds the findings of the text as it stands."""

    found = Signal()

    def __init__(
        self, ctx: WindowContext, session: CaseSession, writing: Callable[[], Writing | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx, self._session, self._writing = ctx, session, writing
        self.checked = Checked()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE)
        self.pause.timeout.connect(self.now)

    def soon(self) -> None:
        """Check after the pause."""
        self.pause.start()

    def forget(self) -> None:
        """Another draft is about to be shown."""
        self.checked = Checked()

    def keep_word(self, word: str) -> None:
        """The word is right: no check names it any more."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: desk.policy.add_word(word), owner=self, done=lambda _: self.now())

    def now(self) -> None:
        """Check the text as it stands."""
        self.pause.stop()
        writing, desk, view = self._writing(), self._ctx.desk, self._session.view
        if writing is None or desk is None or view is None:
            return
        text, audience, language = writing.text, writing.draft.audience, writing.draft.language
        fills, platform = dict(writing.fills), view.order.platform
        asked, missing = writing.fill_ins(), writing.missing

        def question(cases: Any, case_id: int, now: Any) -> Checked:
            from claimdesk.core.replies.waiting import only_waits  # at first use: the frame paints without it

            rules = desk.policy.applying(platform, audience)
            checked = cases.check(case_id, text, audience, language, now, fills)
            broken = {finding.rule for finding in checked}
            findings = tuple(each for each in checked if not only_waits(each, asked, missing, rules))
            off = len(desk.policy.off_here(platform, audience))
            return Checked(text, findings, sum(rule.id not in broken for rule in rules), off)

        self._session.ask(question, self._take)

    def _take(self, checked: Checked) -> None:
        writing = self._writing()
        if writing is None or checked.text != writing.text:
            return
        self.checked = checked
        self.found.emit()
