"""Back up now, Restore, and Check database: what the menus and the first page offer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from claimdesk.ui.keeping.words import BackupWords

if TYPE_CHECKING:
    from claimdesk.core.keeping.keeping import Keeping
    from claimdesk.core.records.backups import BackupFile, Checkup
    from claimdesk.core.records.tasks import Task
    from claimdesk.ui.context import WindowContext


class KeepingCommands(QObject):
    """`made()` after a backup. What is to be put back goes out by `ctx.restore`."""

    made = Signal()

    def __init__(self, ctx: WindowContext, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._window = ctx, window
        self._words = BackupWords(ctx, self)
        ctx.choose_backup.connect(self.choose_backup)
        ctx.back_up.connect(self.back_up_now)
        ctx.check_data.connect(self.check)

    def back_up_now(self) -> None:
        """A whole backup in the data folder."""
        ctx, keeping, now = self._ctx, self._ctx.keeping, self._ctx.now()
        if keeping is not None and ctx.desk is not None:
            ctx.jobs.run(
                lambda task: keeping().back_up(now, task), owner=self, done=self._on_made, lane="files",
                title=self.tr("Making a backup"),
            )  # fmt: skip

    def _on_made(self, backup: BackupFile) -> None:
        self._ctx.toast.emit(self._words.made(backup), None)
        self.made.emit()
        self._ctx.backed_up.emit()

    def check(self) -> None:
        """Look through the database and the evidence for damage."""
        ctx, keeping = self._ctx, self._ctx.keeping
        if keeping is not None and ctx.desk is not None:
            ctx.jobs.run(
                lambda task: keeping().check(task), owner=self, done=self._on_checked, lane="files",
                title=self.tr("Checking the data"),
            )  # fmt: skip

    def _on_checked(self, found: Checkup) -> None:
        if not found.problems:
            self._ctx.toast.emit(self._words.whole(found), None)
            return
        box = QMessageBox(self._window)
        box.setObjectName("damageFound")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Check of the data"))
        box.setText(self.tr("Not everything is as it should be. Nothing was changed."))
        box.setInformativeText(self._words.damaged(found))
        restore = box.addButton(self.tr("Restore a backup…"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(box.addButton(self.tr("Close"), QMessageBox.ButtonRole.RejectRole))
        restore.clicked.connect(self.choose_backup)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        box.open()

    def choose_backup(self) -> None:
        """Ask which backup to put back; not while something is under way that would be lost in its midst."""
        ctx, keeping, desk = self._ctx, self._ctx.keeping, self._ctx.desk
        if keeping is None:
            return
        under_way = next((job.title for job in ctx.jobs.running() if job.title), "")
        if under_way:
            ctx.toast.emit(self.tr("Please wait: {0} is still under way.").format(under_way), None)
            return

        def read(task: Task) -> tuple[tuple[BackupFile, ...], bool]:
            kept: Keeping = keeping()
            return kept.backups(), desk is not None and bool(desk.orders.count() or desk.cases.rows(ctx.now()))

        ctx.jobs.run(read, owner=self, done=lambda found: self._ask(*found), lane="reading")

    def _ask(self, backups: tuple[BackupFile, ...], replaces: bool) -> None:
        from claimdesk.ui.keeping.restore_dialog import RestoreDialog  # at first use

        dialog = RestoreDialog(self._ctx, backups, replaces, self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, file: Path) -> None:
        self._ctx.restore.emit(file)
