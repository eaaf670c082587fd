"""Templates: the tree at the left, the bilingual editor with its preview, what is known about the template at the right."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from claimdesk.ui.context import Changes, WindowContext
from claimdesk.ui.screen import Screen
from claimdesk.ui.templates.about_pane import AboutPane
from claimdesk.ui.templates.difference_page import DifferencePage
from claimdesk.ui.templates.editor_page import EditorPage
from claimdesk.ui.templates.keeping import Keeper
from claimdesk.ui.templates.panes import TemplatePanes
from claimdesk.ui.templates.previewing import Previewing
from claimdesk.ui.templates.reading import Catalogue, Name, Opened, catalogue, listed_as, open_template
from claimdesk.ui.templates.revisions_section import Clock
from claimdesk.ui.templates.sheet import SheetLook
from claimdesk.ui.templates.tree_pane import TreePane, stage_titles
from claimdesk.ui.templates.variable_list import VariableList
from claimdesk.ui.templates.whole import WholeTemplate
from claimdesk.ui.templates.writing import TemplateText
from claimdesk.ui.widgets.buttons import PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Line, ScreenHead
from claimdesk.ui.widgets.empty import EmptyState

if TYPE_CHECKING:
    from claimdesk.core.replies.history import Entry, TemplateState


class TemplatesScreen(Screen):
    """Every change is kept as it is made; leaving loses nothing."""

    def __init__(self, ctx: WindowContext) -> None:
        super().__init__(ctx)
        self._catalogue = Catalogue()
        self._text: TemplateText | None = None
        self._state: TemplateState | None = None
        self._wanted = ""  # the template to open when the list comes next
        self._failed: Exception | None = None
        self.keeper = Keeper(ctx, self)
        self.previewing = Previewing(ctx, self)
        self._build()
        self._connect()
        self.retranslate()

    # -- building

    def _build(self) -> None:
        self.head = ScreenHead()
        self.import_button, self.export_button = PlainButton("", "download-simple"), PlainButton("", "export")
        self.import_button.setObjectName("import-templates")
        self.export_button.setObjectName("export-templates")
        self.new_button = PrimaryButton("", "plus")
        self.new_button.setObjectName("new-template")
        for button in (self.import_button, self.export_button, self.new_button):
            self.head.actions.addWidget(button)  # type: ignore[attr-defined]
        self.left = TreePane(self.ctx)
        self.search, self.tree = self.left.search, self.left.tree
        self.variables = VariableList(self)
        self.editor = EditorPage(self.variables)
        self.title, self.sheet, self.preview = self.editor.title, self.editor.sheet, self.editor.preview
        self.difference = DifferencePage()
        self.empty = EmptyState("magnifying-glass")
        self.empty.setObjectName("template-empty")
        self.middle = QStackedWidget()
        self.middle.setObjectName("template-middle")
        self.middle.setProperty("ground", "surface")
        self.middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        for page in (self.editor, self.difference, self.empty):
            self.middle.addWidget(page)
        self.about = AboutPane()
        self.panes = TemplatePanes(self.left, self.middle, self.about)
        self.whole = WholeTemplate(self.ctx, self.keeper, self.difference, self.about.revisions, self)
        self.operations, self.files, self.comparing = self.whole.operations, self.whole.files, self.whole.comparing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Line())
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.left.chosen.connect(self._choose)
        self.left.nothing.connect(self._show_nothing)
        self.import_button.clicked.connect(self.files.choose)
        self.export_button.clicked.connect(lambda: self.whole.open_export(self.export_button))
        self.new_button.clicked.connect(self.whole.ask_new)
        self.empty.clicked.connect(self._on_empty)
        self.keeper.kept.connect(self._on_kept)
        self.keeper.failed.connect(self._on_not_kept)
        self.keeper.saving.connect(lambda: self.editor.saved.setText(self.tr("Saving…")))
        self.whole.change.connect(self._do)
        self.whole.changed.connect(self._on_changed_whole)
        self.whole.shown.connect(lambda: self.middle.setCurrentWidget(self.difference))
        self.difference.closed.connect(self.close_difference)
        self.about.revisions.compare_asked.connect(self.whole.compare)
        self.about.revisions.restore_asked.connect(self.whole.restore)
        self.about.asked.opened.connect(self.whole.open_field)
        self.editor.acted.connect(self.whole.act)
        self.editor.aside.clicked.connect(self.toggle_context)
        self.panes.placed.connect(self._show_aside)
        self.preview.chosen.connect(lambda _: self.previewing.now())
        self.previewing.shown.connect(self._on_previewed)
        self.previewing.failed.connect(lambda error: self.preview.show_trouble(self.ctx.words(error)))
        sheet = self.sheet
        sheet.edited.connect(self._on_edited)
        sheet.terms_chosen.connect(lambda key, when, optional: self._do(
            lambda text: text.set_terms(key, when=when, optional=optional)))  # fmt: skip
        sheet.moved.connect(self._on_moved)
        sheet.added.connect(self._on_added)
        sheet.removed.connect(self._on_removed)
        sheet.fits.connect(lambda key, language: self._do(lambda text: text.settle(key, language)))
        sheet.language_chosen.connect(self._choose_language)
        sheet.undo_asked.connect(self.undo)
        sheet.redo_asked.connect(self.redo)

    # -- what the desk says

    def refresh(self, changes: Changes) -> None:
        desk, now = self.ctx.desk, self.ctx.now()
        if desk is not None and (changes.settings or changes.orders or changes.cases or not self._catalogue.listed):
            lane = "database" if self.keeper.busy else "reading"
            self.ctx.jobs.run(lambda _: catalogue(desk, now), owner=self, done=self._show_catalogue,
                              failed=self._show_failed, lane=lane)  # fmt: skip

    def _show_catalogue(self, found: Catalogue) -> None:
        self._failed = None
        self._catalogue = found
        self.preview.offer(found.orders)
        self.head.aside.setText(str(len(found.listed)))
        wanted, self._wanted = self._wanted, ""
        self.left.show_catalogue(found)
        if wanted:
            self.tree.choose(wanted)
        elif self._text is None and self.tree.value:
            self._choose(self.tree.value)
        self.give_keys()

    def _show_failed(self, error: Exception) -> None:
        self._failed = error
        self._show_nothing()

    def _choose(self, template: str) -> None:
        if self._state is not None and template == self._id:
            if self.middle.currentWidget() is self.empty:
                self._show_editor()
            return
        self.open_template(template)

    def show_template(self, template: str) -> None:
        """Choose a template that is named from elsewhere, whatever the list is narrowed to."""
        self._wanted = template
        if self._catalogue.listed:
            self._wanted = ""
            self.left.clear()
            self.tree.choose(template)

    def open_template(self, template: str) -> None:
        """Leave the template in the editor and open another one; everything typed is kept."""
        desk, now = self.ctx.desk, self.ctx.now()
        self.keeper.leave()
        if desk is not None:
            lane = "database" if self.keeper.busy else "reading"
            self.ctx.jobs.run(lambda _: open_template(desk, template, now), owner=self, done=self._show_opened,
                              failed=self._show_failed, lane=lane)  # fmt: skip

    def _show_opened(self, opened: Opened) -> None:
        if opened.state.template.id != self.tree.value:
            return  # another one was chosen meanwhile
        self.sheet.forget()
        self._text = self.keeper.begin(opened)
        self._state = opened.state
        self._show_editor()
        self.about.use.show_use(opened.use, opened.fewest)
        self._show_kept(opened.state, opened.entries)
        self._show_text()
        self.previewing.now()

    def _show_editor(self) -> None:
        self.middle.setCurrentWidget(self.editor)
        self.about.setEnabled(True)
        self.panes.show_about(True)

    def _show_nothing(self) -> None:
        self.panes.show_about(False)
        if self._failed is not None:
            self.empty.icon.set("warning-circle", "danger")
            self.empty.set(
                self.tr("The templates could not be read."), self.tr("Try again"), self.ctx.words(self._failed)
            )
        else:
            self.empty.icon.set("magnifying-glass", "text3")
            self.empty.set(self.tr("No template fits."), self.tr("Show all templates"),
                           self.tr("Searched were names, purposes and every language of the texts."))  # fmt: skip
        self.middle.setCurrentWidget(self.empty)

    def _on_empty(self) -> None:
        if self._failed is not None:
            self.refresh(Changes(settings=True))
        else:
            self.left.clear()

    # -- showing the template

    @property
    def _id(self) -> str:
        return self._state.template.id if self._state is not None else ""

    def _names(self) -> tuple[Name, ...]:
        return self.left.names(self._catalogue.names, self._text)

    def _labels(self) -> dict[str, dict[str, str]]:
        names = (*self._catalogue.condition_names, *self._names())
        return {code: {name.name: name.label.get(code) for name in names} for code in ("en", "zh")}

    def _show_text(self) -> None:
        """The text as it stands: rows, chips, title, fields."""
        text = self._text
        if text is None:
            return
        language, labels = self.ctx.language, self._labels()
        stale = self._state.stale if self._state is not None else {}
        open_ = {key: tuple(c for c in codes if (key, c) not in text.settled) for key, codes in stale.items()}
        self.sheet.show_template(text, SheetLook(
            labels, language, self._catalogue.platforms,
            [(name.name, name.label.get(language)) for name in self._names()],
            self.previewing.missing, open_, self.previewing.faults_by_paragraph(),
        ))  # fmt: skip
        self.editor.show_about(text.data, language, stage_titles(), self._catalogue.platforms)
        self.about.asked.show_fields(text.fields, language)
        self.about.purpose_text.setText(str(text.data["purpose"]["zh" if language == "zh" else "en"]))
        self.variables.set_names(self._names(), language)
        self.editor.insert.set_names(self._names(), language)
        self.difference.know(labels, self._catalogue.platforms, language)
        self.previewing.know(text, self.sheet.language, self.preview)
        self.whole.know(text, self._state, self._catalogue)

    def _show_kept(self, state: TemplateState, entries: tuple[Entry, ...]) -> None:
        """What the last saving made of it."""
        self._state = state
        clock = Clock(self.ctx.now(), self.ctx.home, self.ctx.language)
        self.editor.show_standing(
            own=state.own, edited=state.edited, update=state.update is not None, faulty=bool(state.faults)
        )
        self.editor.saved.setText(
            self.tr("Saved {when}").format(when=clock.when(state.at)) if state.at and state.revision
            else self.tr("As it came with ClaimDesk")
        )  # fmt: skip
        self.about.revisions.show_entries(entries, clock)
        shipped = state.shipped
        self.about.origin.setText(
            self.tr("Version {version}, checked {day}. Came with ClaimDesk.").format(
                version=shipped.version, day=shipped.checked.isoformat())
            if shipped is not None else self.tr("Written by you.")
        )  # fmt: skip
        self.left.mark(listed_as(state))

    def _on_previewed(self) -> None:
        self.previewing.show_in(self.preview, self.about.checks, self.sheet, self._labels())
        self._show_aside()
        self._show_text()

    def _show_aside(self) -> None:
        self.editor.show_aside(self.about.checks.state.text(), narrow=self.panes.narrow)

    # -- writing

    def _do(self, change: Any) -> None:
        """Change the text, show it, keep it, preview it."""
        if self._text is None:
            return
        change(self._text)
        self._show_text()
        self.keeper.touch()
        self.previewing.soon()

    def _on_edited(self, paragraph: str, language: str, words: str) -> None:
        self._do(lambda text: text.set_text(paragraph, language, words, monotonic()))

    def _on_moved(self, paragraph: str, by: int) -> None:
        self._do(lambda text: text.move_paragraph(paragraph, by))
        self.sheet.go_to(paragraph)

    def _on_added(self, after: str) -> None:
        added: list[str] = []
        self._do(lambda text: added.append(text.add_paragraph(after)))
        for new in added:
            self.sheet.go_to(new)

    def _on_removed(self, paragraph: str) -> None:
        self._do(lambda text: text.remove_paragraph(paragraph))
        self.ctx.toast.emit(self.tr("Paragraph removed"), self.undo)

    def _choose_language(self, language: str) -> None:
        self.sheet.language = language
        self._show_text()
        self.previewing.now()

    def undo(self) -> bool:
        return self._step(back=True)

    def redo(self) -> bool:
        return self._step(back=False)

    def _step(self, *, back: bool) -> bool:
        text = self._text
        if text is None or self.middle.currentWidget() is not self.editor:
            return False
        if not (text.undo() if back else text.redo()):
            return False
        self._do(lambda _: None)
        return True

    # -- keeping

    def _on_kept(self, state: TemplateState, entries: tuple[Entry, ...]) -> None:
        self.editor.trouble.hide()
        if state.template.id != self._id:
            self.left.mark(listed_as(state))
            return
        self._show_kept(state, entries)
        self._show_text()

    def _on_not_kept(self, error: Exception) -> None:
        self.editor.saved.setText(self.tr("Not saved"))
        self.editor.trouble.set(self.ctx.words(error), "danger", self.tr("Try again"))
        self.editor.trouble.show()

    # -- the template as a whole

    def _on_changed_whole(self, template: str, message: str, revisions: tuple[int, ...]) -> None:
        """Read it again, tell the others, and offer the way back."""
        before = self._id
        still = self.comparing.asked == "update" and message and self.middle.currentWidget() is self.difference
        self._text, self._state, self._wanted = None, None, template
        self.ctx.changed.emit(Changes(settings=True))
        if not self.isVisible():
            self.refresh(Changes(settings=True))
        if message:
            undo = (lambda: self.operations.take_back(before, revisions)) if revisions else None
            self.ctx.toast.emit(message, undo)
        if still and template:
            self.operations.compare_update(template)

    def close_difference(self) -> None:
        """Back to the editor."""
        if self._text is not None:
            self.middle.setCurrentWidget(self.editor)
        elif self.tree.value:
            self.open_template(self.tree.value)

    # -- the window

    def keys_go_to(self) -> QWidget | None:
        return self.tree

    def panes_of(self) -> tuple[QWidget, ...]:
        return self.head, self.left, self.middle, self.about

    def toggle_context(self) -> None:
        self.panes.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.middle.currentWidget() is self.difference:
                self.close_difference()
                return
            if self.panes.close_drawer():
                return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.variables.close_list()
        self.keeper.leave()
        super().hideEvent(event)

    def retranslate(self) -> None:
        self.head.title.setText(self.tr("Templates"))
        for button, words in ((self.import_button, self.tr("Import")), (self.export_button, self.tr("Export")),
                              (self.new_button, self.tr("New template"))):  # fmt: skip
            button.setText(words)
            button.updateGeometry()
        self.left.retranslate()
        self.editor.retranslate()
        self.about.retranslate()
        if self._catalogue.listed:
            self.left.show_catalogue(self._catalogue)
            self._text_again()

    def _text_again(self) -> None:
        """The same template in another language of the window."""
        if self._state is not None:
            self._show_text()
            self.previewing.now()
