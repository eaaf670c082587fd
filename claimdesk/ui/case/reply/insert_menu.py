"""What can be put into the draft: a paragraph of one's own or of another letter, a value, a place to fill in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from claimdesk.core.records.replies import Draft, Paragraph, Value
from claimdesk.ui.case.reply.gaps import in_words
from claimdesk.ui.fonts import role_font
from claimdesk.ui.widgets.menus import Menu
from claimdesk.ui.widgets.painting import elided

_EVIDENCE = "evidence_list"
_WIDE = 320  # px of words in one line of a menu


class InsertMenu(Menu):
    """`paragraph(Paragraph or None)`, `value(Value)`, `removed()`; other letters are asked for when they are looked at."""

    paragraph = Signal(object)
    value = Signal(object)
    removed = Signal()
    letters_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("insertMenu")
        self._language = "en"
        self._draft: Draft | None = None
        self._letters: tuple[Draft, ...] | None = None
        self._own = self._act("insertOwn", lambda: self.paragraph.emit(None))
        self._of_letters = self._sub("insertLetters", self._on_letters)
        self.addSeparator()
        self._values = self._sub("insertValues")
        self._places = self._sub("insertPlaces")
        self._evidence = self._act("insertEvidence", self._on_evidence)
        self.addSeparator()
        self._remove = self._act("removeParagraph", self.removed.emit)

    def _act(self, name: str, work: Callable[[], object]) -> QAction:
        # Made here rather than by addAction(text), whose wrapper may die before its action (PySide 6).
        action = QAction(self)
        action.setObjectName(name)
        action.triggered.connect(lambda *_: work())
        self.addAction(action)
        return action

    def _sub(self, name: str, before: Callable[[], None] | None = None) -> Menu:
        menu = Menu(self)
        menu.setObjectName(name)
        if before is not None:
            menu.aboutToShow.connect(before)
        self.addMenu(menu)
        return menu

    def show_draft(self, draft: Draft, language: str) -> None:
        """Offer what this draft can take, in the language shown."""
        if draft == self._draft and language == self._language:
            return
        self._draft, self._language, self._letters = draft, language, None
        self._own.setText(self.tr("New paragraph"))
        self._of_letters.setTitle(self.tr("Paragraph of another template"))
        self._values.setTitle(self.tr("Value of this case"))
        self._places.setTitle(self.tr("Place to fill in"))
        self._evidence.setText(self.tr("List of evidence"))
        self._remove.setText(self.tr("Remove this paragraph"))
        self._fill_values(self._values, [value for value in draft.values if value.text])
        self._fill_values(self._places, [value for value in draft.values if not value.text])
        self._show_letters()

    def may_remove(self, *, allowed: bool) -> None:
        """Whether the paragraph the cursor is in is one of the operator's own."""
        self._remove.setEnabled(allowed)

    def show_letters(self, letters: tuple[Draft, ...]) -> None:
        """The other letters, which have been read."""
        self._letters = letters
        self._show_letters()

    def _fill_values(self, menu: QMenu, values: list[Value]) -> None:
        menu.clear()
        for value in values:
            words = value.label.get(self._language)
            shown = elided(value.text.replace("\n", " "), role_font("body"), _WIDE)
            action = menu.addAction(f"{words}\t{shown}" if shown else words)
            action.setData(value.name)
            action.triggered.connect(lambda _=False, one=value: self.value.emit(one))
        menu.setEnabled(bool(values))

    def _on_letters(self) -> None:
        if self._letters is None:
            self.letters_asked.emit()

    def _show_letters(self) -> None:
        self._of_letters.clear()
        if self._letters is None:
            self._of_letters.addAction(self.tr("Reading…")).setEnabled(False)
            return
        for letter in self._letters:
            menu = Menu(self._of_letters, letter.title.get(self._language))
            self._of_letters.addMenu(menu)
            for paragraph in letter.paragraphs:
                self._offer(menu, paragraph)

    def _offer(self, menu: QMenu, paragraph: Paragraph) -> None:
        values = self._draft.values if self._draft is not None else ()
        labels = {value.name: value.label.get(self._language) for value in values}
        read = in_words(paragraph.gloss if self._language == "zh" else paragraph.text, labels)
        action = menu.addAction(elided(read.replace("\n", " ").replace("&", "&&"), role_font("body"), _WIDE))
        action.setToolTip(in_words(paragraph.text, labels))
        action.triggered.connect(lambda: self.paragraph.emit(paragraph))

    def _on_evidence(self) -> None:
        values = self._draft.values if self._draft is not None else ()
        found = next((value for value in values if value.name == _EVIDENCE), None)
        if found is not None:
            self.value.emit(found)
