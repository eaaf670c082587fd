"""The remedy step: every remedy with its expected cost, what it assumes, and the cost over the chance of losing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.hint_line import HintLine
from claimdesk.ui.case.remedy_chart import RemedyChart
from claimdesk.ui.case.remedy_fields import RemedyAssumptions
from claimdesk.ui.case.remedy_legend import RemedyLegend
from claimdesk.ui.case.remedy_reading import RemedyReading, compare_again, read_remedies
from claimdesk.ui.case.remedy_row import RemedyRow, Segment
from claimdesk.ui.case.remedy_words import RemedyWords
from claimdesk.ui.case.step_body import FootAction, StepBody
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any

    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.remedies.comparison import Compared, Comparison
    from claimdesk.core.scenarios.walk import PathStep
    from claimdesk.ui.case.session import CaseSession
    from claimdesk.ui.context import WindowContext

_PAUSE = 250  # ms after the last change of a field
_WIDE = 660  # below this width the chart stands under the assumptions


class RemedyBody(StepBody):
    """Compares, and stores what was chosen with the answer."""

    def __init__(self, ctx: WindowContext, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(ctx, session, parent)
        self.setObjectName("remedyBody")
        self._key: tuple[int, str] = (0, "")
        self._reading: RemedyReading | None = None
        self._edits: dict[str, Decimal] = {}
        self._picked = ""
        self._asked = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._settle)
        self._group = QButtonGroup(self)
        self._rows: dict[str, RemedyRow] = {}
        self._words = RemedyWords(ctx, self)
        self._title = Plain("", "section")
        self._legend = RemedyLegend()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.fields = RemedyAssumptions()
        self.fields.edited.connect(self._on_edited)
        self.fields.reset_asked.connect(self._on_reset)
        self._chart_title = Plain("", "section")
        self.chart = RemedyChart()
        self._chart_words = Plain("", "secondary", wrap=True)
        self._chart_words.setObjectName("remedyChartWords")
        self._even = Plain("", "secondary", wrap=True)
        self._even.setObjectName("remedyBreakEven")
        self._reminder = HintLine("info", parent=self)
        self._arrange()

    def _arrange(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(0, 14, 0, 6)
        self._head.setSpacing(4)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(self._legend)
        chart = QVBoxLayout()
        chart.setSpacing(4)
        for widget in (self._chart_title, self.chart, self._chart_words, self._even):
            chart.addWidget(widget)
        chart.addStretch(1)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setContentsMargins(0, 14, 0, 0)
        self._below.setSpacing(32)
        self._below.addWidget(self.fields, 10)
        self._below.addLayout(chart, 11)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 14, 0, 16)
        foot.addWidget(self._reminder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._list)
        column.addLayout(self._below)
        column.addLayout(foot)
        column.addStretch(1)

    # what the middle asks

    def show_step(self, view: CaseView, place: PathStep) -> None:
        """Read everything anew; what was picked and typed meanwhile stays."""
        key = (view.case.id, place.step.id)
        if key != self._key:
            self._key, self._reading, self._edits, self._picked = key, None, {}, ""
        super().show_step(view, place)
        self._show_texts()
        if self._reading is not None:
            self._show(self._reading)
        self._read()

    def leave(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    def foot_note(self) -> tuple[str, str]:
        return self._words.foot(self._reading.comparison, self.chosen) if self._reading else ("", "text3")

    def foot_actions(self) -> tuple[FootAction, ...]:
        ready = bool(self.chosen) and not self.session.closed
        return (self.continue_action(self.tr("Choose and continue"), ready),)

    def proceed(self) -> None:
        """Answer the step; the choice is kept with the case and noted in its timeline, all in one change."""
        place, reading, chosen = self.place, self._reading, self.chosen
        option = reading.comparison.option(chosen) if reading else None
        if place is None or reading is None or option is None or self.session.closed:
            return
        self._pause.stop()
        self._picked = chosen
        step, data = place.step.id, self._kept()
        amount = money_text(option.total_minor, reading.comparison.currency)
        words = self.tr("Remedy chosen: {0}, expected cost {1}").format(option.title.get(self.ctx.language), amount)
        answer = chosen if place.step.options else "done"  # a scenario that names no remedies cannot ask for the choice

        def change(cases: Any, case_id: int, now: Any) -> None:
            cases.save_draft(case_id, step, data)
            cases.answer(case_id, step, answer, now, words)

        self.finished_by.emit(change)

    def take_digit(self, digit: int) -> bool:
        """Choose the row with that number from the top."""
        rows = list(self._ordered())
        if self.session.closed or digit > len(rows) or not rows[digit - 1].isEnabled():
            return False
        rows[digit - 1].setFocus()
        self._pick(rows[digit - 1].option_id)
        return True

    def focus_first(self) -> None:
        row = self._rows.get(self.chosen)
        (row or self).setFocus()

    @property
    def chosen(self) -> str:
        """What is marked: the operator's own choice while it is allowed, else the cheapest."""
        found = self._reading.comparison if self._reading else None
        if found is None:
            return ""
        own = found.option(self._picked)
        return own.id if own is not None and own.forbidden is None else found.best

    @property
    def comparison(self) -> Comparison | None:
        """What is shown; None until it was read."""
        return self._reading.comparison if self._reading else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        flow = QBoxLayout.Direction
        wide = self.width() >= _WIDE
        self._below.setDirection(flow.LeftToRight if wide else flow.TopToBottom)
        self._below.setSpacing(32 if wide else 16)
        self._fit_head()

    def _fit_head(self) -> None:
        flow = QBoxLayout.Direction
        fits = self.width() >= self._title.sizeHint().width() + self._legend.sizeHint().width() + 16
        self._head.setDirection(flow.LeftToRight if fits else flow.TopToBottom)

    # reading

    def _read(self) -> None:
        desk, view, place, now = self.ctx.desk, self.view, self.place, self.ctx.now()
        if desk is None or view is None or place is None:
            return
        self._asked += 1
        asked, fresh, edits = self._asked, self._reading is None, dict(self._edits)
        step = place.step.id

        def work(cases: Any, case_id: int, at: Any) -> RemedyReading:
            found = read_remedies(desk, view, step, now)
            return found if fresh else compare_again(desk, view, step, found, edits)

        # After a change of this step the database lane has what was written before.
        self.session.ask(work, lambda found: self._take(asked, found, fresh=fresh), lane="database")

    def _settle(self) -> None:
        """Compare with what was typed, and keep it."""
        self._keep()
        desk, view, reading, place = self.ctx.desk, self.view, self._reading, self.place
        if desk is None or view is None or reading is None or place is None:
            return
        self._asked += 1
        asked, edits, step = self._asked, dict(self._edits), place.step.id
        self.session.ask(
            lambda cases, case_id, now: compare_again(desk, view, step, reading, edits),
            lambda found: self._take(asked, found, fresh=False),
        )

    def _take(self, asked: int, found: RemedyReading, *, fresh: bool) -> None:
        if asked != self._asked:
            return
        if fresh:
            self._edits, self._picked = dict(found.assumptions.edits), found.choice
        self._reading = found
        self._show(found)
        self.foot_changed.emit()

    def _kept(self) -> dict[str, Any]:
        data = self._reading.assumptions.changed(self._edits).kept() if self._reading else {}
        return {**data, "choice": self._picked}

    def _keep(self) -> None:
        place = self.place
        if place is None or self._reading is None or self.session.closed:
            return
        step, data = place.step.id, self._kept()
        self.session.quietly(lambda cases, case_id, now: cases.save_draft(case_id, step, data))

    # changing

    def _on_edited(self, name: str, value: Decimal) -> None:
        self._edits[name] = value
        self._pause.start()

    def _on_reset(self) -> None:
        self._edits = {}
        self._pause.stop()
        self._keep()
        self._reading = None
        self._read()

    def _pick(self, option_id: str) -> None:
        self._picked = option_id
        self._mark()
        self._keep()
        self.foot_changed.emit()

    def _mark(self) -> None:
        self._group.setExclusive(False)
        for row in self._rows.values():
            row.setChecked(row.option_id == self.chosen)
        self._group.setExclusive(True)

    # showing

    def _show_texts(self) -> None:
        self._title.setText(self.tr("Expected cost"))
        self._chart_title.setText(self.tr("Cost by chance of losing"))
        self._show_legend(self._reading)

    def _show_legend(self, reading: RemedyReading | None) -> None:
        """The parts of a cost; the risk in the words of the platform."""
        risk = reading.assumptions.items["defect"].risk if reading is not None else None
        self._legend.show_entries(
            (self.tr("Refund"), "c2", False),
            (self.tr("Goods and freight"), "c5", False),
            (risk.get(self.ctx.language) if risk is not None else self.tr("Risk of losing"), "c6", True),
            (self.tr("Your time"), "c7", False),
        )
        self._fit_head()

    def _show(self, reading: RemedyReading) -> None:
        found, language = reading.comparison, self.ctx.language
        self._show_legend(reading)
        self._arrange_rows(tuple(option.id for option in found.options))
        bars = {option.id: _segments(option) for option in found.options}
        scale = max((sum(s.size for s in bars[o.id]) for o in found.options if o.forbidden is None), default=1)
        for option in found.options:
            row = self._rows[option.id]
            words, tone = self._words.second_line(option, found)
            amount = money_text(option.total_minor, found.currency)
            row.show_words(option.title.get(language), words, tone, amount, option.line.get(language))
            row.show_bar(bars[option.id], scale)
            row.setEnabled(option.forbidden is None and not self.session.closed)
        self._mark()
        self.fields.show_assumptions(reading.assumptions, language, enabled=not self.session.closed)
        self._show_chart(reading)
        dont = self.place.step.dont if self.place else ()
        said = (*(reminder.reason for reminder in found.reminders), *dont)
        self._reminder.say(self._words.joined(*(words.get(language) for words in said)))
        count = self.tr("{0} options compared").format(len(found.options))
        done = self.place is not None and self.place.state == "done"
        chosen = found.option(self.chosen) if done else None
        self.second_line.emit(chosen.title.get(language) if chosen else count)

    def _show_chart(self, reading: RemedyReading) -> None:
        found, language = reading.comparison, self.ctx.language
        contest = found.option("contest")
        shown = contest is not None and contest.forbidden is None
        words = self._words.chart(found, reading.similar)
        for widget in (self._chart_title, self.chart, self._chart_words):
            widget.setVisible(shown)
        self._chart_words.setText(words)
        self.chart.show_comparison(found, language, words)
        self._even.setText(self._words.break_even(found))
        self._even.setVisible(found.break_even_minor is not None and found.option("resend") is not None)

    def _arrange_rows(self, ids: tuple[str, ...]) -> None:
        """The rows in this order; rows that stay keep the focus."""
        if ids == tuple(row.option_id for row in self._ordered()):
            return
        for gone in [option_id for option_id in self._rows if option_id not in ids]:
            row = self._rows.pop(gone)
            self._group.removeButton(row)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, option_id in enumerate(ids):
            if option_id not in self._rows:
                made = RemedyRow(option_id, self)
                made.clicked.connect(lambda _=False, name=option_id: self._pick(name))
                self._group.addButton(made)
                self._rows[option_id] = made
            self._list.insertWidget(at, self._rows[option_id])
            self._rows[option_id].last = at == len(ids) - 1

    def _ordered(self) -> tuple[RemedyRow, ...]:
        items = (self._list.itemAt(at) for at in range(self._list.count()))
        found = (item.widget() for item in items if item is not None)
        return tuple(row for row in found if isinstance(row, RemedyRow))


def _segments(option: Compared) -> tuple[Segment, ...]:
    """What the bar shows: goods that can be sold again shorten what is paid."""
    goods = option.parts.goods + option.parts.freight
    refund = option.parts.refund + min(0, goods)
    return (
        Segment("c2", max(0, refund)),
        Segment("c5", max(0, goods)),
        Segment("c6", max(0, option.parts.risk), chance=True),
        Segment("c7", max(0, option.parts.time)),
    )
