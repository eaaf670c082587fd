"""A question: option cards, the likely answer preselected with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.case.found_card import FoundCard
from claimdesk.ui.case.hint_line import HintLine
from claimdesk.ui.case.options_body import OptionList
from claimdesk.ui.case.reply.ahead import next_message
from claimdesk.ui.case.step_body import FootAction, StepBody

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.schema import Option
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class QuestionBody(StepBody):
    """One question of the scenario."""

    may_skip = False

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("questionBody")
        self._options = OptionList(self)
        self._options.picked.connect(self._on_picked)
        self.found = FoundCard(ctx, self)
        self.found.thread_asked.connect(self.thread_asked)
        self._reason = HintLine("info", parent=self)
        self._reason.setObjectName("preselectionReason")
        self._source = HintLine("book-open", parent=self)
        layout = self.column = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 16)
        layout.setSpacing(0)
        top = QVBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.found)
        top.addWidget(self._options)
        layout.addLayout(top)
        layout.addSpacing(14)
        layout.addWidget(self._reason)
        layout.addSpacing(6)
        layout.addWidget(self._source)
        layout.addStretch(1)

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """The stored answer is marked, or else the one that the facts suggest."""
        if self.place is not None and (self.place.step.id, self.place.answer) != (place.step.id, place.answer):
            self._options.forget()
        super().show_step(view, place)
        self._options.offer(place.step.id, place.options, self.marked(view, place))
        self._options.setEnabled(not self.session.closed)
        language = self.ctx.language
        for card, option in zip(self._options.cards, place.options, strict=True):
            forbidden = place.disabled.get(option.id)
            leads = forbidden.get(language) if forbidden else self.leads_words(option)
            card.setEnabled(forbidden is None)
            # What cannot be chosen is no ground of any kind; the reason stands where its consequence would.
            strength = option.strength if forbidden is None else "none"
            mark = self.mark_words(option) if forbidden is None else self.tr("Not possible here")
            card.show_words(option.label.get(language), leads, strength, self.strength_words(strength), mark)
        self._show_reason(place)
        self.found.show_quotes(view.quotes.get(place.step.id, ()))

    def marked(self, view: CaseView, place: PathStep) -> str:
        """The option that is marked before anybody picks one."""
        return place.answer or place.prefill

    def leads_words(self, option: Option) -> str:
        """What follows from an option."""
        return option.leads.get(self.ctx.language) if option.leads else ""

    def mark_words(self, option: Option) -> str:
        """A second chip on a card; questions have none."""
        return ""

    def strength_words(self, strength: str) -> str:
        """How good a ground an option gives."""
        return {
            "strong": self.tr("Strong ground"),
            "fixable": self.tr("Can be fixed"),
            "weak": self.tr("Weak ground"),
            "undecided": self.tr("Undecided"),
        }.get(strength, "")

    def foot_actions(self) -> tuple[FootAction, ...]:
        onward = self.continue_action(enabled=bool(self._options.chosen) and not self.session.closed)
        return (*self.reply_action(), onward)

    def reply_action(self) -> tuple[FootAction, ...]:
        """The way to the next message, where one lies ahead."""
        if self.view is None or self.session.closed or next_message(self.view.walk) is None:
            return ()
        return (FootAction("replyNow", self.tr("Reply now"), self.reply_asked.emit, "chat-text", "Ctrl R", ghost=True),)

    def proceed(self) -> None:
        """Give the chosen answer."""
        if self._options.chosen and not self.session.closed:
            self.answered.emit(self._options.chosen, "")

    def take_digit(self, digit: int) -> bool:
        """Choose the card with that number."""
        return not self.session.closed and self._options.choose(digit)

    def focus_first(self) -> None:
        self._options.focus_chosen()

    def _on_picked(self, option_id: str) -> None:
        self.foot_changed.emit()

    def _show_reason(self, place: PathStep) -> None:
        language = self.ctx.language
        number = next((at for at, option in enumerate(place.options, 1) if option.id == place.prefill), 0)
        if number and place.because is not None:
            reason = place.because.get(language)
            self._reason.say(self.tr("Answer {0} is preselected: {1}").format(number, reason))
        else:
            self._reason.say("")
        self._source.say(self.tr("Source: {0}").format(place.step.source) if place.step.source else "")
