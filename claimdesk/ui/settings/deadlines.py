"""Settings, Deadlines: every rule with its ends, source, confidence and last check; the owner may set other ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.tasks import Task
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.context import Changes
from claimdesk.ui.models.columns import Cell, Column
from claimdesk.ui.models.paged import PagedTableModel, Window
from claimdesk.ui.models.table import PagedTable
from claimdesk.ui.settings.deadlines_editor import RuleEditor
from claimdesk.ui.settings.deadlines_words import RuleWords, ShownRule
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.fields import SearchField
from claimdesk.ui.widgets.labels import Plain

if TYPE_CHECKING:
    from claimdesk.core.deadlines.own_rules import OwnRule
    from claimdesk.core.desk import Desk
    from claimdesk.ui.context import WindowContext

_EDITOR_WIDTH = 336
# Below a width the table leaves out what stands beside it anyway, so that the rules' own words have room.
_LEFT_OUT = ((980, ("trigger", "outer", "checked", "source")), (1240, ("checked", "source")))


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


class DeadlinesPage(QWidget):
    """A table of rules, and the one that is chosen beside it."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._names, self._words = CaseWords(ctx, self), RuleWords(self)
        self._rules: tuple[ShownRule, ...] = ()
        self._ids: dict[str, int] = {}
        self._left_out: tuple[str, ...] = ()
        self.search = SearchField()
        self.search.setObjectName("rules-search")
        self.search.setFixedWidth(240)
        self.platform, self.doubtful, self.own = FilterChip(), FilterChip(), FilterChip()
        self.doubtful.setObjectName("rules-doubtful")
        self.own.setObjectName("rules-own")
        self._count = Plain("", "secondary", "text3")
        self.model = PagedTableModel(self._window, lambda shown: self._ids[shown.rule.id], self)
        self.table = PagedTable(self.model, row_height=33)
        self.table.setObjectName("rules-table")
        self.table.setSelectionMode(PagedTable.SelectionMode.SingleSelection)
        self.editor = RuleEditor(ctx, self._words)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.search, self.platform, self.doubtful, self.own):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._count)
        card = Card(padding=1)
        card.body.addWidget(self.table, 1)
        self.editor.setFixedWidth(_EDITOR_WIDTH)
        side = QVBoxLayout()
        side.addWidget(self.editor)
        side.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(card, 1)
        body.addLayout(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 14, 24, 10)
        outer.setSpacing(12)
        outer.addLayout(bar)
        outer.addLayout(body, 1)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _: self._show())
        for chip in (self.platform, self.doubtful, self.own):
            chip.changed.connect(lambda _: self._show())
        self.table.picked.connect(lambda _: self._show_chosen())
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
        self._show_columns()
        names = sorted({shown.rule.platform for shown in self._rules})
        self.platform.set_choices([(name, self._names.platform(name)) for name in names])
        self._show()

    def _show_columns(self) -> None:
        columns = (
            Column("rule", self.tr("Rule"), 0, self._title, left=14, least=140),
            Column("trigger", self.tr("Counts from"), 150, self._trigger, least=72),
            Column("safe", self.tr("Safe"), 92, self._safe, least=66),
            Column("outer", self.tr("Latest"), 78, self._outer, least=56),
            Column("confidence", self.tr("Confidence"), 100, self._confidence, least=94),
            Column("checked", self.tr("Checked"), 86, lambda r: Cell(r.rule.checked.isoformat(), "text2")),
            Column("source", self.tr("Source"), 170, lambda r: Cell(r.rule.source, "text2", tip=r.rule.source), least=48),
        )  # fmt: skip
        self.table.set_columns([column for column in columns if column.key not in self._left_out])

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
            self._ctx.jobs.run(lambda _: read_rules(desk), owner=self, done=self._take, lane="reading")

    def choose(self, rule_id: str) -> None:
        """Choose a rule."""
        if rule_id in self._ids:
            self.table.select_id(self._ids[rule_id])

    def _take(self, rules: tuple[ShownRule, ...]) -> None:
        self._rules = rules
        self._ids = {shown.rule.id: at for at, shown in enumerate(rules)}
        self.retranslate()
        if not self.editor.rule_id and rules:
            self.choose(rules[0].rule.id)
        self._show_chosen()

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

    def _show(self) -> None:
        found = tuple(shown for shown in self._rules if self._fits(shown))
        self._count.setText(self.tr("{0} of {1} rules").format(len(found), len(self._rules)))
        self.model.ask(found)

    def _window(self, query: Any, offset: int, limit: int, done: Any, failed: Any) -> None:
        done(Window(len(query), query[offset : offset + limit]))

    def _show_chosen(self) -> None:
        chosen = self.table.selected_records()
        wanted = chosen[0].rule.id if chosen else self.editor.rule_id
        shown = next((one for one in self._rules if one.rule.id == wanted), None)
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

    def _write(self, rule_id: str, change: Any, words: str) -> None:
        desk, ctx = self._ctx.desk, self._ctx
        if desk is None:
            return

        def work(_: Task) -> OwnRule | None:
            before = desk.deadlines.own(rule_id)
            change(desk)
            return before

        def done(before: OwnRule | None) -> None:
            self._tell()
            ctx.toast.emit(words, lambda: ctx.jobs.run(
                lambda _: desk.deadlines.restore_own(rule_id, before), owner=self, done=lambda _: self._tell(),
            ))  # fmt: skip

        ctx.jobs.run(work, owner=self, done=done)

    def _tell(self) -> None:
        self.refresh()
        self._ctx.changed.emit(Changes(cases=True, settings=True))
