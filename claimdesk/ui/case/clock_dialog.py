"""A clock typed in from the platform's page: which one, when, in whose zone, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import due_text, two_clocks, zone_of, zone_title

if TYPE_CHECKING:
    from claimdesk.core.cases.view import CaseView
    from claimdesk.ui.context import WindowContext

FORMAT = "yyyy-MM-dd HH:mm"


@dataclass(frozen=True, slots=True)
class SetClock:
    """What was typed: the clock of the scenario, the instant in UTC, and the reason."""

    clock: str
    due: datetime
    reason: str


class ClockDialog(QDialog):
    """Asks for a clock and hands it to `take` when it is accepted; a reason is required."""

    def __init__(
        self, ctx: WindowContext, view: CaseView, zone: str, take: Callable[[SetClock], None], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._view, self._take = ctx, view, take
        self._zone = zone  # the marketplace's
        self.setObjectName("clockDialog")
        self.setModal(True)
        self.clocks = QComboBox()
        self.clocks.setObjectName("clockChoice")
        self.when = QDateTimeEdit()
        self.when.setObjectName("clockWhen")
        self.when.setDisplayFormat(FORMAT)
        self.when.setCalendarPopup(True)
        self.zones = Segments()
        self.zones.setObjectName("clockZone")
        self.reason = QLineEdit()
        self.reason.setObjectName("clockReason")
        self.reason.setMaxLength(300)
        self.told = Plain("", "secondary", "text2", wrap=True)
        self.told.setObjectName("clockTold")
        self.cancel, self.accept_button = PlainButton("", "", "Esc"), PrimaryButton("")
        self.accept_button.setObjectName("clockAccept")
        self._fill()
        self._arrange()
        self._connect()
        self._check()

    def _fill(self) -> None:
        language = self._ctx.language
        running = [clock for clock in self._view.deadlines if clock.met_at is None]
        met = {clock.clock for clock in self._view.deadlines if clock.met_at is not None}
        for clock in running:
            due = due_text(clock.safe, self._ctx.now(), language, zone=self._ctx.home)
            self.clocks.addItem(self.tr("{0} (now {1})").format(clock.action.get(language), due), clock.clock)
        known = {clock.clock for clock in running} | met
        for use in self._view.scenario.clocks:
            if use.id not in known and self._view.case.closed_at is None:
                self.clocks.addItem(use.action.get(language), use.id)
        home = self._ctx.home
        choices = [(home, zone_title(home, language))]
        if self._zone != home:
            choices.insert(0, (self._zone, zone_title(self._zone, language)))
        self.zones.set_choices(choices)
        self.zones.setVisible(len(choices) > 1)
        self.zones.set_value(choices[0][0])  # the page shows the marketplace's time
        self._show_due()

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Set the clock shown on the page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Plain(self.tr("Set the clock shown on the page"), "pane"))
        why = Plain(self.tr("What the platform prints on the case page wins over every rule. The reason stays in the "
                            "timeline, and Undo brings the rule back."), "body", "text2", wrap=True)  # fmt: skip
        why.setFixedWidth(440)
        column.addWidget(why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.when)
        row.addWidget(self.zones)
        row.addStretch(1)
        rows = ((self.tr("Clock"), self.clocks), (self.tr("Ends"), beside), (self.tr("Reason"), self.reason))
        for at, (name, control) in enumerate(rows):
            label = Plain(name, "body", "text2")
            grid.addWidget(label, at, 0)
            grid.addWidget(control, at, 1)
        for control, name in ((self.clocks, rows[0][0]), (self.when, rows[1][0]), (self.reason, rows[2][0])):
            control.setAccessibleName(name)
        self.zones.setAccessibleName(self.tr("In the time of"))
        self.reason.setPlaceholderText(self.tr("Such as: the case page says reply by 19 Nov, 11:59 pm"))
        column.addLayout(grid)
        column.addWidget(self.told)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        self.cancel.setText(self.tr("Cancel"))
        self.accept_button.setText(self.tr("Set the clock"))
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.clocks.currentIndexChanged.connect(lambda _: self._show_due())
        self.zones.chosen.connect(lambda _: self._check())
        self.when.dateTimeChanged.connect(lambda _: self._check())
        self.reason.textChanged.connect(lambda _: self._check())
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._accept)
        self.reason.returnPressed.connect(self._accept)

    def _show_due(self) -> None:
        """Begin with the end as it stands, or tomorrow."""
        found = next(
            (c for c in self._view.deadlines if c.clock == self.clocks.currentData() and c.met_at is None), None
        )
        due = found.safe if found is not None else self._ctx.now() + timedelta(days=1)
        there = due.astimezone(zone_of(self.zones.value))
        moment = QDateTime(QDate(there.year, there.month, there.day), QTime(there.hour, there.minute))
        self.when.setDateTime(moment)
        self._check()

    @property
    def due(self) -> datetime:
        """What was typed, in UTC."""
        day, time = self.when.date(), self.when.time()
        typed = datetime(
            day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone_of(self.zones.value)
        )
        return typed.astimezone(UTC)

    def _check(self) -> None:
        due, now = self.due, self._ctx.now()
        words = two_clocks(due, now, self._ctx.language, self._ctx.home, self._zone)
        self.told.setText(self.tr("{0}. This is in the past.").format(words) if due < now else words)
        self.told.set_ink("warn" if due < now else "text2")
        self.accept_button.setEnabled(bool(self.reason.text().strip()) and self.clocks.count() > 0)

    def _accept(self) -> None:
        reason = self.reason.text().strip()
        if reason and self.clocks.count():
            self._take(SetClock(str(self.clocks.currentData()), self.due, reason))
            self.accept()
