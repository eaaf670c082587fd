"""Today: what is due, by overdue, today and the next three days; how the shop is doing; the first run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.core.records.cases import CaseRow
from claimdesk.ui.case.tick import Tick, last_minutes
from claimdesk.ui.cases.money import sum_words
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.context import Changes
from claimdesk.ui.screen import Screen
from claimdesk.ui.today.defect_card import DefectCard
from claimdesk.ui.today.due_list import DueList
from claimdesk.ui.today.figures import ends, weeks
from claimdesk.ui.today.first_run import FirstRun
from claimdesk.ui.today.foot import TodayFoot
from claimdesk.ui.today.groups import items, platforms
from claimdesk.ui.today.reading import TodayBook, read_today
from claimdesk.ui.today.side_cards import OutcomesCard, WeeksCard
from claimdesk.ui.widgets.buttons import PrimaryButton
from claimdesk.ui.widgets.cards import ScreenHead
from claimdesk.ui.widgets.empty import EmptyState, LoadingRows, MessageBar
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.times import due_text, local_day, long_day_text

if TYPE_CHECKING:
    from claimdesk.ui.context import WindowContext

ALL = "all"
WIDE = 1280 - 77  # the narrowest window that has room for list and charts, without the rail
LIST, LOADING, NOTHING = range(3)


class TodayScreen(Screen):
    """The first page."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.setObjectName("todayScreen")
        self._book: TodayBook | None = None
        self._wanted, self._opened = True, False
        self._words = CaseWords(ctx, self)
        self.head = ScreenHead()
        self.shops = Segments()
        self.new_case = PrimaryButton("", "plus", "Ctrl N")
        self.new_case.setObjectName("newCaseButton")
        self.list = DueList(ctx, self._words)
        self.nothing = EmptyState("check-circle", ink="ok")
        self.foot = TodayFoot()
        self.error = MessageBar("", "danger")
        self.error.hide()
        self.defects, self.weeks, self.outcomes = DefectCard(ctx, self._words), WeeksCard(ctx), OutcomesCard(ctx)
        self.first_run = FirstRun(ctx)
        self._arrange()
        self._connect()
        self._tick = Tick(ctx, self._on_tick, self)
        self.retranslate()

    def _arrange(self) -> None:
        for widget in (self.shops, self.new_case):
            self.head.actions.addWidget(widget)  # type: ignore[attr-defined]
        self._pages = QStackedWidget()
        for page in (self.list, LoadingRows(row=62), self.nothing):
            self._pages.addWidget(page)
        self._pages.setCurrentIndex(LOADING)
        card = QFrame()
        card.setProperty("frame", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self._pages, 1)
        inside.addWidget(self.foot)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.error)
        left.addWidget(card, 1)
        self._side = QWidget()
        self._side.setFixedWidth(388)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self.defects)
        side.addWidget(self.weeks)
        side.addWidget(self.outcomes)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 20)
        row.setSpacing(20)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(work)
        self._stack.addWidget(self.first_run)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _connect(self) -> None:
        self.list.opened.connect(self.ctx.open_case)
        self.list.picked.connect(lambda _: self._show_rates())
        self.new_case.clicked.connect(lambda: self.ctx.new_case.emit(self.selected_order()))
        self.nothing.clicked.connect(lambda: self.ctx.show_screen.emit("cases"))
        self.foot.asked.connect(lambda: self.ctx.show_screen.emit("cases"))
        self.shops.chosen.connect(lambda _: self._show())
        self.error.clicked.connect(self._read)
        self.first_run.sample_asked.connect(self._fill_sample)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_side()

    def toggle_context(self) -> None:
        """Show or hide the charts."""
        if self._narrow:
            self._opened = not self._opened
        else:
            self._wanted = not self._wanted
        self._place_side()

    @property
    def _narrow(self) -> bool:
        return self.width() < WIDE

    def _place_side(self) -> None:
        """In a narrow window the list has the room, and the charts come when they are asked for."""
        self._side.setVisible(self._opened if self._narrow else self._wanted)

    # what the window asks

    def panes_of(self) -> tuple[QWidget, ...]:
        return (self.first_run,) if self.is_first_run else (self.head, self.list, self.foot, self._side)

    def keys_go_to(self) -> QWidget | None:
        return self.list

    def refresh(self, changes: Changes) -> None:
        """Read again; the old rows stay until the new ones are there."""
        self._read()

    def retranslate(self) -> None:
        self.new_case.setText(self.tr("New case"))
        self.new_case.updateGeometry()
        self.head.title.setText(long_day_text(local_day(self.ctx.now(), self.ctx.home), self.ctx.language))
        self.first_run.retranslate()
        self._show()

    def selected_order(self) -> int:
        """New case starts from the selected case's order."""
        row = self.list.current_row()
        return row.order_id if row else 0

    @property
    def is_first_run(self) -> bool:
        """Whether there are no orders yet."""
        return self._stack.currentIndex() == 1

    # reading and showing

    def _read(self) -> None:
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is not None:
            self.ctx.jobs.run(lambda task: read_today(desk, now), owner=self, done=self._take, failed=self._fail,
                              lane="reading")  # fmt: skip

    def _take(self, book: TodayBook) -> None:
        self._book = book
        self._words.titles = book.book.markets
        self.error.hide()
        self.first_run.show_formats(book.formats)
        self.first_run.show_limits(book.limits)
        self.first_run.show_sample(not book.book.orders)
        self._show()

    def _fail(self, error: Exception) -> None:
        self.error.set(self.ctx.words(error), "danger", self.tr("Retry"))
        self.error.show()

    def _show(self) -> None:
        if self._book is None:
            return
        book, today = self._book.book, self._book.today
        self._stack.setCurrentIndex(1 if not book.orders and not book.rows else 0)
        due = (*today.overdue, *today.today, *today.soon)
        self._show_shops(due)
        self.list.show_items(items(today, self._shown))
        self._tick.hurry(last_minutes((*today.overdue, *today.today), self.ctx.now()))
        self.head.aside.setText(self._summary([r for r in today.overdue if self._shown(r)],
                                              [r for r in today.today if self._shown(r)]))  # fmt: skip
        self._show_nothing(book.rows)
        self._pages.setCurrentIndex(LIST if self.list.items else NOTHING)
        self.give_keys()
        self.foot.show_counts(today.waiting_buyer, today.waiting_platform, today.later)
        now = self.ctx.now()
        self._show_rates()
        self.weeks.show_weeks(weeks(book.rows, book.families, now, self.ctx.home))
        self.outcomes.show_ends(ends(book.rows, self._book.outcomes, now))

    def _show_rates(self) -> None:
        if self._book is not None:
            self.defects.show_rates(self._book.rates, self.list.current_row())

    def _show_shops(self, due: tuple[CaseRow, ...]) -> None:
        names = platforms(due)
        self.shops.setVisible(len(names) > 1)
        self.shops.set_choices([(ALL, self.tr("All shops")), *((one, self._words.platform(one)) for one in names[:4])])
        if not self.shops.value:
            self.shops.set_value(ALL)

    def _shown(self, row: CaseRow) -> bool:
        return self.shops.value in ("", ALL, row.platform)

    def _summary(self, overdue: list[CaseRow], today: list[CaseRow]) -> str:
        parts = []
        if overdue:
            parts.append(self.tr("{0} overdue").format(len(overdue)))
        if today:
            parts.append(self.tr("{0} due today").format(len(today)))
        amount = sum_words([row for row in (*overdue, *today) if row.closed_at is None])
        if amount:
            parts.append(self.tr("{0} at risk").format(amount))
        return self.tr(", ").join(parts)

    def _show_nothing(self, rows: tuple[CaseRow, ...]) -> None:
        waiting = [row.next_deadline for row in rows if row.next_deadline and row.closed_at is None]
        first = min(waiting, key=lambda clock: clock.safe, default=None)
        sentence = self.tr("Nothing due in 3 days.")
        detail = ""
        if first is not None:
            when = due_text(first.safe, self.ctx.now(), self.ctx.language, zone=self.ctx.home)
            detail = self.tr("The next deadline is {0}: {1}").format(when, first.action.get(self.ctx.language))
        self.nothing.set(sentence, self.tr("Show all cases") if rows else "", detail)

    def _on_tick(self) -> None:
        """Time went by: each minute what was due today may be overdue; near an end only the seconds are new."""
        self.list.viewport().update()
        if not self._tick.is_minute:
            return
        self.head.title.setText(long_day_text(local_day(self.ctx.now(), self.ctx.home), self.ctx.language))
        self._read()

    def _fill_sample(self) -> None:
        """Look around in the sample shop: its orders and cases are of the last weeks."""
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is not None:
            self.first_run.show_sample(False)
            self.ctx.jobs.run(
                lambda task: desk.sample.fill(now), owner=self, title=self.tr("Sample data"),
                done=lambda _: self.ctx.changed.emit(Changes(orders=True, cases=True, settings=True)),
            )  # fmt: skip
