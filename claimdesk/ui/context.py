"""What every screen is given: the desk once it is open, jobs, look, language, time, and signals between screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from claimdesk.core.records.bilingual import Bilingual
from claimdesk.core.records.problems import Problem
from claimdesk.ui import wording
from claimdesk.ui.jobs import Jobs
from claimdesk.ui.language import Language
from claimdesk.ui.theme import Theme

if TYPE_CHECKING:
    from claimdesk.core.desk import Desk
    from claimdesk.core.keeping.keeping import Keeping

HOME = "Asia/Shanghai"  # until a shop says otherwise


@dataclass(frozen=True, slots=True)
class Changes:
    """What a job changed; screens refresh by it."""

    orders: bool = False
    cases: bool = False
    settings: bool = False


class WindowContext(QObject):
    """Shared by all screens of one window. `desk` is None until `desk_ready`."""

    desk_ready = Signal()
    changed = Signal(object)  # Changes
    open_case = Signal(int)  # case id
    show_orders = Signal(object)  # OrderFilter
    show_screen = Signal(str)  # today, cases, orders, import, templates, reports, settings, case
    new_case = Signal(int)  # order id, 0 for none
    toast = Signal(str, object)  # text, what Undo does or None
    import_files = Signal(list)  # paths
    paste = Signal()  # take what was copied: files, a table, a notice
    change_scenario = Signal(int)  # case id
    show_template = Signal(str)  # template id
    show_guide = Signal(str)  # guide id
    show_notice = Signal(object, str)  # data of a notice_read event, order number
    back_up = Signal()  # make a whole backup now
    backed_up = Signal()  # there is one more
    check_data = Signal()  # look through the data for damage
    choose_backup = Signal()  # ask which backup to put back
    restore = Signal(object)  # path of the backup to put back

    def __init__(
        self,
        *,
        jobs: Jobs,
        theme: Theme,
        interface: Language,
        settings: QSettings,
        now: Callable[[], datetime] | None = None,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.keeping: Callable[[], Keeping] | None = None  # backups of the data folder; loaded when first asked
        self.home = HOME  # IANA name of the zone that the shop lives by: every time is shown in it first
        self.jobs = jobs
        self.theme = theme
        self.interface = interface
        self.settings = settings
        self.now: Callable[[], datetime] = now or (lambda: datetime.now(UTC))
        self.folder = folder
        jobs.unhandled.connect(self._on_unhandled)

    @property
    def language(self) -> str:
        """The language shown: en or zh."""
        return self.interface.shown

    def text(self, bilingual: Bilingual) -> str:
        """A text of the core in the language shown."""
        return bilingual.get(self.language)

    def words(self, problem: Exception) -> str:
        """What happened, what is safe and what to do, in the language shown."""
        if not isinstance(problem, Problem):
            return self.text(
                wording.window_text("window_unexpected", {"reason": f"{type(problem).__name__}: {problem}"})
            )
        if self.desk is None:
            return self.text(wording.problem_text(problem))
        said = self.text(self.desk.wording.text(problem.code, problem.params))
        cure = self.desk.wording.cure(problem.code, problem.params)
        return said if cure is None else wording.joined(said, self.text(cure))

    def use_desk(self, desk: Desk, home: str = "") -> None:
        """Hand the opened desk to every screen, with the zone of its shop."""
        self.desk = desk
        self.home = home or self.home
        self.desk_ready.emit()

    def know_home(self, zone: str) -> None:
        """The shop has moved to another zone: whatever shows a time is told."""
        if zone and zone != self.home:
            self.home = zone
            self.changed.emit(Changes(orders=True, cases=True, settings=True))

    def _on_unhandled(self, error: Exception) -> None:
        self.toast.emit(self.words(error), None)
