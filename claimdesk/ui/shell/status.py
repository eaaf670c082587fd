"""The status bar: database and orders, work under way, saved state, two clocks."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from claimdesk.ui.context import WindowContext
from claimdesk.ui.jobs import Job
from claimdesk.ui.keeping.words import BackupWords
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import IconButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import (
    clock_text,
    count_text,
    day_text,
    local_day,
    weekday_text,
    zone_of,
    zone_title,
)

_BUSY_AFTER = 150  # ms: shorter writes do not make the bar flicker


class _Item(QWidget):
    """An icon, a text and a quieter text."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.icon = Icon(icon, "text3", 14)
        self.main = Plain("", "secondary", "text2")
        self.quiet = Plain("", "secondary", "text3")
        for part in (self.icon, self.main, self.quiet):
            row.addWidget(part)

    def set(self, main: str, quiet: str = "") -> None:
        self.main.setText(main)
        self.quiet.setText(quiet)
        self.quiet.setVisible(bool(quiet))


class StatusBar(QWidget):
    """26 px at the foot of the window. Tells jobs by the signals of `ctx.jobs`; the rest is set by the window."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.setObjectName("status")
        self.setFixedHeight(26)
        self._orders: int | None = None
        self._failed = False
        self._zones: tuple[str, ...] = (ctx.home, "America/Los_Angeles")
        self._imported: tuple[datetime | None, int] = (None, 0)
        self._backup: datetime | None = None
        self._no_backup: Exception | None = None
        self._backup_words = BackupWords(ctx, self)
        self._job: Job | None = None
        self._build()
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(_BUSY_AFTER)
        self._busy.timeout.connect(self._show_saved)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_clocks)
        self._tick.start()
        ctx.jobs.started.connect(self._on_started)
        ctx.jobs.progressed.connect(self._on_progressed)
        ctx.jobs.ended.connect(self._on_ended)
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(20)
        self.database = _Item("database", self)
        self.backup = _Item("shield-check", self)
        self.backup.setObjectName("status-backup")
        self.work = _Item("download-simple", self)
        self.bar = QProgressBar(self)
        self.bar.setProperty("thin", True)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.stop = IconButton("x", small=True, parent=self)
        self.stop.setObjectName("status-stop")
        self.stop.clicked.connect(self._on_stop)
        self.saved = _Item("check-circle", self)
        self.clocks = _Item("clock", self)
        for part in (self.database, self.backup, self.work, self.bar, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addWidget(self.clocks)
        self._show_idle()

    def show_orders(self, count: int | None, *, failed: bool = False) -> None:
        """How many orders the open database holds; None while it opens, or when it could not."""
        self._orders, self._failed = count, failed
        self.retranslate()

    def show_zones(self, home: str, platform: str) -> None:
        """The two zones of the clocks; one clock when they are the same."""
        self._zones = (home,) if home == platform else (home, platform)
        self._show_clocks()

    def show_import(self, at: datetime | None, rows: int) -> None:
        """When the last import was made and how many rows it read; None when there was none."""
        self._imported = (at, rows)
        self._show_idle()

    def show_backup(self, made_at: datetime | None) -> None:
        """When the newest backup was made; None when there is none."""
        self._backup, self._no_backup = made_at, None
        self._show_backup()

    def show_no_backup(self, error: Exception) -> None:
        """A backup could not be made; why stands in the tool tip."""
        self._no_backup = error
        self._show_backup()

    def retranslate(self) -> None:
        folder = self.ctx.folder
        name = folder.name if folder is not None else ""
        if self._failed:
            self.database.set(self.tr("Database not open"))
        elif self._orders is None:
            self.database.set(self.tr("Opening the database"))
        else:
            words = self.tr("1 order") if self._orders == 1 else self.tr("{count} orders")
            self.database.set(name or self.tr("Database"), words.format(count=count_text(self._orders)))
        self.database.setToolTip(str(folder) if folder is not None else "")
        self.stop.set_name(self.tr("Stop"))
        self._show_saved()
        self._show_backup()
        self._show_idle()
        self._show_clocks()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, active().color("line"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show_clocks(self) -> None:
        now = self.ctx.now()
        language = self.ctx.language
        home = self._zones[0]
        words = [f"{zone_title(home, language)} {clock_text(now, home)}"]
        for zone in self._zones[1:]:
            there = now.astimezone(zone_of(zone))
            apart = abs(there.utcoffset() or timedelta()) and there.date() != now.astimezone(zone_of(home)).date()
            day = f"{weekday_text(there.date(), language)} " if apart else ""
            words.append(f"{zone_title(zone, language)} {day}{clock_text(now, zone)}")
        text = " · ".join(words)
        if text != self.clocks.main.text():
            self.clocks.set(text)

    def _show_saved(self) -> None:
        if self.ctx.desk is None:
            self.saved.hide()
            return
        self.saved.show()
        writing = bool(self.ctx.jobs.running("database"))
        self.saved.icon.set("spinner" if writing else "check-circle")
        self.saved.set(self.tr("Saving") if writing else self.tr("All changes saved"))

    def _show_backup(self) -> None:
        self.backup.setVisible(self.ctx.keeping is not None and self._orders is not None)
        failed = self._no_backup
        self.backup.icon.set("warning" if failed else "shield-check", "warn" if failed else "text3")
        self.backup.set(self.tr("No backup made") if failed else self._backup_words.last(self._backup))
        self.backup.setToolTip(self.ctx.words(failed) if failed else "")

    def _show_idle(self) -> None:
        if self._job is not None:
            return
        for part in (self.bar, self.stop):
            part.hide()
        self.work.setVisible(self._orders is not None)
        at, rows = self._imported
        if at is None:
            self.work.set(self.tr("Nothing imported yet"))
            return
        now, home = self.ctx.now(), self._zones[0]
        same_day = local_day(at, home) == local_day(now, home)
        when = clock_text(at, home) if same_day else day_text(at, self.ctx.language, zone=home)
        words = self.tr("last {when} · 1 row") if rows == 1 else self.tr("last {when} · {count} rows")
        self.work.set(self.tr("Import idle"), words.format(when=when, count=count_text(rows)))

    def _on_started(self, job: Job) -> None:
        if job.lane == "database":
            self._busy.start()
        if job.title and self._job is None:
            self._take(job)

    def _on_progressed(self, job: Job, done: int, total: int) -> None:
        if self._job is None and job.title:
            self._take(job)
        if self._job is not job:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total:
            self.work.set(job.title, f"{count_text(done)} / {count_text(total)}")
        else:
            self.work.set(job.title, count_text(done))

    def _on_ended(self, job: Job) -> None:
        self._show_saved()
        if self._job is job:
            self._job = None
            self._show_idle()

    def _take(self, job: Job) -> None:
        self._job = job
        self.bar.setRange(0, 0)
        self.work.set(job.title)
        for part in (self.work, self.bar, self.stop):
            part.show()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
