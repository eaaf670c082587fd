"""How a case ended and what follows from it: each with its clock, done or let be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.ui.case.fold import Fold
from claimdesk.ui.case.follow_row import FollowRow
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import empty_layout
from claimdesk.ui.widgets.times import money_text

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.context import WindowContext


class FollowCard(Fold):
    """`changed(work, words)` when something was ended: what to do with the case, and what to say about it."""

    changed = Signal(object, str)

    def __init__(self, ctx: WindowContext, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__("follow", settings, parent)
        self._ctx = ctx
        self._shown: tuple[object, ...] = ()
        self.rows: list[FollowRow] = []
        self._ending = Plain("", "table", wrap=True)
        self._ending.setObjectName("followEnding")
        self._effect = Plain("", "secondary", "text2", wrap=True)
        self._effect.setObjectName("followEffect")
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 4, 0, 0)
        self._list.setSpacing(0)
        self.body.addWidget(self._ending)
        self.body.addWidget(self._effect)
        self.body.addLayout(self._list)
        self.hide()

    def show_case(self, view: CaseView) -> None:
        """Show a case's outcome; nothing while it has none."""
        self.setVisible(bool(view.case.outcome))
        clocks = tuple(clock for clock in view.deadlines if clock.follow in view.follow)
        key = (view.case.id, view.case.outcome, view.case.odr, view.case.amount_minor, clocks, self._ctx.language)
        if key == self._shown:
            self.tick()
            return
        self._shown = key
        desk, language = self._ctx.desk, self._ctx.language
        found = desk.cases.outcome(view.case.outcome) if desk is not None and view.case.outcome else None
        self.set_title(self.tr("Outcome and what follows"))
        self._ending.setText(found.title.get(language) if found is not None else view.case.outcome)
        self._effect.setText(self._words(view))
        empty_layout(self._list)
        self.rows = []
        for clock in clocks:
            self._list.addWidget(Line(soft=True))
            row = FollowRow(self._ctx, clock, view.follow[clock.follow])
            row.finished.connect(self._on_finished)
            row.dismissed.connect(self._on_dismissed)
            row.went.connect(self.go_on)
            self.rows.append(row)
            self._list.addWidget(row)
        if not clocks and found is not None:
            self._list.addWidget(Plain(found.next.get(language), "secondary", "text3", wrap=True))

    def tick(self) -> None:
        """Time went by."""
        for row in self.rows:
            row.show_time()

    def _words(self, view: CaseView) -> str:
        """What it cost and what it does to the defect rate."""
        amount = view.case.amount_minor
        if amount is None:
            cost = self.tr("Cost not recorded")
        elif amount:
            cost = self.tr("Cost {0}").format(money_text(amount, view.order.currency))
        else:
            cost = self.tr("No cost")
        effect = {
            "counts": self.tr("counts in the defect rate"),
            "not_counted": self.tr("does not count in the defect rate"),
        }.get(view.case.odr, self.tr("not known yet whether it counts in the defect rate"))
        return self.tr("{0}, {1}").format(cost, effect)

    def go_on(self, follow: str) -> None:
        """Open the case again in the scenario of a follow-up."""
        words = self.tr("The case is open again and goes on here.")
        self._change(lambda cases, case_id, now: cases.go_on_with(case_id, follow, now), words)

    def _on_finished(self, follow: str, text: str, odr: str) -> None:
        self._change(lambda cases, case_id, now: cases.finish_follow(case_id, follow, now, text, odr), self.tr("Done."))

    def _on_dismissed(self, follow: str, reason: str) -> None:
        self._change(lambda cases, case_id, now: cases.dismiss_follow(case_id, follow, reason, now), self.tr("Let be."))

    def _change(self, work: Callable[[Any, int, Any], None], words: str) -> None:
        self.changed.emit(work, words)
