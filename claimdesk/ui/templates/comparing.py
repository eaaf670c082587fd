"""What the page of differences is asked to show, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.ui.templates.difference_page import Action, Comparison, DifferencePage
from claimdesk.ui.templates.reading import Compared

if TYPE_CHECKING:
    from claimdesk.core.reporting.template_files import ImportPlan
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.templates.files_menu import TemplateFilesMenu
    from claimdesk.ui.templates.revisions_section import RevisionsSection


class Comparing(QObject):
    """`shown` when there is something to look at, `acted(name)`: restore, theirs, mine, import."""

    shown = Signal()
    acted = Signal(str)

    def __init__(
        self, ctx: WindowContext, page: DifferencePage, revisions: RevisionsSection, parent: QObject
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._page, self._revisions = ctx, page, revisions
        self.revision = 0
        self.asked = ""
        self.plan: ImportPlan | None = None
        page.acted.connect(self._on_acted)

    def show_compared(self, asked: str, found: Compared | None) -> None:
        """An earlier revision, or the newer shipped text, beside the text as it stands."""
        self.asked = asked
        if found is None:
            self._page.closed.emit()
            return
        same = not (found.paragraphs or found.about or found.fields or found.moved)
        if asked == "update":
            self._page.show_comparison(Comparison(
                self.tr("What the newer text changes"),
                self.tr("Struck out is what yours says, marked is what came with ClaimDesk. Yours counts until you decide."),
                (found,),
                (Action("mine", self.tr("Keep mine")), Action("theirs", self.tr("Take all of it"), primary=True)),
                per_paragraph=self.tr("Take this paragraph"),
            ))  # fmt: skip
        else:
            entry = self._revisions.chosen()
            name = self._revisions.title_of(entry) if entry is not None else ""
            self._page.show_comparison(Comparison(
                self.tr("{name} compared with now").format(name=name),
                self.tr("Nothing differs.") if same else self.tr("Struck out is what it said then, marked is what it says now."),
                (found,), (Action("restore", self.tr("Restore this text"), primary=True),),
            ))  # fmt: skip
        self.shown.emit()

    def show_plan(self, plan: ImportPlan, found: tuple[Compared, ...], files: TemplateFilesMenu) -> None:
        """What files would change, before anything is done."""
        self.asked, self.plan = "import", plan
        count = len(plan.planned)
        parts = [
            self.tr("1 template changes") if count == 1 else self.tr("{count} templates change").format(count=count),
            self.tr("{count} stay as they are").format(count=plan.same) if plan.same else "",
            self._faults_words(len(plan.faults)),
        ]
        summary = " · ".join(part for part in parts if part)
        note = self.tr("{summary}. Nothing has been changed yet.").format(summary=summary)
        words = (
            self.tr("Take in 1 template") if count == 1 else self.tr("Take in {count} templates").format(count=count)
        )
        actions = (Action("cancel", self.tr("Cancel")), Action("import", words, primary=True)) if count else (
            Action("cancel", self.tr("Back")),)  # fmt: skip
        faults = tuple(files.fault_words(fault) for fault in plan.faults)
        self._page.show_comparison(
            Comparison(self.tr("Import templates"), note, found, actions, faults, heads=True)
        )  # fmt: skip
        self.shown.emit()

    def _faults_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 fault, whose template is left out")
        return self.tr("{count} faults, whose templates are left out").format(count=count) if count else ""

    def _on_acted(self, name: str) -> None:
        if name == "cancel":
            self._page.closed.emit()
        else:
            self.acted.emit(name)
