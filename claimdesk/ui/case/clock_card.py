"""The clock that runs next: ring, time left, safe and latest end; further clocks below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.ring import CountdownRing
from claimdesk.ui.widgets.times import clock_text, countdown, due_text, zone_title

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.cases import Deadline
    from claimdesk.ui.context import WindowContext


class ClockCard(QFrame):
    """Time goes by while it is shown: `tick()` once a minute, each second in the last ten minutes."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._view: CaseView | None = None
        self.setObjectName("clockCard")
        self._ring = CountdownRing(side=52)
        self._left = Plain("", "title")
        self._left.setObjectName("clockLeft")
        self._safe = Plain("", "table", wrap=True)
        self._safe.setObjectName("clockSafe")
        self._latest = Plain("", "secondary", "text3", wrap=True)
        self._latest.setObjectName("clockLatest")
        self._others = Plain("", "secondary", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._left, self._safe, self._latest, self._others):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._ring)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Line())

    def show_case(self, view: CaseView) -> None:
        """Show a case's clocks."""
        self._view = view
        self.tick()

    def tick(self) -> None:
        """Show the time left now."""
        view, language = self._view, self._ctx.language
        if view is None:
            return
        running = [clock for clock in view.deadlines if clock.met_at is None]
        if not running or view.case.closed_at is not None:
            self._show_none(closed=view.case.closed_at is not None)
            return
        clock, now = running[0], self._ctx.now()
        left = countdown(clock.safe, now, language)
        self._left.setText(left.text)
        self._left.set_ink(left.role)
        span = (clock.safe - clock.started_at).total_seconds()
        share = (clock.safe - now).total_seconds() / span if span > 0 else 0.0
        self._ring.set(min(1.0, max(0.0, share)), left.level)
        self._ring.setToolTip(clock.action.get(language))
        self._safe.setText(self.tr("Safe deadline {0}").format(due_text(clock.safe, now, language)))
        self._latest.setText(self._latest_words(clock))
        self._latest.setToolTip(self._source_words(clock))
        self._others.setText("\n".join(
            f"{other.action.get(language)}: {due_text(other.safe, now, language)}" for other in running[1:3]
        ))  # fmt: skip
        self._others.setVisible(len(running) > 1)

    def _show_none(self, *, closed: bool) -> None:
        self._ring.set(0.0, "none")
        self._left.setText(self.tr("Closed") if closed else self.tr("No clock"))
        self._left.set_ink("text2")
        self._safe.setText(self.tr("Reopen the case to go on.") if closed else self.tr("Nothing is due in this case now."))
        self._latest.setText("")
        self._others.hide()

    def _latest_words(self, clock: Deadline) -> str:
        language, now = self._ctx.language, self._ctx.now()
        end = clock.outer or clock.safe
        there = f"{zone_title(clock.zone, language)} {clock_text(end, clock.zone)}"
        if clock.outer is None:
            return there
        words = self.tr("latest {0}, {1}").format(due_text(clock.outer, now, language), there)
        return words + "\n" + self.tr("please verify") if clock.confidence == "low" else words

    def _source_words(self, clock: Deadline) -> str:
        words = f"{clock.action.get(self._ctx.language)}\n{clock.source}"
        return words + (f"\n{clock.overridden_because}" if clock.overridden_because else "")
