"""Settings, Policy rules: every rule of the message check with its source; those that only warn can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.replies import Severity
from claimdesk.core.records.tasks import Task
from claimdesk.ui.case.reply.categories import category_words
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.context import Changes
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.paged import PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.settings.own_words import OwnWordsCard
from claimdesk.ui.settings.policy_rule_pane import PolicyRulePane, ShownPolicyRule
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, scrolled

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.policy.own_choices import SwitchedOff
    from claimdesk.ui.context import WindowContext

_PANE_WIDTH = 328
# Below a width the table leaves out what stands beside it anyway, so that the rules' own words have room.
_LEFT_OUT = ((980, ("kind", "platforms", "checked", "source")), (1240, ("checked", "source")))
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


class PolicyRulesPage(QWidget):
    """A table of rules, the one that is chosen beside it, and the owner's words below that."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._names = CaseWords(ctx, self)
        self._rules: tuple[ShownPolicyRule, ...] = ()
        self._ids: dict[str, int] = {}
        self._left_out: tuple[str, ...] = ()
        self.search = SearchField()
        self.search.setObjectName("policy-search")
        self.search.setFixedWidth(240)
        self.severity, self.off = FilterChip(), FilterChip()
        self.severity.setObjectName("policy-severity")
        self.off.setObjectName("policy-off")
        self._count = Plain("", "secondary", "text3")
        self.model = PagedTableModel(self._window, lambda shown: self._ids[shown.rule.id], self)
        self.table = PagedTable(self.model, row_height=33)
        self.table.setObjectName("policy-table")
        self.table.setSelectionMode(PagedTable.SelectionMode.SingleSelection)
        self.pane = PolicyRulePane(ctx)
        self.words = OwnWordsCard()
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.search, self.severity, self.off):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._count)
        card = Card(padding=1)
        card.body.addWidget(self.table, 1)
        page = TallPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.pane)
        column.addWidget(self.words)
        column.addStretch(1)
        side = scrolled(page)
        side.setFixedWidth(_PANE_WIDTH)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(card, 1)
        body.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 24, 16)
        outer.setSpacing(12)
        outer.addLayout(bar)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _: self._show())
        for chip in (self.severity, self.off):
            chip.changed.connect(lambda _: self._show())
        self.table.picked.connect(lambda _: self._show_chosen())
        self.pane.switched_off.connect(self._switch_off)
        self.pane.switched_on.connect(self._switch_on)
        self.words.added.connect(lambda word: self._write_words(lambda desk: desk.policy.add_word(word)))
        self.words.removed.connect(lambda word: self._write_words(lambda desk: desk.policy.remove_word(word)))

    # words

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.search.setPlaceholderText(self.tr("Rule, words, source"))
        self.search.setAccessibleName(self.tr("Search rules"))
        self.severity.setText(self.tr("Severity"))
        self.severity.set_choices([(one.value, self._severity_words(one)) for one in Severity])
        self.off.setText(self.tr("Switched off"))
        self.table.setAccessibleName(self.tr("Rules of the message check"))
        self._show_columns()
        self.pane.retranslate()
        self.words.retranslate()
        self._show()

    def _severity_words(self, severity: Severity) -> str:
        return {
            Severity.BLOCK: self.tr("Stops copying"), Severity.WARN: self.tr("Warns"), Severity.HINT: self.tr("Hints"),
        }[severity]  # fmt: skip

    def _show_columns(self) -> None:
        columns = (
            Column("rule", self.tr("Rule"), 0, self._title, left=14, least=180),
            Column("kind", self.tr("Subject"), 160, self._kind, least=90),
            Column("severity", self.tr("Severity"), 118, self._severity, least=104),
            Column("platforms", self.tr("Platforms"), 82, self._platforms, least=60),
            Column("checked", self.tr("Checked"), 86, lambda r: Cell(r.rule.checked.isoformat(), "text2")),
            Column("source", self.tr("Source"), 74, lambda r: Cell(r.rule.source, "text2", tip=r.rule.source), least=48),
        )  # fmt: skip
        self.table.set_columns([column for column in columns if column.key not in self._left_out])

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left_out = next((keys for below, keys in _LEFT_OUT if self.width() < below), ())
        if left_out != self._left_out:
            self._left_out = left_out
            self._show_columns()

    # showing

    def refresh(self) -> None:
        """Read the rules again."""
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: read_policy(desk), owner=self, done=self._take, lane="reading")

    def choose(self, rule_id: str) -> None:
        """Choose a rule."""
        if rule_id in self._ids:
            self.table.select_id(self._ids[rule_id])

    def _take(self, read: _Read) -> None:
        self._rules = read.rules
        self._ids = {shown.rule.id: at for at, shown in enumerate(read.rules)}
        self.words.show_words(read.words)
        self._show()
        if not self.pane.rule_id and self._rules:
            self.choose(self._rules[0].rule.id)
        self._show_chosen()

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

    def _show(self) -> None:
        found = tuple(shown for shown in self._rules if self._fits(shown))
        off = sum(shown.off is not None for shown in self._rules)
        if off:
            words = self.tr("{0} of {1} rules, {2} off").format(len(found), len(self._rules), off)
        else:
            words = self.tr("{0} of {1} rules").format(len(found), len(self._rules))
        self._count.setText(words)
        self.model.ask(found)

    def _window(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> None:
        done(Window(len(query), query[offset : offset + limit]))

    def _show_chosen(self) -> None:
        chosen = self.table.selected_records()
        wanted = chosen[0].rule.id if chosen else self.pane.rule_id
        shown = next((one for one in self._rules if one.rule.id == wanted), None)
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
        desk, ctx = self._ctx.desk, self._ctx
        if desk is None:
            return

        def work(_: Task) -> SwitchedOff | None:
            before = desk.policy.off(rule_id)
            change(desk)
            return before

        def done(before: SwitchedOff | None) -> None:
            self._tell()
            ctx.toast.emit(words, lambda: ctx.jobs.run(
                lambda _: desk.policy.restore_off(rule_id, before), owner=self, done=lambda _: self._tell(),
            ))  # fmt: skip

        ctx.jobs.run(work, owner=self, done=done)

    def _write_words(self, change: Callable[[Desk], None]) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: change(desk), owner=self, done=lambda _: self._tell())

    def _tell(self) -> None:
        self.refresh()
        self._ctx.changed.emit(Changes(cases=True, settings=True))
