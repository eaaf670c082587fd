"""Settings, Deadlines: every rule with its ends, source, confidence and last check; the owner may set other ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.settings.deadlines_editor import RuleEditor
from claimdesk.ui.settings.deadlines_words import RuleWords, ShownRule
from claimdesk.ui.settings.table_page import TablePage
from claimdesk.ui.widgets.chips import FilterChip

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimdesk.core.deadlines.own_rules import OwnRule
    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext

_EDITOR_WIDTH = 336


def read_rules(desk: Desk) -> tuple[ShownRule, ...]:
    """Every rule, by platform and id."""
    known = desk.deadlines
    return tuple(
        ShownRule(rule, known.shipped(rule.id), known.own(rule.id), known.can_edit(rule.id))
        for rule in sorted(known.all(), key=lambda rule: (rule.platform, rule.id))
    )


def change_rule(desk: Desk, rule_id: str, safe: tuple[int, str], outer: tuple[int, str], reason: str, at: Any) -> None:
    """Let other ends count. Raises Problem."""
    from claimdesk.core.deadlines.schema import Span  # read with the first change, not with the frame

    ends = [Span.model_validate({"amount": amount, "unit": unit}) for amount, unit in (safe, outer)]
    desk.deadlines.change_rule(rule_id, ends[0], ends[1], reason, at)


class DeadlinesPage(TablePage[tuple[ShownRule, ...], ShownRule]):
    """A table of rules, and the one that is chosen beside it."""

    narrowing = ((980, ("trigger", "outer", "checked", "source")), (1240, ("checked", "source")))
    margins = (20, 14, 24, 10)

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, "rules", parent)
        self._names, self._words = CaseWords(ctx, self), RuleWords(self)
        self._rules: tuple[ShownRule, ...] = ()
        self.search.setFixedWidth(240)
        self.platform, self.doubtful, self.own = FilterChip(), FilterChip(), FilterChip()
        self.doubtful.setObjectName("rules-doubtful")
        self.own.setObjectName("rules-own")
        self.editor = RuleEditor(ctx, self._words)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        self.editor.setFixedWidth(_EDITOR_WIDTH)
        side = QWidget()
        side.setProperty("ground", "none")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        column.addStretch(1)
        self.arrange((self.platform, self.doubtful, self.own), side)

    def _connect(self) -> None:
        for chip in (self.platform, self.doubtful, self.own):
            chip.changed.connect(lambda _: self.show_found())
        self.editor.changed.connect(self._change)
        self.editor.reset.connect(self._reset)

    # words

    def retranslate(self) -> None:
        """Every word in the language shown now."""
        self.search.setPlaceholderText(self.tr("Rule, trigger, source"))
        self.search.setAccessibleName(self.tr("Search rules"))
        self.platform.setText(self.tr("Platform"))
        self.doubtful.setText(self.tr("Please verify"))
        self.own.setText(self.tr("Set by you"))
        self.table.setAccessibleName(self.tr("Deadline rules"))
        self.show_columns()
        names = sorted({shown.rule.platform for shown in self._rules})
        self.platform.set_choices([(name, self._names.platform(name)) for name in names])
        self.show_found()

    def columns(self) -> tuple[Column, ...]:
        return (
            Column("rule", self.tr("Rule"), 0, self._title, left=14, least=140),
            Column("trigger", self.tr("Counts from"), 150, self._trigger, least=72),
            Column("safe", self.tr("Safe"), 92, self._safe, least=66),
            Column("outer", self.tr("Latest"), 78, self._outer, least=56),
            Column("confidence", self.tr("Confidence"), 100, self._confidence, least=94),
            Column("checked", self.tr("Checked"), 86, lambda r: Cell(r.rule.checked.isoformat(), "text2")),
            Column("source", self.tr("Source"), 170, lambda r: Cell(r.rule.source, "text2", tip=r.rule.source), least=48),
        )  # fmt: skip

    def _title(self, shown: ShownRule) -> Cell:
        title = self._ctx.text(shown.rule.title)
        tip = f"{title}\n{shown.rule.id} · {self._names.platform(shown.rule.platform)}"
        if shown.rule.watch:
            return Cell(title, "text2", tip=tip, icon="eye", icon_tone="text3")
        return Cell(title, tip=tip, strong=True)

    def _trigger(self, shown: ShownRule) -> Cell:
        words = self._ctx.text(shown.rule.trigger)
        return Cell(words, "text2", tip=words)

    def _safe(self, shown: ShownRule) -> Cell:
        words = self._words.safe(shown.rule)
        if shown.own is None:
            return Cell(words)
        return Cell(words, "accenttext", icon="pencil-simple", icon_tone="accenttext", tip=shown.own.reason)

    def _outer(self, shown: ShownRule) -> Cell:
        return Cell(self._words.outer(shown.rule), "text2")

    def _confidence(self, shown: ShownRule) -> Cell:
        words = self._words.confidence(shown.rule.confidence)
        low = shown.rule.confidence == "low"
        return Cell(words, "warn" if low else "text2", icon="warning" if low else "", icon_tone="warn" if low else "")

    # showing

    def read(self, desk: Desk) -> tuple[ShownRule, ...]:
        return read_rules(desk)

    def key(self, shown: ShownRule) -> str:
        return shown.rule.id

    def take(self, rules: tuple[ShownRule, ...]) -> None:
        self._rules = rules
        self.number(rules)
        self.retranslate()
        if not self.editor.rule_id and rules:
            self.choose(rules[0].rule.id)
        self.show_chosen()

    def _fits(self, shown: ShownRule) -> bool:
        rule, wanted = shown.rule, self.search.text().casefold().split()
        said = (rule.id, rule.title.en, rule.title.zh, rule.trigger.en, rule.trigger.zh, rule.source)
        there = " ".join(said).casefold()
        return (
            all(word in there for word in wanted)
            and (not self.platform.values or rule.platform in self.platform.values)
            and (not self.doubtful.values or rule.confidence == "low")
            and (not self.own.values or shown.own is not None)
        )

    def show_found(self) -> None:
        found = tuple(shown for shown in self._rules if self._fits(shown))
        self._count.setText(self.tr("{0} of {1} rules").format(len(found), len(self._rules)))
        self.model.ask(found)

    def show_chosen(self) -> None:
        shown = self.chosen_of(self._rules, self.editor.rule_id)
        if shown is not None:
            self.editor.show_rule(shown, self._names.platform(shown.rule.platform))

    # changing

    def _change(self, rule_id: str, safe: tuple[int, str], outer: tuple[int, str], reason: str) -> None:
        now = self._ctx.now()
        self._write(rule_id, lambda desk: change_rule(desk, rule_id, safe, outer, reason, now),
                    self.tr("The rule {0} now has your ends.").format(rule_id))  # fmt: skip

    def _reset(self, rule_id: str) -> None:
        self._write(rule_id, lambda desk: desk.deadlines.reset_rule(rule_id),
                    self.tr("The rule {0} is as its source says.").format(rule_id))  # fmt: skip

    def _write(self, rule_id: str, change: Callable[[Desk], object], words: str) -> None:
        def work(desk: Desk) -> OwnRule | None:
            before = desk.deadlines.own(rule_id)
            change(desk)
            return before

        self.change(work, words, lambda desk, before: desk.deadlines.restore_own(rule_id, before))
