"""Settings, Policy rules: every rule of the message check with its source; those that only warn can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from claimdesk.core.records.replies import Severity
from claimdesk.ui.case.reply.categories import category_words
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.settings.own_words import OwnWordsCard
from claimdesk.ui.settings.policy_rule_pane import PolicyRulePane, ShownPolicyRule
from claimdesk.ui.settings.table_page import TablePage, side_column
from claimdesk.ui.widgets.chips import FilterChip

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.policy.own_choices import SwitchedOff
    from claimdesk.ui.context import WindowContext

_PANE_WIDTH = 328
_LOOKS = {
    Severity.BLOCK: ("x-circle-fill", "danger"),
    Severity.WARN: ("warning-fill", "warn"),
    Severity.HINT: ("info", "text2"),
}


@dataclass(frozen=True, slots=True)
class _Read:
    rules: tuple[ShownPolicyRule, ...]
    words: tuple[str, ...]


def read_policy(desk: Desk) -> _Read:
    """Every rule in the order of the files, and the owner's words."""
    policy = desk.policy
    rules = tuple(ShownPolicyRule(rule, policy.off(rule.id), policy.can_switch_off(rule.id)) for rule in policy.rules())
    return _Read(rules, tuple(sorted(policy.own_words())))


class PolicyRulesPage(TablePage[_Read, ShownPolicyRule]):
    """A table of rules, the one that is chosen beside it, and the owner's words below that."""

    narrowing = ((980, ("kind", "platforms", "checked", "source")), (1240, ("checked", "source")))

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "policy", parent)
        self._names = CaseWords(ctx, self)
        self._rules: tuple[ShownPolicyRule, ...] = ()
        self.search.setFixedWidth(240)
        self.severity, self.off = FilterChip(), FilterChip()
        self.severity.setObjectName("policy-severity")
        self.off.setObjectName("policy-off")
        self.pane = PolicyRulePane(ctx)
        self.words = OwnWordsCard()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self.arrange((self.severity, self.off), side_column((self.pane, self.words), width=_PANE_WIDTH, gap=12))

    def _connect(self) -> None:
        for chip in (self.severity, self.off):
            chip.changed.connect(lambda _: self.show_found())
        self.pane.switched_off.connect(self._switch_off)
        self.pane.switched_on.connect(self._switch_on)
        self.words.added.connect(lambda word: self.change(lambda desk: desk.policy.add_word(word)))
        self.words.removed.connect(lambda word: self.change(lambda desk: desk.policy.remove_word(word)))

    # words

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.search.setPlaceholderText(self.tr("Rule, words, source"))
        self.search.setAccessibleName(self.tr("Search rules"))
        self.severity.setText(self.tr("Severity"))
        self.severity.set_choices([(one.value, self._severity_words(one)) for one in Severity])
        self.off.setText(self.tr("Switched off"))
        self.table.setAccessibleName(self.tr("Rules of the message check"))
        self.show_columns()
        self.pane.retranslate()
        self.words.retranslate()
        self.show_found()

    def _severity_words(self, severity: Severity) -> str:
        return {
            Severity.BLOCK: self.tr("Stops copying"), Severity.WARN: self.tr("Warns"), Severity.HINT: self.tr("Hints"),
        }[severity]  # fmt: skip

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("rule", self.tr("Rule"), 0, self._title, left=14, least=180),
            Column("kind", self.tr("Subject"), 160, self._kind, least=90),
            Column("severity", self.tr("Severity"), 118, self._severity, least=104),
            Column("platforms", self.tr("Platforms"), 82, self._platforms, least=60),
            Column("checked", self.tr("Checked"), 86, lambda r: Cell(r.rule.checked.isoformat(), "text2")),
            Column("source", self.tr("Source"), 74, lambda r: Cell(r.rule.source, "text2", tip=r.rule.source), least=48),
        )  # fmt: skip

    def _title(self, shown: ShownPolicyRule) -> Cell:
        words = self._ctx.text(shown.rule.why)
        tip = f"{words}\n{shown.rule.id}"
        if shown.off is not None:
            return Cell(words, "text3", tip=f"{tip}\n{shown.off.reason}", icon="circle-dashed", icon_tone="text3")
        return Cell(words, tip=tip, strong=True)

    def _kind(self, shown: ShownPolicyRule) -> Cell:
        return Cell(category_words(shown.rule.category), "text2")

    def _severity(self, shown: ShownPolicyRule) -> Cell:
        if shown.off is not None:
            return Cell(self.tr("Off"), "text3")
        icon, tone = _LOOKS[shown.rule.severity]
        return Cell(self._severity_words(shown.rule.severity), tone, icon=icon, icon_tone=tone)

    def _platforms(self, shown: ShownPolicyRule) -> Cell:
        words = self._platform_words(shown)
        return Cell(words, "text2", tip=words)

    def _platform_words(self, shown: ShownPolicyRule) -> str:
        if "all" in shown.rule.platforms:
            return self.tr("All")
        return ", ".join(self._names.platform(name) for name in shown.rule.platforms)

    # showing

    def read(self, desk: Desk) -> _Read:
        return read_policy(desk)

    def key(self, shown: ShownPolicyRule) -> str:
        return shown.rule.id

    def take(self, read: _Read) -> None:
        self._rules = read.rules
        self.number(read.rules)
        self.words.show_words(read.words)
        self.show_found()
        if not self.pane.rule_id and self._rules:
            self.choose(self._rules[0].rule.id)
        self.show_chosen()

    def _fits(self, shown: ShownPolicyRule) -> bool:
        rule, wanted = shown.rule, self.search.text().casefold().split()
        said = (rule.id, rule.why.en, rule.why.zh, rule.fix.en, rule.fix.zh, rule.source, category_words(rule.category),
                self._platform_words(shown))  # fmt: skip
        there = " ".join(said).casefold()
        return (
            all(word in there for word in wanted)
            and (not self.severity.values or rule.severity.value in self.severity.values)
            and (not self.off.values or shown.off is not None)
        )

    def show_found(self) -> None:
        found = tuple(shown for shown in self._rules if self._fits(shown))
        off = sum(shown.off is not None for shown in self._rules)
        if off:
            words = self.tr("{0} of {1} rules, {2} off").format(len(found), len(self._rules), off)
        else:
            words = self.tr("{0} of {1} rules").format(len(found), len(self._rules))
        self._count.setText(words)
        self.model.ask(found)

    def show_chosen(self) -> None:
        shown = self.chosen_of(self._rules, self.pane.rule_id)
        if shown is not None:
            self.pane.show_rule(
                shown, category_words(shown.rule.category), self._severity_words(shown.rule.severity),
                self._platform_words(shown),
            )  # fmt: skip

    # changing

    def _switch_off(self, rule_id: str, reason: str) -> None:
        now = self._ctx.now()
        self._write(rule_id, lambda desk: desk.policy.switch_off(rule_id, reason, now),
                    self.tr("The rule {0} is off in every check.").format(rule_id))  # fmt: skip

    def _switch_on(self, rule_id: str) -> None:
        self._write(rule_id, lambda desk: desk.policy.switch_on(rule_id),
                    self.tr("The rule {0} counts again.").format(rule_id))  # fmt: skip

    def _write(self, rule_id: str, change: Callable[[Desk], None], words: str) -> None:
        def work(desk: Desk) -> SwitchedOff | None:
            before = desk.policy.off(rule_id)
            change(desk)
            return before

        self.change(work, words, lambda desk, before: desk.policy.restore_off(rule_id, before))
