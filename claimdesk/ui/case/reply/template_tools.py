"""Which template and which language, what to put in and what it was before: beside the headline of a message step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from claimdesk.ui.case.reply.insert_menu import InsertMenu
from claimdesk.ui.fonts import role_font
from claimdesk.ui.widgets.buttons import IconButton, PlainButton
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import elided

if TYPE_CHECKING:
    from claimdesk.core.records.replies import Draft
    from claimdesk.ui.context import WindowContext

_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano", "ja": "日本語"}


class TemplateTools(QWidget):
    """`chosen(template id, language)` when another one is picked, `history_asked` for earlier drafts."""

    chosen = Signal(str, str)
    history_asked = Signal()

    def __init__(self, ctx: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._template = PlainButton("", "chat-text", small=True)
        self._template.setObjectName("templateMenu")
        self._language = PlainButton("", "globe-simple", small=True)
        self._language.setObjectName("languageMenu")
        for button in (self._template, self._language):
            button.setMenu(Menu(button))
        self.insert = InsertMenu(self)
        self._insert = PlainButton("", "brackets-curly", small=True)
        self._insert.setObjectName("insertButton")
        self._insert.setMenu(self.insert)
        self._history = IconButton("clock-counter-clockwise", small=True, bordered=True)
        self._history.setObjectName("draftHistoryButton")
        self._history.clicked.connect(self.history_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._template)
        row.addWidget(self._language)
        row.addWidget(self._insert)
        row.addWidget(self._history)

    def open_insert(self) -> None:
        """Open the menu of what can be put in."""
        if self.isEnabled() and self._insert.isVisible():
            self._insert.showMenu()

    def show_choice(self, templates: tuple[Any, ...], draft: Draft) -> None:
        """Offer a step's templates and the languages of the one in use."""
        shown = self._ctx.language
        title = elided(draft.title.get(shown), role_font("chip"), 180)
        self._template.setText(self.tr("Template: {0}").format(title))
        self._template.setToolTip(draft.title.get(shown))
        self._template.updateGeometry()
        menu = self._template.menu()
        menu.clear()
        for template in templates:
            action = menu.addAction(template.title.get(shown))
            action.setCheckable(True)
            action.setChecked(template.id == draft.template)
            action.setToolTip(template.purpose.get(shown))
            action.triggered.connect(lambda _=False, one=template.id: self.chosen.emit(one, draft.language))
        self._show_languages(templates, draft)
        self._insert.setText(self.tr("Insert"))
        self._insert.setToolTip(self.tr("Put a paragraph or a value into the message (Ctrl+J)"))
        self._insert.updateGeometry()
        self._history.set_name(self.tr("Earlier drafts of this step"))

    def _show_languages(self, templates: tuple[Any, ...], draft: Draft) -> None:
        template = next((one for one in templates if one.id == draft.template), None)
        languages = [code for code in template.languages() if code != "zh"] if template else [draft.language]
        self._language.setText(_NAMES.get(draft.language, draft.language))
        self._language.setVisible(len(languages) > 1)
        self._language.updateGeometry()
        menu = self._language.menu()
        menu.clear()
        unchecked = self.tr("have a native speaker check")
        for code in languages:
            checked = template is None or code in template.native_checked
            name = _NAMES.get(code, code)
            action = menu.addAction(name if checked else f"{name}   {unchecked}")
            action.setCheckable(True)
            action.setChecked(code == draft.language)
            action.triggered.connect(lambda _=False, one=code: self.chosen.emit(draft.template, one))
