"""The right pane of Reports: what the workbook holds, in which language, Export, and what was written last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from claimdesk.core.records.tasks import Task
from claimdesk.ui.jobs import Job
from claimdesk.ui.widgets.buttons import LinkButton, PlainButton, PrimaryButton
from claimdesk.ui.widgets.empty import Icon, MessageBar
from claimdesk.ui.widgets.fields import Segments
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import clock_text, count_text, local_day

if TYPE_CHECKING:
    from claimdesk.core.reporting.reports import Written
    from claimdesk.ui.context import WindowContext

Days = tuple[date | None, date | None]


class ExportPane(QFrame):
    """`days` says which days are wanted when Export is pressed."""

    def __init__(self, ctx: WindowContext, days: Callable[[], Days], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._days = ctx, days
        self._job: Job | None = None
        self._written: Path | None = None
        self._counts: tuple[int, int] | None = None
        self.setProperty("frame", "left")
        self.setFixedWidth(304)
        self._title = Plain("", "section")
        self._language_label = Plain("", "body", "text2")
        self.language = Segments((("en", "English"), ("zh", "中文")))
        self.language.setObjectName("report-language")
        self.language.set_value(ctx.language)
        self.button = PrimaryButton(icon="export", hint="Ctrl E")
        self.button.setObjectName("export")
        policy = self.button.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.button.setSizePolicy(policy)
        self.button.clicked.connect(self.export)
        self._notes = Plain("", "secondary", "text3", wrap=True)
        self.problem = MessageBar(kind="danger")
        self.problem.hide()
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        sheets = QVBoxLayout()
        sheets.setSpacing(4)
        self.sheets = [(Plain("", "body"), Plain("", "body", "text3")) for _ in range(3)]
        for (name, number), icon in zip(self.sheets, ("chart-bar", "briefcase", "package"), strict=True):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Icon(icon, "accenttext", 16))
            row.addWidget(name)
            row.addStretch(1)
            row.addWidget(number)
            sheets.addLayout(row)
        column.addLayout(sheets)
        row = QHBoxLayout()
        row.addWidget(self._language_label)
        row.addStretch(1)
        row.addWidget(self.language)
        column.addLayout(row)
        for widget in (self.button, self._progress(), self.problem, self._result(), self._notes):
            column.addWidget(widget)
        column.addStretch(1)

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

    # what the screen says

    @property
    def idle(self) -> bool:
        """Whether nothing is being written."""
        return self._job is None

    def show_counts(self, cases: int, orders: int) -> None:
        """How many rows the sheets will have."""
        self._counts = cases, orders
        self._show_sheets()

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self._title.setText(self.tr("Excel workbook"))
        self._language_label.setText(self.tr("Headings"))
        self.button.setText(self.tr("Export to Excel"))
        self.cancel.setText(self.tr("Cancel"))
        self.open_file.setText(self.tr("Open"))
        self.open_folder.setText(self.tr("Show in folder"))
        self._notes.setText(
            self.tr(
                "Orders count by the day they were bought, cases by the day they were opened. Filters apply to the "
                "overview only. Text from outside is never read as a formula."
            )
        )
        self._show_sheets()

    def _show_sheets(self) -> None:
        rows = ["", "", ""] if self._counts is None else ["", *(self._rows(count) for count in self._counts)]
        words = (self.tr("Summary, with a chart"), self.tr("Cases"), self.tr("Orders"))
        for (name, number), text, count in zip(self.sheets, words, rows, strict=True):
            name.setText(text)
            number.setText(count)

    def _rows(self, count: int) -> str:
        words = self.tr("1 row") if count == 1 else self.tr("{count} rows")
        return words.format(count=count_text(count))

    # export

    def export(self) -> None:
        """Ask for a file name and write the workbook there."""
        if self._ctx.desk is None or self._job is not None:
            return
        folder = Path(str(self._ctx.settings.value("export/folder", str(Path.home()))))
        name = self.tr("Claims {day}").format(day=local_day(self._ctx.now()).isoformat()) + ".xlsx"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to Excel"), str(folder / name), self.tr("Excel workbook") + " (*.xlsx)"
        )
        if chosen:
            path = Path(chosen)
            self._ctx.settings.setValue("export/folder", str(path.parent))
            self.export_to(path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx"))

    def export_to(self, path: Path) -> None:
        """Write the workbook into a file; the window stays usable meanwhile."""
        desk, now = self._ctx.desk, self._ctx.now()
        if desk is None:
            return
        (first, last), language = self._days(), self.language.value or "en"

        def work(task: Task) -> Written:
            return desk.reports.workbook(path, now, first=first, last=last, language=language, task=task)

        self.problem.hide()
        self.result.hide()
        self.bar.setRange(0, 0)
        self.progress.show()
        self.button.setEnabled(False)
        self._job = self._ctx.jobs.run(
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
                count=count_text(written.rows), clock=clock_text(self._ctx.now())
            )
        )
        self.result.show()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.problem.set(self._ctx.words(error))
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
