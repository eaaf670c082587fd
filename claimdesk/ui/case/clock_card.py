"""The clock that runs next: ring, time left, safe and latest end, where it comes from; further clocks below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.case.tick import LAST_MINUTES
from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.cards import Line
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.ring import CountdownRing
from claimdesk.ui.widgets.times import (
    clock_text,
    countdown,
    day_text,
    due_text,
    local_day,
    same_clock,
    weekday_text,
    zone_title,
)

if TYPE_CHECKING:
    from datetime import datetime

    from claimdesk.core.cases.view import CaseView
    from claimdesk.core.records.cases import Deadline
    from claimdesk.ui.context import WindowContext

_OTHERS = 3


class ClockCard(QFrame):
    """Time goes by while it is shown: `tick()` once a minute, each second in the last ten minutes.

    `set_asked` when the clock of the platform's page is to be typed in.
    """

    set_asked = Signal()

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
        self._by_hand = Plain("", "secondary", "text2", wrap=True)
        self._by_hand.setObjectName("clockByHand")
        self._verify = Chip("")
        self._verify.setObjectName("clockVerify")
        self._others = Plain("", "secondary", "text2", wrap=True)
        self._others.setObjectName("clockOthers")
        self._source = Plain("", "secondary", "text2", wrap=True)
        self._source.setObjectName("clockSource")
        self._source.hide()
        self._source_button = IconButton("book-open", small=True)
        self._source_button.setObjectName("clockSourceButton")
        self._source_button.clicked.connect(self._toggle_source)
        self.set_button = IconButton("pencil-simple", small=True)
        self.set_button.setObjectName("setClockButton")
        self.set_button.clicked.connect(self.set_asked)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for widget in (self._left, self._safe, self._latest, self._by_hand):
            words.addWidget(widget)
        verify = QHBoxLayout()
        verify.setContentsMargins(0, 3, 0, 1)
        verify.addWidget(self._verify)
        verify.addStretch(1)
        words.addLayout(verify)
        words.addWidget(self._others)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._source_button)
        buttons.addWidget(self.set_button)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(8)
        inner.addLayout(row)
        inner.addWidget(self._source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(Line())
        # Above the words, at the right of the time left: a column of their own would narrow every line.
        self._corner = QWidget(self)
        self._corner.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)

    def resizeEvent(self, event: object) -> None:
        size = self._corner.sizeHint()
        self._corner.setGeometry(self.width() - size.width() - 10, 10, size.width(), size.height())

    @property
    def clock(self) -> Deadline | None:
        """The clock in front: the next that is due, else one that is only watched."""
        return self._running()[0] if self._running() else None

    def nearly_out(self) -> bool:
        """Whether seconds count: a clock that alarms ends, or ended, within ten minutes."""
        now = self._ctx.now()
        return any(abs(clock.safe - now) <= LAST_MINUTES for clock in self._running() if not clock.watch)

    def show_case(self, view: CaseView) -> None:
        """Show a case's clocks."""
        if self._view is None or self._view.case.id != view.case.id:
            self._source.hide()
        self._view = view
        self.tick()

    def tick(self) -> None:
        """Show the time left now."""
        view, clock = self._view, self.clock
        if view is None:
            return
        self._name_buttons()
        closed = view.case.closed_at is not None
        self.set_button.setVisible(clock is not None if closed else bool(view.scenario.clocks))
        self._source_button.setVisible(clock is not None)
        if clock is None:
            self._show_none(closed=closed)
            return
        self._show_clock(clock)
        others = self._running()[1 : 1 + _OTHERS]
        self._others.setText("\n".join(self._other_words(other) for other in others))
        self._others.setVisible(bool(others))

    def _running(self) -> list[Deadline]:
        view = self._view
        return [clock for clock in view.deadlines if clock.met_at is None] if view is not None else []

    def _show_clock(self, clock: Deadline) -> None:
        language, now, home = self._ctx.language, self._ctx.now(), self._ctx.home
        left = countdown(clock.safe, now, language, home)
        over = clock.watch and clock.safe <= now
        self._left.setText(self.tr("Passed") if over else left.text)
        self._left.set_ink("text2" if clock.watch else left.role)
        span = (clock.safe - clock.started_at).total_seconds()
        share = (clock.safe - now).total_seconds() / span if span > 0 else 0.0
        self._ring.set(min(1.0, max(0.0, share)), "later" if clock.watch else left.level)
        self._ring.setToolTip(clock.action.get(language))
        when = due_text(clock.safe, now, language, zone=home)
        self._safe.setText(self._watch_words(clock) if clock.watch else self.tr("Safe deadline {0}").format(when))
        self._latest.setText(self._latest_words(clock))
        self._latest.setVisible(bool(self._latest.text()))
        reason = clock.overridden_because
        self._by_hand.setText(self.tr("Set by hand: {0}").format(reason) if reason else "")
        self._by_hand.setVisible(bool(reason))
        doubtful = clock.confidence == "low" and not reason
        self._verify.set(self.tr("please verify"), "warn", "warning")
        self._verify.setVisible(doubtful)
        self._source.setText(self._source_words(clock))

    def _show_none(self, *, closed: bool) -> None:
        self._ring.set(0.0, "none")
        self._left.setText(self.tr("Closed") if closed else self.tr("No clock"))
        self._left.set_ink("text2")
        self._safe.setText(
            self.tr("Reopen the case to go on.") if closed else self.tr("Nothing is due in this case now.")
        )
        for widget in (self._latest, self._by_hand, self._verify, self._others, self._source):
            widget.hide()

    def _name_buttons(self) -> None:
        shown = self._source.isVisibleTo(self)
        self._source_button.set_name(
            self.tr("Hide the source") if shown else self.tr("Source and last check of this rule")
        )
        self.set_button.set_name(self.tr("Set the clock shown on the page"))

    def _toggle_source(self) -> None:
        self._source.setVisible(not self._source.isVisibleTo(self))
        self._name_buttons()

    def _there(self, end: datetime, zone: str) -> str:
        """The same moment on the marketplace, with its day where that is another one."""
        language = self._ctx.language
        day = local_day(end, zone)
        name = "" if day == local_day(end, self._ctx.home) else f"{weekday_text(day, language)} "
        return f"{zone_title(zone, language)} {name}{clock_text(end, zone)}"

    def _latest_words(self, clock: Deadline) -> str:
        language, now, home = self._ctx.language, self._ctx.now(), self._ctx.home
        there = self._there(clock.outer or clock.safe, clock.zone)
        if clock.outer is None or clock.outer == clock.safe:
            return "" if same_clock(clock.safe, clock.zone, home) else there
        return self.tr("latest {0}, {1}").format(due_text(clock.outer, now, language, zone=home), there)

    def _watch_words(self, clock: Deadline) -> str:
        return self.tr("{0}, expected {1}").format(clock.action.get(self._ctx.language), self._when(clock))

    def _other_words(self, clock: Deadline) -> str:
        if clock.watch:
            return self._watch_words(clock)
        words = self.tr("{0}: {1}").format(clock.action.get(self._ctx.language), self._when(clock))
        return self.tr("{0}, please verify").format(words) if clock.confidence == "low" else words

    def _when(self, clock: Deadline) -> str:
        due = due_text(clock.safe, self._ctx.now(), self._ctx.language, zone=self._ctx.home)
        return due.replace(" ", "\N{NO-BREAK SPACE}")  # a line never ends between the day and the hour

    def _source_words(self, clock: Deadline) -> str:
        confidence = {
            "high": self.tr("confidence high"), "medium": self.tr("confidence medium"), "low": self.tr("confidence low"),
        }.get(clock.confidence, clock.confidence)  # fmt: skip
        language = self._ctx.language
        started = day_text(clock.started_at, language, zone=clock.zone)
        lines = [
            clock.action.get(language),
            self.tr("Rule {0}, counted from {1}").format(clock.rule, started),
            self.tr("Source: {0}").format(clock.source),
            self.tr("Last checked {0}, {1}").format(clock.last_checked, confidence),
        ]
        if clock.edited_because:
            lines.append(self.tr("You changed this rule: {0}").format(clock.edited_because))
        return "\n".join(lines)
