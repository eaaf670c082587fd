"""Backups in Settings: how many there are, the newest, make one, put one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.ui.keeping.words import BackupWords
from claimdesk.ui.settings.form import FormCard
from claimdesk.ui.widgets.buttons import PlainButton
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.times import count_text

if TYPE_CHECKING:
    from claimdesk.core.records.backups import BackupFile
    from claimdesk.ui.context import WindowContext


class BackupsCard(FormCard):
    """Asks by the context's signals for what the File and Tools menus do."""

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._words = ctx, BackupWords(ctx, self)
        self._backups: tuple[BackupFile, ...] | None = None
        self.setObjectName("settingsBackups")
        self.newest = Chip("", "neutral")
        self.make, self.restore = PlainButton("", "floppy-disk"), PlainButton("", "clock-counter-clockwise")
        self.make.setObjectName("settingsBackUp")
        self.restore.setObjectName("settingsRestore")
        self._sum = Plain("", "secondary", "text3")
        self._auto_label, self._auto_detail = self.add_row(self.newest, wide=True, detail=True)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(15, 6, 15, 6)
        row.setSpacing(8)
        for widget in (self.make, self.restore):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._sum)
        self.add_block(buttons)
        self.make.clicked.connect(ctx.back_up)
        self.restore.clicked.connect(ctx.choose_backup)
        ctx.backed_up.connect(self.refresh)
        self.setVisible(ctx.keeping is not None)

    def refresh(self) -> None:
        """Look which backups there are."""
        keeping = self._ctx.keeping
        self.setVisible(keeping is not None)
        self.make.setEnabled(self._ctx.desk is not None)
        if keeping is not None:
            self._ctx.jobs.run(lambda task: keeping().backups(), owner=self, done=self._show, lane="reading")

    def _show(self, backups: tuple[BackupFile, ...]) -> None:
        self._backups = backups
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language shown."""
        self.title.setText(self.tr("Backups"))
        self._auto_label.setText(self.tr("Automatic backup"))
        if self._auto_detail is not None:
            self._auto_detail.setText(self.tr("within the hour after a change"))
        self.make.setText(self.tr("Back up now"))
        self.restore.setText(self.tr("Restore a backup…"))
        for button in (self.make, self.restore):
            button.updateGeometry()
        found = self._backups
        if found is None:
            return
        self.newest.set(self._words.last(found[0].made_at if found else None), "ok" if found else "warn",
                        "check-circle" if found else "warning")  # fmt: skip
        size = self._words.size(sum(backup.size for backup in found))
        words = self.tr("1 backup, {1}") if len(found) == 1 else self.tr("{0} backups, {1}")
        self._sum.setText(words.format(count_text(len(found)), size) if found else "")
