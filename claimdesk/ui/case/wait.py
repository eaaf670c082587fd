"""Waiting: for whom, until when, and what to do meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.instruction import InstructionBody
from claimdesk.ui.case.step_body import FootAction
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import due_text, span_text

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.cases import Deadline
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class WaitBody(InstructionBody):
    """The case waits; the operator says when it has happened."""

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("waitBody")
        card = QFrame()
        card.setProperty("frame", "well")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        self._whom = Plain("", role="strong")
        self._until = Plain("", role="body", ink="text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._whom)
        words.addWidget(self._until)
        row.addWidget(Icon("hourglass", "wait", 24))
        row.addLayout(words, 1)
        self.column.insertWidget(0, card)
        self.column.insertSpacing(1, 12)

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """Whom the case waits for and until when, by the clock that runs next."""
        super().show_step(view, place)
        self._whom.setText(self.whom_words(place.step.wait_for))
        running = [clock for clock in view.deadlines if clock.met_at is None]
        self._until.setText(self._until_words(running[0]) if running else self._no_clock_words())

    def _until_words(self, clock: Deadline) -> str:
        now, language = self.ctx.now(), self.ctx.language
        action, due = clock.action.get(language), due_text(clock.safe, now, language, zone=self.ctx.home)
        if clock.watch and clock.safe <= now:
            return self.tr("{0}: was expected {1}").format(action, due)
        if clock.safe > now:
            return self.tr("{0}: until {1}, {2} left").format(action, due, span_text(clock.safe - now, language))
        return self.tr("{0}: was due {1}").format(action, due)

    def _no_clock_words(self) -> str:
        return self.tr("No clock is running. Look in again when you hear something.")

    def whom_words(self, wait_for: str) -> str:
        """Whom a step waits for."""
        return {
            "buyer": self.tr("Waiting for the buyer"),
            "platform": self.tr("Waiting for the platform"),
            "carrier": self.tr("Waiting for the carrier"),
        }.get(wait_for, self.tr("Waiting until the time has passed"))

    def foot_actions(self) -> tuple[FootAction, ...]:
        return (self.continue_action(self.tr("It happened, continue"), not self.session.closed),)
