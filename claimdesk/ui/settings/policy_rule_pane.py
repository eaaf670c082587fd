"""One rule of the message check: why, what to write instead, who says so; and switching it off with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.cards import Card, Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import moment_text

if TYPE_CHECKING:
    from claimdesk.core.policy.own_choices import SwitchedOff
    from claimdesk.core.policy.schema import PolicyRule
    from claimdesk.ui.context import WindowContext


@dataclass(frozen=True, slots=True)
class ShownPolicyRule:
    """A rule, whether and why it is off, and whether it may be switched off at all."""

    rule: PolicyRule
    off: SwitchedOff | None
    can_switch_off: bool


class PolicyRulePane(Card):
    """`switched_off(rule id, reason)`, `switched_on(rule id)`."""

    switched_off = Signal(str, str)
    switched_on = Signal(str)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, gap=2)
        self._ctx = ctx
        self._shown: tuple[ShownPolicyRule, str, str, str] | None = None
        self.setObjectName("policyRule")
        self._title, self._id = Plain("", "section", wrap=True), Plain("", "secondary", "text3")
        self._rows = [(Plain("", "table", "text3"), Plain("", "table", wrap=True)) for _ in range(7)]
        self._state = Plain("", "strong")
        self._state.setObjectName("policyState")
        self._hint = Plain("", "secondary", "text2", wrap=True)
        self._hint.setObjectName("policyHint")
        self.reason = QLineEdit()
        self.reason.setObjectName("policy-reason")
        self.reason.setMaxLength(300)
        self.button = PlainButton("")
        self.button.setObjectName("policy-switch")
        self._arrange()
        self.reason.textChanged.connect(lambda _: self._check())
        self.reason.returnPressed.connect(self._switch)
        self.button.clicked.connect(self._switch)

    def _arrange(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._id)
        self.body.addSpacing(8)
        facts = QGridLayout()
        facts.setHorizontalSpacing(8)
        facts.setVerticalSpacing(3)
        facts.setColumnMinimumWidth(0, 84)
        facts.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(self._rows):
            facts.addWidget(name, at, 0)
            facts.addWidget(value, at, 1)
        self.body.addLayout(facts)
        self.body.addSpacing(12)
        self.body.addWidget(Line())
        self.body.addSpacing(12)
        self.body.addWidget(self._state)
        self.body.addWidget(self._hint)
        self.body.addSpacing(8)
        self.body.addWidget(self.reason)
        self.body.addSpacing(8)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    @property
    def rule_id(self) -> str:
        """The rule shown; empty for none."""
        return self._shown[0].rule.id if self._shown is not None else ""

    def show_rule(self, shown: ShownPolicyRule, subject: str, severity: str, platforms: str) -> None:
        """Show a rule; a reason that is being typed stays with its rule."""
        if shown.rule.id != self.rule_id or (self._shown is not None and self._shown[0].off != shown.off):
            self.reason.clear()
        self._shown = (shown, subject, severity, platforms)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        if self._shown is None:
            return
        shown, subject, severity, platforms = self._shown
        rule = shown.rule
        self._title.setText(self._ctx.text(rule.why))
        self._id.setText(rule.id)
        reader = {
            "buyer": self.tr("messages to buyers"), "platform": self.tr("letters to the platform"),
            "both": self.tr("every message"),
        }[rule.audience]  # fmt: skip
        facts = (
            (self.tr("Subject"), subject), (self.tr("Severity"), severity), (self.tr("Looks at"), reader),
            (self.tr("Platforms"), platforms), (self.tr("Write instead"), self._ctx.text(rule.fix)),
            (self.tr("Source"), rule.source), (self.tr("Checked"), rule.checked.isoformat()),
        )  # fmt: skip
        for (name, value), (said, words) in zip(self._rows, facts, strict=True):
            name.setText(said)
            value.setText(words)
        self._show_state(shown)

    def _show_state(self, shown: ShownPolicyRule) -> None:
        off = shown.off
        if off is not None:
            when = moment_text(off.at, self._ctx.language, zone=self._ctx.home)
            self._state.setText(self.tr("Switched off on {0}").format(when))
            self._hint.setText(off.reason)
            self.button.setText(self.tr("Switch on"))
        elif shown.can_switch_off:
            self._state.setText(self.tr("This rule counts"))
            self._hint.setText(
                self.tr("Switched off, it is silent in every check: in replies, templates and the command line.")
            )
            self.button.setText(self.tr("Switch off"))
        else:
            self._state.setText(self.tr("This rule always counts"))
            self._hint.setText(
                self.tr("What it finds can cost the account. A single message can be accepted with a reason.")
            )
        self.reason.setVisible(off is None and shown.can_switch_off)
        self.reason.setPlaceholderText(self.tr("Why it does not fit your shop"))
        self.reason.setAccessibleName(self.tr("Why it does not fit your shop"))
        self.button.setVisible(off is not None or shown.can_switch_off)
        self.button.updateGeometry()
        self._check()

    def _check(self) -> None:
        off = self._shown is not None and self._shown[0].off is not None
        self.button.setEnabled(off or bool(self.reason.text().strip()))

    def _switch(self) -> None:
        if self._shown is None or not self.button.isEnabled():
            return
        if self._shown[0].off is not None:
            self.switched_on.emit(self.rule_id)
        else:
            self.switched_off.emit(self.rule_id, self.reason.text().strip())
