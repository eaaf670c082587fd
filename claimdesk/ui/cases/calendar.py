"""The cases by their safe deadline: five weeks from this one on, with what is outside of them said above."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseStatus
from claimdesk.ui.cases.calendar_grid import WEEKS, CalendarGrid
from claimdesk.ui.widgets.buttons import IconButton, LinkButton
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import day_text, local_day

if TYPE_CHECKING:
    from claimdesk.core.records.cases import CaseRow
    from claimdesk.ui.context import WindowContext

_MONTH = timedelta(weeks=WEEKS - 1)  # one week of the last stays in sight


class CaseCalendar(QWidget):
    """`opened(case id)`, `picked()`."""

    opened = Signal(int)
    picked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._without = 0
        self.setObjectName("casesCalendar")
        self.back, self.forth = IconButton("caret-left", small=True), IconButton("caret-right", small=True)
        self.today, self.earlier = LinkButton(""), LinkButton("")
        self._title, self._note = Plain("", "section"), Plain("", "label", "text3")
        self.grid = CalendarGrid(ctx)
        self.setFocusProxy(self.grid)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 14, 4)
        head.setSpacing(8)
        for widget in (self.back, self.forth, self._title, self.today):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.earlier)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        self.grid.opened.connect(self.opened)
        self.grid.picked.connect(self.picked)
        self.grid.turned.connect(self.retranslate)
        self.back.clicked.connect(lambda: self.grid.turn_to(self.grid.first - _MONTH))
        self.forth.clicked.connect(lambda: self.grid.turn_to(self.grid.first + _MONTH))
        self.today.clicked.connect(self._show_today)
        self.earlier.clicked.connect(lambda: self.grid.choose(self.grid.rows[0].id))
        self._show_today()

    def show_rows(self, rows: tuple[CaseRow, ...]) -> None:
        """Show these cases; those without a deadline are only counted."""
        self._without = sum(row.next_deadline is None and row.status is not CaseStatus.CLOSED for row in rows)
        self.grid.show_rows(rows)
        self.retranslate()

    def selected_rows(self) -> list[CaseRow]:
        """The chosen case."""
        return [row for row in self.grid.rows if row.id == self.grid.chosen]

    def retranslate(self) -> None:
        """Texts in the language shown."""
        first, language = self.grid.first, self._ctx.language
        last = first + timedelta(weeks=WEEKS, days=-1)
        big_first, both = language.startswith("zh"), first.year != last.year  # Chinese days begin with the year
        begin = day_text(first, language, year=both or big_first)
        self._title.setText(f"{begin} – {day_text(last, language, year=both or not big_first)}")
        self.back.set_name(self.tr("Earlier weeks"))
        self.forth.set_name(self.tr("Later weeks"))
        self.today.setText(self.tr("Today"))
        self.grid.setAccessibleName(self.tr("Calendar of deadlines"))
        before = sum(
            row.next_deadline is not None and local_day(row.next_deadline.safe, self._ctx.home) < first
            for row in self.grid.rows
        )
        self.earlier.setText(self.tr("{0} earlier").format(before))
        self.earlier.setVisible(before > 0)
        self._note.setText(self.tr("{0} without a deadline").format(self._without) if self._without else "")
        for button in (self.today, self.earlier):
            button.updateGeometry()

    def _show_today(self) -> None:
        self.grid.turn_to(local_day(self._ctx.now(), self._ctx.home))
