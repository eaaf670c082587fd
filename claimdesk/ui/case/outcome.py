"""The outcome: which of the scenario's ends it was, what that does to the defect rate, and the amount."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.core.records.money import minor_digits
from claimdesk.ui.case.question import QuestionBody
from claimdesk.ui.case.step_body import FootAction
from claimdesk.ui.case.typing_field import TypingField
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
        self._label = Plain("", role="control")
        self._field = TypingField()
        self._field.setObjectName("outcomeAmount")
        self._field.setFixedWidth(120)
        self._field.textChanged.connect(lambda _: self.foot_changed.emit())
        self._currency = Plain("", role="body", ink="text3")
        row = QHBoxLayout()
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(10)
        for widget in (self._label, self._field, self._currency):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.insertLayout(1, row)

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """Options with their effect; the amount starts empty because only the platform's notice knows it."""
        super().show_step(view, place)
        self._label.setText(self.tr("Paid or refunded by you"))
        self._currency.setText(view.order.currency)
        self._field.setPlaceholderText(self.tr("none"))
        self._field.setEnabled(not self.session.closed)

    def mark_words(self, option: Option) -> str:
        """What the outcome does to the defect rate."""
        desk = self.ctx.desk
        odr = desk.cases.outcome_effect(option.outcome) if desk is not None and option.outcome else ""
        return {
            "counts": self.tr("Counts in ODR"),
            "not_counted": self.tr("Not in ODR"),
            "unknown": self.tr("ODR: ask the platform"),
        }.get(odr, "")

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
        return "", "text3"

    def foot_actions(self) -> tuple[FootAction, ...]:
        ready = bool(self._options.chosen) and not self.foot_note()[0] and not self.session.closed
        return (self.continue_action(self.tr("Record the outcome"), ready),)

    def proceed(self) -> None:
        """Record the outcome with its amount; both are one change."""
        place, option_id = self.place, self._options.chosen
        if place is None or not option_id or self.foot_note()[0] or self.session.closed:
            return
        amount, step = self.amount_minor(), place.step.id
        self.finished_by.emit(
            lambda cases, case_id, now: cases.answer(case_id, step, option_id, now, amount_minor=amount)
        )
