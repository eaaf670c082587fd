"""How a backup and what came of one are told."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from claimdesk.core.records.backups import BackupFile, BackupKind
from claimdesk.core.records.moments import parse_moment
from claimdesk.ui.widgets.times import clock_text, count_text, day_text, local_day, moment_text
from claimdesk.ui.wording import joined

if TYPE_CHECKING:
    from claimdesk.core.records.backups import Checkup, Restoration
    from claimdesk.ui.context import WindowContext


class BackupWords(QObject):
    """Days and hours are those of the shop."""

    def __init__(self, ctx: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx

    def last(self, made_at: datetime | None) -> str:
        """For the status bar."""
        if made_at is None:
            return self.tr("Not backed up yet")
        home = self._ctx.home
        if local_day(made_at, home) == local_day(self._ctx.now(), home):
            return self.tr("Last backup today {0}").format(clock_text(made_at, home))
        return self.tr("Last backup {0}").format(moment_text(made_at, self._ctx.language, zone=home))

    def title(self, backup: BackupFile) -> str:
        """When it was made."""
        day = day_text(backup.made_at, self._ctx.language, zone=self._ctx.home, year=True)
        return f"{day} {clock_text(backup.made_at, self._ctx.home)}"

    def detail(self, backup: BackupFile) -> str:
        """What made it, what is in it, how large it is."""
        kinds = {
            BackupKind.BY_HAND: self.tr("made by you, with all evidence"),
            BackupKind.AUTOMATIC: self.tr("made by itself; evidence stays in the data folder"),
            BackupKind.BEFORE_RESTORE: self.tr("made before something was restored, with all evidence"),
            BackupKind.BEFORE_SCHEMA: self.tr("the database from before an update of ClaimDesk"),
        }
        return f"{kinds[backup.kind]} · {self.size(backup.size)}"

    def size(self, size: int) -> str:
        """Kilobytes and more."""
        return QLocale(QLocale.Language.English).formattedDataSize(
            size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
        )

    def made(self, backup: BackupFile) -> str:
        """A backup was made on demand."""
        return self.tr("Backed up: {0} ({1})").format(backup.file.name, self.size(backup.size))

    def restored(self, done: Restoration) -> str:
        """What stands there now, and that what stood there before is kept."""
        moment = parse_moment(done.made_at)
        counts = self.tr("orders {0}, cases {1}").format(count_text(done.orders), count_text(done.cases))
        words = (
            self.tr("Restored: {0}.").format(counts) if moment is None else
            self.tr("Restored as of {0}: {1}.").format(
                moment_text(moment, self._ctx.language, zone=self._ctx.home, year=True), counts)
        )  # fmt: skip
        said = [words]
        if done.lacking:
            said.append(self.tr("Evidence files missing: {0}.").format(done.lacking))
        if done.before is not None:
            said.append(self.tr("What was here before is kept as {0}.").format(done.before.name))
        return reduce(joined, said)

    def whole(self, found: Checkup) -> str:
        """The data was looked through, and nothing is wrong."""
        held = self._held(found)
        return self.tr("Everything is whole: {0}.").format(held)

    def damaged(self, found: Checkup) -> str:
        """What is wrong, a line for each."""
        return "\n".join(dict.fromkeys(self._ctx.words(problem) for problem in found.problems))

    def _held(self, found: Checkup) -> str:
        words = self.tr("orders {0}, cases {1}, files of evidence {2}")
        return words.format(*map(count_text, (found.orders, found.cases, found.evidence)))
