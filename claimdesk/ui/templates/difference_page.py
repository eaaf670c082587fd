"""What differs, word by word: between two revisions, from a shipped update, or in files about to be taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.ui.templates.reading import ChangedParagraph, Compared, Pieces
from claimdesk.ui.templates.terms import terms_words
from claimdesk.ui.templates.writing import PLACE, TITLES
from claimdesk.ui.widgets.buttons import IconButton, LinkButton, PlainButton, PrimaryButton
from claimdesk.ui.widgets.cards import Card
from claimdesk.ui.widgets.chips import Chip
from claimdesk.ui.widgets.empty import MessageBar
from claimdesk.ui.widgets.labels import Plain
from claimdesk.ui.widgets.tall import TallPage, empty_layout, scrolled
from claimdesk.ui.widgets.tinted import Piece, TintedText


@dataclass(frozen=True, slots=True)
class Action:
    """A button at the foot; `acted(name)` when it is pressed."""

    name: str
    words: str
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page shows. `per_paragraph` are the words of a button beside every paragraph, empty for none."""

    title: str
    note: str
    compared: tuple[Compared, ...]
    actions: tuple[Action, ...] = ()
    faults: tuple[str, ...] = ()
    per_paragraph: str = ""
    heads: bool = False  # whether every template is named


class DifferencePage(QWidget):
    """`closed` for back, `acted(name)` for a button at the foot, `taken(paragraph)` for one beside a paragraph."""

    closed = Signal()
    acted = Signal(str)
    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference-page")
        self._labels: Mapping[str, Mapping[str, str]] = {"en": {}, "zh": {}}
        self._language = "en"
        self._platforms: Mapping[str, str] = {}
        self.back = IconButton("arrow-left", bordered=True)
        self.back.setObjectName("difference-back")
        self.back.clicked.connect(self.closed)
        self.title = Plain("", "pane", elide=True)
        self.note = Plain("", "body", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        page = TallPage()
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(10)
        self.area = scrolled(page)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 12, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot)

    def know(self, labels: Mapping[str, Mapping[str, str]], platforms: Mapping[str, str], language: str) -> None:
        """Words for names and platforms, in the language shown."""
        self._labels, self._platforms, self._language = labels, platforms, language
        self.back.set_name(self.tr("Back to the editor (Esc)"))

    def show_comparison(self, shown: Comparison) -> None:
        """Show another difference."""
        self.title.setText(shown.title)
        self.note.setText(shown.note)
        self.note.setVisible(bool(shown.note))
        empty_layout(self._rows)
        for words in shown.faults:
            self._rows.addWidget(MessageBar(words, "danger"))
        for one in shown.compared:
            if shown.heads:
                self._rows.addWidget(self._head(one))
            self._show_about(one)
            for paragraph in one.paragraphs:
                self._rows.addWidget(self._card(paragraph, shown.per_paragraph))
        self._rows.addStretch(1)
        self._show_actions(shown.actions)
        self.area.verticalScrollBar().setValue(0)

    def _show_actions(self, actions: Sequence[Action]) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._foot.addStretch(1)
        for action in actions:
            button = PrimaryButton(action.words) if action.primary else PlainButton(action.words)
            button.setObjectName(f"difference-{action.name}")
            button.clicked.connect(lambda _=False, name=action.name: self.acted.emit(name))
            self._foot.addWidget(button)

    def _head(self, one: Compared) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Plain(one.title.get(self._language), "section"))
        layout.addWidget(Chip(self.tr("New"), "accent") if one.new else Chip(self.tr("Changed"), "warn"))
        layout.addWidget(Plain(one.template, "secondary", "text3"))
        layout.addStretch(1)
        return row

    def _show_about(self, one: Compared) -> None:
        names = {"title_en": self.tr("English name"), "title_zh": self.tr("Chinese name"),
                 "purpose_en": self.tr("What it is for, English"), "purpose_zh": self.tr("What it is for, Chinese"),
                 "stage": self.tr("Stage"), "platforms": self.tr("Platforms")}  # fmt: skip
        if one.about:
            card = Card(padding=12, gap=4)
            for key, pieces in one.about:
                self._add_text(card, names.get(key, key), pieces, self._language)
            self._rows.addWidget(card)
        if one.moved:
            self._rows.addWidget(Plain(self.tr("The paragraphs stand in another order."), "table", "text2"))
        if one.fields:
            labels = self._labels[self._language]
            fields = self.tr(", ").join(labels.get(name, name) for name in one.fields)
            self._rows.addWidget(
                Plain(self.tr("Fields asked for differ: {fields}").format(fields=fields), "table", "text2", wrap=True)
            )

    def _card(self, paragraph: ChangedParagraph, button: str) -> Card:
        card = Card(padding=12, gap=6)
        card.setObjectName(f"difference-paragraph-{paragraph.id}")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Plain(self.tr("Paragraph {n}").format(n=paragraph.number), "strong"))
        kinds = {"added": (self.tr("added"), "ok"), "removed": (self.tr("removed"), "danger"),
                 "changed": (self.tr("changed"), "neutral")}  # fmt: skip
        head.addWidget(Chip(*kinds[paragraph.kind]))
        head.addStretch(1)
        if button:
            take = LinkButton(button)
            take.setObjectName(f"take-{paragraph.id}")
            take.clicked.connect(lambda: self.taken.emit(paragraph.id))
            head.addWidget(take)
        card.body.addLayout(head)
        for language, pieces in paragraph.texts:
            self._add_text(card, TITLES[language], pieces, "zh" if language == "zh" else "en")
        if paragraph.terms is not None:
            always = self.tr("Always there")
            was, now = (
                terms_words(when, self._labels[self._language], self._platforms, optional=optional) or always
                for when, optional in paragraph.terms
            )
            self._add_text(card, self.tr("When"), (("gone", was), ("same", " "), ("new", now)), self._language)
        return card

    def _add_text(self, card: Card, name: str, pieces: Pieces, language: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        title = Plain(name, "secondary", "text3", wrap=True)
        title.setFixedWidth(86)
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        shown = [
            piece for kind, words in pieces for piece in self._runs(words, "" if kind == "same" else kind, language)
        ]
        row.addWidget(TintedText(shown), 1)
        card.body.addLayout(row)

    def _runs(self, words: str, kind: str, language: str) -> list[Piece]:
        """Words with variables by what they are called; one that stayed is tinted as in the editor."""
        labels = self._labels[language]
        found, at = [], 0
        for place in PLACE.finditer(words):
            found.append(Piece(words[at : place.start()], kind))
            found.append(Piece(f"\u2009{labels.get(place[1], place[1])}\u2009", kind or "value"))
            at = place.end()
        found.append(Piece(words[at:], kind))
        return [piece for piece in found if piece.text]
