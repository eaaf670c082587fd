"""The outcome: which of the scenario's ends it was, what that does to the defect rate, and the amount."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.core.records.money import minor_digits
from claimdesk.ui.case.question import QuestionBody
from claimdesk.ui.case.standing import comes_next, ended, follows_open, outcome_option
from claimdesk.ui.case.step_body import FootAction
from claimdesk.ui.case.typing_field import TypingField
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.scenarios.schema import Option
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext


class OutcomeBody(QuestionBody):
    """Options that end the case, and what it cost."""

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("outcomeBody")
        self._asked_for: tuple[int, str] = (0, "")
        self._label = Plain("", role="control")
        self._field = TypingField()
        self._field.setObjectName("outcomeAmount")
        self._field.setFixedWidth(120)
        self._field.textChanged.connect(lambda _: self.foot_changed.emit())
        self._currency = Plain("", role="body", ink="text3")
        self._amount_row = QWidget()
        row = QHBoxLayout(self._amount_row)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(10)
        for widget in (self._label, self._field, self._currency):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.insertWidget(1, self._amount_row)
        self._effect_label = Plain("", role="control")
        self._effect = Segments()
        self._effect.setObjectName("outcomeEffect")
        self._effect.chosen.connect(lambda _: self.foot_changed.emit())
        self._effect_row = QWidget()
        effect = QHBoxLayout(self._effect_row)
        effect.setContentsMargins(0, 16, 0, 0)
        effect.setSpacing(10)
        effect.addWidget(self._effect_label)
        effect.addWidget(self._effect)
        effect.addStretch(1)
        self.column.insertWidget(1, self._effect_row)

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """Options with their effect; the amount starts empty because only the platform's notice knows it."""
        if ended(view):
            self._options.forget()  # what was picked before a decision came in says nothing any more
        super().show_step(view, place)
        self._label.setText(self.tr("Paid or refunded by you"))
        self._currency.setText(view.order.currency)
        self._field.setPlaceholderText(self.tr("none"))
        self._field.setEnabled(not self.session.closed)
        self._effect_label.setText(self.tr("In the platform’s figures"))
        self._effect.setAccessibleName(self._effect_label.text())
        self._effect.set_choices((
            ("counts", self.tr("Counts")), ("not_counted", self.tr("Not counted")), ("unknown", self.tr("Not known yet")),
        ))  # fmt: skip
        self._effect.setEnabled(not self.session.closed)
        if ended(view):
            self._effect.set_value(view.case.odr)
        elif self._asked_for != (view.case.id, place.step.id):
            self._effect.clear()
        self._asked_for = (view.case.id, place.step.id) if not self.session.closed else (0, "")
        # How a case ended is said above and what it cost beside it; options that do not say it would only mislead.
        self._options.setVisible(not ended(view) or bool(outcome_option(view, place)))
        self._amount_row.setVisible(not ended(view))
        self._show_effect()

    def marked(self, view: CaseView, place: PathStep) -> str:
        """A case that has ended marks how, also where a decision said so and not this step."""
        return outcome_option(view, place) if ended(view) else super().marked(view, place)

    def _on_picked(self, option_id: str) -> None:
        self._effect.clear()  # what was said of another outcome does not hold for this one
        self._show_effect()
        super()._on_picked(option_id)

    def _effect_of(self, outcome: str) -> str:
        desk = self.ctx.desk
        if desk is None or not outcome or self.view is None:
            return ""
        return desk.cases.outcome_effect(outcome, self.view.order.platform)

    @property
    def asks_effect(self) -> bool:
        """Whether only the operator can tell if the chosen outcome counts in the defect rate."""
        chosen = self._options.chosen
        option = next((o for o in self.place.options if o.id == chosen), None) if self.place else None
        return option is not None and self._effect_of(option.outcome) == "unknown"

    def _show_effect(self) -> None:
        self._effect_row.setVisible(self.asks_effect)

    def mark_words(self, option: Option) -> str:
        """What the outcome does to the defect rate."""
        return {
            "counts": self.tr("Counts"),
            "not_counted": self.tr("Not counted"),
            "unknown": self.tr("Ask the platform"),
        }.get(self._effect_of(option.outcome), "")

    def amount_minor(self) -> int | None:
        """What was typed, in minor units; None for nothing. Raises ValueError for anything but a plain amount."""
        text = self._field.text().strip().replace(",", "")
        if not text:
            return None
        currency = self.view.order.currency if self.view else ""
        try:
            amount = Decimal(text).scaleb(minor_digits(currency))
        except InvalidOperation as error:
            raise ValueError(text) from error
        if not amount.is_finite() or amount < 0 or amount != amount.to_integral_value() or amount > 10**12:
            raise ValueError(text)
        return int(amount)

    def foot_note(self) -> tuple[str, str]:
        try:
            self.amount_minor()
        except ValueError:
            return self.tr("Type the amount as 12.50"), "danger"
        if self.view is not None and ended(self.view):
            follow = comes_next(self.view)
            return (self.tr("Next: {0}").format(follow.action.get(self.ctx.language)) if follow else ""), "text2"
        if self._unsaid and not self.session.closed:
            return self.tr("Say whether it counts in the platform’s figures"), "text2"
        return "", "text3"

    @property
    def _unsaid(self) -> bool:
        return self.asks_effect and not self._effect.value

    def foot_actions(self) -> tuple[FootAction, ...]:
        if self.view is not None and ended(self.view):
            return self._ways(self.view)
        ready = bool(self._options.chosen) and not self.foot_note()[0] and not self.session.closed
        return (self.continue_action(self.tr("Record the outcome"), ready),)

    def _ways(self, view: CaseView) -> tuple[FootAction, ...]:
        """What follows and is done in another scenario; no key: the case was just closed with one."""
        use = next((one for one in follows_open(view) if one.way is not None), None)
        if use is None or use.way is None:
            return ()
        words, follow = use.way.get(self.ctx.language), use.id
        return (
            FootAction("followGo", words, lambda: self.way_asked.emit(follow), "arrow-counter-clockwise", primary=True),
        )

    def proceed(self) -> None:
        """Record the outcome with its amount; both are one change."""
        place, option_id = self.place, self._options.chosen
        if place is None or not option_id or self.foot_note()[0] or self.session.closed:
            return
        amount, step = self.amount_minor(), place.step.id
        odr = self._effect.value if self.asks_effect else ""
        self.finished_by.emit(
            lambda cases, case_id, now: cases.answer(case_id, step, option_id, now, amount_minor=amount, odr=odr)
        )
