"""Templates out as files and back in: which files, what they would change, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from claimdesk.core.records.problems import Problem
from claimdesk.ui.templates.reading import Compared, compared

if TYPE_CHECKING:
    from claimdesk.core.reporting.template_files import ImportPlan
    from claimdesk.ui.context import WindowContext

_FOLDER = "templates/folder"


class TemplateFilesMenu(QObject):
    """Asks for files. `planned(plan, compared)` when files were read, `taken(revisions)` when they were taken in."""

    planned = Signal(object, object)
    taken = Signal(object)

    def __init__(self, ctx: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._window = ctx, parent

    def choose(self) -> None:
        """Ask for files of templates and read them."""
        kinds = self.tr("Templates") + " (*.xlsx *.toml);;" + self.tr("All files") + " (*)"
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import templates"), self._folder(), kinds)
        if paths:
            self._remember(Path(paths[0]).parent)
            self.read([Path(path) for path in paths])

    def read(self, paths: list[Path]) -> None:
        """What these files would change."""
        desk = self._ctx.desk
        if desk is None:
            return

        def work(_: object) -> tuple[ImportPlan, tuple[Compared, ...]]:
            plan = desk.template_files.plan(paths)
            return plan, tuple(compared(one.before, one.template) for one in plan.planned)

        self._ctx.jobs.run(work, owner=self, done=lambda found: self.planned.emit(*found), lane="database",
                           title=self.tr("Reading templates"))  # fmt: skip

    def apply(self, plan: ImportPlan) -> None:
        """Take in what was planned, all or nothing."""
        desk, now = self._ctx.desk, self._ctx.now()
        if desk is not None:
            templates = [one.template for one in plan.planned]
            self._ctx.jobs.run(lambda _: desk.template_files.apply(templates, now), owner=self,
                               done=self.taken.emit, lane="database", title=self.tr("Taking in templates"))  # fmt: skip

    def export_workbook(self) -> None:
        """Every template into one workbook."""
        kinds = self.tr("Excel workbook") + " (*.xlsx)"
        path = self._ask_path(f"ClaimDesk templates {self._ctx.now():%Y-%m-%d}.xlsx", kinds, ".xlsx")
        if path is not None:
            self._write(lambda desk: desk.template_files.save([s.template for s in desk.revisions.states()], path))

    def export_one(self, template: str) -> None:
        """One template into a file."""
        path = self._ask_path(f"{template}.toml", self.tr("Template file") + " (*.toml);;"
                              + self.tr("Excel workbook") + " (*.xlsx)", ".toml")  # fmt: skip
        if path is not None:
            self._write(lambda desk: desk.template_files.save([desk.revisions.state(template).template], path))

    def export_each(self) -> None:
        """Every template into a file of its own."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder for the template files"), self._folder()
        )
        if chosen:
            folder = Path(chosen)
            self._remember(folder)
            self._write(
                lambda desk: (
                    desk.template_files.save_each([s.template for s in desk.revisions.states()], folder),
                    folder,
                )[1]
            )

    def _write(self, work: Callable[[Any], Path]) -> None:
        desk = self._ctx.desk
        if desk is not None:
            self._ctx.jobs.run(lambda _: work(desk), owner=self, done=self._on_written, lane="files",
                               title=self.tr("Writing templates"))  # fmt: skip

    def _on_written(self, path: Path) -> None:
        self._ctx.toast.emit(self.tr("Written to {name}").format(name=path.name), None)

    def _ask_path(self, name: str, kinds: str, ending: str) -> Path | None:
        proposed = str(Path(self._folder()) / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export templates"), proposed, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix.lower() in (".toml", ".xlsx") else path.with_name(path.name + ending)
        self._remember(path.parent)
        return path

    def _folder(self) -> str:
        return str(self._ctx.settings.value(_FOLDER, "") or "")

    def _remember(self, folder: Path) -> None:
        self._ctx.settings.setValue(_FOLDER, str(folder))

    def fault_words(self, fault: Problem) -> str:
        """What is wrong, with the file and the row where it is mended."""
        said = self._ctx.words(fault)
        file, row = str(fault.params.get("file", "")), fault.params.get("row")
        if row and fault.code not in ("template_row_stray", "template_row_twice"):
            place = self.tr("{file}, sheet {sheet}, row {row} ({template})").format(
                file=file, sheet=fault.params["sheet"], row=row, template=fault.params.get("template", "")
            )
            return self.tr("{place}: {words}").format(place=place, words=said)
        return (
            said
            if file and file in said
            else self.tr("{place}: {words}").format(place=file, words=said)
            if file
            else said
        )
