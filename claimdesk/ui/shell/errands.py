"""Going somewhere with something: a case, a search for orders, a template, files, what was copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from claimdesk.ui.context import WindowContext
from claimdesk.ui.importing.pasted import PastedTables
from claimdesk.ui.intake import opening
from claimdesk.ui.shell.content import Content
from claimdesk.ui.widgets.times import zone_of


class Errands(QObject):
    """Brings the place to the front (`go_to`) and hands over what it shall show."""

    def __init__(self, ctx: WindowContext, content: Content, go_to: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._content, self._go_to, self._window = ctx, content, go_to, window
        ctx.open_case.connect(self._open_case)
        ctx.show_orders.connect(self._show_orders)
        ctx.show_template.connect(self._show_template)
        ctx.import_files.connect(self._import_files)
        ctx.paste.connect(self.from_clipboard)
        self._pasted = PastedTables()

    def _open_case(self, case_id: int) -> None:
        self._go_to("case")
        screen = self._content.built("case")
        if screen is not None:
            screen.show_case(case_id)

    def _show_orders(self, wanted: object) -> None:
        self._go_to("orders")
        screen = self._content.built("orders")
        if screen is not None:
            screen.show_filter(wanted)

    def _show_template(self, template: str) -> None:
        self._go_to("templates")
        show = getattr(self._content.built("templates"), "show_template", None)
        if show is not None:
            show(template)

    def _import_files(self, paths: list[Path]) -> None:
        paths = opening.without_mails(self._ctx, self._window, paths)
        if not paths:
            return
        self._go_to("import")
        screen = self._content.built("import")
        if screen is not None:
            screen.take_files(paths)

    def show_sources(self) -> None:
        """Where the deadlines come from."""
        self._go_to("settings")
        screen = self._content.built("settings")
        if screen is not None:
            screen.show_page("deadlines")

    def export(self) -> None:
        """Write the report as Reports is set."""
        from claimdesk.ui.reports.screen import ReportsScreen

        self._go_to("reports")
        screen = self._content.built("reports")
        if isinstance(screen, ReportsScreen):
            screen.export()

    def calendar(self) -> None:
        """Ask for a file and write the running deadlines to it, for the calendar of a phone or of Outlook."""
        ctx, desk, now = self._ctx, self._ctx.desk, self._ctx.now()
        if desk is None:
            return
        last = Path(str(ctx.settings.value("calendar/folder", str(Path.home()))))
        kinds = self.tr("Calendars") + " (*.ics)"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export deadlines"), str(last / "ClaimDesk.ics"), kinds
        )
        if not chosen:
            return
        path, language = Path(chosen), ctx.language
        ctx.settings.setValue("calendar/folder", str(path.parent))
        ctx.jobs.run(
            lambda _: desk.calendars.write(path, now, language=language), owner=self, lane="reading",
            done=lambda written: ctx.toast.emit(
                self.tr("Deadlines written to {0}: {1}").format(written.file.name, written.events), None
            ),
        )  # fmt: skip

    def new_case(self) -> None:
        """A case for the order that is selected in front, else for one that is searched for."""
        front = self._content.front
        self._ctx.new_case.emit(front.selected_order() if front is not None else 0)

    def from_clipboard(self) -> None:
        """Let the screen take what was copied, else import it as a table or read it as a notice and offer its case."""
        ctx, front = self._ctx, self._content.front
        if ctx.desk is None or (front is not None and front.paste()):
            return
        here = ctx.now().astimezone(zone_of(ctx.home))
        try:
            table = self._pasted.file_of(QGuiApplication.clipboard().mimeData(), here, self.tr("Pasted table"))
        except OSError as error:  # a full disk, or no temporary folder
            ctx.toast.emit(self.tr("The copied table could not be read: {0}. Nothing was changed.").format(error), None)
            return
        if table is not None:
            ctx.import_files.emit([table])
        elif not opening.from_clipboard(ctx, self._window):
            ctx.toast.emit(
                self.tr("The clipboard holds no text, table or mail. Copy the whole notice, or rows with headings."),
                None,
            )

    def choose_files(self) -> None:
        """Ask for files and hand them to Import."""
        last = str(self._ctx.settings.value("import/folder", ""))
        paths, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Choose order files"),
            last,
            self.tr("Order files")
            + " (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods);;"
            + self.tr("Mails and notices")
            + " (*.eml *.mbox *.txt);;"
            + self.tr("All files")
            + " (*)",
        )
        if paths:
            self._ctx.settings.setValue("import/folder", str(Path(paths[0]).parent))
            self._ctx.import_files.emit([Path(path) for path in paths])
