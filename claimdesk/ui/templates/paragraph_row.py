"""One paragraph of a template: what is sent at the left, what it means at the right, when it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.templates.chips import ChipWords
from claimdesk.ui.templates.editor import TemplateEditor
from claimdesk.ui.templates.terms import terms_words
from claimdesk.ui.templates.terms_strip import TermsStrip
from claimdesk.ui.templates.variable_list import VariableList
from claimdesk.ui.tokens import active
from claimdesk.ui.widgets.buttons import LinkButton
from claimdesk.ui.widgets.empty import Icon
from claimdesk.ui.widgets.labels import Plain


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row is shown with: the language at the left, words on chips, stale languages, faults as words."""

    language: str
    sent_words: ChipWords
    read_words: ChipWords
    labels: Mapping[str, str]  # of conditions, in the language shown
    platforms: Mapping[str, str]
    stale: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    first: bool = False
    last: bool = False


class StaleNote(QWidget):
    """Says that a text may no longer fit; `fits` when somebody read it and it does."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Plain("", "table", "warn", wrap=True)
        self.fits = LinkButton()
        self.words.setContentsMargins(0, 0, 0, 2)
        self.fits.setObjectName(f"fits-{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(Icon("warning-fill", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.fits, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()


class TemplateRow(QFrame):
    """`edited(id, language, text)`, `entered(id, editor)`, `crossed(id, editor, ±1)`, `fits(id, language)`; the strip's own."""

    edited = Signal(str, str, str)
    entered = Signal(str, object)
    crossed = Signal(str, object, int)
    fits = Signal(str, str)

    def __init__(self, paragraph_id: str, variables: VariableList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraph_id = paragraph_id
        self._language = "en"
        self._last = False
        self._on = False
        self.setObjectName(f"row-{paragraph_id}")
        self.sent = TemplateEditor(variables, ink="text")
        self.sent.setObjectName(f"sent-{paragraph_id}")
        self.read = TemplateEditor(variables, ink="text")
        self.read.setObjectName(f"read-{paragraph_id}")
        self.strip = TermsStrip(self)
        self.strip.hide()
        self._terms = Plain("", "secondary", "text2", wrap=True)
        self._terms_line = _line("circle-dashed", "text3", self._terms)
        self._faults = Plain("", "table", "danger", wrap=True)
        self._faults_line = _line("x-circle-fill", "danger", self._faults)
        self._faults.setObjectName(f"faults-{paragraph_id}")
        self.sent_note, self.read_note = StaleNote("sent"), StaleNote("read")
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        key = self.paragraph_id
        self.sent.edited.connect(lambda text: self.edited.emit(key, self._language, text))
        self.read.edited.connect(lambda text: self.edited.emit(key, "zh", text))
        for editor in (self.sent, self.read):
            editor.entered.connect(lambda one=editor: self.entered.emit(key, one))
            editor.crossed.connect(lambda by, one=editor: self.crossed.emit(key, one, by))
        self.sent_note.fits.clicked.connect(lambda: self.fits.emit(key, self._language))
        self.read_note.fits.clicked.connect(lambda: self.fits.emit(key, "zh"))

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 1)
        grid.setSpacing(0)
        grid.addWidget(self._terms_line, 0, 0, 1, 2)
        for column, note, editor in ((0, self.sent_note, self.sent), (1, self.read_note, self.read)):
            side = QVBoxLayout()
            side.setContentsMargins(14, 6, 14, 6)
            side.setSpacing(0)
            side.addWidget(note)
            side.addWidget(editor)
            side.addStretch(1)
            grid.addLayout(side, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._faults_line, 2, 0, 1, 2)
        grid.addWidget(self.strip, 3, 0, 1, 2)

    @property
    def editors(self) -> tuple[TemplateEditor, TemplateEditor]:
        """What is sent, and what it means."""
        return self.sent, self.read

    def show_paragraph(self, paragraph: Mapping[str, Any], look: RowLook) -> None:
        """The paragraph as it stands."""
        self._language, self._last = look.language, look.last
        self.sent.show_words(look.sent_words)
        self.read.show_words(look.read_words)
        self.sent.show_text(str(paragraph.get(look.language) or ""))
        self.read.show_text(str(paragraph.get("zh") or ""))
        self.sent.setPlaceholderText(self.tr("Nothing written in this language yet"))
        self.read.setPlaceholderText(self.tr("No meaning yet"))
        self.sent.setAccessibleName(self.tr("To send"))
        self.read.setAccessibleName(self.tr("Meaning"))
        when, optional = str(paragraph.get("when") or ""), bool(paragraph.get("optional"))
        words = terms_words(when, look.labels, look.platforms, optional=optional)
        self._terms.setText(words)
        self._terms_line.setVisible(bool(words))
        self.strip.show_terms(when, optional=optional, first=look.first, last=look.last)
        self._show_notes(look)
        self._faults.setText("\n".join(look.faults))
        self._faults_line.setVisible(bool(look.faults))
        self.update()

    def _show_notes(self, look: RowLook) -> None:
        for note, language in ((self.sent_note, look.language), (self.read_note, "zh")):
            note.words.setText(self.tr("Another language was changed. Does this still fit?"))
            note.fits.setText(self.tr("It still fits"))
            note.fits.updateGeometry()
            note.setVisible(language in look.stale)

    def set_on(self, on: bool) -> None:
        """Whether this is the paragraph being written."""
        if on != self._on:
            self._on = on
            self.strip.setVisible(on)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = active()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._on:
            painter.fillRect(rect.adjusted(1, 0, -1, 0), colors.color("surface2"))
        line = self.sent.geometry().united(self.read.geometry())
        painter.fillRect(QRectF(int(rect.width() / 2), line.top() - 6, 1, line.height() + 12), colors.color("line"))
        if not self._last:
            painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), colors.color("grid"))
        painter.end()


def _line(icon: str, ink: str, words: Plain) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(14, 6, 14, 0)
    row.setSpacing(6)
    row.addWidget(Icon(icon, ink, 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    line.hide()
    return line
