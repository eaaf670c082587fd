"""Everything that is asked about a template as a whole: its dialogs, its history, files, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimdesk.ui.templates.about_dialog import TemplateAboutDialog
from claimdesk.ui.templates.comparing import Comparing
from claimdesk.ui.templates.difference_page import DifferencePage
from claimdesk.ui.templates.field_dialog import FieldDialog
from claimdesk.ui.templates.files_menu import TemplateFilesMenu
from claimdesk.ui.templates.operations import Operations
from claimdesk.ui.templates.reading import Catalogue
from claimdesk.ui.templates.tree_pane import stage_titles
from claimdesk.ui.templates.writing import TemplateText
from claimdesk.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from claimdesk.core.replies.history import TemplateState
    from claimdesk.ui.context import WindowContext
    from claimdesk.ui.templates.keeping import Keeper
    from claimdesk.ui.templates.revisions_section import RevisionsSection

_BARE_ABOUT = {"title": {"en": "", "zh": ""}, "purpose": {"en": "", "zh": ""}, "stage": "after_dispatch",
               "audience": "buyer", "platforms": ["all"]}  # fmt: skip


class WholeTemplate(QObject):
    """`change(function of the text)`, `changed(template, message, revisions)` as of `Operations`, `shown` for a difference."""

    change = Signal(object)
    changed = Signal(str, str, object)
    shown = Signal()

    def __init__(
        self, ctx: WindowContext, keeper: Keeper, page: DifferencePage, revisions: RevisionsSection, window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx, self._keeper, self._window = ctx, keeper, window
        self._text: TemplateText | None = None
        self._state: TemplateState | None = None
        self._catalogue = Catalogue()
        self.operations, self.files = Operations(ctx, self), TemplateFilesMenu(ctx, window)
        self.comparing = Comparing(ctx, page, revisions, self)
        self.operations.changed.connect(self.changed)
        self.operations.compared.connect(self.comparing.show_compared)
        self.comparing.shown.connect(self.shown)
        self.comparing.acted.connect(self._on_compared)
        page.taken.connect(lambda key: self.operations.take_paragraph(self._id, key))
        self.files.planned.connect(lambda plan, found: self.comparing.show_plan(plan, found, self.files))
        self.files.taken.connect(self._on_taken_in)

    def know(self, text: TemplateText, state: TemplateState | None, catalogue: Catalogue) -> None:
        """What is in the editor."""
        self._text, self._state, self._catalogue = text, state, catalogue

    @property
    def _id(self) -> str:
        return self._state.template.id if self._state is not None else ""

    def act(self, name: str) -> None:
        """A button or a line of the menu: duplicate, about, export, reset, delete, update, retry."""
        self._keeper.leave()
        if name == "duplicate":
            self.operations.duplicate(self._id, (" (copy)", "（副本）"))
        elif name == "about":
            self._ask_about()
        elif name == "export":
            self.files.export_one(self._id)
        elif name in ("reset", "delete"):
            self.operations.reset(self._id, own=name == "delete")
        elif name == "update":
            self.operations.compare_update(self._id)
        elif name == "retry":
            self._keeper.touch()
            self._keeper.flush()

    def ask_new(self) -> None:
        """A new template: its name and use first."""
        self._keeper.leave()
        dialog = TemplateAboutDialog(_BARE_ABOUT, stage_titles(), self._catalogue.platforms, self._window, new=True)
        dialog.decided.connect(self.operations.create)
        dialog.open()

    def compare(self, revision: int) -> None:
        """An earlier text beside the one that stands."""
        self._keeper.leave()
        self.comparing.revision = revision
        self.operations.compare(self._id, revision)

    def restore(self, revision: int) -> None:
        """An earlier text counts again."""
        self._keeper.leave()
        self.operations.restore(self._id, revision)

    def open_field(self, name: str) -> None:
        """A fill-in field, a new one for an empty name."""
        text = self._text
        if text is None:
            return
        field = next((f for f in text.fields if f["name"] == name), None)
        dialog = FieldDialog(field, self._catalogue.names, self._ctx.language, self._window)
        dialog.removed.connect(lambda: self.change.emit(lambda one: one.set_field(name, None)))
        dialog.decided.connect(self._on_field)
        dialog.open()

    def open_export(self, beside: QWidget) -> None:
        """Ways to write every template into files."""
        self._keeper.leave()
        menu = Menu(self._window)
        menu.setObjectName("export-menu")
        for name, words, act in (
            ("workbook", self.tr("All templates as an Excel workbook…"), self.files.export_workbook),
            ("each", self.tr("All templates as files, one each…"), self.files.export_each),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"export-{name}")
            action.triggered.connect(lambda _=False, do=act: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def _ask_about(self) -> None:
        if self._text is None:
            return
        dialog = TemplateAboutDialog(self._text.data, stage_titles(), self._catalogue.platforms, self._window)
        dialog.decided.connect(self._on_about)
        dialog.open()

    def _on_about(self, about: dict[str, Any]) -> None:
        kept = {key: value for key, value in about.items() if key != "audience"}  # its id says who reads it
        self.change.emit(lambda text: text.set_about(kept))

    def _on_field(self, field: dict[str, Any]) -> None:
        text = self._text
        if text is None:
            return
        old = str(field["name"])
        field["name"] = old or text.free_name(field["ask"]["en"], (n.name for n in self._catalogue.condition_names))
        self.change.emit(lambda one: one.set_field(old, field))

    def _on_compared(self, name: str) -> None:
        if name == "restore":
            self.restore(self.comparing.revision)
        elif name == "theirs":
            self.operations.reset(self._id, own=False)
        elif name == "mine":
            self.operations.keep_mine(self._id)
        elif name == "import" and self.comparing.plan is not None:
            self._keeper.leave()
            self.files.apply(self.comparing.plan)

    def _on_taken_in(self, revisions: tuple[int, ...]) -> None:
        count = len(revisions)
        words = (
            self.tr("1 template taken in") if count == 1 else self.tr("{count} templates taken in").format(count=count)
        )
        self.changed.emit(self._id, words, revisions)
