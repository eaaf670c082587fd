"""The window: menu row, rail, screens built at their first visit, status bar, toast."""

from __future__ import annotations

import sys

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from claimdesk.core.records.problems import Problem
from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.intake import opening
from claimdesk.ui.keeping.backup_clock import BackupClock
from claimdesk.ui.keeping.commands import KeepingCommands
from claimdesk.ui.screen import Screen
from claimdesk.ui.shell import editing, menu_row
from claimdesk.ui.shell.actions import Commands, Menus
from claimdesk.ui.shell.closing import may_close
from claimdesk.ui.shell.content import EVERYTHING, Content
from claimdesk.ui.shell.counts import Counts, count
from claimdesk.ui.shell.dialogs import Dialogs
from claimdesk.ui.shell.errands import Errands
from claimdesk.ui.shell.pane_walk import walk
from claimdesk.ui.shell.places import RAIL_OF
from claimdesk.ui.shell.rail import Rail
from claimdesk.ui.shell.search import GlobalSearch
from claimdesk.ui.shell.status import StatusBar
from claimdesk.ui.widgets.focus import FocusRing
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.toast import Toast

SMALLEST = QSize(1120, 680)
_FIRST = QSize(1440, 900)
_MINUTE = 60_000
_LOST = ("data_damaged", "data_gone")  # what a backup would mend


class MainWindow(QMainWindow):
    """The one window. It shows at once and fills when `ctx.desk_ready` comes."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._shop = ""
        self.setObjectName("main-window")
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._restore()
        self.retranslate()
        self.go_to("today")
        self._content.setFocus()  # not the search, which would be first in order

    # -- places

    @property
    def here(self) -> str:
        """Name of the place in front."""
        return self._content.here

    def screen(self, name: str) -> Screen:  # type: ignore[override]  # no QScreen is asked for here
        """The screen of a place, built at the first call. Raises ImportError when it cannot be built."""
        return self._content.screen_of(name)

    def go_to(self, name: str) -> None:
        """Bring a place to the front."""
        self.search.close_list()
        self._content.bring(name)
        self.rail.mark(RAIL_OF.get(name, name))
        self._show_screen_actions()
        self._content.catch_up()

    def show_desk_problem(self, error: Exception) -> None:
        """The data could not be opened: say what is safe and what to do, in place of every screen."""
        lost = isinstance(error, Problem) and error.code in _LOST and self.ctx.keeping is not None
        page = self._content.show_desk_problem(error, offers_backup=lost)
        page.clicked.connect(self.keeping.choose_backup if lost else self.close)
        self.rail.setEnabled(False)
        self.search.setEnabled(False)
        self.status.show_orders(None, failed=True)

    # -- building

    def _build(self) -> None:
        self.toast = Toast(self)
        self.dialogs = Dialogs(self.ctx, self)
        self.rail = Rail()
        self.status = StatusBar(self.ctx)
        self._content = Content(self.ctx)
        self.errands = Errands(self.ctx, self._content, self.go_to, self)
        self.keeping = KeepingCommands(self.ctx, self)
        self.backups = BackupClock(self.ctx, self)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addWidget(self._content, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.status)
        bar = menu_row.MenuBar()
        self.menus = Menus(self, bar, self._commands())
        self.search = GlobalSearch(self.ctx, self.menus.commands)
        self.shop = menu_row.ShopButton()
        shop_menu = Menu(self.shop)
        self._shop_settings = QAction(self)
        self._shop_settings.triggered.connect(lambda *_: self.go_to("settings"))
        shop_menu.addAction(self._shop_settings)
        self.shop.setMenu(shop_menu)
        menu_row.place(self, bar, self.search, self.shop, mac=sys.platform == "darwin")
        self.setCentralWidget(centre)
        self._ring = FocusRing(self)
        QWidget.setTabOrder(self.search, self.shop)
        QWidget.setTabOrder(self.shop, self.rail)

    def _commands(self) -> Commands:
        return Commands(
            go_to=self.go_to,
            new_case=self.errands.new_case,
            choose_files=self.errands.choose_files,
            export=self.errands.export,
            calendar=self.errands.calendar,
            back_up=self.keeping.back_up_now,
            restore=self.keeping.choose_backup,
            close=self.close,
            undo=lambda: editing.undo(self._content.front, self.toast),
            redo=lambda: editing.redo(self._content.front),
            from_clipboard=self.errands.from_clipboard,
            cut=editing.cut,
            copy=editing.copy,
            paste=editing.paste,
            find=self._find,
            search=self._focus_search,
            toggle_context=self._toggle_context,
            choose_theme=self.choose_theme,
            choose_language=self.choose_language,
            policy_check=self.dialogs.policy_check,
            unassigned=self.dialogs.unassigned,
            check_data=self.keeping.check,
            guides=self.dialogs.guides,
            sources=self.errands.show_sources,
            next_pane=lambda: self._walk_panes(1),
            previous_pane=lambda: self._walk_panes(-1),
            shortcuts=lambda: self.dialogs.shortcuts(self.menus.keyed()),
            about=self.dialogs.about,
        )

    def _connect(self) -> None:
        ctx = self.ctx
        self.rail.chosen.connect(self.go_to)
        ctx.desk_ready.connect(self._on_desk_ready)
        ctx.changed.connect(self._on_changed)
        ctx.show_screen.connect(self.go_to)
        ctx.new_case.connect(self.dialogs.new_case)
        ctx.show_guide.connect(self.dialogs.guides)
        ctx.toast.connect(self._on_toast)
        ctx.change_scenario.connect(self.dialogs.change_scenario)
        ctx.show_notice.connect(self.dialogs.kept_mail)
        self.backups.newest.connect(self.status.show_backup)
        self.backups.failed.connect(self.status.show_no_backup)
        self.keeping.made.connect(self.backups.show)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.refresh_counts)
        self._minute.start()

    # -- what the desk says

    def _on_desk_ready(self) -> None:
        self._on_changed(EVERYTHING)

    def _on_changed(self, changes: Changes) -> None:
        self._content.tell(changes)
        self.refresh_counts()

    def refresh_counts(self) -> None:
        """Count again what rail, status bar and title show."""
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is not None:
            self.ctx.jobs.run(lambda _: count(desk, now), owner=self, done=self._show_counts, lane="reading")

    def _show_counts(self, counts: Counts) -> None:
        self._shop = counts.shop
        self.ctx.know_home(counts.home)
        self.rail.set_badges(counts.due, counts.open_cases)
        self.status.show_orders(counts.orders)
        self.status.show_zones(counts.home, counts.platform)
        self.status.show_import(counts.imported_at, counts.imported_rows)
        self._show_title()

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self._shop} — ClaimDesk" if self._shop else "ClaimDesk")
        self.shop.setText(self._shop or self.tr("My shop"))
        self.shop.updateGeometry()

    # -- the menus

    def _find(self) -> None:
        screen = self._content.front
        if screen is not None:
            screen.focus_search()

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _toggle_context(self) -> None:
        screen = self._content.front
        if screen is not None:
            screen.toggle_context()

    def _show_screen_actions(self) -> None:
        screen = self._content.front
        self.menus.show_case_actions(screen.menu_actions() if screen is not None else ())

    def choose_theme(self, choice: str) -> None:
        """Another look, at once and from now on."""
        self.ctx.settings.setValue("theme", choice)
        self.ctx.theme.choose(choice)
        self._show_choices()
        self.ctx.changed.emit(Changes(settings=True))

    def choose_language(self, choice: str) -> None:
        """Another language, at once and from now on."""
        self.ctx.settings.setValue("language", choice)
        self.ctx.interface.choose(choice)
        self._show_choices()
        self.ctx.changed.emit(Changes(settings=True))

    def _show_choices(self) -> None:
        self.menus.show_choices(self.ctx.theme.choice, self.ctx.interface.choice)

    def _walk_panes(self, by: int) -> None:
        screen = self._content.front
        walk((self.menuWidget() or self.search, self.rail, *(screen.panes_of() if screen is not None else ())), by)

    def _on_toast(self, text: str, undo: object) -> None:
        screen = self._content.front
        self.toast.stand_in(screen.toast_band() if screen is not None else None)
        self.toast.show_text(text, undo if callable(undo) else None, self.tr("Undo"))

    def retranslate(self) -> None:
        self.menus.retranslate()
        self._shop_settings.setText(self.tr("Shop settings"))
        self.shop.setAccessibleDescription(self.tr("Shop in use"))
        self._show_choices()
        self._show_title()

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if opening.may_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if opening.take(self.ctx, self, event.mimeData()):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not may_close(self.ctx.jobs, self):
            event.ignore()
            return
        self.keep_geometry()
        super().closeEvent(event)

    def keep_geometry(self) -> None:
        """Where and how large the window is, for the next one."""
        self.ctx.settings.setValue("window/geometry", self.saveGeometry())
        self.ctx.settings.sync()

    def _restore(self) -> None:
        self.resize(_FIRST)
        saved = self.ctx.settings.value("window/geometry")
        if isinstance(saved, QByteArray):
            self.restoreGeometry(saved)
