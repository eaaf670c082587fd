"""What the workbook holds, for which days and in which language, and Export to Excel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from claimdesk.core.records.orders import OrderFilter
from claimdesk.core.records.tasks import Task
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.jobs import Job
from claimdesk.ui.screen import Screen
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card, Line, ScreenHead
from claimdesk.ui.widgets.empty import Icon, MessageBar
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import ScrollPane
from claimdesk.ui.widgets.times import clock_text, count_text, local_day

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.reporting.reports import Written

_DAYS = {"month": 30, "quarter": 91, "half": 182}


@dataclass(frozen=True, slots=True)
class _Holds:
    orders: int
    cases: int


def _count(desk: Desk, now: datetime, first: date | None, last: date | None) -> _Holds:
    wanted = OrderFilter(
        purchased_from=first.isoformat() if first else "", purchased_to=last.isoformat() if last else ""
    )
    page = desk.orders.page(wanted, sort="purchased_at", descending=True, offset=0, limit=1, now=now)
    zone = desk.shop.profile().zone
    days = [local_day(row.opened_at, zone) for row in desk.cases.rows(now)]
    return _Holds(page.total, sum((first is None or d >= first) and (last is None or d <= last) for d in days))


def _chosen(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


class ReportsScreen(Screen):
    """Centre: the sheets and how many rows they will have. Right 304: language, Export, and what was written last."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self._job: Job | None = None
        self._written: Path | None = None
        self._holds: _Holds | None = None
        self._build()
        self.range.set_value("all")
        self.language.set_value(ctx.language)
        self.retranslate()

    def keys_go_to(self) -> QWidget | None:
        """The page as a whole: a control that nobody walked to shows no ring. Tab goes on to the first of them."""
        return self

    # -- building

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
        for part in (self.range, self.first, self.last):
            self.head.actions.addWidget(part)  # type: ignore[attr-defined]
        column.addWidget(self.head)
        column.addWidget(Line())
        panes = QHBoxLayout()
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(0)
        panes.addWidget(self._centre(), 1)
        panes.addWidget(self._right())
        column.addLayout(panes, 1)

    def _day(self, day: date) -> QDateEdit:
        field = QDateEdit(QDate(day.year, day.month, day.day))
        field.setCalendarPopup(True)
        field.setDisplayFormat("yyyy-MM-dd")
        field.setFixedWidth(124)
        field.dateChanged.connect(self._ask)
        field.hide()
        return field

    def _centre(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "none")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        self.title = Plain("", "pane")
        self.subtitle = Plain("", "body", "text2", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        card = Card(padding=0)
        card.body.setContentsMargins(1, 4, 1, 4)
        self._sheets: list[tuple[Plain, Plain, Plain]] = []
        for index, icon in enumerate(("chart-bar", "briefcase", "package")):
            if index:
                card.body.addWidget(Line(soft=True))
            card.body.addWidget(self._sheet_row(icon))
        column.addWidget(card)
        self.notes = Plain("", "secondary", wrap=True)
        column.addWidget(self.notes)
        column.addStretch(1)
        area = ScrollPane()
        area.setWidget(page)
        return area

    def _sheet_row(self, icon: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(15, 10, 15, 10)
        row.setSpacing(12)
        row.addWidget(Icon(icon, "accenttext", 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        name, detail, number = Plain("", "row"), Plain("", "secondary", wrap=True), Plain("", "body", "text2")
        words.addWidget(name)
        words.addWidget(detail)
        row.addLayout(words, 1)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sheets.append((name, detail, number))
        return holder

    def _right(self) -> QFrame:
        pane = QFrame()
        pane.setProperty("frame", "left")
        pane.setFixedWidth(304)
        column = QVBoxLayout(pane)
        column.setContentsMargins(17, 14, 16, 16)
        column.setSpacing(12)
        self.pane_title = Plain("", "section")
        row = QHBoxLayout()
        self.language_label = Plain("", "body", "text2")
        self.language = Segments((("en", "English"), ("zh", "中文")))
        self.language.setObjectName("report-language")
        row.addWidget(self.language_label)
        row.addStretch(1)
        row.addWidget(self.language)
        self.button = PrimaryButton(icon="export", hint="Ctrl E")
        self.button.setObjectName("export")
        policy = self.button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.button.setSizePolicy(policy)
        self.button.clicked.connect(self.export)
        column.addWidget(self.pane_title)
        column.addLayout(row)
        column.addWidget(self.button)
        column.addWidget(self._progress())
        self.problem = MessageBar(kind="danger")
        self.problem.hide()
        column.addWidget(self.problem)
        column.addWidget(self._result())
        column.addStretch(1)
        return pane

    def _progress(self) -> QWidget:
        self.progress = QWidget()
        row = QHBoxLayout(self.progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = PlainButton(small=True)
        self.cancel.setObjectName("export-cancel")
        self.cancel.clicked.connect(self._on_cancel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.progress.hide()
        return self.progress

    def _result(self) -> QWidget:
        self.result = QWidget()
        row = QHBoxLayout(self.result)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon("check-circle-fill", "oksolid", 17), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.file = Plain("", "strong", elide=True)
        self.file.setObjectName("export-file")
        self.detail = Plain("", "secondary")
        links = QHBoxLayout()
        links.setSpacing(14)
        self.open_file, self.open_folder = LinkButton(), LinkButton()
        self.open_file.clicked.connect(self._on_open_file)
        self.open_folder.clicked.connect(self._on_open_folder)
        links.addWidget(self.open_file)
        links.addWidget(self.open_folder)
        links.addStretch(1)
        words.addWidget(self.file)
        words.addWidget(self.detail)
        words.addLayout(links)
        row.addLayout(words, 1)
        self.result.hide()
        return self.result

    # -- what the desk says

    def refresh(self, changes: Changes) -> None:
        self.button.setEnabled(self.ctx.desk is not None and self._job is None)
        if changes.orders or changes.cases:
            self._ask()

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
        if desk is not None:
            first, last = self.days()
            self.ctx.jobs.run(lambda _: _count(desk, now, first, last), owner=self, done=self._show, lane="reading")

    def _show(self, holds: _Holds) -> None:
        self._holds = holds
        self._show_words()

    def _on_range(self, chosen: str) -> None:
        for field in (self.first, self.last):
            field.setVisible(chosen == "custom")
        self._ask()

    # -- export

    def export(self) -> None:
        """Ask for a file name and write the workbook there."""
        if self.ctx.desk is None or self._job is not None:
            return
        folder = Path(str(self.ctx.settings.value("export/folder", str(Path.home()))))
        name = self.tr("Claims {day}").format(day=local_day(self.ctx.now()).isoformat()) + ".xlsx"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to Excel"), str(folder / name), self.tr("Excel workbook") + " (*.xlsx)"
        )
        if chosen:
            path = Path(chosen)
            self.ctx.settings.setValue("export/folder", str(path.parent))
            self.export_to(path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx"))

    def export_to(self, path: Path) -> None:
        """Write the workbook into a file; the window stays usable meanwhile."""
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is None:
            return
        first, last = self.days()
        language = self.language.value or "en"

        def work(task: Task) -> Written:
            return desk.reports.workbook(path, now, first=first, last=last, language=language, task=task)

        self.problem.hide()
        self.result.hide()
        self.bar.setRange(0, 0)
        self.progress.show()
        self.button.setEnabled(False)
        self._job = self.ctx.jobs.run(
            work,
            owner=self,
            done=self._on_written,
            failed=self._on_failed,
            cancelled=self._end,
            progress=self._on_progress,
            lane="files",
            title=self.tr("Exporting"),
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_written(self, written: Written) -> None:
        self._end()
        self._written = written.file
        self.file.setText(written.file.name)
        self.detail.setText(
            self.tr("{count} rows, written {clock}").format(
                count=count_text(written.rows), clock=clock_text(self.ctx.now())
            )
        )
        self.result.show()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.problem.set(self.ctx.words(error))
        self.problem.show()

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        self.button.setEnabled(True)

    def _on_cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_open_file(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _on_open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    # -- words

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
        self.pane_title.setText(self.tr("Excel workbook"))
        self.language_label.setText(self.tr("Headings"))
        self.button.setText(self.tr("Export to Excel"))
        self.cancel.setText(self.tr("Cancel"))
        self.open_file.setText(self.tr("Open"))
        self.open_folder.setText(self.tr("Show in folder"))
        self.title.setText(self.tr("What the workbook holds"))
        self.subtitle.setText(
            self.tr(
                "Three sheets with real dates, amounts and numbers, filters on every column and "
                "headings that stay in view."
            )
        )
        self.notes.setText(
            self.tr(
                "Orders count by the day they were bought, cases by the day they were opened. Text "
                "from outside is never read as a formula."
            )
        )
        self._show_words()

    def _rows(self, count: int) -> str:
        words = self.tr("1 row") if count == 1 else self.tr("{count} rows")
        return words.format(count=count_text(count))

    def _show_words(self) -> None:
        rows = ["", "", ""]
        if self._holds is not None:
            rows = ["", self._rows(self._holds.cases), self._rows(self._holds.orders)]
        words = (
            (self.tr("Summary"), self.tr("Claims, outcomes and amounts for these days, with a chart")),
            (self.tr("Cases"), self.tr("One row per case: order, scenario, status, next deadline, outcome, amount")),
            (self.tr("Orders"), self.tr("One row per order: buyer, items, dates, tracking, money")),
        )
        for (name, detail, number), (title, text), count in zip(self._sheets, words, rows, strict=True):
            name.setText(title)
            detail.setText(text)
            number.setText(count)
