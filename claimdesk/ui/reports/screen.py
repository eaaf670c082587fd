"""Reports: the overview of claims for chosen days, platforms and scenarios, and Export to Excel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.orders import OrderFilter
from claimdesk.ui.cases.reading import market_titles
from claimdesk.ui.cases.words import CaseWords
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.reports.export_pane import ExportPane
from claimdesk.ui.reports.overview_page import OverviewPage
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.cards import Line, ScreenHead
from claimdesk.ui.widgets.chips import FilterChip
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.tall import ScrollPane
from claimdesk.ui.widgets.times import day_text, local_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimdesk.core.desk import Desk
    from claimdesk.core.reporting.overview import Asked, Overview

_DAYS = {"month": 30, "quarter": 91, "half": 182}


@dataclass(frozen=True, slots=True)
class _Holds:
    """What was read: the overview, what the workbook will hold, and what can be chosen."""

    overview: Overview
    orders: int
    cases: int
    platforms: tuple[str, ...]
    scenarios: tuple[tuple[str, Bilingual], ...]
    markets: Mapping[str, Bilingual]


def _read(desk: Desk, now: datetime, asked: Asked) -> _Holds:
    wanted = OrderFilter(
        purchased_from=asked.first.isoformat() if asked.first else "",
        purchased_to=asked.last.isoformat() if asked.last else "",
    )
    page = desk.orders.page(wanted, sort="purchased_at", descending=True, offset=0, limit=1, now=now)
    zone, rows = desk.shop.profile().zone, desk.cases.rows(now)
    days = [local_day(row.opened_at, zone) for row in rows]
    return _Holds(
        overview=desk.overviews.of(asked, now),
        orders=page.total,
        cases=sum((asked.first is None or d >= asked.first) and (asked.last is None or d <= asked.last) for d in days),
        platforms=tuple(sorted({platform for platform, _, _ in desk.orders.facets()})),
        scenarios=tuple(sorted({(row.scenario, row.title) for row in rows}, key=lambda one: one[0])),
        markets=market_titles(),
    )


def _chosen(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


class ReportsScreen(Screen):
    """Centre: the overview. Right 304: the workbook and what was written last."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self._holds: _Holds | None = None
        self._words = CaseWords(ctx, self)
        self.pane = ExportPane(ctx, self.days)
        self.page = OverviewPage(ctx, self._words)
        self.error = MessageBar("", "danger")
        self.error.hide()
        self._build()
        self.range.set_value("all")
        self.retranslate()

    def keys_go_to(self) -> QWidget | None:
        """The page as a whole: a control that nobody walked to shows no ring. Tab goes on to the first of them."""
        return self

    # building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = ScreenHead()
        self.range = Segments((("month", ""), ("quarter", ""), ("half", ""), ("all", ""), ("custom", "")))
        self.range.setObjectName("report-range")
        self.range.chosen.connect(self._on_range)
        today = local_day(self.ctx.now())
        self.first, self.last = (self._day(day) for day in (today - timedelta(days=30), today))
        self.platform, self.scenario = FilterChip(), FilterChip()
        for chip in (self.platform, self.scenario):
            chip.changed.connect(lambda _: self._ask())
        for part in (self.range, self.first, self.last, self.platform, self.scenario):
            self.head.actions.addWidget(part)  # type: ignore[attr-defined]
        column.addWidget(self.head)
        column.addWidget(Line())
        column.addWidget(self.error)
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        area = ScrollPane()
        area.setWidget(self.page)
        panes.addWidget(area, 1)
        panes.addWidget(self.pane)
        column.addLayout(panes, 1)
        self.error.clicked.connect(self._ask)

    def _day(self, day: date) -> QDateEdit:
        field = QDateEdit(QDate(day.year, day.month, day.day))
        field.setCalendarPopup(True)
        field.setDisplayFormat("yyyy-MM-dd")
        field.setFixedWidth(136)
        field.dateChanged.connect(self._ask)
        field.hide()
        return field

    # what the desk says

    def refresh(self, changes: Changes) -> None:
        self.pane.button.setEnabled(self.ctx.desk is not None and self.pane.idle)
        if changes.orders or changes.cases:
            self._ask()

    def export(self) -> None:
        """Ask for a file name and write the workbook there."""
        self.pane.export()

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day chosen, None for no end."""
        chosen = self.range.value
        if chosen == "custom":
            first, last = sorted(_chosen(field) for field in (self.first, self.last))
            return first, last
        if chosen in _DAYS:
            today = local_day(self.ctx.now())
            return today - timedelta(days=_DAYS[chosen] - 1), today
        return None, None

    def _ask(self) -> None:
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is None:
            return
        from claimdesk.core.reporting.overview import Asked  # with the first report, not with the frame

        asked = Asked(*self.days(), tuple(self.platform.values), tuple(self.scenario.values))
        self.ctx.jobs.run(
            lambda _: _read(desk, now, asked), owner=self, done=self._show, failed=self._fail, lane="reading"
        )

    def _fail(self, error: Exception) -> None:
        self.error.set(self.ctx.words(error), "danger", self.tr("Retry"))
        self.error.show()

    def _show(self, holds: _Holds) -> None:
        self._holds = holds
        self._words.titles = holds.markets
        self.error.hide()
        self.pane.show_counts(holds.cases, holds.orders)
        self._show_choices()
        self.page.show_overview(holds.overview, self._days_words())

    def _days_words(self) -> str:
        first, last = self.days()
        if first is None or last is None:
            return self.tr("everything so far")
        language = self.ctx.language
        return self.tr("{0} to {1}").format(day_text(first, language, year=True), day_text(last, language, year=True))

    def _show_choices(self) -> None:
        if self._holds is not None:
            self.platform.set_choices([(one, self._words.platform(one)) for one in self._holds.platforms])
            titles = [(one, title.get(self.ctx.language)) for one, title in self._holds.scenarios]
            self.scenario.set_choices(titles)

    def _on_range(self, chosen: str) -> None:
        for field in (self.first, self.last):
            field.setVisible(chosen == "custom")
        self._ask()

    # words

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Reports"))
        self.range.set_choices(
            (
                ("month", self.tr("30 days")),
                ("quarter", self.tr("3 months")),
                ("half", self.tr("6 months")),
                ("all", self.tr("Everything")),
                ("custom", self.tr("Custom")),
            )
        )
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self.platform.setText(self.tr("Platform"))
        self.scenario.setText(self.tr("Scenario"))
        self._show_choices()
        self.pane.retranslate()
        if self._holds is not None:
            self.page.show_overview(self._holds.overview, self._days_words())
        else:
            self.page.retranslate()
